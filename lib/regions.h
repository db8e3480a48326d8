/* The regions that an account has enabled (EC2 DescribeRegions). */
#ifndef QRIE_REGIONS_H
#define QRIE_REGIONS_H

#include "aws.h"

/* Their names by byte order, NULL-terminated, each malloc'd, regions_free(); or NULL with *why (malloc'd) set. */
char **regions_enabled(struct aws *a, const struct aws_target *t, const struct service *ec2, char **why);
/* A comma-separated list as such names, in its order, each once. */
char **regions_parse(const char *list);
void regions_free(char **regions);

#endif
