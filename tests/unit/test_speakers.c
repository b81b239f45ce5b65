/* link: extract */
#include "speakers.h"

#include <time.h>

#include "reading_of_test.h"

TestSuite(speakers, .init = begin, .fini = end);

static struct str words(const struct reading *r, struct span s)
{
	return s.end > s.first ? reading_text(r, s.first, s.end - s.first) : STR("");
}

/* "source / cue / content + content" of each, joined with "; ". */
static const char *told_in(const char *text)
{
	struct reading r = *reading_of(str_of(text));
	struct buf out = {.arena = &arena};
	struct attributions all;

	speakers_find(&r, &all);
	for (size_t i = 0; i < all.n; i++) {
		const struct attribution *a = &all.at[i];

		buf_printf(&out, "%s%.*s / %.*s / ", i ? "; " : "", STR_ARG(words(&r, a->source)),
			   STR_ARG(words(&r, a->cue)));
		for (size_t c = 0; c < a->contents.n; c++)
			buf_printf(&out, "%s%.*s", c ? " + " : "", STR_ARG(words(&r, a->contents.at[c])));
	}
	return str_dup(&arena, buf_str(&out)).at;
}

static const struct {
	const char *text, *told;
} forms[] = {
	{"The defence ministry said 12 soldiers died.", "The defence ministry / said / 12 soldiers died"},
	{"Twelve people died, the ministry said.", "the ministry / said / Twelve people died"},
	{"Twelve people died, said Ali Omar, who runs the clinic.",
	 "Ali Omar, who runs the clinic / said / Twelve people died"},
	{"“Twelve,” she said, “and three more.”", "she / said / “Twelve,” + “and three more.”"},
	{"According to the ministry, 17 people were detained.",
	 "the ministry / According to / 17 people were detained"},
	{"Some 700 families have fled, according to the UN refugee agency.",
	 "the UN refugee agency / according to / Some 700 families have fled"},
	{"A source told the agency that four hostages were freed.", "A source / told / that four hostages were freed"},
	{"The army denied that 12 civilians had died.", "The army / denied / that 12 civilians had died"},
	{"State television said the governor had claimed that 15 gunmen were killed.",
	 "State television / said / the governor had claimed that 15 gunmen were killed; "
	 "the governor / had claimed / that 15 gunmen were killed"},
	{"The ministry said that 9 people had died, adding that 30 were in hospital.",
	 "The ministry / said / that 9 people had died; The ministry / adding / that 30 were in hospital"},
	{"One official says there were 12 bodies, another says there were 15.",
	 "One official / says / there were 12 bodies; another / says / there were 15"},
	{"State TV quoted the governor as saying seven people died.",
	 "State TV / quoted / the governor as saying seven people died; "
	 "the governor / saying / seven people died"},
	{"The agency quoted Ali Omar, a doctor in the town, as saying that 12 had died.",
	 "The agency / quoted / Ali Omar, a doctor in the town, as saying that 12 had died; "
	 "Ali Omar, a doctor in the town / saying / that 12 had died"},
	{"Omar was quoted as saying that 12 had died.", "Omar / saying / that 12 had died"},
	{"The agency reported, citing local officials, that 24 people died.",
	 "The agency / reported / that 24 people died; The agency / citing / local officials; "
	 "local officials / citing / that 24 people died"},
	{"Twelve people died, the radio said, quoting the governor.",
	 "the radio / said / Twelve people died; the governor / quoting / Twelve people died; "
	 "the radio / quoting / the governor"},
	{"The company said 200 jobs would go, citing weak demand.",
	 "The company / said / 200 jobs would go; The company / citing / weak demand"},
	{"The minister said 12 people had died, citing a study.",
	 "The minister / said / 12 people had died; The minister / citing / a study"},
	{"The fire destroyed at least 12 homes, Ali Omar, the mayor of the town, wrote on X.",
	 "Ali Omar, the mayor of the town, / wrote / The fire destroyed at least 12 homes"},
	{"Rescuers found six people, the fire service reported on its Telegram channel.",
	 "the fire service / reported / Rescuers found six people"},
	{"The paper reported on the use of Telegram by rebels.",
	 "The paper / reported on / the use of Telegram by rebels"},
	{"Twelve died, according to the state civil defence agency.",
	 "the state civil defence agency / according to / Twelve died"},
	{"Police confirmed only seven deaths.", "Police / confirmed / seven deaths"},
	{"Ukraine says two soldiers killed in the east", "Ukraine / says / two soldiers killed in the east"},
	{"Police say at least three dead after the fire", "Police / say / at least three dead after the fire"},
	{"Mayor Melo said Monday evening that 13,000 residents had left.",
	 "Mayor Melo / said / that 13,000 residents had left"},
	{"At least 12 people died, say local officials.", "local officials / say / At least 12 people died"},
	{"It may take, say, 12 days to reach the 40 villages.", ""},
	{"We have received reports that 12 people died.", ""},
	{"The ministry later lowered the number to 12.", "The ministry / later lowered / the number to 12"},
	{"The mayor raised the number of police to 480.", ""},
	{"Fourteen people are confirmed dead, with officials telling the radio that up to 30 are buried.",
	 "officials / telling / that up to 30 are buried"},
	{"The drone attack early on Sunday injured four, the governor wrote on his Telegram channel.",
	 "the governor / wrote / The drone attack early on Sunday injured four"},
	{"The deaths passed 1,200 on Sunday, the minister said in a report dated 13 February.",
	 "the minister / said / The deaths passed 1,200 on Sunday"},
	{"A guard, who asked not to be named, told the paper there were 36 patients.",
	 "who / asked / not to be named; A guard, who asked not to be named, / told / there were 36 patients"},
	{"Gangs killed 78 people, the UN human rights office said.",
	 "the UN human rights office / said / Gangs killed 78 people"},
	{"The mayor told Reuters local officials had fled.", "The mayor / told / local officials had fled"},
	{"The first reports spoke of two dead; by evening eleven had died.", "The first reports / spoke of / two dead"},
	{"The army dismissed 200 soldiers and shot down 82 drones.", ""},
	{"The ministry denied 12 deaths.", "The ministry / denied / 12 deaths"},
	{"Three died in Dnipro, acting governor Ivan Petrenko said on Telegram.",
	 "acting governor Ivan Petrenko / said / Three died in Dnipro"},
	{"The agency, SEMA, estimated on Tuesday that 700 houses were gone.",
	 "The agency, SEMA, / estimated / that 700 houses were gone"},
	{"Some 349 have fled, and according to the ministry the figure is 427.",
	 "the ministry / according to / the figure is 427"},
	{"Twelve people died and, according to police, three were hurt.", "police / according to / three were hurt"},
	{"Twelve people died and three were hurt, according to police.",
	 "police / according to / Twelve people died and three were hurt"},
	{"Some 400 have died, according to data compiled by the bank.",
	 "data compiled by the bank / according to / Some 400 have died"},
	{"It was planned for two boys who police say were shot.", "police / say / two boys + were shot"},
	{"The two boys, who police say were friends, were shot.", "police / say / were friends"},
	{"Some 400 have died this year, UNHCR data show.", "UNHCR data / show / Some 400 have died this year"},
	{"According to the envoy, they are held at home; one of them was hurt.",
	 "the envoy / According to / they are held at home; one of them was hurt"},
	{"Twelve died, a Ramadi general hospital doctor said.",
	 "a Ramadi general hospital doctor / said / Twelve died"},
	{"All three died, the Denver medical examiner reported.",
	 "the Denver medical examiner / reported / All three died"},
	{"He estimates up to two million children could be affected.",
	 "He / estimates / up to two million children could be affected"},
	{"The army claims it has killed 40 rebels.", "The army / claims / it has killed 40 rebels"},
	{"The monitor also reported at least another eight civilians killed in the east.",
	 "The monitor / also reported / at least another eight civilians killed in the east"},
	{"The claims it has made were wrong.", ""},
	{"A diplomat briefed on the matter said 60 had died.", "A diplomat briefed on the matter / said / 60 had died"},
	{"\"Twelve are dead,\" the army chief was quoted as saying by the radio.",
	 "the radio / was quoted / the army chief; the army chief / saying / \"Twelve are dead,\""},
	{"Twelve had died, the minister was quoted as saying.", "the minister / saying / Twelve had died"},
	{"Both the Red Cross and the mayor said 12 had died.", "the Red Cross and the mayor / said / 12 had died"},
	{"He said that according to the minister, 15,517 people were hurt.",
	 "He / said / that according to the minister, 15,517 people were hurt; "
	 "the minister / according to / 15,517 people were hurt"},
	{"The strain caused a pandemic that killed an estimated 40 million people.", ""},
	{"It has 21,000 cases with officials saying there are 87 deaths.", "officials / saying / there are 87 deaths"},
	{"The committee reported at least six deaths in the north.",
	 "The committee / reported / at least six deaths in the north"},
	{"Twelve died, it was reported by the police.", "the police / was reported / Twelve died"},
	{"It was reported by police that 12 had died.", "police / was reported / that 12 had died"},
	{"Police say two others, identified only as a woman and a man, were hurt.", "Police / say / two others"},
	{"The mayor put the damage at 40 houses.", "The mayor / put / the damage at 40 houses"},
	{"\"We ran. We left everything,\" he said. \"They came at night.\"",
	 "he / said / \"We ran. We left everything,\" + \"They came at night.\""},
	{"\"Is it over?\" a woman asked.", "a woman / asked / \"Is it over?\""},
	{"A statement from the army said the raid killed 10 insurgents.",
	 "A statement from the army / said / the raid killed 10 insurgents"},
	{"The ministry on Friday announced it had closed 14 schools.",
	 "The ministry / announced / it had closed 14 schools"},
	/* what follows the saying and its day is no clause of its own */
	{"Landslides killed 31 people, the mayor said on Tuesday, a jump from the 12 deaths reported a day earlier.",
	 "the mayor / said / Landslides killed 31 people"},
	{"More than 60 homes burned, officials said Friday, as crews searched for six missing hikers.",
	 "officials / said / More than 60 homes burned"},
	{"Four people drowned, the navy said in a statement, and nine others were saved.",
	 "the navy / said / Four people drowned + and nine others were saved"},
	{"Gunmen released eight teachers, the governor said on Monday, but two were still being held.",
	 "the governor / said / Gunmen released eight teachers + but two were still being held"},
	{"Asked about the toll, the minister said on Tuesday, \"We count 60.\"",
	 "the minister / said / \"We count 60.\""},
	{"Days before the vote was held, the army said on Friday that 20 men had fled.",
	 "the army / said / that 20 men had fled"},
	{"The number killed in the raid, police said on Monday, was 40.",
	 "police / said / The number killed in the raid + was 40"},
	{"The war has displaced 40,000 people, the agency estimated.",
	 "the agency / estimated / The war has displaced 40,000 people"},
	{"About 900 families need shelter, the United Nations estimates.",
	 "the United Nations / estimates / About 900 families need shelter"},
	{"The toll rests on police counts, satellite images, United Nations estimates.", ""},
	{"A bomb killed 15 people, witnesses and police said.",
	 "witnesses and police / said / A bomb killed 15 people"},
	{"Some 70,000 people have left since Friday, official figures show.",
	 "official figures / show / Some 70,000 people have left since Friday"},
	{"Claims by residents that 40 people were killed could not be verified.",
	 "residents / Claims / that 40 people were killed"},
	{"Dozens fled, with officials reporting that 300 homes had burned.",
	 "officials / reporting / that 300 homes had burned"},
	{"Activists later told a radio station that eight people had been killed.",
	 "Activists / later told / that eight people had been killed"},
	{"Human Rights Watch later says more than 800 people were killed.",
	 "Human Rights Watch / later says / more than 800 people were killed"},
	{"The mayor said up to 300 people were missing.", "The mayor / said / up to 300 people were missing"},
	{"The group said two villages - Kafr Ayn and Tel Asma - had been hit and that one child had died.",
	 "The group / said / two villages - Kafr Ayn and Tel Asma - had been hit and that one child had died"},
	{"The war, which the ministry says has killed 9,000 people, goes on.",
	 "the ministry / says / has killed 9,000 people"},
	{"Some 400 houses, which officials say were built on sand, collapsed.", "officials / say / were built on sand"},
	{"Troops freed 58 captives, Omar Said, a spokesman, said on Friday.",
	 "Omar Said, a spokesman, / said / Troops freed 58 captives"},
	{"\"We counted 58,\" one resident, who gave only his first name, Idris, said.",
	 "one resident, who gave only his first name, Idris, / said / \"We counted 58,\""},
	{"Omar Said, whose son is missing, said 287 pupils were taken.",
	 "Omar Said, whose son is missing, / said / 287 pupils were taken"},
	{"State officials whose homes were lost said 40 people came.",
	 "State officials whose homes were lost / said / 40 people came"},
	{"The Central Command, or CENTCOM, said it struck 30 targets.",
	 "The Central Command / said / it struck 30 targets"},
	{"The army said in a video posted on its channel that 40 men had died.",
	 "The army / said / that 40 men had died"},
	{"A mayor said 60 people had died, a toll confirmed by the police.",
	 "A mayor / said / 60 people had died, a toll confirmed by the police; the police / confirmed / a toll"},
	{"Officials confirmed by phone that 12 people had died.", "Officials / confirmed / that 12 people had died"},
	{"The damage was put at 40 houses by the mayor.", "the mayor / was put / The damage + at 40 houses"},
	{"He was named winner of a vote in 2004 that was marred by fraud.", ""},
	{"Figures from the bank show that debt has doubled.", "Figures from the bank / show / that debt has doubled"},
	{"The bank ran a show that drew 4,000 people.", ""},
	{"Data of the Armed Conflict Location & Event Data Project show that 40 people died.",
	 "Data of the Armed Conflict Location & Event Data Project / show / that 40 people died"},
	/* whoever is named after "as" tells the clause */
	{"As Reuters reported on Monday, 12 people died.", "Reuters / reported / 12 people died"},
	{"As reported by Reuters, 12 people died.", "Reuters / reported / 12 people died"},
	{"As the army advanced, 12 people died.", ""},
	/* who is cited behind "which", and who quotes */
	{"At least 34 died, according to the mayor, who cited local chiefs.",
	 "the mayor, who cited local chiefs / according to / At least 34 died; local chiefs / cited / At least 34 "
	 "died"},
	{"Tasnim, a news agency close to the Guards, quoted informed sources as saying 2 bags went off.",
	 "Tasnim, a news agency close to the Guards, / quoted / informed sources as saying 2 bags went off; "
	 "informed sources / saying / 2 bags went off"},
	/* the number of what is told, not of what is done */
	{"The mayor later raised the number of injured to 17.",
	 "The mayor / later raised / the number of injured to 17"},
	{"The army raised the number of troops to 300.", ""},
	{"The agency's earlier estimate was 670.", "The agency's / estimate was / 670"},
	{"Her estimate was wrong.", ""},
	{"The mayor said the number of missing stood at 201.", "The mayor / said / the number of missing stood at 201"},
	{"CARE Norway, an agency in the area, said 400 people lived there.",
	 "CARE Norway, an agency in the area, / said / 400 people lived there"},
	/* a land that counts is no speaker */
	{"The country has recorded 300 deaths.", ""},
	{"The country said it had recorded 300 deaths.", "The country / said / it had recorded 300 deaths"},
	{"As Omar said 12 had died, crowds gathered.", "Omar / said / 12 had died"},
	/* what "according to" reaches over */
	{"In addition, according to the ministry, nearly nine million workers left.",
	 "the ministry / according to / In addition + nearly nine million workers left"},
	{"The number killed, according to the mayor, was 40.", "the mayor / according to / The number killed + was 40"},
	{"Twelve died, according to police, in a fire that burned 40 houses.", "police / according to / Twelve died"},
	{"Omar Said says the lead, which stood at 263 on Monday, is gone.",
	 "Omar Said / says / the lead, which stood at 263 on Monday, is gone"},
	{"The mayor says it is proof of a lead, which stood at 263 on Monday, according to AFP.",
	 "The mayor / says / it is proof of a lead, which stood at 263 on Monday; "
	 "AFP / according to / which stood at 263 on Monday"},
	{"It burned 40 houses (half of them empty, according to police).",
	 "police / according to / half of them empty"},
	{"According to police, 12 people died, compared with five on Monday.",
	 "police / According to / 12 people died, compared with five on Monday"},
	/* who is asked tells no number, the poll does */
	{"In a poll released Sunday, just 28 percent of voters said they had fled, down from 33.",
	 "a poll released Sunday / In / just 28 percent of voters said they had fled, down from 33"},
	{"Two in three said they had fled.", ""},
	{"Two of the officials said 12 had fled.", "Two of the officials / said / 12 had fled"},
	{"Let's say 40 people come.", ""},
	{"As many as 300 people may be buried, rescuers fear.",
	 "rescuers / fear / As many as 300 people may be buried"},
};

