#include "values/tokens.h"

#include "base/hash.h"
#include "base/plain.h"
#include "values/glyphs.h"
#include "values/token_parts.h"
#include "values/words.h"

enum {
	CLITICS = 3, /* cut from the end of one word, at most: I'd've */
	LETTERS = GLYPH_LOWER | GLYPH_UPPER,
	TWICE = 2, /* a letter is written in lower case at most so often: once more in an account's name */
};

struct cutter {
	struct str text; /* ends where the cutting ends */
	size_t at;	 /* [bytes] read so far */
	struct arena *arena;
	struct tokens *out;
	char *lower; /* where the next token's lower case goes, if it differs from what is written */
	uint8_t gap; /* flags of the white space since the last token */
};

/* Lower case and straight quotes into c->lower; which glyphs there are into *mask. */
static struct str lower_of(struct cutter *c, struct str word, unsigned *mask)
{
	char *to = c->lower;

	for (size_t i = 0, n; i < word.n; i += n) {
		uint8_t byte = (uint8_t)word.at[i];
		enum glyph g = glyph_ascii[byte];

		n = 1;
		if (g != GLYPH_HIGH) {
			*to++ = (char)(g == GLYPH_UPPER ? byte | 32 : byte);
			*mask |= g;
			continue;
		}
		g = glyph_at(word, i, &n);
		char quote = glyph_quote(word, i);

		if (quote) {
			*to++ = quote;
		} else if (g != GLYPH_JOIN) {
			memcpy(to, word.at + i, n);
			to += n;
		}
		*mask |= g;
	}
	if (to == c->lower && word.n) { /* nothing but marks that join: they stand for themselves */
		memcpy(to, word.at, word.n);
		to += word.n;
	}
	struct str lower = {c->lower, (size_t)(to - c->lower)};

	c->lower = to;
	return lower;
}

/* Two letters or more, all upper case: given that none is lower. */
static bool has_two_letters(struct str word)
{
	size_t letters = 0;

	for (size_t i = 0, n; i < word.n && letters < 2; i += n)
		letters += glyph_at(word, i, &n) == GLYPH_UPPER;
	return letters == 2;
}

static uint8_t flags_of(struct str word, unsigned mask)
{
	uint8_t flags = mask & GLYPH_DIGIT ? TOKEN_DIGIT : 0;
	size_t n;

	if (!(mask & GLYPH_UPPER))
		return flags;
	if (glyph_at(word, 0, &n) == GLYPH_UPPER)
		flags |= TOKEN_CAPITAL;
	if (!(mask & GLYPH_LOWER) && has_two_letters(word))
		flags |= TOKEN_UPPER;
	return flags;
}

/* The kind of a word that was cut elsewhere, by its first character; 's is a word. */
static enum token_kind kind_of(struct str word)
{
	size_t n, i = 0;
	enum glyph g = word.n ? glyph_at(word, 0, &n) : GLYPH_MARK;

	if (g == GLYPH_APOS || (word.n && memchr("#@.", word.at[0], 3)))
		i = g == GLYPH_APOS ? n : 1;
	if (i && i < word.n)
		g = glyph_at(word, i, &n);
	return g == GLYPH_DIGIT ? TOKEN_NUMBER : g & (GLYPH_LOWER | GLYPH_UPPER) ? TOKEN_WORD : TOKEN_MARK;
}

struct token token_of(struct str word, struct arena *arena)
{
	struct token t = {.text = word, .kind = (uint8_t)kind_of(word)};
	struct cutter c = {.lower = arena_text(arena, word.n + 1)};
	unsigned mask = 0;

	t.lower = lower_of(&c, word, &mask);
	t.hash = hash64(t.lower);
	t.flags = flags_of(word, mask);
	return t;
}

/* Room for one token more. It is filled in where it lies: most of a copy's time would be waiting. */
static struct token *next_token(struct cutter *c)
{
	struct tokens *out = c->out;

	if (out->n == out->room) {
		out->room = out->room ? 2 * out->room : 8;
		out->at = arena_more(c->arena, out->at, out->n, out->room, sizeof *out->at);
	}
	return &out->at[out->n++];
}

static inline void add(struct cutter *c, size_t start, size_t end, enum token_kind kind, struct str lower,
		       unsigned flags)
{
	struct token *t = next_token(c);

	t->start = (uint32_t)start;
	t->end = (uint32_t)end;
	t->text = (struct str){c->text.at + start, end - start};
	t->lower = lower;
	t->hash = hash64(lower);
	t->kind = (uint8_t)kind;
	t->flags = (uint8_t)(flags | c->gap);
	t->tag = t->ud = 0;
	t->lemma = STR_NULL;
	c->gap = 0;
	c->at = end;
}

