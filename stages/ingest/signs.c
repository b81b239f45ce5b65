#include "signs.h"

#include "markup.h"

enum {
	PHRASE_WORDS = 8,  /* most words of a phrase */
	TEXT_WORDS = 96,   /* most words looked at in one go */
	SHORT_BYTES = 480, /* a paragraph up to here may be told by words anywhere in it */
	WHOLE_BYTES = 144, /* a paragraph up to here is looked at whole */
	START_BYTES = 48,  /* else its start and its end */
	END_BYTES = 96,
	STOP_BYTES = 48, /* its end, where a full stop tells that it is hardly a caption */
	SLOTS = 1024,	 /* for first words, a power of two */
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
	const struct markup *markup;
};

/* Words of a text as hashes, with where they begin and end. */
struct wording {
	uint64_t words[TEXT_WORDS];
	uint32_t start[TEXT_WORDS], end[TEXT_WORDS];
	size_t n;
};

static const char *const kind_names[SIGN_KINDS] = {
	"", "caption", "photo", "boilerplate", "copyright", "teaser", "related", "stamp", "credit", "label",
};
static const char *const where_names[] = {"start", "end", "within", "line"};

/* What a byte is to a word: its lower case, MARK between words, or SPECIAL: an
 * apostrophe, or the first byte of a sign beyond ASCII that may be a mark or one. */
enum { MARK, SPECIAL };

static inline unsigned char byte_kind(unsigned char c)
{
	if (c >= 0x80)
		return c == 0xC2 || c == 0xE2 ? SPECIAL : c;
	return ascii_is_alpha(c) ? c | 32 : ascii_is_digit(c) ? c : c == '\'' ? SPECIAL : MARK;
}

enum special { SPECIAL_MARK, SPECIAL_APOSTROPHE, SPECIAL_LETTER };

/* A special byte at s[i], with the bytes of its sign: dashes, quotes, bullets, the
 * middle dot and white space are marks. */
static enum special special_at(struct str s, size_t i, size_t *n)
{
	unsigned char c = (unsigned char)s.at[i], d = i + 1 < s.n ? (unsigned char)s.at[i + 1] : 0;
	unsigned char e = i + 2 < s.n ? (unsigned char)s.at[i + 2] : 0;

	*n = c == 0xC2 ? 2 : c == 0xE2 ? 3 : 1;
	if (c == '\'' || (c == 0xE2 && d == 0x80 && (e == 0x98 || e == 0x99)))
		return SPECIAL_APOSTROPHE;
	if (c == 0xE2 ? d == 0x80 || d == 0x96 || d == 0x97 : d == 0xA0 || d == 0xB7 || d == 0xAB || d == 0xBB)
		return SPECIAL_MARK;
	return SPECIAL_LETTER;
}

static bool starts_word(struct str s, size_t i, size_t *n)
{
	unsigned char kind = byte_kind((unsigned char)s.at[i]);

	*n = 1;
	return kind > SPECIAL || (kind == SPECIAL && special_at(s, i, n) == SPECIAL_LETTER);
}

static uint64_t mix(uint64_t h, unsigned char c)
{
	return (h ^ c) * 0x100000001B3u; /* FNV-1a */
}

/* The word at s[*i] as a hash: lower case, apostrophes gone; *i moves behind it. The
 * copyright sign is a word of its own, in front of a year too. */
static uint64_t word_read(struct str s, size_t *i)
{
	uint64_t h = 0xCBF29CE484222325u;
	unsigned char kind;
	size_t n;

	for (; *i < s.n && (kind = byte_kind((unsigned char)s.at[*i])) != MARK;) {
		if (kind != SPECIAL) {
			h = mix(h, kind);
			++*i;
			continue;
		}
		enum special special = special_at(s, *i, &n);

		if (special == SPECIAL_MARK)
			break;
		for (size_t k = 0; special == SPECIAL_LETTER && k < n && *i + k < s.n; k++)
			h = mix(h, (unsigned char)s.at[*i + k]);
		*i += n;
		if (special == SPECIAL_LETTER && n == 2 && s.at[*i - 1] == '\xA9')
			break;
	}
	return h ^ h >> 29;
}

