/* Carries out tagplan records. */
#include "tagapply.h"

#include <sys/stat.h>

#include <err.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "atomicfile.h"
#include "ndjson.h"
#include "out.h"
#include "record.h"
#include "scan.h"
#include "tagchange.h"
#include "tree.h"

enum { CHUNK = 1000 };		/* resources that are looked at together */

/* A resource that a plan is for. */
struct work {
	struct span key;		/* the ARN: table.h's */
	struct tagitem item;
	struct tagchange change;
	struct json_object *plan, *undo;
};

struct apply {
	const struct tagapply_options *options;
	struct tagapply_counts *counts;
	struct work *chunk;		/* looked at now */
	size_t nchunk;
	struct table kept;		/* to be changed */
	size_t wanted;			/* resources to change, also those beyond the most */
	int status;
};

static void
work_clear(struct work *w)
{
	tagitem_clear(&w->item);
	tagchange_free(&w->change);
	json_object_put(w->plan);
	json_object_put(w->undo);
	w->plan = w->undo = NULL;
}

static void
complain(struct apply *a, const char *arn, const char *why)
{
	warnx("%s: %s", arn, why);
	a->status = 2;
	a->counts->failed++;
}

/* One that is to be changed, if it is not known yet. */
static void
keep(struct apply *a, struct work *w)
{
	struct work *kept;

	if (a->kept.n >= a->options->max && !table_find(&a->kept, span_of(w->item.arn))) {
		a->wanted++;
		return;
	}
	kept = table_get(&a->kept, span_of(w->item.arn));
	if (!kept->plan) {
		a->wanted++;
		w->undo = tagchange_undo(&w->change, w->plan, w->item.tags, a->options->now);
		w->key = kept->key;
		w->item.set = w->change.set;
		w->item.remove = w->change.remove;
		w->item.remove_first = w->change.remove_first;
		*kept = *w;
		*w = (struct work){0};
	} else if (!json_object_equal(kept->change.set, w->change.set) ||
	    !json_object_equal(kept->change.remove, w->change.remove)) {
		complain(a, w->item.arn, "it is planned twice, and not alike: what stands first counts");
	}
}

static void
look(struct apply *a)
{
	struct tagitem **items = xcalloc(a->nchunk + 1, sizeof(*items));
	const struct tag_limit *limit;
	struct work *w;
	size_t i;
	char *why;
	int made;

	for (i = 0; i < a->nchunk; i++)
		items[i] = &a->chunk[i].item;
	tagging_read(a->options->tagging, items, a->nchunk);
	free(items);
	for (w = a->chunk; w < a->chunk + a->nchunk; w++) {
		limit = tag_limit_of(a->options->rules, span_of(tree_text(w->plan, "ResourceType")));
		if (w->item.code) {
			complain(a, w->item.arn, w->item.why);
		} else if ((made = tagchange_make(&w->change, w->plan, w->item.tags, limit, &why)) < 0) {
			complain(a, w->item.arn, why);
			free(why);
		} else if (made) {
			keep(a, w);
		} else {
			a->counts->same++;
		}
		work_clear(w);
	}
	a->nchunk = 0;
}

static int
is_elsewhere(const struct tagapply_options *o, const char *region)
{
	size_t i;

	for (i = 0; o->regions && o->regions[i]; i++)
		if (!strcmp(o->regions[i], region))
			return 0;
	return o->regions != NULL;
}

/* The account in an ARN, which S3's have none of: "" then. */
static struct span
account_of(const char *arn)
{
	size_t i;

	for (i = 0; i < 4 && arn; i++)
		arn = strchr(arn, ':') ? strchr(arn, ':') + 1 : NULL;
	return arn ? (struct span){ arn, strcspn(arn, ":") } : SPAN("");
}

/* Whose is it?  -1 having said that it is another's. */
static int
check_account(const struct apply *a, struct json_object *plan, const struct ndjson *in)
{
	const char *arn = tree_text(plan, "ARN"), *account = tree_text(plan, "AccountId");
	struct span in_arn = account_of(arn);

	if (!strcmp(account, a->options->account) && (!in_arn.len || span_is(in_arn, account) || span_is(in_arn, "aws")))
		return 0;
	warnx("%s:%lu: %s is of account %s, and these credentials are of %s: nothing was written", in->name, in->line, arn,
	    strcmp(account, a->options->account) ? account : arn, a->options->account);
	return -1;
}

/* Where a plan's resource is asked for; NULL with *why (static) set. */
static const char *
region_of(const struct apply *a, struct json_object *plan, const char **why)
{
	const char *region = tree_text(plan, "Region");

	*why = !tree_text(plan, "ARN") ? "plan without ARN" : !tree_text(plan, "ResourceType") ? "plan without ResourceType" :
	    !tree_text(plan, "AccountId") ? "plan without AccountId" : !region ? "plan without Region" : NULL;
	if (*why)
		return NULL;
	if (!strcmp(region, "global"))
		region = tag_calls_home(a->options->tagging->calls, tree_text(plan, "ARN"));
	if (!region || !endpoint_is_region(region))
		*why = "Region is none";
	return *why ? NULL : region;
}

