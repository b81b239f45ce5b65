/* What goes on beyond the letters of a word: a dot that belongs to it, a number after its hyphen. */
#include "values/glyphs.h"
#include "values/token_parts.h"
#include "values/words.h"

enum { LETTERS = GLYPH_LOWER | GLYPH_UPPER, LONGEST = 12 };

struct place {
	struct str text;
	size_t start, end; /* of the word */
	unsigned mask;	   /* its glyphs */
	bool after_number;
};

static unsigned char byte_at(const struct place *p, size_t i)
{
	return i < p->text.n ? (unsigned char)p->text.at[i] : 0;
}

static bool is_letter_at(const struct place *p, size_t i)
{
	size_t n;

	return i < p->text.n && (glyph_at(p->text, i, &n) & LETTERS);
}

static unsigned kinds_of(const struct place *p, size_t start, size_t end)
{
	char lower[LONGEST];

	if (end - start > LONGEST)
		return 0;
	for (size_t i = start; i < end; i++)
		lower[i - start] = ascii_to_lower(p->text.at[i]);
	return abbreviation_kinds((struct str){lower, end - start});
}

/* The first byte after the dot at `dot` that is no space on the same line or the next. */
static unsigned char after_dot(const struct place *p, size_t dot)
{
	size_t i = dot + 1;

	while (byte_at(p, i) == ' ' && i < dot + 3)
		i++;
	return byte_at(p, i) == '\n' ? byte_at(p, i + 1) : byte_at(p, i);
}

/* "U.S.", "p.m.", "Ph.D.", "U.N": single letters between dots. */
static size_t acronym_end(const struct place *p)
{
	size_t i = p->end, letters = p->end - p->start;

	if (letters > 2 || (letters == 2 && !(p->mask & GLYPH_UPPER)))
		return p->end;
	while (byte_at(p, i) == '.' && ascii_is_alpha(byte_at(p, i + 1)) && !is_letter_at(p, i + 2) &&
	       !ascii_is_digit(byte_at(p, i + 2)))
		i += 2;
	return i > p->end && byte_at(p, i) == '.' ? i + 1 : i;
}

/* The dot of "J. Smith"; "I." is more often the pronoun. */
static bool is_initial(const struct place *p)
{
	unsigned char letter = byte_at(p, p->start), next = after_dot(p, p->end);

	return p->end - p->start == 1 && ascii_is_upper(letter) && letter != 'I' &&
	       (ascii_is_alpha(next) || next >= 0x80);
}

static bool is_abbreviation(const struct place *p, unsigned kinds)
{
	bool capital = p->mask & GLYPH_UPPER;
	unsigned char next = after_dot(p, p->end);
	bool word = ascii_is_alpha(next) || next >= 0x80, digit = ascii_is_digit(next);

	return ((kinds & ABBREVIATION_NUMBER) && digit) || ((kinds & ABBREVIATION_LATIN) && next) ||
	       ((kinds & ABBREVIATION_TITLE) && word) ||
	       ((kinds & (ABBREVIATION_MONTH | ABBREVIATION_DAY)) && capital) ||
	       ((kinds & (ABBREVIATION_FINAL | ABBREVIATION_STATE)) && capital) ||
	       ((kinds & ABBREVIATION_UNIT) && p->after_number && (ascii_is_lower(next) || digit));
}

/* "bbc.co.uk/news": parts to the last known domain, then the path. */
static size_t domain_end(const struct place *p)
{
	size_t end = p->end, i = end;
	unsigned mask = 0;

	while (byte_at(p, i) == '.' && ascii_is_alpha(byte_at(p, i + 1))) {
		size_t part = part_word(p->text, i + 1, &mask);

		if (!(kinds_of(p, i + 1, part) & ABBREVIATION_DOMAIN))
			break;
		end = i = part;
	}
	return end;
}

/* To the next space, less the marks that end a sentence or a quotation. */
static size_t url_end(const struct place *p, size_t i)
{
	size_t n;

	while (i < p->text.n && !(glyph_at(p->text, i, &n) & GLYPH_SPACE) && !memchr("<>\"", p->text.at[i], 3) &&
	       !(n > 1 && glyph_quote(p->text, i)))
		i += n;
	while (i > p->end && memchr(".,;:!?)'", p->text.at[i - 1], 8))
		i--;
	return i;
}

static size_t after_stop(const struct place *p)
{
	static const struct str www = {"www", 3};
	unsigned kinds = kinds_of(p, p->start, p->end);
	size_t end = acronym_end(p);

	if (end > p->end)
		return end;
	if (p->end - p->start == www.n && str_eq_fold(str_slice(p->text, p->start, p->end), www) &&
	    is_letter_at(p, p->end + 1))
		return url_end(p, p->end);
	if (is_initial(p) || (kinds && is_abbreviation(p, kinds)))
		return p->end + 1;
	end = domain_end(p);
	return end > p->end && byte_at(p, end) == '/' ? url_end(p, end) : end;
}

/* "F-16", "MiG-29", "COVID-19": one or two letters, or two capitals, and a number. */
static size_t after_hyphen(const struct place *p)
{
	size_t letters = p->end - p->start, capitals = 0;
	unsigned mask = 0, kinds;

	if (!ascii_is_digit(byte_at(p, p->end + 1)) || letters > 6 || (p->mask & (GLYPH_DIGIT | GLYPH_HIGH)))
		return p->end;
	kinds = kinds_of(p, p->start, p->end);
	for (size_t i = p->start; i < p->end; i++)
		capitals += ascii_is_upper(byte_at(p, i));
	if (!(kinds & ABBREVIATION_NAME) &&
	    ((kinds & (ABBREVIATION_MONTH | ABBREVIATION_DAY | ABBREVIATION_PREFIX)) ||
	     !(capitals >= 2 || (letters <= 2 && ascii_is_upper(byte_at(p, p->start))))))
		return p->end;
	return part_word(p->text, p->end + 1, &mask);
}

/* "AT&T", "R&D": capitals on both sides. */
static size_t after_ampersand(const struct place *p)
{
	unsigned mask = 0;

	if (p->mask != GLYPH_UPPER || !ascii_is_upper(byte_at(p, p->end + 1)))
		return p->end;
	size_t end = part_word(p->text, p->end + 1, &mask);

	return mask == GLYPH_UPPER ? end : p->end;
}

/* "USD34.6m": the letters before a number do not end it. */
static size_t after_figure(const struct place *p)
{
	unsigned mask = 0;

	if (!ascii_is_digit(byte_at(p, p->end - 1)) || !ascii_is_digit(byte_at(p, p->end + 1)))
		return p->end;
	return part_number(p->text, p->end + 1, &mask);
}

size_t part_after_word(struct str text, size_t start, size_t end, unsigned mask, bool after_number)
{
	struct place p = {text, start, end, mask, after_number};

	if (mask & (GLYPH_APOS | GLYPH_JOIN))
		return end;
	switch (text.at[end]) {
	case '.':
		return mask & GLYPH_DIGIT ? after_figure(&p) : after_stop(&p);
	case ',':
		return mask & GLYPH_DIGIT ? after_figure(&p) : end;
	case '-':
		return after_hyphen(&p);
	case '&':
		return after_ampersand(&p);
	case ':':
		return byte_at(&p, end + 1) == '/' && byte_at(&p, end + 2) == '/' ? url_end(&p, end + 3) : end;
	default:
		return end;
	}
}
