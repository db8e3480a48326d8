/* Dates as seed_text writes them, against those of clock: usage: seed_text-test */
#include <stdio.h>
#include <string.h>

#include "clock.h"
#include "seed_text.h"

/* Half a day and a second: each day is met until the rules for centuries have repeated, then some are. */
enum { STEP = 43201 };

int
main(void)
{
	const long long last = 253402300799;	/* 9999-12-31T23:59:59Z */
	char expected[CLOCK_TEXT];
	struct buf text = {0};
	long long t;
	unsigned long wrong = 0, all = 0;

	for (t = 0; t <= last; t += t < 17000000000 ? STEP : STEP * 97LL, all++) {
		buf_clear(&text);
		text_time(&text, (time_t)t, "Z");
		clock_format((time_t)t, expected);
		if (strcmp(text.data, expected) && !wrong++)
			printf("@%lld: %s, expected %s\n", t, text.data, expected);
	}
	buf_free(&text);
	printf("%lu of %lu wrong\n", wrong, all);
	return wrong != 0;
}
