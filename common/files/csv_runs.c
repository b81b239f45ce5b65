#include "files/csv_runs.h"

#include <stdlib.h>
#ifdef __SSE2__
#include <emmintrin.h>
#endif

#include "base/err.h"
#include "base/plain.h"

enum {
	CONTROLS_END = 0x10, /* line ends are below */
	RUNS = 4096,	     /* at first */
	BLOCK = 64,	     /* [bytes] that are looked at together */
};

/* What stands before a stretch of bytes that has neither quotes nor controls. */
enum edge {
	EDGE_FIELD, /* a line end, or a separator that libcsv sees: whole fields follow */
	EDGE_QUOTE,
	EDGE_OTHER, /* a control, or the chunk before */
};

struct stretch {
	size_t begin, field; /* [bytes] into the chunk: of the stretch, and of its last field so far */
	size_t first;	     /* of the fields that were told */
	enum edge edge;
	bool blanks; /* a field has blanks around it */
};

/* Sixteen bytes that are looked at together. */
enum { TOGETHER = 16 };
typedef uint8_t bytes16 __attribute__((vector_size(TOGETHER)));

/* Bit i: byte i, which is 0 or 255, is 255. */
static uint64_t bits_of(bytes16 is)
{
#ifdef __SSE2__
	return (uint64_t)_mm_movemask_epi8((__m128i)is);
#else
	char at[TOGETHER];
	const uint64_t gather = 0x0102040810204080u; /* the lowest bit of byte k to bit 56 + k */

	memcpy(at, &is, sizeof at);
	return (plain_load(at) & PLAIN_ONES) * gather >> 56 | (plain_load(at + 8) & PLAIN_ONES) * gather >> 56 << 8;
#endif
}

/* Bit i: byte i of a block is a separator, a quote or a control. */
static uint64_t specials_of(const char *at, char separator)
{
	uint64_t bits = 0;

	for (size_t i = 0; i < BLOCK; i += sizeof(bytes16)) {
		bytes16 x;

		memcpy(&x, at + i, sizeof x);
		bits |= bits_of((bytes16)((x == (uint8_t)separator) | (x == '"') | (x < CONTROLS_END))) << i;
	}
	return bits;
}

static void *more(void *had, size_t *room, size_t size)
{
	*room = *room ? 2 * *room : RUNS;
	had = realloc(had, *room * size);
	if (!had)
		die(EXIT_INTERNAL, "out of memory reading CSV");
	return had;
}

static void add_field(struct csv_runs *runs, struct str s, size_t begin, size_t end)
{
	if (runs->n_fields == runs->fields_room)
		runs->fields = more(runs->fields, &runs->fields_room, sizeof *runs->fields);
	runs->fields[runs->n_fields++] = (struct str){s.at + begin, end - begin};
}

static void add_run(struct csv_runs *runs, struct str run, size_t fields)
{
	if (runs->n == runs->room)
		runs->at = more(runs->at, &runs->room, sizeof *runs->at);
	runs->at[runs->n++] = (struct csv_run){run, fields};
}

/* The bytes [i, end), as one field, to the brief text; libcsv trims outer blanks where there are no quotes. */
static char *mark_field(struct csv_runs *runs, struct str s, size_t i, size_t end, char *to)
{
	size_t stop = end;

	for (; i < end && s.at[i] == ' '; i++)
		*to++ = ' ';
	while (stop > i && s.at[stop - 1] == ' ')
		stop--;
	if (i < stop) {
		*to++ = '\0';
		add_field(runs, s, i, stop);
		add_run(runs, str_slice(s, i, stop), 1);
	}
	for (; stop < end; stop++)
		*to++ = ' ';
	return to;
}

/* Field by field, with its separators. */
static char *mark_fields(struct csv_runs *runs, struct str s, size_t begin, size_t end, char separator, char *to)
{
	for (size_t i = begin; i < end; i++) {
		if (s.at[i] != separator)
			continue;
		to = mark_field(runs, s, begin, i, to);
		*to++ = separator;
		begin = i + 1;
	}
	return mark_field(runs, s, begin, end, to);
}

/* A stretch that ends at `end`, before a quote or a control. */
static char *mark_stretch(struct csv_runs *runs, struct str s, struct stretch *t, size_t end, char separator, char *to)
{
	bool quote = s.at[end] == '"', parted = quote && end > t->begin && t->field == end;
	size_t stop = parted ? end - 1 : end; /* the separator before a quote is seen */
	bool whole = t->edge == EDGE_FIELD && (quote ? parted : s.at[end] == '\n');

	if (whole && !parted && t->begin < end) {
		t->blanks |= s.at[t->field] == ' ' || s.at[end - 1] == ' ';
		add_field(runs, s, t->field, end);
	}
	if (!whole || t->blanks)
		runs->n_fields = t->first;
	if (t->edge == EDGE_QUOTE)
		return mark_field(runs, s, t->begin, end, to);
	if (!whole || t->blanks)
		return mark_fields(runs, s, t->begin, end, separator, to);
	if (t->begin < stop) {
		*to++ = '\0';
		add_run(runs, str_slice(s, t->begin, stop), runs->n_fields - t->first);
	} else {
		runs->n_fields = t->first; /* libcsv sees the empty field */
	}
	if (parted)
		*to++ = separator;
	return to;
}

