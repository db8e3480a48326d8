#include <stdlib.h>
#include <string.h>

#include "buf.h"
#include "words.h"

static int
is_blank(char c)
{
	return c != '\0' && strchr(" \t\n\r", c) != NULL;
}

/* What stands between double quotes, from behind the first; behind the last one, or NULL if there is none. */
static const char *
read_double(const char *s, struct buf *word)
{
	for (; *s != '\0' && *s != '"'; s++) {
		if (*s == '\\' && s[1] != '\0' && strchr("$`\"\\", s[1]) != NULL)
			s++;
		buf_addc(word, *s);
	}
	return *s == '"' ? s + 1 : NULL;
}

/* One word, from its first byte; what is behind it, or NULL with *why set. */
static const char *
read_word(const char *s, struct buf *word, const char **why)
{
	const char *end;

	buf_add(word, "", 0);	/* '' is a word */
	while (*s != '\0' && !is_blank(*s))
		if (*s == '\'' || *s == '"') {
			end = *s == '"' ? read_double(s + 1, word) : strchr(s + 1, '\'');
			if (end == NULL) {
				*why = "a quote is not closed";
				return NULL;
			}
			if (*s == '\'')
				buf_add(word, s + 1, (size_t)(end++ - s) - 1);
			s = end;
		} else if (*s == '\\' && s[1] == '\0') {
			*why = "a backslash at the end";
			return NULL;
		} else {
			s += *s == '\\';
			buf_addc(word, *s++);
		}
	return s;
}

char **
words_split(const char *line, const char **why)
{
	char **words = xcalloc(1, sizeof(*words));
	struct buf word;
	size_t n = 0;

	for (;;) {
		while (is_blank(*line))
			line++;
		if (*line == '\0')
			break;
		word = (struct buf){0};
		line = read_word(line, &word, why);
		words = xrealloc(words, (n + 2) * sizeof(*words));
		words[n++] = word.data;
		words[n] = NULL;
		if (line == NULL) {
			words_free(words);
			return NULL;
		}
	}
	if (n > 0)
		return words;
	words_free(words);
	*why = "it is empty";
	return NULL;
}

void
words_free(char **words)
{
	size_t i;

	for (i = 0; words != NULL && words[i] != NULL; i++)
		free(words[i]);
	free(words);
}
