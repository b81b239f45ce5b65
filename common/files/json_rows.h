/* json_rows - the JSON that a release holds, read back row by row: "[", then an object a line
 * with a comma behind all but the last, "]". */
#ifndef RECOUNT_JSON_ROWS_H
#define RECOUNT_JSON_ROWS_H

#include "base/err.h"
#include "files/json_runs.h"
#include "files/table.h"

/* A row at hand; its members are asked for by the functions below. */
struct json_told {
	json_t *object;
	struct json_runs runs;
	struct arena *scratch; /* emptied after the row */
};

/* Call `take` for each object, which is given back after the call. `whose`: words for what the
 * file belongs to ("the release before"). False and err when it cannot be opened; a line that
 * is no object, or that cannot be read, ends the program (EXIT_INPUT). longest: [bytes] of a line. */
bool json_rows_each(const char *path, size_t longest, const char *whose,
		    void (*take)(const struct json_told *row, void *with), void *with, struct err *err);

/* A member's text, in the arena; null when there is none. group: of the object that holds it, or NULL. */
struct str json_rows_text(const struct json_told *row, const char *group, const char *name, struct arena *arena);
/* A member's number: up to 15 digits it is a number, longer ones are strings. */
struct decimal json_rows_decimal(const struct json_told *row, const char *name, struct arena *arena);
/* A member that is a list of texts, sorted. */
struct strs json_rows_list(const struct json_told *row, const char *name, struct arena *arena);
/* Is a member true? */
bool json_rows_is(const struct json_told *row, const char *name);

#endif
