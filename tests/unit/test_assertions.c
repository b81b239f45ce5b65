#include <criterion/criterion.h>

#include "data_of_test.h"
#include "deduplicate.h"
#include "files/pack.h"
#include "held_of_test.h"
#include "record.h"
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

TestSuite(assertions, .init = init, .fini = fini);

static const char outlines[] = "document,url,publisher,agency,published,text_hash\n"
			       "d1,https://a.example/1,Herald,,2020-03-06,0000000000000001\n"
			       "d2,https://b.example/2,Post,AFP,2020-03-06,0000000000000002\n"
			       "d3,https://c.example/3,Times,AFP,2020-03-07,0000000000000002\n"
			       "d4,https://d.example/4,Echo,,2020-03-08,0000000000000004\n"
			       "d5,https://e.example/5,Star,,2020-03-08T09:30:00+02:00,0000000000000005\n"
			       "d6,https://f.example/6,Globe,,2020-03-08T08:00:00Z,0000000000000006\n";

static const char header[] =
	"id,document,start,block,measure,subject,qualifier,low,best,high,aspect,stated,source_id,"
	"source_name,source_type,source_org_id,source_org_name,source_org_type,place_id,place_name,"
	"place_parent_id,place_parent_name,sentence,quoted,polarity,modality,part_of,confidence\n";

#define ARMY	 "army,The army,military,,,"
#define MINISTER "minister,A Minister,person,defence-ministry,Defence Ministry,government"
#define MINISTRY "defence-ministry,Defence Ministry,government,the-government,The government,government"
#define CENTRE	 "centre,The Centre,military,defence-ministry,Defence Ministry,government"
#define CABINET	 "the-government,The government,government,,,"
#define NARRATOR ",,none,,,"
#define TOWN	 "town,Town,town,Town"
#define EAST	 "east-town,East Town,town,Town"

struct made {
	struct {
		struct claim *at;
		size_t n;
	} claims;
	struct assertions assertions;
};

/* All that comes out, side by side. */
static void take_all(struct made *m, const struct claims *claims, struct merging *merging)
{
	struct assertions quantity;

	m->claims.n = claims->rows.n;
	m->claims.at = ARENA_ARRAY(&arena, struct claim, m->claims.n);
	for (size_t i = 0; i < m->claims.n; i++)
		claims_out(claims, i, &m->claims.at[i], &arena);
	while (assertions_next(merging, &quantity))
		for (size_t i = 0; i < quantity.n; i++) {
			struct str packed = pack_record(&assertion_table, &quantity.at[i], &arena);
			struct assertion a;

			unpack_record(&assertion_table, packed, &a, &arena);
			LIST_ADD(&arena, &m->assertions, a);
		}
	assertions_end(merging);
}

static const struct bodies *bodies; /* NULL: none known */

static struct made make_with(const char *text, struct overrides overrides, const int *order)
{
	struct articles all = {0};
	struct rows o = rows_read(&outline_table, outlines, &arena);
	struct rows c = rows_read(&claim_table, str_printf(&arena, "%s%s", header, text).at, &arena);
	struct copies copies = {0};
	struct made m = {0};
	struct merging merging;

	for (size_t i = 0; i < o.n; i++)
		articles_add(&all, (struct outline *)(void *)o.at + i, &arena);
	articles_override(&all, &overrides);
	articles_order(&all, &arena);
	copies_find(&all, &copies, &arena);
	struct claims claims = {.rows = held_of(&claim_table, c.at, c.n, &all, &arena)};

	for (size_t i = 0; order && i < c.n; i++) { /* exchange neighbours by a bit each */
		size_t k = (size_t)order[i] % c.n;
		const char *row = claims.rows.at[i];
		uint32_t article = claims.rows.article[i];

		claims.rows.at[i] = claims.rows.at[k];
		claims.rows.article[i] = claims.rows.article[k];
		claims.rows.at[k] = row;
		claims.rows.article[k] = article;
	}
	assertions_begin(&merging, &claims, &overrides, bodies, &arena);
	take_all(&m, &claims, &merging);
	return m;
}

