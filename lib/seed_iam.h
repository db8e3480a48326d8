/* What the kinds of IAM know about each other: the n-th policy of an account is attached to its n-th user or role. */
#ifndef QRIE_SEED_IAM_H
#define QRIE_SEED_IAM_H

#include "seed_item.h"

int seed_policy_has_user(const struct seed_item *policy);
int seed_policy_has_role(const struct seed_item *policy);

enum { SEED_POLICY_ATTACHED = SEED_TEMPLATE_OWN };	/* a policy as what it is attached to names it */
enum { SEED_ROLE_NAME = SEED_TEMPLATE_OWN };		/* a role as its policies name it */
enum { SEED_USER_NAME = SEED_TEMPLATE_OWN };		/* a user, likewise */

#endif
