#include <criterion/criterion.h>

#include "files/pack.h"
#include "held_of_test.h"
#include "rows.h"
#include "stories.h"

static struct arena arena;

static void init(void)
{
	arena = (struct arena){0};
}

static void fini(void)
{
	arena_free(&arena);
}

TestSuite(stories, .init = init, .fini = fini);

static const char outlines[] = "document,publisher,agency,published\n"
			       "d1,Herald,,2020-03-06\n"
			       "d2,Post,AFP,2020-03-06\n"
			       "d3,Times,,2020-03-07\n";

static const char header[] = "id,documents,spans,block,type,status,when,agent_id,target_id,source_id,source_name,"
			     "source_type,source_org_id,source_org_name,source_org_type,place_id,place_parent_id,"
			     "sentence,polarity,modality\n";

static struct events merge_held(const struct held *told)
{
	struct stories stories;
	struct events all = {0}, versions;

	stories_begin(&stories, told, &(struct overrides){0}, &arena);
	while (stories_next(&stories, &versions))
		for (size_t i = 0; i < versions.n; i++) {
			struct str packed = pack_record(&event_table, &versions.at[i], &arena);
			struct event e;

			unpack_record(&event_table, packed, &e, &arena);
			LIST_ADD(&arena, &all, e);
		}
	stories_end(&stories);
	return all;
}

static struct articles read_articles(void)
{
	struct articles all = {0};
	struct rows o = rows_read(&outline_table, outlines, &arena);

	for (size_t i = 0; i < o.n; i++)
		articles_add(&all, (struct outline *)(void *)o.at + i, &arena);
	articles_order(&all, &arena);
	return all;
}

static struct events merge(const char *tellings, bool backwards)
{
	struct articles all = read_articles();
	struct rows e = rows_read(&event_table, str_printf(&arena, "%s%s", header, tellings).at, &arena);
	struct held told = held_of(&event_table, e.at, e.n, &all, &arena);

	for (size_t i = 0; backwards && i < told.n / 2; i++) {
		const char *row = told.at[i];
		uint32_t article = told.article[i];

		told.at[i] = told.at[told.n - 1 - i];
		told.article[i] = told.article[told.n - 1 - i];
		told.at[told.n - 1 - i] = row;
		told.article[told.n - 1 - i] = article;
	}
	return merge_held(&told);
}

static void expect(const char *tellings, const char *columns, const char *want)
{
	struct events out = merge(tellings, false);

	rows_expect(&event_table, out.at, out.n, columns, want);
}

#define ARMY	 "army,The army,military,,,"
#define MINISTER "minister,A Minister,person,ministry,Ministry,government"
#define MINISTRY "ministry,Ministry,government,,,"
#define NARRATOR ",,none,,,"

Test(stories, one_sources_tellings_are_one_version)
{
	expect("e1,d1,d1:0-50,body,evacuation,suspended,2020-03-06,,," MINISTER
	       ",town,town,They have halted it for now he said,asserted,actual\n"
	       "e2,d2,d2:9-50,body,evacuation,suspended,2020-03-06,,civilians," MINISTRY
	       ",east,town,The ministry stopped the buses on Friday,asserted,actual\n",
	       "type,status,documents,spans,reports,independent,target_id",
	       "evacuation,suspended,d1|d2,d1:0-50|d2:9-50,2,2,civilians\n");
}

Test(stories, versions_of_several_sources_are_one_happening)
{
	struct events out = merge(
		"e1,d1,d1:0-50,body,attack,,2020-03-06,rebels,convoy," ARMY ",town,town,,asserted,actual\n"
		"e2,d2,d2:0-50,body,attack,,2020-03-06,army,convoy," MINISTRY ",town,town,,asserted,actual\n"
		"e3,d2,d2:60-90,body,attack,,2020-03-06,army,," NARRATOR ",town,town,,asserted,actual\n"
		"e4,d3,d3:0-50,body,attack,,2020-03-06,army,hospital,police,,government,,,,town,town,,asserted,actual\n"
		"e5,d3,d3:60-90,body,attack,,2020-03-07,rebels,convoy," ARMY ",town,town,,asserted,actual\n",
		false);

	rows_expect(&event_table, out.at, out.n, "when,agent_id,target_id,source_id",
		    "2020-03-06,army,,afp\n2020-03-06,rebels,convoy,army\n2020-03-06,army,convoy,ministry\n"
		    "2020-03-06,army,hospital,police\n2020-03-07,rebels,convoy,army\n");
	cr_assert_eq(out.n, 5u);
	cr_expect(str_eq(out.at[1].happening, out.at[2].happening), "one convoy");
	cr_expect(str_eq(out.at[0].happening, out.at[1].happening), "no target told: joins what doesn't differ");
	cr_expect_not(str_eq(out.at[1].happening, out.at[3].happening), "a hospital is no convoy");
	cr_expect_not(str_eq(out.at[1].happening, out.at[4].happening), "another day");
}

