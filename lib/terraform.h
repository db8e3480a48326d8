/*
 * Resources as Terraform tells of them: from a state (the file, version 4, or "terraform show -json"), and from a plan
 * ("terraform show -json PLAN").  How a Terraform type becomes a resource is data: share/terraform/TYPE.jq, described
 * in qrie-terraform(7).
 * Memory: one document at a time, and about 200 bytes for each of its resources.
 * Source: https://developer.hashicorp.com/terraform/internals/json-format
 */
#ifndef QRIE_TERRAFORM_H
#define QRIE_TERRAFORM_H

#include "source.h"

source_fn terraform_state, terraform_plan;

#endif
