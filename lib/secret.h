/* Memory that held a secret, wiped when it is given back.  NULL is fine everywhere. */
#ifndef QRIE_SECRET_H
#define QRIE_SECRET_H

#include <json-c/json.h>

#include "buf.h"

void secret_free(char *text);
void secret_buf_free(struct buf *b);		/* what it holds now: reserve room before, so that it is not moved */
void secret_json_put(struct json_object *o);	/* takes o, and wipes every text in it, whoever else holds it */

#endif
