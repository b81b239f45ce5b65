/* changes - what became of a track since the release before, and why, in words. */
#ifndef RECOUNT_CHANGES_H
#define RECOUNT_CHANGES_H

#include "earlier.h"

/* What became of it: CHANGE_NONE when nothing did. `before` is NULL for a new track. */
enum change_kind change_of(const struct track *now, const struct earlier_track *before);

/* "Red Cross raised its count of people evacuated from 25,000 to 30,000", "now 8,000 - 8,500
 * - 9,500 or more (contested), was 8,000 (single source)". fresh [n]: the assertions that are
 * new; replaced [n]: those that each of them supersedes, or NULL. */
struct str change_words(struct arena *arena, const struct track *now, const struct earlier_track *before,
			const struct assertion *const *fresh, const struct assertion *const *replaced, size_t n);

#endif
