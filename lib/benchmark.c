#include <err.h>
#include <stdlib.h>
#include <string.h>

#include "benchmark.h"
#include "commalist.h"
#include "file.h"
#include "tree.h"

static void
add(struct buf *ids, const char *id)
{
	if (ids->len && commalist_has(ids->data, id))
		return;
	if (ids->len)
		buf_addc(ids, ',');
	buf_adds(ids, id);
}

/* All of a control's policies; -1 if they are no list of texts. */
static int
add_control(struct buf *ids, struct json_object *control)
{
	struct json_object *policies = tree_member(control, "Policies"), *id;
	size_t i;

	if (!tree_text(control, "Id") || !json_object_is_type(policies, json_type_array))
		return -1;
	for (i = 0; i < json_object_array_length(policies); i++) {
		id = json_object_array_get_idx(policies, i);
		if (!json_object_is_type(id, json_type_string))
			return -1;
		add(ids, json_object_get_string(id));
	}
	return 0;
}

static int
add_controls(struct buf *ids, struct json_object *document, const char *file)
{
	struct json_object *controls = tree_member(document, "Controls");
	size_t i;

	if (!json_object_is_type(controls, json_type_array)) {
		warnx("%s: it has no list of Controls", file);
		return -1;
	}
	for (i = 0; i < json_object_array_length(controls); i++)
		if (add_control(ids, json_object_array_get_idx(controls, i)) < 0) {
			warnx("%s: control %zu is not an object of Id, a text, and Policies, a list of texts", file, i + 1);
			return -1;
		}
	if (ids->len == 0)
		warnx("%s: its controls name no policy", file);
	return ids->len == 0 ? -1 : 0;
}

static int
add_benchmark(struct buf *ids, const char *name, const char *dir)
{
	struct buf file = {0}, text = {0};
	struct json_object *document = NULL;
	int status = -1;

	if (strchr(name, '/'))
		buf_adds(&file, name);
	else
		buf_addf(&file, "%s/%s.json", dir ? dir : "share/benchmarks", name);
	if (file_read(file.data, &text) < 0)
		warn("%s", file.data);
	else if (!(document = tree_parse(buf_span(&text))))
		warnx("%s: not a JSON object", file.data);
	else
		status = add_controls(ids, document, file.data);
	json_object_put(document);
	buf_free(&text);
	buf_free(&file);
	return status;
}

int
benchmark_expand(const char *list, const char *dir, struct buf *ids)
{
	char *copy = xstrndup(list, strlen(list)), *at = copy, *item;
	int status = 0;

	while (status == 0 && (item = strsep(&at, ",")))
		if (item[0] == '@')
			status = add_benchmark(ids, item + 1, dir);
		else
			add(ids, item);
	free(copy);
	return status;
}
