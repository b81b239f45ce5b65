#include "names.h"
#include "reading_of_test.h"

TestSuite(names, .init = begin, .fini = end);

static struct names names_of(const char *text, struct reading *r)
{
	struct names names;

	*r = *reading_of(str_of(text));
	names_find(r, &names);
	return names;
}

/* The text forms of all places, and of demonyms when asked for, '|' between. */
static struct str places_of(const char *text, bool demonyms)
{
	struct reading r;
	struct names names = names_of(text, &r);
	struct buf out = {.arena = &arena};

	for (size_t i = 0; i < names.n; i++)
		if (names.at[i].kind == NAME_PLACE || (demonyms && names.at[i].kind == NAME_DEMONYM))
			buf_printf(&out, "%s%.*s", out.n ? "|" : "", STR_ARG(names.at[i].where));
	return buf_str(&out);
}

static const struct {
	const char *text, *places;
} cases[] = {
	{"Shells fell on eastern Aleppo.", "Aleppo;part=east"},
	{"The eastern districts of Aleppo were shelled.", "Aleppo;part=east"},
	{"A market burned in Eastern Aleppo.", "Aleppo;part=east"},
	{"A blast hit the northern city of Homs.", "Homs;hint=city"},
	{"A blast hit the Syrian city of Homs.", "Homs;hint=city;in=Syrian"},
	{"People fled Homs' Waer district.", "Homs|Waer;hint=district;in=Homs"},
	{"Snow fell across Aleppo province.", "Aleppo;hint=province"},
	{"He was born in Springfield, Illinois, and moved.", "Springfield;in=Illinois"},
	{"Fire crews in Fargo, N.D., were called.", "Fargo;in=North Dakota"},
	{"Fighting was reported in and around Kabul.", "Kabul"},
	{"The convoy stopped near Mosul.", "Mosul;near=yes"},
	{"The convoy stopped 20 km north of Kirkuk.", "Kirkuk;near=yes"},
	{"A bomb went off in Lashkar Gah in southern Helmand province.", "Lashkar Gah;in=Helmand"},
	{"Troops left the outskirts of Kabul.", "Kabul;part=outskirts"},
	{"They met in downtown Baghdad.", "Baghdad;part=centre"},
	{"Boats sank in the Gulf of Aden.", "Gulf of Aden"},
	{"A boat sank off the coast of Libya.", "Libya;hint=coast;near=yes"},
	{"Aid reached Fuaa and Kafraya.", "Fuaa|Kafraya"},
	{"Shells hit al-Foua from Deir ez-Zor.", "al-Foua|Deir ez-Zor"},
	{"Syria's Aleppo was quiet.", "Syria|Aleppo;in=Syria"},
	{"Floods struck the village of Kafr Qwert in Idlib province.", "Kafr Qwert;hint=village;in=Idlib"},
	{"Nigeria's north-eastern Borno state is poor.", "Nigeria|Borno state;part=northeast;in=Nigeria"},
	{"Gangs rule in Port-au-Prince.", "Port-au-Prince"},
	{"The U.S. and the UAE agreed.", "U.S.|UAE"},
	{"Rain fell in Homs. Roofs in the west of the city leaked.", "Homs|Homs;part=west"},
	{"Rain fell in Homs. The city slept.", "Homs|Homs"},
	{"Rebels hold eastern Aleppo. Nine died in that part of the city.", "Aleppo;part=east|Aleppo;part=east"},
	{"Rebels hold eastern Aleppo. This part of the deal failed.", "Aleppo;part=east"},
	{"Two men died in Aleppo Friday.", "Aleppo"},
	{"Chicago Police Department officers came.", "Chicago"},
	{"Shells fell near Krasnoqwert on Sunday.", "Krasnoqwert;hint=named;near=yes"},
	{"CAIRO, 3 MAY -- THREE MEN DIED IN ALEXANDRIA.", "CAIRO|ALEXANDRIA"},
	{"FOUR MEN WERE SHOT IN SANTA ROSA DE LAS QUEBRADAS, POLICE SAID.", "SANTA ROSA DE LAS QUEBRADAS;hint=named"},
	{"A BOMB EXPLODED IN THE SAN QUINTERO NEIGHBORHOOD.", "SAN QUINTERO;hint=quarter"},
	{"THE MINE CAVED IN NEAR QUETZALPAN, A VILLAGE IN GUERRERO, TODAY.",
	 "QUETZALPAN;hint=village;near=yes;in=GUERRERO"},
	{"Nine men died in Somalia's Lower Shabelle region.", "Somalia|Lower Shabelle region;in=Somalia"},
	{"Nine men died in Cameroon's restive North-West region.", "Cameroon|North-West;hint=region;in=Cameroon"},
	{"Police in Homewood, a neighborhood in Pittsburgh, said so.",
	 "Homewood;hint=quarter;in=Pittsburgh|Pittsburgh"},
	{"Police in Chicago said five men died in the Roseland neighborhood.",
	 "Chicago|Roseland;hint=quarter;in=Chicago"},
	{"Floods hit Tana River and Garissa counties in Kenya.",
	 "Tana River;hint=district|Garissa;hint=district;in=Kenya"},
	{"Some 900 people fled Kafr Nun and Kafr Ayn districts.", "Kafr Nun;hint=district|Kafr Ayn;hint=district"},
	{"Gunmen raided Borno village on Monday.", "Borno"},
	{"Gunmen raided Idlib town on Monday.", "Idlib;hint=town"},
	{"Some were displaced from Qwertina area in Segou region.", "Qwertina;in=Segou"},
	{"Staunton police held two men.", "Staunton"},
	{"Uganda is calm. Two died in Northern Region.", "Uganda|Northern Region"},
	{"Floods cut the road between Peshawar and Nowshera.", "Peshawar|Nowshera"},
	{"THEY DIED IN SANTIAGO LAST SUNDAY.", "SANTIAGO"},
	{"Raiders burned the village of Qwert, about 30 km (19 miles) north of Mosul.",
	 "Qwert;hint=village;beside=Mosul|Mosul;near=yes"},
	{"Two men died in Springfield, 20 miles from Eugene.", "Springfield;beside=Eugene|Eugene"},
	{"A Wheat Ridge man drowned.", "Wheat Ridge"},
	{"He was found at a motel in the Denver suburb of Wheat Ridge.", "Denver|Wheat Ridge"},
	{"They fled to a suburb of Damascus.", "Damascus;part=suburbs"},
	{"They fled to the suburb of Douma.", "Douma"},
	{"Two men drowned in Kafr Qwertiya, a village in Idlib province.", "Kafr Qwertiya;hint=village;in=Idlib"},
	/* divisions within divisions, known or not, and beside others */
	{"Two men died in Qwertiga, in neighbouring Kaduna state.", "Qwertiga;in=Kaduna state"},
	{"Two men died in Qwertinma, in the Qwertuk township of Myanmar's Magway region.",
	 "Qwertinma;in=Magway;in=Myanmar"},
	{"Two men died in Qwertaras in Qwertungun district, North Sumatra province.", "Qwertaras;in=North Sumatra"},
	{"Two men died in Medellin, the capital of Antioquia.", "Medellin;hint=city;in=Antioquia"},
	{"Two men died in Qwertinma, in Homs and in Hama.", "Qwertinma;hint=named|Homs|Hama"},
	{"Two men died in Sirte, Libya's coastal city.", "Sirte;in=Libya"},
	{"Turkey's Hatay, Malatya and Adiyaman provinces shook.",
	 "Turkey|Hatay;hint=province;in=Turkey|Malatya;hint=province|Adiyaman;hint=province"},
	{"They died near Qwertuco, in the region of La Libertad.", "Qwertuco;near=yes;in=La Libertad"},
	{"They died in the Qwertersk district of Kyiv.", "Qwertersk;hint=district;in=Kyiv"},
	{"They died in the Qwertuk township of Myanmar.", "Qwertuk;hint=town;in=Myanmar"},
	{"They died in the West Bank city of Nablus.", "West Bank|Nablus;hint=city;in=West Bank"},
	{"In Tulkarm's Qwert Shams camp, two men died.", "Tulkarm|Qwert Shams;hint=camp;in=Tulkarm"},
	{"In Kutum, 40 people were killed in the Qwertab camp.", "Kutum|Qwertab;hint=camp;in=Kutum"},
	{"In Geneva, the UN said 40 people died in the Qwertab camp.", "Geneva"},
	{"Soldiers died near the border with Niger.", "Niger;hint=border;near=yes"},
	{"Soldiers died in a war with Niger.", "Niger"},
	{"The bus fell on Peru's Pacific coast.", "Peru"},
	{"The boat sank in the Pacific.", "Pacific"},
	/* beside a town is what is near it */
	{"A bus burned in Qwertiya, about 230 km from Bogota.", "Qwertiya;hint=named|Bogota"},
	{"The wounded lay in nearby Larissa.", "Larissa"},
};