static void expect(const char *claims, const char *columns, const char *want)
{
	struct made m = make_with(claims, (struct overrides){0}, NULL);

	rows_expect(&assertion_table, m.assertions.at, m.assertions.n, columns, want);
}

Test(assertions, one_speaker_in_two_wires_is_one_statement_of_two_reports)
{
	expect("c1,d1,1,body,killed,people,exact,40,40,40,cumulative,2020-03-06," ARMY "," TOWN
	       ",The army put it at 40 on Friday,,asserted,actual,,0.9\n"
	       "c2,d4,1,body,killed,people,more_than,40,40,,cumulative,2020-03-06," ARMY "," EAST
	       ",More than 40 died said the army,,asserted,actual,,0.8\n",
	       "source_id,best,high,qualifier,qualifiers,reports,independent,stated,first_seen,last_seen,place_id,"
	       "confidence",
	       "army,40,,exact,exact|more_than,2,2,2020-03-06,2020-03-06,2020-03-08,town,0.9\n");
}

Test(assertions, the_first_report_has_the_earliest_clock_of_its_day)
{
#define FORTY ",1,body,killed,people,exact,40,40,40,cumulative,2020-03-06," ARMY "," TOWN ",,,asserted,actual,,0.9\n"
	expect("c1,d4" FORTY "c2,d6" FORTY "c3,d5" FORTY, "reports,first_seen,last_seen",
	       "3,2020-03-08T09:30:00+02:00,2020-03-08\n");
	expect("c1,d5" FORTY "c2,d3" FORTY, "reports,first_seen,last_seen", "2,2020-03-07,2020-03-08\n");
}

Test(assertions, a_copy_is_a_report_but_no_independent_one)
{
	expect("c1,d2,1,body,killed,people,exact,40,40,40,cumulative,2020-03-06," ARMY "," TOWN
	       ",Forty died the army said on Friday,,asserted,actual,,0.9\n"
	       "c2,d3,1,body,killed,people,exact,40,40,40,cumulative,2020-03-07," ARMY "," TOWN
	       ",Forty died the army said on Friday,,asserted,actual,,0.9\n",
	       "best,reports,independent,stated,documents", "40,2,1,2020-03-06,d2|d3\n");
}

Test(assertions, one_sentence_in_two_articles_is_one_report_but_a_quote_is_two)
{
	expect("c1,d1,1,body,killed,people,exact,40,40,40,cumulative,2020-03-06," ARMY "," TOWN
	       ",Forty died the army said on Friday,,asserted,actual,,0.9\n"
	       "c2,d2,1,body,killed,people,exact,40,40,40,cumulative,2020-03-06," ARMY "," TOWN
	       ",Forty died the army said on Friday,,asserted,actual,,0.9\n",
	       "reports,independent", "2,1\n");
	expect("c1,d1,1,body,killed,people,exact,40,40,40,cumulative,2020-03-06," ARMY "," TOWN
	       ",Forty of our men died in it,true,asserted,actual,,0.9\n"
	       "c2,d2,1,body,killed,people,exact,40,40,40,cumulative,2020-03-06," ARMY "," TOWN
	       ",Forty of our men died in it,true,asserted,actual,,0.9\n",
	       "reports,independent", "2,2\n");
}

#define PLAIN ",killed,people,exact,40,40,40,cumulative,2020-03-06," ARMY "," TOWN ",,,asserted,actual,,0.9\n"
#define ALIKE "c1,d1,1,body" PLAIN "c2,d4,1,"

