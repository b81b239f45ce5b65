#include "dateline.h"

#include <stdio.h>

#include "base/utf8.h"
#include "values/date_text.h"

enum {
	MOST_BYTES = 120,     /* of a dateline */
	PLACE_WORDS = 5,      /* of a place, of a region */
	WIRE_BYTES = 40,      /* of what stands in brackets */
	EMBEDDED_BYTES = 700, /* so far into a paragraph a dateline may follow something else */
	STORY_WORDS = 5,      /* must follow when nothing but capitals tells */
};

/* What is read so far. */
struct scan {
	struct str s;
	size_t i;
};

/* How a word is written. */
enum writing { WRITTEN_OTHER, WRITTEN_SMALL, WRITTEN_TITLE, WRITTEN_CAPITALS };

static void skip_space(struct scan *in)
{
	for (size_t n; in->i < in->s.n && (n = space_at(in->s, in->i));)
		in->i += n;
}

static bool skip_text(struct scan *in, struct str text)
{
	if (!str_starts(str_slice(in->s, in->i, in->s.n), text))
		return false;
	in->i += text.n;
	return true;
}

/* Bytes of what belongs to a word of a name at i: letters, and marks inside it. */
static size_t name_byte(struct str s, size_t i, int32_t *cp)
{
	size_t n = utf8_at(s, i, cp);

	if (utf8_is_letter(*cp) || *cp == '.' || *cp == '\'' || *cp == 0x2019 || *cp == 0x2018)
		return n;
	return (*cp == '-' || *cp == '/') && i + 1 < s.n && s.at[i + 1] != '-' &&
			       !ascii_is_space((unsigned char)s.at[i + 1])
		       ? n
		       : 0;
}

/* The word at i; *writing tells its letters. "McALLEN" and "al-RAQQA" are capitals. */
static struct str read_name(struct scan *in, enum writing *writing)
{
	size_t from = in->i, upper = 0, lower = 0;
	bool first_upper = false;
	int32_t cp;

	for (size_t n; in->i < in->s.n && in->i - from < MOST_BYTES && (n = name_byte(in->s, in->i, &cp)); in->i += n) {
		if (in->i == from)
			first_upper = utf8_is_upper(cp);
		upper += utf8_is_upper(cp);
		lower += utf8_is_letter(cp) && !utf8_is_upper(cp);
	}
	*writing = !upper && !lower		      ? WRITTEN_OTHER
		   : upper >= 2 && upper >= 2 * lower ? WRITTEN_CAPITALS
		   : first_upper		      ? WRITTEN_TITLE
						      : WRITTEN_SMALL;
	return str_slice(in->s, from, in->i);
}

/* Small words inside the names of places. */
static bool is_link(struct str word)
{
	static const struct str links[] = {{"de", 2},  {"del", 3},  {"la", 2},	{"al", 2}, {"el", 2},
					   {"of", 2},  {"and", 3},  {"the", 3}, {"du", 2}, {"da", 2},
					   {"dos", 3}, {"near", 4}, {"sur", 3}};

	for (size_t i = 0; i < sizeof links / sizeof *links; i++)
		if (str_eq(word, links[i]))
			return true;
	return false;
}

/* A run of capitalised words: a place or region. Tells whether all are in capitals. */
static struct str read_place(struct scan *in, bool *capitals)
{
	size_t from = in->i, end = in->i;

	*capitals = true;
	for (int n = 0; n < PLACE_WORDS; n++) {
		enum writing writing;
		struct scan ahead = *in;
		struct str word = read_name(&ahead, &writing);

		if (!word.n || writing == WRITTEN_OTHER || (writing == WRITTEN_SMALL && (n == 0 || !is_link(word))))
			break;
		in->i = ahead.i;
		if (writing != WRITTEN_SMALL) {
			*capitals = *capitals && writing == WRITTEN_CAPITALS;
			end = in->i;
		}
		skip_space(in);
	}
	in->i = end;
	return str_slice(in->s, from, end);
}

/* A date with its year, which may have two digits: "3 JAN 90". */
static struct date whole_date(struct str s, size_t year_digits)
{
	struct str year = str_slice(s, s.n - year_digits, s.n);
	struct moment m = {0};
	char text[64];

	if (s.n < sizeof text - 2) {
		snprintf(text, sizeof text, "%.*s%s%.*s", (int)(s.n - year_digits), s.at,
			 year_digits == 4    ? ""
			 : year.at[0] >= '5' ? "19"
					     : "20",
			 STR_ARG(year));
		(void)date_text_parse(str_of(text), &m, NULL);
	}
	return m.date.grain == DATE_DAY ? m.date : (struct date){0};
}

