#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/hash.h"
#include "data_of_test.h"
#include "records/gazetteer.h"

/* The build's own gazetteer, compiled once for all tests of a process. */
static const struct gazetteer *g;

static void begin(void)
{
	struct err err = {0};

	g = gazetteer_open(data_of_test("gazetteer.bin"), &err);
	cr_assert(g, "%s: %s", err.field, err.message);
}

static void end(void)
{
	gazetteer_close(g);
}

TestSuite(gazetteer, .init = begin, .fini = end);

static uint32_t best(const char *name)
{
	struct arena arena = {0};
	const uint32_t *places;
	size_t n = gazetteer_find(g, gazetteer_key(&arena, str_of(name)), &places);

	arena_free(&arena);
	return n ? places[0] : PLACE_NONE;
}

static const struct {
	const char *name, *key;
} keys[] = {
	{"Kafr Zaytā", "kafr zayta"},
	{"al-Foua", "foua"},
	{"Al Foua", "foua"},
	{"Deir ez-Zor", "deir zor"},
	{"El Paso", "el paso"},
	{"Ar Raqqah", "ar raqa"},
	{"Port-au-Prince", "port au prince"},
	{"St. Louis", "saint louis"},
	{"N’Djamena", "ndjamena"},
	{"‘Ayn al ‘Arab", "ayn arab"},
	{"Łódź", "lodz"},
	{"Diyarbakır", "diyarbakir"},
	{"U.S.", "^us"},
	{"UAE", "^uae"},
	{"us", "us"},
	{"", ""},
	{"-", ""},
};

/* Of every length; with double letters, and with what is no letter. */
static const char words[] = "a us ah st sta mt ft saw the see too gaza hama deer anna raqah kabul raqqa suffer tripoli "
			    "ttripoli tripolii aleppo zanzibar misrataa hargeisa kinshasah antananarivo thesssalonika "
			    "dnipropetrovsky dnipropetrovskyo dnipropetrovskyoo łódź zürich n’djamena o'neil 5a az{ "
			    "`abc U.S";

Test(gazetteer, files_a_word_the_same_whether_its_hash_is_known_or_not)
{
	for (struct str rest = str_of(words); rest.at;) {
		struct str word = str_cut(&rest, ' ');

		cr_expect_eq(gazetteer_lower(word, word, hash64(word)), gazetteer_word(word), "%.*s", STR_ARG(word));
	}
}

Test(gazetteer, files_a_name_without_marks_articles_and_doubled_letters)
{
	for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
		struct arena arena = {0};
		struct str key = gazetteer_key(&arena, str_of(keys[i].name));

		cr_expect(str_eq(key, str_of(keys[i].key)), "'%s' gives '%.*s'", keys[i].name, STR_ARG(key));
		arena_free(&arena);
	}
}

static const struct {
	const char *name, *id, *canonical, *country;
	enum place_kind kind;
} known[] = {
	{"Aleppo", "geonames:170063", "Aleppo", "SY", PLACE_CITY},
	{"Halab", "geonames:170063", "Aleppo", "SY", PLACE_CITY},
	{"Syria", "country:SY", "Syria", "SY", PLACE_COUNTRY},
	{"U.S.", "country:US", "United States", "US", PLACE_COUNTRY},
	{"Burma", "country:MM", "Myanmar", "MM", PLACE_COUNTRY},
	{"Swaziland", "country:SZ", "Eswatini", "SZ", PLACE_COUNTRY},
	{"Kiev", "geonames:703448", "Kyiv", "UA", PLACE_CITY},
	{"Rangoon", "geonames:1298824", "Yangon", "MM", PLACE_CITY},
	{"Bombay", "geonames:1275339", "Mumbai", "IN", PLACE_CITY},
	{"Saigon", "geonames:1566083", "Ho Chi Minh City", "VN", PLACE_CITY},
	{"al-Foua", "own:fuaa-sy", "Fuaa", "SY", PLACE_VILLAGE},
	{"Fouaa", "own:fuaa-sy", "Fuaa", "SY", PLACE_VILLAGE},
	{"Kefraya", "own:kafraya-sy", "Kafraya", "SY", PLACE_VILLAGE},
	{"Kfarya", "own:kafraya-sy", "Kafraya", "SY", PLACE_VILLAGE},
	{"Washington", "geonames:4140963", "Washington", "US", PLACE_CITY},
	{"Helmand", "admin1:AF.10", "Helmand", "AF", PLACE_ADMIN1},
	{"Orange County", "admin2:US.CA.059", "Orange County", "US", PLACE_ADMIN2},
	{"Donbass", "own:donbas-ua", "Donbas", "UA", PLACE_REGION},
	{"Middle East", "own:middle-east", "Middle East", "", PLACE_REGION_WORLD},
	{"Brooklyn", "geonames:5110302", "Brooklyn", "US", PLACE_DISTRICT},
	{"Mediterranean", "own:mediterranean-sea", "Mediterranean Sea", "", PLACE_SEA},
	{"Euphrates", "own:euphrates", "Euphrates", "", PLACE_LINE},
};

