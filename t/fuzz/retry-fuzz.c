/* A Retry-After header of anybody, seconds or a date: never more than a minute, never back in time. */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "buf.h"
#include "retry.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	char *header = xstrndup((const char *)data, size);
	long ms = retry_after_ms(header, 1795381202);

	if (ms < -1 || ms > RETRY_AFTER_MOST_MS)
		abort();
	(void)retry_class(503, header);
	free(header);
	return 0;
}
