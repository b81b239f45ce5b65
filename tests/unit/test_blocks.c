/* Articles, written for these tests, with all that stands around a story: title, dateline, caption, credit, teasers. */
#include "blocks_of_test.h"

TestSuite(blocks, .init = begin, .fini = end);

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
		{"Doda (Jammu and Kashmir) [India], July 13 (ANI):", "Doda", "ANI", ""},
		{"New Delhi [India], July 13 (ANI):", "New Delhi", "ANI", ""},
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
		"The Anadolu Agency (AA) said that 40 children had been taken to hospital with burns on Monday.",
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
