/*
 * The INI files of the AWS tools, one section or setting at a time, with no memory of its own.
 *	[section]		# or ; begins a comment, also behind a blank
 *	key = value		: may stand for =; keys are in any case
 *	s3 =			a deeper line belongs to the setting above it, and is skipped
 *	  key = value
 * Source: https://docs.aws.amazon.com/sdkref/latest/guide/file-format.html; ":" and depth as the AWS CLI reads them.
 */
#ifndef QRIE_INI_H
#define QRIE_INI_H

#include "buf.h"

enum ini_event { INI_END, INI_SECTION, INI_SETTING, INI_BAD };

struct ini {
	struct span rest;	/* what is not read yet */
	long line;		/* of the last event, counted from 1 */
	size_t depth;		/* blanks before the last setting */
	int in_setting;		/* a deeper line may follow */
	struct span section;	/* at is NULL before the first */
	struct span key, value;	/* of the setting; key as it is written */
	const char *reason;	/* why the line is bad: never its text, which may be a secret */
};

void ini_open(struct ini *in, struct span text);	/* text is borrowed while in is used */
/* All spans lie in the text.  After INI_BAD the next call goes on with the next line. */
enum ini_event ini_next(struct ini *in);

#endif
