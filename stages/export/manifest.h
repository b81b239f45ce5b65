/* manifest - what makes a folder of tables a release that can be made again and checked:
 * manifest.json and SHA256SUMS. */
#ifndef RECOUNT_MANIFEST_H
#define RECOUNT_MANIFEST_H

#include <jansson.h>

#include "export.h"

/* Version, as-of, release before, settings, words, inputs by night (`nights`: the
 * conductor's JSON, or NULL), and counts. No clock, no path of this machine. */
void manifest_write(struct export *ex, const char *nights, const char *words);
/* Every file of the folder but itself, by name: "DIGEST  NAME". */
void sums_write(struct export *ex);

/* Digest and size of a finished file of the release: asked for twice, taken once. */
struct file_sum manifest_sum(struct export *ex, struct str name);
/* A file of the release that is one JSON value, indented; takes the reference. */
void manifest_json(struct export *ex, const char *name, json_t *json);

#endif
