/* link: extract */
#include "whereabouts.h"

#include "reading_of_test.h"

TestSuite(whereabouts, .init = begin, .fini = end);

/* The bytes of the dateline; 0: none. */
static uint32_t dateline_of(const char *text)
{
	const char *end = strstr(text, ") - ");

	return end ? (uint32_t)(end - text) + 4 : 0;
}

/* "9,000" */
static int64_t number_of(struct str text)
{
	int64_t value = 0;

	for (size_t i = 0; i < text.n; i++)
		if (ascii_is_digit((unsigned char)text.at[i]))
			value = value * 10 + text.at[i] - '0';
	return value;
}

/* The place of the text's first number, as a figure of that measure. */
static struct str place_under(const char *title, const char *text, const char *measure)
{
	struct reading *r = reading_behind(str_of(text), "2020-03-06", dateline_of(text));
	struct document *doc = ARENA_NEW(&arena, struct document);
	struct attributions said;
	struct time_mentions times;
	struct occasions occasions;
	struct names names;
	struct whereabouts where;
	struct mention m = {.measure = str_of(measure)};
	uint32_t token = 0;

	*doc = *r->doc;
	doc->title = str_of(title);
	doc->agency = strstr(text, "(AP) - ") ? STR("AP") : STR_NULL;
	r->doc = doc;
	times_find(r, &times);
	speakers_find(r, &said);
	occasions_find(r, &said, &times, &occasions);
	names_find(r, &names);
	whereabouts_find(r, &names, &occasions, &where);
	while (token + 1 < r->tokens.n && r->tokens.at[token].kind != TOKEN_NUMBER)
		token++;
	m.value = decimal_of(number_of(r->tokens.at[token].text));
	whereabouts_fill(&where, token, &m);
	return m.place;
}

static struct str place_of(const char *text, const char *measure)
{
	return place_under("", text, measure);
}

