#include <string.h>

#include "pointer.h"

static const char any = '\1';

size_t
pointer_push(struct buf *pointer, struct span key)
{
	size_t before = pointer->len, i;

	buf_addc(pointer, '/');
	for (i = 0; i < key.len; i++)
		if (key.at[i] == '~')
			buf_adds(pointer, "~0");
		else if (key.at[i] == '/')
			buf_adds(pointer, "~1");
		else
			buf_addc(pointer, key.at[i]);
	return before;
}

size_t
pointer_push_index(struct buf *pointer, size_t index)
{
	size_t before = pointer->len;

	buf_addf(pointer, "/%zu", index);
	return before;
}

void
pointer_pop(struct buf *pointer, size_t before)
{
	pointer->len = before;
	if (pointer->data)
		pointer->data[before] = '\0';
}

void
pointer_push_any(struct buf *pattern)
{
	pointer_push(pattern, (struct span){ &any, 1 });
}

void
pointer_from_path(struct buf *pattern, const struct path *path)
{
	size_t i;

	for (i = 0; i < path->nsteps; i++)
		switch (path->steps[i].kind) {
		case PATH_KEY:
			pointer_push(pattern, span_of(path->steps[i].key));
			break;
		case PATH_INDEX:
			pointer_push_index(pattern, path->steps[i].index);
			break;
		case PATH_EACH:
			pointer_push_any(pattern);
			break;
		}
}

/* Takes the next token, behind its slash, from the front of rest; 0 if there is none. */
static int
next_token(struct span *rest, struct span *token)
{
	const char *slash;

	if (rest->len == 0)
		return 0;
	token->at = rest->at + 1;
	token->len = rest->len - 1;
	if ((slash = memchr(token->at, '/', token->len)))
		token->len = (size_t)(slash - token->at);
	rest->at = token->at + token->len;
	rest->len -= token->len + 1;
	return 1;
}

int
pointer_matches(struct span pattern, struct span pointer)
{
	struct span want, have;
	int more, has;

	for (;;) {
		more = next_token(&pattern, &want);
		has = next_token(&pointer, &have);
		if (!more || !has)
			return more == has;
		if (span_cmp(want, have) != 0 && !(want.len == 1 && *want.at == any))
			return 0;
	}
}
