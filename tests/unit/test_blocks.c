/* Whole articles, written for these tests in the layouts that news comes in: each is a
 * row of pieces, and what each piece is. */
#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>

#include "blocks.h"
#include "data_of_test.h"

static const struct signs *signs;
static struct arena arena;

static void begin(void)
{
	struct err err;
	const struct lexicon *lex = lexicon_open(data_of_test("lexicon.bin"), &err);

	cr_assert(lex, "%s: %s", err.field, err.message);
	signs = signs_load(lex, &arena);
}

static void end(void)
{
	arena_free(&arena);
}

TestSuite(blocks, .init = begin, .fini = end);

enum { PIECES = 24 };

struct piece {
	int kind; /* BLOCK_NONE ends the list */
	const char *text;
};

static struct blocks_found find(struct str text, const char *title)
{
	struct blocks_found found;

	blocks_find(text, str_of(title), signs, &arena, &found);
	return found;
}

static void tell(struct str text, const struct blocks *blocks)
{
	for (size_t i = 0; i < blocks->n; i++)
		printf("%s: '%.*s'\n", block_kinds[blocks->at[i].kind],
		       STR_ARG(str_slice(text, blocks->at[i].start, blocks->at[i].end)));
}

/* The text is the pieces one after the other; blocks are the pieces without white space. */
static struct blocks_found expect(const char *title, const struct piece *pieces)
{
	struct buf text = {.arena = &arena};
	size_t n = 0;

	for (const struct piece *p = pieces; p->kind; p++)
		buf_add(&text, str_of(p->text));
	struct blocks_found found = find(buf_str(&text), title);

	for (; pieces[n].kind; n++) {
		if (n == found.blocks.n)
			break;
		struct block b = found.blocks.at[n];
		struct str got = str_slice(buf_str(&text), b.start, b.end), want = space_trim(str_of(pieces[n].text));

		cr_expect_eq(b.kind, pieces[n].kind, "%s instead of %s: '%.*s'", block_kinds[b.kind],
			     block_kinds[pieces[n].kind], STR_ARG(got));
		cr_expect(str_eq(got, want), "'%.*s' instead of '%.*s'", STR_ARG(got), STR_ARG(want));
	}
	cr_expect_eq(n, found.blocks.n, "%zu blocks instead of more or fewer", found.blocks.n);
	cr_expect(!pieces[n].kind, "'%s' is missing", pieces[n].text);
	if (n != found.blocks.n || pieces[n].kind)
		tell(buf_str(&text), &found.blocks);
	return found;
}

static void expect_str(struct str got, const char *want)
{
	cr_expect(str_eq(got, str_of(want)), "'%.*s' instead of '%s'", STR_ARG(got), want);
}

static void expect_date(struct moment got, const char *want)
{
	expect_str(moment_format(&arena, got), want);
}

#define TITLE	    BLOCK_TITLE
#define DATELINE    BLOCK_DATELINE
#define BODY	    BLOCK_BODY
#define QUOTE	    BLOCK_QUOTE
#define CAPTION	    BLOCK_CAPTION
#define TIMESTAMP   BLOCK_TIMESTAMP
#define TEASER	    BLOCK_TEASER
#define BOILERPLATE BLOCK_BOILERPLATE

Test(blocks, reads_a_wire_with_title_byline_and_copyright)
{
	static const struct piece article[] = {
		{TITLE, "Ferry sinks off island, 12 missing\n\n"},
		{BOILERPLATE, "By JANE DOE and John Roe\n"},
		{TIMESTAMP, "Published: March 3, 2019 10:30 a.m. GMT\n\n"},
		{DATELINE, "PORTHAVEN, Costaguana (AP) — "},
		{BODY, "A ferry with 80 people on board sank on Sunday, the coast guard said.\n\n"
		       "Rescuers pulled 68 people out of the water before night fell.\n\n"},
		{QUOTE, "\"The sea was calm. Nobody understands what happened.\"\n\n"},
		{BODY, "The search will go on on Monday, the coast guard said in a statement.\n\n"},
		{BOILERPLATE, "Copyright 2019 The Associated Press. All rights reserved.\n"},
		{0},
	};
	struct blocks_found found = expect("", article);

	expect_str(found.title, "Ferry sinks off island, 12 missing");
	expect_str(found.byline, "JANE DOE and John Roe");
	expect_str(found.dateline_place, "PORTHAVEN");
	expect_str(found.agency, "AP");
	expect_date(found.stamp, "2019-03-03T10:30Z");
}