/* The first claim beside another one that differs in one thing. */
static const char *const apart[] = {
	"body,injured,people,exact,40,40,40,cumulative,2020-03-06," ARMY "," TOWN ",,,asserted,actual,,0.9\n",
	"body,killed,children,exact,40,40,40,cumulative,2020-03-06," ARMY "," TOWN ",,,asserted,actual,,0.9\n",
	"body,killed,people,exact,41,41,41,cumulative,2020-03-06," ARMY "," TOWN ",,,asserted,actual,,0.9\n",
	"body,killed,people,exact,40,40,40,flow,2020-03-06," ARMY "," TOWN ",,,asserted,actual,,0.9\n",
	"body,killed,people,exact,40,40,40,cumulative,2020-03-07," ARMY "," TOWN ",,,asserted,actual,,0.9\n",
	"body,killed,people,exact,40,40,40,cumulative,2020-03-06,police,Police,government,,,," TOWN
	",,,asserted,actual,,0.9\n",
	"body,killed,people,exact,40,40,40,cumulative,2020-03-06," ARMY ",city,City,city,City,,,asserted,actual,,0.9\n",
	"body,killed,people,exact,40,40,40,cumulative,2020-03-06," ARMY "," TOWN ",,,denied,actual,,0.9\n",
	"body,killed,people,exact,40,40,40,cumulative,2020-03-06," ARMY "," TOWN ",,,asserted,possible,,0.9\n",
	"body,killed,people,range,40,,50,cumulative,2020-03-06," ARMY "," TOWN ",,,asserted,actual,,0.9\n",
};

Test(assertions, statements_that_differ_in_one_thing_stay_apart)
{
	expect(ALIKE "body" PLAIN, "reports", "2\n");
	for (size_t i = 0; i < sizeof apart / sizeof *apart; i++)
		expect(str_printf(&arena, "%s%s", ALIKE, apart[i]).at, "reports", "1\n1\n");
}

Test(assertions, titles_captions_and_plain_quantities_state_nothing)
{
	expect("c1,d1,1,title" PLAIN "c2,d1,2,caption" PLAIN "c3,d1,3,teaser" PLAIN
	       "c4,d1,4,body,,people,exact,40,40,40,,2020-03-06," ARMY "," TOWN ",,,asserted,actual,,0.9\n"
	       "c5,d1,5,body,killed,people,exact,40,40,40,none,2020-03-06," ARMY "," TOWN ",,,asserted,actual,,0.9\n",
	       "id", "");
}

Test(assertions, a_minister_speaks_for_the_ministry_and_the_government_is_its_ministry)
{
	expect("c1,d1,1,body,killed,people,exact,40,40,40,cumulative,2020-03-06," MINISTER "," TOWN
	       ",,,asserted,actual,,0.9\n"
	       "c2,d2,1,body,killed,people,exact,40,40,40,cumulative,2020-03-06," MINISTRY "," TOWN
	       ",,,asserted,actual,,0.9\n"
	       "c3,d4,1,body,killed,people,exact,40,40,40,cumulative,2020-03-06," CABINET "," TOWN
	       ",,,asserted,actual,,0.9\n",
	       "source_id,source_part_of,speaker_id,reports", "defence-ministry,the-government,minister,3\n");
}

Test(assertions, the_narrator_is_the_wire_or_the_paper)
{
	expect("c1,d1,1,body,killed,people,exact,40,40,40,cumulative,2020-03-06," NARRATOR "," TOWN
	       ",,,asserted,actual,,0.9\n"
	       "c2,d2,1,body,killed,people,exact,40,40,40,cumulative,2020-03-06," NARRATOR "," TOWN
	       ",,,asserted,actual,,0.9\n"
	       "c3,d3,1,body,killed,people,exact,40,40,40,cumulative,2020-03-06," NARRATOR "," TOWN
	       ",,,asserted,actual,,0.9\n",
	       "source_id,source_type,reports,independent", "afp,none,2,1\nherald,none,1,1\n");
}

