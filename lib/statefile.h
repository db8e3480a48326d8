/*
 * Reading a file of findings as qrie-diff keeps it: findings by ARN and Policy, then evaluations by Policy.
 * What is not that is named as "tool: file:line: reason".
 */
#ifndef QRIE_STATEFILE_H
#define QRIE_STATEFILE_H

#include "finding.h"
#include "records.h"

/* What records are about, the first byte of their key, is the order of the file. */
enum { KEY_FINDING = 1, KEY_EVALUATION };

struct statefile {
	struct ndjson in;
	struct intake *intake;
	char *files[2];
	int more;			/* a line is there: */
	struct span line;		/* as it lies in the file */
	int known;			/* it is in order, and what follows is set: */
	struct buf key;			/* KEY_FINDING ARN NUL Policy NUL, or KEY_EVALUATION Policy NUL */
	struct span record;
	struct finding finding;		/* if it is one */
	struct buf before;		/* the key of the record before */
};

/* path: NULL, or a file that is not there, is an empty one.  Gives the first line.  0, or -1 having said why. */
int statefile_open(struct statefile *s, const char *path);
int statefile_next(struct statefile *s);	/* 0, more says whether there is one; -1 having said why */
int statefile_read(struct statefile *s);	/* the line, unless it is known: 0, or -1 having said why */
/*
 * In place of statefile_read(), by somebody who knows the line to be a good finding with this key, and needs nothing of
 * it: 1, or 0 having done nothing if it does not follow the line before.
 */
int statefile_take(struct statefile *s, struct span key);
void statefile_close(struct statefile *s);

#endif
