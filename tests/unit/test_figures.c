#include "figures_of_test.h"

TestSuite(figures, .init = begin, .fini = end);

/* "9500 -; 4500 part 0": value and the whole of each figure, with its measure. */
static const char *parts_in(const char *text)
{
	struct reading *r = reading_of(str_of(text));
	struct figures f = figures_of(r);
	struct buf out = {.arena = &arena};

	for (size_t i = 0; i < f.n; i++)
		buf_printf(&out, "%s%.*s %.*s %d", i ? "; " : "", STR_ARG(decimal_format(&arena, f.at[i].number.value)),
			   STR_ARG(f.at[i].measure), f.at[i].part_of);
	buf_add_char(&out, '\0');
	return out.at;
}

Test(figures, link_parts_to_their_whole)
{
	static const struct text_case cases[] = {
		{"Over 9,500 people, including more than 4,500 rebels and 337 wounded, have been taken out.",
		 "9500 evacuated -1; 4500 evacuated 0; 337 evacuated 0"},
		{"41 people, among them 9 children, were killed.", "41 killed -1; 9 killed 0"},
		{"200 detainees, of whom 22 had returned, wrote a letter.", "200  -1; 22 returned 0"},
		{"Ten of the 40 hostages were freed.", "10 released 1; 40  -1"},
		{"Six priests (five of them Spaniards) were murdered.", "6 killed -1; 5 killed 0"},
		{"About 300 households (1,100 people) were evacuated.", "300 evacuated -1; 1100 evacuated -1"},
	};
	EXPECT_ALL(cases, parts_in);
}

/* "12 former": each figure that has a measure. */
static const char *formers_in(const char *text)
{
	struct reading *r = reading_of(str_of(text));
	struct figures f = figures_of(r);
	struct buf out = {.arena = &arena};

	for (size_t i = 0; i < f.n; i++)
		if (f.at[i].measure.n)
			buf_printf(&out, "%s%.*s%s", out.n ? "; " : "",
				   STR_ARG(decimal_format(&arena, f.at[i].number.value)),
				   f.at[i].rules & RULE_BIT(OLD_VALUE) ? " former" : "");
	buf_add_char(&out, '\0');
	return out.at;
}

Test(figures, told_as_said_before)
{
	static const struct text_case cases[] = {
		{"The mayor had earlier said 12 people were killed.", "12 former"},
		{"It was initially reported that 36 passengers had been rescued.", "36 former"},
		{"The harbour office originally put the number of dead at 14.", "14 former"},
		{"An earlier toll put the number of dead at 30.", "30 former"},
		{"Earlier official estimates had put the death toll at 25.", "25 former"},
		{"In initial reports, police said that two people had been killed.", "2 former"},
		{"Initial reports said that two people had been killed.", "2"},
		{"An earlier attack killed 12 people.", "12"},
		{"Earlier, police said 14 people were injured.", "14"},
		{"Police initially arrested 14 people.", "14"},
		{"The initial blast killed three people.", "3"},
	};
	EXPECT_ALL(cases, formers_in);
}

/* "3 some": each figure that has a measure. */
static const char *somes_in(const char *text)
{
	struct reading *r = reading_of(str_of(text));
	struct figures f = figures_of(r);
	struct buf out = {.arena = &arena};

	for (size_t i = 0; i < f.n; i++)
		if (f.at[i].measure.n)
			buf_printf(&out, "%s%.*s%s", out.n ? "; " : "",
				   STR_ARG(decimal_format(&arena, f.at[i].number.value)),
				   f.at[i].rules & (RULE_BIT(SEVERITY) | RULE_BIT(OWN)) ? " some" : "");
	buf_add_char(&out, '\0');
	return out.at;
}

Test(figures, tell_how_badly_some_are_hurt)
{
	static const struct text_case cases[] = {
		{"Three of the victims are in critical condition.", "3 some"},
		{"Twelve people were slightly injured.", "12 some"},
		{"Four others suffered non-life-threatening injuries.", "4 some"},
		{"The three others suffered wounds that were not life-threatening.", "3 some"},
		{"Five people were injured, two of them critically.", "5; 2"},
		{"Five people were injured in a serious crash.", "5"},
		{"Five people were killed by a severe storm.", "5"},
		{"None of the victims suffered life-threatening wounds.", ""},
		{"Nobody was hurt.", "0"},
	};
	EXPECT_ALL(cases, somes_in);
}

Test(figures, tell_those_of_one_family_or_crew)
{
	static const struct text_case cases[] = {
		{"Rescuers look for 20 members of the clinic's team who are missing.", "20 some"},
		{"Twelve members of one family were killed.", "12 some"},
		{"Nearly 150 people from its peacekeeping mission are missing.", "150 some"},
		{"Nearly 150 people from its villages are missing.", "150"},
		{"The bank says 36 of its clerks were killed.", "36 some"},
		{"Our neighbour and six of his children are missing.", "7 some; 1; 6 some"},
		{"The army said 11 of its soldiers were killed.", "11"},
		{"The rebels said 20 of their fighters were killed.", "20"},
		{"Twelve members of the security forces were killed.", "12"},
		{"Fifty people of the town were killed.", "50"},
	};
	EXPECT_ALL(cases, somes_in);
}

Test(figures, link_across_sentences)
{
	static const struct text_case cases[] = {
		{"Around 50,000 people were still trapped. There are 50,000 people, including 40,000 civilians. "
		 "The rest are fighters, numbering between 1,500 and 5,000.",
		 "50000 remaining -1; 50000 remaining -1; 40000 remaining 1; 1500 remaining 1"},
		{"Some 9,000 people were evacuated. State radio gave a figure of around 8,000.",
		 "9000 evacuated -1; 8000 evacuated -1"},
		{"Forty people were killed, police said. The army put the figure at 25.", "40 killed -1; 25 killed -1"},
	};
	EXPECT_ALL(cases, parts_in);
}

Test(figures, fill_a_mention_with_their_words)
{
	struct reading *r = reading_of(STR("Over 9,500 tired people have been taken out."));
	struct figures f = figures_of(r);
	struct mention m = {0};

	cr_assert_eq(f.n, 1);
	figure_fill(r, &f.at[0], &m);
	cr_expect(str_eq(m.surface, STR("Over 9,500 tired people")));
	cr_expect(str_eq(m.number, STR("9,500")));
	cr_expect(str_eq(m.qualifier_surface, STR("Over")));
	cr_expect(str_eq(m.noun, STR("people")));
	cr_expect(str_eq(m.noun_phrase, STR("tired people")));
	cr_expect(str_eq(m.trigger, STR("taken out")));
	cr_expect_eq(m.start, 0);
	cr_expect_eq(m.end, 23);
	cr_expect(m.rules.n >= 3);
}

Test(figures, read_nothing_in_nothing)
{
	static const char *const texts[] = {"", " ", "\n\n", ".", "No.", "of of of", "- - -", "((((", "$ % #"};

	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
		cr_expect_eq(figures_of(reading_of(str_of(texts[i]))).n, 0, "'%s'", texts[i]);
}

Test(figures, take_time_in_proportion_to_the_text)
{
	struct buf text = {.arena = &arena};

	for (int i = 0; i < 20000; i++)
		buf_add(&text, STR("killed 3, 4, 5 (6, 7 and of 8 "));
	cr_expect(figures_of(reading_of(buf_str(&text))).n > 0);
}