Test(speakers, finds_who_says_what_in_every_form)
{
	for (size_t i = 0; i < sizeof forms / sizeof *forms; i++)
		cr_expect_str_eq(told_in(forms[i].text), forms[i].told, "in \"%s\": %s", forms[i].text,
				 told_in(forms[i].text));
}

static const char *const silent[] = {
	"The president said a prayer for the victims.",
	"That said, 20 houses still stand.",
	"The flood killed 14 people in the valley.",
	"An estimated 500 people took part.",
	"The village is known for its \"honey cakes\".",
	"",
	"   \n\n  ",
};

Test(speakers, leaves_the_narrator_alone)
{
	for (size_t i = 0; i < sizeof silent / sizeof *silent; i++)
		cr_expect_str_empty(told_in(silent[i]), "in \"%s\": %s", silent[i], told_in(silent[i]));
}

/* The name, role and organisation of the k-th attribution. */
static struct speaker speaker_of(const char *text, size_t k)
{
	struct reading r = *reading_of(str_of(text));
	struct attributions all;

	speakers_find(&r, &all);
	cr_assert_lt(k, all.n, "only %zu attributions in \"%s\"", all.n, text);
	cr_assert_gt(all.at[k].n_speakers, 0u);
	return all.at[k].speakers[0];
}

