/*
 * Any bytes behind the first line of a journal: what is whole is believed, the rest is cut off, and then it is a journal
 * that says the same when it is opened again.  The same bytes as a file of accounts are read, or named as bad.
 */
#include <sys/stat.h>

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "accounts.h"
#include "journal.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t len);

static const char header[] = "{\"Kind\":\"journal\",\"Version\":1,\"Asked\":{}}\n";

static long long
ticks(void)
{
	return 0;
}

static void
put(const char *path, const char *first, const uint8_t *data, size_t len)
{
	FILE *f = fopen(path, "w");

	if (!f || fputs(first, f) < 0 || fwrite(data, 1, len, f) != len || fclose(f))
		abort();
}

static size_t
size_of(const char *path)
{
	struct stat st;

	if (stat(path, &st) < 0)
		abort();
	return (size_t)st.st_size;
}

static void
read_journal(const char *path)
{
	struct journal first, again;
	size_t size, i;

	if (journal_open(&first, path, SPAN("{}"), ticks) < 0)
		abort();
	size = size_of(path);
	for (i = 0; i < first.n; i++)
		if (first.units[i].at < (off_t)sizeof(header) - 1 || (size_t)first.units[i].at + first.units[i].len > size)
			abort();
	i = first.n;
	journal_close(&first);
	if (journal_open(&again, path, SPAN("{}"), ticks) < 0 || again.n != i || size_of(path) != size)
		abort();
	journal_close(&again);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t len)
{
	static char path[] = "/tmp/qrie-fuzz.XXXXXX";
	static FILE *quiet;
	struct accounts accounts = {0};
	int fd;

	if (!quiet && !(quiet = fopen("/dev/null", "w")))
		abort();
	stderr = quiet;		/* what is said of bad lines; libFuzzer writes to the descriptor */
	if ((fd = mkstemp(path)) < 0)
		abort();
	close(fd);
	put(path, header, data, len);
	read_journal(path);
	put(path, "", data, len);
	if ((accounts_read(&accounts, path) == 3) != (accounts.n == 0))
		abort();
	accounts_free(&accounts);
	unlink(path);
	memcpy(path + sizeof(path) - 7, "XXXXXX", 6);
	return 0;
}
