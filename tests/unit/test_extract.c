/* What extract makes of a text as a whole: each figure with its measure, who states it and where. */
#include "extract.h"
#include "figures_of_test.h"

static void begin_all(void)
{
	struct err err;

	begin();
	know.places = gazetteer_open(data_of_test("gazetteer.bin"), &err);
	cr_assert(know.places, "%s: %s", err.field, err.message);
}

TestSuite(extract, .init = begin_all, .fini = end);

/* Published that day; empty: it isn't known. */
static struct extracted extracted_on(struct str published, const char *text)
{
	struct document *doc = ARENA_NEW(&arena, struct document);

	doc->text = str_of(text);
	doc->published = published;
	struct block body = {0, (uint32_t)doc->text.n, BLOCK_BODY};

	LIST_ADD(&arena, &doc->blocks, body);
	return extract(doc, &know, false, &arena);
}

static struct extracted extracted_from(const char *text)
{
	return extracted_on(STR_NULL, text);
}

/* "12 killed cumulative police Homs; …": the measured figures of the text. */
static struct str figures_in(const char *text)
{
	struct extracted found = extracted_from(text);
	struct buf out = {.arena = &arena};

	for (size_t i = 0; i < found.mentions.n; i++) {
		const struct mention *m = &found.mentions.at[i];

		if (m->kind != MENTION_FIGURE || !m->measure.n)
			continue;
		buf_printf(&out, "%s%.*s %.*s %s %.*s|%.*s", out.n ? "; " : "",
			   STR_ARG(decimal_format(&arena, m->value)), STR_ARG(m->measure), aspects[m->aspect],
			   STR_ARG(m->source), STR_ARG(m->place_surface));
	}
	return buf_str(&out);
}

static const struct {
	const char *text, *figures;
} cases[] = {
	/* what one day added */
	{"The army said 3,500 people were evacuated from Marawi on Wednesday.", "3500 evacuated flow army|Marawi"},
	{"Some 900 refugees returned to Kabul yesterday, the agency said.", "900 returned flow agency|Kabul"},
	{"Shelling has killed 30 people in Marawi in the past 24 hours.", "30 killed flow |Marawi"},
	{"The ministry reported nine new deaths in Marawi.", "9 killed flow ministry|Marawi"},
	/* of whom nothing is told: no source, which other articles would share */
	{"It said 12 people were killed in Marawi.", "12 killed cumulative |Marawi"},
	{"The army came. It said 12 people were killed in Marawi.", "12 killed cumulative army|Marawi"},
	{"The army denied it. It said 12 people were killed in Marawi.", "12 killed cumulative army|Marawi"},
	{"The army denied its planes bombed a wedding in which 12 people were killed in Marawi.",
	 "12 killed cumulative |Marawi"},
	{"The WHO said 900 people were displaced in Marawi. The army puts the number at 400. Cotabato is quiet.",
	 "900 displaced cumulative WHO|Marawi; 400 displaced cumulative army|Marawi"},
	{"The WHO said 12 people were killed in Marawi.", "12 killed cumulative WHO|Marawi"},
	{"Twelve new recruits were killed in Marawi.", "12 killed cumulative |Marawi"},
	{"The army said 3,500 people had been evacuated from Marawi by Wednesday.",
	 "3500 evacuated cumulative army|Marawi"},
	{"Since Saturday 3,500 people have been evacuated from Marawi.", "3500 evacuated cumulative |Marawi"},
	{"A total of 3,500 people were evacuated from Marawi on Wednesday.", "3500 evacuated cumulative |Marawi"},
	{"A bomb killed 12 people in Kabul on Wednesday.", "12 killed cumulative |Kabul"},
	{"The army said another 4,500 people left Marawi on Sunday, bringing the total evacuated to 7,500.",
	 "4500 evacuated flow army|Marawi; 7500 evacuated cumulative army|Marawi"},
	/* who puts a toll where */
	{"Zimbabwe has confirmed 71 deaths.", "71 killed cumulative Zimbabwe|Zimbabwe"},
	{"Turkey reported that 33 soldiers had been killed.", "33 killed cumulative Turkey|"},
	{"China reported 12 deaths in Wuhan.", "12 killed cumulative China|Wuhan"},
	{"The Red Cross gave the number of evacuees as 18,700.", "18700 evacuated cumulative Red Cross|"},
	{"The health ministry raised the death toll to 45.", "45 killed cumulative health ministry|"},
	{"The government revised its count of people evacuated down to 14,000.",
	 "14000 evacuated cumulative government|"},
	{"Police ended the search on Thursday. They said 65 people had been killed.", "65 killed cumulative Police|"},
	/* one verb for several places, and the more exact of two */
	{"In Iran, 120 people were killed in Kermanshah province and 30 in Ilam province.",
	 "120 killed cumulative |Kermanshah province; 30 killed cumulative |Ilam province"},
	{"Police said 12 people were killed in clashes and 2 in custody.",
	 "12 killed cumulative Police|; 2 detained cumulative Police|"},
	{"In Syria, 12 people were killed, and in Aleppo 5 were wounded.",
	 "12 killed cumulative |Syria; 5 injured cumulative |Aleppo"},
	{"Five people were killed when a ferry sank on Lake Victoria off Mwanza.", "5 killed cumulative |Mwanza"},
	/* what is done is not what is said */
	{"The Red Cross gave food to 120 families.", ""},
	{"The army raised the number of troops to 12,000.", ""},
};

