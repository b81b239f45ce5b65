/* What extract makes of a text's events: type, status, who to whom, and whether they took place. */
#include "extract.h"
#include "figures_of_test.h"

static void begin_all(void)
{
	struct err err;

	begin();
	know.places = gazetteer_open(data_of_test("gazetteer.bin"), &err);
	cr_assert(know.places, "%s: %s", err.field, err.message);
}

TestSuite(events, .init = begin_all, .fini = end);

/* "release suspended army>rebels; attack denied": the events of the text, statements left out. */
static const char *events_in(const char *text)
{
	struct document *doc = ARENA_NEW(&arena, struct document);
	struct buf out = {.arena = &arena};

	doc->text = str_of(text);
	struct block body = {0, (uint32_t)doc->text.n, BLOCK_BODY};

	LIST_ADD(&arena, &doc->blocks, body);
	struct extracted found = extract(doc, &know, false, &arena);

	for (size_t i = 0; i < found.mentions.n; i++) {
		const struct mention *m = &found.mentions.at[i];

		if (!m->type.n || str_is(m->type, "statement"))
			continue;
		buf_printf(&out, "%s%.*s", out.n ? "; " : "", STR_ARG(m->type));
		if (m->status)
			buf_printf(&out, " %s", statuses[m->status]);
		if (m->agent.n || m->target.n)
			buf_printf(&out, " %.*s>%.*s", STR_ARG(m->agent), STR_ARG(m->target));
		if (m->polarity == POLARITY_DENIED)
			buf_add(&out, STR(" denied"));
		if (m->modality > MODALITY_ACTUAL)
			buf_printf(&out, " %s", modalities[m->modality]);
	}
	buf_add_char(&out, '\0');
	return out.at;
}

Test(events, tell_who_does_what_to_whom)
{
	static const struct text_case cases[] = {
		{"The council accused the rebels on Wednesday of shelling a school.",
		 "accusation council>rebels; shelling rebels>school"},
		{"A Tory spokesman accused Mr Milburn of lying.", "accusation Tory spokesman>Mr Milburn"},
		{"The soldier was accused of theft.", "accusation >soldier"},
		{"Police are investigating a shooting Saturday afternoon in the park.", "attack"},
		{"Three men were hurt in a shooting at a club on Friday night.", "attack"},
		{"Police are investigating the shooting death of a boy.", "attack"},
		{"Police look for a man who shot and wounded five people.", "attack man>"},
		{"Police look for a shooting suspect.", ""},
		{"The government blamed the violence on armed gangs.", "accusation government>armed gangs"},
		{"The government blamed the rebels on Monday.", "accusation government>rebels"},
		/* whoever is blamed did it, as each of two say of the other */
		{"The army blamed the rebels for the attack.", "accusation army>rebels; attack rebels>"},
		{"Police blamed the bombing on separatists.", "accusation Police>separatists; bombing separatists>"},
		{"The army said the rebels were responsible for the shelling.", "shelling rebels>"},
		{"The rebels were blamed for the attack by the army.", "accusation army>rebels; attack rebels>"},
		{"The group claimed responsibility for the attack.", "attack group>"},
		{"No one has claimed responsibility for the attack.", "attack"},
		{"The army thanked the rebels for the attack.", "attack"},
		{"Officials blamed a gas leak for the explosion.",
		 "accusation Officials>gas leak; accident; explosion"},
		{"The army and the rebels blamed each other for the attack.",
		 "accusation rebels>; attack rebels>; attack army>"},
		{"Mali and Chad accused one another of shelling the town.",
		 "accusation Chad>; shelling Chad>town; shelling Mali>town"},
		{"The army blamed the rebels, who accused the army of shelling a market.",
		 "accusation army>rebels; shelling army>market"},
		/* of a clause, past an age, past an owner */
		{"The fire broke out after an oxygen tank exploded.", "fire; explosion >oxygen tank"},
		{"Omar Hassan, 44, who was killed on Monday, was a doctor.", "killing >Omar Hassan"},
		{"Protesters set fire to the mayor's offices.", "fire >offices"},
		{"On Tuesday, police arrested two men.", "arrest police>two men"},
		{"Soldiers shot dead four men near the gate.", "attack Soldiers>four men"},
		/* whom a noun's attack is on, and who does it */
		{"An air strike by the army hit a bus.", "airstrike army>bus"},
		{"Warplanes carried out 32 raids on the town.", "attack Warplanes>town"},
		{"A shooting on Main Street wounded two men.", "attack"},
		{"The attack on Monday wounded two men.", "attack"},
		{"Three suspects appeared in court.", "trial >Three suspects"},
		{"Thousands of people marched in Cairo.", "protest Thousands>"},
		{"On Feb. 3, eight men were killed.", "killing >eight men"},
		{"A ferry carrying about 80 people sank.", "sinking >ferry"},
		{"A bus carrying pilgrims crashed.", "crash >bus"},
		{"Parliament is to vote on new rules after a drone strike killed a general.", "airstrike"},
		{"A boat sank off the coast.", "sinking >boat"},
		{"He opened fire at 10:08 p.m. near a hotel.", "attack"},
		{"A fire at the factory killed 112 people.", "fire"},
		{"The fire department opposed the plan.", ""},
		{"Nearly 900 people have fled since the army began its offensive in May.",
		 "offensive begun army>; displacement begun 900 people>"},
		{"Thousands marched to demand the owner's arrest.", "protest Thousands>; arrest >owner demanded"},
		{"The owner's arrest led to talks.", "arrest >owner"},
		{"They called for the release of the hostages.", "release >hostages demanded"},
		{"The cell had been planning a bigger attack.", "attack planned"},
		{"They planned the attack for months.", "attack"},
		{"The army's release of 12 prisoners was welcomed.", "release army>12 prisoners"},
		/* what is exchanged, released and collapses */
		{"The two sides agreed to exchange 400 prisoners.", "release planned >400 prisoners planned"},
		{"The two sides agreed to exchange ambassadors.", ""},
		{"The dam released 12 million cubic metres of sludge.", ""},
		{"The rebels released a boy, 12.", "release rebels>boy"},
		{"The rebels released 12", "release rebels>12"},
		{"The last round of talks collapsed.", "talks cancelled"},
		{"A house collapsed during the talks.", "collapse >house"},
		{"Parliament is to vote on expelling foreign troops.", "expulsion >foreign troops possible"},
		{"On expelling the troops, the army apologised.", "expulsion"},
		{"Police fired tear gas outside the governor's office and detained 21 people.",
		 "arrest Police>21 people"},
		{"A ceasefire took effect after five days of shelling.", "ceasefire begun; shelling"},
		{"A ferry sank off the coast on Monday.", "sinking >ferry"},
		{"The earthquake's owner was fined.", "earthquake"},
		{"The army's attack killed two people.", "attack army>"},
		{"An attack on the town by rebels killed two people.", "attack rebels>town"},
		{"An attack ended by Monday.", "attack"},
	};
	EXPECT_ALL(cases, events_in);
}

