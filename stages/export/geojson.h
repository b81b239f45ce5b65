/* geojson - the located rows of a table as points for a map: NAME.geojson beside NAME.csv.
 * Source: RFC 7946; positions are WGS 84, longitude first. */
#ifndef RECOUNT_EXPORT_GEOJSON_H
#define RECOUNT_EXPORT_GEOJSON_H

#include "export.h"
#include "files/row_cells.h"

/* For timeline and tracks; NULL for a table that has no map (the other calls then do nothing). */
struct geojson *geojson_open(struct export *ex, enum released_name which);
/* A feature with what a map shows of the row, when its place has coordinates. */
void geojson_row(struct geojson *g, const struct row_cell *cells);
void geojson_close(struct geojson *g);

#endif
