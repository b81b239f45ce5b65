/* shared - which articles have something in common: keys (hashes of sentences, of
 * statements, of sketch bands) that stand in two articles or more, and the articles
 * that each stands in. Built by sorting; linear in the number of keys. */
#ifndef RECOUNT_SHARED_H
#define RECOUNT_SHARED_H

#include "base/arena.h"
#include "base/str.h"

struct posting {
	uint64_t key;
	uint32_t article;
	uint32_t weight; /* what the key proves: kept as it is, the greatest of a key */
};

struct postings {
	struct posting *at;
	size_t n, room;
};

struct shared {
	uint32_t keys, articles;
	uint64_t *hash;	      /* [keys] the key itself; ascending */
	uint32_t *weight;     /* [keys] */
	uint64_t *of_key;     /* [keys + 1] where the articles of a key begin in `article` */
	uint32_t *article;    /* ascending within a key, each once */
	uint64_t *of_article; /* [articles + 1] where the keys of an article begin in `key` */
	uint32_t *key;	      /* ascending within an article */
};

/* The postings are sorted in place. */
void shared_build(struct shared *out, struct postings *postings, uint32_t articles, struct arena *arena);

static inline uint64_t shared_count(const struct shared *s, uint32_t key)
{
	return s->of_key[key + 1] - s->of_key[key];
}

#endif