#define FIRST "e1,d1,d1:0-50,body,evacuation,suspended,2020-03-06,,," ARMY ",town,town,,asserted,actual\n"

static const char *const apart[] = {
	"e2,d2,d2:0-50,body,evacuation,complete,2020-03-06,,," ARMY ",town,town,,asserted,actual\n",
	"e2,d2,d2:0-50,body,siege,suspended,2020-03-06,,," ARMY ",town,town,,asserted,actual\n",
	"e2,d2,d2:0-50,body,evacuation,suspended,2020-03-07,,," ARMY ",town,town,,asserted,actual\n",
	"e2,d2,d2:0-50,body,evacuation,suspended,2020-03-06,,," MINISTRY ",town,town,,asserted,actual\n",
	"e2,d2,d2:0-50,body,evacuation,suspended,2020-03-06,,," ARMY ",city,city,,asserted,actual\n",
	"e2,d2,d2:0-50,body,evacuation,suspended,2020-03-06,,," ARMY ",town,town,,denied,actual\n",
	"e2,d2,d2:0-50,body,evacuation,suspended,2020-03-06,,," ARMY ",town,town,,asserted,planned\n",
	"e2,d2,d2:0-50,body,evacuation,suspended,2020-03-06,un,," ARMY ",town,town,,asserted,actual\n"
	"e3,d2,d2:0-50,body,evacuation,suspended,2020-03-06,icrc,," ARMY ",town,town,,asserted,actual\n",
};

Test(stories, tellings_that_differ_stay_apart)
{
	expect(FIRST "e2,d2,d2:0-50,body,evacuation,suspended,2020-03-06T10:00,,," ARMY ",town,town,,asserted,actual\n",
	       "reports", "2\n");
	for (size_t i = 0; i < sizeof apart / sizeof *apart; i++) {
		struct events out = merge(str_printf(&arena, "%s%s", FIRST, apart[i]).at, false);

		cr_expect_eq(out.n, 2u, "%zu of %s", out.n, apart[i]);
	}
}

Test(stories, titles_and_captions_tell_nothing)
{
	expect("e1,d1,d1:0-50,title,attack,,2020-03-06,,," ARMY ",town,town,,asserted,actual\n"
	       "e2,d1,d1:0-50,caption,attack,,2020-03-06,,," ARMY ",town,town,,asserted,actual\n",
	       "id", "");
}

static const char many[] =
	FIRST "e2,d2,d2:0-50,body,evacuation,suspended,2020-03-06,,x," ARMY ",town,town,,asserted,actual\n"
	      "e3,d3,d3:0-50,body,evacuation,suspended,2020-03-06,,y," MINISTER ",town,town,,asserted,actual\n"
	      "e4,d3,d3:0-50,body,attack,,2020-03-06,army,," MINISTRY ",town,town,,asserted,actual\n"
	      "e5,d3,d3:50-70,body,attack,,2020-03-06,,convoy," MINISTRY ",town,town,,asserted,actual\n"
	      "e6,d2,d2:50-70,body,attack,,2020-03-06,rebels,convoy," NARRATOR ",town,town,,asserted,actual\n";

Test(stories, any_order_and_merging_again_give_the_same_bytes)
{
	struct events once = merge(many, false), turned = merge(many, true), again;
	struct str want = rows_all(&event_table, once.at, once.n, &arena);
	struct articles all = read_articles();
	struct held told = held_of(&event_table, once.at, once.n, &all, &arena);

	again = merge_held(&told);
	cr_expect_eq(once.n, 4u, "%zu", once.n);
	cr_expect(str_eq(want, rows_all(&event_table, turned.at, turned.n, &arena)));
	cr_expect(str_eq(want, rows_all(&event_table, again.at, again.n, &arena)));
}
