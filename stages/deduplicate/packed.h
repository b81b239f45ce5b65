/* packed - one record as bytes: how many, a bit for each column that is told, then those
 * columns. Only for the program that wrote them: numbers are as the machine has them. */
#ifndef RECOUNT_PACKED_H
#define RECOUNT_PACKED_H

#include "files/table.h"

/* Of a claim: hashes of its quantity (quantities.h), of its id and of the claim that it is part of, 0: none. */
struct packed_of {
	uint64_t quantity, id, part_of;
};

struct packed {
	const void *record; /* a struct of the table */
	uint32_t article;   /* its number among the articles */
	struct str line;    /* its row as it goes out, or empty */
	uint64_t wording;   /* of its sentence (values/sketch.h) */
	struct packed_of of;
};

/* Write it there; returns the end, or NULL: it does not surely fit into `room`. */
char *packed_put(const struct table *table, const struct packed *row, char *to, size_t room);
/* A room into which it surely fits [bytes]. */
size_t packed_most(const struct table *table, const struct packed *row);
/* And back: `record` is filled whole, its texts are views of the bytes, lists are in the
 * arena. Returns the end. */
const char *packed_take(const struct table *table, const char *at, struct packed *row, void *record,
			struct arena *arena);

/* Without unpacking it: where the next row begins, and what is told with it. */
const char *packed_next(const char *at);
struct packed_of packed_of(const char *at);
uint32_t packed_article(const char *at);
uint64_t packed_wording(const char *at);
struct str packed_line(const struct table *table, const char *at);

#endif
