/* csv_runs - what stands between quotes and line ends goes around libcsv, which reads byte by
 * byte, some 40 instructions each. It is given one NUL in place of each run of bytes that it
 * would only copy, or only part at its separators, and the fields that it then tells get their
 * runs back in the same order. A field that is one run alone stands for the fields that are in it;
 * a run within quotes is text, and so is one that is part of a field. Separators beside a quote are
 * libcsv's to see: where rows begin and end, what quotes mean and what is wrong stays its word. */
#ifndef RECOUNT_CSV_RUNS_H
#define RECOUNT_CSV_RUNS_H

#include "base/str.h"

struct csv_run {
	struct str text;
	size_t fields; /* in it; 1: it is one */
};

/* Zero-initialised is empty; given up with csv_runs_free. */
struct csv_runs {
	struct csv_run *at; /* [n], of which `next` are back */
	size_t n, room, next;
	struct str *fields; /* [n_fields] of all runs, in order, of which `next_field` are back */
	size_t n_fields, fields_room, next_field;
	char *chunk;
	bool within; /* the next chunk begins within a line */
	bool never;  /* from a NUL of the file on no more runs are taken: those not yet back come first */
	char *brief; /* [brief_room] */
	size_t brief_room;
};

/* The chunk with NULs in place of runs, up to its last line end: what is behind that has
 * mostly another chunk's end. Runs and their fields are views into the chunk, whose bytes stay
 * where they are while libcsv reads. The result is valid until the next call. */
struct str csv_runs_mark(struct csv_runs *runs, char *chunk, size_t n, char separator);
/* A field of several lines may end in a later chunk: runs not yet back go into the arena. */
void csv_runs_keep(struct csv_runs *runs, struct arena *arena);
void csv_runs_free(struct csv_runs *runs);

/* Most fields are one run. */
static inline bool csv_runs_is_one(const struct csv_runs *runs, struct str field)
{
	return field.n == 1 && !*field.at && runs->next < runs->n;
}
/* The next run's fields, for a field that is one run. They end in a NUL, which takes the place of what stood behind. */
static inline const struct str *csv_runs_take(struct csv_runs *runs, size_t *n)
{
	const struct str *fields = runs->fields + runs->next_field;

	*n = runs->at[runs->next++].fields;
	runs->next_field += *n;
	for (size_t i = 0; i < *n; i++)
		runs->chunk[fields[i].at + fields[i].n - runs->chunk] = '\0';
	return fields;
}
/* [bytes] of a field, as libcsv told it, with its runs. */
size_t csv_runs_size(const struct csv_runs *runs, struct str field);
/* Put it, with its runs, into memory that has room for so many; they are back then. */
void csv_runs_put(struct csv_runs *runs, struct str field, char *to);

#endif