static const struct {
	const char *text;
	size_t k;
	const char *name, *role;
} named[] = {
	{"Turkish Foreign Minister Selim Aydin said the talks had failed.", 0, "Selim Aydin",
	 "Turkish Foreign Minister"},
	{"Omar Said, a doctor in the town, said 14 were hurt.", 0, "Omar Said", "a doctor in the town"},
	{"The UN envoy for Yemen, Carla Benz, said the talks had failed.", 0, "Carla Benz", "UN envoy for Yemen"},
	{"Robert Hauser of the ICRC said aid had come. Hauser said it would last.", 1, "Robert Hauser", ""},
	{"Spokeswoman Ana Reyes said it burned. She added that it was over.", 1, "Ana Reyes", "Spokeswoman"},
	{"The Syrian Observatory for Human Rights said 8 died. The Observatory said two were children.", 1,
	 "Syrian Observatory for Human Rights", ""},
	{"The Russian defence ministry said it was over. It said that 50 men had left.", 1, "Russian defence ministry",
	 ""},
	{"The Rapid Support Forces (RSF) said 12 died. The RSF said two were children.", 1, "Rapid Support Forces", ""},
	{"The Rapid Support Forces said 12 died. The RSF said two were children.", 1, "Rapid Support Forces", ""},
	{"Men of the Amhara Volunteers Front (AVF) fled. The AVF said 12 had died.", 0, "Amhara Volunteers Front", ""},
	{"Prime Minister Ali Khan said 12 died. PAK said two were children.", 1, "PAK", ""},
	{"The White Helmets, a rescue group, said 12 died. The group said 40 were trapped.", 1, "White Helmets",
	 "a rescue group"},
	{"Rights group OVD-Info said 12 died. The group said 40 were held.", 1, "OVD-Info", "Rights group"},
	{"The army said 12 rebels of the Liberation Front died. The group said 40 did.", 1, "group", ""},
	{"Office of Civil Defence deputy director Ana Reyes said 71 had died.", 0, "Ana Reyes",
	 "Office of Civil Defence deputy director"},
	{"A report seen by Reuters said 71 had died.", 0, "report", ""},
	{"A report by Amnesty said 71 had died.", 0, "Amnesty", ""},
	{"Member of parliament Amos Akem said 12 died.", 0, "Amos Akem", "Member of parliament"},
	{"The head of the Red Crescent Reza Fallah said 12 died.", 0, "Reza Fallah", "head of the Red Crescent"},
	{"WHO Regional Director for Africa Ana Moeti said 12 died.", 0, "Ana Moeti",
	 "WHO Regional Director for Africa"},
	{"The head of the Red Crescent said 12 died.", 0, "head of the Red Crescent", ""},
	{"A count by the volunteers' programme shows that 71 had died.", 0, "volunteers' programme", ""},
	{"Satellite images analysed by Terravis show that 71 graves were dug.", 0, "Terravis", ""},
	{"Figures from Flora, the forest agency, show that 71 hectares burned.", 0, "Flora", "the forest agency"},
	{"The army said 12 died. Its statement said two were children.", 1, "army", ""},
	{"The army said 12 died. The indictment said two were children.", 1, "indictment", ""},
	{"The army said 12 died. Satellite images show that two houses burned.", 1, "Satellite images", ""},
	{"Sources at the ministry quoted by Radio Sur said 12 had died.", 1, "Sources at the ministry", ""},
	{"Aid had come, said Ana Reyes, whose office counted 12 dead.", 1, "Ana Reyes", ""},
	{"Chief Executive Fabio Reis said 12 had died.", 0, "Fabio Reis", "Chief Executive"},
	{"The Institute for Growth and Peace Studies said 12 had died.", 0, "Institute for Growth and Peace Studies",
	 ""},
	{"Save the Children said 12 had died.", 0, "Save the Children", ""},
	{"Some 400 crossed, the Polish Border Guard said.", 0, "Polish Border Guard", ""},
	{"Gen. Omar Bashir said 12 had died.", 0, "Omar Bashir", "Gen."},
	{"Army chief Lt. Gen. Omar Bashir said 12 had died.", 0, "Omar Bashir", "Army chief Lt. Gen."},
	/* a post, a sort of body */
	{"The mayor of Foumbot, Roger Tamo, said 12 died. Nine were hurt, said the mayor.", 1, "Roger Tamo",
	 "mayor of Foumbot"},
	{"Defence Minister Ana Reyes said 12 died. The defence minister said 40 were hurt.", 1, "Ana Reyes",
	 "Defence Minister"},
	{"Defence Minister Ana Reyes said 12 died. The health minister said 40 were hurt.", 1, "health minister", ""},
	{"Defence Minister Ana Reyes said 12 died. A minister said 40 were hurt.", 1, "minister", ""},
	{"The governor of Idlib said 12 died. The governor said 40 were hurt.", 1, "governor of Idlib", ""},
	{"A doctor at Hind hospital said 12 died. The hospital said 40 were hurt.", 1, "Hind hospital", ""},
	{"The Arakan Army said 12 died. The armed group said 40 were hurt.", 1, "Arakan Army", ""},
	{"The Arakan Army said 12 died. The aid group said 40 were hurt.", 1, "aid group", ""},
	{"The Arakan Army said 12 died. The army said 40 were hurt.", 1, "army", ""},
	{"The Sudanese army said 12 died. The army said 40 were hurt.", 1, "Sudanese army", ""},
	{"Radio Sahel said 12 died. The station said 40 were hurt.", 1, "Radio Sahel", ""},
	{"Blue River Mining, a gold producer, said 12 died. The company said 40 were hurt.", 1, "Blue River Mining",
	 "a gold producer"},
	{"Radio Sahel said 12 died. The company said 40 were hurt.", 1, "company", ""},
	{"Omar al-Shami said 12 died. Al-Shami said 40 were hurt.", 1, "Omar al-Shami", ""},
	{"Omar al-Shami said 12 died. Al-Shami said 40 were hurt. Shami said 9 were held.", 2, "Omar al-Shami", ""},
	{"Omar al-Shami said 12 died. Al-Halabi said 40 were hurt.", 1, "Al-Halabi", ""},
	{"Secretary-General Ana Reyes said 12 died. The secretary-general said 40 were hurt.", 1, "Ana Reyes",
	 "Secretary-General"},
	{"Dr. Omar Said, a surgeon in the town, said 12 died. The surgeon said 40 were hurt.", 1, "Omar Said",
	 "a surgeon in the town"},
	{"The army said 30 died. The Emergency Lawyers, a monitoring group, said 72 did. It said 25 were women.", 2,
	 "Emergency Lawyers", "a monitoring group"},
	{"A Syrian military source said it stopped. The source added that 300 were waiting.", 1,
	 "Syrian military source", ""},
};

