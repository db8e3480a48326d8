/*
 * The accounts of an organization.
 * Source: https://docs.aws.amazon.com/organizations/latest/APIReference/API_ListAccounts.html and what it refers to.
 */
#include <err.h>
#include <stdlib.h>
#include <string.h>

#include "accounts.h"
#include "aws_ask.h"
#include "seen.h"
#include "tree.h"

/* What is being read. */
struct reading {
	struct accounts *accounts;
	struct session *session;
	const struct service *service;
	char **parents;			/* still to be asked for */
	size_t nparents;
	struct seen seen;		/* parents that were met */
};

static void
add_account(struct reading *r, struct json_object *item)
{
	const char *id = tree_text(item, "Id"), *name = tree_text(item, "Name"), *status = tree_text(item, "Status");
	struct account one = {0};

	if (!id || !account_is_id(id))
		return;
	one.id = xstrdup(id);
	one.name = name ? xstrdup(name) : NULL;
	one.status = status && strcmp(status, "ACTIVE") ? xstrdup(status) : NULL;
	accounts_add(r->accounts, &one);
}

static void
add_parent(struct reading *r, const char *id)
{
	if (!id || !seen_add(&r->seen, span_of(id)))
		return;
	r->parents = xrealloc(r->parents, (r->nparents + 1) * sizeof(*r->parents));
	r->parents[r->nparents++] = xstrdup(id);
}

static void
add_unit(struct reading *r, struct json_object *item)
{
	add_parent(r, tree_text(item, "Id"));
}

static struct json_object *
parameters(const char *parent, const char *token)
{
	struct json_object *o = json_object_new_object();

	if (parent)
		json_object_object_add(o, "ParentId", json_object_new_string(parent));
	if (token)
		json_object_object_add(o, "NextToken", json_object_new_string(token));
	return o;
}

/* All pages of a list; take gets each item of the member.  0; or -1 having said why. */
static int
read_list(struct reading *r, const char *operation, const char *parent, const char *member,
    void (*take)(struct reading *r, struct json_object *item))
{
	const struct aws_target target = session_target(r->session, r->session->region);
	struct seen tokens = {0};
	struct aws_asked asked;
	struct json_object *list;
	char *token = NULL;
	const char *next;
	int status = 0;
	size_t i;

	do {
		aws_ask(r->session->aws, &target, r->service, operation, parameters(parent, token), &asked);
		list = tree_member(asked.output, member);
		for (i = 0; list && i < json_object_array_length(list); i++)
			take(r, json_object_array_get_idx(list, i));
		next = tree_text(asked.output, "NextToken");
		free(token);
		token = next && *next ? xstrdup(next) : NULL;
		if (asked.why || (token && !seen_add(&tokens, span_of(token)))) {
			warnx("organizations %s%s%s: %s", operation, parent ? " " : "", parent ? parent : "",
			    asked.why ? asked.why : "RepeatedToken: a page names a page that was given before");
			status = -1;
		}
		aws_asked_free(&asked);
	} while (token && status == 0);
	free(token);
	seen_free(&tokens);
	return status;
}

/* A unit or the root: its accounts, and the units in it are asked for later. */
static int
read_parent(struct reading *r, const char *id)
{
	if (read_list(r, "ListAccountsForParent", id, "Accounts", add_account) < 0)
		return -1;
	return read_list(r, "ListOrganizationalUnitsForParent", id, "OrganizationalUnits", add_unit);
}

int
accounts_of_organization(struct accounts *a, struct session *session, char *const *units)
{
	struct reading r = { .accounts = a, .session = session };
	int status = 0;
	size_t i;

	if (!(r.service = session_service(session, "organizations")))
		return -1;
	if (!units)
		status = read_list(&r, "ListAccounts", NULL, "Accounts", add_account);
	for (; units && *units; units++)
		add_parent(&r, *units);
	for (i = 0; status == 0 && i < r.nparents; i++)
		status = read_parent(&r, r.parents[i]);
	if (status == 0 && !a->n) {
		warnx("organizations: there is no account");
		status = -1;
	}
	for (i = 0; i < r.nparents; i++)
		free(r.parents[i]);
	free(r.parents);
	seen_free(&r.seen);
	accounts_sort(a);
	return status;
}
