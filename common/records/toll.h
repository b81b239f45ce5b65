/* toll - the total of a country or of one of its provinces, day by day: what must be known of
 * other buckets' tracks to add up provinces against their country. */
#ifndef RECOUNT_TOLL_H
#define RECOUNT_TOLL_H

#include "records/refs.h"

struct toll {
	struct str track; /* id */
	struct str measure, subject, unit;
	struct place_ref place;		     /* a country or a first-order division */
	struct str episode_from, episode_to; /* EDTF days */
	struct strs days;		     /* on which the estimate changed, ascending */
	struct strs numbers;		     /* best, else low, as of each of the days */
	struct decimal best, high;	     /* of the latest estimate */
	bool open_high;
	struct strs documents; /* sorted ids of those that state it; the first TOLL_DOCUMENTS */
};

enum { TOLL_DOCUMENTS = 64 };

extern const struct table toll_table;

#endif
