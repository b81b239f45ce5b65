#include "sentences.h"

#include "values/words.h"

enum {
	WRAP_MIN = 40,	   /* [bytes] lines of prose are filled to at least this width */
	WRAP_MAX = 160,	   /* [bytes] and to at most this */
	CASELESS_MIN = 30, /* [words] a text this long without a capital is written
			      without capitals */
};

/* What the whole block looks like. */
struct layout {
	uint32_t lead;	/* [bytes] of the first line that stand before the block: a dateline */
	uint32_t width; /* [bytes] of the longest line */
	bool wrapped;	/* hard-wrapped prose */
	bool caseless;	/* no capitals to tell the start of a sentence by */
};

struct finder {
	const struct token *at; /* of the block, [n] */
	size_t n;
	struct layout layout;
};

static bool is_text(const struct token *t, const char *text)
{
	size_t n = strlen(text);

	return t->lower.n == n && memcmp(t->lower.at, text, n) == 0;
}

static bool is_one_of(const struct token *t, const char *marks)
{
	return t->lower.n == 1 && strchr(marks, t->lower.at[0]) != NULL;
}

/* Bytes of the block's first line before the block, as far as lines of prose go. */
static uint32_t lead_of(const struct token *first)
{
	uint32_t n = 0;

	while (n < first->start && n < WRAP_MAX && *(first->text.at - n - 1) != '\n')
		n++;
	return n;
}

static uint32_t line_length(const struct finder *f, size_t line, size_t last)
{
	return f->at[last].end - f->at[line].start + (line == 0 ? f->layout.lead : 0);
}

/* Would the first word of the line at token `next` have fitted behind the line
 * before? Lines that a typist broke early are filled to three quarters. */
static bool is_filled(const struct finder *f, size_t line, size_t next)
{
	const struct token *word = &f->at[next];
	uint32_t length = line_length(f, line, next - 1);

	return length + 1 + (word->end - word->start) > f->layout.width || length > f->layout.width * 3 / 4;
}

static uint32_t longest_line(const struct finder *f)
{
	uint32_t longest = 0;
	size_t line = 0;

	for (size_t next = 1; next <= f->n; next++) {
		if (next < f->n && !(f->at[next].flags & TOKEN_BREAK))
			continue;
		if (line_length(f, line, next - 1) > longest)
			longest = line_length(f, line, next - 1);
		line = next;
	}
	return longest;
}

/* Most breaks inside paragraphs stand where the next word did not fit. */
static bool is_wrapped(const struct finder *f)
{
	size_t breaks = 0, filled = 0;

	if (f->layout.width < WRAP_MIN || f->layout.width > WRAP_MAX)
		return false;
	for (size_t i = 1, line = 0; i < f->n; i++) {
		if (!(f->at[i].flags & TOKEN_BREAK))
			continue;
		if (!(f->at[i].flags & TOKEN_PARA)) {
			breaks++;
			filled += is_filled(f, line, i);
		}
		line = i;
	}
	return breaks && filled * 10 >= breaks * 7;
}

static bool is_caseless(const struct finder *f)
{
	size_t words = 0;

	for (size_t i = 0; i < f->n; i++) {
		if (f->at[i].flags & TOKEN_CAPITAL)
			return false;
		words += f->at[i].kind == TOKEN_WORD;
	}
	return words >= CASELESS_MIN;
}

static bool is_stop(const struct token *t)
{
	char c = t->lower.at[0];

	if (t->kind != TOKEN_MARK || c == ',')
		return false;
	return c == '.' || c == '!' || c == '?' || is_text(t, "\u2026") || is_text(t, "\u3002");
}

/* A quote or bracket that closes: nothing stands between it and what it closes.
 */
static bool is_closer(const struct token *t)
{
	return t->kind == TOKEN_MARK && !(t->flags & TOKEN_SPACE) && (is_one_of(t, "\"')]}") || is_text(t, "''"));
}

