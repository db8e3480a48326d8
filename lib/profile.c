#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "file.h"
#include "ini.h"
#include "profile.h"
#include "secret.h"

enum { ROOM = 1 << 20 };	/* more than a file needs, so that its buffer is not moved, leaving secrets behind */

static const struct setting {
	const char *key;
	size_t at;
} settings[] = {
	{ "aws_access_key_id", offsetof(struct profile, keys.id) },
	{ "aws_secret_access_key", offsetof(struct profile, keys.secret) },
	{ "aws_session_token", offsetof(struct profile, keys.token) },
	{ "ca_bundle", offsetof(struct profile, ca_bundle) },
	{ "credential_process", offsetof(struct profile, credential_process) },
	{ "credential_source", offsetof(struct profile, credential_source) },
	{ "duration_seconds", offsetof(struct profile, duration_seconds) },
	{ "ec2_metadata_service_endpoint", offsetof(struct profile, ec2_metadata_service_endpoint) },
	{ "ec2_metadata_service_endpoint_mode", offsetof(struct profile, ec2_metadata_service_endpoint_mode) },
	{ "endpoint_url", offsetof(struct profile, endpoint_url) },
	{ "external_id", offsetof(struct profile, external_id) },
	{ "login_session", offsetof(struct profile, login_session) },
	{ "metadata_service_num_attempts", offsetof(struct profile, metadata_service_num_attempts) },
	{ "metadata_service_timeout", offsetof(struct profile, metadata_service_timeout) },
	{ "mfa_serial", offsetof(struct profile, mfa_serial) },
	{ "region", offsetof(struct profile, region) },
	{ "role_arn", offsetof(struct profile, role_arn) },
	{ "role_session_name", offsetof(struct profile, role_session_name) },
	{ "services", offsetof(struct profile, services) },
	{ "source_profile", offsetof(struct profile, source_profile) },
	{ "sso_account_id", offsetof(struct profile, sso_account_id) },
	{ "sso_region", offsetof(struct profile, sso_region) },
	{ "sso_role_name", offsetof(struct profile, sso_role_name) },
	{ "sso_session", offsetof(struct profile, sso_session) },
	{ "sso_start_url", offsetof(struct profile, sso_start_url) },
	{ "web_identity_token_file", offsetof(struct profile, web_identity_token_file) },
};
enum { SETTINGS = sizeof(settings) / sizeof(settings[0]) };

static char **
setting_of(struct profile *p, size_t i)
{
	return (char **)(void *)((char *)p + settings[i].at);
}

void
credentials_free(struct credentials *c)
{
	free(c->id);
	secret_free(c->secret);
	secret_free(c->token);
	memset(c, 0, sizeof(*c));
}

void
profile_free(struct profile *p)
{
	size_t i;

	for (i = 0; i < SETTINGS; i++)
		secret_free(*setting_of(p, i));
	free(p->name);
	free(p->files);
	memset(p, 0, sizeof(*p));
}

struct profile
profile_copy(const struct profile *p)
{
	struct profile from = *p, to = { .name = xstrdup(p->name), .found = p->found,
		.sso_session_found = p->sso_session_found };
	size_t i;

	if (p->files != NULL)
		to.files = xstrdup(p->files);
	from.keys = (struct credentials){0};
	for (i = 0; i < SETTINGS; i++)
		if (*setting_of(&from, i) != NULL)
			*setting_of(&to, i) = xstrdup(*setting_of(&from, i));
	return to;
}

/* One of the two files. */
struct source {
	char *name;		/* NULL: there is no HOME to look in */
	struct buf text;
	int config;		/* sections are [profile NAME] and [default], else [NAME] */
};

static int
source_open(struct source *src, endpoint_env *env, const char *variable, const char *otherwise, char **why)
{
	const char *name = not_empty(env(variable)), *home = not_empty(env("HOME"));
	struct buf b = {0};

	if (name == NULL)
		name = otherwise;
	if (strncmp(name, "~/", 2) == 0) {
		if (home == NULL)
			return 0;
		buf_adds(&b, home);
		name++;
	}
	buf_adds(&b, name);
	src->name = b.data;
	buf_reserve(&src->text, ROOM);
	if (file_read(src->name, &src->text) == 0 || errno == ENOENT || errno == ENOTDIR)
		return 0;
	b = (struct buf){0};
	buf_addf(&b, "%s: %s", src->name, strerror(errno));
	*why = b.data;
	return -1;
}

static void
source_close(struct source *src)
{
	secret_buf_free(&src->text);
	free(src->name);
}

static int
is_blank(char c)
{
	return c == ' ' || c == '\t';
}

/* Without the word before it ("profile") and quotes around it; at is NULL if it has no such word. */
static struct span
without_word(struct span section, const char *word)
{
	size_t len = strlen(word);

	if (section.len <= len || memcmp(section.at, word, len) != 0 || !is_blank(section.at[len]))
		return (struct span){ NULL, 0 };
	for (; is_blank(section.at[len]); len++)	/* the reader left no blank at the end */
		;
	section = (struct span){ section.at + len, section.len - len };
	if (section.len >= 2 && (section.at[0] == '"' || section.at[0] == '\'') &&
	    section.at[section.len - 1] == section.at[0])
		section = (struct span){ section.at + 1, section.len - 2 };
	return section;
}

