/* A few texts, owned.  Start it as {0}, end it with texts_free(). */
#ifndef QRIE_TEXTS_H
#define QRIE_TEXTS_H

#include "buf.h"

struct texts {
	char **text;
	size_t n;
};

void texts_add(struct texts *t, struct span text);
/* The same texts of a JSON list of texts, or of one text.  0; or -1 if it is neither, or one of them holds a NUL. */
int texts_read(struct texts *t, struct span json);
void texts_free(struct texts *t);

#endif