Test(gazetteer, finds_places_under_their_spellings_older_names_and_abbreviations)
{
	for (size_t i = 0; i < sizeof known / sizeof *known; i++) {
		uint32_t place = best(known[i].name);

		cr_assert(place != PLACE_NONE, "'%s' is unknown", known[i].name);
		struct place p = gazetteer_place(g, place);

		cr_expect(str_eq(p.id, str_of(known[i].id)), "'%s' is %.*s", known[i].name, STR_ARG(p.id));
		cr_expect(str_eq(p.name, str_of(known[i].canonical)), "'%s' is %.*s", known[i].name, STR_ARG(p.name));
		cr_expect(str_eq(p.country, str_of(known[i].country)), "'%s'", known[i].name);
		cr_expect_eq(p.kind, known[i].kind, "'%s' is of kind %d", known[i].name, p.kind);
	}
}

Test(gazetteer, knows_no_place_for_words_that_are_none)
{
	static const char *const none[] = {"",	       " ", "-", "Observatory", "government forces", "\xf0\x28\x8c\x28",
					   "\xff\xfe", "^"};

	for (size_t i = 0; i < sizeof none / sizeof *none; i++)
		cr_expect_eq(best(none[i]), PLACE_NONE, "'%s'", none[i]);
	cr_expect_neq(best("us"), best("US"), "a pronoun is no country");
}

static const struct {
	const char *word, *country;
} demonyms[] = {
	{"Syrian", "SY"}, {"Syrians", "SY"}, {"French", "FR"},	{"Frenchman", "FR"}, {"Spaniards", "ES"},
	{"U.S.", "US"},	  {"Dutch", "NL"},   {"Burmese", "MM"}, {"Russia", ""},	     {"fighters", ""},
};

Test(gazetteer, tells_the_country_of_a_demonym)
{
	for (size_t i = 0; i < sizeof demonyms / sizeof *demonyms; i++) {
		uint32_t want = gazetteer_country(g, str_of(demonyms[i].country));

		cr_expect_eq(gazetteer_demonym(g, str_of(demonyms[i].word)), want, "'%s'", demonyms[i].word);
	}
	struct str adjective = gazetteer_adjective(g, gazetteer_country(g, STR("SY")));

	cr_expect(str_eq(adjective, STR("Syrian")));
}

Test(gazetteer, lets_a_capital_stand_for_its_government)
{
	cr_expect_eq(gazetteer_speaks_for(g, best("Ankara")), gazetteer_country(g, STR("TR")));
	cr_expect_eq(gazetteer_speaks_for(g, best("Washington")), gazetteer_country(g, STR("US")));
	cr_expect_eq(gazetteer_speaks_for(g, best("Istanbul")), PLACE_NONE);
	cr_expect_eq(gazetteer_speaks_for(g, best("Syria")), PLACE_NONE);
	cr_expect_eq(gazetteer_speaks_for(g, best("Lilongwe")), PLACE_NONE);
	cr_expect_eq(gazetteer_capital_of(g, best("Lilongwe")), gazetteer_country(g, STR("MW")));
	cr_expect_eq(gazetteer_capital_of(g, best("Ankara")), gazetteer_country(g, STR("TR")));
	cr_expect_eq(gazetteer_capital_of(g, best("Istanbul")), PLACE_NONE);
}

Test(gazetteer, knows_what_lies_inside_what)
{
	cr_expect(gazetteer_within(g, best("Fuaa"), best("Syria")));
	cr_expect(gazetteer_within(g, best("Ramouseh"), best("Aleppo")));
	cr_expect(gazetteer_within(g, best("Aleppo"), best("Aleppo")));
	cr_expect_not(gazetteer_within(g, best("Syria"), best("Aleppo")));
	cr_expect_not(gazetteer_within(g, best("Mosul"), best("Syria")));
	cr_expect_eq(gazetteer_rolled_up(g, best("Ramouseh")), best("Aleppo"));
	cr_expect_eq(gazetteer_rolled_up(g, best("Brooklyn")), best("New York City"));
	cr_expect_eq(gazetteer_rolled_up(g, best("Fuaa")), best("Fuaa"));
	cr_expect_eq(gazetteer_rolled_up(g, best("Syria")), best("Syria"));
}

Test(gazetteer, wholes_are_what_a_place_lies_within_the_smallest_first)
{
	uint32_t wholes[GAZETTEER_WHOLES];
	size_t n = gazetteer_wholes(g, best("Ramouseh"), wholes);

	cr_assert_geq(n, 3);
	cr_expect_eq(wholes[0], best("Ramouseh"));
	cr_expect_eq(wholes[1], best("Aleppo"));
	cr_expect_eq(wholes[n - 1], best("Syria"));
	for (size_t i = 0; i < n; i++)
		cr_expect(gazetteer_within(g, best("Ramouseh"), wholes[i]));
}

