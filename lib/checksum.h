/*
 * A number by which it is known that a text is still what it was: fast, and no match for somebody who tries to make two
 * texts that have the same; for that there is siphash.h.
 */
#ifndef QRIE_CHECKSUM_H
#define QRIE_CHECKSUM_H

#include <stdint.h>

#include "buf.h"

uint64_t checksum(struct span text);

#endif