Test(speakers, fills_in_the_full_name)
{
	for (size_t i = 0; i < sizeof named / sizeof *named; i++) {
		struct speaker s = speaker_of(named[i].text, named[i].k);

		cr_expect(str_eq(s.name, str_of(named[i].name)), "name '%.*s' in: %s", STR_ARG(s.name), named[i].text);
		cr_expect(str_eq(s.role, str_of(named[i].role)), "role '%.*s' in: %s", STR_ARG(s.role), named[i].text);
	}
}

Test(speakers, gives_its_spokesman_to_the_body_that_spoke)
{
	struct speaker s = speaker_of("The Red Cross said 12 died. Its spokesman, Ali Omar, said 40 were hurt.", 1);

	cr_expect(str_eq(s.org, STR("Red Cross")), "'%.*s'", STR_ARG(s.org));
	s = speaker_of("Mayor Ana Reyes said 12 died. Its spokesman, Ali Omar, said 40 were hurt.", 1);
	cr_expect(str_eq(s.org, STR("")), "'%.*s'", STR_ARG(s.org));
}

static const struct {
	const char *text, *org;
} bodies[] = {
	{"The health ministry said 12 died. Nine were women, said Ali Omar, the ministry's director of care.",
	 "health ministry"},
	{"The health ministry said 12 died. Ministry spokesman Ali Omar said 9 were women.", "health ministry"},
	{"The migration agency said 12 died. Ali Omar, a spokesman for the agency, said 9 were women.",
	 "migration agency"},
	{"A spokesman for the ministry of health said 12 died. Ali Omar, the ministry spokesman, said 9 were women.",
	 "ministry of health"},
	/* another's */
	{"The health ministry said 12 died. Ali Omar, a spokesman for the interior ministry, said 9 were women.",
	 "interior ministry"},
	{"Mayor Ana Reyes said 12 died. Ali Omar, a spokesman for the ministry, said 9 were women.", "ministry"},
};