static void emit(struct cutter *c, size_t start, size_t end, enum token_kind kind)
{
	struct str word = {c->text.at + start, end - start}, lower = word;
	unsigned mask = 0;

	for (size_t i = 0; i < word.n; i++)
		mask |= glyph_ascii[(uint8_t)word.at[i]];
	if (mask & (GLYPH_UPPER | GLYPH_HIGH)) {
		mask = 0;
		lower = lower_of(c, word, &mask);
	}
	add(c, start, end, kind, lower, flags_of(word, mask));
}

/* Emit [start, end) less its clitics, then these: "I'd've" is I 'd 've. */
static void emit_clitics(struct cutter *c, size_t start, size_t end, enum token_kind kind)
{
	size_t cuts[CLITICS + 1] = {end};
	size_t n = 0, length;

	while (n < CLITICS && (length = part_clitic(c->text, start, cuts[n])) > 0) {
		cuts[n + 1] = cuts[n] - length;
		n++;
	}
	emit(c, start, cuts[n], kind);
	for (; n > 0; n--)
		emit(c, cuts[n], cuts[n - 1], TOKEN_WORD);
}

static void emit_word(struct cutter *c, size_t start, size_t end, unsigned mask)
{
	size_t cut = 0;

	if (mask & GLYPH_APOS) {
		emit_clitics(c, start, end, TOKEN_WORD);
		return;
	}
	if (mask < GLYPH_DIGIT) /* letters alone, ASCII */
		cut = part_split(c->text, start, end);
	if (cut) {
		emit(c, start, start + cut, TOKEN_WORD);
		start += cut;
	}
	emit(c, start, end, TOKEN_WORD);
}

/* Does a word of letters surely end before the byte? Marks that may go on with it don't tell; nearly always it is a
 * space. */
static bool surely_ends(uint8_t byte)
{
	return byte == ' ' || (!(glyph_ascii[byte] & (LETTERS | GLYPH_DIGIT | GLYPH_APOS | GLYPH_HIGH)) &&
			       byte != '.' && byte != '-' && byte != '&' && byte != ':');
}

static struct str lower_of_letters(struct cutter *c, struct str word)
{
	struct str lower = {c->lower, word.n};

	for (size_t i = 0; i < word.n; i++)
		c->lower[i] = word.at[i] | ('a' - 'A');
	c->lower += word.n;
	return lower;
}

/* The end of the ASCII letters from `i`, eight at a time. *capitals, *smalls: are there any? Each is 0 for none. */
static size_t letters_end(struct str text, size_t i, uint64_t *capitals, uint64_t *smalls)
{
	for (; i + 8 <= text.n; i += 8) {
		uint64_t x = plain_load(text.at + i), stop = plain_letters(x) ^ PLAIN_TOPS,
			 letters = (stop - 1) & ~stop & PLAIN_TOPS; /* those before the first stop */

		*capitals |= letters & ~x << 2; /* the bit that tells 'a' from 'A' comes to the top */
		*smalls |= letters & x << 2;
		if (stop)
			return i + (size_t)__builtin_ctzll(stop) / 8;
	}
	for (; i < text.n && ascii_is_alpha((uint8_t)text.at[i]); i++)
		*(ascii_is_upper((uint8_t)text.at[i]) ? capitals : smalls) = 1;
	return i;
}

/* What cut_word does, for nearly every word: ASCII letters alone, and nothing behind them that joins. */
static bool cut_plain(struct cutter *c)
{
	const struct str text = c->text;
	uint64_t capitals = 0, smalls = 0;
	unsigned flags = 0;
	size_t start = c->at, end = letters_end(text, start, &capitals, &smalls);

	if (end == start || (end < text.n && !surely_ends((uint8_t)text.at[end])))
		return false;
	struct str lower = {text.at + start, end - start};

	if (capitals) {
		flags |= ascii_is_upper((uint8_t)text.at[start]) ? TOKEN_CAPITAL : 0;
		flags |= !smalls && lower.n > 1 ? TOKEN_UPPER : 0;
		lower = lower_of_letters(c, lower);
	}
	if (words_cut_at(lower))
		return false;
	add(c, start, end, TOKEN_WORD, lower, flags);
	return true;
}

static void cut_word(struct cutter *c)
{
	unsigned mask = 0;
	bool after_number = c->out->n && c->out->at[c->out->n - 1].kind == TOKEN_NUMBER;
	size_t start = c->at, end = part_word(c->text, start, &mask);
	size_t longer = end == c->text.n ? end : part_after_word(c->text, start, end, mask, after_number);

	if (longer > end)
		emit(c, start, longer, TOKEN_WORD);
	else
		emit_word(c, start, end, mask);
}

static void cut_number(struct cutter *c)
{
	unsigned mask = 0;
	size_t start = c->at, end = part_number(c->text, start, &mask);

	if (mask & GLYPH_APOS)
		emit_clitics(c, start, end, TOKEN_NUMBER);
	else
		emit(c, start, end, TOKEN_NUMBER);
}