Test(blocks, knows_datelines_in_their_forms)
{
	static const struct {
		const char *line, *place, *agency, *date;
	} lines[] = {
		{"BEIRUT (AP) —", "BEIRUT", "AP", ""},
		{"BEIRUT (AP) -", "BEIRUT", "AP", ""},
		{"ISTANBUL:", "ISTANBUL", "", ""},
		{"LONDON, March 3 (Reuters) -", "LONDON", "Reuters", ""},
		{"LONDON, March 3, 2019 (Reuters) -", "LONDON", "Reuters", "2019-03-03"},
		{"SAN SALVADOR, 3 JAN 90 -- [TEXT]", "SAN SALVADOR", "", "1990-01-03"},
		{"KABUL, Afghanistan --", "KABUL", "", ""},
		{"Damascus, 3 March 2019 (dpa) -", "Damascus", "dpa", "2019-03-03"},
		{"Geneva (AFP) –", "Geneva", "AFP", ""},
		{"AL-RAQQA (SANA) -", "AL-RAQQA", "SANA", ""},
		{"N'DJAMENA, Dec 5 (Xinhua) --", "N'DJAMENA", "Xinhua", ""},
		{"SÃO PAULO, Brazil (Reuters) —", "SÃO PAULO", "Reuters", ""},
		{"WASHINGTON/MOSCOW (AFP/Reuters) -", "WASHINGTON/MOSCOW", "AFP", ""},
		{"NEW DELHI, Dec 16 (PTI)", "NEW DELHI", "PTI", ""},
		{"MIAMI (WXYZ) -", "MIAMI", "", ""},
		{"GAZA CITY, Gaza Strip —", "GAZA CITY", "", ""},
	};

	for (size_t i = 0; i < sizeof lines / sizeof *lines; i++) {
		struct piece article[] = {
			{DATELINE, str_printf(&arena, "%s ", lines[i].line).at},
			{BODY,
			 "The river rose by two metres in the night and cut off three villages, officials said.\n"},
			{0},
		};
		struct blocks_found found = expect("", article);

		expect_str(found.dateline_place, lines[i].place);
		expect_str(found.agency, lines[i].agency);
		expect_date(found.stamp, lines[i].date);
	}
}

Test(blocks, leaves_what_only_looks_like_a_dateline)
{
	static const char *const texts[] = {
		"BREAKING: Three people were hurt when a bridge gave way in the old town, police said.",
		"DEATHS: 40 people have died since the rains began, the ministry said on Monday.",
		"The city (population 40,000) - once a port - lies in ruins after the storm of Monday.",
		"Aleppo — once the largest city of the country — has lost half of its people since then.",
		"On Monday - the third day of rain - the river rose by another metre, officials said.",
		"UNICEF said on Monday that 40 children had been taken to hospital with burns.",
		"I - like everyone in the village - had heard the noise before the wall of mud came down.",
	};

	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
		struct blocks_found found = find(str_of(texts[i]), "");

		cr_expect_eq(found.blocks.n, 1, "%s", texts[i]);
		cr_expect_eq(found.blocks.at[0].kind, BODY, "%s", texts[i]);
	}
}

Test(blocks, puts_apart_a_caption_in_front_of_the_dateline)
{
	static const struct piece article[] = {
		{TITLE, "Miners rescued after nine days\n\n"},
		{CAPTION,
		 "Relatives wait outside the mine near Copper Hill, Tuesday, Jan. 6, 2015. Forty men were trapped "
		 "when the shaft filled with water and\n\n"},
		{DATELINE, "COPPER HILL (Reuters) - "},
		{BODY,
		 "Rescuers brought 31 miners to the surface on Thursday, nine days after their shaft was flooded.\n\n"
		 "Nine men are still missing, the company said.\n"},
		{0},
	};

	expect_date(expect("", article).stamp, "");
}

Test(blocks, leaves_a_story_that_begins_before_a_later_dateline)
{
	static const struct piece article[] = {
		{BODY, "Fighting went on in three provinces on Friday, a day after the truce had been signed.\n"
		       "At least 14 people were killed, doctors in the capital said.\n"
		       "HAWKS - as the hardliners are called - had rejected the truce before it was signed.\n"},
		{0},
	};

	expect("", article);
}

