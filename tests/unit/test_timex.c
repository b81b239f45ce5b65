#include <criterion/criterion.h>

#include "values/timex.h"

static struct moment day(const char *text)
{
	struct moment m = {0};

	if (*text)
		cr_assert(moment_parse(str_of(text), &m, NULL));
	return m;
}

/* Published on Friday 2013-03-22. */
static const struct {
	const char *text, *timex3, *edtf;
	enum timex_type type;
} rows[] = {
	{"point weekday=5 tense=past", "2013-03-22", "2013-03-22", TIMEX_DATE},
	{"point weekday=6 tense=past", "2013-03-16", "2013-03-16", TIMEX_DATE},
	{"point weekday=1 tense=future", "2013-03-25", "2013-03-25", TIMEX_DATE},
	{"point weekday=5 tense=future", "2013-03-22", "2013-03-22", TIMEX_DATE},
	{"point weekday=4 daypart=EV tense=past", "2013-03-21TEV", "2013-03-21", TIMEX_TIME},
	{"range weekday=5 daypart=NI shift=-1 per=day to weekday=5 tense=past", "2013-03-21TNI/2013-03-22",
	 "2013-03-21/2013-03-22", TIMEX_TIME},
	{"point from=now unit=week which=-1", "2013-W11", "2013-03-11/2013-03-17", TIMEX_DATE},
	{"point which=-1 month=5", "2012-05", "2012-05", TIMEX_DATE},
	{"point from=now unit=year which=0", "2013", "2013", TIMEX_DATE},
	{"past n=1 n_unit=week", "P1W", "2013-03-15/2013-03-22", TIMEX_LASTING},
	{"point month=12 tense=past", "2012-12", "2012-12", TIMEX_DATE},
	{"until month=12 tense=future", "2013-12", "../2013-12", TIMEX_DATE},
	{"point month=3 day=12", "2013-03-12", "2013-03-12", TIMEX_DATE},
	{"since year=2011", "2011", "2011/..", TIMEX_DATE},
	{"until weekday=7 tense=future", "2013-03-24", "../2013-03-24", TIMEX_DATE},
	{"until year=2018 mod=before", "2018", "../2017-12-31", TIMEX_DATE},
	{"range month=3 day=3 to month=3 day=9", "2013-03-03/2013-03-09", "2013-03-03/2013-03-09", TIMEX_DATE},
	{"range month=8 to month=10 tense=future", "2013-08/2013-10", "2013-08/2013-10", TIMEX_DATE},
	{"range weekday=5 to weekday=1 tense=past", "2013-03-22/2013-03-25", "2013-03-22/2013-03-25", TIMEX_DATE},
	{"point from=now shift=-2 per=day", "2013-03-20", "2013-03-20", TIMEX_DATE},
	{"point from=told shift=-1 per=day <- point weekday=4 tense=past", "2013-03-20", "2013-03-20", TIMEX_DATE},
	{"point from=told shift=-1 per=year <- point part=35 year=2012", "2011-Q3", "2011-35", TIMEX_DATE},
	{"distant n=1 n_unit=month exact=yes sign=1 <- point weekday=4 tense=past", "P1M", "2013-02-21", TIMEX_LASTING},
	{"point month=2 day=21 shift=1 per=month", "2013-03-21", "2013-03-21", TIMEX_DATE},
	{"point year=2012 mod=start", "2012", "2012~", TIMEX_DATE},
	{"point year=1990 span=10", "199", "199X", TIMEX_DATE},
	{"point year=1800 span=100", "18", "18XX", TIMEX_DATE},
	{"point from=now unit=year which=-1 mod=end", "2012", "2012~", TIMEX_DATE},
	{"point part=34 tense=past", "2012-Q2", "2012-34", TIMEX_DATE},
	{"point which=-1 part=24", "2012-WI", "2012-24", TIMEX_DATE},
	{"point year=10098", "1998", "1998", TIMEX_DATE},
	{"point feast=3000 which=-1", "2012-04-08", "2012-04-08", TIMEX_DATE},
	{"point month=3 weekday=1 nth=-1", "2013-03-25", "2013-03-25", TIMEX_DATE},
	{"point month=1 nth=3 of=week", "2013-W03", "2013-01-14/2013-01-20", TIMEX_DATE},
	{"point from=now unit=week which=-1 weekday=2", "2013-03-12", "2013-03-12", TIMEX_DATE},
	{"point hour=22 minute=30 zone=0 from=now", "2013-03-22T22:30Z", "2013-03-22T22:30Z", TIMEX_TIME},
	{"point hour=9 minute=0", "T09:00", "", TIMEX_TIME},
	{"point month=12 day=6 weekday=1", "2012-12-06", "2012-12-06",
	 TIMEX_DATE}, /* it was a Thursday: the date stands */
	{"set weekday=5 n=1", "XXXX-WXX-5", "", TIMEX_RECURRING},
	{"set n=1 n_unit=day", "P1D", "", TIMEX_RECURRING},
	{"duration n=5 n_unit=year", "P5Y", "", TIMEX_LASTING},
	{"duration n=24 n_unit=hour", "PT24H", "", TIMEX_LASTING},
	{"duration n=1 more=30 n_unit=hour more_unit=minute", "PT1H30M", "", TIMEX_LASTING},
	{"duration n=1.5 n_unit=hour", "PT1.5H", "", TIMEX_LASTING},
	{"vague ref=-1", "PAST_REF", "", TIMEX_DATE},
	{"vague", "PRESENT_REF", "", TIMEX_DATE},
	{"point from=told shift=100000 per=day", "FUTURE_REF", "", TIMEX_DATE},
	{"point feast=6901 year=2016", "2016-06-06", "2016-06-06~", TIMEX_DATE},
	{"point feast=7001 year=2017", "2017-06-25", "2017-06-25~", TIMEX_DATE},
	{"point feast=908114 year=2018", "2018-03-30/2018-04-07", "2018-03-30/2018-04-07", TIMEX_DATE},
	{"point feast=10000 year=2019", "2019-10-27", "2019-10-27", TIMEX_DATE},
	{"point feast=10011 year=2020", "2020-01-25", "2020-01-25", TIMEX_DATE},
	{"point feast=5500 year=2018", "2018-04-08", "2018-04-08", TIMEX_DATE},
	{"point feast=5144 year=2012", "2012-11-22", "2012-11-22", TIMEX_DATE},
	{"point feast=10000 year=9999", "", "", TIMEX_DATE},
	/* no such dates */
	{"point month=2 day=30", "", "", TIMEX_DATE},
	{"point month=2 day=30 year=2013", "", "", TIMEX_DATE},
	{"point from=now shift=99999 per=century", "", "", TIMEX_DATE},
	{"point from=now shift=-99999 per=year", "", "", TIMEX_DATE},
	{"point year=9999 month=12 day=31 shift=1 per=day", "", "", TIMEX_DATE},
};

