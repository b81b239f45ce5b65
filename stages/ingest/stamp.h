/* stamp - lines that say when an article was published, and who wrote it: "Fri Dec 16
 * 2016", "Published 12:30 GMT, 3 March 2019", "10:45 GMT", "By Jane Doe". */
#ifndef RECOUNT_STAMP_H
#define RECOUNT_STAMP_H

#include "signs.h"
#include "values/moment.h"

struct stamp {
	struct moment at; /* none for a clock time or an age alone ("2 hours ago") */
	bool updated;	  /* the line tells of a change, not of publication */
};

/* Is the paragraph such a line and nothing else? found: its signs. */
bool stamp_parse(struct str paragraph, uint32_t found, struct stamp *out);

/* The names behind "By", when the paragraph is a byline; empty when it isn't. */
struct str byline_find(struct str paragraph);

#endif
