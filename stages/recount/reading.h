/* reading - articles read into a temporary folder by ingest, extract and normalise: what
 * `recount read` prints. The folder is removed when the program ends. */
#ifndef RECOUNT_READING_H
#define RECOUNT_READING_H

#include "files/table.h"

struct reading {
	const char *folder;
	struct strs parts; /* names without ending: "part-00000", sorted */
	int code;	   /* of the stages: EXIT_DONE, EXIT_REJECTS, or why they failed */
};

struct reading_options {
	const char *conf; /* path of pipeline.conf, or NULL */
	const char *data; /* folder of the compiled words, or NULL */
	size_t jobs;
	bool all; /* time expressions and attributions too */
};

struct reading reading_make(struct arena *arena, char *const *inputs, size_t n, const struct reading_options *options);

/* FOLDER/KIND/PART.csv of a reading. */
const char *reading_file(struct arena *arena, const struct reading *r, const char *kind, struct str part);

#endif
