#include <criterion/criterion.h>

#include "when.h"

static struct arena arena;

static void end(void)
{
	arena_free(&arena);
}

TestSuite(when, .fini = end);

static struct when when_of(const char *published, const char *time, const char *said, const char *told)
{
	struct mention m = {
		.published = str_of(published), .time = str_of(time), .said = str_of(said), .told = str_of(told)};

	return when_resolve(&m, &arena);
}

#define EXPECT(what, text) cr_expect(str_eq(what, STR(text)), "%.*s", STR_ARG(what))

Test(when, tells_the_period_from_the_saying)
{
	struct when w = when_of("2013-03-22", "since year=2011", "point weekday=5 tense=past", "");

	EXPECT(w.period, "2011/..");
	EXPECT(w.stated, "2013-03-22");
	EXPECT(w.timex3, "2011");
	cr_expect_not(w.floating);
	cr_expect_str_eq(w.time_rule, "absolute");
	cr_expect_str_eq(w.said_rule, "tense-past");
}

Test(when, counts_back_from_the_day_of_saying)
{
	const char *monday = "point weekday=1 tense=past", *yesterday = "point unit=day which=-1 from=now";
	struct mention quoted = {
		.published = STR("2013-03-22"), .time = str_of(yesterday), .said = str_of(monday), .quoted = true};
	struct when w = when_of("2013-03-22", "past n=24 n_unit=hour", monday, "");

	EXPECT(w.period, "2013-03-17/2013-03-18");
	w = when_of("2013-03-22", "past n=24 n_unit=hour", "", "");
	EXPECT(w.period, "2013-03-21/2013-03-22");
	w = when_resolve(&quoted, &arena);
	EXPECT(w.period, "2013-03-17");
	w = when_of("2013-03-22", yesterday, monday, ""); /* the reporter's own words */
	EXPECT(w.period, "2013-03-21");
}

Test(when, was_said_before_it_was_published)
{
	struct mention m = {.published = STR("2013-03-22"),
			    .said = STR("point weekday=7 tense=future"),
			    .kind = MENTION_FIGURE,
			    .measure = STR("killed"),
			    .modality = MODALITY_ACTUAL};
	struct when w = when_resolve(&m, &arena);

	EXPECT(w.stated, "2013-03-17");
	m.modality = MODALITY_PLANNED;
	w = when_resolve(&m, &arena);
	EXPECT(w.stated, "2013-03-24");
}

Test(when, takes_the_publication_day_when_nobody_tells_when_it_was_said)
{
	struct when w = when_of("2016-12-16T10:00:00Z", "", "", "");

	EXPECT(w.stated, "2016-12-16");
	EXPECT(w.period, "");
	cr_expect_null(w.time_rule);
	cr_expect_str_eq(w.said_rule, "published");
}

Test(when, dates_nothing_that_has_happened_behind_its_publication)
{
	struct mention killed = {.published = STR("2013-03-22"),
				 .time = STR("point from=told unit=day which=1"),
				 .measure = STR("killed"),
				 .kind = MENTION_FIGURE,
				 .modality = MODALITY_ACTUAL};

	EXPECT(when_resolve(&killed, &arena).period, ""); /* "the next day", of no day told */
	killed.told = STR("point weekday=1 tense=past");
	EXPECT(when_resolve(&killed, &arena).period, "2013-03-19");
	killed.told = STR("");
	killed.modality = MODALITY_PLANNED;
	EXPECT(when_resolve(&killed, &arena).period, "2013-03-23");
}

Test(when, takes_no_year_to_come_for_that_of_the_saying)
{
	struct when clock = when_of("2016-12-16", "", "point year=2032", "");
	struct when year = when_of("2016-12-16", "", "point year=2012", "");

	EXPECT(clock.stated, "2016-12-16");
	EXPECT(year.stated, "2012");
}

Test(when, keeps_what_floats_as_it_was_read)
{
	struct when w = when_of("", "point from=told shift=-1 per=day", "point weekday=5 tense=past",
				"point weekday=4 tense=past");
	struct moment published;

	cr_expect(w.floating);
	EXPECT(w.period, "");
	EXPECT(w.stated, "");
	EXPECT(w.period_timex, "point from=told shift=-1 per=day <- point weekday=4 tense=past");
	EXPECT(w.timex3, "XXXX-XX-XX");
	cr_assert(moment_parse(STR("2016-12-16"), &published, NULL));
	cr_expect(str_eq(when_dated(w.period_timex, published, &arena), STR("2016-12-14")));
	cr_expect(str_eq(when_dated(w.stated_timex, published, &arena), STR("2016-12-16")));
}

Test(when, needs_no_publication_date_for_a_full_one)
{
	struct when w = when_of("", "point year=2015 month=2 day=3", "", "");

	EXPECT(w.period, "2015-02-03");
	EXPECT(w.stated, "");
	cr_expect_not(w.floating);
	cr_expect_null(w.said_rule);
}

Test(when, gives_durations_and_sets_no_period)
{
	struct when w = when_of("2016-12-16", "duration n=2 n_unit=week", "", "");

	EXPECT(w.period, "");
	EXPECT(w.timex3, "P2W");
	cr_expect_str_eq(w.type, "DURATION");
	w = when_of("2016-12-16", "set weekday=5 n=1", "", "");
	EXPECT(w.period, "");
	cr_expect_str_eq(w.type, "SET");
}

Test(when, survives_what_it_cannot_read)
{
	struct when w = when_of("yesterday", "point weekday=9", "nonsense", "more of it");

	EXPECT(w.period, "");
	EXPECT(w.stated, "");
	cr_expect_str_eq(w.time_rule, "unreadable-time");
	cr_expect_not(w.floating);
}
