/* What tells one set of collectors from another: the bytes of their files, and which of their calls are made. */
#include <err.h>
#include <openssl/evp.h>

#include "collector.h"
#include "file.h"

/* Which of its calls are made. */
static void
add_asked(const struct collector *c, struct buf *to)
{
	size_t i;

	for (i = 0; i < c->nbatch; i++)
		buf_addc(to, c->batch[i].call.unasked ? '-' : '+');
	for (i = 0; i < c->nonce; i++)
		buf_addc(to, c->once[i].unasked ? '-' : '+');
	for (i = 0; i < c->ndetail; i++)
		buf_addc(to, c->detail[i].unasked ? '-' : '+');
}

int
collector_set_digest(const struct collector_set *set, struct buf *to)
{
	unsigned char digest[EVP_MAX_MD_SIZE];
	struct buf all = {0};
	unsigned len = 0, i;
	size_t n;

	for (n = 0; n < set->n; n++) {
		buf_adds(&all, set->collectors[n].name);
		buf_addc(&all, '\0');
		if (file_read(set->collectors[n].file, &all) < 0) {
			warn("%s", set->collectors[n].file);
			buf_free(&all);
			return -1;
		}
		buf_addc(&all, '\0');
		add_asked(&set->collectors[n], &all);
	}
	if (EVP_Digest(all.len ? all.data : "", all.len, digest, &len, EVP_sha256(), NULL) != 1)
		errx(3, "out of memory");
	for (i = 0; i < len; i++)
		buf_addf(to, "%02x", digest[i]);
	buf_free(&all);
	return 0;
}