/* Takes a plan.  3 if it is of another account. */
static int
add(struct apply *a, struct json_object *plan, struct ndjson *in)
{
	const char *region, *why;
	struct work *w;

	if (!tagchange_wanted(plan)) {
		json_object_put(plan);
		return 0;
	}
	if (!(region = region_of(a, plan, &why)) || check_account(a, plan, in) < 0) {
		ndjson_complain(in, why);
		json_object_put(plan);
		return why ? 0 : 3;
	}
	if (is_elsewhere(a->options, tree_text(plan, "Region"))) {
		json_object_put(plan);
		return 0;
	}
	w = &a->chunk[a->nchunk++];
	*w = (struct work){ .plan = plan };
	w->item.arn = tree_text(plan, "ARN");
	w->item.region = region;
	w->item.call = tag_call_of(a->options->tagging->calls, tree_text(plan, "ResourceType"));
	if (a->nchunk == CHUNK)
		look(a);
	return 0;
}

/* All plans.  3 if nothing may be written. */
static int
read_plans(struct apply *a, char **files)
{
	struct ndjson in;
	struct record r;
	struct span line;
	int status = 0, end;

	ndjson_open(&in, files);
	while (!status && ndjson_next(&in, &line)) {
		record_read(&r, line);
		if (record_is(&r, "tagplan"))
			status = add(a, tree_parse(line), &in);
	}
	if (!status && a->nchunk)
		look(a);
	end = ndjson_close(&in);
	return status ? status : end;
}

/* A terminal, a pipe, a device: it is written to as it is. */
static int
write_special(const char *path, const struct buf *text)
{
	FILE *f = fopen(path, "w");
	int error = 0;

	if (!f)
		return -1;
	if (fwrite(text->data, 1, text->len, f) != text->len || fflush(f) != 0)
		error = errno;
	if (fclose(f) != 0 && !error)
		error = errno;
	errno = error;
	return error ? -1 : 0;
}

static int
write_file(const char *path, const struct buf *text)
{
	struct atomicfile file;
	struct stat st;

	if (stat(path, &st) == 0 && !S_ISREG(st.st_mode))
		return write_special(path, text);
	if (lstat(path, &st) == 0) {
		errno = EEXIST;		/* it may undo what an earlier run has done */
		return -1;
	}
	if (atomicfile_open(&file, path) < 0)
		return -1;
	atomicfile_text(&file, buf_span(text));
	return atomicfile_commit(&file);
}

static int
write_undo(const struct apply *a)
{
	const char *path = a->options->undo;
	struct buf text = {0};
	int status;
	size_t i;

	buf_adds(&text, "");
	for (i = 0; i < a->kept.n; i++) {
		tree_print(((struct work *)a->kept.item[i])->undo, &text);
		buf_addc(&text, '\n');
	}
	if ((status = write_file(path, &text)) < 0)
		warn("%s: nothing was written to AWS", path);
	buf_free(&text);
	return status;
}

static void
print(struct apply *a, struct work *w, struct buf *text)
{
	struct json_object *record = tagchange_record("tagresult", w->plan);
	const char *failed = w->item.code;

	tree_set_text(record, "Status", failed ? "failed" : a->options->dry_run ? "planned" : "changed");
	json_object_object_add(record, "Set", json_object_get(w->change.set));
	json_object_object_add(record, "Remove", tagchange_gone(&w->change));
	if (failed) {
		tree_set_text(record, "Code", w->item.code);
		tree_set_text(record, "Message", w->item.why);
		complain(a, w->item.arn, w->item.why);
	} else {
		a->counts->changed++;
	}
	buf_clear(text);
	tree_print(record, text);
	out_line(buf_span(text));
	json_object_put(record);
}

static void
print_all(struct apply *a)
{
	struct buf text = {0};
	size_t i;

	for (i = 0; i < a->kept.n; i++)
		print(a, a->kept.item[i], &text);
	buf_free(&text);
}

/* 3 if nothing was written. */
static int
write_all(struct apply *a)
{
	struct tagitem **items;
	size_t i;

	if (a->wanted > a->options->max) {
		warnx("%zu resources would be changed, and %zu may be (--max-changes): nothing was written", a->wanted,
		    a->options->max);
		return 3;
	}
	if (!a->options->dry_run) {
		if (a->options->undo && write_undo(a) < 0)
			return 3;
		items = xcalloc(a->kept.n + 1, sizeof(*items));
		for (i = 0; i < a->kept.n; i++)
			items[i] = &((struct work *)a->kept.item[i])->item;
		tagging_write(a->options->tagging, items, a->kept.n);
		free(items);
	}
	print_all(a);
	return 0;
}

int
tagapply(const struct tagapply_options *o, char **files, struct tagapply_counts *counts)
{
	struct apply a = { .options = o, .counts = counts, .kept = { .size = sizeof(struct work) } };
	int status;
	size_t i;

	*counts = (struct tagapply_counts){0};
	a.chunk = xcalloc(CHUNK, sizeof(*a.chunk));
	status = read_plans(&a, files);
	if (status < 3)
		status = record_status(status, write_all(&a));
	for (i = 0; i < a.nchunk; i++)
		work_clear(&a.chunk[i]);
	for (i = 0; i < a.kept.n; i++)
		work_clear(a.kept.item[i]);
	table_free(&a.kept);
	free(a.chunk);
	return record_status(status, a.status);
}
