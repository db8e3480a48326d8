/*
 * To which resources a policy applies that was launched: qrie-eval(1), "Scope".
 *
 * What hangs on account, unit and region is decided once for each account and region, and remembered; only tags are
 * looked at for each resource.
 */
#ifndef QRIE_SCOPE_H
#define QRIE_SCOPE_H

#include "record.h"
#include "units.h"

struct scope;

/* Reads a JSON object.  {} applies to all.  0; or -1 with why (appended) and nothing to free. */
int scope_read(struct scope **s, struct span json, struct buf *why);
/* Does it name organizational units?  Then scope_use_units() must come before scope_applies(); units are borrowed. */
int scope_has_units(const struct scope *s);
/* Does it read tags? */
int scope_has_tags(const struct scope *s);
void scope_use_units(struct scope *s, const struct units *units);
void scope_free(struct scope *s);

enum applies { APPLIES, APPLIES_NOT, APPLIES_UNKNOWN };

/*
 * Does it apply to a resource?  Of APPLIES_UNKNOWN the reasons are appended to evidence: entries as in a record's
 * Unreadable, commas between.
 */
enum applies scope_applies(struct scope *s, const struct record *r, struct buf *evidence);

/*
 * A scope as options give it, one after the other: an object as JSON, or KEY=VALUE,... and IncludeTags.KEY=VALUE,....
 * Makes the JSON of all in to.  0; or -1 with why (appended).
 */
int scope_spell(const struct texts *options, struct buf *to, struct buf *why);

#endif
