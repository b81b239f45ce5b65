#include "files/json_runs.h"

#include <assert.h>

#include "base/plain.h"
#include "base/utf8.h"
#include "files/outfile.h"

/* A mark is a NUL, which no text has that Jansson takes, and the run's number in letters. */
enum {
	LEAST = 24, /* [bytes] of a run: a mark costs about half of that */
	LETTERS = 4,
	LETTER_BITS = 4,
	MARK = 1 + LETTERS, /* [bytes] */
	RUNS_MAX = 1 << (LETTERS * LETTER_BITS),
	ESCAPE = 6, /* [bytes] of \u2019; of any other, 2 */
};

static const struct str escaped_nul = {"\\u0000", ESCAPE}, bare_nul = {"", 1};

static bool is_plain(unsigned char c)
{
	return c >= ' ' && c < 0x7F && c != '"' && c != '\\';
}

/* Where the bytes of ASCII end, from i on, that JSON takes in a string as they are. */
static size_t plain_end(struct str s, size_t i)
{
	for (; i + 8 <= s.n; i += 8) {
		uint64_t x = plain_load(s.at + i);

		if (x & PLAIN_TOPS || ((x + (PLAIN_TOPS - PLAIN_ONES * ' ')) & PLAIN_TOPS) != PLAIN_TOPS ||
		    plain_find(x, '"') | plain_find(x, '\\') | plain_find(x, 0x7F))
			break;
	}
	while (i < s.n && is_plain((unsigned char)s.at[i]))
		i++;
	return i;
}

static void add_mark(struct buf *to, struct str nul, size_t number)
{
	char mark[ESCAPE + LETTERS], *letters = mempcpy(mark, nul.at, nul.n);

	for (int i = LETTERS; i-- > 0; number >>= LETTER_BITS)
		letters[i] = (char)('a' + number % (1 << LETTER_BITS));
	buf_add(to, (struct str){mark, nul.n + LETTERS});
}

static const struct str *run_of(const struct json_runs *runs, const char *letters)
{
	size_t number = 0;

	for (int i = 0; i < LETTERS; i++)
		number = number << LETTER_BITS | (size_t)(letters[i] - 'a');
	assert(number < runs->n);
	return &runs->at[number];
}

/* The character that a backslash before this letter stands for; 0: none, or one told by its number. */
static char escaped(char letter)
{
	switch (letter) {
	case '"':
	case '\\':
	case '/':
		return letter;
	case 'n':
		return '\n';
	case 't':
		return '\t';
	case 'r':
		return '\r';
	case 'b':
		return '\b';
	case 'f':
		return '\f';
	default:
		return 0;
	}
}

/* Where a run ends: it may hold whole letters beyond ASCII and, where escapes are read, escapes of one letter. */
static size_t run_end(struct str s, size_t i, bool escapes)
{
	for (;;) {
		int32_t cp;
		size_t n;

		i = plain_end(s, i);
		if (i < s.n && (unsigned char)s.at[i] > 0x7F && (n = utf8_at(s, i, &cp)) > 1)
			i += n;
		else if (escapes && i + 1 < s.n && s.at[i] == '\\' && escaped(s.at[i + 1]))
			i += 2;
		else
			return i;
	}
}

/* s with marks. False when it has no long run, or a NUL of its own. */
static bool shorten(struct json_runs *runs, struct str s, struct str nul, struct buf *out)
{
	size_t copied = 0, free = 0; /* free: from here on no escape goes on */
	bool escapes = nul.n == ESCAPE;

	for (size_t i = 0, end; i < s.n; i = end + 1) {
		end = run_end(s, i, escapes);
		size_t from = i > free ? i : free;

		if (end >= from + LEAST && runs->n < RUNS_MAX) {
			buf_add(out, str_slice(s, copied, from));
			add_mark(out, nul, runs->n);
			LIST_ADD(out->arena, runs, str_slice(s, from, end));
			copied = end;
		}
		if (end < s.n && s.at[end] == '\\')
			free = end + (end + 1 < s.n && s.at[end + 1] == 'u' ? ESCAPE : 2);
		if (end < s.n && s.at[end] == nul.at[0] && str_starts(str_slice(s, end, s.n), nul))
			return false;
	}
	buf_add(out, str_slice(s, copied, s.n));
	return runs->n > 0;
}

