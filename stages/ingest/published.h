/* published - when an article was published: as the input says, else as its address
 * says, else as a line or the dateline of its text says. Never the date of a caption,
 * of the story told, or of another story. */
#ifndef RECOUNT_PUBLISHED_H
#define RECOUNT_PUBLISHED_H

#include "values/moment.h"

struct published {
	struct moment at;
	int basis; /* enum published_basis; BASIS_NONE when nothing says it */
};

/* given: as the input gave it, or empty; text: what the text says, or none. A later
 * source only refines what an earlier one says coarsely ("2016-12"), when they agree.
 * False and err (field "published") when the given date is none; *out is then what the
 * others say. */
bool published_find(struct str given, struct str url, struct moment text, struct published *out, struct err *err);

#endif
