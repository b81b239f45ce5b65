#include "likeness.h"

#include <stdlib.h>

/* Thresholds. Two independent reports of one event resemble each other by 0.02 to 0.15,
 * a rewritten wire copy by 0.3 and more; but bulletins written to one pattern (quakes,
 * police logs, markets) reach 0.7 without sharing a sentence, for every sentence has its
 * own numbers, and of a few lines the frame around them is most. So resemblance alone
 * must be high, short texts and those far apart in time must share most sentences, and
 * everything else at least one. Set on four collections of news with 4,000 articles. */
enum {
	ALIKE_ALONE = 80,     /* [% of bins] */
	ALIKE_SHORT = 90,     /* of a short text */
	ALIKE_SHARED = 45,    /* with a sentence in common */
	ALIKE_PARTLY = 33,    /* with SHARED_LEAST of them and most of the shorter text */
	ALIKE_ORIGIN = 20,    /* what a copy of a copy keeps of the original, at the least */
	SHARED_SHARE = 50,    /* [% of sentences] of both: an edited copy */
	CONTAINED_SHARE = 60, /* [% of sentences or shingles] of one: it is contained in the other */
	WHOLE_SHARE = 85,     /* of one: the other has all of it, and is no edit of it if it has much else: */
	MORE_SHARE = 62,      /* [% of words] the shorter of the longer, then */
	SHARED_LEAST = 3,     /* sentences, for those two */
	SHORT_WORDS = 80,
	FAR_DAYS = 30,
	SIZES_ALIKE = 150, /* [%] the longer of the shorter: beyond it is containment, not an edit */
};

static uint32_t count_shared(const struct article *x, const struct article *y)
{
	uint32_t n = 0;

	for (uint32_t i = 0, k = 0; i < x->n_sentences && k < y->n_sentences;) {
		uint64_t a = x->sentences[i], b = y->sentences[k];

		n += a == b;
		i += a <= b;
		k += b <= a;
	}
	return n;
}

static bool reaches(uint32_t shared, uint32_t of, unsigned percent)
{
	return shared >= SHARED_LEAST && 100 * (uint64_t)shared >= (uint64_t)percent * of;
}

static bool is_far(const struct article *x, const struct article *y)
{
	return x->day != NO_DAY && y->day != NO_DAY && labs((long)x->day - y->day) > FAR_DAYS;
}

/* [% of shingles] of the shorter text that the other one has too, as resemblance and
 * lengths say: the common part is J / (1 + J) of both together. */
static unsigned contained_share(const struct article *x, const struct article *y, unsigned agree)
{
	int64_t shorter = x->words < y->words ? x->words : y->words;
	int64_t common = (x->words + y->words) * (int64_t)agree / (SKETCH_BINS + (int64_t)agree);

	return shorter > 0 ? (unsigned)(100 * common / shorter) : 0;
}

static bool alike(unsigned agree, unsigned percent)
{
	return 100 * agree >= percent * SKETCH_BINS;
}

static bool are_edits(const struct article *x, const struct article *y, uint32_t shared, unsigned agree)
{
	bool most = reaches(shared, x->n_sentences, SHARED_SHARE) && reaches(shared, y->n_sentences, SHARED_SHARE);
	bool usual = !x->words || !y->words || alike(agree, ALIKE_ORIGIN); /* not three short lines of a frame */
	bool short_text = (x->words < y->words ? x->words : y->words) < SHORT_WORDS;

	if (is_far(x, y))
		return most && alike(agree, ALIKE_ALONE);
	if (short_text)
		return alike(agree, ALIKE_SHORT) || (most && alike(agree, ALIKE_SHARED));
	return (most && usual) || alike(agree, ALIKE_ALONE) || (shared && alike(agree, ALIKE_SHARED)) ||
	       (shared >= SHARED_LEAST && alike(agree, ALIKE_PARTLY) &&
		contained_share(x, y, agree) >= CONTAINED_SHARE && 100 * x->words <= SIZES_ALIKE * y->words &&
		100 * y->words <= SIZES_ALIKE * x->words);
}

