/*
 * The accounts to look at, and how to get into each: those of a file, or those of an organization.
 *
 * The file has an account a line: twelve digits; or a record {"AccountId", "AccountName", "Status", "OnboardedAt"} that
 * may say more: "RoleArn" or "Role" (the role to assume: its ARN, or its name with its path), "ExternalId", "Profile"
 * (whose credentials are used, or assume the role), "Regions" (a list, or a text with commas).  Blank lines and those
 * that begin with # are passed over, other members too.  What stands later goes before what stands earlier.
 */
#ifndef QRIE_ACCOUNTS_H
#define QRIE_ACCOUNTS_H

#include "accountid.h"
#include "session.h"

struct account {
	char *id, *name;
	char *role;		/* an ARN, or a name with its path; NULL: what holds for all */
	char *external_id, *profile;
	char **regions;		/* as regions_parse(); NULL: what holds for all */
	char *status;		/* NULL: active.  Else it is not looked at */
};

struct accounts {		/* start it as {0} */
	struct account *all;	/* by id, each once */
	size_t n, cap;
};

/* path "-": standard input.  0; 2 if lines were bad, each named on standard error as file:line; 3 having said why: the
   file cannot be read, or it names no account. */
int accounts_read(struct accounts *a, const char *path);
/*
 * Asks AWS Organizations, signed in as session: for all accounts; or for those in and below organizational units or the
 * root (NULL-terminated ids; NULL: all).  0; or -1 having said why.
 */
int accounts_of_organization(struct accounts *a, struct session *session, char *const *units);
/* Keeps one alone; -1 if it is not there. */
int accounts_choose(struct accounts *a, const char *id);
const struct account *accounts_find(const struct accounts *a, const char *id);
void accounts_free(struct accounts *a);

/* Can it be the name of a role, its path before it? */
int account_is_role(const char *text);

/* accounts_read.c, accounts_organization.c: adds one, or takes the place of the one with its id.  Takes what it holds. */
void accounts_add(struct accounts *a, const struct account *one);
void accounts_sort(struct accounts *a);
void account_free(struct account *one);

#endif