Test(events, are_none_where_the_words_mean_something_else)
{
	static const struct text_case cases[] = {
		{"A rescue worker died of a heart attack on Monday.", ""},
		{"A band played as songs were released by a local singer.", ""},
		{"The army released a statement on Monday.", ""},
		{"The army released 12 rebels on Monday.", "release army>12 rebels"},
		{"Police released the suspect on Monday.", "release Police>suspect"},
		{"Demands for inspections were not met.", ""},
		{"The president met the rebel leader on Monday.", "meeting president>rebel leader"},
		{"The ministers met in Geneva on Monday.", "meeting ministers>"},
		{"The president pulled out a piece of paper.", ""},
		{"Russia withdrew its support for the plan.", ""},
		{"Russia withdrew its troops on Monday.", "withdrawal Russia>troops"},
		{"The team signed the player to a contract.", ""},
		{"The two sides signed a peace deal on Monday.", "agreement two sides>peace deal"},
		{"The peace talks collapsed within hours.", "talks cancelled"},
		{"The collapse of the government is near.", ""},
		{"A woman collapsed on Monday.", ""},
		{"A bridge collapsed on Monday.", "collapse >bridge"},
		{"The country is sinking into civil war.", ""},
		{"A ferry sank on Monday.", "sinking >ferry"},
		{"Protests erupted in the capital on Monday.", "protest"},
		{"Mount Merapi erupted on Monday.", "eruption >Mount Merapi"},
		{"A flood of complaints reached the council.", ""},
		{"A flood hit the town on Monday.", "flood"},
		{"His muscles were seizing up.", ""},
		{"Rebels seized the airport on Monday.", "capture Rebels>airport"},
		{"He had no doubt about where the end of the world should take place.", ""},
		{"Soldiers attacked the village on Monday. It happened at dawn.", "attack Soldiers>village; attack"},
		{"The crisis demonstrated the strength of the alliance.", ""},
		{"This demonstrates that the truce holds.", ""},
		{"Students demonstrated against the law.", "protest Students>"},
		{"The ministry released a list of the dead.", ""},
		{"The ministry said in a release that all was well.", ""},
		{"The ministry released 12 detainees.", "release ministry>12 detainees"},
		{"They waited while the plan was being executed.", ""},
		{"They waited while 12 men were being executed.", "execution >12 men"},
		{"The report captured the public imagination.", ""},
		{"The rebels captured the airport.", "capture rebels>airport"},
		{"The opposition attacked the budget.", ""},
		{"Gunmen attacked the bank.", "attack Gunmen>bank"},
	};
	EXPECT_ALL(cases, events_in);
}