Test(extract, tells_of_each_figure_who_states_it_where_and_what_it_adds_up_to)
{
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct str got = figures_in(cases[i].text);

		cr_expect(str_is(got, cases[i].figures), "%s: %.*s", cases[i].text, STR_ARG(got));
	}
}

static const struct {
	const char *text, *types;
} event_cases[] = {
	{"Warplanes struck the town on Friday.", "airstrike"},
	{"Militants fired rockets at the city on Tuesday.", "shelling"},
	{"Soldiers have set up a new observation post in the hills.", "deployment"},
	{"Norway expelled two diplomats on Monday.", "expulsion"},
	{"About 450 soldiers have defected to the rebels.", "defection"},
	{"Police found a cache of ammunition near the dam.", "disarmament"},
	{"Protesters rallied outside the city hall on Monday.", "protest"},
	{"The two sides swapped prisoners on Monday.", "release"},
	/* the words beside them */
	{"Shares rallied on Monday.", ""},
	{"The court overturned the ruling.", ""},
	{"A helicopter cache of the old game was found.", ""},
	{"The bomber set off his explosives near the gate.", "explosion"},
	{"The boat set off from the port at dawn.", ""},
	{"The ruling set off protests in the town.", "protest"},
};

Test(extract, tells_events_by_words_of_a_phrase_as_well)
{
	for (size_t i = 0; i < sizeof event_cases / sizeof *event_cases; i++) {
		struct extracted found = extracted_from(event_cases[i].text);
		struct buf out = {.arena = &arena};

		for (size_t k = 0; k < found.mentions.n; k++)
			if (found.mentions.at[k].kind == MENTION_EVENT)
				buf_printf(&out, "%s%.*s", out.n ? " " : "", STR_ARG(found.mentions.at[k].type));
		cr_expect(str_is(buf_str(&out), event_cases[i].types), "%s: %.*s", event_cases[i].text,
			  STR_ARG(buf_str(&out)));
	}
}

/* "Monday|-; -|Friday": what each measured figure covers, and when it was said. */
static struct str times_in(const char *text)
{
	struct extracted found = extracted_from(text);
	struct buf out = {.arena = &arena};

	for (size_t i = 0; i < found.mentions.n; i++) {
		const struct mention *m = &found.mentions.at[i];

		if (m->kind == MENTION_FIGURE && m->measure.n)
			buf_printf(&out, "%s%.*s|%.*s", out.n ? "; " : "", STR_ARG(m->time_surface),
				   STR_ARG(m->said_surface));
	}
	return buf_str(&out);
}

