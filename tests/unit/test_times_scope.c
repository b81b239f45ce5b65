/* What a time within a clause of its own dates, and what it leaves to others: whole sentences, read on Friday
 * 2013-03-22, with the days of their figures and events. */
#include "extract.h"
#include "figures_of_test.h"

static void begin_all(void)
{
	struct err err;

	begin();
	know.places = gazetteer_open(data_of_test("gazetteer.bin"), &err);
	cr_assert(know.places, "%s: %s", err.field, err.message);
}

TestSuite(times_scope, .init = begin_all, .fini = end);

static void add_day(struct buf *out, struct str what, struct str time, struct moment published)
{
	struct timex_value v = {0};
	struct err err;

	if (time.n)
		cr_assert(timex_resolve_text(time, published, &v, &err), "%s: %s", err.field, err.message);
	struct str day = interval_format(&arena, &v.edtf);

	buf_printf(out, "%s%.*s %.*s", out->n ? "; " : "", STR_ARG(what), STR_ARG(day.n ? day : STR("-")));
}

/* "killed 2013-03-17; attack -": each measured figure and each event that is no statement. */
static struct str days_on(const char *day, const char *text)
{
	struct document *doc = ARENA_NEW(&arena, struct document);
	struct buf out = {.arena = &arena};
	struct moment published = {0};

	doc->text = str_of(text);
	doc->published = str_of(day);
	struct block body = {0, (uint32_t)doc->text.n, BLOCK_BODY};

	LIST_ADD(&arena, &doc->blocks, body);
	struct extracted found = extract(doc, &know, false, &arena);

	cr_assert(!doc->published.n || moment_parse(doc->published, &published, NULL));
	for (size_t i = 0; i < found.mentions.n; i++) {
		const struct mention *m = &found.mentions.at[i];

		if (m->kind == MENTION_FIGURE && m->measure.n)
			add_day(&out, m->measure, m->time, published);
		else if (m->kind == MENTION_EVENT && !str_eq(m->type, STR("statement")))
			add_day(&out, m->type, m->time, published);
	}
	return buf_str(&out);
}

static struct str days_in(const char *text)
{
	return days_on("2013-03-22", text);
}

