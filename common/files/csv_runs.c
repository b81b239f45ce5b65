#include "files/csv_runs.h"

#include <stdlib.h>

#include "base/err.h"
#include "base/plain.h"

enum {
	CONTROLS_END = 0x10, /* line ends are below */
	RUNS = 4096,	     /* at first */
	BLOCK = 64,	     /* [bytes] that are looked at together */
	EMPTIES = 4,	     /* so many separators on end are worth a run */
};

/* Bit i: byte i of these is for libcsv to see. Told first of all bytes, which is done for many
 * at once, then gathered: the product puts the lowest bit of byte k to bit 56 + k. */
static uint64_t specials_of(const char *at, char separator)
{
	char is[BLOCK];
	uint64_t bits = 0;

	for (size_t i = 0; i < BLOCK; i++)
		is[i] = (at[i] == separator) | (at[i] == '"') | ((unsigned char)at[i] < CONTROLS_END);
	for (size_t i = 0; i < BLOCK; i += 8)
		bits |= plain_load(is + i) * 0x0102040810204080u >> 56 << i;
	return bits;
}

static void add(struct csv_runs *runs, struct str run)
{
	if (runs->n == runs->room) {
		runs->room = runs->room ? 2 * runs->room : RUNS;
		runs->at = realloc(runs->at, runs->room * sizeof *runs->at);
		if (!runs->at)
			die(EXIT_INTERNAL, "out of memory reading CSV");
	}
	runs->at[runs->n++] = run;
}

/* The bytes [i, end) that hold nothing special, to the brief text; libcsv trims outer blanks
 * where there are no quotes. */
static char *mark_run(struct csv_runs *runs, struct str s, size_t i, size_t end, char *to)
{
	size_t stop = end;

	for (; i < end && s.at[i] == ' '; i++)
		*to++ = ' ';
	while (stop > i && s.at[stop - 1] == ' ')
		stop--;
	if (i < stop) {
		*to++ = '\0';
		add(runs, str_slice(s, i, stop));
	}
	for (; stop < end; stop++)
		*to++ = ' ';
	return to;
}

/* Of the `n` separators before `end`, which stand before `to`, libcsv sees the first and the last. */
static char *mark_empties(struct csv_runs *runs, struct str s, size_t n, size_t end, char *to)
{
	to -= n - 1;
	*to++ = '\0';
	*to++ = s.at[end - 1];
	add(runs, str_slice(s, end - n + 1, end - 1));
	return to;
}

static char *mark_lines(struct csv_runs *runs, struct str s, char separator, char *to)
{
	char last[BLOCK];
	size_t begun = 0, text_end = 0; /* from there on to `begun` there are separators alone */

	for (size_t block = 0; block < s.n; block += BLOCK) {
		const char *at = s.at + block;

		if (block + BLOCK > s.n)
			at = memcpy(memset(last, 'a', BLOCK), at, s.n - block);
		for (uint64_t bits = specials_of(at, separator); bits; bits &= bits - 1) {
			size_t special = block + (size_t)__builtin_ctzll(bits);

			if (begun < special || s.at[special] != separator) {
				if (begun - text_end >= EMPTIES)
					to = mark_empties(runs, s, begun - text_end, begun, to);
				if (begun < special)
					to = mark_run(runs, s, begun, special, to);
				text_end = special + (s.at[special] != separator);
			}
			*to++ = s.at[special];
			begun = special + 1;
		}
	}
	return to; /* lines end in a special byte */
}

struct str csv_runs_mark(struct csv_runs *runs, struct str chunk, char separator)
{
	const char *last = memrchr(chunk.at, '\n', chunk.n);
	size_t lines = last ? (size_t)(last - chunk.at) + 1 : 0;

	runs->never |= memchr(chunk.at, '\0', chunk.n) != NULL;
	if (!lines || runs->next < runs->n || runs->never)
		return chunk;
	if (runs->brief_room < chunk.n) {
		free(runs->brief);
		runs->brief_room = chunk.n;
		runs->brief = malloc(runs->brief_room);
		if (!runs->brief)
			die(EXIT_INTERNAL, "out of memory reading CSV");
	}
	runs->n = runs->next = 0;
	char *end = mark_lines(runs, str_slice(chunk, 0, lines), separator, runs->brief);

	end = mempcpy(end, chunk.at + lines, chunk.n - lines);
	return (struct str){runs->brief, (size_t)(end - runs->brief)};
}

void csv_runs_keep(struct csv_runs *runs, struct arena *arena)
{
	for (size_t i = runs->next; i < runs->n; i++)
		runs->at[i] = str_dup(arena, runs->at[i]);
}

void csv_runs_free(struct csv_runs *runs)
{
	free(runs->at);
	free(runs->brief);
}

/* The next NUL from `at` on that stands for a run, of which `left` are not back. */
static const char *next_mark(const char *at, const char *end, size_t left)
{
	return left ? memchr(at, '\0', (size_t)(end - at)) : NULL;
}

size_t csv_runs_size(const struct csv_runs *runs, struct str field)
{
	const char *end = field.at + field.n;
	size_t n = field.n;

	for (size_t i = runs->next; (field.at = next_mark(field.at, end, runs->n - i)); i++, field.at++)
		n += runs->at[i].n - 1;
	return n;
}

void csv_runs_put(struct csv_runs *runs, struct str field, char *to)
{
	const char *at = field.at, *end = at + field.n;

	for (const char *mark; (mark = next_mark(at, end, runs->n - runs->next)); at = mark + 1) {
		const struct str *run = &runs->at[runs->next++];

		to = mempcpy(to, at, (size_t)(mark - at));
		to = mempcpy(to, run->at, run->n);
	}
	memcpy(to, at, (size_t)(end - at));
}
