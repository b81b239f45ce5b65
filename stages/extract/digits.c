#include "digits.h"

enum { GROUPS = 7, DENOMINATOR_MAX = 1000 };

/* The digits of a token cut at its commas and points: "3,50,000" is 3 | 50 | 000. */
struct groups {
	struct str at[GROUPS];
	char before[GROUPS]; /* the mark before the group */
	size_t n;
};

static bool is_letter(char c)
{
	return ascii_is_alpha((unsigned char)c) || (unsigned char)c >= 0xc3;
}

static size_t letters(struct str s, size_t from)
{
	size_t i = from;

	while (i < s.n && ((is_letter(s.at[i])) || ((unsigned char)s.at[i] & 0xc0) == 0x80))
		i++;
	return i;
}

static const struct {
	const char *glyph;
	int64_t over, under;
} vulgar[] = {{"½", 1, 2}, {"¼", 1, 4}, {"¾", 3, 4}, {"⅓", 1, 3}, {"⅔", 2, 3}, {"⅕", 1, 5}, {"⅖", 2, 5},
	      {"⅗", 3, 5}, {"⅘", 4, 5}, {"⅛", 1, 8}, {"⅜", 3, 8}, {"⅝", 5, 8}, {"⅞", 7, 8}};

/* The fraction that one glyph at s[i] writes, and its bytes; null when there is none. */
static struct decimal vulgar_at(struct str s, size_t i, size_t *bytes)
{
	if (i >= s.n || (unsigned char)s.at[i] < 0xc2)
		return DECIMAL_NULL;
	for (size_t k = 0; k < sizeof vulgar / sizeof *vulgar; k++) {
		struct str glyph = str_of(vulgar[k].glyph);

		if (str_starts(str_slice(s, i, s.n), glyph)) {
			*bytes = glyph.n;
			return decimal_div(decimal_of(vulgar[k].over), decimal_of(vulgar[k].under));
		}
	}
	return DECIMAL_NULL;
}

/* Cut the digits from s[*i]; false when there are too many groups. A mark belongs to the number only
 * with a digit behind it. */
static bool cut_groups(struct str s, size_t *i, struct groups *g)
{
	while (g->n < GROUPS) {
		size_t start = *i;

		while (*i < s.n && ascii_is_digit((unsigned char)s.at[*i]))
			++*i;
		g->at[g->n++] = str_slice(s, start, *i);
		if (*i + 1 >= s.n || !memchr(".,'", s.at[*i], 3) || !ascii_is_digit((unsigned char)s.at[*i + 1]))
			return true;
		g->before[g->n % GROUPS] = s.at[*i];
		++*i;
	}
	return false;
}

/* Are groups [1, n) what the mark separates: all of three digits, or the Indian twos before a last three? */
static bool grouping(const struct groups *g, size_t n, char mark)
{
	bool threes = true, twos = true;

	for (size_t k = 1; k < n; k++) {
		size_t want_two = k + 1 == n ? 3 : 2;

		if (g->before[k] != mark)
			return false;
		threes &= g->at[k].n == 3;
		twos &= g->at[k].n == want_two;
	}
	return g->at[0].n >= 1 && g->at[0].n <= 3 && (threes || (twos && mark == ',' && g->at[0].n <= 2));
}

/* How many of the groups stand before the decimal point; 0: no number. */
static size_t whole_groups(const struct groups *g, uint8_t *form)
{
	size_t n = g->n;

	if (n == 1) {
		*form = DIGITS_PLAIN;
		return 1;
	}
	if (g->before[n - 1] == '.' && (n == 2 || grouping(g, n - 1, g->before[1]))) {
		bool three = n == 2 && g->at[1].n == 3 && g->at[0].n >= 1 && g->at[0].n <= 3 && g->at[0].at[0] != '0';

		*form = n == 2 && three ? DIGITS_THREE : DIGITS_POINT;
		return n > 2 && g->before[1] == '.' ? 0 : n - 1;
	}
	*form = DIGITS_GROUPED;
	return grouping(g, n, g->before[1]) && (g->before[1] != '.' || n > 2) ? n : 0;
}

static bool join_groups(const struct groups *g, struct digits *out)
{
	char text[24];
	size_t n = 0, whole = whole_groups(g, &out->form);

	if (whole == 0 && g->n > 2 && grouping(g, g->n, '.')) { /* 1.200.000 */
		out->form = DIGITS_GROUPED;
		whole = g->n;
	}
	for (size_t k = 0; whole && k < g->n; k++) {
		if (k == whole)
			text[n++] = '.';
		if (n + g->at[k].n + 2 > sizeof text)
			return false;
		if (k == 0 && g->at[k].n == 0)
			text[n++] = '0';
		if (g->at[k].n)
			memcpy(text + n, g->at[k].at, g->at[k].n);
		n += g->at[k].n;
		if (k < whole)
			out->whole = (uint8_t)(out->whole + g->at[k].n);
	}
	if (g->at[0].n > 1 && whole == g->n)
		out->padded = g->at[0].at[0] == '0';
	return whole && decimal_parse((struct str){text, n}, &out->value, NULL);
}

/* "1/4", the slash at s[i]: a proper fraction, not a date, a shift or an event by its day. */
static bool read_fraction(struct str s, size_t *i, struct digits *out)
{
	size_t end = *i + 1;
	int64_t over, under;

	while (end < s.n && ascii_is_digit((unsigned char)s.at[end]))
		end++;
	if (out->form != DIGITS_PLAIN || !decimal_is_whole(out->value) || out->padded || end > *i + 5 ||
	    !str_to_int(str_slice(s, *i + 1, end), 2, DENOMINATOR_MAX, &under))
		return false;
	over = out->value.digits;
	if (over < 1 || over >= under || (over == 9 && under == 11))
		return false;
	out->value = decimal_div(decimal_of(over), decimal_of(under));
	out->form = DIGITS_FRACTION;
	*i = end;
	return true;
}

static bool read_number(struct str s, size_t *i, struct digits *out)
{
	struct groups g = {0};
	size_t bytes = 0;
	struct decimal part;

	if (*i < s.n && (ascii_is_digit((unsigned char)s.at[*i]) || s.at[*i] == '.')) {
		if (s.at[*i] == '.') {
			g.n = 1; /* ".5" has an empty group before its point */
			g.before[1] = '.';
			++*i;
		}
		if (!cut_groups(s, i, &g) || !join_groups(&g, out))
			return false;
		if (*i < s.n && s.at[*i] == '/')
			return read_fraction(s, i, out);
	}
	part = vulgar_at(s, *i, &bytes);
	if (part.known) {
		out->value = out->value.known ? decimal_add(out->value, part) : part;
		out->form = DIGITS_FRACTION;
		*i += bytes;
	}
	return out->value.known;
}

struct digits digits_parse(struct str token)
{
	struct digits out = {0}, none = {0};
	size_t i = 0, bytes;

	if (!vulgar_at(token, 0, &bytes).known)
		i = letters(token, 0);
	out.before = str_slice(token, 0, i);
	if (!read_number(token, &i, &out))
		return none;
	out.after = str_slice(token, i, token.n);
	if (letters(token, i) != token.n && !str_eq(out.after, STR("%")))
		return none;
	return out;
}

struct decimal digits_regroup(struct decimal value)
{
	return decimal_mul(value, decimal_of(1000));
}
