/* compare - the files of a release against their checksums, and against those of another. */
#ifndef RECOUNT_COMPARE_H
#define RECOUNT_COMPARE_H

#include "base/str.h"

/* How many files SHA256SUMS names. Dies with EXIT_INPUT at the first that differs, is
 * missing or is not named. */
size_t compare_sums(struct arena *arena, const char *release);

/* Byte by byte; dies with EXIT_INPUT naming the first file, line and byte that differ.
 * data_only: leave out what tells nights apart (manifest.json, changes, their checksums,
 * page and workbook, which show them). */
void compare_releases(struct arena *arena, const char *release, const char *again, bool data_only);

#endif
