/* signs_of_fuzz - the words that the fuzz targets of ingest read with: in $RECOUNT_DATA, else the build's. */
#ifndef RECOUNT_SIGNS_OF_FUZZ_H
#define RECOUNT_SIGNS_OF_FUZZ_H

#include <stdlib.h>

#include "signs.h"

static struct arena keep, scratch;

/* Loaded at the first call, for the whole run. */
static inline const struct signs *signs_of_fuzz(void)
{
	static const struct signs *signs;
	const char *folder = getenv("RECOUNT_DATA");
	struct err err;

	if (signs)
		return signs;
	const struct lexicon *lex =
		lexicon_open(str_printf(&keep, "%s/lexicon.bin", folder ? folder : "build/share/recount").at, &err);

	if (!lex)
		die(EXIT_USAGE, "%s: %s", err.field, err.message);
	return signs = signs_load(lex, &keep);
}

#endif