Test(assertions, the_first_to_print_a_sentence_is_its_narrator)
{
	expect("c1,d1,1,body,killed,people,exact,40,40,40,cumulative,2020-03-06," NARRATOR "," TOWN
	       ",Forty people died in the raid,,asserted,actual,,0.9\n"
	       "c2,d4,1,body,killed,people,exact,40,40,40,cumulative,2020-03-08," NARRATOR "," TOWN
	       ",Forty people died in the raid,,asserted,actual,,0.9\n",
	       "source_id,stated,reports,independent", "herald,2020-03-06,2,1\n");
}

Test(assertions, a_later_day_supersedes)
{
	expect("c1,d1,1,body,killed,people,exact,40,40,40,cumulative,2020-03-06," MINISTER "," TOWN
	       ",,,asserted,actual,,0.9\n"
	       "c2,d4,1,body,killed,people,exact,44,44,44,cumulative,2020-03-08," MINISTRY "," TOWN
	       ",,,asserted,actual,,0.9\n"
	       "c3,d4,2,body,killed,people,order,100,,1000,cumulative,2020-03-08," MINISTRY "," TOWN
	       ",,,asserted,actual,,0.9\n"
	       "c4,d4,3,body,killed,people,exact,50,50,50,cumulative,2020-03-08," ARMY "," TOWN
	       ",,,asserted,actual,,0.9\n",
	       "best,stated", "40,2020-03-06\n44,2020-03-08\n50,2020-03-08\n,2020-03-08\n");
	struct made m = make_with("c1,d1,1,body,killed,people,exact,40,40,40,cumulative,2020-03-06," MINISTER "," TOWN
				  ",,,asserted,actual,,0.9\n"
				  "c2,d4,1,body,killed,people,exact,44,44,44,cumulative,2020-03-08," MINISTRY "," TOWN
				  ",,,asserted,actual,,0.9\n",
				  (struct overrides){0}, NULL);

	cr_assert_eq(m.assertions.n, 2u);
	cr_expect(str_eq(m.assertions.at[1].supersedes, m.assertions.at[0].id));
	cr_expect(str_is_empty(m.assertions.at[0].supersedes));
}

/* The centre is part of the ministry, and that of the government, which nobody says of the centre. */
Test(assertions, a_body_within_a_body_is_superseded_by_its_government)
{
	struct made m = make_with("c1,d1,1,body,killed,people,exact,40,40,40,cumulative,2020-03-06," CENTRE "," TOWN
				  ",,,asserted,actual,,0.9\n"
				  "c2,d4,1,body,killed,people,exact,44,44,44,cumulative,2020-03-07," MINISTRY "," TOWN
				  ",,,asserted,actual,,0.9\n"
				  "c3,d4,9,body,killed,people,exact,47,47,47,cumulative,2020-03-08," CABINET "," TOWN
				  ",,,asserted,actual,,0.9\n",
				  (struct overrides){0}, NULL);

	rows_expect(&assertion_table, m.assertions.at, m.assertions.n, "source_id,source_part_of",
		    "centre,the-government\ndefence-ministry,the-government\nthe-government,\n");
	cr_expect(str_eq(m.assertions.at[1].supersedes, m.assertions.at[0].id));
	cr_expect(str_eq(m.assertions.at[2].supersedes, m.assertions.at[1].id));
}

/* That the ministry is the government's is told by nobody; whose "the police" are is not known. */
Test(assertions, the_lexicon_knows_bodies_that_no_claim_tells_of)
{
	static const char claims[] =
		"c1,d1,1,body,killed,people,exact,40,40,40,cumulative,2020-03-06,centre,The Centre,military,"
		"norwegian-ministry-of-defence,Norwegian Ministry of Defence,government," TOWN
		",,,asserted,actual,,0.9\n"
		"c2,d4,9,body,killed,people,exact,47,47,47,cumulative,2020-03-08,norwegian-government,"
		"Norwegian government,government,,,," TOWN ",,,asserted,actual,,0.9\n"
		"c3,d4,19,body,killed,people,exact,48,48,48,cumulative,2020-03-08,police,police,government,,,," TOWN
		",,,asserted,actual,,0.9\n";
	struct err err;

	bodies = bodies_open(lexicon_open(data_of_test("lexicon.bin"), &err), &arena);
	struct made m = make_with(claims, (struct overrides){0}, NULL);

	bodies = NULL;
	rows_expect(&assertion_table, m.assertions.at, m.assertions.n, "source_id,source_part_of",
		    "centre,norwegian-government\nnorwegian-government,\npolice,\n");
	cr_expect(str_eq(m.assertions.at[1].supersedes, m.assertions.at[0].id));
	cr_expect(str_is_empty(m.assertions.at[2].supersedes));
}

