/* tag_glance - the few features of a word that a glance takes in: they tell most words' labels, by weights
 * of their own, and only where they leave a doubt the others (tag_features.h) are looked at. All is inlined
 * into tag_passes.c; the trainer shares it. */
#ifndef RECOUNT_TAG_GLANCE_H
#define RECOUNT_TAG_GLANCE_H

#include "tag_features.h"

/* How many features there are of each kind, and room for them: hashed all at once (GNU vectors, as in score.h). */
enum { GLANCE_OWN = 3, GLANCE_AROUND = 4, GLANCE_LEFT = 6, GLANCE_LANES = 8 };
typedef uint32_t glance_lanes __attribute__((vector_size(4 * GLANCE_LANES), aligned(16)));

/* Half the bits are enough for few features, and sooner mixed. Source: A. Appleby, MurmurHash3. */
#define GLANCE_MIX(h)                                                                                                  \
	do {                                                                                                           \
		(h) = ((h) ^ (h) >> 16) * UINT32_C(0x85EBCA6B);                                                        \
		(h) = ((h) ^ (h) >> 13) * UINT32_C(0xC2B2AE35);                                                        \
		(h) ^= (h) >> 16;                                                                                      \
	} while (0)
/* The two things that a feature is made of; `id` tells it from others of the same. */
#define GLANCE_TWO(id, a, b) ((((a) + (id)*UINT32_C(0xD6E8FEB9)) * UINT32_C(0x9E3779B1)) ^ ((b) << 15 | (b) >> 17))

/* The features id[k] of a[k] and b[k], hashed. */
static inline void glance_hash(const glance_lanes *id, const glance_lanes *a, const glance_lanes *b, uint32_t *hash)
{
	glance_lanes two = GLANCE_TWO(*id, *a, *b);

	GLANCE_MIX(two);
	memcpy(hash, &two, sizeof two);
}

/* Hashes of those that hang on the word's form alone. */
static inline void glance_own(const struct feature_slot *s, uint32_t hash[GLANCE_LANES])
{
	const uint32_t shape = (uint32_t)s->shape, suffix = (uint32_t)s->suffix;
	const glance_lanes id = {1, 2, 3};
	const glance_lanes a = {(uint32_t)s->word, shape, (uint32_t)s->readings}, b = {shape, suffix, suffix};

	glance_hash(&id, &a, &b, hash);
}

/* Of those that hang on its neighbours' forms too. */
static inline void glance_around(const struct feature_slot *s, uint32_t hash[GLANCE_LANES])
{
	const uint32_t word = (uint32_t)s->word, next = (uint32_t)s[1].word;
	const glance_lanes id = {4, 5, 6, 7};
	const glance_lanes a = {word, (uint32_t)s[-1].word, (uint32_t)s->labels, (uint32_t)s->readings};
	const glance_lanes b = {next, word, (uint32_t)s[1].labels, next};

	glance_hash(&id, &a, &b, hash);
}

/* Of those that hang on the labels to the left. */
static inline void glance_left(const struct feature_slot *s, uint32_t hash[GLANCE_LANES])
{
	const uint32_t t1 = s[-1].label, t2 = s[-2].label, word = (uint32_t)s->word, readings = (uint32_t)s->readings;
	const uint32_t two = GLANCE_TWO(0, t1, t2), read = GLANCE_TWO(0, t1, readings), more = UINT32_C(0x85EBCA77);
	const glance_lanes id = {9, 10, 11, 13, 8, 12};
	const glance_lanes a = {t1, t1, t1, t1, two, read};
	const glance_lanes b = {word,
				readings,
				(uint32_t)s->suffix,
				(uint32_t)s[1].word,
				(uint32_t)s->labels * more,
				(uint32_t)s[1].readings * more};

	glance_hash(&id, &a, &b, hash);
}

#endif
