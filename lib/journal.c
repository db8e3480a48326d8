/* A journal that is being written, and what it says of units. */
#include "journal.h"

#include <err.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "journal_part.h"
#include "regions.h"
#include "tempfile.h"

enum { PENDING = 64 << 10, SYNC_MS = 1000 };

static void __attribute__((noreturn))
broken(const struct journal *j)
{
	err(3, "%s", j->path);
}

static void
write_pending(struct journal *j)
{
	if (tempfile_append(j->fd, &j->end, buf_span(&j->pending)) < 0)
		broken(j);
	buf_clear(&j->pending);
	j->unsynced = 1;
}

static void
sync_now(struct journal *j)
{
	if (j->unsynced && fsync(j->fd) < 0)
		broken(j);
	j->unsynced = 0;
	j->synced_ms = j->ticks_ms();
}

void
journal_add(struct journal *j, struct span record)
{
	buf_addspan(&j->pending, record);
	buf_addc(&j->pending, '\n');
	if (j->pending.len > PENDING)
		write_pending(j);
}

/* What was added is whole. */
static void
commit(struct journal *j)
{
	write_pending(j);
	j->block = j->end;
	if (j->ticks_ms() - j->synced_ms >= SYNC_MS)
		sync_now(j);
}

void
journal_commit(struct journal *j, struct span coverage, off_t *at, size_t *len)
{
	*at = j->block;
	journal_add(j, coverage);
	commit(j);
	*len = (size_t)(j->block - *at);
}

void
journal_add_regions(struct journal *j, const char *account, char *const *regions)
{
	struct buf line = {0};
	size_t i;

	buf_adds(&line, "{\"Kind\":\"regions\",\"AccountId\":");
	buf_addjson(&line, span_of(account));
	buf_adds(&line, ",\"Regions\":\"");
	for (i = 0; regions[i]; i++)
		buf_addf(&line, "%s%s", i ? "," : "", regions[i]);
	buf_adds(&line, "\"}");
	journal_add(j, buf_span(&line));
	commit(j);
	buf_free(&line);
}

void
journal_give(struct journal *j, off_t at, size_t len, void (*give)(struct span bytes))
{
	if (tempfile_give(j->fd, at, len, give) < 0)
		broken(j);
}

void
journal_key(struct span account, struct span region, struct span type, unsigned char key[SEEN_BYTES])
{
	struct buf text = {0};

	buf_addspan(&text, account);
	buf_addc(&text, '\0');
	buf_addspan(&text, region);
	buf_addc(&text, '\0');
	buf_addspan(&text, type);
	seen_digest(buf_span(&text), key);
	buf_free(&text);
}

static int
by_key(const void *a, const void *b)
{
	const struct journal_unit *u = a, *v = b;

	return memcmp(u->key, v->key, SEEN_BYTES);
}

const struct journal_unit *
journal_find(const struct journal *j, const char *account, const char *region, const char *type)
{
	struct journal_unit wanted, *found;

	journal_key(span_of(account), span_of(region), span_of(type), wanted.key);
	found = j->n ? bsearch(&wanted, j->units, j->n, sizeof(wanted), by_key) : NULL;
	return found && found->finished ? found : NULL;
}

char **
journal_regions(const struct journal *j, const char *account)
{
	const struct journal_account *found = table_find(&j->regions, span_of(account));

	return found && found->regions.len ? regions_parse(found->regions.data) : NULL;
}

void
journal_close(struct journal *j)
{
	size_t i;

	if (!j->path)
		return;
	if (j->fd >= 0) {
		sync_now(j);
		close(j->fd);
	}
	for (i = 0; i < j->regions.n; i++)
		buf_free(&((struct journal_account *)j->regions.item[i])->regions);
	table_free(&j->regions);
	buf_free(&j->pending);
	free(j->units);
	*j = (struct journal){0};
}