Test(timex, resolves_against_the_publication_date)
{
	struct arena a = {0};

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct timex_value v;
		struct err err = {0};

		cr_assert(timex_resolve_text(str_of(rows[i].text), day("2013-03-22"), &v, &err), "%s: %s", rows[i].text,
			  err.message);
		cr_expect_str_eq(v.timex3, rows[i].timex3, "for '%s'", rows[i].text);
		cr_expect(str_eq(interval_format(&a, &v.edtf), str_of(rows[i].edtf)), "for '%s'", rows[i].text);
		cr_expect_eq(v.type, rows[i].type, "for '%s'", rows[i].text);
		cr_expect_not(v.floating, "'%s'", rows[i].text);
	}
	arena_free(&a);
}

Test(timex, floats_without_a_publication_date)
{
	static const struct {
		const char *text, *timex3;
		bool floating;
	} open[] = {
		{"point weekday=5 tense=past", "XXXX-WXX-5", true},
		{"point weekday=4 daypart=EV tense=past", "XXXX-WXX-4TEV", true},
		{"point month=12 day=5", "XXXX-12-05", true},
		{"point from=now unit=week which=-1", "XXXX-WXX", true},
		{"point from=told shift=-1 per=day", "XXXX-XX-XX", true},
		{"past n=1 n_unit=week", "P1W", true},
		{"distant n=1 n_unit=month exact=yes sign=1 <- point weekday=4", "P1M", true},
		{"point year=2011 month=2", "2011-02", false},
		{"point from=told shift=1 per=day <- point year=2011 month=2 day=3", "2011-02-04", false},
		{"set weekday=5 n=1", "XXXX-WXX-5", false},
		{"duration n=2 n_unit=week", "P2W", false},
	};

	for (size_t i = 0; i < sizeof open / sizeof *open; i++) {
		struct timex_value v;

		cr_assert(timex_resolve_text(str_of(open[i].text), day(""), &v, NULL));
		cr_expect_str_eq(v.timex3, open[i].timex3, "for '%s'", open[i].text);
		cr_expect_eq(v.floating, open[i].floating, "for '%s'", open[i].text);
		if (v.floating)
			cr_expect(interval_is_none(&v.edtf), "for '%s'", open[i].text);
	}
}