/* A commander speaks for "civil protection"; "the fire" is no body of the fire brigade. */
Test(assertions, a_body_may_leave_out_what_it_is)
{
	struct made m = make_with(
		"c1,d1,1,body,injured,people,exact,29,29,29,cumulative,2020-03-06,chief,A Chief,person,"
		"civil-protection,civil protection,government," TOWN ",,,asserted,actual,,0.9\n"
		"c2,d4,1,body,injured,people,exact,32,32,32,cumulative,2020-03-07,civil-protection-service,"
		"civil protection service,government,,,," TOWN ",,,asserted,actual,,0.9\n"
		"c3,d4,9,body,injured,people,exact,47,47,47,cumulative,2020-03-08,civil-defence,civil defence,"
		"government,,,," TOWN ",,,asserted,actual,,0.9\n",
		(struct overrides){0}, NULL);

	rows_expect(&assertion_table, m.assertions.at, m.assertions.n, "source_id,source_part_of",
		    "civil-protection,civil-protection-service\ncivil-protection-service,\ncivil-defence,\n");
	cr_expect(str_eq(m.assertions.at[1].supersedes, m.assertions.at[0].id));
	cr_expect(str_is_empty(m.assertions.at[2].supersedes));
}

#define BY_HERSELF "ada-amadi,Ada Amadi,person,,,"
#define OF_HEALTH  "ada-amadi,Ada Amadi,person,health-ministry,Health Ministry,government"
#define OF_ARMY	   "ada-amadi,Ada Amadi,person,army,The army,military"

/* Who spoke for the ministry on Friday does so on Sunday; "a minister" is not known by that. */
Test(assertions, a_person_speaks_for_the_body_that_another_article_tells)
{
	expect("c1,d1,1,body,killed,people,exact,40,40,40,cumulative,2020-03-06," OF_HEALTH "," TOWN
	       ",,,asserted,actual,,0.9\n"
	       "c2,d4,1,body,killed,people,exact,44,44,44,cumulative,2020-03-08," BY_HERSELF "," TOWN
	       ",,,asserted,actual,,0.9\n",
	       "best,source_id,speaker_id", "40,health-ministry,ada-amadi\n44,health-ministry,ada-amadi\n");
	expect("c1,d1,1,body,killed,people,exact,40,40,40,cumulative,2020-03-06,minister,A minister,person,"
	       "health-ministry,Health Ministry,government," TOWN ",,,asserted,actual,,0.9\n"
	       "c2,d4,1,body,killed,people,exact,44,44,44,cumulative,2020-03-08,minister,A minister,person,,,," TOWN
	       ",,,asserted,actual,,0.9\n",
	       "best,source_id", "40,health-ministry\n44,minister\n");
	/* called by her office */
	expect("c1,d1,1,body,killed,people,exact,40,40,40,cumulative,2020-03-06," OF_HEALTH "," TOWN
	       ",,,asserted,actual,,0.9\n"
	       "c2,d4,1,body,killed,people,exact,44,44,44,cumulative,2020-03-08,ada-amadi,Ada Amadi,government,,,," TOWN
	       ",,,asserted,actual,,0.9\n",
	       "best,source_id", "40,health-ministry\n44,health-ministry\n");
	/* two of one name */
	expect("c1,d1,1,body,killed,people,exact,40,40,40,cumulative,2020-03-06," OF_HEALTH "," TOWN
	       ",,,asserted,actual,,0.9\n"
	       "c2,d1,9,body,killed,people,exact,42,42,42,cumulative,2020-03-07," OF_ARMY "," TOWN
	       ",,,asserted,actual,,0.9\n"
	       "c3,d4,1,body,killed,people,exact,44,44,44,cumulative,2020-03-08," BY_HERSELF "," TOWN
	       ",,,asserted,actual,,0.9\n",
	       "best,source_id", "40,health-ministry\n42,army\n44,ada-amadi\n");
}

