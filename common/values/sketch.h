/* sketch - fingerprints of a text's wording: one small sketch that tells how much two
 * texts resemble each other, and hashes of sentences and quotations that tell what
 * they share word for word. Both are fed with hashes of words (hash64 of the token's
 * letters and digits in lower case; marks are no words), so punctuation, case and
 * quotation marks don't count.
 *
 * The sketch is a one-permutation MinHash over shingles of three words: each shingle
 * falls by its hash into one of 96 bins, the bin keeps its least hash; empty bins of
 * short texts borrow from a full one. 16 bits of each least hash are kept. Two texts
 * whose shingles have Jaccard resemblance J agree in a share J of their bins, with a
 * standard error of at most 0.05. Three bins are a band: bands that are equal are what
 * makes two texts candidates (J = 0.5 is found with 98.6 %, 0.7 always, 0.05 with 0.4 %).
 * Sources: Broder 1997 (shingles); Li, Owen and Zhang 2012 (one permutation);
 * Shrivastava 2017 (optimal densification); Li and Konig 2010 (b bits). */
#ifndef RECOUNT_SKETCH_H
#define RECOUNT_SKETCH_H

#include "base/str.h"

enum {
	SKETCH_SHINGLE = 3, /* words */
	SKETCH_ROWS = 3,    /* bins a band */
	SKETCH_BANDS = 32,
	SKETCH_BINS = SKETCH_ROWS * SKETCH_BANDS,
	SKETCH_DIGITS = 4 * SKETCH_ROWS, /* of a band as text */
	WORDING_LEAST = 6,		 /* words of a sentence or quotation that is worth a hash */
};

struct sketch {
	uint64_t before[SKETCH_SHINGLE - 1]; /* words before this one, the nearest last */
	uint64_t words;
	uint32_t least[SKETCH_BINS];
};

/* No shingle fell into this bin. */
#define SKETCH_EMPTY UINT32_MAX

static inline uint64_t sketch_mix(uint64_t h)
{
	h ^= h >> 32;
	h *= 0xd6e8feb86659fd93u;
	h ^= h >> 32;
	h *= 0xd6e8feb86659fd93u;
	return h ^ (h >> 32);
}
static inline uint64_t sketch_turn(uint64_t h, unsigned by)
{
	return h << by | h >> (64 - by);
}

void sketch_start(struct sketch *s);
/* The next word of the story; in the header because it runs for every word. */
static inline void sketch_word(struct sketch *s, uint64_t word)
{
	uint64_t shingle = sketch_mix(sketch_turn(s->before[0], 21) + sketch_turn(s->before[1], 7) * 3 + word);

	s->before[0] = s->before[1];
	s->before[1] = word;
	if (++s->words < SKETCH_SHINGLE)
		return;
	uint32_t bin = (uint32_t)((shingle >> 32) * SKETCH_BINS >> 32), value = (uint32_t)shingle;

	if (value < s->least[bin])
		s->least[bin] = value;
}
/* The sketch as numbers; false for a text of less than three words, which has none. */
bool sketch_finish(const struct sketch *s, uint16_t out[SKETCH_BINS]);

/* A band as SKETCH_DIGITS hex digits, and back (false when it isn't one). */
struct str sketch_format(struct arena *arena, const uint16_t s[SKETCH_BINS], unsigned band);
bool sketch_parse(struct str text, uint16_t s[SKETCH_BINS], unsigned band);

/* Number of bins in which they agree, 0..SKETCH_BINS. */
unsigned sketch_agree(const uint16_t a[SKETCH_BINS], const uint16_t b[SKETCH_BINS]);
/* What two texts that share the band number `band` have in common. */
uint64_t sketch_band(const uint16_t s[SKETCH_BINS], unsigned band);

/* wording - the hash of a run of words: a sentence, or what stands in quotation marks. */
struct wording {
	uint64_t hash;
	uint32_t words;
};

static inline void wording_start(struct wording *w)
{
	*w = (struct wording){0};
}
static inline void wording_word(struct wording *w, uint64_t word)
{
	w->hash = sketch_mix(sketch_turn(w->hash, 5) + word);
	w->words++;
}
/* 0 for less than WORDING_LEAST words. */
uint64_t wording_finish(const struct wording *w);
/* As 16 hex digits, for the list of sentences of an outline; and back (0 when it isn't one). */
struct str wording_format(struct arena *arena, uint64_t hash);
uint64_t wording_parse(struct str text);

/* The wording of a plain text, words cut at everything that is no letter or digit. */
uint64_t wording_of(struct str text);

#endif
