/* What the rules say about keys and types. */
#include <stdlib.h>
#include <string.h>

#include "tagrule.h"

int
tag_words_has(const struct tag_words *words, const char *text)
{
	size_t i;

	for (i = 0; i < words->n; i++)
		if (!strcmp(words->word[i], text))
			return 1;
	return 0;
}

/* The next character that counts, in lower case; NUL at the end. */
static int
next(const char **p)
{
	int c;

	*p += strspn(*p, " -_.:");
	c = (unsigned char)**p;
	if (c)
		(*p)++;
	return c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c;
}

int
tag_same_word(const char *a, const char *b)
{
	int c;

	while ((c = next(&a)) == next(&b))
		if (!c)
			return 1;
	return 0;
}

const char *
tag_rule_exact(const struct tag_rule *rule, const char *key)
{
	size_t i;

	if (!strcmp(rule->key, key))
		return rule->key;
	for (i = 0; i < rule->or.n; i++)
		if (!strcmp(rule->or.word[i], key))
			return rule->or.word[i];
	return NULL;
}

const char *
tag_rule_near(const struct tag_rule *rule, const char *key)
{
	size_t i;

	if (tag_same_word(rule->key, key))
		return rule->key;
	for (i = 0; i < rule->or.n; i++)
		if (tag_same_word(rule->or.word[i], key))
			return rule->or.word[i];
	for (i = 0; i < rule->spellings.n; i++)
		if (tag_same_word(rule->spellings.word[i], key))
			return rule->key;
	return NULL;
}

const struct tag_limit *
tag_limit_of(const struct tag_rules *rules, struct span type)
{
	const struct tag_limit *limit;
	size_t i, len;

	for (limit = rules->limit; limit < rules->limit + rules->nlimits; limit++)
		for (i = 0; i < limit->types.n; i++) {
			len = strlen(limit->types.word[i]);
			if (len <= type.len && !memcmp(type.at, limit->types.word[i], len))
				return limit;
		}
	return NULL;
}

static void
words_free(struct tag_words *words)
{
	while (words->n)
		free(words->word[--words->n]);
	free(words->word);
}

static void
pairs_free(struct tag_pairs *pairs)
{
	while (pairs->n) {
		free(pairs->from[--pairs->n]);
		free(pairs->to[pairs->n]);
	}
	free(pairs->from);
	free(pairs->to);
}

static void
rule_free(struct tag_rule *rule)
{
	free(rule->key);
	free(rule->fallback);
	words_free(&rule->or);
	words_free(&rule->spellings);
	words_free(&rule->allowed);
	pairs_free(&rule->accepted);
	pairs_free(&rule->rewrite);
	if (rule->pattern)
		regfree(&rule->regex);
	free(rule->pattern);
	while (rule->nfrom)
		path_free(&rule->from[--rule->nfrom]);
	free(rule->from);
}

void
tag_rules_free(struct tag_rules *rules)
{
	if (!rules)
		return;
	while (rules->nrules)
		rule_free(&rules->rule[--rules->nrules]);
	free(rules->rule);
	words_free(&rules->exempt);
	while (rules->nlimits) {
		words_free(&rules->limit[--rules->nlimits].types);
		free(rules->limit[rules->nlimits].reserved);
		free(rules->limit[rules->nlimits].characters);
	}
	free(rules->limit);
	free(rules);
}
