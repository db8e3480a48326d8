/*
 * The waivers of a run (waiver.h), found by the ARN or the address that they name; those with wildcards are tried one
 * after the other.  Memory: the waivers.
 */
#ifndef QRIE_WAIVERS_H
#define QRIE_WAIVERS_H

#include <time.h>

#include "policy.h"
#include "record.h"

struct waivers;

/*
 * Reads files, a list with commas, for the policies of set, which is borrowed.  What is no waiver is named on standard
 * error and costs itself; *status is then 2, else 0.
 */
struct waivers *waivers_load(const char *files, const struct policy_set *set, time_t now, int *status);
void waivers_free(struct waivers *w);
/*
 * What waives a finding of a policy, by its number, on a resource: a JSON object as a finding has it, valid as long as
 * w; {NULL, 0} if nothing does.  Of several it is the one that expires last.  Each is counted.
 */
struct span waivers_find(struct waivers *w, const struct record *r, size_t policy);

/* Their counts as one line of text, and such a line added; what it is followed by, {NULL, 0} if it is no such line. */
void waivers_export(const struct waivers *w, struct buf *to);
struct span waivers_import(struct waivers *w, struct span text);

/* A waiver record for each, in the order of the files. */
void waivers_write(const struct waivers *w, struct buf *to);
/* Names on standard error those that are expired, those that waived nothing and, with skipped, those whose policy is none. */
void waivers_say(const struct waivers *w, int skipped);

#endif
