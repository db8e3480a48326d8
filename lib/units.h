/*
 * In which organizational units accounts lie, for scopes that name units.
 *
 * Two kinds of lines tell it.  An account of a file of accounts (qrie-collect(1), --accounts) may have the member OU: a
 * path or several, from the root or from anywhere, steps separated by slashes, each an id or a name.  And the records
 * of AWS::Organizations::Account in an inventory have Parents, the unit that the account is in, and, where AWS tells
 * them, Paths.
 * Memory: the paths of all accounts.
 */
#ifndef QRIE_UNITS_H
#define QRIE_UNITS_H

#include "texts.h"

struct units;

/* Lines of other records are passed over.  NULL having said why. */
struct units *units_read(const char *path);
/* The paths of an account, a JSON string; NULL if nothing is known of it. */
const struct texts *units_of(const struct units *u, struct span account);
/* Is one of the paths that of unit, or of one below it?  unit is a path's beginning, or one step of it. */
int units_below(const struct texts *paths, const char *unit);
void units_free(struct units *u);

#endif
