/* spoken - persons who speak for a body in one article, and stand alone in the next. */
#ifndef RECOUNT_SPOKEN_H
#define RECOUNT_SPOKEN_H

#include "recorded.h"

/* "Health Minister Sylvia Masebo said" on Tuesday, "Sylvia Masebo said" on Thursday: whom records of one quantity tell
 * to speak for one body, and never for another, speaks for it in all. */
void spoken_settle(struct recorded *all, struct arena *arena);

#endif