static const struct {
	const char *text, *days;
} cases[] = {
	/* a distance dates the clause behind it, by the day of the clause before or behind */
	{"Mourning began on Wednesday, a day after gunmen killed 12 people.", "killed 2013-03-19; killing 2013-03-19"},
	{"Residents fled on Monday, three days after the attack.", "displacement 2013-03-18; attack 2013-03-15"},
	{"Eight months after a bomb killed 27 people, police detained 7 men on Tuesday.",
	 "killed 2012-07~; detained 2013-03-19; arrest 2013-03-19; killing 2012-07~"},
	{"On Sunday, five days after the quake, rescuers saved two children.",
	 "rescued 2013-03-17; earthquake 2013-03-12"},
	{"The ministry said on Wednesday, a day after gunmen killed 12 people, that it would send help.",
	 "killed 2013-03-19; killing 2013-03-19"},
	{"A bomb killed nine people on Thursday, two days before the attack.", "killed 2013-03-21; attack 2013-03-23"},
	/* by the story's own day, or that of the news */
	{"On Monday rebels shelled Homs. The attack came three days after gunmen killed 35 villagers.",
	 "killed 2013-03-15; shelling 2013-03-18; attack 2013-03-18"},
	{"The decision comes a day after gunmen killed 35 villagers.", "killed 2013-03-21; killing 2013-03-21"},
	/* a time within the clause dates it */
	{"They met four months after the attack on the town in 2003.", "meeting 2003; attack 2003"},
	/* what is only recalled was long ago; not what an anniversary brings, nor what goes on */
	{"On the anniversary of the massacre that killed 900 people, police shot 20 men.",
	 "killed ../2012-12; injured -; massacre ../2012-12"},
	{"It was the deadliest attack since a bomb killed 40 people.", "killed ../2012-12; attack -"},
	{"It was the deadliest attack since the war began, killing 40 people.", "killed -; attack -"},
	{"The anniversary of the revolt brought out 5000 people.", "evacuated -; evacuation -"},
	{"It was the anniversary of the revolt, which has left 8000 people dead.", "killed -"},
	/* what stands first dates the clause behind "after" */
	{"A year after a bomb killed 27 people in 2003, police detained 7 men.",
	 "killed 2003; detained -; arrest -; killing 2003"},
	/* days before nobody knows when; and lengths */
	{"They were released three days after the attack.", "release -; attack -"},
	{"Two men were detained for three days before being released on Monday.",
	 "detained 2013-03-18; arrest 2013-03-18; release 2013-03-18"},
	/* the year of a price dates nothing */
	{"The flood killed 31 people and did $750 million (2011 USD) in damage.", "killed -; flood -"},
	{"The flood killed 31 people and did damage equivalent to $56 million in 2011.", "killed -; flood -"},
	{"The flood killed 31 people and did damage of $56 million in 2011.", "killed 2011; flood 2011"},
	/* a relative clause keeps its time */
	{"Rebels said the attack was revenge for an offensive that started in June.", "attack -"},
	{"The band released 30 hostages whom it had abducted in May.",
	 "released -; abducted 2012-05; release -; abduction 2012-05"},
	{"On Monday the band released 30 hostages whom gunmen seized in separate raids last year.",
	 "released 2013-03-18; abducted 2012; release 2013-03-18; capture 2012; attack 2012"},
	{"A guard kidnapped last week in the south of Homs by gunmen was killed.",
	 "killed -; abduction 2013-03-11/2013-03-17"},
	{"The band released 30 hostages it had abducted in May.", "released -; release -; abduction 2012-05"},
	{"The war, which broke out in April, has killed 900 people.", "killed -; killing -"},
	{"It was the first swap in the past three months.", ""},
	{"A shell killed 12 people who were praying on Monday.", "killed 2013-03-18; killing 2013-03-18"},
	{"The army, which shelled Homs on Monday, said five rebels were killed.", "killed -; shelling 2013-03-18"},
	{"Mourners buried ten men who were killed on Monday during an attack.", "killed 2013-03-18; attack 2013-03-18"},
	{"The outbreak, which began in Guinea in December, has killed 900 people.", "killed -; killing -"},
	{"Rebels said the attack was revenge for the 2011 intervention.", "attack -"},
	{"Twelve people died in the 2004 earthquake.", "killed 2004; earthquake 2004"},
	/* what happened in it has its day */
	{"The bomb that exploded in Homs on Sunday killed two people.", "killed 2013-03-17; explosion 2013-03-17"},
	{"Four people died in clashes that broke out on Friday.", "killed 2013-03-22; clash 2013-03-22"},
	{"Four people died in an attack that occurred on Friday.", "killed 2013-03-22; attack 2013-03-22"},
	{"The war, which began in 1918, killed 100 people.", "killed 1918; killing 1918"},
	/* a participle keeps its time, what another verb says of the same people does not have it */
	{"Five prisoners captured in 2004 were released on Monday.",
	 "released 2013-03-18; capture 2004; release 2013-03-18"},
	{"The army released five prisoners captured near the town in 2004.", "released -; release -; capture 2004"},
	{"Twelve miners trapped on Sunday were rescued on Tuesday.", "rescued 2013-03-19; rescue 2013-03-19"},
	{"Forty hostages seized in Homs on Monday have been freed.", "released -; capture 2013-03-18; release -"},
	{"A woman who was hurt when a gun fired at a party on Monday is still in care.",
	 "injured 2013-03-18; attack 2013-03-18"},
	{"Twelve people killed on Monday were civilians.", "killed 2013-03-18; killing 2013-03-18"},
	{"Nine people were killed on Monday near Homs.", "killed 2013-03-18; killing 2013-03-18"},
	{"Men dressed as soldiers on Monday kidnapped 20 people.", "abducted 2013-03-18; abduction 2013-03-18"},
	/* the time of a verb that tells of something else: it had happened by then */
	{"The death toll from the collapse rose to 12 on Tuesday.", "killed ../2013-03-19; collapse ../2013-03-19"},
	{"The death toll from bomb attacks rose to 12 on Tuesday.", "killed ../2013-03-19; bombing ../2013-03-19"},
	{"A dam collapsed on Friday. Victims of the collapse were buried on Tuesday.",
	 "collapse 2013-03-22; collapse 2013-03-22"},
	{"On Tuesday police arrested two men over the attack.",
	 "detained 2013-03-19; arrest 2013-03-19; attack ../2013-03-19"},
	{"The last of the attacks hit a market on Tuesday.", "attack 2013-03-19"},
	{"Two people were killed in the attack on Tuesday.", "killed 2013-03-19; attack 2013-03-19"},
	{"The group took responsibility for the attack that killed 12 people on Tuesday.",
	 "killed 2013-03-19; attack 2013-03-19"},
	/* a clause within the relative one keeps its time */
	{"Nine miners who were trapped when a shaft collapsed last month were found dead on Monday.",
	 "killed 2013-03-18; remaining 2013-02; collapse 2013-02"},
	{"Nine miners trapped when a shaft collapsed last month were found dead on Monday.",
	 "killed 2013-03-18; collapse 2013-02"},
	{"Twelve people were trapped when a roof collapsed on Monday.", "remaining 2013-03-18; collapse 2013-03-18"},
	{"Some of the 900 people who had been evacuated went home on Sunday.", "evacuated -; evacuation ../2013-03-17"},
	{"Some of the 900 people who were evacuated on Sunday went home.",
	 "evacuated 2013-03-17; evacuation 2013-03-17"},
	/* but not where the verb is its own, whatever else stands between */
	{"A boy committing a robbery was shot by his would-be victim on Monday, police said.",
	 "injured 2013-03-18; attack 2013-03-18"},
	{"The father of a boy who fatally shot himself on Monday was charged on Thursday.",
	 "killed 2013-03-18; attack 2013-03-18"},
	/* the time of a part is not that of the whole */
	{"Some 50 people have died in the valley, including one on Wednesday.", "killed -; killed 2013-03-20"},
	{"Some 50 people have died there, including 12 on Wednesday and three on Thursday.",
	 "killed -; killed 2013-03-20; killed 2013-03-21"},
	{"Some 900 people have been displaced, 700 of them this year.", "displaced -; displaced 2013; displacement -"},
	{"Some 50 people have died there, including three soldiers on Monday.", "killed -; killed 2013-03-18"},
	{"A fire killed 12 people, including three guards on Monday.",
	 "killed 2013-03-18; killed 2013-03-18; fire 2013-03-18"},
	{"A fire killed 12 people, two of them guards, on Monday.",
	 "killed 2013-03-18; killed 2013-03-18; fire 2013-03-18"},
	/* what "that" points back to was when the sentence before tells */
	{"It was the strongest since the March 2011 quake. Nearly 9000 people were killed in that disaster.",
	 "killed 2011-03; earthquake ../2012-12; earthquake -"},
	{"In 2005 gunmen shelled a camp. In that attack 48 people were killed.",
	 "killed 2005; shelling 2005; attack -"},
	{"Police said on Monday they knew the man. Twelve people died in that attack.", "killed -; attack -"},
	{"In 2005 rebels took the town. He said that attack helicopters killed 30 people.", "killed -; killing -"},
	/* what did it is no time by which it was done */
	{"Two people were killed by early Thursday's quake.", "killed 2013-03-21; earthquake 2013-03-21"},
	{"Some 900 people were killed by the 2010 quake.", "killed 2010; earthquake 2010"},
	{"By Thursday 12 people had been killed.", "killed ../2013-03-21; killing ../2013-03-21"},
	{"Some 900 people had returned by Thursday's deadline.", "returned ../2013-03-21"},
	/* what happened is of no day to come */
	{"They met on Tuesday. The vote was delayed until next Thursday. A guard was killed before dawn.",
	 "killed 2013-03-19; meeting 2013-03-19; killing 2013-03-19"},
};

