/*
 * SipHash-2-4 with 128 bits: a hash that nobody can make texts collide in who does not know its key.
 * Source: https://cr.yp.to/siphash/siphash-20120918.pdf (Aumasson, Bernstein); the 128 bits are those of the authors'
 * reference implementation.
 */
#ifndef QRIE_SIPHASH_H
#define QRIE_SIPHASH_H

#include <stdint.h>

#include "buf.h"

void siphash(const uint64_t key[2], struct span text, uint64_t hash[2]);
/* SipHash-1-3, in half the time, for hashes that nobody sees, under a key that is used in one run only. */
void siphash_unseen(const uint64_t key[2], struct span text, uint64_t hash[2]);

enum { SIPHASH_TEXT = 33 };	/* a hash as 32 hexadecimal digits and a NUL */
void siphash_text(const uint64_t hash[2], char text[SIPHASH_TEXT]);
/* The text's digits under the key that everybody knows: an id that is the same in each run. */
void siphash_id(struct span text, char id[SIPHASH_TEXT]);

#endif
