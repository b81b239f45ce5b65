/* opened - a file that is open and whose kind is known, with the file within it that is
 * being read, and so on inwards. */
#ifndef RECOUNT_OPENED_H
#define RECOUNT_OPENED_H

#include "files/stage.h"
#include "given.h"
#include "tally.h"

/* A file, an entry of an archive, a record of a web archive: no deeper. */
enum { OPENED_DEPTH = 3 };

struct opened_file {
	const struct input_kind *kind;
	struct source from;
	struct inner place; /* what its container said of it */
	struct arena held;
	uint64_t articles, bad; /* so far, those of its inner files not counted */
};

struct opened {
	struct stage *st;
	const struct signs *signs;
	struct tally *skipped;
	bool explain; /* say on standard output what each file is taken for */
	struct opened_file at[OPENED_DEPTH];
	size_t n; /* 0: none is open */
};

/* Open a file, told by its content; path outlives it. False and err: it cannot be opened
 * (field "open"), or holds no articles (field "kind"). */
bool opened_open(struct opened *o, const char *path, const char *shown, struct err *err);

/* The next article of it, of its innermost file first. GIVEN_END: all is read and closed.
 * GIVEN_BAD: something was wrong, out->path and out->position say where; go on. */
enum given_result opened_next(struct opened *o, struct given *out, struct err *err);

void opened_close(struct opened *o);

#endif