Test(gazetteer, measures_distances)
{
	cr_expect_eq(gazetteer_distance_km(g, best("Aleppo"), best("Aleppo")), 0);
	cr_expect(abs(gazetteer_distance_km(g, best("Paris"), best("London")) - 344) < 6);
	cr_expect(abs(gazetteer_distance_km(g, best("Auckland"), best("Madrid")) - 19600) < 300);
}

Test(gazetteer, reads_abbreviated_states_behind_a_comma)
{
	cr_expect(str_eq(gazetteer_place(g, gazetteer_suffix(g, STR("Ill."))).name, STR("Illinois")));
	cr_expect(str_eq(gazetteer_place(g, gazetteer_suffix(g, STR("ND"))).name, STR("North Dakota")));
	cr_expect(str_eq(gazetteer_place(g, gazetteer_suffix(g, STR("N.H."))).name, STR("New Hampshire")));
	cr_expect_eq(gazetteer_suffix(g, STR("in")), PLACE_NONE);
	cr_expect_eq(gazetteer_suffix(g, STR("Aleppo")), PLACE_NONE);
}

Test(gazetteer, has_parents_that_end_at_the_top)
{
	for (uint32_t i = 0; i < gazetteer_places(g); i++) {
		uint32_t up = i;
		int steps = 0;

		while (up != PLACE_NONE && steps++ < 8)
			up = gazetteer_place(g, up).parent;
		cr_assert_eq(up, PLACE_NONE, "%s goes round", gazetteer_place(g, i).id.at);
		cr_assert(gazetteer_place(g, i).name.n, "%s has no name", gazetteer_place(g, i).id.at);
	}
}

static void put(const char *folder, const char *name, const char *text)
{
	char path[160];

	snprintf(path, sizeof path, "%s/%s", folder, name);
	FILE *file = fopen(path, "wb");

	cr_assert(file);
	fputs(text, file);
	fclose(file);
}

static const struct {
	const char *file, *text, *where;
} wrong[] = {
	{"countries.csv",
	 "code,code3,name,names,abbreviations,adjectives,people,capital,speaks,lat,lon,population\nS,,Syria,,,,,,no,1,"
	 "1,1\n",
	 "countries.csv:2"},
	{"countries.csv",
	 "code,code3,name,names,abbreviations,adjectives,people,capital,speaks,lat,lon,population\nSY,,Syria,,,,,,no,"
	 "95,1,1\n",
	 "countries.csv:2"},
	{"countries.csv", "code,name\n", "countries.csv:1"},
	{"countries.csv", "", "countries.csv:1"},
};

Test(gazetteer, names_file_and_line_of_a_wrong_row)
{
	char folder[64], out[80], command[128];

	snprintf(folder, sizeof folder, "/tmp/recount-gazetteer-%ld", (long)getpid());
	snprintf(out, sizeof out, "%s/out.bin", folder);
	snprintf(command, sizeof command, "rm -rf '%s'", folder);
	mkdir(folder, 0777);
	for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
		struct err err = {0};

		put(folder, wrong[i].file, wrong[i].text);
		cr_expect_not(gazetteer_compile(folder, out, &err), "%zu", i);
		cr_expect(str_ends(str_of(err.field), str_of(wrong[i].where)), "%s", err.field);
	}
	put(folder, "foreign.bin",
	    "nothing that a program of ours wrote, whatever its length may be, and it is long enough "
	    "to hold a header, which is a little over three hundred bytes, so that the check of the "
	    "magic and not that of the length is what refuses it in the end, as it should be, dear "
	    "reader of tests, since that is the commoner mistake by far, and now it is done at last.");
	snprintf(out, sizeof out, "%s/foreign.bin", folder);
	cr_expect_null(gazetteer_open(out, &(struct err){0}));
	cr_assert_eq(system(command), 0);
}

/* Whose tables say other divisions than its places do, and who lies in a part of the world, not in a town of its name.
 */
Test(gazetteer, believes_no_division_that_fits_by_chance)
{
	static const char *const none[] = {"Hanoi", "Ho Chi Minh City", "Korean Peninsula", "Leeward Islands"};

	for (size_t i = 0; i < sizeof none / sizeof *none; i++) {
		uint32_t place = best(none[i]);

		cr_assert_neq(place, PLACE_NONE, "%s", none[i]);
		cr_expect_eq(gazetteer_place(g, place).admin1.n, 0, "%s", none[i]);
	}
	cr_expect(str_is(gazetteer_place(g, best("Kandahar")).admin1, "Kandahar"));
}