json_t *json_runs_load(struct json_runs *runs, struct str line, size_t flags, struct arena *arena, json_error_t *wrong)
{
	struct buf brief = {.arena = arena};
	json_t *value = NULL;

	*runs = (struct json_runs){0};
	if (shorten(runs, line, escaped_nul, &brief))
		value = json_loadb(brief.at, brief.n, flags | JSON_ALLOW_NUL, wrong);
	if (value)
		return value;
	*runs = (struct json_runs){0};
	return json_loadb(line.n ? line.at : "", line.n, flags, wrong);
}

/* The next mark's place in the text, or NULL. */
static const char *next_mark(struct str text)
{
	return text.n ? memchr(text.at, '\0', text.n) : NULL;
}

/* [bytes] of the text once its runs are back, at most: escapes in them are longer than what they stand for. */
static size_t most_bytes(const struct json_runs *runs, struct str text)
{
	size_t n = text.n;

	for (const char *mark; (mark = next_mark(text));) {
		n += run_of(runs, mark + 1)->n - MARK;
		text = str_slice(text, (size_t)(mark - text.at) + MARK, text.n);
	}
	return n;
}

static char *put_run(char *to, struct str run)
{
	for (const char *slash; run.n && (slash = memchr(run.at, '\\', run.n));) {
		size_t before = (size_t)(slash - run.at);

		to = mempcpy(to, run.at, before);
		*to++ = escaped(slash[1]);
		run = str_slice(run, before + 2, run.n);
	}
	return run.n ? mempcpy(to, run.at, run.n) : to;
}

struct str json_runs_text(const struct json_runs *runs, const json_t *string, struct arena *arena)
{
	struct str rest = {json_string_value(string), json_string_length(string)};

	if (!runs->n)
		return str_dup(arena, rest);
	char *text = arena_text(arena, most_bytes(runs, rest) + 1), *to = text;

	for (const char *mark; (mark = next_mark(rest));) {
		size_t before = (size_t)(mark - rest.at);

		to = mempcpy(to, rest.at, before);
		to = put_run(to, *run_of(runs, mark + 1));
		rest = str_slice(rest, before + MARK, rest.n);
	}
	to = mempcpy(to, rest.at, rest.n);
	*to = '\0';
	return (struct str){text, (size_t)(to - text)};
}

json_t *json_runs_string(struct json_runs *runs, struct str text, struct arena *arena)
{
	struct buf brief = {.arena = arena};

	*runs = (struct json_runs){0};
	if (shorten(runs, text, bare_nul, &brief))
		return json_stringn_nocheck(brief.at, brief.n);
	*runs = (struct json_runs){0};
	return json_stringn_nocheck(text.at, text.n);
}

struct dump {
	struct outfile *out;
	const struct json_runs *runs;
	bool marked; /* the piece before was a mark's NUL */
};

/* Jansson gives what it escapes, and what lies between, in pieces of their own. */
static int write_piece(const char *at, size_t n, void *to)
{
	struct dump *dump = to;
	struct str piece = {at, n};

	if (dump->marked) {
		outfile_write(dump->out, *run_of(dump->runs, at));
		piece = str_slice(piece, LETTERS, n);
	}
	dump->marked = dump->runs->n && !dump->marked && str_eq(piece, escaped_nul);
	if (!dump->marked)
		outfile_write(dump->out, piece);
	return 0;
}

bool json_runs_dump(const json_t *value, const struct json_runs *runs, struct outfile *out)
{
	struct dump dump = {.out = out, .runs = runs};

	return json_dump_callback(value, write_piece, &dump, JSON_COMPACT) == 0;
}
