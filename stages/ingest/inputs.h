/* inputs - all articles of all inputs of the stage, one after the other: folders are
 * walked, files opened, their kind told by content, their records read, files within
 * files as well. */
#ifndef RECOUNT_INPUTS_H
#define RECOUNT_INPUTS_H

#include "files/stage.h"
#include "given.h"

struct inputs;
struct tally;

/* skipped: counts the records that are no articles. explain: say on standard output what
 * each file is taken for and why, and how many articles it holds. */
struct inputs *inputs_open(struct stage *st, const struct signs *signs, struct tally *skipped, bool explain);

/* The next article, in the stage's scratch arena, which empties first. What is bad goes
 * to the rejects: a record, a file of a folder that cannot be read or holds no article,
 * the break in a file (what stood before it was given). An input that was named itself
 * and cannot be opened dies (EXIT_INPUT). False at the end. Counts st->read. */
bool inputs_next(struct inputs *in, struct given *out);
void inputs_close(struct inputs *in);

/* The path as UTF-8, with a NUL behind it: bytes that are not UTF-8 become %XX. */
struct str inputs_path(struct arena *arena, const char *path);

#endif
