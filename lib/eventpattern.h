/*
 * Which events are meant: patterns as EventBridge's rules have them (qrie-events(7), "Patterns").
 *
 * What the documentation leaves open is as in the matcher that AWS has published: numbers are compared by value, null is
 * a value and an empty list is none, and of a list of objects one must satisfy all that the pattern says of it.
 * Letters are the same in either case if they are ASCII's.
 * Sources: https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-create-pattern-operators.html
 * https://github.com/aws/event-ruler
 */
#ifndef QRIE_EVENTPATTERN_H
#define QRIE_EVENTPATTERN_H

#include "buf.h"

/* NULL, or what is wrong with a pattern, which scan_check() accepted; static, or in scratch. */
const char *eventpattern_check(struct span pattern, struct buf *scratch);
/* Does it, checked, match the event, a JSON object that scan_check() accepted? */
int eventpattern_matches(struct span pattern, struct span event);

/* Appends a file's pattern, checked.  0, or -1 having said why. */
int eventpattern_read(const char *file, struct buf *to);

#endif
