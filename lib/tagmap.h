/* Tags as one map. */
#ifndef QRIE_TAGMAP_H
#define QRIE_TAGMAP_H

#include <json-c/json.h>

/* From a map, or a list of Key and Value, TagKey and TagValue, or key and value; {} from anything else.  Gives it. */
struct json_object *tag_map(struct json_object *tags);

#endif
