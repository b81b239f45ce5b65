/* whereabouts_parts - what the files of whereabouts share. */
#ifndef RECOUNT_WHEREABOUTS_PARTS_H
#define RECOUNT_WHEREABOUTS_PARTS_H

#include "whereabouts.h"

/* Can something be told to happen there? Not where a state acts, nor for a demonym. */
bool whereabouts_governs(const struct whereabouts_place *p);

/* "Florida Department of Health": the name of an office, which says where nothing is. */
bool whereabouts_is_office(const struct whereabouts *w, const struct name *name);

/* whereabouts_world.c: is the token a number of many countries ("in 41 countries", "worldwide")? It has no place. */
bool whereabouts_is_worldwide(const struct whereabouts *w, uint32_t token);

/* whereabouts_main.c: choose the story's main place among those of its text and title: main, main_in_title, main_far.
 */
void whereabouts_choose_main(struct whereabouts *w);

#endif
