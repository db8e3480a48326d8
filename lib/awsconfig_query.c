/* Resources that an aggregator of AWS Config covers. */
#include "awsconfig_query.h"

#include <err.h>
#include <stdlib.h>
#include <string.h>

#include "aws_ask.h"
#include "awsconfig_part.h"
#include "covered.h"
#include "out.h"
#include "tree.h"

enum { A_PAGE = 100 };		/* results, the most that there can be */

/* As Config names a type that was asked for by our name, by Config's or by the collector's; NULL: it is no name. */
static const char *
config_name(const struct config_maps *maps, const char *type)
{
	const char *ours = type;
	size_t i;

	if (strspn(type, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789:/-") != strlen(type))
		return NULL;
	for (i = 0; i < maps->collectors.n; i++)
		if (!strcmp(maps->collectors.collectors[i].name, type))
			ours = maps->collectors.collectors[i].type;
	for (i = 0; i < maps->n; i++)
		if (!strcmp(maps->all[i].type, ours))
			return maps->all[i].config_type;
	return ours;
}

/* All that an item needs, of the types asked for. */
static void
write_expression(const struct config_maps *maps, const char *types, struct buf *sql)
{
	const char *p, *name, *separator = " WHERE resourceType IN (";
	size_t len;
	char *type;

	buf_adds(sql, "SELECT accountId, arn, awsRegion, configuration, configurationItemCaptureTime, configurationItemStatus, "
	    "resourceId, resourceName, resourceType, supplementaryConfiguration, tags");
	for (p = types ? types : ""; *p; p += len + (p[len] == ',')) {
		len = strcspn(p, ",");
		type = xstrndup(p, len);
		if ((name = config_name(maps, type))) {
			buf_addf(sql, "%s'%s'", separator, name);
			separator = ", ";
		}
		free(type);
	}
	if (separator[0] == ',')
		buf_addc(sql, ')');
}

/* Adds the items of a page.  0, or -2 as config_run_add(). */
static int
add_items(struct config_run *run, struct json_object *results)
{
	const char *why;
	size_t i, n = json_object_is_type(results, json_type_array) ? json_object_array_length(results) : 0;
	int status = 0;

	for (i = 0; i < n && status > -2; i++) {
		struct json_object *item = json_object_array_get_idx(results, i);

		status = config_run_add(run, span_of(json_object_get_string(item)), &why);
		if (status == -1) {
			warnx("SelectAggregateResourceConfig: %s", why);
			run->status = 2;
		}
	}
	return status == -2 ? -2 : 0;
}

/* Parameters of the next page.  token is borrowed, or NULL.  Gives them. */
static struct json_object *
parameters_of(const struct awsconfig_query *q, const char *expression, const char *token)
{
	struct json_object *o = json_object_new_object();

	json_object_object_add(o, "Expression", json_object_new_string(expression));
	json_object_object_add(o, "ConfigurationAggregatorName", json_object_new_string(q->aggregator));
	json_object_object_add(o, "Limit", json_object_new_int(A_PAGE));
	if (token)
		json_object_object_add(o, "NextToken", json_object_new_string(token));
	return o;
}

static void
fail(struct config_run *run, const struct awsconfig_query *q, const struct fetch_counts *counts, const char *code,
    const char *why)
{
	const struct covered covered = {
		.account = q->target.account, .region = q->target.region, .type = "*", .status = "failed", .code = code,
		.message = why, .counts = counts, .started = run->options->now, .ended = run->options->now
	};
	struct buf record = {0};

	warnx("%s/%s config SelectAggregateResourceConfig %s: %s", q->target.account, q->target.region, q->aggregator, why);
	covered_print(&covered, &record);
	out_line(buf_span(&record));
	buf_free(&record);
	run->status = 2;
}

/* Asks for all pages.  0, or -2 as config_run_add(). */
static int
ask_all(struct config_run *run, const struct awsconfig_query *q, const char *expression)
{
	struct fetch_counts counts = {0};
	struct aws_asked asked;
	char *token = NULL;
	const char *next;
	int status = 0, more = 1;

	while (more && !status && !out_gone()) {
		more = 0;
		counts.calls++;
		aws_ask(q->aws, &q->target, q->service, "SelectAggregateResourceConfig",
		    parameters_of(q, expression, token), &asked);
		next = tree_text(asked.output, "NextToken");
		if (!asked.output) {
			fail(run, q, &counts, asked.code, asked.why);
		} else if ((status = add_items(run, tree_member(asked.output, "Results"))) == 0 && next && *next) {
			if (token && !strcmp(token, next)) {
				fail(run, q, &counts, "RepeatedToken", "a page names a page that was given before");
			} else {
				free(token);
				token = xstrdup(next);
				more = 1;
			}
		}
		aws_asked_free(&asked);
	}
	free(token);
	return status;
}

int
awsconfig_query(const struct source_options *o, const struct awsconfig_query *q)
{
	struct config_run run;
	struct buf sql = {0};

	run.status = config_run_begin(&run, o);
	if (!run.status) {
		write_expression(&run.maps, o->types, &sql);
		if (ask_all(&run, q, q->expression ? q->expression : sql.data) < 0)
			run.status = 3;
	}
	buf_free(&sql);
	return config_run_end(&run);
}
