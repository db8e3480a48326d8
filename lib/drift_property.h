/*
 * What the paths of a type's changes are called, and how bad a change of each is: share/drift/properties.ndjson.
 *
 * A line has ResourceType ("*": any) and Path, a JSON Pointer in which a token "*" stands for any and which holds for all
 * below it.  The first line that holds decides: Property names what changed (left out: the path's last token as it is
 * met; null: the change does not count, since another path says the same), SeverityLabel how bad that is (MEDIUM), and
 * Default the value that AWS means where it has none, Own the members that tell items of a list which AWS or another adds
 * by itself ({}: any), Separator what the parts of a text are told apart by whose order does not matter.
 */
#ifndef QRIE_DRIFT_PROPERTY_H
#define QRIE_DRIFT_PROPERTY_H

#include "buf.h"

struct drift_property {
	char *type, *path;		/* type NULL: any */
	char *name;			/* NULL: the path's last token */
	int ignored;
	int severity;			/* 0 to 100 */
	struct buf otherwise;		/* Default, compact JSON; empty: none */
	struct buf own;			/* Own, likewise */
	char separator;			/* '\0': none */
};

struct drift_properties {
	struct drift_property *all;
	size_t n;
};

/* 0; 3 having said why. */
int drift_properties_read(struct drift_properties *p, const char *file);
/* The line for a change at path of a type (text, no JSON); NULL if there is none.  Its name, as text, in name. */
const struct drift_property *drift_property(const struct drift_properties *p, struct span type, struct span path,
    struct buf *name);
void drift_properties_free(struct drift_properties *p);

#endif
