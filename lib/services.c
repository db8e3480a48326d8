/* The services that collectors call, each loaded once. */
#include "services.h"

#include <err.h>
#include <stdlib.h>
#include <string.h>

#include "buf.h"

const struct service *
services_get(const struct services *s, const char *name)
{
	size_t i;

	for (i = 0; i < s->n; i++)
		if (!strcmp(s->all[i]->name, name))
			return s->all[i];
	return NULL;
}

const struct service *
services_add(struct services *s, const char *shapes, const char *name)
{
	const struct service *there = services_get(s, name);
	struct service *loaded;

	if (there)
		return there;
	if (!(loaded = service_load(shapes, name)))
		return NULL;
	s->all = xrealloc(s->all, (s->n + 1) * sizeof(*s->all));
	s->all[s->n++] = loaded;
	return loaded;
}

static int
add_call(struct services *s, const char *shapes, const struct collector *c, const struct collector_call *call)
{
	const struct service *service = services_add(s, shapes, call->service);

	if (!service)
		return -1;
	if (service_operation(service, call->operation))
		return 0;
	warnx("%s: %s/%s.json has no operation %s", c->file, shapes, call->service, call->operation);
	return -1;
}

static int
add_calls(struct services *s, const char *shapes, const struct collector *c)
{
	const struct collector_call *call;
	size_t i;

	for (i = 0; (call = collector_call_at(c, i)); i++)
		if (add_call(s, shapes, c, call) < 0)
			return -1;
	return c->one && c->one->call ? add_call(s, shapes, c, c->one->call) : 0;
}

int
services_add_all(struct services *s, const char *shapes, const struct collector_set *set)
{
	size_t i;

	for (i = 0; i < set->n; i++)
		if (add_calls(s, shapes, &set->collectors[i]) < 0)
			return -1;
	return 0;
}

void
services_free(struct services *s)
{
	size_t i;

	for (i = 0; i < s->n; i++)
		service_free(s->all[i]);
	free(s->all);
	*s = (struct services){0};
}
