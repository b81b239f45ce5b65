/* link: extract */
#include <stdio.h>
#include <stdlib.h>

#include "reading_of_test.h"
#include "times.h"
#include "times_atoms.h"

TestSuite(times, .init = begin, .fini = end);

static const char filler[] =
	"\nThe village lies in a valley. Its people grow wheat. They have few cows and many goats. "
	"The road is bad, and the well is deep. A school stands near the river.";

/* "surface=value; surface=value" of all that is found in the text. */
static const char *found_in(const char *text, const char *published, bool whole)
{
	struct reading r =
		*reading_published(whole ? str_of(text) : str_printf(&arena, "%s%s", text, filler), published);
	struct time_mentions times;
	struct buf b = {.arena = &arena};
	struct moment moment = {0};

	moment_parse(str_of(published), &moment, NULL);
	times_find(&r, &times);
	for (uint32_t i = 0; i < times.n; i++) {
		struct timex_value v;

		times_resolve(&times, i, moment, &v);
		buf_printf(&b, "%s%.*s=%s", i ? "; " : "", (int)(times.at[i].end - times.at[i].start),
			   r.doc->text.at + times.at[i].start, v.timex3);
	}
	buf_add_char(&b, '\0');
	return b.at;
}

Test(times, reads_what_news_writes)
{
	static const struct {
		const char *text, *found;
	} rows[] = {
		{"The bridge fell on Friday.", "Friday=2013-03-22"},
		{"The senate will vote on Monday.", "Monday=2013-03-25"},
		{"They left late Thursday for the coast.", "late Thursday=2013-03-21TEV"},
		{"Nov. 3 and 4 were quiet.", "Nov. 3=2012-11-03; 4=2012-11-04"},
		{"It rained from 3 to 9 March.", "3=2013-03-03; 9 March=2013-03-09"},
		{"Some 300 died between 2009 and 2011.", "2009=2009; 2011=2011"},
		{"On Friday, two days after the vote of 3 March 2012, he fled.",
		 "Friday=2013-03-22; two days=P2D; 3 March 2012=2012-03-03"},
		{"The siege began on 3 May 2012 and ended four days later.",
		 "3 May 2012=2012-05-03; four days later=2012-05-07"},
		{"Sales fell in the third quarter of 2012, and rose from a year earlier.",
		 "the third quarter of 2012=2012-Q3; a year earlier=2011-Q3"},
		{"In March 2011 they marched; in May they were shot.", "March 2011=2011-03; May=2011-05"},
		{"He will return at 10:30 p.m. (2230 GMT) on Monday.",
		 "10:30 p.m.=2013-03-25T22:30; 2230 GMT=2013-03-25T22:30Z; Monday=2013-03-25"},
		{"It closed in '98 after a fire.", "'98=1998"},
		{"Between now and 15 May the road stays shut.", "now and 15 May=2013-03-22/2013-05-15"},
		{"He has kept the post from January 2009 until now.", "January 2009 until now=2009-01/2013-03-22"},
		{"They will strike for a week starting Monday.", "a week starting Monday=2013-03-25/2013-03-31"},
		{"The airport was shut on Tuesday from 2:00 to 4:30 p.m.",
		 "Tuesday from 2:00 to 4:30 p.m.=2013-03-19T14:00/2013-03-19T16:30"},
		{"Exports fell in the first six months of 2012.", "the first six months of 2012=2012-01/2012-06"},
		{"Twelve drowned over the Easter weekend of 2012.", "Easter weekend of 2012=2012-04-07/2012-04-08"},
		{"The deal will lapse at the end of Sunday.", "the end of Sunday=2013-03-24T23:59:59"},
		{"The clinic opens every Monday at 4 p.m.", "every Monday at 4 p.m.=XXXX-WXX-1T16"},
		{"The ballots are due no later than Friday.", "Friday=2013-03-22"},
		{"She came home on Monday two weeks ago.", "Monday two weeks ago=2013-03-04"},
		{"Twelve died in March two years ago.", "March two years ago=2011-03"},
		{"The dam broke in March and two years ago the bridge fell.", "March=2013-03; two years ago=2011"},
		{"They fought in May in two years of war.", "May=2012-05; two years=P2Y"},
		{"They met on the last weekend of October.", "the last weekend of October=2012-W43-WE"},
		{"The first Monday evening of May 2012 was wet.", "The first Monday evening of May 2012=2012-05-07TEV"},
		{"It snowed on the second last day of March 2012.", "the second last day of March 2012=2012-03-30"},
		{"The talks shouldn't last two weeks.", "two weeks=P2W"},
		{"It began on 3 May 2012 at 16h.", "3 May 2012 at 16h=2012-05-03T16:00"},
		{"It came on Monday, 16h after the first.", "Monday=2013-03-18; 16h=PT16H"},
		{"Accounts are due each quarter.", "each quarter=P3M"},
		{"Shops were shut for Quds Day 2018 and Clean Monday 2018.",
		 "Quds Day 2018=2018-06-08; Clean Monday 2018=2018-02-19"},
		{"Purim 2019 and the Mid-Autumn Festival 2020 were quiet.",
		 "Purim 2019=2019-03-21; the Mid-Autumn Festival 2020=2020-10-01"},
		{"He will be tried next year at the latest, in the morning.",
		 "next year=2014; the morning=2013-03-22TMO"},
	};

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		cr_expect_str_eq(found_in(rows[i].text, "2013-03-22", false), rows[i].found, "in '%s': %s",
				 rows[i].text, found_in(rows[i].text, "2013-03-22", false));
}