Test(blocks, cuts_teasers_behind_a_credit_and_a_date)
{
	static const struct piece article[] = {
		{BODY, "Soldiers took the airport of the northern capital on Friday after a week of shelling, "
		       "residents said.\n"
		       "The army said that 40 rebels had been killed and that the runway was mined.\n"
		       "Aid groups called for a corridor so that 12,000 people could leave the town.\n"},
		{BOILERPLATE, "Reuters\n"},
		{TIMESTAMP, "Sat Feb 14 2015\n"},
		{CAPTION,
		 "Soldiers took the airport of the northern capital on Friday after a week of shelling, residents "
		 "said. -File photo\n"},
		{TEASER, "Bank lifts key rate to 4.5 per cent\n"
			 "The central bank raised borrowing costs for the third time this year.\n"
			 "Chess: teenager wins title at first attempt\n"
			 "A 17-year-old beat the champion in the last game of their match.\n"
			 "Airline orders 200 jets in record deal\n"
			 "The order is worth $30 billion at list prices.\n"},
		{0},
	};
	struct blocks_found found = expect("", article);

	expect_str(found.agency, "Reuters");
	expect_date(found.stamp, "2015-02-14");
}

Test(blocks, cuts_teasers_that_nothing_announces_when_they_come_in_pairs)
{
	static const struct piece article[] = {
		{BODY,
		 "Cholera has killed 61 people in the camps along the border, the health ministry said on Friday.\n"
		 "The ministry counted 2,300 infections since the rainy season began in June.\n"
		 "Doctors said that wells in the camps were polluted and that tablets to clean water had run out.\n"
		 "A vaccination campaign for 40,000 people in the camps is to begin next week, the ministry said.\n"
		 "Neighbouring countries have closed the border to refugees from the camps.\n"},
		{TEASER, "Striker to leave champions in summer\n"
			 "The striker, 31, will return to his first club when his contract ends.\n"
			 "Phone maker cuts 3,000 jobs\n"
			 "Sales of handsets fell for a sixth quarter in a row.\n"
			 "Singer cancels tour over illness\n"
			 "Tickets for 14 concerts will be refunded.\n"
			 "Museum finds painting in attic\n"
			 "Experts believe the portrait was made around 1640.\n"},
		{0},
	};

	expect("", article);
}

Test(blocks, leaves_sub_headings_and_short_paragraphs_in_the_story)
{
	static const struct piece article[] = {
		{BODY, "The earthquake destroyed 400 houses in the valley on Monday, the governor said.\n"
		       "Villages cut off\n"
		       "Roads to three villages in the valley are blocked by rocks.\n"
		       "Schools as shelters\n"
		       "The governor opened schools in the valley as shelters for 900 people.\n"
		       "Aftershocks go on\n"
		       "Two aftershocks shook houses in the valley on Tuesday.\n"
		       "Help from abroad\n"
		       "Planes with tents for the villages landed on Tuesday, the governor said.\n"},
		{0},
	};

	expect("", article);
}

Test(blocks, leaves_a_news_in_brief_page_alone)
{
	static const struct piece article[] = {
		{TITLE, "Bus plunges into ravine\n"},
		{BODY, "Eleven people died when a bus left the road in the mountains.\n"
		       "Tunnel fire put out\n"
		       "Firefighters freed 30 drivers from a tunnel after a lorry caught fire.\n"
		       "Storm nears coast\n"
		       "Some 20,000 people were told to leave their homes.\n"
		       "Cease-fire signed\n"
		       "Both sides agreed to hand over 120 prisoners.\n"
		       "Mine collapse\n"
		       "Six miners were trapped when a shaft collapsed.\n"},
		{0},
	};

	expect("", article);
}

Test(blocks, keeps_the_entries_of_a_live_page)
{
	static const struct piece article[] = {
		{TITLE, "Quake in the valley: live updates\n\n"},
		{TIMESTAMP, "14:05 GMT\n"},
		{BODY, "Death toll rises to 40\n"
		       "The governor says 40 people have died in the valley and 300 are hurt.\n\n"},
		{TIMESTAMP, "11:30 GMT\n"},
		{BODY, "Army sends helicopters\n"
		       "The army says six helicopters are on their way to the valley.\n\n"},
		{TIMESTAMP, "10:45 GMT\n"},
		{BODY, "Quake shakes valley\n"
		       "A strong quake has shaken the valley. The governor speaks of 12 dead.\n"},
		{0},
	};

	expect_date(expect("", article).stamp, "");
}

