#include "files/csv_runs.h"

#include <stdlib.h>

#include "base/err.h"
#include "base/plain.h"

enum {
	LEAST = 4,	     /* [bytes] of a run: it costs about what two bytes do */
	CONTROLS_END = 0x10, /* line ends are below */
	RUNS = 4096,	     /* at first */
};

/* Marks the lowest byte of the word that is c, or below it. Source: Warren, Hacker's Delight, 6-1. */
static uint64_t has(uint64_t word, char c)
{
	uint64_t x = word ^ PLAIN_ONES * (unsigned char)c;

	return (x - PLAIN_ONES) & ~x & PLAIN_TOPS;
}

static uint64_t has_below(uint64_t word, unsigned char c)
{
	return (word - PLAIN_ONES * c) & ~word & PLAIN_TOPS;
}

static bool is_special(char c, char separator)
{
	return c == separator || c == '"' || (unsigned char)c < CONTROLS_END;
}

/* Where the next special byte stands, from i on. */
static size_t run_end(struct str s, size_t i, char separator)
{
	for (; i + 8 <= s.n; i += 8) {
		uint64_t x = plain_load(s.at + i);
		uint64_t any = has(x, separator) | has(x, '"') | has_below(x, CONTROLS_END);

		if (any)
			return i + (size_t)__builtin_ctzll(any) / 8;
	}
	while (i < s.n && !is_special(s.at[i], separator))
		i++;
	return i;
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
	for (; i < end && s.at[i] == ' '; i++)
		*to++ = s.at[i];
	size_t stop = end;

	while (stop > i && s.at[stop - 1] == ' ')
		stop--;
	if (stop - i < LEAST) {
		stop = i;
	} else {
		*to++ = '\0';
		add(runs, str_slice(s, i, stop));
	}
	for (; stop < end; stop++)
		*to++ = s.at[stop];
	return to;
}

static char *mark_lines(struct csv_runs *runs, struct str s, char separator, char *to)
{
	for (size_t i = 0; i < s.n;) {
		if (!is_special(s.at[i], separator)) {
			size_t end = run_end(s, i, separator);

			to = mark_run(runs, s, i, end, to);
			i = end;
			continue;
		}
		*to++ = s.at[i++];
	}
	return to;
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

size_t csv_runs_size_of(const struct csv_runs *runs, struct str field)
{
	const char *end = field.at + field.n;
	size_t n = field.n;

	for (size_t i = runs->next; (field.at = next_mark(field.at, end, runs->n - i)); i++, field.at++)
		n += runs->at[i].n - 1;
	return n;
}

void csv_runs_put_into(struct csv_runs *runs, struct str field, char *to)
{
	const char *at = field.at, *end = at + field.n;

	for (const char *mark; (mark = next_mark(at, end, runs->n - runs->next)); at = mark + 1) {
		const struct str *run = &runs->at[runs->next++];

		to = mempcpy(to, at, (size_t)(mark - at));
		to = mempcpy(to, run->at, run->n);
	}
	memcpy(to, at, (size_t)(end - at));
}