static const struct {
	const char *text, *measure, *place;
} cases[] = {
	/* what belongs to a country is where its preposition says */
	{"Air strikes killed 9 men in Somalia's Lower Shabelle region.", "killed", "Lower Shabelle region;in=Somalia"},
	{"Fighting in and around Sudan's el-Fasher displaced 70 people.", "displaced", "el-Fasher;in=Sudan"},
	/* whence somebody is, and whence they leave */
	{"A bus fell into a gorge near Oruro, killing 25 people from Potosi.", "killed", "Oruro;near=yes"},
	{"Floods near Oruro displaced 25 people from Potosi.", "displaced", "Potosi"},
	/* whose toll it is; whose guests they are; where nothing is told to happen */
	{"Floods raised Fiji's death toll to 12 and Tonga's to 7.", "killed", "Fiji"},
	{"Rain hit Suva. Tonga hosts 900 people, most of whom fled raids on Apia.", "sheltered", "Tonga"},
	{"Samoa hosts a fair at which 12 people died in Suva.", "killed", "Suva"},
	{"Rain hit Suva. Police held 12 Tonga-based smugglers.", "detained", "Suva"},
	{"Rain hit Suva. A quake shook the border with Tonga and killed 12 people.", "killed", "Suva"},
	{"Rain hit Fiji. Two more storms struck. Suva reported 12 deaths.", "killed", "Suva"},
	{"A Fiji man and two Samoa women were killed in a crash near Oruro.", "killed", "Oruro;near=yes"},
	{"Officials reported 800 Samoa cases; 12 people died in Oruro.", "infected", "Samoa"},
	{"In Fiji, 12 people died when their home collapsed on them in Suva.", "killed", "Suva"},
	{"In Fiji, 12 people died when a storm struck and three were hurt in Suva.", "killed", "Fiji"},
	{"Some 90 people had fled Suva and 7,000 were displaced nationwide. Fiji asked for help.", "displaced", "Suva"},
	/* what sums up is of more than the place told last; a story of one place sums that up */
	{"Floods hit Suva and Nadi in Fiji. Rain fell in Suva. Roads broke in Nadi. Overall, 12 people died.", "killed",
	 "Fiji"},
	{"A bomb went off in Oruro. Overall, 12 people died.", "killed", "Oruro"},
	{"Rain hit Suva. The storm then struck Samoa. In all, 12 people died.", "killed", "Samoa"},
	/* what is spread over many is of none of them */
	{"Floods killed 47 people in three states: 14 in Kerala, 13 in Bihar and 20 in Assam.", "killed", "India"},
	{"The storm left 47 dead in three states, with 14 deaths in Assam.", "killed", "India"},
	{"Floods killed 47 people in 11 districts of Assam.", "killed", "Assam"},
	/* "while" opens another's clause */
	{"Many people were killed in Suva while 30 others were killed in Nadi.", "killed", "Nadi"},
	{"Many people were killed in Suva while another 30 were killed by shells in Nadi.", "killed", "Nadi"},
	/* what goes on from "nationwide" */
	{"Rain hit Suva in Fiji. Nationwide many homes were flooded. More than 12 people died.", "killed", "Fiji"},
	{"Rain hit Suva in Fiji. Many homes were flooded nationwide. In Suva 12 people died.", "killed", "Suva"},
	/* where some of those counted were, is not where all were */
	{"Rain hit Fiji. It killed 9 people, 6 in Suva and 3 in Apia. Fiji asked for help.", "killed", "Fiji"},
	{"Rain hit Fiji. On 6 May 2015 in Suva 9 people died. Fiji asked for help.", "killed", "Suva"},
	/* what lies behind another clause is another's */
	{"In Fiji 12 people died, although nobody was hurt in Tonga.", "killed", "Fiji"},
	{"Heavy rain hit Tonga. In all 12 people died there, including three in Suva.", "killed", "Tonga"},
	{"Some 12 people died in Suva, including three in a hospital.", "killed", "Suva"},
	{"Rain hit Tonga. Some 950 people, including 40 nurses and 33 patients, have been taken out of the old "
	 "districts "
	 "in Suva.",
	 "evacuated", "Suva"},
	{"Gunmen freed 42 people, including 27 pupils, who were seized in Homs.", "released", "Homs"},
	{"Storms killed 42 people in Fiji, and in Tonga 7 died.", "killed", "Fiji"},
	{"Storms killed 42 people, and the navy sent ships to Tonga.", "killed", "Tonga"},
	/* the place within the division that was named before */
	{"In Uttar Pradesh, 3 men were killed in the Gonda district.", "killed", "Gonda;hint=district"},
	{"In Uttar Pradesh, 3 men were killed, and one in the Gonda district was hurt.", "killed", "Uttar Pradesh"},
	{"A bus burned between Homs and Hama, in Idlib province, and 12 people died.", "killed", "Idlib;hint=province"},
	{"On the road between Homs and Hama, 12 soldiers were killed, in Aleppo 3.", "killed", "Homs"},
	{"In Kutum, 40 people were killed in the Qwertab camp.", "killed", "Qwertab;hint=camp;in=Kutum"},
	/* near a border is on this side of it */
	{"Shots were fired in Corinth, Mississippi. A man killed 6 people near the Tennessee state line.", "killed",
	 "Corinth;in=Mississippi"},
	{"A gunman killed 6 people near the border with Niger.", "killed", "Niger;hint=border;near=yes"},
	{"A bus fell down a cliff on Peru's Pacific coast, killing 48 people.", "killed", "Peru"},
	/* an office of a place speaks of it; not one of a country, nor what another is told of */
	{"A fire broke out in Ventura County. Butte County Sheriff Joe Qwert said 228 people were missing.", "missing",
	 "Butte County"},
	{"A fire broke out in Ventura County. Butte County Sheriff Joe Qwert said 228 people died in Chico.", "killed",
	 "Chico"},
	{"A fire broke out in Ventura County. A Butte County teacher said 228 people were missing.", "missing",
	 "Ventura County"},
	{"A bus burned in Lima. Authorities in Mozambique's Tete province, which borders Malawi, have registered 163 "
	 "cases.",
	 "infected", "Tete;hint=province;in=Mozambique"},
	{"A bus burned in Baton Rouge. Baton Rouge mourned. Louisiana authorities say 3 men died.", "killed",
	 "Baton Rouge"},
	{"A bus burned in Lima. State police in Newport said 3 men died.", "killed", "Lima"},
	/* what describes a town is no place for others */
	{"Poti, a port on the Black Sea, was bombed and 8 people died.", "killed", "Poti;hint=city"},
	{"In Jamshoro, across the Indus from Hyderabad, 5 people died.", "killed", "Jamshoro"},
	{"In Cox's Bazar, a fire in the Kutupalong camp left 500 people homeless.", "homeless", "Kutupalong;hint=camp"},
	/* a person's country is not where he is */
	{"He was hurt with 9 others by Germany's Paul Qwert in Rome.", "injured", "Rome"},
	/* a number of many countries has no place */
	{"Tests were made in Tokyo. The virus has infected 5,251 people in 30 countries.", "infected", ""},
	{"MEXICO CITY (Agency) - There have been 30,000 cases diagnosed globally.", "infected", ""},
	{"Tests were made in Tokyo. The fever kills 250 to 500 people globally.", "killed", ""},
	{"Shells hit Fiji. In all 39 people were killed throughout the country, of whom 26 in Suva.", "killed", "Fiji"},
	/* what the government counts */
	{"Rain hit Suva in Fiji. The government has recorded 40 deaths and 300 cases.", "killed", "Fiji"},
	{"Rain hit Suva in Fiji. The mayor has recorded 40 deaths and 300 cases.", "killed", "Suva;in=Fiji"},
	{"A blast hit Suva in Fiji. The government has recorded 40 deaths.", "killed", "Suva;in=Fiji"},
	/* of several countries; of one that lies in a region */
	{"Rain hit Suva. The storm killed 700 people in Fiji, Tonga and Samoa.", "killed", ""},
	{"Rain hit Suva. The storm displaced 700 people in Fiji, Tonga and Samoa.", "displaced", "Fiji"},
	{"Rain hit Suva. The storm killed 242 people in Fiji and 259 in Tonga.", "killed", "Fiji"},
	{"Rain hit Suva. The toll rose above 750 in the three southern African countries.", "killed", ""},
	{"Rain hit Suva. At least 300 people are dead in the North Africa nation.", "killed", "Suva"},
	{"Rain hit Suva. Some 100 people are missing in the Mediterranean city.", "missing", "Suva"},
	{"Rain hit Suva. Boats sank in the Mediterranean, drowning 100 people.", "killed", "Mediterranean"},
	/* a country's name in letters before a noun tells whose something is */
	{"Rain hit Suva. At least 20 US soldiers were wounded in the fighting.", "injured", "Suva"},
	{"Rain hit Suva. At least 20 people died at a US checkpoint.", "killed", "Suva"},
	{"Rain hit Suva. Some 20 people died in a US raid.", "killed", "Suva"},
	{"Rain hit Suva. Some 20 people drowned in the US state of Ohio.", "killed", "Ohio;hint=province;in=US"},
	{"Rain hit Suva. There were 20 US deaths.", "killed", "US"},
	{"Rain hit Suva. In the US 20 people fled.", "displaced", "US"},
	{"Rain hit Suva. In the US people counted 20 dead.", "killed", "US"},
	/* the dead of a country's disaster in a story of one of its towns, where they are more than the town's */
	{"Aid reached Tokyo. The earthquake in Japan levelled Tokyo. Doctors came. More than 2,000 people were killed.",
	 "killed", "Japan"},
	{"Aid reached Tokyo. The earthquake in Japan levelled Tokyo. Doctors came. In all 200 people were killed.",
	 "killed", "Tokyo"},
	{"Aid reached Tokyo. The earthquake in Japan levelled Tokyo. Doctors came. Of the city's people 2,000 left.",
	 "evacuated", "Tokyo"},
	{"Aid reached Tokyo. The fire in Japan levelled Tokyo. Doctors came. More than 2,000 people were killed.",
	 "killed", "Tokyo"},
	{"Aid reached Tokyo. The earthquake in Chile levelled Lima. Doctors came. More than 2,000 people were killed.",
	 "killed", "Tokyo"},
	/* nor has what happened anywhere but in a country */
	{"Tests were made in Tokyo. There have been 4 deaths outside Japan.", "killed", ""},
	{"Tests were made in Tokyo. Outside of Japan there have been 4 deaths.", "killed", ""},
	{"Tests were made in Tokyo. Some 4 people outside the country have died.", "killed", ""},
	{"Rain hit Japan. A mudslide killed 4 people outside Tokyo.", "killed", "Tokyo;near=yes"},
	{"Tests were made in Tokyo. A blast killed 4 people outside the country's oldest bank.", "killed", "Tokyo"},
	{"Tests were made in Tokyo. A blast killed 4 people outside Japan's oldest bank.", "killed", "Japan;near=yes"},
	{"Tests were made in Tokyo. Worldwide there were 79 confirmed cases.", "infected", ""},
	{"Tests were made in Tokyo. There were 79 cases in the city, and more in 30 countries.", "infected", "Tokyo"},
	{"Worldwide alarm grew as 79 people died in Tokyo.", "killed", "Tokyo"},
	{"Leaders of many countries mourned the 79 dead of Tokyo.", "killed", "Tokyo"},
	{"A bus crashed in Tokyo, killing 79 people from nine countries.", "killed", "Tokyo"},
	{"Pakistan has seen unrest in which 900 people died. A bomb hit Jamrud. Jamrud was quiet.", "killed",
	 "Pakistan"},
	{"In ELN territory in Arauca 12 men were held.", "detained", "Arauca"},
	{"Pirates took 16 men from a Liberia-flagged ship off Lagos.", "abducted", "Lagos;near=yes"},
	{"Shells hit Homs. Some 300 people were moved out in buses, which are to take them toward Idlib.", "evacuated",
	 "Homs"},
	{"Shells hit Shusha. The force freed 20 men of the Iran-aligned movement.", "released", "Shusha"},
	/* a government that is spoken to, or that is a party, is nowhere */
	{"Shells hit Shusha. The ministry accused Baku of an attack, killing 3 soldiers.", "killed", "Shusha"},
	{"Shells hit Shusha. A raid on Baku killed 3 soldiers.", "killed", "Baku"},
	{"Shells hit Douma. Some 20 men were freed under a deal between Damascus and the rebels.", "released", "Douma"},
	{"Shells hit Douma. Some 20 men were killed between Damascus and the airport.", "killed", "Damascus"},
	{"Shells hit Douma. Damascus and the rebels swapped 20 men.", "released", "Douma"},
	{"Rain hit Suva. Globally, 151 sailors were taken hostage.", "abducted", ""},
	{"Moscow's defence ministry spoke. Moscow's defence ministry told of Kyiv. Some 63 men were freed.", "released",
	 "Kyiv"},
	/* of what the paragraph before tells */
	{"A car exploded in Beirut. Beirut was quiet. Another attacked Homs, said an aide in Tyre.\n\nIn the attack 11 "
	 "men "
	 "died.",
	 "killed", "Homs"},
	{"A car exploded in Beirut. Beirut was quiet. Another exploded in Homs.\n\nTwo women and 11 men died in the "
	 "attack.",
	 "killed", "Homs"},
	{"A car exploded in Beirut. Beirut was quiet. The envoy spoke in Homs.\n\nTwo women and 11 men died in the "
	 "attack.",
	 "killed", "Beirut"},
	/* a toll that is told far from its quake */
	{"A nurse from Leeds flew out to help after the earthquake in Nepal.\n\nThe quake killed 900 people.", "killed",
	 "Nepal"},
	{"A nurse from Leeds flew out to help after the Nepal earthquake.\n\nIn Leeds the quake killed 9 people.",
	 "killed", "Leeds"},
	{"A nurse from Leeds flew out after the earthquake in Nepal.\n\nA storm killed 9 people.", "killed", "Leeds"},
	{"A school in Leeds closed. A nurse in Leeds spoke of the earthquake in Nepal.\n\nA quake killed 9 people.",
	 "killed", "Leeds"},
	{"A school in Leeds closed. A nurse in Leeds spoke of the earthquake in Nepal.\n\nA man in Leeds told of the "
	 "earthquake in Chile.\n\nThe quake killed 9 people.",
	 "killed", "Leeds"},
	/* a number of the country in a story of one of its towns */
	{"Troops shelled Homs. Syrian rebels fled.\n\nThe UN said 9,000 had died in the unrest.", "killed", "Syria"},
	{"Troops shelled Homs. Syrian rebels fled.\n\nThe UN said 90 had died in the unrest.", "killed", "Homs"},
	{"Troops shelled Homs. The revolt in Syria goes on. The unrest spread. A crackdown followed.\n\nThe government "
	 "of "
	 "Syria says 2,000 soldiers died.",
	 "killed", "Syria"},
	{"A blast shook Homs. The port of Homs burnt.\n\nThe ministry says 2,000 people were hurt.", "injured", "Homs"},
	/* told from abroad: of the country that is told most */
	{"LONDON (Agency) - Syria must end the war in Syria, said a man in London. Syria did not.\n\nThe UN said 9,000 "
	 "died in the "
	 "unrest.",
	 "killed", "Syria"},
	/* a country told by what it is */
	{"Niger has been hit by floods. Some 40 people died in the West African country.", "killed", "Niger"},
	{"The quake hit Haiti. It killed 50 people in the impoverished Caribbean nation.", "killed", "Haiti"},
	{"Rain fell in Lima. A dam broke in the neighbouring country, killing 40 people.", "killed", "Lima"},
	{"The album is by Yele Haiti. It was made in Leeds. The quake in Haiti killed 50 people.", "killed", "Haiti"},
	/* where the reporter sits in another country is no place of the story */
	{"DAKAR (Agency) - Clashes broke out in Conakry and in Mamou in Guinea.\n\nThe capital counted 9 dead.",
	 "killed", "Conakry"},
	{"DAKAR (Agency) - A man spoke in Conakry.\n\nThe capital counted 9 dead.", "killed", "Senegal"},
	{"DAKAR (Agency) - Clashes broke out in Conakry, Mamou and Thies.\n\nThe capital counted 9 dead.", "killed",
	 "Senegal"},
	/* nor is where a wire's sits in the same country, if the story opens with a town that is far from there */
	{"MILAN (AP) - A ship sank off the island of Lampedusa.\n\nIn all 9 people died.", "killed",
	 "Lampedusa;hint=island;near=yes"},
	{"MILAN (AP) - A ship sank. Survivors told of friends in Lampedusa.\n\nIn all 9 people died.", "killed",
	 "MILAN"},
	{"MILAN (AP) - A tram burned in Monza.\n\nIn all 9 people died.", "killed", "MILAN"},
	{"MILAN (Agency) - A ship sank off the island of Lampedusa.\n\nIn all 9 people died.", "killed", "MILAN"},
	{"MILAN (AP) - A ship with aid for Lampedusa sank.\n\nPort officials in Milan said 9 people died.", "killed",
	 "MILAN"},
	/* in a people's village, prison or waters; not in what a state has abroad, or what is known */
	{"CAIRO (AP) - A bomb killed 12 people in a northern Nigerian town.", "killed", "Nigerian;is=demonym"},
	{"CAIRO (AP) - A fire in a Libyan detention centre killed 12 people.", "killed", "Libyan;is=demonym"},
	{"CAIRO (AP) - A bomb killed 12 people at an Iraqi market on Monday.", "killed", "Iraqi;is=demonym"},
	{"A fire in Cairo killed 12 people at the Israeli embassy.", "killed", "Cairo"},
	{"A bus burned in Cairo. A bomb killed 12 people in a Chinese restaurant.", "killed", "Cairo"},
	{"A bus burned in Cairo. A shell killed 12 people at an American base.", "killed", "Cairo"},
	{"A bus burned in Cairo. Doctors at an Israeli field hospital treated 12 people.", "injured", "Cairo"},
	{"Troops shelled Homs. Some 12 people died in the Syrian city.", "killed", "Homs"},
	{"Troops shelled a camp. Some 12 people died in a Palestinian village near Hebron.", "killed",
	 "Hebron;near=yes"},
	/* a distance counts nobody */
	{"ROME (AP) - Some 12 people were saved after a boat sank about 30 miles south of the island of Lampedusa.",
	 "rescued", "Lampedusa;hint=island;near=yes"},
	/* a capital in the dateline alone means its country, where that is named */
	{"LILONGWE (Agency) - Malawi's outbreak goes on.\n\nThe ministry counted 9 dead.", "killed", "Malawi"},
	{"LILONGWE (Agency) - The outbreak goes on.\n\nThe ministry counted 9 dead.", "killed", "LILONGWE"},
	{"BLANTYRE (Agency) - Malawi's outbreak goes on.\n\nThe ministry counted 9 dead.", "killed", "BLANTYRE"},
	/* the town that a division stands before; what a region borders on */
	{"A bomb in the Punjab provincial capital of Lahore killed 70 people.", "killed", "Lahore;hint=city;in=Punjab"},
	{"A bomb in the Punjab province of Pakistan killed 70 people.", "killed", "Punjab;hint=province;in=Pakistan"},
	{"Fighting in Peshawar went on. Some 10 men died in the region bordering Niger.", "killed", "Peshawar"},
	/* to a small town one goes for what happens there */
	{"LAMPEDUSA, Italy (Agency) - Survivors came ashore.\n\nThe UN refugee agency said 17 people had died.",
	 "killed", "LAMPEDUSA;in=Italy"},
	{"GENEVA (Agency) - Ministers met.\n\nThe UN refugee agency said 17 people had died.", "killed", ""},
	/* below the heading of a country */
	{"FIJI\nHouses in Suva burned.\nTONGA\nUp to 12 people are missing.\n", "missing", "TONGA"},
	{"Fiji: storms\nHouses in Suva burned.\nTonga: floods and winds\nUp to 12 people are missing.\n", "missing",
	 "Tonga"},
	{"FIJI\nHouses in Suva burned.\nTONGA\nIn Samoa 12 people are missing.\n", "missing", "Samoa"},
	/* or behind it, in its paragraph */
	{"Storms struck.\n\nFIJI: Houses in Suva burned.\n\nTONGA: The flood rose. Up to 12 people are missing.\n",
	 "missing", "TONGA"},
	{"Storms struck.\n\nFIJI: Houses burned.\n\nTONGA: The flood rose.\n\nIn Samoa 12 people are missing.\n",
	 "missing", "Samoa"},
	{"SUVA: Houses in Nadi burned.\n\nUp to 12 people are missing. Nadi is shut.\n", "missing", "Nadi"},
	/* labels of a page are none */
	{"Fiji\nTonga\nHouses in Suva burned. Suva is shut.\nUp to 12 people are missing.\n", "missing", "Suva"},
	/* nor is where a body of many states sits */
	{"GENEVA (Agency) - Samoa has an outbreak of measles, and Samoa has closed its schools.\n\nThere were 900 "
	 "cases.",
	 "infected", "Samoa"},
	{"GENEVA (Agency) - UNICEF said there were 900 cases.", "infected", ""},
	{"GENEVA (Agency) - Police in Geneva said 9 people died.", "killed", "Geneva"},
	{"Fever broke out in Lima. Officials in Geneva said 9 people had died there.", "killed", "Geneva"},
	{"A ship sank off Lima. A man in Geneva said 9 people died.", "killed", "Lima;near=yes"},
	{"VIENNA (Agency) - Police said 9 people died.", "killed", "Austria"},
	{"VIENNA (Agency) - UNICEF said 9 people died.", "killed", ""},
	{"ROME (Agency) - A fire in a hotel killed 9 people. A French nurse was saved. French doctors flew in.",
	 "killed", "Italy"},
	{"LIMA (Agency) - Guests of the Japanese embassy are held. The Japanese envoy phoned.\n\nRebels hold 70 "
	 "people.",
	 "abducted", "Peru"},
	/* a country that has them */
	{"LONDON (Agency) - UNICEF said Samoa had 900 cases of measles.", "infected", "Samoa"},
	{"Doctors met in Lima. Jordan hosts 600 refugees.", "sheltered", "Jordan"},
	{"Doctors met in Lima. Chile, fighting the flu, said it had 90 cases.", "infected", "Chile"},
	{"Doctors met in Lima. Chile has been told that 90 people died.", "killed", "Lima"},
	{"Doctors met in Lima. Chile had an envoy who said that 90 people died.", "killed", "Lima"},
	{"Doctors met in Lima. Chile sent 90 nurses.", "deployed", "Lima"},
	/* what a sentence opens with, and what "where" tells of */
	{"Doctors met in Lima. In Chile, the only country with deaths of the new flu that came by sea from the far "
	 "north "
	 "in spring, the government puts the toll at 150.",
	 "killed", "Chile"},
	{"Doctors met in Lima. In Chile, Ana Qwert said 150 people had died.", "killed", "Lima"},
	{"Doctors met in Lima. He drew lessons from Chile, where an army of rebels and deserters killed 40 men.",
	 "killed", "Chile"},
	/* where something moves to */
	{"Floods hit Lima. The storm moved on towards Chile. It killed 40 people.", "killed", "Lima"},
	{"Floods hit Lima. The storm moved on towards Chile. There, it killed 40 people.", "killed", "Chile"},
	/* a people's adjective is no parish of its name */
	{"Doctors met in Lima. A German tourist was among the 9 dead.", "killed", "Lima"},
	{"Fighting in the Somali region killed 20 men.", "killed", "Somali region"},
	/* nor is a company */
	{"A dam of Vale SA burst. Vale had 300 workers there who are missing.", "missing", ""},
	/* whose forces they are */
	{"US air strikes to drive militants from the city of Kunduz have killed 16 people.", "killed",
	 "Kunduz;hint=city"},
	{"At least 12 people have died in US floods.", "killed", "US"},
	/* what is counted behind the conjunction has the place behind it */
	{"The toll of floods in Peru has risen to 27 as four more people died in Lima.", "killed", "Peru"},
	{"Two children died in Lima and 12 men in Cusco.", "killed", "Cusco"},
	{"Two children died in Lima and 12 men were hurt.", "injured", "Lima"},
	/* a comparison's */
	{"The fire in Chile has burned 400 homes, surpassing that in Peru.", "destroyed", "Chile"},
	/* where they went from there */
	{"Gunmen killed 12 people before fleeing to Chad. They had come to Niamey.", "killed", "Niamey"},
	{"Some 12 thousand fled to Chad.", "displaced", "Chad"},
	/* where it was written, and where the press was told */
	{"Lima: In all 12 men, two of them boys, were shot dead in a raid on a mine near Cusco.", "killed",
	 "Cusco;near=yes"},
	{"She told reporters in Geneva that it was bad. On Monday 40 refugees arrived.", "displaced", ""},
	/* what struck the place */
	{"As an aftershock jolted Nepal, officials said 40 people had died. The dead in Lima rose in Lima.", "killed",
	 "Nepal"},
	{"The worst-hit city in Peru was Cusco, where 40 died.", "killed", "Cusco"},
	/* many towns, or one told late */
	{"In all 40 died. Two died in Lima, one in Cusco, one in Arequipa and three in Piura.", "killed", "Peru"},
	{"Peruvian troops opened fire. In all 40 people died. Others marched. They raided the town of Cusco.", "killed",
	 "Peru"},
	{"In all 40 people, most of them farmers in 11 districts, lost crops. Rain fell on Lima.", "affected", "Peru"},
	{"Men fled to Chad. Sudan has been gripped by a war that has killed 12 people.", "killed", "Sudan"},
	{"Men fled to Chad. Sudan has said that 12 people were killed.", "killed", "Chad"},
	{"At the camp of Abyei 9 people died when Sudan's paramilitary forces came.", "killed", "Abyei;hint=camp"},
	{"In all 12 people were killed and others hurt after a bus full of men fell off a bridge in northern Indian "
	 "state "
	 "of Bihar. They came from Delhi. Delhi mourns.",
	 "killed", "Bihar;hint=province;in=Indian"},
	/* another year's is told to compare, last year's last months are near */
	{"In all 12 pupils were freed. A bus burned in Homs. In 2014 shells hit Idlib. In 2015 shells hit Idlib.",
	 "released", "Homs"},
	{"In all 12 pupils were freed. A bus burned in Homs. In May 2014 shells hit Idlib and Idlib fell.", "released",
	 "Homs"},
	{"In all 12 pupils were freed. In 2020 shells hit Idlib. They hit Idlib again. A bus burned in Homs.",
	 "released", "Idlib"},
	{"In all 12 pupils were freed. In December 2019 shells hit Idlib and Idlib fell. A bus burned in Homs.",
	 "released", "Idlib"},
	{"In all 12 pupils were freed. In 2014 shells hit Idlib.", "released", "Idlib"},
	/* an office's name says where nothing is */
	{"Two men died in Orlando. The Florida Department of Health is looking into 9 cases.", "infected", "Orlando"},
};