Test(assertions, a_part_knows_its_whole)
{
	struct made m = make_with("c1,d1,1,body,killed,people,exact,40,40,40,cumulative,2020-03-06," ARMY "," TOWN
				  ",,,asserted,actual,,0.9\n"
				  "c2,d1,2,body,killed,children,exact,9,9,9,cumulative,2020-03-06," ARMY "," TOWN
				  ",,,asserted,actual,c1,0.9\n",
				  (struct overrides){0}, NULL);

	rows_expect(&assertion_table, m.assertions.at, m.assertions.n, "subject", "children\npeople\n");
	cr_expect(str_eq(m.assertions.at[0].part_of, m.assertions.at[1].id));
	rows_expect(
		&claim_table, m.claims.at, m.claims.n, "id,assertion",
		str_printf(&arena, "c1,%.*s\nc2,%.*s\n", STR_ARG(m.assertions.at[1].id), STR_ARG(m.assertions.at[0].id))
			.at);
}

Test(assertions, long_totals_and_past_disasters_are_apart_from_the_present)
{
	cr_expect(str_eq(assertion_scope(STR("2011/.."), 18000, &arena), STR("since 2011")));
	cr_expect(str_eq(assertion_scope(STR("2008-05-12"), 18000, &arena), STR("in 2008-05")));
	cr_expect(str_eq(assertion_scope(STR("2008"), 18000, &arena), STR("in 2008")));
	cr_expect(str_eq(assertion_scope(STR("2019-04-10/.."), 18000, &arena), STR("")));
	cr_expect(str_eq(assertion_scope(STR("2019-04-10"), 18000, &arena), STR("")));
	cr_expect(str_eq(assertion_scope(STR(""), 18000, &arena), STR("")));
	cr_expect(str_eq(assertion_scope(STR("2019"), 18000, &arena), STR("since 2019")), "this year");
}

static void expect_overridden(struct override o, const char *want)
{
	static const char claims[] =
		"c1,d1,1,body,killed,people,exact,40,40,40,cumulative,2020-03-06," ARMY "," TOWN
		",,,asserted,actual,,0.9\n"
		"c2,d4,1,body,killed,people,exact,44,44,44,cumulative,," ARMY "," TOWN ",,,asserted,actual,,0.9\n";

	if (o.from == 0)
		o.from = DATE_DAYS_MIN;
	if (o.to == 0)
		o.to = DATE_DAYS_MAX;
	struct made m = make_with(claims, (struct overrides){&o, 1, 1}, NULL);

	rows_expect(&assertion_table, m.assertions.at, m.assertions.n, "source_id,best,stated", want);
	cr_expect_eq(m.claims.n, 2u, "claims stay");
}

