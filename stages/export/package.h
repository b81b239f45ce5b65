/* package - what makes a folder of tables a release: datapackage.json, manifest.json and
 * SHA256SUMS. */
#ifndef RECOUNT_PACKAGE_H
#define RECOUNT_PACKAGE_H

#include "export.h"

/* A Frictionless Data Package (v1 profile) with a Table Schema for each CSV. */
void package_write(struct export *ex);
/* Version, as-of, release before, settings, words, inputs by night (`nights`: the
 * conductor's JSON, or NULL), and counts. No clock, no path of this machine. */
void manifest_write(struct export *ex, const char *nights, const char *words);
/* Every file of the folder but itself, by name: "DIGEST  NAME". */
void sums_write(struct export *ex);

#endif