Test(times, leaves_alone_what_is_no_time)
{
	static const char *const none[] = {
		"They may leave the square.",
		"Mrs May met the envoy.",
		"The men march on the town.",
		"The sun rose.",
		"It has 1,998 men.",
		"Flight 1989 was late.",
		"They sat down.",
		"She came second.",
		"A 44-year-old man fell.",
		"Resolution 2254 was passed.",
		"The fall of the town came fast.",
		"They scored 24/7 in tests and 1/2 in others.",
		"An august body met.",
		"The 2,011 crates were sold.",
		"The first six men of the team fled.",
		"The \"9 May\" group laid down its arms.",
		"The March 14 Movement held its ground.",
		"It was a last-minute deal.",
		"The end of the road was near.",
	};

	for (size_t i = 0; i < sizeof none / sizeof *none; i++)
		cr_expect_str_empty(found_in(none[i], "2013-03-22", false), "in '%s': %s", none[i],
				    found_in(none[i], "2013-03-22", false));
}

Test(times, gives_no_value_to_days_that_never_were)
{
	static const struct {
		const char *text, *found;
	} rows[] = {
		{"It was signed on 30 February 2012.", "30 February 2012="},
		{"It was signed on 31/13/2012.", ""},
		{"It was signed on Monday, 22 March 2013, a Friday.",
		 "Monday, 22 March 2013=2013-03-22; Friday=2013-03-22"},
		{"It was signed on Sunday, March 19.", "Sunday, March 19=2013-03-19"},
		{"It was signed on Feb. 29, 2013.", "Feb. 29, 2013="},
		{"The year 0 was calm, and so was the year 99999.", ""},
		{"It was found 99999 centuries ago.", "99999 centuries ago="},
	};

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		cr_expect_str_eq(found_in(rows[i].text, "2013-03-22", false), rows[i].found, "in '%s': %s",
				 rows[i].text, found_in(rows[i].text, "2013-03-22", false));
}

Test(times, tells_a_lone_sentence_whole)
{
	cr_expect_str_eq(found_in("Nobody was seen from August to October.", "2013-03-22", true),
			 "August to October=2012-08/2012-10");
	cr_expect_str_eq(found_in("3-9 March", "2013-03-01", true), "3-9 March=2013-03-03/2013-03-09");
	cr_expect_str_eq(found_in("Saturday", "2013-03-22", true), "Saturday=2013-03-23");
}

Test(times, lets_a_claim_of_a_lone_sentence_count_days)
{
	struct reading r = *reading_published(STR("Over the past week 17 men were killed."), "2013-03-22");
	struct time_mentions times;
	struct timex_value v;
	struct moment published;
	struct err err;

	times_find(&r, &times);
	cr_assert_eq(times.n, 1);
	cr_assert(moment_parse(STR("2013-03-22"), &published, NULL));
	cr_assert(timex_resolve_text(times_text(&arena, &times, 0), published, &v, &err));
	cr_expect(str_eq(interval_format(&arena, &v.edtf), STR("2013-03-15/2013-03-22")));
}

