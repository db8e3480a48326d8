/*
 * Random numbers that need no state: draw number n of a key is splitmix64's n-th output from that key on.
 * seed_mix() is a bijection of 64 bits, so different inputs give different outputs: ids made of it are unique.
 * Source: Steele, Lea, Flood, "Fast splittable pseudorandom number generators", OOPSLA 2014, figures 10 and 11;
 * https://prng.di.unimi.it/splitmix64.c
 */
#ifndef QRIE_SEED_RANDOM_H
#define QRIE_SEED_RANDOM_H

#include <stdint.h>

#define SEED_GAMMA UINT64_C(0x9e3779b97f4a7c15)

static inline uint64_t
seed_mix(uint64_t z)
{
	z = (z ^ (z >> 30)) * UINT64_C(0xbf58476d1ce4e5b9);
	z = (z ^ (z >> 27)) * UINT64_C(0x94d049bb133111eb);
	return z ^ (z >> 31);
}

static inline uint64_t
seed_random(uint64_t key, uint64_t n)
{
	return seed_mix(key + (n + 1) * SEED_GAMMA);
}

/* One of 0 to below - 1, by multiplication instead of a division; good for below up to some millions. */
static inline unsigned
seed_below(uint64_t random, unsigned below)
{
	return (unsigned)(((random >> 32) * below) >> 32);
}

/* A bijection of 32 bits: the finalizer of MurmurHash3 (public domain). */
static inline uint32_t
seed_mix32(uint32_t h)
{
	h = (h ^ (h >> 16)) * UINT32_C(0x85ebca6b);
	h = (h ^ (h >> 13)) * UINT32_C(0xc2b2ae35);
	return h ^ (h >> 16);
}

#endif
