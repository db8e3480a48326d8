/* The JSON document of credentials, as programs, containers and instances give it. */
#include <stdlib.h>
#include <string.h>

#include "clock.h"
#include "provider_part.h"
#include "secret.h"
#include "tree.h"

enum { TEXT_MOST = 200 };	/* bytes of an error's text that are shown */

static char *
copy(struct json_object *o, const char *name)
{
	const char *text = tree_text(o, name);

	return text != NULL ? xstrdup(text) : NULL;
}

/* Appends an error's text without what could disturb a terminal. */
static void
add_text(struct buf *to, const char *text)
{
	size_t i;

	for (i = 0; text[i] != '\0' && i < TEXT_MOST; i++)
		buf_addc(to, text[i] >= ' ' && text[i] < 0x7f ? text[i] : '?');
}

/* The error that a document is in place of credentials. */
static int
fail_error(struct json_object *o, char **why)
{
	const char *code = tree_text(o, "Code") != NULL ? tree_text(o, "Code") : tree_text(o, "code");
	const char *message = tree_text(o, "Message") != NULL ? tree_text(o, "Message") : tree_text(o, "message");
	struct buf b = {0};

	buf_adds(&b, "the answer is ");
	add_text(&b, code != NULL ? code : "an error");
	if (message != NULL) {
		buf_adds(&b, ": ");
		add_text(&b, message);
	}
	*why = b.data;
	return -1;
}

static int
is_error(struct json_object *o)
{
	const char *code = tree_text(o, "Code") != NULL ? tree_text(o, "Code") : tree_text(o, "code");

	return tree_text(o, "AccessKeyId") == NULL && (code != NULL || tree_text(o, "Message") != NULL ||
	    tree_text(o, "message") != NULL);
}

static int
read_expiration(struct json_object *o, int expires, struct credentials *c, char **why)
{
	const char *text = tree_text(o, "Expiration");

	if (text == NULL && !expires && tree_member(o, "Expiration") == NULL)
		return 0;
	if (text == NULL)
		return provider_fail(why, "the answer has no Expiration");
	if (clock_parse(span_of(text), &c->expires) == -1)
		return provider_fail(why, "the answer's Expiration is no time");
	return 0;
}

static int
read_object(struct json_object *o, int expires, struct credentials *c, char **why)
{
	if (is_error(o))
		return fail_error(o, why);
	c->id = copy(o, "AccessKeyId");
	c->secret = copy(o, "SecretAccessKey");
	c->token = copy(o, tree_text(o, "Token") != NULL ? "Token" : "SessionToken");
	if (c->id == NULL || c->secret == NULL)
		return provider_fail(why, "the answer has no %s", c->id == NULL ? "AccessKeyId" : "SecretAccessKey");
	if (expires && c->token == NULL)
		return provider_fail(why, "the answer has no Token");
	return read_expiration(o, expires, c, why);
}

int
provider_read_document(struct span text, int expires, struct credentials *c, char **why)
{
	struct json_object *o = tree_parse(text);
	int status;

	if (json_object_is_type(o, json_type_object))
		status = read_object(o, expires, c, why);
	else
		status = provider_fail(why, "the answer is no JSON object");
	secret_json_put(o);
	return status;
}
