/* dateline - the words in front of a story that say where, when and by which wire it
 * was filed:
 *   BEIRUT (AP) —   ISTANBUL:   LONDON, March 3 (Reuters) -   KABUL, Afghanistan --
 *   Damascus, 3 March 2019 (dpa) -   SAN SALVADOR, 3 JAN 90 -- [TEXT] */
#ifndef RECOUNT_DATELINE_H
#define RECOUNT_DATELINE_H

#include "signs.h"
#include "values/moment.h"

struct dateline {
	size_t start, end; /* [bytes] into the paragraph; end is behind the dash or colon */
	struct str place;  /* as written, without region: "BEIRUT", "KABUL" */
	struct str agency; /* usual short name of a wire of the lexicon; empty: none */
	struct date date;  /* only a whole one, with its year */
	bool sure;	   /* a wire or a date stands in it; else capitals and a dash are all there is */
};

/* The dateline that the paragraph begins with, or, with its wire named, one that
 * follows a byline, a title or a caption on the same line (start > 0). */
bool dateline_find(struct str paragraph, const struct signs *signs, struct dateline *out);

#endif
