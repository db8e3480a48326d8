/*
 * Drives lib/retry.c:
 *	class STATUS CODE		never, transient or throttled
 *	delays N TRIES			the least and the greatest of N delays
 *	after HEADER NOW		milliseconds
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "retry.h"

static void
delays(long n, int tries)
{
	unsigned state = 42;
	long delay, least = -1, most = -1;

	for (; n > 0; n--) {
		delay = retry_delay_ms(tries, &state);
		least = least < 0 || delay < least ? delay : least;
		most = delay > most ? delay : most;
	}
	printf("%ld %ld\n", least, most);
}

int
main(int argc, char **argv)
{
	static const char *const classes[] = { "never", "transient", "throttled" };

	if (argc != 4)
		return 3;
	if (!strcmp(argv[1], "class"))
		puts(classes[retry_class(atol(argv[2]), argv[3])]);
	else if (!strcmp(argv[1], "delays"))
		delays(atol(argv[2]), atoi(argv[3]));
	else
		printf("%ld\n", retry_after_ms(argv[2], (time_t)atoll(argv[3])));
	return 0;
}
