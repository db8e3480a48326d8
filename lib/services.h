/* The services that collectors call, each loaded once. */
#ifndef QRIE_SERVICES_H
#define QRIE_SERVICES_H

#include "collector.h"
#include "service.h"

struct services {
	struct service **all;
	size_t n;
};

/* Adds one unless it is there.  shapes: the folder.  NULL having said why. */
const struct service *services_add(struct services *s, const char *shapes, const char *name);
/* Adds all that collectors call, and sees that each has the operations.  0; or -1 having said why. */
int services_add_all(struct services *s, const char *shapes, const struct collector_set *set);
/* NULL if it was not added. */
const struct service *services_get(const struct services *s, const char *name);
void services_free(struct services *s);

#endif
