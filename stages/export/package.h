/* package - datapackage.json: what the files of the release hold, column by column. */
#ifndef RECOUNT_PACKAGE_H
#define RECOUNT_PACKAGE_H

#include "export.h"

/* A Frictionless Data Package (v1 profile) with a Table Schema for each CSV. Needs all
 * other data files in the output folder. */
void package_write(struct export *ex);

#endif
