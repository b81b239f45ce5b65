/* kept - what one folder's outlines, claims and events say, in one file of packed rows by
 * cell: read again in no time, where parsing the CSV would cost most of the run. The
 * folder's articles are numbered in the order in which they came; rows tell of them by
 * number. Numbers are as the machine has them and structs as this program has them: a file
 * whose key is another is of no use and is made anew. */
#ifndef RECOUNT_KEPT_H
#define RECOUNT_KEPT_H

#include "articles.h"
#include "cells.h"
#include "packed.h"
#include "shared.h"

struct kept_writer;

/* Begin the file; it has its name only after kept_end. key: 32 characters of what it is
 * made from. passing: it is gone when this run ends, and need not reach the disk. */
struct kept_writer *kept_begin(const char *path, struct str key, bool passing);
void kept_add(struct kept_writer *w, struct cell cell, const struct packed *row);
/* The last row that was added is of this article, too. */
void kept_relate(struct kept_writer *w, struct cell cell, uint32_t article);
/* What could date an article (dating.h), with the folder's number of it. */
void kept_add_statements(struct kept_writer *w, const struct postings *statements);
void kept_add_articles(struct kept_writer *w, const struct article *at, size_t n);
void kept_end(struct kept_writer *w);

struct kept;

/* The rows of one cell, and the articles that they are of. */
struct kept_slot {
	struct cell cell;
	uint32_t records, unused;
	uint64_t bytes;
	uint64_t chunk, chunks;	    /* first, how many */
	uint64_t article, articles; /* likewise; an article may come twice */
};

/* NULL when there is no such file, or it has another key. Dies (EXIT_INPUT) when it cannot be read.
 * What is given of it are views that live until it is closed. */
struct kept *kept_open(const char *path, struct str key);
void kept_close(struct kept *k);
/* Give back the memory that it has come to take; what is looked at again takes it anew. */
void kept_rest(const struct kept *k);

/* Its articles. The array is to be freed by the caller. */
struct article *kept_articles(const struct kept *k, size_t *n);
/* Add its statements, each of the article number[its number]; those of NO_ARTICLE are left out. */
void kept_statements(const struct kept *k, const uint32_t *number, struct postings *to, struct arena *keep);
/* All its cells, in the order of cell_cmp. */
const struct kept_slot *kept_slots(const struct kept *k, size_t *n);
/* NULL: it has no row there. */
const struct kept_slot *kept_slot(const struct kept *k, struct cell cell);
const uint32_t *kept_slot_articles(const struct kept *k, const struct kept_slot *slot);
/* Chunk i of the slot: rows one behind the other (packed.h). */
struct str kept_rows(const struct kept *k, const struct kept_slot *slot, size_t i);
/* The key that it was opened with. */
struct str kept_key(const struct kept *k);

#endif