Test(timex, reads_what_it_writes)
{
	struct arena a = {0};

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct str rest = str_of(rows[i].text), once, twice;
		struct timex_expr t;
		ptrdiff_t arrow = str_find(rest, STR(" <- "));

		cr_assert(timex_parse(arrow < 0 ? rest : str_slice(rest, 0, (size_t)arrow), &t, NULL), "%s",
			  rows[i].text);
		once = timex_format(&a, &t);
		cr_assert(timex_parse(once, &t, NULL));
		twice = timex_format(&a, &t);
		cr_expect(str_eq(once, twice), "'%.*s'", STR_ARG(once));
	}
	arena_free(&a);
}

Test(timex, refuses_text_that_is_none)
{
	static const char *const bad[] = {
		"",
		"day",
		"point  weekday=5",
		"point weekday=8",
		"point weekday=",
		"point weekday",
		"point foo=1",
		"none",
		"point weekday=5 to weekday=6",
		"point month=13",
		"duration n=1.2345 n_unit=day",
		"point tense=later",
		"point weekday=5 <- ",
		"point <- point <- point <- point <- point <- point <- point",
		"point exact=no",
	};

	for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
		struct timex_value v;
		struct err err = {0};

		cr_expect_not(timex_resolve_text(str_of(bad[i]), day("2013-03-22"), &v, &err), "accepted '%s'", bad[i]);
		cr_expect(err.message[0] != '\0', "no word on '%s'", bad[i]);
	}
}

static struct timex_expr expr(const char *text)
{
	struct timex_expr t;

	cr_assert(timex_parse(str_of(text), &t, NULL));
	return t;
}

Test(timex, tells_which_publication_dates_fit)
{
	struct timex_expr past = expr("point year=2016 month=12 day=16 tense=past"),
			  monday = expr("point weekday=1 month=12 day=5");
	struct timex_expr friday = expr("point weekday=5 tense=past");

	cr_expect(timex_fits(&past, date_of(2016, 12, 16)));
	cr_expect(timex_fits(&past, date_of(2016, 12, 15)), "zones");
	cr_expect_not(timex_fits(&past, date_of(2016, 12, 14)));
	cr_expect(timex_fits(&monday, date_of(2016, 12, 16)));
	cr_expect_not(timex_fits(&monday, date_of(2014, 6, 16)));
	cr_expect_eq(timex_age(&friday, date_of(2016, 12, 16)), 0);
	cr_expect_eq(timex_age(&friday, date_of(2016, 12, 18)), 2);
	cr_expect_eq(timex_age(&monday, (struct date){0}), INT32_MIN);
}
