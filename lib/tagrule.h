/*
 * What tags resources must carry and may carry, as two JSON files tell it; qrie-tag(1) explains both.
 * The first is what an organisation asks for, the second what AWS's services take.
 */
#ifndef QRIE_TAGRULE_H
#define QRIE_TAGRULE_H

#include <regex.h>

#include "buf.h"
#include "path.h"

struct tag_words {
	char **word;
	size_t n;
};

struct tag_pairs {
	char **from, **to;
	size_t n;
};

struct tag_rule {			/* of one key */
	char *key;
	struct tag_words or;		/* keys that do as well */
	struct tag_words spellings;	/* keys that mean this one, beside those that differ in case and punctuation only */
	struct tag_words allowed;	/* values; none: any */
	struct tag_pairs accepted;	/* other values that may stay, and what they stand for */
	struct tag_pairs rewrite;	/* values that may not stay, and what they should be */
	int required, time;		/* time: the value is one */
	int compliance, deployment;	/* it follows the last evaluation; what deployed the resource */
	char *fallback;			/* the value where there is no better one, or NULL */
	char *pattern;			/* a POSIX extended regular expression, or NULL */
	regex_t regex;
	struct path *from;		/* where in the record a missing value may be found */
	size_t nfrom;
};

struct tag_limit {			/* of the resource types that begin with one of these */
	struct tag_words types;
	long tags, key_length, value_length;	/* 0: no limit */
	char *reserved;			/* what keys and values must not begin with, in any case; or NULL */
	char *characters;		/* allowed beside letters, digits and blanks; NULL: all */
	int ignore_case;		/* keys that differ in nothing else are one */
};

struct tag_rules {
	struct tag_rule *rule;
	size_t nrules;
	struct tag_words exempt;	/* resource types that carry no tags */
	struct tag_limit *limit;
	size_t nlimits;
};

/* NULL having said why on standard error. */
struct tag_rules *tag_rules_load(const char *required, const char *limits);
void tag_rules_free(struct tag_rules *rules);

int tag_words_has(const struct tag_words *words, const char *text);
/* Are they the same word, whatever their case and the blanks, dashes, dots, colons and underlines between? */
int tag_same_word(const char *a, const char *b);
/* The rule's own name for a key: its Key or one of Or, exactly; else NULL. */
const char *tag_rule_exact(const struct tag_rule *rule, const char *key);
/* The same for a key that is no rule's own name, if it is another spelling of this one's; else NULL. */
const char *tag_rule_near(const struct tag_rule *rule, const char *key);
/* The limits of a resource type, or NULL. */
const struct tag_limit *tag_limit_of(const struct tag_rules *rules, struct span type);

#endif
