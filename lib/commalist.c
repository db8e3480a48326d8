#include "commalist.h"

#include <string.h>

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
