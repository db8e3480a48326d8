/* Collectors for any type of CloudFormation's. */
#include "cloudcontrol.h"

#include <err.h>
#include <stdlib.h>
#include <string.h>

#include "collector_part.h"
#include "modules.h"
#include "resourcetype.h"
#include "tree.h"

/* What stands for a word of the template. */
struct filling {
	const char *type, *tags;
	char *service;
};

static const char *
word(const struct filling *f, const char *text)
{
	if (!strcmp(text, "$Type"))
		return f->type;
	if (!strcmp(text, "$Service"))
		return f->service;
	return strcmp(text, "$Tags") ? NULL : f->tags;
}

/* The same with its words filled in.  Gives it. */
static struct json_object *
fill(const struct filling *f, struct json_object *value)
{
	struct json_object *made;
	const char *text;
	size_t i;

	switch (json_object_get_type(value)) {
	case json_type_object:
		made = json_object_new_object();
		json_object_object_foreach(value, key, member)
			json_object_object_add(made, key, fill(f, member));
		return made;
	case json_type_array:
		made = json_object_new_array();
		for (i = 0; i < json_object_array_length(value); i++)
			json_object_array_add(made, fill(f, json_object_array_get_idx(value, i)));
		return made;
	case json_type_string:
		text = word(f, json_object_get_string(value));
		return text ? json_object_new_string(text) : json_object_get(value);
	default:
		return json_object_get(value);
	}
}

/* Some types are in no region, and asked for in one alone, or in any. */
static void
place(struct json_object *metadata, const char *type)
{
	struct json_object *global = tree_member(metadata, "Global");

	if (!global)
		return;
	json_object_object_foreach(global, prefix, home)
		if (!strncmp(type, prefix, strlen(prefix))) {
			json_object_object_add(metadata, "Scope", json_object_new_string("global"));
			if (home)
				json_object_object_add(metadata, "Home", json_object_get(home));
			return;
		}
}

/* What a run does with the template. */
struct making {
	struct collector_set *set;
	const char *types, *model;
};

/* The collector of one type. */
static int
make(const struct making *m, const char *name, const char *file, struct json_object *template, const char *type)
{
	struct filling f = { type, tree_text(tree_member(template, "TagsOf"), type), resource_type_service(type) };
	struct collector c = { .name = xstrdup(name), .file = xstrdup(file) };
	struct json_object *parameters;
	int status = -1;

	if (!f.tags)
		f.tags = ".Tags";
	if (f.service) {
		c.metadata = fill(&f, template);
		place(c.metadata, type);
		json_object_object_del(c.metadata, "Global");
		json_object_object_del(c.metadata, "TagsOf");
		parameters = tree_member(tree_member(c.metadata, "List"), "Parameters");
		if (m->model && parameters)
			json_object_object_add(parameters, "ResourceModel", json_object_new_string(m->model));
		status = collector_read(&c);
	} else {
		warnx("%s is no type of CloudFormation's", type);
	}
	free(f.service);
	if (status < 0) {
		collector_free(&c);
		return -1;
	}
	m->set->collectors = xrealloc(m->set->collectors, (m->set->n + 1) * sizeof(c));
	m->set->collectors[m->set->n++] = c;
	return 0;
}

/* Takes template. */
static int
make_all(void *arg, const char *name, const char *file, struct json_object *template)
{
	const struct making *m = arg;
	const char *p;
	size_t len;
	char *type;
	int status = 0;

	for (p = m->types; *p && !status; p += len + (p[len] == ',')) {
		len = strcspn(p, ",");
		type = xstrndup(p, len);
		status = make(m, name, file, template, type);
		free(type);
	}
	json_object_put(template);
	return status;
}

static int
by_type(const void *a, const void *b)
{
	return strcmp(((const struct collector *)a)->type, ((const struct collector *)b)->type);
}

int
cloudcontrol_collectors(struct collector_set *set, const char *dir, const char *types, const char *model)
{
	struct making m = { set, types, model };

	*set = (struct collector_set){0};
	if (modules_each(dir, make_all, &m) < 0)
		return -1;
	if (set->n)
		qsort(set->collectors, set->n, sizeof(*set->collectors), by_type);
	return 0;
}
