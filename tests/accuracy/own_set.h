/* own_set - what the programs of `make accuracy` share: one of our own annotated sets as a sheet, and what it is
 * read with, from $RECOUNT_DATA, else the build's. */
#ifndef RECOUNT_OWN_SET_H
#define RECOUNT_OWN_SET_H

#include <stdio.h>
#include <stdlib.h>

#include "files/sheet.h"
#include "knowledge.h"

struct own_set {
	bool verbose; /* print what is missed and what is wrong */
	struct arena keep;
	struct sheet sheet;
	struct knowledge know;
};

/* From the command line "PROGRAM [-v] [FILE]"; file: the set's own. Ends the program when one can't be read. */
static inline void own_set_open(struct own_set *set, int argc, char **argv, const char *program, const char *file)
{
	const char *folder = getenv("RECOUNT_DATA");
	struct err err;

	err_program(program);
	*set = (struct own_set){.verbose = argc > 1 && strcmp(argv[1], "-v") == 0};
	if (argc > 2 + set->verbose)
		die(EXIT_USAGE, "usage: %s [-v] [FILE]", program);
	if (argc == 2 + set->verbose)
		file = argv[argc - 1];
	if (!knowledge_open(&set->know, folder ? folder : "build/share/recount", &err))
		die(EXIT_USAGE, "%s: %s", err.field, err.message);
	if (!sheet_read(file, &set->keep, &set->sheet, &err))
		die(EXIT_INPUT, "%s: %s", err.field, err.message);
}

static inline void own_set_close(struct own_set *set)
{
	knowledge_close(&set->know);
	arena_free(&set->keep);
}

/* A span that a sentence of a set marks: "in {Homs|Homs|SY}", its text and what is expected of it. */
struct marked {
	uint32_t start, end;
	struct str surface, expected; /* after the first bar; at NULL: nothing */
};

/* Adds to `text` what stands before the next span, and the span's surface; false, the rest added, at the sentence's
 * end. */
static inline bool marked_next(struct str *sentence, struct buf *text, struct marked *out)
{
	if (!sentence->at)
		return false;
	buf_add(text, str_cut(sentence, '{'));
	if (!sentence->at)
		return false;
	out->expected = str_cut(sentence, '}');
	out->surface = str_cut(&out->expected, '|');
	out->start = (uint32_t)text->n;
	buf_add(text, out->surface);
	out->end = (uint32_t)text->n;
	return true;
}

#endif
