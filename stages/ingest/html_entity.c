/* Character references (section 13.2.5.72 of the HTML standard). */
#include <libxml/HTMLparser.h>

#include "base/utf8.h"
#include "html_scan.h"

enum { MOST_NAME = 10 };

static size_t put(char *to, uint32_t cp)
{
	if (cp < 0x80) {
		to[0] = (char)cp;
		return 1;
	}
	if (cp < 0x800) {
		to[0] = (char)(0xC0 | cp >> 6);
		to[1] = (char)(0x80 | (cp & 0x3F));
		return 2;
	}
	if (cp < 0x10000) {
		to[0] = (char)(0xE0 | cp >> 12);
		to[1] = (char)(0x80 | (cp >> 6 & 0x3F));
		to[2] = (char)(0x80 | (cp & 0x3F));
		return 3;
	}
	to[0] = (char)(0xF0 | cp >> 18);
	to[1] = (char)(0x80 | (cp >> 12 & 0x3F));
	to[2] = (char)(0x80 | (cp >> 6 & 0x3F));
	to[3] = (char)(0x80 | (cp & 0x3F));
	return 4;
}

/* Numbers 128 to 159 mean Windows-1252, as the standard has it. */
static uint32_t of_windows(uint32_t cp)
{
	static const uint16_t table[32] = {0x20AC, 0x81,   0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
					   0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x8D,   0x017D, 0x8F,
					   0x90,   0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
					   0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D,   0x017E, 0x0178};

	return cp >= 0x80 && cp < 0xA0 ? table[cp - 0x80] : cp;
}

/* A number that is no letter of any text: a control, half a pair, beyond Unicode. */
static bool is_no_letter(uint32_t cp)
{
	return cp > 0x10FFFF || (cp >= 0xD800 && cp < 0xE000) ||
	       (cp < 0x20 && cp != '\t' && cp != '\n' && cp != '\r') || (cp >= 0x7F && cp < 0xA0);
}

static int digit_of(unsigned char c, bool hex)
{
	if (ascii_is_digit(c))
		return c - '0';
	c |= 32;
	return hex && c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

/* "&#8217;", "&#x2019;", with or without the semicolon. */
static size_t numeric(struct str s, size_t *i, char *to)
{
	size_t k = *i + 2, start;
	bool hex = k < s.n && (s.at[k] | 32) == 'x';
	uint32_t cp = 0;
	int digit;

	k += hex;
	for (start = k; k < s.n && (digit = digit_of((unsigned char)s.at[k], hex)) >= 0; k++)
		cp = cp > 0x10FFFF ? cp : cp * (hex ? 16 : 10) + (uint32_t)digit;
	if (k == start)
		return 0;
	*i = k + (k < s.n && s.at[k] == ';');
	cp = of_windows(cp);
	return put(to, is_no_letter(cp) ? ' ' : cp);
}

/* "&nbsp;", "&eacute;"; without the semicolon only where a name ends there. */
static size_t named(struct str s, size_t *i, char *to)
{
	char name[MOST_NAME + 1];
	size_t n = 0, k = *i + 1;

	while (k < s.n && n < MOST_NAME &&
	       (ascii_is_alpha((unsigned char)s.at[k]) || ascii_is_digit((unsigned char)s.at[k])))
		name[n++] = s.at[k++];
	name[n] = '\0';
	const htmlEntityDesc *entity = n ? htmlEntityLookup((const xmlChar *)name) : NULL;

	if (!entity && strcmp(name, "apos") != 0)
		return 0;
	*i = k + (k < s.n && s.at[k] == ';');
	return put(to, entity ? entity->value : '\'');
}

size_t html_entity(struct str s, size_t *i, char *to)
{
	size_t n = *i + 1 < s.n && s.at[*i + 1] == '#' ? numeric(s, i, to) : named(s, i, to);

	if (n)
		return n;
	*to = s.at[(*i)++];
	return 1;
}

struct str html_text(struct arena *arena, struct str s)
{
	char *to = arena_text(arena, s.n + 4);
	size_t n = 0;

	for (size_t i = 0; i < s.n;) {
		if (s.at[i] == '&')
			n += html_entity(s, &i, to + n);
		else {
			unsigned char c = (unsigned char)s.at[i++];

			to[n++] = c < ' ' || c == 0x7F ? ' ' : (char)c;
		}
	}
	return str_fold_space(arena, (struct str){to, n});
}