Test(times, keeps_the_anchor_in_the_text_form)
{
	struct reading r = *reading_published(
		str_printf(&arena, "The raid was on Thursday. A day earlier the road was cut.%s", filler), "");
	struct time_mentions times;
	struct timex_value v;
	struct moment published;

	times_find(&r, &times);
	cr_assert_eq(times.n, 2);
	cr_assert(moment_parse(STR("2016-12-16"), &published, NULL));

	struct str text = times_text(&arena, &times, 1);

	cr_expect(str_find(text, STR(" <- ")) > 0, "%.*s", STR_ARG(text));
	cr_assert(timex_resolve_text(text, published, &v, NULL));
	cr_expect_str_eq(v.timex3, "2016-12-14");
}

static const char *governing(const char *text, const char *word)
{
	struct reading r = *reading_published(str_printf(&arena, "%s%s", text, filler), "2013-03-22");
	struct time_mentions times;
	uint32_t token = 0;

	times_find(&r, &times);
	while (token < r.tokens.n && !str_eq(r.tokens.at[token].lower, str_of(word)))
		token++;
	cr_assert_lt(token, r.tokens.n, "%s", word);

	struct times_governing g = times_governing(&r, &times, token);
	struct str when = g.when == TIME_NONE ? STR("-") : reading_text(&r, times.at[g.when].first, times.at[g.when].n);
	struct str said = g.said == TIME_NONE ? STR("-") : reading_text(&r, times.at[g.said].first, times.at[g.said].n);

	return str_printf(&arena, "%.*s/%.*s", STR_ARG(when), STR_ARG(said)).at;
}

Test(times, keeps_apart_what_a_figure_covers_and_when_it_was_said)
{
	cr_expect_str_eq(governing("The monitor said on Friday that 310,000 had died since 2011.", "310,000"),
			 "2011/Friday");
	cr_expect_str_eq(governing("On Monday 12 people drowned, and on Tuesday 40 were saved.", "12"), "Monday/-");
	cr_expect_str_eq(governing("On Monday 12 people drowned, and on Tuesday 40 were saved.", "40"), "Tuesday/-");
	cr_expect_str_eq(governing("The office said 900 had fled in recent months.", "900"), "recent months/-");
	cr_expect_str_eq(governing("They were held for two weeks with 30 others.", "30"), "-/-");
}

