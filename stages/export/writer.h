/* writer - one table of the release: its rows to NAME.csv and NAME.json, each counted. */
#ifndef RECOUNT_WRITER_H
#define RECOUNT_WRITER_H

#include "files/conf.h"
#include "files/digest.h"
#include "files/row_cells.h"
#include "released.h"

struct writer;

struct writer *writer_open(const char *folder, const struct released *table, const struct conf *conf);
/* The row of these cells [columns of the table], which came from row_cells_unpack or were settled. */
void writer_row(struct writer *w, const struct row_cell *cells);
/* Where the next row begins in the CSV [bytes]. */
uint64_t writer_at(const struct writer *w);
/* A finished file: what lists of the release's files tell of it. */
struct written {
	char sha256[DIGEST_SHA256_HEX];
	uint64_t bytes;
};

/* Number of rows written. */
uint64_t writer_close(struct writer *w, struct written *csv, struct written *json);

#endif
