/* What the files of waiver_convert.h share: a file being converted, and what each reader of a format may call. */
#ifndef QRIE_WAIVER_CONVERT_PART_H
#define QRIE_WAIVER_CONVERT_PART_H

#include "waiver_convert.h"

struct peer {
	struct span check, policy;
	struct span arn;		/* with % for an id; {NULL, 0}: not known */
};

struct conversion {
	const struct waiver_convert *how;
	const char *file;
	unsigned long line;
	struct buf table, arns;
	struct peer *peers;		/* of the tool being read, in the table's order */
	size_t npeers;
	struct buf *to;
	unsigned long written, complaints;
	int status;
};

/* What a waiver says beside the policy; {NULL, 0}: nothing. */
struct waived {
	struct span address, arn;	/* neither: every ARN */
	struct span account, region;
	struct span tags;		/* JSON */
	struct span reason, expires;
	int glob;
};

/* Without the blanks and tabs around it. */
struct span conversion_trim(struct span s);
/* Names what is left out, at c->line. */
void conversion_complain(struct conversion *c, const char *what, struct span which);
/* Are there an owner and an expiry, in the file or in what was asked for?  Complains if not. */
int conversion_complete(struct conversion *c, struct span check, struct waived *w);
void conversion_add(struct conversion *c, struct span policy, const struct waived *w);
/* One for each policy that the check is. */
void conversion_check(struct conversion *c, struct span check, struct waived w);

/* .trivyignore.yaml, and a mute list. */
void waiver_read_trivy_yaml(struct conversion *c, struct span text);
void waiver_read_prowler(struct conversion *c, struct span text);

#endif
