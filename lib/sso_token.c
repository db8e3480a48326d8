#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include <openssl/evp.h>

#include "atomicfile.h"
#include "clock.h"
#include "file.h"
#include "provider_part.h"
#include "secret.h"
#include "sso_token.h"
#include "tree.h"

enum { FILE_ROOM = 64 << 10 };	/* more than a file has, so that its buffer is not moved */

static char *
path_of(const char *key, endpoint_env *env, char **why)
{
	unsigned char digest[EVP_MAX_MD_SIZE];
	const char *home = env("HOME");
	struct buf path = {0};
	unsigned i, len = 0;

	if (home == NULL || *home == '\0') {
		provider_fail(why, "HOME is not set, so there is no ~/.aws/sso/cache to look in");
		return NULL;
	}
	if (EVP_Digest(key, strlen(key), digest, &len, EVP_sha1(), NULL) != 1) {
		provider_fail(why, "SHA-1 is not to be had");
		return NULL;
	}
	buf_addf(&path, "%s/.aws/sso/cache/", home);
	for (i = 0; i < len; i++)
		buf_addf(&path, "%02x", digest[i]);
	buf_adds(&path, ".json");
	return path.data;
}

/* A time of the file: RFC 3339, or with the "UTC" that early versions of the AWS CLI wrote. */
static int
read_time(struct json_object *o, const char *name, time_t *t)
{
	const char *text = tree_text(o, name);
	struct buf zoned = {0};
	int rc;

	if (text == NULL)
		return -1;
	buf_adds(&zoned, text);
	if (zoned.len > 3 && strcmp(zoned.data + zoned.len - 3, "UTC") == 0)
		strcpy(zoned.data + zoned.len - 3, "Z");
	rc = clock_parse(span_of(zoned.data), t);
	buf_free(&zoned);
	return rc;
}

static int
read_document(struct sso_token *t)
{
	t->access = tree_text(t->document, "accessToken");
	if (t->access == NULL || *t->access == '\0' || provider_is_plain(t->access) == -1)
		return -1;
	return read_time(t->document, "expiresAt", &t->expires);
}

int
sso_token_load(struct sso_token *t, const char *key, endpoint_env *env, char **why)
{
	struct buf text = {0};
	int rc = 0;

	memset(t, 0, sizeof(*t));
	if ((t->path = path_of(key, env, why)) == NULL)
		return -1;
	buf_reserve(&text, FILE_ROOM);
	if (file_read(t->path, &text) == -1)
		rc = provider_fail(why, "%s: %s", t->path, strerror(errno));
	else {
		t->document = tree_parse(buf_span(&text));
		if (read_document(t) == -1)
			rc = provider_fail(why, "%s: no token of a session", t->path);
	}
	secret_buf_free(&text);
	if (rc == -1)
		sso_token_free(t);
	return rc;
}

static void
add(struct json_object *o, const char *name, const char *text)
{
	json_object_object_add(o, name, json_object_new_string(text));
}

struct json_object *
sso_token_refresh(const struct sso_token *t, time_t now)
{
	const char *refresh = tree_text(t->document, "refreshToken");
	const char *id = tree_text(t->document, "clientId"), *secret = tree_text(t->document, "clientSecret");
	struct json_object *o;
	time_t registered;

	if (refresh == NULL || id == NULL || secret == NULL ||
	    read_time(t->document, "registrationExpiresAt", &registered) == -1 || registered <= now)
		return NULL;
	o = json_object_new_object();
	add(o, "grantType", "refresh_token");
	add(o, "clientId", id);
	add(o, "clientSecret", secret);
	add(o, "refreshToken", refresh);
	return o;
}

/* What cannot be written is used all the same: the next run asks to log in. */
static void
save(const struct sso_token *t)
{
	struct atomicfile file;
	struct buf text = {0};

	buf_reserve(&text, FILE_ROOM);
	tree_print(t->document, &text);
	if (atomicfile_open(&file, t->path) == 0) {
		atomicfile_line(&file, buf_span(&text));
		(void)atomicfile_commit(&file);
	}
	secret_buf_free(&text);
}

int
sso_token_update(struct sso_token *t, struct json_object *answer, time_t now)
{
	const char *access = tree_text(answer, "accessToken"), *refresh = tree_text(answer, "refreshToken");
	struct json_object *expires = tree_member(answer, "expiresIn");
	char when[CLOCK_TEXT];

	if (access == NULL || provider_is_plain(access) == -1 || !json_object_is_type(expires, json_type_int))
		return -1;
	clock_format(now + (time_t)json_object_get_int(expires), when);
	add(t->document, "accessToken", access);
	add(t->document, "expiresAt", when);
	if (refresh != NULL)
		add(t->document, "refreshToken", refresh);
	save(t);
	return read_document(t);
}

void
sso_token_free(struct sso_token *t)
{
	secret_json_put(t->document);
	free(t->path);
	memset(t, 0, sizeof(*t));
}
