#include "signs.h"

#include "base/hash.h"

enum {
	PHRASE_WORDS = 8,  /* most words of a phrase */
	TEXT_WORDS = 96,   /* most words looked at in one go */
	SHORT_BYTES = 480, /* a paragraph up to here is looked at whole */
	END_BYTES = 160,   /* else its start and its end, so much of each */
	WORD_BYTES = 32,   /* longer words are no sign */
	SLOTS = 1024,	   /* for first words, a power of two */
};

enum where { WHERE_START, WHERE_END, WHERE_WITHIN, WHERE_LINE };

struct sign {
	struct sign *next; /* with a first word in the same slot; longer phrases first */
	uint64_t words[PHRASE_WORDS];
	size_t n;
	enum sign_kind kind;
	enum where where;
	bool colon;	   /* a colon, dash or bar must follow */
	struct str agency; /* short name, for a wire */
};

struct signs {
	struct sign *slots[SLOTS], *agencies[SLOTS];
};

/* Words of a text as hashes, with where they begin and end. */
struct wording {
	uint64_t words[TEXT_WORDS];
	uint32_t start[TEXT_WORDS], end[TEXT_WORDS];
	size_t n;
};

static const char *const kind_names[SIGN_KINDS] = {
	"", "caption", "boilerplate", "copyright", "teaser", "related", "stamp", "credit", "label",
};
static const char *const where_names[] = {"start", "end", "within", "line"};

/* Bytes of an apostrophe at s[i], which words lose. */
static size_t apostrophe_at(struct str s, size_t i)
{
	if (s.at[i] == '\'')
		return 1;
	return s.n - i >= 3 && memcmp(s.at + i, "\xE2\x80", 2) == 0 && (s.at[i + 2] == '\x98' || s.at[i + 2] == '\x99')
		       ? 3
		       : 0;
}

/* Bytes of a mark of two or three bytes that stands between words: dashes, quotes,
 * bullets, the middle dot, white space. The copyright sign is a word. */
static size_t wide_mark_at(struct str s, size_t i)
{
	unsigned char c = (unsigned char)s.at[i], d = i + 1 < s.n ? (unsigned char)s.at[i + 1] : 0;

	if (c == 0xE2)
		return d == 0x80 || d == 0x97 || d == 0x96 ? 3 : 0;
	return c == 0xC2 && (d == 0xA0 || d == 0xB7 || d == 0xAB || d == 0xBB) ? 2 : 0;
}

static bool is_word_byte(unsigned char c)
{
	return ascii_is_alpha(c) || ascii_is_digit(c) || c >= 0x80;
}

/* The word at s[*i], lower case, apostrophes gone; *i moves behind it. */
static uint64_t word_read(struct str s, size_t *i)
{
	char word[WORD_BYTES];
	size_t n = 0;

	while (*i < s.n && n < WORD_BYTES) {
		size_t skip = apostrophe_at(s, *i);

		if (!skip && (!is_word_byte((unsigned char)s.at[*i]) || wide_mark_at(s, *i)))
			break;
		if (!skip)
			word[n++] = ascii_to_lower(s.at[*i]);
		*i += skip ? skip : 1;
		if (n == 2 && memcmp(word, "\xC2\xA9", 2) == 0)
			break; /* © in front of a year */
	}
	return hash64((struct str){word, n});
}

static void wording_of(struct str s, size_t from, struct wording *out)
{
	out->n = 0;
	for (size_t i = from; i < s.n && out->n < TEXT_WORDS;) {
		size_t mark = wide_mark_at(s, i);

		if (mark || !is_word_byte((unsigned char)s.at[i])) {
			i += mark ? mark : 1;
			continue;
		}
		out->start[out->n] = (uint32_t)i;
		out->words[out->n] = word_read(s, &i);
		out->end[out->n++] = (uint32_t)i;
	}
}

static int index_of(const char *const *names, size_t n, struct str name)
{
	for (size_t i = 0; i < n; i++)
		if (str_eq(name, str_of(names[i])))
			return (int)i;
	return 0;
}

/* Longer phrases come first, so that the first that fits is the longest. */
static void add(struct sign **slots, struct sign *sign, struct str phrase)
{
	struct wording w;

	wording_of(phrase, 0, &w);
	sign->n = w.n < PHRASE_WORDS ? w.n : PHRASE_WORDS;
	if (sign->n == 0)
		return;
	memcpy(sign->words, w.words, sign->n * sizeof *w.words);
	struct sign **at = &slots[w.words[0] & (SLOTS - 1)];

	while (*at && (*at)->n > sign->n)
		at = &(*at)->next;
	sign->next = *at;
	*at = sign;
}

