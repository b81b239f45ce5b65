/* Articles, written for these tests, in the layouts that news comes in: wrapped lines, lists, live pages, one line. */
/* link: ingest */
#include "blocks_of_test.h"

TestSuite(blocks_layout, .init = begin, .fini = end);

Test(blocks_layout, leaves_sub_headings_and_short_paragraphs_in_the_story)
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

Test(blocks_layout, leaves_a_news_in_brief_page_alone)
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

Test(blocks_layout, keeps_the_entries_of_a_live_page)
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

Test(blocks_layout, cuts_the_clocks_that_entries_begin_with)
{
	static const struct piece bare[] = {
		{TITLE, "As it happened: the quake\n\n"},
		{TIMESTAMP, "2245 "},
		{BODY, "Rescuers say 14 people were brought out.\nOne is a child.\n"},
		{TIMESTAMP, "2130 "},
		{BODY, "The mayor says 40 people are missing.\n"},
		{TIMESTAMP, "1912 "},
		{BODY, "The envoy says thousands have no roof.\n"},
		{0},
	};
	static const struct piece marked[] = {
		{TITLE, "Live: floods in the north\n\n"},
		{TIMESTAMP, "10.45am: "},
		{BODY, "Police say three people have died.\n"},
		{TIMESTAMP, "10:12 am GMT - "},
		{BODY, "The mayor says 40 people are missing.\n"},
		{TIMESTAMP, "[09:05] "},
		{BODY, "A dam has broken.\n"},
		{0},
	};

	expect("", bare);
	expect("", marked);
}

Test(blocks_layout, cuts_no_years_and_no_counts_as_clocks)
{
	static const struct piece years[] = {
		{TITLE, "A short history of the bridge\n\n"},
		{BODY, "1912 The bridge is built.\n1945 The bridge is bombed.\n2003 The bridge is closed.\n"},
		{0},
	};
	static const struct piece counts[] = {
		{TITLE, "The flood in numbers\n\n"},
		{BODY, "2300 homes were flooded.\n2145 people were moved.\n0900 is the number to call.\n"},
		{0},
	};
	static const struct piece two[] = {
		{TITLE, "What happened when\n\n"},
		{BODY, "10:45 The first shock is felt.\n10:52 The second shock is felt.\n"},
		{0},
	};

	expect("", years);
	expect("", counts);
	expect("", two);
}

Test(blocks_layout, reads_a_wire_in_capitals_that_is_wrapped)
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

Test(blocks_layout, reads_prose_that_is_wrapped_at_a_width)
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

Test(blocks_layout, reads_a_text_without_any_line_end)
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

Test(blocks_layout, keeps_lists_and_tables_of_figures)
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

Test(blocks_layout, never_leaves_a_text_without_a_story)
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

Test(blocks_layout, keeps_carriage_returns_and_odd_spaces_out_of_blocks)
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
Test(blocks_layout, stays_in_order_and_in_time_on_any_text, .timeout = 60)
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
