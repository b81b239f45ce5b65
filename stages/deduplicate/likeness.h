/* likeness - how two articles relate, as their fingerprints tell: the same, an edit, a part,
 * or neither. */
#ifndef RECOUNT_LIKENESS_H
#define RECOUNT_LIKENESS_H

#include "articles.h"
#include "records/assertion.h"

/* How y (the earlier one) and x relate; similarity and shared sentences as in a copy. */
struct likeness {
	int kind; /* enum copy_kind, of x to y */
	struct decimal similarity;
	uint32_t shared;
	unsigned agree; /* bins of the sketch */
};
struct likeness likeness_of(const struct article *x, const struct article *y);

/* Sentences that two articles share at the least, where no band of their sketches is the
 * same: with fewer they are no copies (but for one in twenty of the most rewritten ones). */
enum { LIKENESS_SENTENCES = 3 };
/* Without counting what they share, of which `most` is the most that it can be: may they
 * relate at all? Most of what shares a sentence or two does not. */
bool likeness_may_be(const struct article *x, const struct article *y, uint32_t most);
/* Does x, which is like a copy of y, still go with y? Else chains of edits would fold strangers,
 * and articles into the page that carries them. */
bool likeness_keeps(const struct likeness *l);
/* One story in two prints, not one within another? */
bool likeness_folds(int kind);

#endif
