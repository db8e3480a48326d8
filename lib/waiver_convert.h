/*
 * What other tools call ignoring, muting or skipping, as waivers (waiver.h): lists of Trivy and Prowler, baselines
 * and comments of Checkov.  A waiver holds for no more than its original; what one cannot say is left out.
 * Which of our policies a check of theirs is, is data: lines of TOOL, CHECK and POLICY, with tabs between; and so is
 * what the ARN looks like of what Prowler tells by an id: lines of what a check begins with, and an ARN with % for it.
 */
#ifndef QRIE_WAIVER_CONVERT_H
#define QRIE_WAIVER_CONVERT_H

#include "buf.h"

struct waiver_convert {
	const char *tool;		/* "trivyignore", "checkov" or "prowler" */
	const char *peers, *arns;	/* these files */
	const char *expires, *owner;	/* where the file does not tell; NULL: none */
};

/* Is it a tool whose files can be read? */
int waiver_convert_knows(const char *tool);
/*
 * Appends the waivers of a file.  0; 2 if something in it was left out, or has no policy, owner or expiry, which is
 * named on standard error as "tool: file:line: reason"; 3 if peers or arns cannot be read.
 */
int waiver_convert(const struct waiver_convert *how, const char *file, struct buf *to);

#endif
