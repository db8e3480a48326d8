/*
 * Standard output of a filter.  A reader that went away (EPIPE) is no error: out_gone() then tells the loop to stop.
 * Anything else that cannot be written is: out_close() says so and returns 3.
 */
#ifndef QRIE_OUT_H
#define QRIE_OUT_H

#include "buf.h"

void out_open(void);			/* ignores SIGPIPE; call once, first */
void out_write(struct span bytes);	/* buffered */
void out_line(struct span record);	/* and a newline */
void out_drain(struct buf *b);		/* writes what is in it, and empties it */
void out_flush(void);
void out_fail(int error);		/* another process that writes there too failed with this errno */
int out_settle(void);			/* flushes, out of caches too; -1 if something is lost: out_close() will say why */
int out_gone(void);			/* nobody reads any more, or nothing can be written */
int out_close(void);			/* flushes; 0, or 3 having said why */

#endif