static void
set(struct profile *p, struct span key, struct span value)
{
	size_t i;

	for (i = 0; i < SETTINGS; i++)
		if (strlen(settings[i].key) == key.len && strncasecmp(settings[i].key, key.at, key.len) == 0)
			break;
	if (i == SETTINGS || value.len == 0)
		return;
	secret_free(*setting_of(p, i));	/* the last one counts */
	*setting_of(p, i) = xstrndup(value.at, value.len);
}

/* Reads the sections of p's name: with word those that say it ("profile"), else those of the bare name. */
static int
source_read(const struct source *src, const char *word, struct profile *p, char **why)
{
	enum ini_event event;
	struct buf b = {0};
	struct ini in;
	int ours = 0;

	ini_open(&in, buf_span(&src->text));
	while ((event = ini_next(&in)) != INI_END)
		if (event == INI_BAD) {
			buf_addf(&b, "%s:%ld: %s", src->name, in.line, in.reason);
			*why = b.data;
			return -1;
		} else if (event == INI_SECTION) {
			ours = span_is(word != NULL ? without_word(in.section, word) : in.section, p->name);
			p->found |= ours;
		} else if (ours)
			set(p, in.key, in.value);
	return 0;
}

/* [profile default] goes before [default], which then counts for nothing. */
static int
source_load(const struct source *src, struct profile *p, char **why)
{
	if (source_read(src, src->config ? "profile" : NULL, p, why) == -1)
		return -1;
	if (src->config && !p->found && strcmp(p->name, "default") == 0)
		return source_read(src, NULL, p, why);
	return 0;
}

/* Lays over on p, and frees it. */
static void
merge(struct profile *p, struct profile *over)
{
	char **from, **to;
	size_t i;

	p->keys_in_config = over->keys.id == NULL && over->keys.secret == NULL;
	credentials_free(p->keys_in_config ? &over->keys : &p->keys);
	for (i = 0; i < SETTINGS; i++) {
		from = setting_of(over, i);
		to = setting_of(p, i);
		if (*from == NULL)
			continue;
		secret_free(*to);
		*to = *from;
		*from = NULL;
	}
	p->found |= over->found;
	profile_free(over);
}

/* Takes what the [sso-session] says over into the profile: where both say something, it must be the same. */
static int
join(char **ours, char **theirs, const struct profile *p, const char *setting, char **why)
{
	struct buf b = {0};

	if (*ours == NULL) {
		*ours = *theirs;
		*theirs = NULL;
	} else if (*theirs != NULL && strcmp(*ours, *theirs) != 0) {
		buf_addf(&b, "profile \"%s\": its %s is another than that of [sso-session %s]", p->name, setting,
		    p->sso_session);
		*why = b.data;
		return -1;
	}
	return 0;
}

static int
load_sso_session(const struct source *config, struct profile *p, char **why)
{
	struct profile session = {0};
	int status;

	if (p->sso_session == NULL)
		return 0;
	session.name = xstrdup(p->sso_session);
	status = source_read(config, "sso-session", &session, why);
	p->sso_session_found = session.found;
	if (status == 0)
		status = join(&p->sso_region, &session.sso_region, p, "sso_region", why);
	if (status == 0)
		status = join(&p->sso_start_url, &session.sso_start_url, p, "sso_start_url", why);
	profile_free(&session);
	return status;
}

/* Both files by name; malloc'd. */
static char *
files_text(const struct source *config, const struct source *credentials)
{
	struct buf b = {0};

	buf_addf(&b, "%s or %s", config->name != NULL ? config->name : "~/.aws/config",
	    credentials->name != NULL ? credentials->name : "~/.aws/credentials");
	return b.data;
}

static int
load(struct source *config, struct source *credentials, int asked, struct profile *p, char **why)
{
	struct profile over = { .name = xstrdup(p->name) };
	struct buf b = {0};

	if (source_load(config, p, why) == -1 || source_load(credentials, &over, why) == -1) {
		profile_free(&over);
		return -1;
	}
	merge(p, &over);
	p->files = files_text(config, credentials);
	if (load_sso_session(config, p, why) == -1)
		return -1;
	if (!p->found && asked)
		buf_addf(&b, "profile \"%s\" is not in %s", p->name, p->files);
	else if (p->services != NULL)	/* who points it at a test endpoint must not reach AWS instead */
		buf_addf(&b, "profile \"%s\": services is not supported, use AWS_ENDPOINT_URL_SERVICE", p->name);
	*why = b.data;
	return b.data != NULL ? -1 : 0;
}

int
profile_load(const char *name, endpoint_env *env, struct profile *p, char **why)
{
	struct source config = { .config = 1 }, credentials = {0};
	const char *chosen = name != NULL ? name : not_empty(env("AWS_PROFILE"));
	int failed;

	*why = NULL;
	memset(p, 0, sizeof(*p));
	p->name = xstrdup(chosen != NULL ? chosen : "default");
	failed = source_open(&config, env, "AWS_CONFIG_FILE", "~/.aws/config", why) == -1 ||
	    source_open(&credentials, env, "AWS_SHARED_CREDENTIALS_FILE", "~/.aws/credentials", why) == -1 ||
	    load(&config, &credentials, chosen != NULL, p, why) == -1;
	source_close(&config);
	source_close(&credentials);
	if (failed)
		profile_free(p);
	return failed ? -1 : 0;
}

const char *
profile_region(const struct profile *p, endpoint_env *env)
{
	const char *region = not_empty(env("AWS_REGION"));

	if (region == NULL)
		region = not_empty(env("AWS_DEFAULT_REGION"));
	return region != NULL ? region : p->region;
}
