#include "commalist.h"

#include <stdlib.h>
#include <string.h>

#include "buf.h"

int
commalist_has(const char *list, const char *name)
{
	size_t len = strlen(name), item;

	for (; *list; list += item + (list[item] == ',')) {
		item = strcspn(list, ",");
		if (item == len && !memcmp(list, name, len))
			return 1;
	}
	return 0;
}

char **
commalist_split(const char *list)
{
	char **items = xcalloc(strlen(list) + 1, sizeof(*items));
	size_t n = 0, item;

	for (; *list; list += item + (list[item] == ',')) {
		item = strcspn(list, ",");
		if (item)
			items[n++] = xstrndup(list, item);
	}
	return items;
}

void
commalist_free(char **items)
{
	size_t i;

	for (i = 0; items && items[i]; i++)
		free(items[i]);
	free(items);
}