Test(times, of_a_comparison_date_what_is_compared_with)
{
	static const struct {
		const char *text, *word, *want;
	} rows[] = {
		{"Some 700 people are homeless, up from 610 a year ago.", "700", "-/-"},
		{"Some 700 people are homeless, up from 610 a year ago.", "610", "a year ago/-"},
		{"Some 94 people drowned, compared with 45 in 2012.", "94", "-/-"},
		{"On Friday the toll rose to 52, up from 47 on Thursday.", "52", "Friday/-"},
		{"The dead rose to 305 from 265 a week earlier.", "305", "-/-"},
		{"They moved 300 people from 12 villages on Monday.", "300", "Monday/-"},
		{"Some 600 have died, with nine men buried on Monday.", "600", "-/-"},
		{"Some 600 have died, with nine men buried on Monday.", "nine", "Monday/-"},
		{"Twelve were hurt, with burns, on Monday.", "twelve", "Monday/-"},
		{"Rebels walked up from the valley on Monday with 12 captives.", "12", "Monday/-"},
		{"Shells killed 18 in the deadliest raid since December, when 11 men died.", "18", "-/-"},
		{"Shells killed 18 in the deadliest raid since December, when 11 men died.", "11", "December/-"},
		{"The worst riots since 2011 left 14 people dead.", "14", "-/-"},
		{"Some 4,000 people have died since March, when rebels took the town.", "4,000", "March/-"},
		{"Deaths rose by 40 from a year earlier.", "40", "-/-"},
		{"Deaths rose by 40 from a year earlier to 300.", "300", "-/-"},
		{"Deaths rose to 300 in January, a tenth up on the previous month.", "300", "January/-"},
		{"Some 300 more drowned than last year.", "300", "-/-"},
		{"The toll rose to 52 from Monday's 47.", "52", "-/-"},
		{"The toll rose to 52 from Monday's 47.", "47", "Monday/-"},
		{"Deaths rose by 12 from 2011.", "12", "-/-"},
		{"Deaths rose by 12 from 2009 to 2011.", "12", "2009/-"},
		{"Some 300 refugees from last year fell ill.", "300", "last year/-"},
		{"Some 94 drowned in May, compared with 45 a year earlier.", "45", "a year earlier/-"},
		{"Some 94 drowned in May, compared with 45 for the year-ago month.", "45", "-/-"},
		{"Cases rose to 527 from 157 recorded in January, and deaths doubled to eight.", "527", "-/-"},
		{"Cases rose to 527 from 157 recorded in January, and deaths doubled to eight.", "eight", "-/-"},
		{"Crews searched the city on Monday after an earthquake killed 12 people.", "12", "-/-"},
		{"Police shot 12 people on Monday after a raid.", "12", "Monday/-"},
		{"On a day like that of a 1985 quake that left 500 dead, the toll rose to 40.", "500", "1985/-"},
		{"The toll from the quake, on the day of a 1985 quake that left 500 dead, rose to 40.", "40", "-/-"},
		{"A 1985 quake killed 500 people.", "500", "1985/-"},
		{"The war entered its fifth month on Monday, leaving 500 people dead.", "500", "-/-"},
		{"The office reported that as of Monday 12 people were missing.", "12", "Monday/-"},
	};

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		cr_expect_str_eq(governing(rows[i].text, rows[i].word), rows[i].want, "%s of '%s': %s", rows[i].word,
				 rows[i].text, governing(rows[i].text, rows[i].word));
}

Test(times, of_a_since_in_a_clause_of_its_own_date_that_clause)
{
	static const struct {
		const char *text, *word, *want;
	} rows[] = {
		{"Four soldiers died, despite the truce in force since May.", "four", "-/-"},
		{"The force, at war with the army since May, killed 12 men.", "12", "-/-"},
		{"Shells killed 12 in the town, under rebel rule since 2014.", "12", "-/-"},
		{"Two groups that had held the town since 2013 gave up, with 400 men leaving.", "400", "-/-"},
		{"In the war, which has killed 900 since 2011, the town fell.", "900", "2011/-"},
		{"The war has killed 900, 120 of them children, since 2011.", "900", "2011/-"},
		{"More than 900 who have fled since May are in camps.", "900", "May/-"},
		{"In the north, since May, 900 have fled.", "900", "May/-"},
		{"Some 900 fled before rebels took the town in May.", "900", "-/-"},
		{"Some 900 fled before dawn on Monday.", "900", "dawn on Monday/-"},
	};

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		cr_expect_str_eq(governing(rows[i].text, rows[i].word), rows[i].want, "%s of '%s': %s", rows[i].word,
				 rows[i].text, governing(rows[i].text, rows[i].word));
}

Test(times, tells_of_listed_dates_as_of_their_span)
{
	static const struct {
		const char *text, *word, *period;
	} rows[] = {
		{"Ten men died on Saturday and Sunday.", "ten", "2013-03-16/2013-03-17"},
		{"Ten men died on Monday night and early Tuesday.", "ten", "2013-03-18/2013-03-19"},
		{"Shells hit the port on 12, 14 and 16 March, killing 30.", "30", "2013-03-12/2013-03-16"},
		{"Between 12-14 and 16 March, shells killed 30.", "30", "2013-03-12/2013-03-16"},
		{"Ten men died in January and in February.", "ten", "2013-01/2013-02"},
		{"Ten men died in 2009, 2010 and 2012.", "ten", "2009/2012"},
		{"Ten men died on Saturday and 12 on Sunday.", "ten", "2013-03-16"},
		{"Ten men died on Saturday, and on Sunday 12 were hurt.", "ten", "2013-03-16"},
		{"Ten men died on Saturday and Monday's toll was 12.", "ten", "2013-03-16"},
		{"Ten men died on Saturday or Sunday.", "ten", "2013-03-16"},
	};

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct reading r = *reading_published(str_printf(&arena, "%s%s", rows[i].text, filler), "2013-03-22");
		struct time_mentions times;
		struct timex_value v;
		struct moment published = {0};
		uint32_t token = 0;

		times_find(&r, &times);
		while (token < r.tokens.n && !str_eq(r.tokens.at[token].lower, str_of(rows[i].word)))
			token++;
		struct times_governing g = times_governing(&r, &times, token);

		cr_assert(moment_parse(STR("2013-03-22"), &published, NULL));
		cr_assert_neq(g.when, TIME_NONE, "%s", rows[i].text);
		cr_assert(timex_resolve_text(times_text(&arena, &times, g.when), published, &v, NULL));
		cr_expect(str_eq(interval_format(&arena, &v.edtf), str_of(rows[i].period)), "%s: %.*s", rows[i].text,
			  STR_ARG(interval_format(&arena, &v.edtf)));
	}
}

