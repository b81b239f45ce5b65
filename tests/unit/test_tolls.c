#include "tolls.h"

#include "stated.h"

static const char header[] =
	"track,measure,subject,place_id,place_name,place_country,place_parent_id,place_parent_name,episode_from,"
	"episode_to,days,numbers,best,high,open_high,documents\n";

#define LAND(track, from, to, number, rest)                                                                            \
	track ",killed,people,country:XX,Land,XX,country:XX,Land," from "," to "," to "," number "," number "," number \
	      "," rest "\n"
#define PROVINCE(track, name, from, to, rest)                                                                          \
	track ",killed,people,admin1:XX." name "," name ",XX,admin1:XX." name "," name "," from "," to "," rest "\n"
#define TOTAL LAND("t0", "2020-03-01", "2020-03-05", "100", "false,d1|d9")
#define NORTH PROVINCE("t1", "North", "2020-03-01", "2020-03-04", "2020-03-01|2020-03-04,30|60,60,60,false,d1")
#define SOUTH PROVINCE("t2", "South", "2020-03-02", "2020-03-06", "2020-03-02|2020-03-06,40|90,90,90,false,d9")

static void expect_sums(const char *tolls, const char *want)
{
	struct arena arena = {0};
	struct rows rows = rows_read(&toll_table, str_printf(&arena, "%s%s", header, tolls).at, &arena);
	struct tolls all = {(struct toll *)(void *)rows.at, rows.n, rows.n};
	struct checks checks = {0};

	tolls_check(&all, 10, &checks, &arena);
	rows_expect(&check_table, checks.at, checks.n, "kind,as_of,place_name,tracks,holds,expected,found,why", want);
	arena_free(&arena);
}

Test(tolls, provinces_are_added_up_against_their_country_on_its_day)
{
	expect_sums(SOUTH TOTAL NORTH,
		    "sum_of_places,2020-03-05,Land,t0|t1|t2,true,100,100,North 60 + South 40 = 100, of people killed, "
		    "Land (100)\n");
	expect_sums(NORTH LAND("t0", "2020-03-01", "2020-03-06", "130", "false,d1|d9") SOUTH,
		    "sum_of_places,2020-03-06,Land,t0|t1|t2,false,130,150,North 60 + South 90 = 150, of people killed, "
		    "Land (130)\n");
	expect_sums(NORTH LAND("t0", "2020-03-01", "2020-03-06", "130", "true,d1|d9") SOUTH,
		    "sum_of_places,2020-03-06,Land,t0|t1|t2,true,130,150,North 60 + South 90 = 150, of people killed, "
		    "Land (130)\n");
}

static const char *const no_sums[] = {
	/* one province alone says nothing */
	TOTAL NORTH,
	/* no article states both */
	TOTAL NORTH PROVINCE("t2", "South", "2020-03-02", "2020-03-06", "2020-03-02,40,40,40,false,d5"),
	/* another episode */
	TOTAL NORTH PROVINCE("t2", "South", "2020-03-06", "2020-03-08", "2020-03-06,40,40,40,false,d1"),
	/* another measure, another country */
	TOTAL NORTH "t2,injured,people,admin1:XX.South,South,XX,admin1:XX.South,South,2020-03-02,2020-03-06,2020-03-02,"
		    "40,40,40,false,d1\n",
	TOTAL NORTH "t2,killed,people,admin1:YY.South,South,YY,admin1:YY.South,South,2020-03-02,2020-03-06,2020-03-02,"
		    "40,40,40,false,d1\n",
	/* known only after the total */
	LAND("t0", "2020-03-01", "2020-03-01", "100", "false,d1|d9")
		PROVINCE("t2", "South", "2020-03-01", "2020-03-06", "2020-03-02,40,40,40,false,d1") NORTH,
	/* provinces without a total */
	NORTH SOUTH,
};

Test(tolls, what_is_not_of_one_toll_is_not_added_up)
{
	for (size_t i = 0; i < sizeof no_sums / sizeof *no_sums; i++)
		expect_sums(no_sums[i], "");
}

Test(tolls, of_a_provinces_episodes_the_last_counts)
{
	expect_sums(LAND("t0", "2020-02-01", "2020-03-05", "100", "false,d1|d9") NORTH SOUTH PROVINCE(
			    "t3", "North", "2020-02-01", "2020-02-03", "2020-02-01,7,7,7,false,d1"),
		    "sum_of_places,2020-03-05,Land,t0|t1|t2,true,100,100,North 60 + South 40 = 100, of people killed, "
		    "Land (100)\n");
}

Test(tolls, totals_of_countries_and_provinces_alone_are_handed_on)
{
	struct arena arena = {0};
	struct reconciled r = stated_reconciled(
		"a 2020-03-06 2020-03-06 army exact 40 40 40 place_parent_id=admin1:XX.North\n"
		"b 2020-03-07 2020-03-07 army at_least 50 50 - place_parent_id=admin1:XX.North\n"
		"c 2020-03-06 2020-03-06 army exact 90 90 90 place_parent_id=country:XX\n"
		"d 2020-03-06 2020-03-06 army exact 9 9 9 place_parent_id=country:XX aspect=flow\n"
		"e 2020-03-06 2020-03-06 army exact 8 8 8 place_parent_id=country:XX aspect=stock measure=missing\n"
		"f 2020-03-06 2020-03-06 army exact 8 8 8 place_parent_id=country:XX period=2011/..\n"
		"g 2020-03-06 2020-03-06 army exact 9 9 9",
		NULL, &arena);

	rows_expect(&toll_table, r.tolls.at, r.tolls.n,
		    "place_parent_id,episode_from,episode_to,days,numbers,best,high,open_high,documents",
		    "admin1:XX.North,2020-03-06,2020-03-07,2020-03-06|2020-03-07,40|50,50,50,true,d-a|d-b\n"
		    "country:XX,2020-03-06,2020-03-06,2020-03-06,90,90,90,false,d-c\n");
	arena_free(&arena);
}
