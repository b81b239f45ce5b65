/* json_runs - long runs of plain text, which go around Jansson. It reads and writes character by
 * character, some 130 and 80 instructions each, and most of an article is runs of letters and
 * spaces that stand in JSON as they are, or, when they are read, as escapes of one letter.
 * Jansson is given a mark in place of each, and what it then reads or writes gets the run back.
 * What is JSON is still for Jansson alone to say: a line that it refuses with marks is given to
 * it as it came. */
#ifndef RECOUNT_JSON_RUNS_H
#define RECOUNT_JSON_RUNS_H

#include <jansson.h>

#include "base/str.h"

struct outfile;

/* The runs of one value, views of the text that they came from, with its escapes. Zero-initialised is none. */
struct json_runs {
	struct str *at;
	size_t n, room;
};

/* What json_loadb gives for the line and the flags, but that strings in it may hold marks. NULL
 * with *wrong, which tells of the line as it is. */
json_t *json_runs_load(struct json_runs *runs, struct str line, size_t flags, struct arena *arena, json_error_t *wrong);
/* The text of a string of that value, without marks; in the arena, ending in a NUL. */
struct str json_runs_text(const struct json_runs *runs, const json_t *string, struct arena *arena);

/* A string that has marks, for json_runs_dump: no other string of the value may hold a NUL. The
 * text is valid UTF-8. */
json_t *json_runs_string(struct json_runs *runs, struct str text, struct arena *arena);
/* Write the value compact, as json_dump_callback does, each run in place of its mark. False when
 * Jansson cannot. */
bool json_runs_dump(const json_t *value, const struct json_runs *runs, struct outfile *out);

#endif
