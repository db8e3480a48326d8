/* What AWS charges for API calls. */
#include "prices.h"

#include <err.h>
#include <stdio.h>
#include <string.h>

#include "file.h"
#include "tree.h"

static int
fits(struct json_object *price, const struct collector_call *call)
{
	const char *service = tree_text(price, "Service");
	struct json_object *operations = tree_member(price, "Operations");

	return service && !strcmp(service, call->service) && (!operations || tree_lists(operations, call->operation));
}

/* The first that fits. */
static void
put(struct json_object *prices, struct collector_call *call)
{
	struct json_object *price;
	size_t i;

	for (i = 0; i < json_object_array_length(prices); i++) {
		price = json_object_array_get_idx(prices, i);
		if (!fits(price, call))
			continue;
		call->nanodollars = (unsigned long)(json_object_get_double(tree_member(price, "PerMillion")) * 1000 + 0.5);
		return;
	}
}

static void
put_all(struct json_object *prices, struct collector *c)
{
	size_t i;

	if (c->list)
		put(prices, c->list);
	if (c->parents)
		put(prices, c->parents);
	if (c->one && c->one->call)
		put(prices, c->one->call);
	for (i = 0; i < c->nbatch; i++)
		put(prices, &c->batch[i].call);
	for (i = 0; i < c->nonce; i++)
		put(prices, &c->once[i]);
	for (i = 0; i < c->ndetail; i++) {
		put(prices, &c->detail[i]);
		if (c->detail[i].before)
			put(prices, c->detail[i].before);
	}
}

int
prices_put(const char *file, struct collector_set *set)
{
	struct buf text = {0};
	struct json_object *document = NULL, *prices;
	size_t i;
	int status = -1;

	if (file_read(file, &text) < 0) {
		warn("%s", file);
	} else {
		document = tree_parse(buf_span(&text));
		prices = tree_member(document, "Calls");
		if (json_object_is_type(prices, json_type_array)) {
			for (i = 0; i < set->n; i++)
				put_all(prices, &set->collectors[i]);
			status = 0;
		} else {
			warnx("%s: it has no list of Calls", file);
		}
	}
	json_object_put(document);
	buf_free(&text);
	return status;
}

void
prices_print(unsigned long long nanodollars, char text[PRICES_TEXT])
{
	size_t len;

	snprintf(text, PRICES_TEXT, "%llu.%09llu", nanodollars / 1000000000, nanodollars % 1000000000);
	len = strlen(text);
	while (text[len - 1] == '0')
		len--;
	if (text[len - 1] == '.')
		len--;
	text[len] = '\0';
}