/* "March 3", "3 March 2019", "Dec. 16, 2016", "3 JAN 90", "Friday"; *out only when whole. */
static bool read_date(struct scan *in, struct date *out)
{
	struct scan at = *in;
	size_t end = at.i;
	int parts = 0;
	size_t year = 0; /* digits of it */

	while (at.i < at.s.n && parts < 4) {
		enum writing writing;
		size_t from = at.i;
		struct str word = read_name(&at, &writing);

		if (word.n && !date_text_month(word) && !date_text_weekday(word))
			break;
		while (!word.n && at.i < at.s.n && ascii_is_digit((unsigned char)at.s.at[at.i]))
			at.i++;
		size_t digits = word.n ? 0 : at.i - from;

		if (!word.n && (!digits || digits == 3 || digits > 4))
			break;
		if (digits == 4 || (digits == 2 && parts >= 2))
			year = digits;
		end = at.i;
		parts++;
		if (year)
			break;
		(void)skip_text(&at, STR(","));
		skip_space(&at);
	}
	if (!parts || (parts == 1 && ascii_is_digit((unsigned char)in->s.at[in->i])))
		return false;
	if (year)
		*out = whole_date(str_slice(in->s, in->i, end), year);
	in->i = end;
	return true;
}

/* "(AP)", "(AFP/Reuters)", "(RADIO CADENA)"; *known: it is a wire of the lexicon. */
static bool read_wire(struct scan *in, const struct signs *signs, struct str *out, bool *known)
{
	if (in->i >= in->s.n || in->s.at[in->i] != '(')
		return false;
	const char *close = memchr(in->s.at + in->i, ')', in->s.n - in->i < WIRE_BYTES ? in->s.n - in->i : WIRE_BYTES);

	if (!close)
		return false;
	struct str name = str_trim(str_slice(in->s, in->i + 1, (size_t)(close - in->s.at))),
		   wire = signs_agency(signs, name);

	bool digit = false, small = false;

	for (size_t i = 0; i < name.n; i++) {
		digit = digit || ascii_is_digit((unsigned char)name.at[i]);
		small = small || ascii_is_lower((unsigned char)name.at[i]);
	}
	if (!name.n || (digit && small)) /* "(CANAL 12)" sends news, "(population 40,000)" doesn't */
		return false;
	*known = wire.n > 0;
	*out = wire;
	in->i = (size_t)(close - in->s.at) + 1;
	return true;
}

enum dash { DASH_NONE, DASH_COLON, DASH_SPACED, DASH_LONG };

/* The mark that ends it. A hyphen needs a space before it or behind it. */
static enum dash read_dash(struct scan *in)
{
	static const struct str longs[] = {{"\u2014", 3}, {"\u2013", 3}, {"\u2015", 3}, {"--", 2}, {"//", 2}};
	size_t from = in->i;

	skip_space(in);
	(void)skip_text(in, STR("."));
	(void)skip_text(in, STR("_"));
	for (size_t i = 0; i < sizeof longs / sizeof *longs; i++)
		if (skip_text(in, longs[i])) {
			while (skip_text(in, STR("-")))
				;
			return DASH_LONG;
		}
	if (skip_text(in, STR("-")))
		return in->i - 1 > from || in->i == in->s.n || space_at(in->s, in->i) ? DASH_SPACED : DASH_NONE;
	if (skip_text(in, STR(":")))
		return in->i < in->s.n && space_at(in->s, in->i) ? DASH_COLON : DASH_NONE;
	return DASH_NONE;
}

/* Marks of monitoring services behind the dash: "[TEXT]", "[ARMED FORCES PRESS]". */
static void skip_tags(struct scan *in)
{
	struct scan at = *in;

	for (;;) {
		skip_space(&at);
		if (at.i >= at.s.n || at.s.at[at.i] != '[')
			return;
		const char *close = memchr(at.s.at + at.i, ']', at.s.n - at.i);

		if (!close || (size_t)(close - at.s.at) - at.i > MOST_BYTES)
			return;
		for (const char *c = at.s.at + at.i; c < close; c++)
			if (ascii_is_lower((unsigned char)*c))
				return;
		at.i = (size_t)(close - at.s.at) + 1;
		*in = at;
	}
}

/* A story follows, or nothing: then the dateline has a line of its own. */
static bool story_follows(const struct scan *in)
{
	size_t words = 0;

	for (size_t i = in->i; i < in->s.n && words < STORY_WORDS; i++)
		words += ascii_is_space((unsigned char)in->s.at[i]) && i + 1 < in->s.n &&
			 !ascii_is_space((unsigned char)in->s.at[i + 1]);
	return words >= STORY_WORDS || in->i == in->s.n;
}

/* "Doda (Jammu and Kashmir) [India], July 13 (ANI):" - the country in brackets. */
static bool skip_country(struct scan *in)
{
	if (in->i >= in->s.n || in->s.at[in->i] != '[')
		return false;
	const char *close = memchr(in->s.at + in->i, ']', in->s.n - in->i < WIRE_BYTES ? in->s.n - in->i : WIRE_BYTES);

	if (!close)
		return false;
	for (const char *c = in->s.at + in->i + 1; c < close; c++)
		if (!ascii_is_space((unsigned char)*c) && !ascii_is_lower((unsigned char)*c) &&
		    !(*c >= 'A' && *c <= 'Z') && *c != '.')
			return false;
	in->i = (size_t)(close - in->s.at) + 1;
	return true;
}

