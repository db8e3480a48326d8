#include "seen.h"

#include <err.h>
#include <openssl/evp.h>
#include <stdlib.h>
#include <string.h>

static const unsigned char empty[SEEN_BYTES];

/* Where it is, or belongs. */
static unsigned char *
place(const struct seen *s, const unsigned char *digest)
{
	size_t at;

	memcpy(&at, digest, sizeof(at));
	for (at &= s->slots - 1; memcmp(s->slot[at], empty, SEEN_BYTES); at = (at + 1) & (s->slots - 1))
		if (!memcmp(s->slot[at], digest, SEEN_BYTES))
			break;
	return s->slot[at];
}

static void
grow(struct seen *s)
{
	struct seen old = *s;
	size_t i;

	s->slots = old.slots ? old.slots * 2 : 8;
	s->slot = xcalloc(s->slots, sizeof(*s->slot));
	for (i = 0; i < old.slots; i++)
		if (memcmp(old.slot[i], empty, SEEN_BYTES))
			memcpy(place(s, old.slot[i]), old.slot[i], SEEN_BYTES);
	free(old.slot);
}

void
seen_digest(struct span text, unsigned char digest[SEEN_BYTES])
{
	unsigned char whole[EVP_MAX_MD_SIZE];

	if (EVP_Digest(text.len ? text.at : "", text.len, whole, NULL, EVP_sha256(), NULL) != 1)
		errx(3, "out of memory");
	memcpy(digest, whole, SEEN_BYTES);
}

int
seen_add(struct seen *s, struct span text)
{
	unsigned char digest[SEEN_BYTES], *at;

	seen_digest(text, digest);
	if (s->n * 2 >= s->slots)
		grow(s);
	at = place(s, digest);
	if (!memcmp(at, digest, SEEN_BYTES))
		return 0;
	memcpy(at, digest, SEEN_BYTES);
	s->n++;
	return 1;
}

void
seen_free(struct seen *s)
{
	free(s->slot);
	*s = (struct seen){0};
}
