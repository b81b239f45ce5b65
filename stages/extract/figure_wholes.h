/* figure_wholes - which figure before a part is the whole that it is some of. All give an index of the list; -1: none.
 */
#ifndef RECOUNT_FIGURE_WHOLES_H
#define RECOUNT_FIGURE_WHOLES_H

#include "figure_scan.h"

enum { FIGURE_LOOK_BACK = 2 }; /* [sentences] to the whole */

/* The figure before `at` that a part can be part of: a count, near enough; across: of an earlier sentence, too. */
int32_t figure_whole_before(const struct figures *all, uint32_t at, bool across);

/* Is the figure no more than the whole? "Two on the ground were killed, too. The victims included four engineers" of
 * all the dead. */
bool figure_whole_holds(const struct figures *all, int32_t whole, uint32_t at);

/* "200,000 travellers were stuck after 25 lines were flooded, including 17,000": the last of the sentence that holds
 * it; where none does, the whole. */
int32_t figure_whole_holder(const struct figures *all, uint32_t at, int32_t whole);

/* "103 drones and five missiles, of which 75 drones were downed": of the same things, where they were counted; else
 * the whole. */
int32_t figure_whole_of_the_same(const struct figure_scan *s, const struct figures *all, uint32_t at, int32_t whole);

/* "2 million people in three states, 400,000 of whom": people or groups of them are meant. */
int32_t figure_whole_people(const struct figure_scan *s, const struct figures *all, uint32_t at);

/* "2,548 people in 370 strikes, 890 of them civilians": people are some of people, whatever else was counted last. */
int32_t figure_whole_of_kind(const struct figure_scan *s, const struct figures *all, uint32_t at);

/* The whole that the figure goes on from, where `whole` is the nearest that can hold it: "the dead, including 12" are
 * of the dead, "protesters, including 12" of nobody who was counted. */
int32_t figure_whole_counted(const struct figure_scan *s, const struct figures *all, uint32_t at, int32_t whole);

#endif
