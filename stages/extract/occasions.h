/* occasions - what was said on one occasion: statements of one speaker that follow each other
 * were made on the same occasion, so a later one takes the time ("Late Thursday the
 * envoy said … . \"…\", he told reporters") and the place told with an earlier one. */
#ifndef RECOUNT_OCCASIONS_H
#define RECOUNT_OCCASIONS_H

#include "speakers.h"
#include "times.h"

struct occasions {
	const struct attributions *said;
	uint32_t *before; /* [said.n] the statement that this one goes on from, or ATTRIBUTION_NONE */
	uint32_t *time;	  /* [said.n] mention of when it was said, or TIME_NONE */
};

/* "said the blast on Monday killed 12", "were found dead on Monday": takes said_by from the times that stand in what is
 * said, or at a verb that says nothing there. First of all; linear. */
void occasions_tell_apart(const struct reading *r, const struct attributions *said, struct time_mentions *times);

/* n log n in attributions and times; memory is the reading's arena. */
void occasions_find(const struct reading *r, const struct attributions *said, const struct time_mentions *times,
		    struct occasions *out);

/* When the statement that holds the token was said, and when what it tells happened: as
 * times_governing, but told apart by who speaks. */
struct times_governing occasions_times(const struct reading *r, const struct time_mentions *times,
				       const struct occasions *occasions, uint32_t token);

#endif
