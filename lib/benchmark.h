/*
 * Benchmarks: which policies stand for which control of a framework, share/benchmarks/NAME.json (qrie-policy(7)).
 */
#ifndef QRIE_BENCHMARK_H
#define QRIE_BENCHMARK_H

#include "buf.h"

/*
 * Appends to ids, comma-separated, what list names, comma-separated too: a policy as it is; for @NAME the policies of
 * dir/NAME.json, each once; for @DIR/NAME.json those of that file.  dir may be NULL where list has no @NAME.
 * 0, or -1 having said why.
 */
int benchmark_expand(const char *list, const char *dir, struct buf *ids);

#endif