Test(blocks, reads_a_wire_in_capitals_that_is_wrapped)
{
	static const struct piece article[] = {
		{DATELINE, "SANTA ROSA, 4 MAY 88 -- "},
		{BODY, "TWELVE GUERRILLAS AND THREE SOLDIERS WERE KILLED\n"
		       "IN A CLASH NEAR THE TOWN OF SANTA ROSA, THE ARMY PRESS OFFICE REPORTED\n"
		       "TODAY.  THE CLASH BEGAN WHEN A COLUMN OF GUERRILLAS TRIED TO TAKE THE\n"
		       "BRIDGE OVER THE RIVER, WHICH THE ARMY HAS HELD SINCE FEBRUARY.\n\n"
		       "THE PRESS OFFICE ADDED THAT WEAPONS AND A RADIO WERE CONFISCATED.\n"},
		{0},
	};

	expect_date(expect("", article).stamp, "1988-05-04");
}

Test(blocks, reads_prose_that_is_wrapped_at_a_width)
{
	static const struct piece article[] = {
		{TITLE, "Train derails in fog\n\n"},
		{BODY, "A passenger train left the rails in dense fog on Friday morning and hit\n"
		       "a goods train that stood on the next track, the railways said. Nine\n"
		       "people were killed.\n\n"
		       "The line between the capital and the coast will stay closed until\n"
		       "Sunday, a spokeswoman said.\n\n"},
		{QUOTE, "\"I heard a bang and then it was dark. We climbed out of the windows and\n"
			"walked along the track.\"\n\n"},
		{BODY, "Experts will examine the signals, which were renewed last year.\n"},
		{0},
	};

	expect("", article);
}

Test(blocks, reads_a_text_without_any_line_end)
{
	static const struct piece article[] = {
		{BOILERPLATE, "By Jane Doe, Health Editor "},
		{TIMESTAMP, "GENEVA | Mon Mar 2, 2009 4:23 pm EST "},
		{DATELINE, "GENEVA (Reuters) - "},
		{BODY,
		 "The virus has reached nine countries, health officials said on Monday. They counted 310 cases. "},
		{BOILERPLATE,
		 "(Reporting by Jane Doe; Editing by John Roe) News tools for professionals Our next platform"},
		{0},
	};

	expect_date(expect("", article).stamp, "2009-03-02T16:23-05:00");
}

Test(blocks, keeps_lists_and_tables_of_figures)
{
	static const struct piece article[] = {
		{TITLE, "Flood toll by province\n"},
		{BODY, "The flood has killed 31 people in four provinces, the ministry said on Sunday:\n"
		       "- North: 12 dead, 40 missing\n"
		       "- East: 9 dead\n"
		       "- South: 6 dead, 3 missing\n"
		       "- West: 4 dead\n"
		       "Province\tDead\tMissing\n"
		       "North\t12\t40\n"
		       "East\t9\t0\n"},
		{0},
	};

	expect("", article);
}

Test(blocks, tells_pointers_and_page_furniture_inside_the_story)
{
	static const struct piece article[] = {
		{BODY, "Police arrested 14 people after the riot in the harbour district, the mayor said on Monday.\n"},
		{TEASER, "READ MORE: How the harbour became a stronghold of smugglers\n"},
		{BODY, "Shops stayed closed for a second day and trams did not run.\n"},
		{BOILERPLATE, "Advertisement\nSign up for our morning newsletter\n"},
		{BODY, "The mayor said that 200 officers had been sent from other towns.\n"},
		{BOILERPLATE, "Share this article\nRelated stories\n"},
		{TEASER, "Ten years of riots in pictures\nWho owns the harbour?\n"},
		{0},
	};

	expect("", article);
}

Test(blocks, goes_on_with_the_story_behind_a_related_list)
{
	static const struct piece article[] = {
		{BODY,
		 "Rebels shelled the port for a third day on Monday, killing six dockers, the harbour master said.\n"
		 "The harbour master said that the port would stay closed and that 30 ships were waiting outside.\n"
		 "Insurers have raised their rates for ships that call at the port since the shelling began.\n"},
		{BOILERPLATE, "Related\n"},
		{TEASER, "Timeline of the war\nMap: who holds what\n"},
		{BODY, "The shelling of the port began on Saturday when rebels took a hill above the harbour, "
		       "residents said.\n"
		       "Dockers said that the harbour master had sent them home when the shelling of ships began.\n"},
		{0},
	};

	expect("", article);
}

