/* knowledge_of_fuzz - what the fuzz targets read with: the folder in $RECOUNT_DATA, else the build's. */
#ifndef RECOUNT_KNOWLEDGE_OF_FUZZ_H
#define RECOUNT_KNOWLEDGE_OF_FUZZ_H

#include <stdlib.h>

#include "knowledge.h"

/* Opened at the first call. A target without its words would find nothing: it ends. */
static inline const struct knowledge *knowledge(void)
{
	static struct knowledge know;
	const char *folder = getenv("RECOUNT_DATA");
	struct err err;

	if (!know.lex && !knowledge_open(&know, folder ? folder : "build/share/recount", &err))
		die(EXIT_USAGE, "%s: %s", err.field, err.message);
	return &know;
}

#endif
