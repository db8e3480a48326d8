/*
 * Collectors for any type of CloudFormation's, by the Cloud Control API: one template, share/cloud-control/resource.jq,
 * filled in for each type.
 */
#ifndef QRIE_CLOUDCONTROL_H
#define QRIE_CLOUDCONTROL_H

#include "collector.h"

/*
 * dir: share/cloud-control.  types: AWS::X::Y,...  model: JSON that lists of these types are asked with, or NULL.
 * 0; or -1 having said why.
 */
int cloudcontrol_collectors(struct collector_set *set, const char *dir, const char *types, const char *model);

#endif
