/* nights - the folders of the input, each with what is kept of it, and the rows of one cell
 * gathered from all of them. */
#ifndef RECOUNT_NIGHTS_H
#define RECOUNT_NIGHTS_H

#include "held.h"
#include "kept.h"

struct night {
	struct kept *kept;
	uint32_t *given; /* [its articles] number of each among all when it was added; NO_ARTICLE: it waits */
	size_t articles;
	bool moved; /* rows of the others in the cells that they belong into since their articles have dates */
};

struct nights {
	struct night *at;
	size_t n, room;
	size_t looked_at; /* [bytes] of rows since memory was given back */
	uint64_t *states; /* [articles] changes with an article's rows and with what they are merged by; filled by
			     nights_cells */
};

/* Take the rows of articles that have another date than they came with, or none, out of
 * their cells, and put them into those that they belong into: as one more night, kept in the file
 * `path`. All dates must be known. */
void nights_move(struct nights *nights, const struct articles *all, size_t buckets, const char *path,
		 struct arena *keep);

/* All rows of a cell but those of articles that wait, in the order of nights and of reading. Arrays
 * are in the arena, rows live until the next cell is asked for. */
struct held nights_gather(struct nights *nights, struct cell cell, const struct articles *all, struct arena *arena);

/* A cell that has rows, and a number that changes with what they are, and with what is known
 * of their articles. */
struct cell_state {
	struct cell cell;
	uint64_t state;
};

struct cell_states {
	struct cell_state *at; /* in the order of cell_cmp */
	size_t n, room;
};

/* Origins must be known. */
void nights_cells(struct nights *nights, const struct articles *all, struct cell_states *out, struct arena *keep);

/* What could date an article, with the numbers that articles have now. */
void nights_statements(const struct nights *nights, const struct articles *all, struct postings *to,
		       struct arena *keep);
void nights_close(struct nights *nights);

/* Of the place whose episodes something at that place belongs to: its bucket is this modulo the
 * buckets. */
uint64_t hash_of_place(const struct place_ref *place);

#endif
