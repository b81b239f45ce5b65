#include <criterion/criterion.h>

#include "data_of_test.h"
#include "where.h"

static const struct gazetteer *g;
static struct arena arena;

static void begin(void)
{
	struct err err = {0};

	g = gazetteer_open(data_of_test("gazetteer.bin"), &err);
	cr_assert(g, "%s: %s", err.field, err.message);
}

static void end(void)
{
	arena_free(&arena);
	gazetteer_close(g);
}

TestSuite(where, .init = begin, .fini = end);

enum { MOST = 16 };

/* The place of the first expression of a document that names all of them ('|' between). */
static struct place_ref resolve_under(const char *dateline, const char *expressions)
{
	struct mention mentions[MOST] = {{.kind = MENTION_NONE}};
	struct str rest = str_of(expressions);
	struct place_ref out;
	size_t n = 0;

	while (rest.at && n < MOST)
		mentions[n++].place = str_cut(&rest, '|');
	for (size_t i = 0; i < n; i++)
		strs_add(&arena, &mentions[0].places, mentions[i].place);
	mentions[0].dateline_place = str_of(dateline);
	where_resolve(where_document(where_names_open(g, &arena), mentions, n, &arena), &mentions[0], &out);
	return out;
}

static struct place_ref resolve(const char *expressions)
{
	return resolve_under("", expressions);
}