/* Does "[12]", a footnote's mark, hold the token? */
static bool is_reference(const struct finder *f, size_t i)
{
	size_t back = f->at[i].kind == TOKEN_NUMBER ? 1 : is_one_of(&f->at[i], "]") ? 2 : 0, open = i - back;

	return i >= back && open + 2 < f->n && is_one_of(&f->at[open], "[") && f->at[open + 1].kind == TOKEN_NUMBER &&
	       is_one_of(&f->at[open + 2], "]");
}

/* What stands behind a stop and still belongs to its sentence. */
static bool is_behind(const struct finder *f, size_t i)
{
	return is_closer(&f->at[i]) || is_reference(f, i);
}

static bool is_lower(const struct finder *f, const struct token *t)
{
	if (t->kind != TOKEN_WORD || t->flags & TOKEN_CAPITAL)
		return false;
	return !f->layout.caseless && !(t->flags & TOKEN_DIGIT);
}

/* Does a new sentence begin at t, for all that its first words tell? */
static bool may_start(const struct finder *f, const struct token *t)
{
	if (is_one_of(t, ",;:)%]}") || is_text(t, "'s"))
		return false;
	if (is_one_of(t, "\"'([") && t + 1 < f->at + f->n)
		return !is_lower(f, t + 1);
	return !is_lower(f, t);
}

/* Number or letter that counts the items of a list: the "1" of "1. Foo" at the
 * start of a line. */
static bool is_list_number(const struct finder *f, size_t start, size_t stop)
{
	const struct token *t = &f->at[start];

	return stop == start + 1 && (t->flags & TOKEN_BREAK) && (t->kind == TOKEN_NUMBER || t->lower.n == 1) &&
	       is_one_of(&f->at[stop], ".");
}

/* The stop at `i`, its closers before `next`: "end.The" ends, "3.x" does not.
 */
static bool ends_at_stop(const struct finder *f, size_t start, size_t i, size_t next)
{
	const struct token *t = &f->at[next];

	if (is_list_number(f, start, i))
		return false;
	if (!(t->flags & TOKEN_SPACE))
		return next == i + 1 && i > start && f->at[i - 1].kind == TOKEN_WORD && f->at[i - 1].lower.n > 1 &&
		       (t->flags & TOKEN_CAPITAL) && !(t->flags & TOKEN_UPPER) && t->lower.n > 1;
	return may_start(f, t);
}

static struct str without_dot(const struct token *t)
{
	return str_slice(t->lower, 0, t->lower.n - 1);
}

/* "5 p.m. | Eastern time", "10 a.m. | New York time": of where the clock is. */
static bool names_clock(const struct finder *f, size_t next)
{
	enum { NAME = 2 };

	for (size_t i = next + 1; i < f->n && i <= next + NAME; i++) {
		if (str_eq(f->at[i].text, STR("time")))
			return true;
		if (!(f->at[i].flags & TOKEN_CAPITAL))
			return false;
	}
	return false;
}

/* A word that keeps its dot ends the sentence only when what follows says so.
 */
static bool ends_at_abbreviation(const struct finder *f, size_t i, size_t next)
{
	unsigned kinds = abbreviation_kinds(without_dot(&f->at[i]));
	const struct token *t = &f->at[next];
	unsigned follows = abbreviation_kinds(t->lower);
	bool starter = (follows & ABBREVIATION_STARTER) && (t->flags & TOKEN_CAPITAL) && may_start(f, t);

	if (next > i + 1) /* closed by a quote or bracket */
		return may_start(f, t);
	if (kinds & ABBREVIATION_TIME)
		return t->kind == TOKEN_WORD && (t->flags & TOKEN_CAPITAL) && (starter || !(t->flags & TOKEN_UPPER)) &&
		       !(follows & (ABBREVIATION_DAY | ABBREVIATION_MONTH | ABBREVIATION_CALENDAR)) &&
		       !names_clock(f, next);
	if (kinds & (ABBREVIATION_TITLE | ABBREVIATION_NUMBER) || kinds == ABBREVIATION_LATIN)
		return false;
	if (kinds & ABBREVIATION_LATIN) /* etc. */
		return t->kind == TOKEN_WORD && may_start(f, t);
	return starter;
}