Test(assertions, an_analyst_drops_renames_and_dates)
{
	expect_overridden((struct override){.action = OVERRIDE_DROP_CLAIM, .number = decimal_of(44)},
			  "army,40,2020-03-06\n");
	expect_overridden((struct override){.action = OVERRIDE_DROP_DOCUMENT, .url = STR("https://d.example/4")},
			  "army,40,2020-03-06\n");
	expect_overridden((struct override){.action = OVERRIDE_DROP_DOCUMENT, .source = STR("herald")},
			  "army,44,2020-03-08\n");
	expect_overridden((struct override){.action = OVERRIDE_RENAME_SOURCE,
					    .source = STR("The army"),
					    .value = STR("Land Forces")},
			  "land-forces,40,2020-03-06\nland-forces,44,2020-03-08\n");
	expect_overridden((struct override){.action = OVERRIDE_FIX_DATE,
					    .url = STR("https://d.example/4"),
					    .value = STR("2020-03-10")},
			  "army,40,2020-03-06\narmy,44,2020-03-10\n");
}

static const char many[] =
	"c1,d1,1,body" PLAIN "c2,d2,1,body" PLAIN "c3,d3,1,body" PLAIN
	"c4,d4,1,body,killed,people,more_than,40,40,,cumulative,2020-03-06," MINISTER "," EAST
	",,,asserted,actual,,0.5\n"
	"c5,d1,2,body,killed,people,exact,40,40,40,cumulative,2020-03-06," CABINET "," TOWN ",,,asserted,actual,,0.4\n"
	"c6,d2,2,body,killed,people,exact,40,40,40,cumulative,2020-03-06," MINISTRY "," TOWN ",,,asserted,actual,,0.4\n"
	"c7,d2,3,body,killed,children,exact,4,4,4,cumulative,2020-03-06," MINISTRY "," TOWN
	",,,asserted,actual,c6,0.4\n"
	"c8,d4,3,body,killed,children,exact,5,5,5,cumulative,2020-03-08," MINISTRY "," TOWN ",,,asserted,actual,,0.4\n"
	"c9,d3,3,body,remaining,people,order,1000,,10000,stock,," NARRATOR "," EAST
	",One and two and three and four,,,,,0.4\n"
	"c10,d1,4,body,remaining,people,order,1000,,10000,stock,," NARRATOR "," EAST
	",One and two and three and four,,,,,0.4\n";

Test(assertions, any_order_of_claims_and_any_repetition_gives_the_same_bytes)
{
	struct made first = make_with(many, (struct overrides){0}, NULL);
	struct str want = rows_all(&assertion_table, first.assertions.at, first.assertions.n, &arena);

	cr_expect_eq(first.assertions.n, 5u, "%zu", first.assertions.n);
	for (int turn = 1; turn < 60; turn++) {
		int order[20];

		for (int i = 0; i < 20; i++)
			order[i] = turn * (i + 3) * 7919 % 1000;
		struct made m = make_with(str_printf(&arena, "%s%s", many, turn % 2 ? many : "").at,
					  (struct overrides){0}, order);

		cr_expect(str_eq(want, rows_all(&assertion_table, m.assertions.at, m.assertions.n, &arena)));
		cr_expect(str_eq(rows_all(&claim_table, first.claims.at, first.claims.n, &arena),
				 rows_all(&claim_table, m.claims.at, m.claims.n, &arena)));
	}
}

Test(assertions, an_undated_document_resolves_its_times_once_it_is_dated)
{
	struct article a = {.day = 18327, .published = moment_of_date(date_of(2020, 3, 6)), .inferred = true};
	struct claim c = {.stated_timex = STR("point weekday=4 daypart=EV tense=past"),
			  .period_timex = STR("point from=told shift=-1 per=day"),
			  .told_timex = STR("point weekday=4 tense=past")};

	record_date_claim(&c, &a, &arena);
	cr_expect(str_eq(c.stated, STR("2020-03-05")), "%.*s", STR_ARG(c.stated));
	cr_expect(str_eq(c.period, STR("2020-03-04")), "%.*s", STR_ARG(c.period));
	c = (struct claim){0};
	record_date_claim(&c, &a, &arena);
	cr_expect(str_eq(c.stated, STR("2020-03-06")));
	a.day = NO_DAY;
	c = (struct claim){0};
	record_date_claim(&c, &a, &arena);
	cr_expect(str_is_empty(c.stated));
}