/* Contained, contains, or neither: by sentences, or by shingles where some are shared. */
static int part_of(const struct article *x, const struct article *y, uint32_t shared, unsigned agree)
{
	if (reaches(shared, x->n_sentences, CONTAINED_SHARE))
		return COPY_CONTAINED;
	if (reaches(shared, y->n_sentences, CONTAINED_SHARE))
		return COPY_CONTAINS;
	if (shared < SHARED_LEAST || is_far(x, y) || !alike(agree, ALIKE_ORIGIN) ||
	    contained_share(x, y, agree) < CONTAINED_SHARE)
		return COPY_NONE;
	return x->words <= y->words ? COPY_CONTAINED : COPY_CONTAINS;
}

/* [%] of x that y has too: by sentences or by shingles, whichever shows more. */
static unsigned share_of(const struct article *x, const struct article *y, uint32_t shared, unsigned agree)
{
	int64_t common = (x->words + y->words) * (int64_t)agree / (SKETCH_BINS + (int64_t)agree);
	int64_t shingles = x->words > 0 ? 100 * common / x->words : 0;
	int64_t sentences = x->n_sentences ? 100 * (int64_t)shared / x->n_sentences : 0;

	return (unsigned)(sentences > shingles ? sentences : shingles);
}

/* Has one all of the other, and much besides (a live page, a long piece)? */
static bool is_more(const struct article *x, const struct article *y, uint32_t shared, unsigned agree)
{
	const struct article *longer = x->words < y->words ? y : x, *shorter = longer == x ? y : x;

	return 100 * shorter->words < MORE_SHARE * longer->words &&
	       share_of(shorter, longer, shared, agree) >= WHOLE_SHARE;
}

static int kind_of(const struct article *x, const struct article *y, uint32_t shared, unsigned agree)
{
	if (x->bytes_hash && x->bytes_hash == y->bytes_hash)
		return COPY_SAME_BYTES;
	if (x->text_hash && x->text_hash == y->text_hash)
		return COPY_SAME_TEXT;
	int part = part_of(x, y, shared, agree);

	if (part != COPY_NONE && is_more(x, y, shared, agree))
		return part;
	return are_edits(x, y, shared, agree) ? COPY_EDITED : part;
}

/* [%] by sentences or by shingles, whichever shows more. */
static int64_t containment(const struct article *x, const struct article *y, const struct likeness *l)
{
	uint32_t smaller = x->n_sentences < y->n_sentences ? x->n_sentences : y->n_sentences;
	int64_t sentences = smaller ? 100 * (int64_t)l->shared / smaller : 0;
	int64_t shingles = contained_share(x, y, l->agree);

	shingles = shingles > 100 ? 100 : shingles;
	return sentences > shingles ? sentences : shingles;
}

struct likeness likeness_of(const struct article *x, const struct article *y)
{
	struct likeness l = {.shared = count_shared(x, y)};

	if (x->sketched && y->sketched)
		l.agree = sketch_agree(x->sketch, y->sketch);
	l.kind = kind_of(x, y, l.shared, l.agree);
	if (l.kind == COPY_SAME_BYTES || l.kind == COPY_SAME_TEXT)
		l.similarity = decimal_of(1);
	else if (l.kind == COPY_CONTAINED || l.kind == COPY_CONTAINS)
		l.similarity = decimal_make(containment(x, y, &l), 2);
	else
		l.similarity = decimal_make((int64_t)l.agree * 100 / SKETCH_BINS, 2);
	return l;
}

bool likeness_may_be(const struct article *x, const struct article *y, uint32_t most)
{
	if (most >= SHARED_LEAST || (x->text_hash && x->text_hash == y->text_hash) ||
	    (x->bytes_hash && x->bytes_hash == y->bytes_hash))
		return true;
	return x->sketched && y->sketched && alike(sketch_agree(x->sketch, y->sketch), ALIKE_SHARED);
}

bool likeness_folds(int kind)
{
	return kind == COPY_SAME_BYTES || kind == COPY_SAME_TEXT || kind == COPY_EDITED;
}

bool likeness_keeps(const struct likeness *l)
{
	if (l->kind == COPY_CONTAINS || l->kind == COPY_CONTAINED)
		return false;
	return likeness_folds(l->kind) || 100 * l->agree >= ALIKE_ORIGIN * SKETCH_BINS || l->shared >= SHARED_LEAST;
}
