#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <openssl/crypto.h>

#include "secret.h"

void
secret_free(char *text)
{
	if (text != NULL)
		OPENSSL_cleanse(text, strlen(text));
	free(text);
}

void
secret_buf_free(struct buf *b)
{
	if (b->data != NULL)
		OPENSSL_cleanse(b->data, b->cap);
	buf_free(b);
}

/* Depth is bounded by the parser that made o. */
static void
wipe(struct json_object *o)
{
	struct json_object_iter i;
	size_t n;

	switch (json_object_get_type(o)) {
	case json_type_string:	/* json-c lends its own bytes */
		OPENSSL_cleanse((void *)(uintptr_t)json_object_get_string(o), (size_t)json_object_get_string_len(o));
		break;
	case json_type_array:
		for (n = 0; n < json_object_array_length(o); n++)
			wipe(json_object_array_get_idx(o, n));
		break;
	case json_type_object:
		json_object_object_foreachC(o, i)
			wipe(i.val);
		break;
	default:
		break;
	}
}

void
secret_json_put(struct json_object *o)
{
	wipe(o);
	json_object_put(o);
}