Test(events, the_dead_of_an_accident_are_killed_by_nobody)
{
	static const struct text_case cases[] = {
		{"A mine collapsed on Monday. At least 20 miners were killed. The disaster shocked the country.",
		 "collapse >mine; collapse"},
		{"Gunmen stormed a village on Monday. At least 20 people were killed.",
		 "attack Gunmen>village; killing >20 people"},
		{"A mine collapsed on Monday. A guard was killed by thieves.", "collapse >mine; killing thieves>guard"},
		{"Gunmen stormed a village on Monday. The mayor said 52 people had been killed.",
		 "attack Gunmen>village"},
		{"The mayor said 52 people had been killed.", "killing >52 people"},
	};
	EXPECT_ALL(cases, events_in);
}

Test(events, a_process_begins_stops_and_ends)
{
	static const struct text_case cases[] = {
		{"The prisoner exchange has been postponed.", "release delayed"},
		{"The government suspended the swap of prisoners.", "release suspended government>"},
		{"The prisoner exchange was complete, the rebels said.", "release complete"},
		{"The evacuation was almost complete on Monday.", "evacuation not_complete"},
		{"People will leave when the evacuation is complete.", "evacuation complete possible"},
		{"The investigation concluded on Friday.", "investigation complete"},
		{"The investigation concluded that the driver was drunk.", ""},
		{"The investigation concluded the driver was driving fast, stopped and turned.", ""},
		{"Prosecutors opened an investigation on Monday.", "investigation begun Prosecutors>"},
		{"The evacuation began on Monday. It was suspended at noon.", "evacuation begun; evacuation suspended"},
		{"Two villages have been under siege since 2015.", "siege begun"},
		{"Buses evacuated 300 people. The operation was complete, the army said.",
		 "evacuation Buses>300 people; evacuation complete"},
		{"The gunmen released two hostages. An operation was under way, the army said.",
		 "release gunmen>two hostages; operation begun"},
		{"The evacuation of civilians and fighters from the town began today.", "evacuation begun"},
		{"An exchange of prisoners linked to the country's long war began on Friday.", "release begun"},
		{"The evacuation began on Monday. But the process was suspended at noon.",
		 "evacuation begun; evacuation suspended"},
		{"The governor announced a halt to the evacuation.", "evacuation suspended"},
		/* the words beside them */
		{"The buses burned, raising questions about the completion of the evacuation.",
		 "evacuation complete possible"},
		{"The minister called for an end to the siege.", "siege complete possible"},
		{"The fighters took over the town in the war.", "capture fighters>town"},
		{"The war hurt over 200 people.", ""},
		{"The move was the first since the war began.", ""},
		{"The move was the first since the war began in 2011.", "conflict begun"},
		{"The envoy had suggested ending the conflict.", "conflict complete envoy> possible"},
		{"The talks began on Monday. Two operations were postponed at the clinic.",
		 "talks begun; operation delayed"},
		{"Victims of the war need ongoing care.", ""},
		{"Seventeen miners have been rescued since Monday.", "rescue >Seventeen miners"},
		{"The evacuation began on Monday. He gave a speech, which ended at noon.", "evacuation begun"},
		{"Four people were evacuated. They stopped moving.", "evacuation >Four people"},
		{"The team was ineffective in stopping the protests.", "protest"},
	};
	EXPECT_ALL(cases, events_in);
}

Test(events, only_what_is_denied_is_denied)
{
	static const struct text_case cases[] = {
		{"The army denied that it had shelled the city.", "shelling >city denied"},
		{"The army denied any attack on the city.", "attack >city denied"},
		{"The army denied reports of an attack on the city.", "attack >city denied"},
		{"The general denied that his troops had any role in the massacre.", "massacre"},
		{"The militia denied responsibility for the shelling of the city.", "shelling"},
		{"The governor denied reports of any halt to the evacuation.", "evacuation suspended denied"},
		{"The army did not launch the attack.", "attack army> denied"},
		{"There was no comment after the army shelled the city.", "shelling army>city"},
		{"He showed no fear in a film made after the army shelled the city.", "shelling army>city"},
		{"Troops shelled the city. They were to leave it, but rain meant this had not happened.",
		 "shelling Troops>city"},
		{"Troops shelled the city. This never happened, the minister said.",
		 "shelling Troops>city; shelling denied"},
		{"No attack took place.", ""},
		/* the words beside them */
		{"The ministry rejected the term used since the attack on the city.", "attack"},
		{"The authorities have not mentioned the attack.", "attack"},
		{"He has not been seen since the earthquake.", "earthquake"},
		{"The shooting was not random, police said.", "attack"},
		{"Soldiers attacked the village on Monday. This never happens here.", "attack Soldiers>village"},
		{"Two more would have died if the officer had not killed the gunman.",
		 "killing officer>gunman denied possible"},
		{"She will speak after the attack on the city.", "attack"},
		{"The talks could lead to the release of hostages.", "release >hostages possible"},
	};
	EXPECT_ALL(cases, events_in);
}
