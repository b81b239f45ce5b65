#include "values/token_parts.h"

#include "values/glyphs.h"
#include "values/words.h"

enum { WORD_GLYPHS = GLYPH_LOWER | GLYPH_UPPER | GLYPH_DIGIT, LETTERS = GLYPH_LOWER | GLYPH_UPPER };

static enum glyph glyph_if(struct str text, size_t i, size_t *n)
{
	*n = 0;
	return i < text.n ? glyph_at(text, i, n) : GLYPH_SPACE;
}

static bool is_digit_at(struct str text, size_t i)
{
	return i < text.n && ascii_is_digit((unsigned char)text.at[i]);
}

size_t part_word(struct str text, size_t start, unsigned *mask)
{
	size_t i = start, n, after;

	while (i < text.n) {
		enum glyph g = glyph_ascii[(uint8_t)text.at[i]];

		if (g & WORD_GLYPHS) {
			*mask |= g;
			i++;
			continue;
		}
		g = glyph_at(text, i, &n);
		if (g == GLYPH_APOS) {
			if (!(glyph_if(text, i + n, &after) & LETTERS))
				break;
		} else if (!(g & (WORD_GLYPHS | GLYPH_JOIN))) {
			break;
		}
		*mask |= g | (n > 1 ? GLYPH_HIGH : 0);
		i += n;
	}
	return i;
}

/* Digits and fractions; not the letters after them. */
static size_t digits_end(struct str text, size_t i, unsigned *mask)
{
	size_t n;

	while (glyph_if(text, i, &n) == GLYPH_DIGIT) {
		*mask |= GLYPH_DIGIT;
		i += n;
	}
	return i;
}

/* From a digit: 1,000  0.2  10:30  9/11. */
static size_t figure_end(struct str text, size_t i, unsigned *mask)
{
	for (;;) {
		i = digits_end(text, i, mask);
		if (i >= text.n || !memchr(".,:/", text.at[i], 4) || !is_digit_at(text, i + 1))
			return i;
		i++;
	}
}

/* Two hyphens or more between digits: a date or a telephone number. */
static size_t serial_end(struct str text, size_t i)
{
	unsigned mask = 0;
	size_t end = i;
	int hyphens = 0;

	while (end < text.n && text.at[end] == '-' && is_digit_at(text, end + 1)) {
		end = digits_end(text, end + 1, &mask);
		hyphens++;
	}
	return hyphens > 1 ? end : i;
}

/* "10p.m.": the letters are a word of their own. */
static bool is_day_half(struct str text, size_t i)
{
	return i + 2 < text.n && memchr("apAP", text.at[i], 4) && text.at[i + 1] == '.' && (text.at[i + 2] | 32) == 'm';
}

size_t part_number(struct str text, size_t start, unsigned *mask)
{
	size_t n, i = start + (text.at[start] == '.');
	size_t figure = figure_end(text, i, mask), end = serial_end(text, figure);

	if (end > figure)
		return end;
	if ((glyph_if(text, end, &n) & LETTERS) && !is_day_half(text, end))
		end = part_word(text, end, mask);
	else if (glyph_if(text, end, &n) == GLYPH_APOS && (glyph_if(text, end + n, &n) & LETTERS))
		end = part_word(text, end, mask);
	return end;
}

static const struct str clitics[] = {{"s", 1}, {"t", 1}, {"d", 1}, {"m", 1}, {"re", 2}, {"ve", 2}, {"ll", 2}};

static bool is_clitic(struct str letters)
{
	for (size_t i = 0; i < sizeof clitics / sizeof *clitics; i++)
		if (str_eq_fold(letters, clitics[i]))
			return true;
	return false;
}

/* Start of the apostrophe that ends just before `end`, or `end`. */
static size_t apostrophe_before(struct str text, size_t start, size_t end)
{
	size_t n;

	for (size_t back = 1; back <= 3 && back <= end - start; back++)
		if (glyph_at(text, end - back, &n) == GLYPH_APOS && n == back)
			return end - back;
	return end;
}

size_t part_clitic(struct str text, size_t start, size_t end)
{
	for (size_t letters = 1; letters <= 2 && start + letters < end; letters++) {
		size_t mark = apostrophe_before(text, start, end - letters);

		if (mark == end - letters || !is_clitic(str_slice(text, end - letters, end)))
			continue;
		if ((text.at[end - 1] | 32) == 't')
			mark -= mark > start && (text.at[mark - 1] | 32) == 'n' ? 1 : mark - start;
		return mark > start ? end - mark : 0;
	}
	return 0;
}

size_t part_lone_clitic(struct str text, size_t at)
{
	size_t n;
	unsigned mask = 0;

	if (glyph_at(text, at, &n) != GLYPH_APOS || !(glyph_if(text, at + n, &n) & LETTERS))
		return 0;
	glyph_at(text, at, &n);
	size_t end = part_word(text, at + n, &mask);

	return end - at <= 3 + n && (text.at[end - 1] | 32) != 't' && is_clitic(str_slice(text, at + n, end)) ? end : 0;
}

size_t part_address(struct str text, size_t at)
{
	size_t i = at;

	while (i < text.n) {
		uint8_t byte = (uint8_t)text.at[i];
		bool inner = byte == '.' || byte == '-';

		if (!(glyph_ascii[byte] & WORD_GLYPHS) &&
		    !(inner && i > at && i + 1 < text.n && (glyph_ascii[(uint8_t)text.at[i + 1]] & WORD_GLYPHS)))
			break;
		i++;
	}
	return i;
}

bool part_is_account(struct str token)
{
	for (size_t i = 0; i < token.n; i++)
		if (!(glyph_ascii[(uint8_t)token.at[i]] & WORD_GLYPHS) && !memchr(".-+%", token.at[i], 4))
			return false;
	return token.n <= 64;
}

static bool runs(char c)
{
	return c && memchr(".-=*~+<>|!?", c, 11);
}

static bool goes_on(char first, char next)
{
	return next == first || ((first == '!' || first == '?') && (next == '!' || next == '?'));
}

size_t part_mark(struct str text, size_t at)
{
	size_t n, end;
	char first = text.at[at];

	glyph_at(text, at, &n);
	end = at + n;
	if (runs(first))
		while (end < text.n && goes_on(first, text.at[end]))
			end++;
	else if (n == 1 && (first == '\'' || first == '`'))
		end += end < text.n && text.at[end] == first;
	else if (n == 1 && (uint8_t)first >= 0x80) /* a run of bytes that are no text */
		while (end < text.n && (uint8_t)text.at[end] >= 0x80 && glyph_at(text, end, &n) == GLYPH_MARK && n == 1)
			end++;
	while (end < text.n && (uint8_t)text.at[end] >= 0x80 && glyph_at(text, end, &n) == GLYPH_JOIN)
		end += n;
	return end;
}

size_t part_split(struct str text, size_t start, size_t end)
{
	enum { LONGEST = 9 };
	char lower[LONGEST];

	if (end - start > LONGEST)
		return 0;
	for (size_t i = start; i < end; i++)
		lower[i - start] = ascii_to_lower(text.at[i]);
	return words_cut_at((struct str){lower, end - start});
}