Test(names, reads_places_with_their_part_kind_and_holder)
{
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct str got = places_of(cases[i].text, false);

		cr_expect(str_eq(got, str_of(cases[i].places)), "'%s' gives '%.*s'", cases[i].text, STR_ARG(got));
	}
}

static const char *const placeless[] = {
	"Jordan Smith met Chad Brown.",
	"President Washington slept.",
	"Denzel Washington left. Washington smiled.",
	"The Paris agreement holds.",
	"Reading is fun.",
	"Many of them may march on.",
	"The Syrian Observatory for Human Rights was silent.",
	"The New York Times was sold.",
	"Of all the men, one stayed.",
	"He gave us a date.",
	"Shots were fired near Pioneer Square.",
	"He lives in the South and moved East in May.",
	"A Sunni man and a Baloch woman wed.",
	"Victoria Jones sang.",
	"A CAR BOMB WENT OFF AND KILLED NINE MEN.",
	"THE MEN OF LA FAMILIA WERE FOUND IN GOOD HEALTH.",
	"THE GOVERNMENT DECLARED A STATE OF EMERGENCY TODAY.",
	"A man was shot on the Southwest Side.",
	"He was found in the 4500 block of South Aberdeen.",
	"He was found near Qwertwood Drive.",
	"SWAT officers came, and the SWAT van left.",
	"The wounded were taken to Mount Sinai Hospital.",
	"Taylor said the plan was legal. The senator wrote to Taylor on Thursday.",
	"He gave a letter to Energy Minister Angus Troy. She called on Troy to explain.",
	"Nobody was hurt in the Plaza.",
	"They attacked the troops in the Northern Region.",
	"Sarah Troy and Lincoln sang.",
	"",
	"\xff\xfe\x80 '' -- \"",
	"\xd0\x96\xd0\xb8\xd1\x82\xd0\xb5\xd0\xbb\xd0\xb8 \xd0\x9a\xd0\xb8\xd0\xb5\xd0\xb2\xd0\xb0.", /* Cyrillic */
	"\xe5\x9c\xa8\xe5\x8c\x97\xe4\xba\xac\xe3\x80\x82",					      /* Chinese */
	"\xd9\x81\xd9\x8a \xd8\xad\xd9\x84\xd8\xa8.",						      /* Arabic */
	"the of the of the",
};