/* The separators of a block, up to what is none; returns the bits behind them. Most of a file is these: short fields,
 * and empty ones. */
static uint64_t mark_separators(struct csv_runs *runs, struct str s, struct stretch *t, size_t block, uint64_t bits,
				char separator)
{
	if (runs->fields_room - runs->n_fields < BLOCK)
		runs->fields = more(runs->fields, &runs->fields_room, sizeof *runs->fields);
	struct str *field = runs->fields + runs->n_fields;
	const char *from = s.at + t->field, *at;
	bool blanks = t->blanks;

	for (; bits && *(at = s.at + block + __builtin_ctzll(bits)) == separator; bits &= bits - 1) {
		blanks |= from < at && (*from == ' ' || at[-1] == ' ');
		*field++ = (struct str){from, (size_t)(at - from)};
		from = at + 1;
	}
	runs->n_fields = (size_t)(field - runs->fields);
	t->field = (size_t)(from - s.at);
	t->blanks = blanks;
	return bits;
}

static void begin_stretch(const struct csv_runs *runs, struct stretch *t, size_t begin, enum edge edge)
{
	*t = (struct stretch){.begin = begin, .field = begin, .first = runs->n_fields, .edge = edge};
}

static enum edge edge_of(char c)
{
	return c == '"' ? EDGE_QUOTE : c == '\n' ? EDGE_FIELD : EDGE_OTHER;
}

static char *mark_lines(struct csv_runs *runs, struct str s, char separator, char *to)
{
	char last[BLOCK];
	struct stretch t;

	begin_stretch(runs, &t, 0, runs->within ? EDGE_OTHER : EDGE_FIELD);
	for (size_t block = 0; block < s.n; block += BLOCK) {
		const char *at = s.at + block;

		if (block + BLOCK > s.n)
			at = memcpy(memset(last, 'a', BLOCK), at, s.n - block);
		for (uint64_t bits = specials_of(at, separator); bits;) {
			size_t special = block + (size_t)__builtin_ctzll(bits);

			if (s.at[special] != separator) {
				to = mark_stretch(runs, s, &t, special, separator, to);
				begin_stretch(runs, &t, special + 1, edge_of(s.at[special]));
			} else if (t.edge == EDGE_QUOTE && special == t.begin) { /* the one behind a quote is seen */
				begin_stretch(runs, &t, special + 1, EDGE_FIELD);
			} else {
				bits = mark_separators(runs, s, &t, block, bits, separator);
				continue;
			}
			*to++ = s.at[special];
			bits &= bits - 1;
		}
	}
	return to; /* lines end in a special byte */
}

struct str csv_runs_mark(struct csv_runs *runs, char *chunk, size_t n, char separator)
{
	struct str bytes = {chunk, n};
	const char *last = memrchr(chunk, '\n', n);
	size_t lines = last ? (size_t)(last - chunk) + 1 : 0;

	runs->never |= memchr(chunk, '\0', n) != NULL;
	if (lines && runs->next == runs->n && !runs->never) {
		if (runs->brief_room < n) {
			free(runs->brief);
			runs->brief_room = n;
			runs->brief = malloc(n);
			if (!runs->brief)
				die(EXIT_INTERNAL, "out of memory reading CSV");
		}
		runs->n = runs->next = runs->n_fields = runs->next_field = 0;
		runs->chunk = chunk;
		char *end = mark_lines(runs, str_slice(bytes, 0, lines), separator, runs->brief);

		end = mempcpy(end, chunk + lines, n - lines);
		bytes = (struct str){runs->brief, (size_t)(end - runs->brief)};
	}
	runs->within = lines < n;
	return bytes;
}

void csv_runs_keep(struct csv_runs *runs, struct arena *arena)
{
	for (size_t i = runs->next; i < runs->n; i++)
		runs->at[i].text = str_dup(arena, runs->at[i].text);
}

void csv_runs_free(struct csv_runs *runs)
{
	free(runs->at);
	free(runs->fields);
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
		n += runs->at[i].text.n - 1;
	return n;
}

void csv_runs_put(struct csv_runs *runs, struct str field, char *to)
{
	const char *at = field.at, *end = at + field.n;

	for (const char *mark; (mark = next_mark(at, end, runs->n - runs->next)); at = mark + 1) {
		const struct csv_run *run = &runs->at[runs->next++];

		runs->next_field += run->fields;
		to = mempcpy(to, at, (size_t)(mark - at));
		to = mempcpy(to, run->text.at, run->text.n);
	}
	memcpy(to, at, (size_t)(end - at));
}