Test(times_scope, keeps_the_time_of_a_clause_within_it)
{
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct str got = days_in(cases[i].text);

		cr_expect(str_eq(got, str_of(cases[i].days)), "%s: '%.*s'", cases[i].text, STR_ARG(got));
	}
}

/* What no publication date tells the year of. */
static const struct {
	const char *text, *days;
} undated[] = {
	{"In August 1983 a storm struck the coast. On August 28 it killed 12 people.",
	 "killed 1983-08-28; storm 1983-08; killing 1983-08-28"},
	{"It was the first storm of the 1956 typhoon season. On June 8 it killed 12 people.",
	 "killed 1956-06-08; storm 1956; killing 1956-06-08"},
	{"On June 8 a bomb killed 12 people. Others died in August 1983.", "killed -; killing -"},
	{"The war went on between 1964 and 1970. On June 8 a bomb killed 12 people.", "killed -; killing -"},
	{"In August 1983 many drowned. On Friday a bomb killed 12 people, and on June 8 another.",
	 "killed -; killing -"},
};

Test(times_scope, goes_on_in_the_year_that_an_undated_text_opens_with)
{
	for (size_t i = 0; i < sizeof undated / sizeof *undated; i++) {
		struct str got = days_on("", undated[i].text);

		cr_expect(str_eq(got, str_of(undated[i].days)), "%s: '%.*s'", undated[i].text, STR_ARG(got));
	}
}

