/* Regions: by name, or by glob among those that an account has enabled (EC2 DescribeRegions). */
#ifndef QRIE_REGIONS_H
#define QRIE_REGIONS_H

#include "aws.h"

/* A comma-separated list, in its order, each once; NULL-terminated, each malloc'd; regions_free().  NULL if it has none. */
char **regions_parse(const char *list);
void regions_free(char **regions);

/* Is one of them "all" or a glob, so that the account must be asked which it has? */
int regions_need_asking(char *const *wanted);
/* Those wanted: a plain name as it is, "all" and globs as far as they are enabled (NULL: none is).  By byte order, each
   once, as regions_parse() gives them; NULL if it is none at all. */
char **regions_choose(char *const *wanted, char *const *enabled);

/*
 * Asks for the regions that are enabled.  done is called once, from aws_run(): with their names (borrowed); or with NULL,
 * a code, AWS's or one of aws.h, and why, which says all.  The target must live until then.
 */
typedef void regions_done(void *arg, char *const *enabled, const char *code, const char *why,
    const struct aws_stats *stats);
void regions_ask(struct aws *a, const struct aws_target *t, const struct service *ec2, regions_done *done, void *arg);

#endif
