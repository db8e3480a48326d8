/* What the kinds of EC2 know about each other. */
#ifndef QRIE_SEED_EC2_H
#define QRIE_SEED_EC2_H

#include "seed_item.h"

/*
 * Volumes 2n and 2n + 1 of an account are instance n's first and second place; a second that is not attached
 * lies about unused.
 */
int seed_volume_attached(const struct seed_item *instance, int place);
int seed_volume_encrypted(const struct seed_item *instance, int place);

/* "Tags":[...], or nothing: EC2 leaves an empty list out. */
void seed_ec2_tags(struct buf *b, const struct seed_item *it);

/* A security group of the item's account and region, one of all of them by random. */
void seed_group_of(struct seed_item *group, const struct seed_item *it, uint64_t random);

/* A volume as an instance's block device, as evidence against it, and its id alone. */
enum { SEED_VOLUME_MAPPING = SEED_TEMPLATE_OWN, SEED_VOLUME_EVIDENCE, SEED_VOLUME_ID, SEED_VOLUME_OWN };
/* A security group as instances, and as databases, name the ones they are in. */
enum { SEED_GROUP_NAME = SEED_TEMPLATE_OWN, SEED_GROUP_MEMBERSHIP };

#endif