Test(whereabouts, of_a_figure_are_what_governs_it)
{
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct str got = place_of(cases[i].text, cases[i].measure);

		cr_expect(str_is(got, cases[i].place), "'%s' is at '%.*s'", cases[i].text, STR_ARG(got));
	}
}

static const struct {
	const char *title, *text, *measure, *place;
} titled[] = {
	{"Mozambique: Cyclone update", "The storm moved on into Zimbabwe. It killed 200 people.", "killed",
	 "Mozambique"},
	{"Mozambique: Cyclone update", "The storm moved on into Zimbabwe. It killed 200 people in Harare.", "killed",
	 "Harare"},
	{"Mozambique: Cyclone update", "The storm hit Beira. It killed 200 people.", "killed", "Beira"},
	{"Zimbabwe after the cyclone", "The storm hit Beira. It killed 200 people.", "killed", "Beira"},
	{"Cyclone Idai: Mozambique National Situation Report 2", "In all 200 died. Rain fell on Beira.", "killed",
	 "Mozambique"},
	/* the title tells the number */
	{"Pakistan: Floods kill 40", "Rain fell in Sindh. In all 40 people died.", "killed", "Pakistan"},
	{"Floods kill 40 in Pakistan", "Rain fell in Sindh. In all 40 people died.", "killed", "Sindh"},
	{"Floods kill 40 in Karachi", "Rain fell in Peshawar. In all 40 people died.", "killed", "Karachi"},
	{"Floods kill 30 in Karachi", "Rain fell in Peshawar. In all 40 people died.", "killed", "Peshawar"},
	{"Floods kill 40 in Karachi and Hyderabad", "Rain fell in Peshawar. In all 40 people died.", "killed",
	 "Peshawar"},
};

Test(whereabouts, of_a_figure_may_be_told_by_the_title)
{
	for (size_t i = 0; i < sizeof titled / sizeof *titled; i++) {
		struct str got = place_under(titled[i].title, titled[i].text, titled[i].measure);

		cr_expect(str_is(got, titled[i].place), "'%s': '%s' is at '%.*s'", titled[i].title, titled[i].text,
			  STR_ARG(got));
	}
}

static bool is_told(const char *text, const char *country)
{
	struct reading *r = reading_of(str_of(text));
	struct names names;

	names_find(r, &names);
	return names.implied.n == 1 && str_is(names.implied.at[0], country);
}

Test(whereabouts, are_told_by_words_that_one_country_uses)
{
	cr_expect(is_told("Sheriff's deputies found two men.", "United States"));
	cr_expect(is_told("He was held at Leeds Crown Court.", "United Kingdom"));
	cr_expect(is_told("The state pays 2 crore rupees.", "India"));
	cr_expect_not(is_told("Police found two men.", "United States"));
}
