/* What tells one set of collectors from another: the bytes of their files. */
#include <err.h>
#include <openssl/evp.h>

#include "collector.h"
#include "file.h"

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
	}
	if (EVP_Digest(all.len ? all.data : "", all.len, digest, &len, EVP_sha256(), NULL) != 1)
		errx(3, "out of memory");
	for (i = 0; i < len; i++)
		buf_addf(to, "%02x", digest[i]);
	buf_free(&all);
	return 0;
}
