/*
 * Resources of all accounts that an aggregator of AWS Config covers, by SelectAggregateResourceConfig.
 * Source: https://docs.aws.amazon.com/config/latest/developerguide/query-using-sql-editor-cli.html
 */
#ifndef QRIE_AWSCONFIG_QUERY_H
#define QRIE_AWSCONFIG_QUERY_H

#include "aws.h"
#include "source.h"

struct awsconfig_query {
	struct aws *aws;
	struct aws_target target;
	const struct service *service;		/* config */
	const char *aggregator;
	const char *expression;			/* SQL that selects what an item needs; NULL: all of the types asked for */
};

/* As a source: 0, 2 or 3.  What could not be had is a coverage record, too. */
int awsconfig_query(const struct source_options *o, const struct awsconfig_query *q);

#endif
