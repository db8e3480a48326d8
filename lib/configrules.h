/*
 * What rules of AWS Config found, as records: what its API answers about compliance, page by page, and its events.
 *
 *	config_rules_open(&c, &options);
 *	config_rules_read(&c, files);			all of them; what is no result is named
 *	config_rules_settle(&c);			which resources they are about
 *	judged_policies(&c.judged);			what they are about, for waivers
 *	config_rules_write(&c, &how);			prints
 *	config_rules_close(&c);
 *
 * Config names a resource by type and id.  Its ARN is the id, if that is one; or what an inventory says; or what the
 * type's collector makes of the id.  It is never guessed: a result whose resource is not known is named, and lost.
 * Of one rule and resource the newest result counts.
 * Functions that give an int: 0; 2 having named what was bad; 3, having said why, if there is no going on.
 * Memory: the rules, the types, and the results of one resource; the rest is in sorters.
 * Source: https://docs.aws.amazon.com/config/latest/APIReference/API_EvaluationResult.html
 */
#ifndef QRIE_CONFIGRULES_H
#define QRIE_CONFIGRULES_H

#include "collector.h"
#include "judged.h"
#include "sorter.h"

struct config_rules_options {
	const char *config;		/* share/config, of which ids.json is read */
	const char *collectors;		/* share/collectors */
	const char *inventory;		/* records of qrie-collect; NULL: none */
	const char *tmpdir;
};

struct config_rules {
	struct judged judged;
	const struct config_rules_options *options;
	struct buf ids;
	struct table types;		/* struct config_rules_type: those that results are about */
	struct collector_set collectors;
	struct functions *functions;	/* NULL until one is asked */
	int broken;			/* they do not compile, which was said */
	struct sorter by_id, by_arn;	/* results and the inventory; results whose resource is known */
};

int config_rules_open(struct config_rules *c, const struct config_rules_options *options);
int config_rules_read(struct config_rules *c, char **files);
int config_rules_settle(struct config_rules *c);
int config_rules_write(struct config_rules *c, const struct judged_how *how);
void config_rules_close(struct config_rules *c);

/* Shared by configrules*.c. */
enum { CONFIG_RULES_SEVERITY = 50 };	/* Config tells none; Security Hub takes its findings as MEDIUM */
enum { CONFIG_RULES_THERE = '0', CONFIG_RULES_RESULT };	/* the last byte of by_id's keys, behind type and id */

struct config_rules_type {
	struct span key;		/* as we name it */
	struct buf id;			/* the member of Configuration that Config calls the resource by; empty: not told */
	const struct collector *collector;	/* or NULL */
	size_t arn;			/* its function, once compiled */
};

#endif
