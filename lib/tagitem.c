/* One resource whose tags are read and written. */
#include "tagitem.h"

#include <stdlib.h>

void
tagitem_fail(struct tagitem *item, const char *code, const char *why)
{
	if (item->code)
		return;
	item->code = xstrdup(code);
	item->why = xstrdup(why);
}

void
tagitem_clear(struct tagitem *item)
{
	json_object_put(item->tags);
	free(item->code);
	free(item->why);
	item->tags = NULL;
	item->code = item->why = NULL;
}
