#include "stamp.h"

#include "base/utf8.h"
#include "values/date_text.h"

enum {
	MOST_BYTES = 160, /* of such a line */
	NAME_WORDS = 4,	  /* beside the date: a place, a name, a desk */
	BYLINE_WORDS = 14,
	CAPITAL_WORDS = 7, /* of names in capitals: in a text of capitals any word may be one */
};

/* Cut at the marks that pages put between the parts of such a line. */
static struct str cut_part(struct str *rest)
{
	static const struct str marks[] = {{"|", 1},	  {" / ", 3}, {"\u2022", 3},
					   {"\u00b7", 2}, {" - ", 3}, {"\u2013", 3}};
	size_t best = rest->n, n = 0;

	for (size_t i = 0; i < sizeof marks / sizeof *marks; i++) {
		ptrdiff_t at = str_find(*rest, marks[i]);

		if (at >= 0 && (size_t)at < best) {
			best = (size_t)at;
			n = marks[i].n;
		}
	}
	struct str part = str_slice(*rest, 0, best);

	*rest = n ? str_slice(*rest, best + n, rest->n) : STR_NULL;
	return space_trim(part);
}

static bool has_letter_and_digit(struct str s)
{
	bool letter = false, digit = false;

	for (size_t i = 0; i < s.n; i++) {
		letter = letter || ascii_is_alpha((unsigned char)s.at[i]) || s.at[i] == '/' || s.at[i] == '-' ||
			 s.at[i] == '.';
		digit = digit || ascii_is_digit((unsigned char)s.at[i]);
	}
	return letter && digit;
}

/* "10:45", "10:45 GMT", "9.30pm", "1045 hrs" are times of day. */
static bool is_clock(struct str s)
{
	struct str rest = s, hour = str_cut(&rest, ':');
	int64_t unused;

	if (!rest.at) {
		rest = s;
		hour = str_cut(&rest, '.');
	}
	if (!rest.at || rest.n < 2 || !str_to_int(hour, 0, 24, &unused) ||
	    !str_to_int(str_slice(rest, 0, 2), 0, 59, &unused))
		return false;
	rest = str_slice(rest, 2, rest.n);
	if (rest.n > 8 || (rest.n && ascii_is_digit((unsigned char)rest.at[0])))
		return false;
	for (size_t i = 0; i < rest.n; i++)
		if (!ascii_is_alpha((unsigned char)rest.at[i]) && !strchr(" .:()", rest.at[i]) &&
		    !ascii_is_digit((unsigned char)rest.at[i]))
			return false;
	return true;
}

static bool is_update(struct str s)
{
	static const struct str words[] = {{"updated", 7}, {"update", 6}, {"last", 4}, {"modified", 8}};

	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (str_eq_fold(str_slice(s, 0, words[i].n), words[i]))
			return true;
	return false;
}

/* "12 / 16 / 2016 1: 30 PM" without the spaces around marks between digits. In `to`, of s.n bytes. */
static struct str squeeze(struct str s, char *to)
{
	size_t n = 0;

	for (size_t i = 0; i < s.n; i++) {
		char before = n ? to[n - 1] : 'x', after = i + 1 < s.n ? s.at[i + 1] : 'x';
		bool to_mark = ascii_is_digit((unsigned char)before) && strchr("/:-", after) && after;
		bool from_mark = n > 1 && strchr("/:-", before) && before && ascii_is_digit((unsigned char)to[n - 2]) &&
				 ascii_is_digit((unsigned char)after);

		if (s.at[i] != ' ' || (!to_mark && !from_mark))
			to[n++] = s.at[i];
	}
	return (struct str){to, n};
}

/* One date with its clock and the words that go with it. */
static bool parse_date(struct str s, struct moment *out)
{
	char text[MOST_BYTES];
	struct moment m;

	if (s.n > MOST_BYTES || !has_letter_and_digit(s))
		return false;
	if (!date_text_parse(s, &m, NULL) && !date_text_parse(squeeze(s, text), &m, NULL))
		return false;
	if (m.date.grain != DATE_DAY)
		return false;
	*out = m;
	return true;
}

/* "Published 3 March 2019 Updated 4 March 2019": the part before the second label. */
static struct str first_stamp(struct str s)
{
	static const struct str labels[] = {
		{" Updated", 8}, {" UPDATED", 8}, {" Last ", 6}, {" Modified", 9}, {" updated", 8}};

	for (size_t i = 0; i < sizeof labels / sizeof *labels; i++) {
		ptrdiff_t at = str_find(s, labels[i]);

		if (at > 0)
			return str_slice(s, 0, (size_t)at);
	}
	return s;
}

/* A part of such a line that is no date: a clock time, or few words without a stop. */
static bool is_beside(struct str part)
{
	size_t words = 1;

	for (size_t i = 0; i < part.n; i++)
		words += part.at[i] == ' ';
	return part.n == 0 || is_clock(part) || (words <= NAME_WORDS && part.at[part.n - 1] != '.') ||
	       byline_find(part).n;
}

bool stamp_parse(struct str s, uint32_t found, struct stamp *out)
{
	struct str rest = s;
	bool dated = false;

	*out = (struct stamp){.updated = is_update(s)};
	if (s.n > MOST_BYTES)
		return false;
	if (parse_date(s, &out->at) || parse_date(first_stamp(s), &out->at) || is_clock(s))
		return true;
	while (rest.at) {
		struct str part = cut_part(&rest);
		struct moment m;

		if (parse_date(part, &m)) {
			if (!dated)
				out->at = m;
			dated = true;
		} else if (!is_beside(part)) {
			return false;
		}
	}
	return dated || (sign_in(found, SIGN_STAMP) && s.n < MOST_BYTES / 2);
}

static bool is_small_link(struct str word)
{
	static const char *const links[] = {"and", "of", "in", "for", "at",  "the", "with", "de", "van",
					    "von", "al", "el", "bin", "ibn", "du",  "la",   "da", "for"};

	for (size_t i = 0; i < sizeof links / sizeof *links; i++)
		if (str_eq(word, str_of(links[i])))
			return true;
	return false;
}

static bool is_capitals(struct str s)
{
	for (size_t i = 0; i < s.n; i++)
		if (ascii_is_lower((unsigned char)s.at[i]))
			return false;
	return true;
}

static bool is_day_or_month(struct str word)
{
	return date_text_month(word) || date_text_weekday(word);
}

/* "By Jane Doe and JOHN ROE, Health Editor": every word is capitalised. "By Tuesday" is none. */
struct str byline_find(struct str s)
{
	struct str names = space_trim(str_slice(s, 3, s.n)), rest = names;
	size_t words = 0;
	int32_t cp;

	struct str by = str_slice(s, 0, 3);

	if (s.n > MOST_BYTES || s.n < 6 || !(str_eq_fold(by, STR("by ")) || str_eq_fold(by, STR("by:"))) ||
	    is_day_or_month(names))
		return STR_NULL;
	while (rest.at) {
		struct str word = str_trim(str_cut(&rest, ' '));

		if (!word.n)
			continue;
		utf8_at(word, 0, &cp);
		if (!utf8_is_upper(cp) && !is_small_link(word))
			return STR_NULL;
		words++;
	}
	return words <= (is_capitals(names) ? CAPITAL_WORDS : BYLINE_WORDS) && names.at[names.n - 1] != '.' ? names
													    : STR_NULL;
}