static const struct {
	const char *expressions, *id, *name;
	int64_t precision;
} cases[] = {
	{"Aleppo", "geonames:170063", "Aleppo", 1},
	{"Aleppo;part=east", "geonames:170063/east", "Eastern Aleppo", 1},
	{"Aleppo;part=outskirts", "geonames:170063/outskirts", "Outskirts of Aleppo", 1},
	{"Aleppo;hint=province", "admin1:SY.09", "Aleppo", 4},
	{"Aleppo;near=yes", "geonames:170063", "Aleppo", 2},
	{"Fouaa|Idlib|Syria", "own:fuaa-sy", "Fuaa", 1},
	{"al-Foua", "own:fuaa-sy", "Fuaa", 1},
	{"Syrian;is=demonym", "country:SY", "Syria", 6},
	{"Syria;part=north", "country:SY/north", "Northern Syria", 5},
	{"Syria;hint=border|Turkey", "country:SY", "Syria", 5},
	{"Springfield;in=Illinois", "geonames:4250542", "Springfield", 1},
	{"Springfield;in=Massachusetts", "geonames:4951788", "Springfield", 1},
	{"Tripoli|Beirut|Lebanon|Sidon", "geonames:266826", "Tripoli", 1},
	{"Tripoli|Benghazi|Libya", "geonames:2210247", "Tripoli", 1},
	{"Miami|Nassau|Bahamas|Bahamas", "geonames:4164138", "Miami", 1},
	{"Bale|Maiduguri|Nigeria|Borno", "name:bale-ng", "Bale", 5},
	{"Fatima;hint=site|Kano|Nigeria", "name:fatima-ng", "Fatima", 5},
	{"Georgia|Tbilisi|Gori", "country:GE", "Georgia", 6},
	{"Georgia|Atlanta|Jefferson", "admin1:US.GA", "Georgia", 4},
	{"Tripoli;in=Lebanon|Libya", "geonames:266826", "Tripoli", 1},
	{"Georgia|Atlanta|Alabama|U.S.", "admin1:US.GA", "Georgia", 4},
	{"Georgia|Russia|Tbilisi", "country:GE", "Georgia", 6},
	{"Paris|France", "geonames:2988507", "Paris", 1},
	{"Paris;in=Texas|U.S.", "geonames:4717560", "Paris", 1},
	{"Hyderabad|Karachi|Pakistan|Sindh", "geonames:1176734", "Hyderabad", 1},
	{"Punjab|India|Amritsar", "admin1:IN.23", "Punjab", 4},
	{"Punjab|Pakistan|Lahore", "admin1:PK.04", "Punjab", 4},
	{"Mediterranean", "own:mediterranean-sea", "Mediterranean Sea", 7},
	{"Euphrates;hint=river", "own:euphrates", "Euphrates", 5},
	{"Middle East", "own:middle-east", "Middle East", 7},
	{"Donbas", "own:donbas-ua", "Donbas", 5},
	{"Kiev|Ukraine", "geonames:703448", "Kyiv", 1},
	{"ACCRA", "geonames:2306104", "Accra", 1},
	{"URRAO|BOGOTA", "geonames:3666395", "Urrao", 1},
	{"Odessa", "geonames:698740", "Odesa", 1},
	{"Annapolis|Baltimore", "geonames:4347242", "Annapolis", 1},
	{"Henry County|HENRY COUNTY;in=Indiana", "admin2:US.IN.065", "Henry County", 3},
	{"Jackson County;in=Oregon", "admin2:US.OR.029", "Jackson County", 3},
	{"Harris County|Houston", "admin2:US.TX.201", "Harris County", 3},
	{"DeKalb County|U.S.", "name:dekalb-county-us", "DeKalb County", 5},
	{"Pacific|U.S.", "own:pacific-ocean", "Pacific Ocean", 7},
	{"Homewood|Pittsburgh", "name:homewod-us", "Homewood", 5},
	{"Homewood|Birmingham;in=Alabama|Alabama", "geonames:4067927", "Homewood", 1},
	{"Homewood;hint=quarter;in=Pittsburgh|Pittsburgh", "name:homewod-us", "Homewood, Pittsburgh", 3},
	/* of the town whose police speak, in America */
	{"Garfield|Pittsburgh|Pittsburgh;seat=yes", "name:garfield-us", "Garfield, Pittsburgh", 3},
	{"Garfield|New Jersey|Pittsburgh|Pittsburgh;seat=yes", "geonames:5098343", "Garfield", 1},
	{"Penn Hills|Pittsburgh|Pittsburgh;seat=yes", "geonames:5205377", "Penn Hills", 1},
	{"Cleveland|Pittsburgh|Pittsburgh;seat=yes", "geonames:5150529", "Cleveland", 1},
	{"Qwert;hint=village|Pittsburgh|Pittsburgh;seat=yes", "name:qwert-us", "Qwert", 5},
	{"Qwert;hint=named|Kabul|Kabul;seat=yes", "name:qwert-af", "Qwert", 5},
	/* no division of a country that American news tells nothing of */
	{"Northland|United States|Kansas City", "name:northland-us", "Northland", 5},
	{"Northland|New Zealand|United States|United States", "admin1:NZ.F6", "Northland", 4},
	{"Austin;hint=quarter|Texas", "name:austin-us", "Austin", 5},
	{"Karrada;hint=quarter;in=Baghdad|Baghdad", "own:karrada-iq", "Karrada", 1},
	{"Birmingham|United States", "geonames:4049979", "Birmingham", 1},
	{"Birmingham", "geonames:2655603", "Birmingham", 1},
	{"Springfield;beside=Eugene", "geonames:5754005", "Springfield", 1},
	{"Tudun Wada;hint=village;beside=Gusau", "name:tudun-wada-ng", "Tudun Wada", 2},
	{"Tempe;near=yes|Greece|Athens|Larissa", "name:tempe-gr", "Tempe", 5},
	{"Tempe;hint=town;near=yes|Larissa;in=Greece", "name:tempe-gr", "Tempe", 5},
	{"Larissa;in=Greece|Tempe", "geonames:258576", "Larissa", 1},
	{"Tempe|Phoenix|Arizona", "geonames:5317058", "Tempe", 1},
	{"Tempe;in=Arizona|Greece|Athens", "geonames:5317058", "Tempe", 1},
	{"Chicago|Syria|Aleppo", "geonames:4887398", "Chicago", 1},
	{"Mina|Lebanon|Tripoli|Beirut", "name:mina-lb", "Mina", 5},
	{"Mina|Nigeria", "geonames:2330100", "Minna", 1},
	{"Nur Shams;hint=camp;in=Tulkarm|Tulkarm|West Bank", "own:nur-shams-ps", "Nur Shams", 1},
	{"Camana;hint=province|Peru", "geonames:3945985", "Camaná", 4},
	{"Avdiivka|Kyiv|Ukraine", "own:avdiivka-ua", "Avdiivka", 1},
	{"Kafr Ayn Something;hint=village|Syria", "name:kafr-ayn-something-sy", "Kafr Ayn Something", 5},
	{"Kafr Ayn Something;hint=village;in=Idlib|Syria", "name:kafr-ayn-something-sy", "Kafr Ayn Something", 4},
};