Test(names, leaves_alone_what_only_looks_like_a_place)
{
	for (size_t i = 0; i < sizeof placeless / sizeof *placeless; i++) {
		struct str got = places_of(placeless[i], false);

		cr_expect(str_is_empty(got), "'%s' gives '%.*s'", placeless[i], STR_ARG(got));
	}
}

Test(names, tells_demonyms_from_places)
{
	struct str got = places_of("Turkish troops met the Syrians in Idlib.", true);

	cr_expect(str_eq(got, STR("Turkish;is=demonym|Syrians;is=demonym|Idlib")), "%.*s", STR_ARG(got));
}

static const struct {
	const char *text;
	enum name_stance stance;
} stances[] = {
	{"Ankara said it would not yield.", NAME_ACTS},
	{"Russia and Turkey agreed on terms.", NAME_ACTS},
	{"Turkey's army moved.", NAME_POSSESSES},
	{"Nine died in Turkey on Friday.", NAME_STANDS},
};

Test(names, tells_how_a_place_stands_in_its_sentence)
{
	for (size_t i = 0; i < sizeof stances / sizeof *stances; i++) {
		struct reading r;
		struct names names = names_of(stances[i].text, &r);

		for (uint32_t s = 0; s < r.sentences.n; s++)
			reading_tag(&r, s);
		names_find(&r, &names);
		cr_assert(names.n, "'%s'", stances[i].text);
		cr_expect_eq(names.at[0].stance, stances[i].stance, "'%s' gives %d", stances[i].text,
			     names.at[0].stance);
	}
}

static const struct {
	const char *text, *name;
	enum name_kind kind;
} people[] = {
	{"It was Staffan de Mistura who spoke.", "Staffan de Mistura", NAME_PERSON},
	{"It was Yasser al-Youssef who spoke.", "Yasser al-Youssef", NAME_PERSON},
	{"It was J. K. Rowling who spoke.", "J. K. Rowling", NAME_PERSON},
	{"It was Khalid bin Salman who spoke.", "Khalid bin Salman", NAME_PERSON},
	{"Then the NATO came.", "NATO", NAME_ORGANISATION},
};

Test(names, finds_people_and_organisations)
{
	for (size_t i = 0; i < sizeof people / sizeof *people; i++) {
		struct reading r;
		struct names names = names_of(people[i].text, &r);
		bool found = false;

		for (size_t k = 0; k < names.n; k++) {
			struct str text = reading_text(&r, names.at[k].first, names.at[k].n);

			found |= str_eq(text, str_of(people[i].name)) && names.at[k].kind == people[i].kind;
		}
		cr_expect(found, "'%s'", people[i].text);
	}
}

/* Names in order, inside the text, each in one sentence. */
Test(names, keeps_the_order_of_the_text)
{
	struct reading r;
	struct names names =
		names_of("Homs' Waer district, Syria. The city of Hama; Beirut's southern suburbs (Lebanon)", &r);

	for (size_t i = 0; i < names.n; i++) {
		cr_expect_leq(names.at[i].first + names.at[i].n, r.tokens.n);
		cr_expect_eq(r.sentence_of[names.at[i].first], names.at[i].sentence);
		if (i)
			cr_expect_geq(names.at[i].first, names.at[i - 1].first);
	}
}

Test(names, reads_a_million_capitals_in_linear_time)
{
	struct buf text = {.arena = &arena};
	struct reading r;

	for (int i = 0; i < 40000; i++)
		buf_add(&text, STR("New York Aleppo San Al-"));
	buf_add_char(&text, '\0');
	cr_expect_gt(names_of(text.at, &r).n, 1000);
}