Test(blocks, takes_the_credit_off_the_end_of_the_last_paragraph)
{
	static const struct {
		const char *body, *credit, *agency;
	} ends[] = {
		{"The talks go on on Monday, he said. ", "- AFP", "AFP"},
		{"The talks go on on Monday, he said.", "—Reuters", "Reuters"},
		{"The talks go on on Monday, he said. ", "(AP)", "AP"},
		{"The talks go on on Monday, he said. ", "(Additional reporting by Jane Doe)", ""},
		{"The talks go on on Monday, he said. ", "- The Associated Press", "AP"},
	};

	for (size_t i = 0; i < sizeof ends / sizeof *ends; i++) {
		const struct piece article[] = {{BODY, ends[i].body}, {BOILERPLATE, ends[i].credit}, {0}};

		expect_str(expect("", article).agency, ends[i].agency);
	}
	static const struct piece plain[] = {{BODY, "The governor told a reporter of the agency AFP"}, {0}};

	expect("", plain);
}

Test(blocks, believes_a_title_that_the_text_repeats)
{
	static const struct piece article[] = {
		{TITLE, "Storm  kills nine.\n"},
		{BODY, "Nine people died on Monday when a storm crossed the island.\n"},
		{0},
	};

	expect("Storm kills nine.", article);

	static const struct piece lead[] = {
		{BODY, "Nine people died on Monday when a storm crossed the island of Sark, the police said.\n"
		       "The storm is moving north.\n"},
		{0},
	};

	expect("Nine people died on Monday when a storm crossed the island of Sark, the police said.", lead);
}

Test(blocks, never_leaves_a_text_without_a_story)
{
	static const struct {
		const char *text, *title;
	} alone[] = {
		{"Nine dead in storm", "Nine dead in storm"},
		{"Nine dead in storm", ""},
		{"Rescuers search the rubble. (AP Photo/Jane Doe)", ""},
		{"Read more: nine dead in storm", ""},
		{"By Jane Doe", ""},
		{"Copyright 2019", ""},
		{"Fri Dec 16 2016", ""},
	};

	for (size_t i = 0; i < sizeof alone / sizeof *alone; i++) {
		struct blocks_found found = find(str_of(alone[i].text), alone[i].title);

		cr_expect_eq(found.blocks.n, 1, "%s", alone[i].text);
		cr_expect_eq(found.blocks.at[0].kind, BODY, "%s", alone[i].text);
	}
}

Test(blocks, takes_the_date_of_publication_before_that_of_a_change)
{
	static const struct piece article[] = {
		{TITLE, "Dam gives way\n"},
		{TIMESTAMP, "Updated: 5 March 2019 08:00\n"},
		{TIMESTAMP, "Published: 4 March 2019\n"},
		{BODY, "A dam gave way on Monday after days of rain. Two villages are under water.\n"},
		{0},
	};

	expect_date(expect("", article).stamp, "2019-03-04");
}

Test(blocks, keeps_carriage_returns_and_odd_spaces_out_of_blocks)
{
	static const struct piece article[] = {
		{TITLE, "\xEF\xBB\xBF"
			"Dam gives way\r\n\r\n"},
		{BODY, "\xC2\xA0 A dam gave way on Monday after days of rain.\r\n\r\nTwo villages are under "
		       "water.\r\n\xC2\xA0\r\n"},
		{0},
	};

	expect("", article);
}

/* No text may make the work grow faster than its length, or the blocks overlap. */
Test(blocks, stays_in_order_and_in_time_on_any_text, .timeout = 60)
{
	static const char *const seeds[] = {"(",
					    "(AP) ",
					    "BEIRUT (AP) - ",
					    "\n",
					    "a\n",
					    "AFP\n",
					    "Related\n",
					    "\"",
					    "\xE2\x80\x9C",
					    "By A\n",
					    "Dec 5 2016\n",
					    "Headline here now\nA blurb stands here.\n",
					    "- AFP. ",
					    " ",
					    "A B C D (",
					    "Reporting by ",
					    "He said so. - AFP\n",
					    "AB, C, D, ",
					    "Photo by x, Dec. 5, 2016\n",
					    "Read more: x\n",
					    "\xC2\xA9 ",
					    "1:2 ",
					    "| "};

	for (size_t i = 0; i < sizeof seeds / sizeof *seeds; i++) {
		struct buf text = {.arena = &arena};
		uint32_t after = 0;

		buf_add(&text, STR("x "));
		while (text.n < 1000000)
			buf_add(&text, str_of(seeds[i]));
		struct blocks_found found = find(buf_str(&text), "");

		for (size_t k = 0; k < found.blocks.n; k++) {
			struct block b = found.blocks.at[k];

			cr_assert(b.start >= after && b.end > b.start && b.end <= text.n, "in '%s'", seeds[i]);
			after = b.end;
		}
	}
}