Test(speakers, gives_a_person_to_the_body_that_is_taken_up)
{
	for (size_t i = 0; i < sizeof bodies / sizeof *bodies; i++) {
		struct speaker s = speaker_of(bodies[i].text, 1);

		cr_expect(str_eq(s.org, str_of(bodies[i].org)), "'%.*s' in: %s", STR_ARG(s.org), bodies[i].text);
	}
}

/* The source of the token that is written so. */
static const char *source_of(const char *text, const char *number)
{
	struct reading r = *reading_of(str_of(text));
	struct attributions all;
	uint32_t t = 0;

	speakers_find(&r, &all);
	while (t < r.tokens.n && !str_eq(r.tokens.at[t].text, str_of(number)))
		t++;
	const struct attribution *a = speakers_of(&all, t);

	return a ? str_dup(&arena, words(&r, a->source)).at : "";
}

static const struct {
	const char *text, *number, *source;
} figures[] = {
	{"The army said 5 people had died, but the rebels said 20 had died.", "5", "The army"},
	{"The army said 5 people had died, but the rebels said 20 had died.", "20", "the rebels"},
	{"The storm killed 21 people. The mayor said the town would be rebuilt.", "21", ""},
	{"The mayor said help was coming. Some 90 families slept in the open.", "90", ""},
	{"Police said 3,000 people marched; organisers said there were 10,000.", "10,000", "organisers"},
	/* what a place counts is what another tells of it */
	{"Mozambique recorded 31 deaths in a week, the health ministry said.", "31", "the health ministry"},
	{"Kerala reported 31 deaths, officials said on Monday.", "31", "officials"},
	{"The WHO said Mozambique had reported 31 deaths.", "31", "Mozambique"},
	{"The police reported 31 deaths, the agency said.", "31", "The police"},
	{"Mozambique recorded 31 deaths in a week.", "31", "Mozambique"},
};

