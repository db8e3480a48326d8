/*
 * A command line split into words as a POSIX shell does, and nothing else of a shell: quotes and backslashes count,
 * $ * ~ # | ; and their like stand for themselves.
 * Source: https://pubs.opengroup.org/onlinepubs/9699919799/utilities/V3_chap02.html#tag_18_02 (Quoting)
 */
#ifndef QRIE_WORDS_H
#define QRIE_WORDS_H

/* The words, NULL at the end, all malloc'd (words_free()); or NULL with *why (static) set: a quote that is not
   closed, a backslash at the end, no word at all. */
char **words_split(const char *line, const char **why);
void words_free(char **words);

#endif
