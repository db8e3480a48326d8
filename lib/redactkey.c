/* The key that tells a change of a secret. */
#include "redactkey.h"

#include <ctype.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <openssl/evp.h>
#include <openssl/hmac.h>

#include "file.h"
#include "redacted.h"
#include "secret.h"

static void
hexadecimal(const unsigned char *bytes, size_t n, char *text)
{
	size_t i;

	for (i = 0; i < n; i++)
		snprintf(text + 2 * i, 3, "%02x", bytes[i]);
}

/* Of place, a NUL, and value; libcrypto without memory is the end, as all is here. */
static void
mac(const struct redact_key *key, const char *place, struct span value, unsigned char digest[EVP_MAX_MD_SIZE])
{
	struct buf text = {0};

	buf_reserve(&text, strlen(place) + value.len + 2);
	buf_adds(&text, place);
	buf_addc(&text, '\0');
	buf_addspan(&text, value);
	if (!HMAC(EVP_sha256(), key->bytes.data, (int)key->bytes.len, (const unsigned char *)text.data, text.len, digest,
	    NULL))
		abort();
	secret_buf_free(&text);
}

char *
redact_key_place(const char *state_home, const char *home)
{
	struct buf place = {0};

	if (state_home && *state_home == '/')	/* a relative one does not count, says the standard */
		buf_addf(&place, "%s/qrie/redact-key", state_home);
	else if (home && *home)
		buf_addf(&place, "%s/.local/state/qrie/redact-key", home);
	return place.data;
}

static int
make_folders(const char *file)
{
	char *path = xstrdup(file), *p;
	int status = 0;

	for (p = path + 1; !status && (p = strchr(p, '/')); *p++ = '/') {
		*p = '\0';
		if (mkdir(path, 0700) < 0 && errno != EEXIST)
			status = -1;
		if (status < 0)
			break;
	}
	free(path);
	return status;
}

/* Writes a new file under another name, and gives it its own unless somebody was faster. */
static int
make_key(const char *file, const unsigned char *fresh)
{
	char text[2 * REDACT_FRESH + 2];
	struct buf temporary = {0};
	int fd, status = -1, saved;

	if (make_folders(file) < 0)
		return -1;
	hexadecimal(fresh, REDACT_FRESH, text);
	text[2 * REDACT_FRESH] = '\n';
	buf_addf(&temporary, "%s.%ld", file, (long)getpid());
	fd = open(temporary.data, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
	if (fd >= 0) {
		if (write(fd, text, 2 * REDACT_FRESH + 1) == 2 * REDACT_FRESH + 1 && !fsync(fd) &&
		    (!link(temporary.data, file) || errno == EEXIST))
			status = 0;
		saved = errno;
		close(fd);
		unlink(temporary.data);
		errno = saved;
	}
	buf_free(&temporary);
	return status;
}

int
redact_key_read(struct redact_key *key, const char *file, const unsigned char fresh[REDACT_FRESH])
{
	unsigned char digest[EVP_MAX_MD_SIZE];
	struct buf *b = &key->bytes;

	if (file_read(file, b) < 0 &&
	    (errno != ENOENT || !fresh || make_key(file, fresh) < 0 || file_read(file, b) < 0))
		return -1;
	while (b->len && isspace((unsigned char)b->data[b->len - 1]))
		b->len--;
	if (b->len < REDACT_KEY_LEAST || b->len > REDACT_KEY_MOST) {
		redact_key_free(key);
		errno = EINVAL;
		return -1;
	}
	mac(key, "qrie redact-key id", SPAN(""), digest);
	hexadecimal(digest, 4, key->id);
	return 0;
}

void
redact_key_free(struct redact_key *key)
{
	secret_buf_free(&key->bytes);
	*key = (struct redact_key){0};
}

void
redacted_text(const struct redact_key *key, const char *place, struct span value, char text[REDACTED_TEXT])
{
	unsigned char digest[EVP_MAX_MD_SIZE];
	char hash[17];

	if (!key) {
		strcpy(text, REDACTED_PLAIN);
		return;
	}
	mac(key, place, value, digest);
	hexadecimal(digest, 8, hash);
	snprintf(text, REDACTED_TEXT, REDACTED_START "%s/%s)", key->id, hash);
}
