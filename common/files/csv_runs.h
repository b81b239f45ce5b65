/* csv_runs - what stands between separators and quotes goes around libcsv, which reads byte by
 * byte, some 40 instructions each. It is given one NUL in place of each run of bytes that it
 * would only copy, and the fields that it then tells get their runs back in the same order.
 * Separators on end, which a sparse row has many of, are such a run behind the first and before
 * the last: a field that is this run alone stands for empty ones; within quotes it is text.
 * Where rows and fields begin and end, what quotes mean and what is wrong stays its word. */
#ifndef RECOUNT_CSV_RUNS_H
#define RECOUNT_CSV_RUNS_H

#include "base/str.h"

/* Zero-initialised is empty; given up with csv_runs_free. */
struct csv_runs {
	struct str *at; /* [n], of which `next` are back */
	size_t n, room, next;
	bool never;  /* from a NUL of the file on no more runs are taken: those not yet back come first */
	char *brief; /* [brief_room] */
	size_t brief_room;
};

/* The chunk with NULs in place of runs, up to its last line end: what is behind that has
 * mostly another chunk's end. Runs are views into the chunk, whose bytes stay where they are
 * while libcsv reads. The result is valid until the next call. */
struct str csv_runs_mark(struct csv_runs *runs, struct str chunk, char separator);
/* A field of several lines may end in a later chunk: runs not yet back go into the arena. */
void csv_runs_keep(struct csv_runs *runs, struct arena *arena);
void csv_runs_free(struct csv_runs *runs);

/* Most fields are one run. */
static inline bool csv_runs_is_one(const struct csv_runs *runs, struct str field)
{
	return field.n == 1 && !*field.at && runs->next < runs->n;
}
/* Is the field that is one run a run of separators, and so as many empty fields and one more? How many; 0: it is text.
 */
static inline size_t csv_runs_empties(const struct csv_runs *runs, char separator)
{
	const struct str *run = &runs->at[runs->next];

	return *run->at == separator ? run->n + 1 : 0;
}
/* The next run, for a field that is one. */
static inline struct str csv_runs_take(struct csv_runs *runs)
{
	return runs->at[runs->next++];
}
/* [bytes] of a field, as libcsv told it, with its runs. */
size_t csv_runs_size(const struct csv_runs *runs, struct str field);
/* Put it, with its runs, into memory that has room for so many; they are back then. */
void csv_runs_put(struct csv_runs *runs, struct str field, char *to);

#endif