static const struct {
	const char *text, *times;
} told[] = {
	/* a day within what is said is not the day of saying */
	{"Police said the blast on Monday killed 12 people.", "Monday|"},
	{"The UN said attacks in the region on Tuesday displaced 400 families.", "Tuesday|"},
	{"Police said Monday an explosion killed 12 people.", "|Monday"},
	{"Police said on Monday that the blast killed 12 people.", "|Monday"},
	{"The army announced the deaths of five soldiers on Monday.", "|Monday"},
	{"The army announced the arrest on Monday of two men who had fled.", "|Monday"},
	{"The governor told a news conference in Lagos on Monday that 12 people had died.", "|Monday"},
	/* a verb of many meanings says nothing where it finds, records or sees */
	{"Officials say two people were found dead on 4 March in a truck.", "4 March|"},
	{"The hospital recorded 40 deaths on Monday.", "Monday|"},
	{"Witnesses saw 12 bodies in the street on Monday.", "Monday|"},
	{"A man wanted in Friday's killing of two women was held.", "Friday|"},
	{"The inquiry found on Friday that 12 people had died.", "|Friday"},
	{"France urged the sides on Thursday to stop, after six people were killed.", "|Thursday"},
	{"As friends celebrated early Sunday, a man killed 49 people.", "early Sunday|"},
	/* who speaks gives the day, what he tells its own time */
	{"On Monday the ministry said 60 people had died over the previous 24 hours.", "the previous 24 hours|Monday"},
	{"On Monday, 12 people died and the mayor said 40 were hurt.", "Monday|; |Monday"},
	{"The ministry said in a statement issued late on Monday that 12 people had died.", "|late on Monday"},
	{"The agency estimated on Tuesday that 700 people were missing; by Thursday it had found 40.", "|Tuesday"},
	{"The city fell on 26 October. Some 80,000 people have fled since then.", "since then|"},
	{"Officials raised the death toll from the great storm in the north to 32 on Wednesday.", "|Wednesday"},
	/* the day of what comes later is not that of saying */
	{"The government, wary of a rally on Sunday, said 40 people were arrested.", "|Sunday"},
	{"The government, trying to calm fears before a rally on Sunday, said 40 people were arrested.", "|"},
	{"The minister said after a meeting on Sunday that 40 people were arrested.", "|Sunday"},
	/* a clause that tells something else of a thing has its own time */
	{"Gunmen killed four men in the city, where 90 people have died since May.", "|; May|"},
	{"Guards killed 11 people in the revolt, which the UN says has killed 3,500 people since March.", "|; March|"},
	{"A bomb killed nine people in the market, which was rebuilt in 2015.", "|"},
	{"Police arrested 40 men, who were freed on Tuesday.", "|"},
	{"Four men, who had been taken from a bus, were found dead on Monday.", "Monday|"},
	{"Nine people died in the fire, which broke out on Monday.", "Monday|"},
	{"Nine people died in a fire that broke out on Monday.", "Monday|"},
	{"They found the bodies of two men, who were killed on Monday.", "Monday|"},
	/* an open end is the main clause's */
	{"It was the worst attack since May, when 40 people were killed.", "May|"},
	{"It was the worst attack since 40 people were killed in May.", "May|"},
	/* the clause nearest to the figure */
	{"The talks broke off today because two members of the group, which kept a truce, were killed yesterday.",
	 "yesterday|"},
	{"Some 1,064 people have been injured, the ministry said, up from 998 the previous day.",
	 "|; the previous day|"},
};

Test(extract, tells_when_it_happened_from_when_it_was_said)
{
	for (size_t i = 0; i < sizeof told / sizeof *told; i++) {
		struct str got = times_in(told[i].text);

		cr_expect(str_eq(got, str_of(told[i].times)), "%s: '%.*s'", told[i].text, STR_ARG(got));
	}
}

/* "killed past; election future": figures with a measure and events, each with the tense of its time; "-": no time. */
static struct str tenses_in(const char *text)
{
	struct extracted found = extracted_from(text);
	struct buf out = {.arena = &arena};

	for (size_t i = 0; i < found.mentions.n; i++) {
		const struct mention *m = &found.mentions.at[i];
		ptrdiff_t at = str_find(m->time, STR("tense="));
		struct str tense = at < 0 ? STR("-") : str_slice(m->time, (size_t)at + 6, m->time.n);

		if (m->kind == MENTION_FIGURE ? m->measure.n > 0 : m->kind != MENTION_ATTRIBUTION)
			buf_printf(&out, "%s%.*s%s%s %.*s", out.n ? "; " : "",
				   STR_ARG(m->kind == MENTION_FIGURE ? m->measure : m->type),
				   m->status == STATUS_NONE ? "" : " ", m->status ? statuses[m->status] : "",
				   STR_ARG(tense));
	}
	return buf_str(&out);
}

