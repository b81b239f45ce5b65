/* wording - numbers and lines as people read them: 4,500; about 50,000; 1,500 to 5,000. */
#ifndef RECOUNT_WORDING_H
#define RECOUNT_WORDING_H

#include <stdio.h>

#include "values/decimal.h"

/* What a claim or assertion says: "about 8,000", "more than 9,500", "1,500 to 5,000". */
struct str wording_figure(struct arena *arena, int qualifier, struct decimal low, struct decimal best,
			  struct decimal high, struct str unit);
/* An estimate: "8,000 - 8,500 - 9,500+", "4,500", "1,500 - 5,000". */
struct str wording_estimate(struct arena *arena, struct decimal low, struct decimal best, struct decimal high,
			    bool open_low, bool open_high);
/* "1 article", "2,500 articles". */
struct str wording_count(struct arena *arena, uint64_t n, const char *one, const char *many);

/* Code points of the text. */
size_t wording_width(struct str s);
/* At most `width` code points, an ellipsis for what was cut; control characters and
 * what could steer a terminal become spaces. */
struct str wording_cut(struct arena *arena, struct str s, size_t width);
/* The text cut and padded to `width` columns. */
void wording_cell(FILE *out, struct arena *arena, struct str s, size_t width);
/* Columns of the terminal that `out` is; 0 when it is none. */
size_t wording_terminal(FILE *out);

#endif
