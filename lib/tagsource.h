/*
 * Values for tags from elsewhere than a resource's own record: from options and files of qrie-tag(1).
 * Memory: grows with what the files name.
 */
#ifndef QRIE_TAGSOURCE_H
#define QRIE_TAGSOURCE_H

#include <time.h>

#include "compliance.h"
#include "table.h"
#include "tagmapfile.h"
#include "tagrule.h"

struct tagsource {			/* start it as {0} */
	struct tag_pairs given;		/* for any resource; its texts are borrowed */
	struct tagmapfile map;
	struct compliance compliance;
	struct table created;		/* of entries of this file, by ARN */
	struct table deployments;
};

/* key=value, borrowed; a key that was given before has the new value.  -1: it is not that. */
int tagsource_give(struct tagsource *s, char *text);
/* deployment records: DeploymentId of ResourceARNs, the newest DeployedAt counts.  0; or 3 having said why. */
int tagsource_deployments(struct tagsource *s, const char *file);
/* A resource was made then; of several times the first counts. */
void tagsource_created(struct tagsource *s, const char *arn, time_t time);

/* What a tag must be by what is known of the resource: how it was judged, what deployed it; NULL: nothing is known. */
const char *tagsource_fact(const struct tagsource *s, const struct tag_rule *rule, struct span arn);
/* What a tag may be if it is not there: the map's value, else the one given; NULL: none. */
const char *tagsource_value(const struct tagsource *s, const struct tagmap_resource *r, const char *key);
/* When it was made, as we write times; NULL: not known. */
const char *tagsource_birth(const struct tagsource *s, struct span arn);
void tagsource_free(struct tagsource *s);

#endif