static bool has_dot(const struct token *t)
{
	return t->kind == TOKEN_WORD && t->lower.n > 1 && t->lower.at[t->lower.n - 1] == '.';
}

static inline bool may_stop(const struct token *t)
{
	return t->kind == TOKEN_MARK ? is_stop(t) : has_dot(t);
}

static bool is_title(const struct token *t)
{
	return has_dot(t) && (abbreviation_kinds(without_dot(t)) & ABBREVIATION_TITLE);
}

/* Words that no sentence and no headline ends with: the line was broken, not the sentence. */
static bool is_left_open(const struct token *t)
{
	static const char *const words[] = {"of",   "the",   "a",      "an",   "in",   "at",	"to",	 "and",
					    "or",   "for",   "by",     "from", "with", "was",	"were",	 "has",
					    "have", "had",   "been",   "that", "who",  "which", "their", "his",
					    "its",  "whose", "during", "into", "near"};

	if (t->kind != TOKEN_WORD || t->lower.n > 6)
		return false;
	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (is_text(t, words[i]))
			return true;
	return false;
}

/* Is a line's end in front of token `next` a sentence's end, without a stop? */
static bool ends_at_line(const struct finder *f, size_t line, size_t next)
{
	const struct token *t = &f->at[next];

	if (t->flags & TOKEN_PARA)
		return true;
	if (is_lower(f, t) || is_one_of(&f->at[next - 1], ",-") || is_title(&f->at[next - 1]) ||
	    is_left_open(&f->at[next - 1]))
		return false;
	return !f->layout.wrapped || !is_filled(f, line, next);
}

/* Does the sentence from `start` end before token `next`? i: its last token
 * that is no closer. */
static bool ends(const struct finder *f, size_t start, size_t line, size_t i, size_t next)
{
	if (is_behind(f, next) && !(f->at[next].flags & TOKEN_PARA))
		return false;
	if ((f->at[next].flags & TOKEN_BREAK) && ends_at_line(f, line, next))
		return true;
	if (is_stop(&f->at[i]))
		return ends_at_stop(f, start, i, next);
	return has_dot(&f->at[i]) && ends_at_abbreviation(f, i, next);
}

void sentences_find(const struct tokens *tokens, size_t first, size_t n, struct arena *arena, struct sentences *out)
{
	struct finder f = {.at = n ? tokens->at + first : NULL, .n = n};
	size_t start = 0, line = 0, last = 0;
	bool stops = false; /* may the token `last` end a sentence? */

	if (n == 0)
		return;
	f.layout.lead = lead_of(f.at);
	f.layout.width = longest_line(&f);
	f.layout.wrapped = is_wrapped(&f);
	f.layout.caseless = is_caseless(&f);
	for (size_t next = 1; next <= n; next++) {
		/* nearly always the sentence just goes on */
		for (; !stops && next < n && !(f.at[next].flags & TOKEN_BREAK) && !may_stop(&f.at[next - 1]); next++)
			last = next - 1;
		if (!stops || !is_behind(&f, next - 1)) {
			last = next - 1;
			stops = may_stop(&f.at[last]);
		}
		if (next < n && !(f.at[next].flags & TOKEN_BREAK) && !stops)
			continue;
		if (next == n || ends(&f, start, line, last, next)) {
			struct sentence s = {(uint32_t)(first + start), (uint32_t)(next - start)};

			LIST_ADD(arena, out, s);
			start = last = next;
			stops = false;
		}
		if (next < n && f.at[next].flags & TOKEN_BREAK)
			line = next; /* a sentence that begins within a line fills no line of its own */
	}
}
