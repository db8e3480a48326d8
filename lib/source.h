/* Where else than from AWS an inventory can be had (qrie-collect --from). */
#ifndef QRIE_SOURCE_H
#define QRIE_SOURCE_H

#include <time.h>

struct redact_key;

struct source_options {
	const char *dir;		/* share/terraform, or what else the source needs */
	const char *collectors, *shapes;	/* share/collectors and share/shapes, for sources that need them */
	const char *tmpdir;		/* where temporary files go; or NULL */
	const char *types;		/* only these, comma-separated: AWS::S3::Bucket; NULL: all */
	const char *service;		/* only this, as in AccountService; NULL: any */
	const char *source;		/* of a Terraform plan: its root module's folder; or NULL */
	const char *live;		/* of a Terraform plan: an inventory of what is there; or NULL */
	const char *account, *region;	/* where the input does not tell; or NULL */
	const struct redact_key *redact_key;	/* redactkey.h; NULL: none */
	time_t now;
};

/* Reads files (none, or "-": standard input), writes records.  0; 2 if some input was bad; 3 if nothing could run. */
typedef int source_fn(const struct source_options *o, char **files);

#endif