static void wording_of(struct str s, size_t from, struct wording *out)
{
	out->n = 0;
	for (size_t i = from, n; i < s.n && out->n < TEXT_WORDS;) {
		if (!starts_word(s, i, &n)) {
			i += n;
			continue;
		}
		out->start[out->n] = (uint32_t)i;
		out->words[out->n] = word_read(s, &i);
		out->end[out->n++] = (uint32_t)(i < s.n ? i : s.n);
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
	signs->markup = markup_load(lex, arena);
	return signs;
}

const struct markup *signs_markup(const struct signs *signs)
{
	return signs->markup;
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

/* Which part of a paragraph a wording is. */
struct part {
	bool first, last; /* it holds the first, the last word */
	bool within;	  /* the paragraph is short enough to be told by words anywhere */
};

static bool stands_right(const struct sign *sign, const struct wording *w, size_t i, struct part part)
{
	bool starts = part.first && i == 0, ends = part.last && i + sign->n == w->n;

	switch (sign->where) {
	case WHERE_START:
		return starts;
	case WHERE_END:
		return ends;
	case WHERE_LINE:
		return starts && ends;
	case WHERE_WITHIN:
		return part.within;
	}
	return false;
}

static uint32_t find(const struct signs *signs, struct str s, const struct wording *w, struct part part)
{
	uint32_t found = 0;

	for (size_t i = 0; i < w->n; i++)
		for (const struct sign *c = signs->slots[w->words[i] & (SLOTS - 1)]; c; c = c->next)
			if (matches(c, w, i) && stands_right(c, w, i, part) &&
			    (!c->colon || colon_follows(s, w->end[i + c->n - 1])))
				found |= 1u << c->kind;
	return found;
}

uint32_t signs_of(const struct signs *signs, struct str s)
{
	bool within = s.n <= SHORT_BYTES;
	struct wording w;

	if (s.n <= WHOLE_BYTES) {
		wording_of(s, 0, &w);
		return find(signs, s, &w, (struct part){true, w.n < TEXT_WORDS, within});
	}
	wording_of(str_slice(s, 0, START_BYTES), 0, &w);
	uint32_t found = find(signs, s, &w, (struct part){true, false, within});
	size_t end = s.at[s.n - 1] == '.' ? STOP_BYTES : END_BYTES;
	const char *space = memchr(s.at + s.n - end, ' ', end);

	wording_of(s, space ? (size_t)(space - s.at) : s.n - end, &w);
	return found | find(signs, s, &w, (struct part){false, w.n < TEXT_WORDS, within});
}

ptrdiff_t signs_near_end(const struct signs *signs, struct str s, enum sign_kind kind)
{
	struct wording w;

	wording_of(s, s.n <= SHORT_BYTES ? 0 : s.n - SHORT_BYTES, &w);
	for (size_t i = 0; i < w.n; i++)
		for (const struct sign *c = signs->slots[w.words[i] & (SLOTS - 1)]; c; c = c->next)
			if (c->kind == kind && !c->colon && matches(c, &w, i))
				return w.start[i];
	return -1;
}

struct str signs_agency(const struct signs *signs, struct str text)
{
	size_t unused = 0;
	uint64_t and = word_read(STR("and"), &unused);
	struct str found = STR_NULL;
	struct wording w;
	size_t i = 0;

	wording_of(text, 0, &w);
	while (i < w.n) {
		const struct sign *c = signs->agencies[w.words[i] & (SLOTS - 1)];

		while (c && !matches(c, &w, i))
			c = c->next;
		if (!c && !(found.n && w.words[i] == and))
			return STR_NULL;
		if (c && !found.n)
			found = c->agency;
		i += c ? c->n : 1;
	}
	return found;
}
