#include <criterion/criterion.h>

#include "dating.h"
#include "rows.h"

static struct arena arena;

static void init(void)
{
	arena = (struct arena){0};
}

static void fini(void)
{
	arena_free(&arena);
}

TestSuite(dating, .init = init, .fini = fini);

static const char outline_header[] = "document,published,weekdays,last_date,sentences\n";
static const char claim_header[] = "id,document,block,measure,subject,qualifier,low,best,high,source_id,source_type,"
				   "place_id,place_parent_id\n";

/* Lines of outlines with sentences as letters a..f: "d1,2020-03-02,1,,ab". A letter
 * is the first digit of a wording. */
static struct articles articles_of(const char *lines)
{
	struct buf csv = {.arena = &arena};
	struct articles all = {0};
	struct str rest = str_of(lines);

	buf_add(&csv, str_of(outline_header));
	while (rest.at && rest.n) {
		struct str line = str_cut(&rest, '\n'), cells = line;

		for (int i = 0; i < 4; i++) {
			buf_add(&csv, str_cut(&cells, ','));
			buf_add_char(&csv, ',');
		}
		for (size_t i = 0; i < cells.n; i++)
			buf_printf(&csv, "%s%c000000000000000", i ? "|" : "", cells.at[i]);
		buf_add_char(&csv, '\n');
	}
	buf_add_char(&csv, '\0');
	struct rows rows = rows_read(&outline_table, csv.at, &arena);

	for (size_t i = 0; i < rows.n; i++)
		articles_add(&all, (struct outline *)(void *)rows.at + i, &arena);
	articles_order(&all, &arena);
	return all;
}

static void expect(const char *outlines, const char *claims, const char *want)
{
	struct articles all = articles_of(outlines);
	struct postings statements = {0};
	struct datings out = {0};

	if (claims) {
		struct str csv = str_printf(&arena, "%s%s", claim_header, claims);
		struct rows rows = rows_read(&claim_table, csv.at, &arena);

		for (size_t i = 0; i < rows.n; i++) {
			const struct claim *c = (struct claim *)(void *)rows.at + i;

			dating_statement(&statements, c, articles_find(&all, c->document), &arena);
		}
	}
	articles_date(&all, &statements, &out, &arena);
	rows_expect(&dating_table, out.at, out.n, "document,published,evidence,shared", want);
}

Test(dating, a_shared_sentence_gives_its_day)
{
	expect("d1,2020-03-06,,,ab\nd2,,,,bc\n", NULL, "d2,2020-03-06,d1,1\n");
}

Test(dating, one_undated_article_leads_to_the_next)
{
	expect("d1,2020-03-06,,,a\nd2,,,,ab\nd3,,,,bc\nd4,,,,cd\nd5,,,,e\n", NULL,
	       "d2,2020-03-06,d1,1\nd3,2020-03-06,d2,1\nd4,2020-03-06,d3,1\n");
}

/* 2020-03-06 is a Friday. */
Test(dating, the_weekday_told_must_be_that_day_or_the_day_before)
{
	expect("d1,2020-03-06,,,a\nd2,,5,,a\n", NULL, "d2,2020-03-06,d1,1\n");
	expect("d1,2020-03-06,,,a\nd2,,4,,a\n", NULL, "d2,2020-03-06,d1,1\n");
	expect("d1,2020-03-06,,,a\nd2,,4|5,,a\n", NULL, "d2,2020-03-06,d1,1\n");
	expect("d1,2020-03-06,,,a\nd2,,2,,a\n", NULL, "");
	expect("d1,2020-03-06,,,a\nd2,,6,,a\n", NULL, "");
}

Test(dating, never_before_a_date_that_the_text_carries)
{
	expect("d1,2020-03-06,,,a\nd2,,,2020-03-05,a\n", NULL, "d2,2020-03-06,d1,1\n");
	expect("d1,2020-03-06,,,a\nd2,,,2020,a\n", NULL, "d2,2020-03-06,d1,1\n");
	expect("d1,2020-03-06,,,a\nd2,,,2020-03-07,a\n", NULL, "");
	expect("d1,2020-03-06,,,a\nd2,,,2021,a\n", NULL, "");
}

Test(dating, the_day_with_most_in_common_wins_then_the_fresher_weekday)
{
	expect("d1,2020-03-05,,,ab\nd2,2020-03-06,,,c\nd3,,,,abc\n", NULL, "d3,2020-03-05,d1,2\n");
	expect("d1,2020-03-05,,,a\nd2,2020-03-06,,,b\nd3,,5,,ab\n", NULL, "d3,2020-03-06,d2,1\n");
	expect("d1,2020-03-05,,,a\nd2,2020-03-06,,,b\nd3,,,,ab\n", NULL, "d3,2020-03-05,d1,1\n");
}

Test(dating, what_stands_in_articles_days_apart_proves_nothing)
{
	expect("d1,2020-03-01,,,a\nd2,2020-03-06,,,a\nd3,,,,a\n", NULL, "");
	expect("d1,2020-03-03,,,a\nd2,2020-03-06,,,a\nd3,,5,,a\n", NULL, "d3,2020-03-06,d2,1\n");
}

Test(dating, a_statement_of_an_exact_number_dates)
{
	expect("d1,2020-03-06,,,\nd2,,5,,\n",
	       "c1,d1,body,evacuated,wounded,exact,337,337,337,army,military,p,p\n"
	       "c2,d2,body,evacuated,wounded,exact,337,337,337,army,military,q,p\n",
	       "d2,2020-03-06,d1,1\n");
}

Test(dating, round_numbers_must_be_two)
{
	expect("d1,2020-03-06,,,\nd2,,,,\n",
	       "c1,d1,body,killed,people,exact,40,40,40,police,government,p,p\n"
	       "c2,d2,body,killed,people,exact,40,40,40,police,government,p,p\n",
	       "");
	expect("d1,2020-03-06,,,\nd2,,,,\n",
	       "c1,d1,body,killed,people,exact,40,40,40,police,government,p,p\n"
	       "c2,d2,body,killed,people,more_than,40,40,,police,government,p,p\n"
	       "c3,d1,body,injured,people,exact,100,100,100,police,government,p,p\n"
	       "c4,d2,body,injured,people,exact,100,100,100,police,government,p,p\n",
	       "d2,2020-03-06,d1,2\n");
}

Test(dating, captions_narrators_and_other_numbers_date_nothing)
{
	static const char *const others[] = {
		"c2,d2,caption,evacuated,wounded,exact,337,337,337,army,military,p,p\n",
		"c2,d2,body,evacuated,wounded,exact,337,337,337,,none,p,p\n",
		"c2,d2,body,evacuated,wounded,exact,338,338,338,army,military,p,p\n",
		"c2,d2,body,evacuated,fighters,exact,337,337,337,army,military,p,p\n",
		"c2,d2,body,evacuated,wounded,exact,337,337,337,police,government,p,p\n",
		"c2,d2,body,evacuated,wounded,exact,337,337,337,army,military,q,q\n",
	};

	for (size_t i = 0; i < sizeof others / sizeof *others; i++)
		expect("d1,2020-03-06,,,\nd2,,,,\n",
		       str_printf(&arena, "c1,d1,body,evacuated,wounded,exact,337,337,337,army,military,p,p\n%s",
				  others[i])
			       .at,
		       "");
}

Test(dating, a_month_alone_is_no_publication_date)
{
	expect("d1,2020-03-06,,,a\nd2,2020-03,,,a\n", NULL, "d2,2020-03-06,d1,1\n");
}
