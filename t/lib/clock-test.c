/* clock-test time...: each as clock_parse() reads it and clock_format() writes it, with its seconds; or "none". */
#include <stdio.h>

#include "clock.h"

int
main(int argc, char **argv)
{
	char text[CLOCK_TEXT];
	time_t t;
	int i;

	for (i = 1; i < argc; i++) {
		if (clock_parse(span_of(argv[i]), &t) < 0) {
			puts("none");
			continue;
		}
		clock_format(t, text);
		printf("%s %lld\n", text, (long long)t);
	}
	return 0;
}
