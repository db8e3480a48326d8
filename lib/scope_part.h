/* What the files of scope.h share. */
#ifndef QRIE_SCOPE_PART_H
#define QRIE_SCOPE_PART_H

#include "path.h"
#include "scope.h"
#include "table.h"

enum { INCLUDE, EXCLUDE, SIDES };

struct scope_tag {
	char *key;
	struct path path;		/* of the tag in a record */
	struct texts values;		/* none: any */
};

struct scope_tags {
	struct scope_tag *tag;
	size_t n;
};

/* What was decided for an account and a region. */
struct scope_place {
	struct span key;		/* both, as the record has them */
	size_t account_len;
	enum applies applies;
	const char *path, *code;	/* of what is unknown */
};

struct scope {
	struct texts accounts[SIDES], units[SIDES], regions[SIDES];
	struct scope_tags tags[SIDES];
	const struct units *where;
	struct table places;
	struct scope_place *last;
	struct buf scratch;
};

#endif
