#include "whose.h"

#include <criterion/criterion.h>

#include "data_of_test.h"

static const struct {
	const char *surface, *subject, *noun, *source, *type, *want;
} cases[] = {
	{"200 Azerbaijani soldiers", "soldiers", "soldiers", "", "", "Azerbaijani"},
	{"12 Israeli soldiers", "soldiers", "soldiers", "", "", "Israeli"},
	{"at least 30 Syrian army soldiers", "soldiers", "soldiers", "", "", "Syrian"},
	{"nine Afghan fighters", "fighters", "fighters", "", "", "Afghan"},
	{"50 of its soldiers", "soldiers", "soldiers", "Ukrainian military", "military", "Ukrainian"},
	{"50 of its soldiers", "soldiers", "soldiers", "SOHR", "monitor", ""},
	{"50 soldiers", "soldiers", "soldiers", "Ukrainian military", "military", ""},
	{"40 Turkish and Syrian soldiers", "soldiers", "soldiers", "", "", ""},
	{"40 polish soldiers", "soldiers", "soldiers", "", "", ""},
	{"40 Syrian civilians", "civilians", "civilians", "", "", ""},
	{"40 Syrians", "people", "Syrians", "", "", ""},
};

static const struct gazetteer *places;

static void begin(void)
{
	struct err err = {0};

	places = gazetteer_open(data_of_test("gazetteer.bin"), &err);
	cr_assert(places, "%s: %s", err.field, err.message);
}

static void end(void)
{
	gazetteer_close(places);
}

TestSuite(whose, .init = begin, .fini = end);

static struct claim claim_of(const char *surface, const char *subject, const char *noun)
{
	return (struct claim){.surface = str_of(surface), .subject = str_of(subject), .noun = str_of(noun)};
}

Test(whose, who_fights_is_of_the_side_that_the_words_tell)
{
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct claim c = claim_of(cases[i].surface, cases[i].subject, cases[i].noun);

		c.source = (struct source_ref){
			.id = str_of(cases[i].source), .name = str_of(cases[i].source), .type = str_of(cases[i].type)};
		struct str got = whose_side(&c, NULL, places);

		cr_expect(str_eq(got, str_of(cases[i].want)), "'%s' gives '%.*s', not '%s'", cases[i].surface,
			  STR_ARG(got), cases[i].want);
	}
}

Test(whose, a_number_without_its_noun_goes_on_in_its_sentence)
{
	struct claim before = claim_of("1,280 Syrian troops", "soldiers", "troops"),
		     c = claim_of("2,700 wounded", "soldiers", "troops"),
		     other = claim_of("70 troops", "soldiers", "troops");

	before.side = STR("Syrian");
	cr_expect(str_is(whose_side(&c, &before, places), "Syrian"));
	cr_expect(str_is(whose_side(&other, &before, places), ""));
	c.sentence_start = 80;
	cr_expect(str_is(whose_side(&c, &before, places), ""));
}

Test(whose, people_are_told_apart_by_their_country_abroad)
{
	static const struct {
		const char *surface, *measure, *country, *want;
	} people[] = {
		{"1,415 Canadians", "missing", "HT", "Canadian"},
		{"no British casualties", "casualties", "HT", "British"},
		{"eight Israelis", "killed", "EG", "Israeli"},
		{"eight Israelis", "killed", "IL", ""},
		{"eight Israelis", "killed", "", ""},
		{"24,000 Syrians", "displaced", "TR", ""},
		{"12 villagers", "killed", "EG", ""},
	};

	for (size_t i = 0; i < sizeof people / sizeof *people; i++) {
		struct claim c = claim_of(people[i].surface, "people", "");

		c.measure = str_of(people[i].measure);
		c.place.country = str_of(people[i].country);
		struct str got = whose_side(&c, NULL, places);

		cr_expect(str_eq(got, str_of(people[i].want)), "'%s' gives '%.*s'", people[i].surface, STR_ARG(got));
	}
}