static const struct {
	const char *text, *tenses;
} ahead[] = {
	/* whatever an infinitive is for, what happened then is past */
	{"Nine people drowned while trying to cross the river on Sunday.", "killed past"},
	{"Two men died trying to save a child on Tuesday.", "killed past"},
	{"Troops went into the town to clear the square on Wednesday, killing 70 people.", "killed past; killing past"},
	{"Police are investigating a shooting in the town on Sunday night that left two men dead.",
	 "killed present; attack present"},
	{"A boy was injured by his would-be victim on Sunday night.", "injured past"},
	{"The killing of two men on Sunday could not pass without an answer.", "killed past; killing past"},
	/* the day of something else that lies ahead */
	{"Nobody was hurt in the fire, but the school will stay closed until Monday.", "injured -; fire -"},
	{"Eleven people were killed as rebels shelled the town ahead of the election scheduled for Sunday.",
	 "killed -; election scheduled future; shelling -"},
	{"Two women were hurt, and officials are due to inspect the building on Friday.", "injured -"},
	/* what does lie ahead keeps its day */
	{"The army will deploy 3,000 soldiers on Monday.", "deployed future; deployment planned future"},
	{"A summit that will be held on Saturday follows months of clashes.", "meeting future; clash -"},
	{"The ceasefire begins on Saturday.", "ceasefire scheduled future"},
	{"The ceasefire began on Saturday.", "ceasefire begun past"},
	{"The government said it would free 50 prisoners on Monday.", "released future"},
};

Test(extract, dates_nothing_that_happened_by_a_day_ahead)
{
	for (size_t i = 0; i < sizeof ahead / sizeof *ahead; i++) {
		struct str got = tenses_in(ahead[i].text);

		cr_expect(str_eq(got, str_of(ahead[i].tenses)), "%s: '%.*s'", ahead[i].text, STR_ARG(got));
	}
}

/* "3 May; 11 May 2010; -": when each attack of the text was, read on 2019-05-10. */
static struct str attacks_in(const char *text)
{
	struct extracted found = extracted_on(STR("2019-05-10"), text);
	struct buf out = {.arena = &arena};

	for (size_t i = 0; i < found.mentions.n; i++) {
		const struct mention *m = &found.mentions.at[i];

		if (m->kind == MENTION_EVENT && str_eq(m->type, STR("attack")))
			buf_printf(&out, "%s%.*s", out.n ? "; " : "",
				   STR_ARG(m->time_surface.n ? m->time_surface : STR("-")));
	}
	return buf_str(&out);
}

static const struct {
	const char *text, *times;
} retold[] = {
	/* the same happening, told again */
	{"Gunmen attacked a market on 3 May. The attack lasted an hour.", "3 May; 3 May"},
	{"Gunmen attacked the embassy on 11 June 2010. A court heard how they attacked a guard.",
	 "11 June 2010; 11 June 2010"},
	/* background beside the news of these days */
	{"Gunmen attacked a market on 3 May. Others attacked the embassy on 11 June 2010. That attack shook the city.",
	 "3 May; 11 June 2010; 11 June 2010"},
	{"Gunmen attacked a market on 3 May. Others attacked the embassy on 11 June 2010. Officials fear more attacks.",
	 "3 May; 11 June 2010; -"},
	/* no mention is dated by what lies ahead */
	{"Rebels will attack on Sunday, they warned. Villagers were attacked with stones.", "Sunday; -"},
};

Test(extract, tells_a_happening_again_but_no_background)
{
	for (size_t i = 0; i < sizeof retold / sizeof *retold; i++) {
		struct str got = attacks_in(retold[i].text);

		cr_expect(str_eq(got, str_of(retold[i].times)), "%s: '%.*s'", retold[i].text, STR_ARG(got));
	}
}
