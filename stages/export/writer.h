/* writer - one table of the release: its rows to NAME.csv and NAME.json, each counted. */
#ifndef RECOUNT_WRITER_H
#define RECOUNT_WRITER_H

#include "files/conf.h"
#include "files/digest.h"
#include "released.h"

struct writer;

struct writer *writer_open(const char *folder, const struct released *table, const struct conf *conf);
void writer_row(struct writer *w, const void *record);
/* Where the next row begins in the CSV [bytes]. */
uint64_t writer_at(const struct writer *w);
/* A finished file: what lists of the release's files tell of it. */
struct written {
	char sha256[DIGEST_SHA256_HEX];
	uint64_t bytes;
};

/* Number of rows written. */
uint64_t writer_close(struct writer *w, struct written *csv, struct written *json);

/* A text as a spreadsheet may see it: one that it would run as a formula (it begins with
 * = + - @, their full-width twins, a tab or a carriage return, with or without
 * apostrophes before it) gets an apostrophe in front; controls, and the characters that
 * override the direction of writing, become spaces. To undo
 * it, take one apostrophe away where apostrophes and then such a character begin a cell. */
struct str writer_disarm(struct arena *arena, struct str cell);

#endif