Test(times, opens_the_period_of_a_since_clause)
{
	static const struct {
		const char *text;
		enum timex_kind kind;
	} rows[] = {
		{"Some 310,000 have died since the war began with riots in 2011.", TIMEX_SINCE},
		{"Some 700 have died since the vote on 3 May.", TIMEX_SINCE},
		{"Some 700 have died since fighting erupted last month.", TIMEX_SINCE},
		{"Some 700 have died since the sides met three weeks ago.", TIMEX_SINCE},
		{"Since the vote, 700 have died in May.", TIMEX_POINT},
		{"Roads were shut, since the army on Monday killed two men.", TIMEX_POINT},
	};

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct reading r = *reading_published(str_printf(&arena, "%s%s", rows[i].text, filler), "2016-12-16");
		struct time_mentions times;

		times_find(&r, &times);
		cr_assert_eq(times.n, 1, "%s", rows[i].text);
		cr_expect_eq(times.at[0].timex.kind, rows[i].kind, "%s", rows[i].text);
	}
}

Test(times, reads_numbers_by_their_form)
{
	static const struct {
		const char *text;
		int kind, value;
	} rows[] = {
		{"16", ATOM_NUMBER, 16},
		{"21st", ATOM_ORDINAL, 21},
		{"1990s", ATOM_DECADE, 1990},
		{"2016-12-16", ATOM_DATE, 20161216},
		{"30/9/2012", ATOM_DATE, 20120930},
		{"9/11", ATOM_DATE, 911},
		{"23.04.2022", ATOM_DATE, 20220423},
		{"20161216", ATOM_DATE, 20161216},
		{"10:30", ATOM_CLOCK, 37800},
		{"9am", ATOM_CLOCK, 32400},
		{"10.30pm", ATOM_CLOCK, 81000},
		{"12am", ATOM_CLOCK, 0},
		{"13h30", ATOM_CLOCK, 48600},
		{"25:10", ATOM_NONE, 0},
		{"13pm", ATOM_NONE, 0},
		{"30/2/2012", ATOM_NONE, 0},
		{"1,998", ATOM_NONE, 0},
		{"2.5", ATOM_NONE, 0},
		{"1.2m", ATOM_NONE, 0},
		{"99999999999999", ATOM_NONE, 0},
		{"", ATOM_NONE, 0},
	};

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct atom a = atom_of_number(str_of(rows[i].text));

		cr_expect_eq(a.kind, rows[i].kind, "%s: %d", rows[i].text, a.kind);
		if (rows[i].kind)
			cr_expect_eq(a.value, rows[i].value, "%s: %d", rows[i].text, a.value);
	}
}

Test(times, reads_ten_thousand_dates_in_a_breath)
{
	struct buf b = {.arena = &arena};

	for (int i = 0; i < 10000; i++)
		buf_printf(&b, "%s on Dec. %d, a day earlier, two days after the raid, from 3 to 9 March ",
			   i % 50 ? "," : ".\n", i % 40);

	struct reading r = *reading_published(buf_str(&b), "2013-03-22");
	struct time_mentions times;

	times_find(&r, &times);
	cr_expect_gt(times.n, 20000);
	for (uint32_t i = 0; i < times.n; i += 100) {
		struct timex_value v;

		times_resolve(&times, i, (struct moment){0}, &v);
		cr_expect_leq(strlen(v.timex3), 47);
	}
}