/* The tokens glued before an @ are the mail account's name: "j.doe" @ "x.org" is one token. They are taken back. */
static size_t take_account(struct cutter *c)
{
	size_t start = c->at;

	while (c->out->n && !c->gap) {
		struct token *last = &c->out->at[c->out->n - 1];

		if (last->end != start || !part_is_account(last->text))
			break;
		c->gap = last->flags & (TOKEN_SPACE | TOKEN_BREAK | TOKEN_PARA);
		start = last->start;
		c->out->n--;
	}
	return start;
}

static void cut_at_sign(struct cutter *c)
{
	size_t end = part_address(c->text, c->at + 1);

	if (end == c->at + 1)
		emit(c, c->at, end, TOKEN_MARK);
	else
		emit(c, take_account(c), end, TOKEN_WORD);
}

static void cut_mark(struct cutter *c)
{
	char mark = c->text.at[c->at];
	size_t end;

	if (mark == '@') {
		cut_at_sign(c);
	} else if (mark == '#' && (end = part_address(c->text, c->at + 1)) > c->at + 1 &&
		   !ascii_is_digit((unsigned char)c->text.at[c->at + 1])) {
		emit(c, c->at, end, TOKEN_WORD);
	} else if (mark == '.' && c->gap && c->at + 1 < c->text.n &&
		   ascii_is_digit((unsigned char)c->text.at[c->at + 1])) {
		cut_number(c);
	} else if (!c->gap && (end = part_lone_clitic(c->text, c->at)) > 0) {
		emit(c, c->at, end, TOKEN_WORD); /* U.S. 's */
	} else {
		emit(c, c->at, part_mark(c->text, c->at), TOKEN_MARK);
	}
}

static void skip_space(struct cutter *c)
{
	size_t lines = 0, n;

	for (; c->at < c->text.n; c->at += n) {
		enum glyph g = glyph_at(c->text, c->at, &n);

		if (!(g & GLYPH_SPACE))
			break;
		if (g & GLYPH_LINE)
			lines += !(c->text.at[c->at] == '\n' && c->at && c->text.at[c->at - 1] == '\r');
	}
	c->gap |= TOKEN_SPACE;
	if (lines)
		c->gap |= TOKEN_BREAK;
	if (lines > 1)
		c->gap |= TOKEN_PARA;
}

/* What cut_mark does, for nearly every mark: one of ASCII before white space. */
static bool cut_plain_mark(struct cutter *c)
{
	size_t end = c->at + 1;
	struct str mark = {c->text.at + c->at, 1};

	if (glyph_ascii[(uint8_t)mark.at[0]] != GLYPH_MARK || end == c->text.n || !ascii_is_space((uint8_t)mark.at[1]))
		return false;
	add(c, c->at, end, TOKEN_MARK, mark, 0);
	return true;
}

static void cut_one(struct cutter *c)
{
	size_t n;

	if (cut_plain_mark(c) || cut_plain(c))
		return;
	enum glyph g = glyph_at(c->text, c->at, &n);

	if (g & GLYPH_SPACE)
		skip_space(c);
	else if (g & LETTERS)
		cut_word(c);
	else if (g & GLYPH_DIGIT)
		cut_number(c);
	else
		cut_mark(c);
}

/* Room for a usual text at once; a list of single marks grows it. */
static void reserve(struct tokens *out, size_t bytes, struct arena *arena)
{
	size_t wanted = out->n + bytes / 5 + 16;

	if (out->room >= wanted)
		return;
	if (wanted < 2 * out->room) /* many short texts cost no more than one */
		wanted = 2 * out->room;
	out->at = arena_more(arena, out->at, out->n, wanted, sizeof *out->at);
	out->room = wanted;
}

void tokens_cut(struct str text, size_t start, size_t end, struct arena *arena, struct tokens *out)
{
	if (end > text.n)
		end = text.n;
	if (start >= end)
		return;
	struct cutter c = {.text = {text.at, end}, .at = start, .arena = arena, .out = out};

	c.gap = TOKEN_SPACE | TOKEN_BREAK | TOKEN_PARA;
	c.lower = arena_text(arena, TWICE * (end - start));
	reserve(out, end - start, arena);
	while (c.at < end)
		if (text.at[c.at] == ' ') {
			c.gap |= TOKEN_SPACE;
			c.at++;
		} else {
			cut_one(&c);
		}
}

void tokens_cut_phrase(struct str phrase, struct arena *arena, struct tokens *out)
{
	struct str within = str_printf(arena, "%.*s x", STR_ARG(phrase));

	tokens_cut(within, 0, within.n, arena, out);
	out->n--;
}