Test(speakers, gives_each_figure_its_own_source)
{
	for (size_t i = 0; i < sizeof figures / sizeof *figures; i++)
		cr_expect_str_eq(source_of(figures[i].text, figures[i].number), figures[i].source, "of %s in: %s",
				 figures[i].number, figures[i].text);
}

Test(speakers, fills_the_mention_of_what_is_denied_and_relayed)
{
	struct reading r = *reading_of(STR("State television said the governor had denied that 15 men were killed."));
	struct attributions all;
	struct mention m = {0};
	uint32_t t = 0;

	speakers_find(&r, &all);
	while (t < r.tokens.n && !str_eq(r.tokens.at[t].text, STR("15")))
		t++;
	speaker_fill(&r, &all, speakers_of(&all, t), 0, t, &m);
	cr_expect(str_eq(m.source, STR("governor")), "'%.*s'", STR_ARG(m.source));
	cr_expect(str_eq(m.cue, STR("had denied")), "'%.*s'", STR_ARG(m.cue));
	cr_expect_eq(m.polarity, POLARITY_DENIED);
	cr_assert_eq(m.chain.n, 1u);
	cr_expect(str_eq(m.chain.at[0], STR("State television")), "'%.*s'", STR_ARG(m.chain.at[0]));
	cr_expect(str_eq(r.tokens.at[speakers_verb(&all, t)].text, STR("denied")));
}