Test(where, tells_places_apart_by_the_document_and_the_words)
{
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct place_ref ref = resolve(cases[i].expressions);

		cr_expect(str_eq(ref.id, str_of(cases[i].id)), "'%s' is %.*s", cases[i].expressions, STR_ARG(ref.id));
		cr_expect(str_eq(ref.name, str_of(cases[i].name)), "'%s' is '%.*s'", cases[i].expressions,
			  STR_ARG(ref.name));
		cr_expect_eq(ref.precision, cases[i].precision, "'%s' has precision %ld", cases[i].expressions,
			     (long)ref.precision);
	}
}

Test(where, takes_a_quarter_for_one_of_the_city_of_the_dateline)
{
	static const struct {
		const char *dateline, *expressions, *name;
	} told[] = {
		{"PITTSBURGH", "Homewood|PITTSBURGH", "Homewood, Pittsburgh"},
		{"CHICAGO", "Austin;hint=quarter;in=CHICAGO|CHICAGO", "Austin, Chicago"},
		{"CHICAGO", "Chatham;hint=quarter;in=CHICAGO|CHICAGO", "Chatham"}, /* known there */
		{"CHICAGO", "Springfield|CHICAGO", "Springfield"},
		{"SALEM", "Qwert;hint=named|SALEM", "Qwert"},	/* too small a town */
		{"BEIRUT", "Qwert;hint=named|BEIRUT", "Qwert"}, /* reporters tell of all the country */
	};

	for (size_t i = 0; i < sizeof told / sizeof *told; i++) {
		struct place_ref ref = resolve_under(told[i].dateline, told[i].expressions);

		cr_expect(str_eq(ref.name, str_of(told[i].name)), "'%s' is '%.*s'", told[i].expressions,
			  STR_ARG(ref.name));
	}
}

Test(where, rolls_the_parts_of_a_city_up_to_it)
{
	static const char *const inside[] = {"Aleppo;part=east", "Ramouseh|Aleppo|Syria", "Bustan al-Qasr|Syria",
					     "Aleppo;hint=city"};

	for (size_t i = 0; i < sizeof inside / sizeof *inside; i++) {
		struct place_ref ref = resolve(inside[i]);

		cr_expect(str_eq(ref.parent_id, STR("geonames:170063")), "'%s' is in %.*s", inside[i],
			  STR_ARG(ref.parent_id));
		cr_expect(str_eq(ref.parent_name, STR("Aleppo")));
	}
}

static const char *const nowhere[] = {
	"", ";", ";part=east", "Qwxyz", "Qwxyzian;is=demonym", "=;=;=", "\xff\xfe;in=\xff"};

Test(where, leaves_alone_what_names_no_place)
{
	for (size_t i = 0; i < sizeof nowhere / sizeof *nowhere; i++)
		cr_expect(str_is_empty(resolve(nowhere[i]).id), "'%s' is %.*s", nowhere[i],
			  STR_ARG(resolve(nowhere[i]).id));
}

Test(where, reads_ten_thousand_places_in_one_document)
{
	enum { PLACES = 10000 };
	struct mention *mentions = ARENA_ARRAY(&arena, struct mention, PLACES);
	struct place_ref out;

	for (size_t i = 0; i < PLACES; i++) {
		mentions[i].place = str_printf(&arena, "San Antonio;in=Place %zu;in=Texas", i % 5000);
		strs_add(&arena, &mentions[0].places, mentions[i].place);
	}
	struct where *w = where_document(where_names_open(g, &arena), mentions, PLACES, &arena);

	for (size_t i = 0; i < PLACES; i++)
		cr_assert(where_resolve(w, &mentions[i], &out));
}
