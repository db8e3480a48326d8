/* The options of qrie-collect, as its page lists them. */
#ifndef QRIE_COLLECT_OPTIONS_H
#define QRIE_COLLECT_OPTIONS_H

#include <time.h>

/* What is asked for: resources, or what there is to ask. */
enum action { COLLECT, LIST, IAM_POLICY, EXPLAIN };

struct options {
	const char *types, *regions, *profile, *account, *service, *from, *known, *aggregator, *expression;
	const char *resource_model, *pattern;
	const char *accounts, *organization, *role, *external_id;	/* organization: "" for all of it */
	const char *source, *live;		/* of a Terraform plan: its folder; what is there */
	const char *redact_key;			/* "": none */
	const char *for_policies, *journal;	/* for_policies: "" for all */
	int in_flight, timeout_ms, quiet, verbose, tags, has_now;	/* tags: beside what policies read */
	time_t now;
	enum action action;
	char **files;
};

/* Fills what was given and what holds without; anything that is no option ends the program: 0 for --help, else 3. */
void options_read(int argc, char **argv, struct options *o);
/* Are there other accounts to look at than the caller's? */
int options_many(const struct options *o);
void options_usage(void) __attribute__((noreturn));	/* says it on standard error, and exits 3 */

#endif