/* One story, told in a few sentences: an event whose own sentence tells no day, or only that of what came later. */
static const struct {
	const char *text, *want;
} stories[] = {
	/* the day of what lasts or follows is not that of what it came after */
	{"A girl was in critical condition on Wednesday after a shooting. She was hit in a park on Monday.",
	 "injured 2013-03-20; attack 2013-03-18"},
	{"A man accused in the stabbing of a clerk appeared in court on Wednesday. The clerk was stabbed on Monday.",
	 "injured 2013-03-18; accusation 2013-03-20; attack 2013-03-18; trial 2013-03-20; attack 2013-03-18"},
	{"A man was jailed on Wednesday after a stabbing.", "attack 2013-03-20"},
	{"A guard was shot on Tuesday after an explosion.",
	 "injured 2013-03-19; attack 2013-03-19; explosion 2013-03-19"},
	{"A boy was shot on Tuesday. A nurse was killed on Saturday when a gunman who was jailed on Monday opened "
	 "fire.",
	 "injured 2013-03-19; killed 2013-03-16; attack 2013-03-19; attack 2013-03-16"},
	/* those who come when it has just happened */
	{"A teenager shot himself in the foot. Deputies were called to the house late on Tuesday.",
	 "injured -; attack 2013-03-19"},
	{"On Tuesday officers responded to a trailer park. They found a woman who had been shot.",
	 "injured -; attack 2013-03-19"},
	{"The council was called to order on Tuesday. A man was shot in the leg.", "injured -; attack -"},
	{"The crash was reported at 11:20 p.m. on Tuesday.", "crash 2013-03-19T23:20"},
	{"Troopers responded about 9:15 a.m. Tuesday to a report of a crash.", "crash 2013-03-19T09:15"},
	{"The minister responded on Tuesday to the report that a raid killed 12 people.", "killed -; attack -"},
	{"On Tuesday, police say, they heard of an explosion.", "explosion 2013-03-19"},
	/* what struck somebody, where no other day is told of it */
	{"A gun went off in a car. A girl was hit about 7 p.m. on Tuesday.", "explosion 2013-03-19T19:00"},
	{"A gun went off in a car on Monday. A girl died on Tuesday.", "killed 2013-03-19; explosion 2013-03-18"},
	/* when a page was put out */
	{"Man shot in the leg in Salem Posted: Tuesday, March 19, 2013 10:20 AM", "injured -; attack -"},
	{"A video that the army posted on Tuesday shows soldiers who shot a man.", "injured -; attack -"},
	/* when a car was built */
	{"The van collided with a 2012 Nissan on Tuesday, killing two people.", "killed 2013-03-19; crash 2013-03-19"},
	{"The van collided with a 2012 white Nissan, killing two people.", "killed -; crash -"},
	{"In 2012 Nissan workers were killed in a fire.", "fire -"},
	/* the day of a clock that leads a story */
	{"A gunman opened fire about 9:10 p.m. Four men were hurt in the park on Tuesday.",
	 "injured 2013-03-19; attack 2013-03-19T21:10"},
	{"A gunman opened fire about 9:10 p.m. The school will open again on Tuesday.", "attack 2013-03-22T21:10"},
	{"A gunman opened fire about 9:10 p.m. Police said on Tuesday that nobody was hurt.",
	 "injured -; attack 2013-03-22T21:10"},
	/* no day to come */
	{"A man faces charges over the stabbing of a clerk on Tuesday.", "attack 2013-03-19"},
	{"Two dealers face a hearing on Tuesday.", ""},
	{"A boy is recovering after what officers are calling an accidental shooting on Tuesday.", "attack 2013-03-19"},
};

Test(times_scope, takes_the_day_that_the_story_tells)
{
	for (size_t i = 0; i < sizeof stories / sizeof *stories; i++) {
		struct str got = days_in(stories[i].text);

		cr_expect(str_eq(got, str_of(stories[i].want)), "%s\n  got  %.*s\n  want %s", stories[i].text,
			  STR_ARG(got), stories[i].want);
	}
}
