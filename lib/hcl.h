/*
 * Where resources and modules are written in Terraform's language, native (.tf) or JSON (.tf.json).
 *
 * The scanner knows comments, strings with templates in them, heredocs and braces, and nothing else of the language: what
 * it does not know it passes over, so that a file which Terraform would refuse costs no more than the blocks in it.
 * Source: https://github.com/hashicorp/hcl/blob/main/hclsyntax/spec.md
 */
#ifndef QRIE_HCL_H
#define QRIE_HCL_H

#include "buf.h"

/* resource "TYPE" "NAME", or module "NAME" (type is {NULL, 0}), on a line that counts from 1.  Spans point into the text. */
typedef void hcl_fn(void *arg, struct span type, struct span name, unsigned long line);

void hcl_blocks(struct span text, hcl_fn *found, void *arg);
/* 0, or -1 if the text is no JSON. */
int hcl_json_blocks(struct span text, hcl_fn *found, void *arg);

#endif
