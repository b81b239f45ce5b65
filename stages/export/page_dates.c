/* page_words: the dates. */
#include "page_words.h"
#include "values/interval.h"

static const char *const months[] = {"",     "January", "February",  "March",	"April",    "May",     "June",
				     "July", "August",	"September", "October", "November", "December"};
static const char *const weekdays[] = {"",	   "Monday", "Tuesday",	 "Wednesday",
				       "Thursday", "Friday", "Saturday", "Sunday"};

/* As much of a date as `from` does not leave out: DATE_YEAR "16 December 2016",
 * DATE_MONTH "16 December", DATE_DAY "16". */
static void add_date(struct buf *b, struct date d, enum date_grain from)
{
	if (d.grain == DATE_DAY)
		buf_printf(b, "%d", d.day);
	if (d.grain >= DATE_MONTH && from < DATE_DAY)
		buf_printf(b, "%s%s", d.grain == DATE_DAY ? " " : "", months[d.month]);
	if (from == DATE_YEAR)
		buf_printf(b, "%s%d", d.grain > DATE_YEAR ? " " : "", d.year);
}

static bool is_plain(const struct interval_end *end)
{
	return end->unit == INTERVAL_DATE && !moment_is_none(end->at);
}

static void add_mark(struct buf *b, char mark)
{
	if (mark == '~' || mark == '%')
		buf_add(b, STR("about "));
	if (mark == '?' || mark == '%')
		buf_add(b, STR("perhaps "));
}

/* From which part on the first date of two must be told: what both share is told once. */
static enum date_grain apart(struct date a, struct date b)
{
	if (a.year != b.year || a.grain != b.grain || a.grain == DATE_YEAR)
		return DATE_YEAR;
	return a.month != b.month ? DATE_MONTH : a.grain == DATE_DAY ? DATE_DAY : DATE_YEAR;
}

static void add_both(struct buf *b, struct date first, struct date last)
{
	enum date_grain from = apart(first, last);

	if (date_cmp(first, last) != 0) {
		add_date(b, first, from);
		buf_add(b, from == DATE_DAY ? STR("\xE2\x80\x93") : STR(" \xE2\x80\x93 "));
	}
	add_date(b, last, DATE_YEAR);
}

struct str page_date(struct arena *arena, struct str edtf)
{
	struct buf b = {.arena = arena};
	struct interval i;

	if (edtf.n == 0)
		return STR("no date");
	if (!interval_parse(edtf, &i, NULL) || (!is_plain(&i.first) && !(i.slash && is_plain(&i.last))))
		return edtf;
	if (i.slash && is_plain(&i.first) && is_plain(&i.last)) {
		add_mark(&b, i.first.mark);
		add_both(&b, i.first.at.date, i.last.at.date);
		return buf_str(&b);
	}
	const struct interval_end *end = is_plain(&i.first) ? &i.first : &i.last;

	if (i.slash)
		buf_add(&b, end == &i.first ? STR("since ") : STR("until "));
	add_mark(&b, end->mark);
	add_date(&b, end->at.date, DATE_YEAR);
	return buf_str(&b);
}

struct str page_day(struct arena *arena, int32_t day)
{
	struct buf b = {.arena = arena};

	buf_printf(&b, "%s, ", weekdays[date_weekday(day)]);
	add_date(&b, date_of_days(day), DATE_YEAR);
	return buf_str(&b);
}

struct str page_day_short(struct arena *arena, int32_t day, bool year)
{
	struct date d = date_of_days(day);

	if (year)
		return str_printf(arena, "%d %.3s %d", d.day, months[d.month], d.year);
	return str_printf(arena, "%d %.3s", d.day, months[d.month]);
}

bool page_first_day(struct str edtf, int32_t *day)
{
	struct interval i;

	return edtf.n && interval_parse(edtf, &i, NULL) && (interval_first_day(&i, day) || interval_last_day(&i, day));
}
