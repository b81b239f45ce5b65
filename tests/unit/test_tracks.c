#include "stated.h"

#define COLUMNS "measure,subject,aspect,scope,episode_from,episode_to,as_of,best"

static void expect(const char *lines, const struct terms *terms, const char *columns, const char *want)
{
	struct arena arena = {0};
	struct reconciled r = stated_reconciled(lines, terms, &arena);
	struct buf got = {.arena = &arena};

	for (size_t i = 0; i < r.tracks.n; i++)
		buf_add(&got, rows_text(&track_table, &r.tracks.at[i].track, 1, columns, &arena));
	cr_expect(str_eq(buf_str(&got), str_of(want)), "got\n%.*swanted\n%s", STR_ARG(buf_str(&got)), want);
	arena_free(&arena);
}

Test(tracks, one_quantity_of_one_episode_is_one_track)
{
	expect("a 2020-03-06 2020-03-06 army exact 40 40 40\nb 2020-03-07 2020-03-07 police exact 44 44 44\n"
	       "c 2020-03-06 2020-03-06 army exact 7 7 7 subject=children\nd 2020-03-06 2020-03-06 army exact 9 9 9 "
	       "measure=injured\n"
	       "e 2020-03-06 2020-03-06 army exact 5 5 5 place_parent_id=city\nf 2020-03-07 2020-03-07 army exact 3 3 "
	       "3 aspect=flow",
	       NULL, COLUMNS,
	       "killed,people,cumulative,,2020-03-06,2020-03-06,2020-03-06,5\n"
	       "injured,people,cumulative,,2020-03-06,2020-03-06,2020-03-06,9\n"
	       "killed,children,cumulative,,2020-03-06,2020-03-06,2020-03-06,7\n"
	       "killed,people,cumulative,,2020-03-06,2020-03-07,2020-03-07,44\n"
	       "killed,people,flow,,2020-03-07,2020-03-07,2020-03-07,3\n");
}

Test(tracks, silence_ends_an_episode)
{
	expect("a 2020-03-06 2020-03-06 army exact 40 40 40\nb 2020-03-20 2020-03-20 army exact 44 44 44\n"
	       "c 2020-04-04 2020-04-04 army exact 7 7 7",
	       NULL, COLUMNS,
	       "killed,people,cumulative,,2020-03-06,2020-03-20,2020-03-20,44\n"
	       "killed,people,cumulative,,2020-04-04,2020-04-04,2020-04-04,7\n");
}

Test(tracks, a_long_total_and_a_past_disaster_are_tracks_of_their_own)
{
	expect("a 2020-03-06 2020-03-06 army exact 40 40 40\nb 2020-03-06 2020-03-06 afp more_than 310000 310000 - "
	       "period=2011/..\n"
	       "c 2020-03-06 2020-03-06 afp exact 900 900 900 period=2003-12-26\nd 2020-06-06 2020-06-06 afp more_than "
	       "320000 320000 - period=2011/..",
	       NULL, "scope,episode_from,episode_to,best",
	       ",2020-03-06,2020-03-06,40\nin 2003-12,2020-03-06,2020-03-06,900\nsince "
	       "2011,2020-03-06,2020-06-06,320000\n");
}

Test(tracks, what_was_counted_in_a_month_that_is_over_is_no_count_of_the_present)
{
	expect("a 2020-03-06 2020-03-06 army exact 20 20 20\nb 2020-03-06 2020-03-06 afp exact 25 25 25 period=2020-02",
	       NULL, "scope,episode_from,best", ",2020-03-06,20\nin 2020-02,2020-03-06,25\n");
	/* this month, and a day of the last one */
	expect("a 2020-03-06 2020-03-06 army exact 20 20 20 period=2020-03", NULL, "scope,best", ",20\n");
	expect("a 2020-03-06 2020-03-06 army exact 20 20 20 period=2020-02-28", NULL, "scope,best", ",20\n");
}

static const char late[] = "a 2020-03-06 2020-03-06 army exact 40 40 40\nb 2020-03-04 2020-03-09 police exact 20 20 20";

Test(tracks, a_track_that_turns_out_to_begin_earlier_keeps_its_former_id)
{
	struct arena arena = {0};
	struct reconciled before = stated_reconciled("a 2020-03-06 2020-03-06 army exact 40 40 40", NULL, &arena);
	struct reconciled after = stated_reconciled(late, NULL, &arena);

	cr_assert_eq(after.tracks.n, 1u);
	cr_expect_not(str_eq(before.tracks.at[0].track.id, after.tracks.at[0].track.id));
	cr_expect(strs_has(after.tracks.at[0].track.aliases, before.tracks.at[0].track.id));
	cr_expect_eq(before.tracks.at[0].track.aliases.n, 0u);
	arena_free(&arena);
}

