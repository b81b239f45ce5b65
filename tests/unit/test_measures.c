#include "figures_of_test.h"

TestSuite(measures, .init = begin, .fini = end);

Test(measures, are_stated_by_voice_and_order)
{
	static const struct text_case cases[] = {
		{"337 people were wounded in the raid.", "337 injured/people/people"},
		{"337 wounded have been taken out of the city.", "337 evacuated/wounded/wounded"},
		{"The blast killed 12 people.", "12 killed/people/people"},
		{"Five officers killed the goat.", "5 /police/officers"},
		{"Around 172,000 people fled western districts.", "172000 displaced/people/people"},
		{"42 people killed and 100 injured.", "42 killed/people/people; 100 injured/people/people"},
		{"The murder of six nuns shocked the town.", "6 killed/women/nuns"},
		{"The storm left 260 families homeless.", "260 homeless/families/families"},
		{"Rebels took 25 people hostage.", "25 abducted/people/people"},
		{"TWO OTHER PERSONS WERE WOUNDED.", "2 injured/people/PERSONS"},
		{"Two fatalities and 800 people evacuated.", "2 killed/people/fatalities; 800 evacuated/people/people"},
		{"Police seized six rifles and 38 grenades.",
		 "6 confiscated/weapons/rifles; 38 confiscated/weapons/grenades"},
		{"The toll in Hatay was 31, in Adana 12.", "31 killed/people/; 12 killed/people/"},
		{"No one was hurt.", "0 injured/people/"},
		{"About 6,000 people are living in tents.", "6000 sheltered/people/people"},
		{"50 people displaced by floods were evacuated.", "50 evacuated/people/people"},
		{"A policeman was killed.", "1 killed/police/policeman"},
	};
	EXPECT_ALL(cases, stated_in);
}

Test(measures, leave_tempting_readings_alone)
{
	static const struct text_case cases[] = {
		{"The minister killed two bills in committee.", "2 //bills"},
		{"Nine judges released the ruling.", "9 /officials/judges"},
		{"He died after two days in hospital.", "2 /duration/"},
		{"Forty trucks delivered flour.", "40 /vehicles/trucks"},
		{"20 reporters asked about the arrests.", "20 /journalists/reporters"},
		{"513,000 people in 14 districts were evacuated.",
		 "513000 evacuated/people/people; 14 /villages/districts"},
	};
	EXPECT_ALL(cases, stated_in);
}

/* polarity, modality, aspect of the first figure */
static const char *modes_of(const char *text)
{
	struct reading *r = reading_of(str_of(text));
	struct figures f = figures_of(r);

	cr_assert(f.n > 0, "'%s' has no figure", text);
	return str_printf(&arena, "%s %s %s", polarities[f.at[0].polarity], modalities[f.at[0].modality],
			  aspects[f.at[0].aspect])
		.at;
}

Test(measures, what_happens_every_year_is_no_count_of_an_episode)
{
	static const struct text_case cases[] = {
		{"Lightning kills about 90 people annually.", "asserted actual none"},
		{"Each year, up to 3,000 people die on the country's roads.", "asserted actual none"},
		{"The fever kills between 200 and 500 people in an average year.", "asserted actual none"},
		{"In a normal flu season, about 9,000 people die.", "asserted actual none"},
		{"Some 700 people are killed by landmines every year.", "asserted actual none"},
		{"Gangs kidnap 60 people a year in the state.", "asserted actual none"},
		{"The disease causes 12,000 deaths every year.", "asserted actual none"},
		{"Such diseases, nearly all of them infectious, kill millions of children every year.",
		 "asserted actual none"},
		{"Every year, the disease causes 12,000 deaths.", "asserted actual none"},
		{"In an average year, the disease is a factor in 12,000 deaths.", "asserted actual none"},
		{"Every day thousands of people die of hunger.", "asserted actual flow"},
		{"Around the world, each day 9,000 people are dying of hunger.", "asserted actual flow"},
		{"In the camp, where food comes each day, 41 people have died.", "asserted actual cumulative"},
		{"The disease, which comes every year, caused 46 deaths in May.", "asserted actual cumulative"},
		{"The disease killed 40 people a year ago.", "asserted actual cumulative"},
		{"Some 45 people were arrested a year later.", "asserted actual cumulative"},
		{"Floods that hit the region every year have killed 41 people.", "asserted actual cumulative"},
		{"Some 42 people are missing after floods, which come every year.", "asserted actual stock"},
		{"The number of dead rose to 350 from 320 a day earlier.", "asserted actual cumulative"},
		{"A year into the war 43 people were killed in the city.", "asserted actual cumulative"},
		{"The storm killed 48 people this year.", "asserted actual cumulative"},
		{"Nine people are killed, police said of the fires, which break out every year.",
		 "asserted actual cumulative"},
	};
	EXPECT_ALL(cases, modes_of);
}

Test(measures, know_what_is_denied_planned_and_added)
{
	static const struct text_case cases[] = {
		{"12 soldiers were killed.", "asserted actual cumulative"},
		{"The army denied that 12 soldiers had been killed.", "denied actual cumulative"},
		{"Forty villagers were not killed by troops.", "denied actual cumulative"},
		{"The army disputed that 14 villagers had died.", "denied actual cumulative"},
		{"The toll of a month of riots over the disputed vote rose to 810 dead.", "asserted actual cumulative"},
		{"A march against a rejected appeal left 30 people injured.", "asserted actual cumulative"},
		{"The army plans to evacuate 3,000 people.", "asserted planned cumulative"},
		{"As many as 250,000 people could be displaced.", "asserted possible cumulative"},
		{"The rebels demanded that 30 detainees be freed.", "asserted demanded cumulative"},
		{"30 people managed to flee.", "asserted actual cumulative"},
		{"Another 12 people were killed.", "asserted actual flow"},
		{"There were 87 new cholera cases on Monday.", "asserted actual flow"},
		{"Officials are looking into 149 possible deaths.", "asserted possible cumulative"},
		{"A new count put the number of cholera cases at 500.", "asserted actual cumulative"},
		{"20,000 people are still trapped.", "asserted actual stock"},
		{"The museum shows 40 paintings.", "asserted actual none"},
		{"A 71-strong team of divers arrived.", "asserted actual none"},
		{"The 350-strong contingent was accounted for.", "asserted actual none"},
		{"A 15,000-strong crowd filled the square.", "asserted actual stock"},
		{"The town has a population of 90,000.", "asserted actual stock"},
	};
	EXPECT_ALL(cases, modes_of);
}
