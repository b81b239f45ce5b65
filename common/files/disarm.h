/* disarm - text cells of tables that people open in a spreadsheet. */
#ifndef RECOUNT_DISARM_H
#define RECOUNT_DISARM_H

#include "base/str.h"

/* A text as a spreadsheet may see it: white space is folded; controls, and the characters
 * that override the direction of writing, count as white space; then one that would run as
 * a formula (it begins with = + - @ or their full-width twins, with or without apostrophes
 * before it) gets an apostrophe in front. To undo that, take one apostrophe away where
 * apostrophes and then such a character begin a cell. */
struct str disarm_cell(struct arena *arena, struct str cell);

#endif
