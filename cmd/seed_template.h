/* qrie-seed resources --terraform: the same resources, for Terraform to make. */
#ifndef QRIE_SEED_TEMPLATE_H
#define QRIE_SEED_TEMPLATE_H

#include "seed_resources.h"

/* Prints the configuration; asks nobody.  The exit status; exits with 3 where the options do not fit. */
int seed_template(const char *argv0, const struct resources_options *o);

#endif
