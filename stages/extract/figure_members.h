/* figure_members - what a number is made of, told behind a comma: "137 hostages, 76 female and 61 male, were rescued".
 * The numbers behind it add up to it; they are parts of it, and what is stated of it is stated of them. */
#ifndef RECOUNT_FIGURE_MEMBERS_H
#define RECOUNT_FIGURE_MEMBERS_H

#include "figure_scan.h"

enum { FIGURE_MEMBERS = 8 }; /* at most */

/* How many figures right behind f, one of the scan's, are its members; 0 for none. */
size_t figure_members(const struct figure_scan *s, const struct figure *f);
/* The same behind a dash, a colon or a bracket, each perhaps with its place, of figures that state nothing else: "58
 * people died on Tuesday - 24 soldiers in Homs, 30 civilians and four rebels". */
size_t figure_breakdown(const struct figure_scan *s, const struct figure *whole);
/* The same of numbers without a noun, each with what sets it apart, which may leave some of the whole untold: "nine
 * deaths, six in Texas and one by a falling tree". */
size_t figure_split(const struct figure_scan *s, const struct figure *whole);
/* One past the figure and, where they follow at once, its members with the comma that closes them. */
uint32_t figure_behind(const struct figure_scan *s, const struct figure *f);

/* "ten soldiers, two civilians and eight rebels": is one of a class that the other holds none of, whatever they add up
 * to? Women may be soldiers, and hostages anybody. */
bool figure_is_apart(const struct figure *whole, const struct figure *f);

#endif