static struct terms terms_as_of(int year, int month, int day, struct arena *arena)
{
	struct terms t = {stated_conf(arena), ARENA_NEW(arena, struct overrides),
			  date_first_day(date_of(year, month, day)), NULL};

	return t;
}

Test(tracks, what_became_known_after_the_as_of_waits)
{
	struct arena arena = {0};
	struct terms then = terms_as_of(2020, 3, 8, &arena), later = terms_as_of(2020, 3, 31, &arena);

	expect(late, &then, "episode_from,best,closed", "2020-03-06,40,false\n");
	expect(late, &later, "episode_from,best,closed", "2020-03-04,40,true\n");
	arena_free(&arena);
}

Test(tracks, an_undated_statement_counts_on_the_as_of_if_there_is_one)
{
	struct arena arena = {0};
	struct terms then = terms_as_of(2020, 3, 8, &arena);

	expect("a - - army exact 40 40 40", NULL, "best", "");
	expect("a - - army exact 40 40 40", &then, "as_of,best", "2020-03-08,40\n");
	arena_free(&arena);
}

static const char many[] =
	"a 2020-03-06 2020-03-06 army exact 40 40 40\nb 2020-03-07 2020-03-07 police exact 44 44 44\n"
	"c 2020-03-07 2020-03-07 army exact 9 9 9 subject=children part_of=b\nd 2020-03-09 2020-03-09 medics approx - "
	"60 -\n"
	"e 2020-03-09 2020-03-09 army exact 38 38 38\nf 2020-03-08 2020-03-08 police exact 4 4 4 aspect=flow\n"
	"g 2020-03-10 2020-03-10 mayor exact 44 44 44 polarity=denied\nh 2020-04-30 2020-04-30 army order 100 - 1000\n"
	"i 2020-03-09 2020-03-10 army exact 500 500 500 measure=remaining aspect=stock\n";

static struct str everything(const struct assertions *a, struct arena *arena)
{
	struct conf *conf = stated_conf(arena);
	struct overrides none = {0};
	struct terms terms = {conf, &none, DATE_DAYS_MAX, NULL};
	struct reconciled r = reconcile(a, &terms, arena);
	struct buf all = {.arena = arena};

	for (size_t i = 0; i < r.tracks.n; i++) {
		buf_add(&all, rows_all(&track_table, &r.tracks.at[i].track, 1, arena));
		buf_add(&all,
			rows_all(&estimate_table, r.tracks.at[i].estimates.at, r.tracks.at[i].estimates.n, arena));
	}
	buf_add(&all, rows_all(&contradiction_table, r.contradictions.at, r.contradictions.n, arena));
	buf_add(&all, rows_all(&check_table, r.checks.at, r.checks.n, arena));
	return buf_str(&all);
}

Test(tracks, any_order_of_assertions_gives_the_same_bytes)
{
	struct arena arena = {0};
	struct assertions a = stated(many, &arena);
	struct str want = everything(&a, &arena);

	cr_expect_gt(want.n, 1000u);
	for (size_t turn = 1; turn < 100; turn++) {
		for (size_t i = 0; i < a.n; i++) {
			size_t k = (turn * (i + 3) * 7919) % a.n;
			struct assertion spare = a.at[i];

			a.at[i] = a.at[k];
			a.at[k] = spare;
		}
		cr_expect(str_eq(want, everything(&a, &arena)), "turn %zu", turn);
	}
	arena_free(&arena);
}

/* One episode of many reports: the same work for each. */
Test(tracks, an_episode_of_20000_reports_is_no_harder, .timeout = 20)
{
	struct arena arena = {0};
	struct buf lines = {.arena = &arena};

	for (int i = 0; i < 20000; i++) {
		struct str day = date_format(&arena, date_of_days(18000 + i / 100));

		buf_printf(&lines, "%sa%d %.*s %.*s s%d exact %d %d %d", i ? "\n" : "", i, STR_ARG(day), STR_ARG(day),
			   i % 500, 100000 - i, 100000 - i, 100000 - i);
	}
	buf_add_char(&lines, '\0');
	struct reconciled r = stated_reconciled(lines.at, NULL, &arena);

	cr_expect_eq(r.tracks.n, 1u);
	cr_expect_eq(r.tracks.at[0].estimates.n, 200u);
	arena_free(&arena);
}
