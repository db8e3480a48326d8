/*
 * Resources as AWS Config keeps them: snapshot and history files as it delivers them to S3, plain or gzip, and what its
 * API answers.  How a type of Config's becomes a resource is data: share/config/SERVICE/TYPE.jq (qrie-config(7)).
 * Memory: one item at a time; the items themselves are sorted on disk if they are many.
 * Source: https://docs.aws.amazon.com/config/latest/developerguide/example-s3-snapshot.html
 */
#ifndef QRIE_AWSCONFIG_H
#define QRIE_AWSCONFIG_H

#include "source.h"

source_fn awsconfig_files;

#endif