/* Regions, dates and the wire between the place and the dash. */
struct middle {
	bool wire, wire_known, dated, capitals;
	struct date date;
	struct str agency;
};

static struct middle read_middle(struct scan *in, const struct signs *signs)
{
	struct middle m = {.capitals = true};
	bool unused;

	for (int n = 0; n < 6; n++) {
		struct scan at = *in;

		skip_space(&at);
		bool comma = skip_text(&at, STR(",")) || skip_text(&at, STR(" |")) || skip_text(&at, STR("|"));

		skip_space(&at);
		if (!m.wire_known && read_wire(&at, signs, &m.agency, &m.wire_known))
			m.wire = true;
		else if ((comma || m.wire || n == 0) && !m.dated && read_date(&at, &m.date))
			m.dated = true;
		else if (!skip_country(&at) && (!comma || !read_place(&at, &unused).n))
			break;
		*in = at;
	}
	return m;
}

/* A dateline at in->i. */
static bool read_dateline(struct scan *in, const struct signs *signs, struct dateline *out)
{
	size_t from = in->i;
	bool capitals;
	struct str place = read_place(in, &capitals);

	if (place.n < 3 || in->i - from > MOST_BYTES || sign_in(signs_of(signs, place), SIGN_LABEL))
		return false;
	struct middle m = read_middle(in, signs);
	struct scan before = *in;
	enum dash dash = read_dash(in);
	bool sure = m.wire_known || (m.wire && capitals && dash) || (m.dated && dash && dash != DASH_COLON);

	if (sure && !dash) { /* "BEIRUT (AP) Russia says": the wire is enough */
		*in = before;
		skip_space(in);
		if (in->i < in->s.n && ascii_is_lower((unsigned char)in->s.at[in->i]))
			return false; /* "The Anadolu Agency (AA) said": a name and its letters */
		*in = before;
	}
	if (!sure && (!dash || !capitals || m.wire || !story_follows(in)))
		return false;
	skip_tags(in);
	*out = (struct dateline){.start = from, .end = in->i, .place = place, .date = m.date, .sure = sure};
	out->agency = m.wire_known ? m.agency : STR_NULL;
	return in->i - from <= MOST_BYTES + WIRE_BYTES;
}

/* Is a known wire in brackets anywhere near? Else there is nothing to look for. */
static bool holds_wire(struct str s, const struct signs *signs)
{
	struct scan at = {s, 0};
	struct str unused;
	bool known = false;

	for (const char *hit; !known && (hit = memchr(s.at + at.i, '(', s.n - at.i));) {
		at.i = (size_t)(hit - s.at);
		size_t open = at.i;

		(void)read_wire(&at, signs, &unused, &known);
		at.i = open + 1;
	}
	return known;
}

/* Behind a clock time comes its zone ("4:23 pm EST WASHINGTON"), not yet a place. */
static bool follows_clock(struct str s, size_t i)
{
	struct str before = space_trim(str_slice(s, 0, i));
	char c = before.n ? before.at[before.n - 1] : ' ';

	return ascii_is_digit((unsigned char)c) || str_ends(before, STR("am")) || str_ends(before, STR("pm")) ||
	       str_ends(before, STR("a.m.")) || str_ends(before, STR("p.m."));
}

/* In a text of capitals a place cannot be told from the words before it. */
static bool follows_capitals(struct str s, size_t i)
{
	for (size_t k = i; k > 0 && i - k < 24; k--)
		if (!ascii_is_upper((unsigned char)s.at[k - 1]) && !strchr(" ,.", s.at[k - 1]))
			return false;
	return true;
}

/* One that follows other words on the line: its place in capitals, its wire known. */
static bool find_embedded(struct str paragraph, const struct signs *signs, struct dateline *out)
{
	struct str s = str_slice(paragraph, 0, EMBEDDED_BYTES);

	if (!holds_wire(s, signs))
		return false;
	for (size_t i = 1; i < s.n; i++) {
		struct scan in = {paragraph, i};
		enum writing writing;

		if (!space_at(s, i - 1) || !ascii_is_upper((unsigned char)s.at[i]) || follows_clock(s, i) ||
		    follows_capitals(s, i))
			continue;
		(void)read_name(&in, &writing);
		in.i = i;
		if (writing == WRITTEN_CAPITALS && read_dateline(&in, signs, out) && out->sure && out->agency.n &&
		    out->date.grain == DATE_NONE)
			return true;
	}
	return false;
}

bool dateline_find(struct str paragraph, const struct signs *signs, struct dateline *out)
{
	struct scan in = {paragraph, 0};

	return read_dateline(&in, signs, out) || find_embedded(paragraph, signs, out);
}
