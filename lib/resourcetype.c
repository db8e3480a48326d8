#include "resourcetype.h"

#include <ctype.h>
#include <string.h>

#include "buf.h"

char *
resource_type_service(const char *type)
{
	const char *first = strstr(type, "::"), *second = first ? strstr(first + 2, "::") : NULL;
	char *service, *p;

	if (!second || second == first + 2 || !second[2])
		return NULL;
	service = xstrndup(first + 2, (size_t)(second - first - 2));
	for (p = service; *p; p++)
		*p = (char)tolower((unsigned char)*p);
	return service;
}
