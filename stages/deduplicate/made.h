/* made - what each file of the output was made of, so that the next run need not make it
 * again: made.json beside them, {"events/bucket-2016-12-12": "0123…"}. */
#ifndef RECOUNT_MADE_H
#define RECOUNT_MADE_H

#include <jansson.h>

#include "cells.h"
#include "files/stage.h"

struct made {
	struct stage *st;
	const char *before; /* --before; NULL: none */
	json_t *had, *has;  /* of the earlier run, of this one */
	struct str by;	    /* program, words, configuration, overrides */
};

void made_open(struct made *made, struct stage *st);
/* Are the files of the cell (claims/PART.csv …) there already, made of the same? Then they are
 * linked into the output. state: of nights_cells. */
bool made_before(struct made *made, struct cell cell, const char *part, uint64_t state);
/* The earlier run's folder, when this part of it was made by the same program, words and settings; else NULL. */
const char *made_alike(const struct made *made, struct cell cell, const char *part);
/* Write made.json where there is a cache, and remove files of cells that are no more. */
void made_close(struct made *made);

#endif