const struct signs *signs_load(const struct lexicon *lex, struct arena *arena)
{
	struct signs *signs = ARENA_NEW(arena, struct signs);
	uint32_t kind = lexicon_column(lex, LEXICON_BLOCKS, "kind"),
		 where = lexicon_column(lex, LEXICON_BLOCKS, "where");
	uint32_t then = lexicon_column(lex, LEXICON_BLOCKS, "then");
	uint32_t agency = lexicon_column(lex, LEXICON_AGENCIES, "agency");

	for (uint32_t i = 0; i < lexicon_rows(lex, LEXICON_BLOCKS); i++) {
		struct sign *sign = ARENA_NEW(arena, struct sign);

		sign->kind =
			(enum sign_kind)index_of(kind_names, SIGN_KINDS, lexicon_cell(lex, LEXICON_BLOCKS, i, kind));
		sign->where = (enum where)index_of(where_names, 4, lexicon_cell(lex, LEXICON_BLOCKS, i, where));
		sign->colon = !str_is_empty(lexicon_cell(lex, LEXICON_BLOCKS, i, then));
		add(signs->slots, sign, lexicon_cell(lex, LEXICON_BLOCKS, i, 0));
	}
	for (uint32_t i = 0; i < lexicon_rows(lex, LEXICON_AGENCIES); i++) {
		struct sign *sign = ARENA_NEW(arena, struct sign);

		sign->agency = lexicon_cell(lex, LEXICON_AGENCIES, i, agency);
		add(signs->agencies, sign, lexicon_cell(lex, LEXICON_AGENCIES, i, 0));
	}
	return signs;
}

static bool matches(const struct sign *sign, const struct wording *w, size_t i)
{
	return w->n - i >= sign->n && memcmp(sign->words, w->words + i, sign->n * sizeof *sign->words) == 0;
}

/* Does a colon, a dash or a bar follow the text up to `end`? */
static bool colon_follows(struct str s, size_t end)
{
	while (end < s.n && (s.at[end] == ' ' || s.at[end] == ')'))
		end++;
	return end < s.n &&
	       ((s.at[end] && strchr(":|-/", s.at[end])) || str_starts(str_slice(s, end, s.n), STR("\u2013")) ||
		str_starts(str_slice(s, end, s.n), STR("\u2014")));
}

/* first, last: the wording holds the paragraph's first, last word. */
static bool stands_right(const struct sign *sign, const struct wording *w, size_t i, bool first, bool last)
{
	bool starts = first && i == 0, ends = last && i + sign->n == w->n;

	switch (sign->where) {
	case WHERE_START:
		return starts;
	case WHERE_END:
		return ends;
	case WHERE_LINE:
		return starts && ends;
	case WHERE_WITHIN:
		return first && last;
	}
	return false;
}

static uint32_t find(const struct signs *signs, struct str s, const struct wording *w, bool first, bool last)
{
	uint32_t found = 0;

	for (size_t i = 0; i < w->n; i++)
		for (const struct sign *c = signs->slots[w->words[i] & (SLOTS - 1)]; c; c = c->next)
			if (matches(c, w, i) && stands_right(c, w, i, first, last) &&
			    (!c->colon || colon_follows(s, w->end[i + c->n - 1])))
				found |= 1u << c->kind;
	return found;
}

uint32_t signs_of(const struct signs *signs, struct str s)
{
	struct wording w;

	if (s.n <= SHORT_BYTES) {
		wording_of(s, 0, &w);
		return find(signs, s, &w, true, w.n < TEXT_WORDS);
	}
	wording_of(str_slice(s, 0, END_BYTES), 0, &w);
	uint32_t found = find(signs, s, &w, true, false);

	wording_of(s, s.n - END_BYTES, &w);
	return found | find(signs, s, &w, false, true);
}

ptrdiff_t signs_last(const struct signs *signs, struct str s, enum sign_kind kind)
{
	ptrdiff_t last = -1;
	struct wording w;

	wording_of(s, s.n <= SHORT_BYTES ? 0 : s.n - SHORT_BYTES, &w);
	for (size_t i = 0; i < w.n; i++)
		for (const struct sign *c = signs->slots[w.words[i] & (SLOTS - 1)]; c; c = c->next)
			if (c->kind == kind && matches(c, &w, i) && last < 0)
				last = w.start[i];
	return last;
}

struct str signs_agency(const struct signs *signs, struct str text)
{
	static const struct str and = {"and", 3};
	struct str found = STR_NULL;
	struct wording w;
	size_t i = 0;

	wording_of(text, 0, &w);
	while (i < w.n) {
		const struct sign *c = signs->agencies[w.words[i] & (SLOTS - 1)];

		while (c && !matches(c, &w, i))
			c = c->next;
		if (!c && !(found.n && w.words[i] == hash64(and)))
			return STR_NULL;
		if (c && !found.n)
			found = c->agency;
		i += c ? c->n : 1;
	}
	return found;
}