Test(speakers, lets_a_quotation_run_over_paragraphs)
{
	const char *text = "“We had 12 boats,” the fisherman said. “Now there are none.\n\n“Nobody came for 9 days.”";

	cr_expect_str_eq(source_of(text, "9"), "the fisherman");
}

static double seconds(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (double)t.tv_sec + 1e-9 * (double)t.tv_nsec;
}

static double time_of(const char *piece, size_t times, const char *before)
{
	struct buf text = {.arena = &arena};
	struct attributions all;

	buf_add(&text, str_of(before));
	for (size_t i = 0; i < times; i++)
		buf_add(&text, str_of(piece));
	struct reading r = *reading_of(buf_str(&text));
	double from = seconds();

	for (uint32_t i = 0; i < r.sentences.n; i++)
		reading_phrases(&r, i);
	from = seconds();
	speakers_find(&r, &all);
	return seconds() - from;
}

static const struct {
	const char *what, *piece, *before;
} hostile[] = {
	{"a quotation that never closes", "we ran and he said it burned. ", "\""},
	{"quotations without end", "\"We ran,\" he said. ", ""},
	{"one sentence of sayings", "he said that ", ""},
	{"commas without end", "a man, ", "Omar, "},
	{"brackets without end", "( he said ", ""},
	{"paragraphs of open quotations", "\"We ran and ran\n\n", "He said: "},
};

Test(speakers, takes_time_in_proportion_to_the_text, .timeout = 60)
{
	for (size_t i = 0; i < sizeof hostile / sizeof *hostile; i++) {
		double small = time_of(hostile[i].piece, 3500, hostile[i].before);
		double large = time_of(hostile[i].piece, 35000, hostile[i].before);

		cr_expect_lt(large, 40 * small + 0.2, "%s: %f s, ten times as long %f s", hostile[i].what, small,
			     large);
	}
}
