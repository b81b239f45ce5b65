#include "folder_of_test.h"

#include "select.h"

TestSuite(select, .init = folder_begin, .fini = folder_end);

static bool takes(const char *conditions, enum released_name which, const void *record)
{
	struct select *s;
	struct err err = {0};

	cr_assert(select_parse(conditions, released_tables(&arena), &arena, &s, &err), "%s: %s", conditions,
		  err.message);
	return select_has(s, which, record, &arena);
}

Test(select, a_row_is_in_when_every_condition_holds)
{
	struct track t = {.measure = STR("evacuated"),
			  .place = {.id = STR("geonames:1/east"),
				    .name = STR("Eastern Aleppo"),
				    .parent_name = STR("Aleppo"),
				    .country = STR("SY")},
			  .status = ESTIMATE_CONTESTED};
	static const struct {
		const char *conditions;
		bool in;
	} cases[] = {
		{"place=Aleppo", true},
		{"place=aleppo measure=EVACUATED", true},
		{"  place=Aleppo   measure=evacuated ", true},
		{"place=\"Eastern Aleppo\"", true},
		{"place=\"eastern aleppo|Homs\" country=SY", true},
		{"measure=killed|evacuated", true},
		{"status=contested", true},
		{"place=geonames:1/east", true},
		{"place=Aleppo measure=killed", false},
		{"place=Alepp", false},
		{"country=TR", false},
		{"status=agreed", false},
		{"publisher=Times", true}, /* a track has none */
	};

	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
		cr_expect_eq(takes(cases[i].conditions, RELEASED_TRACKS, &t), cases[i].in, "%s", cases[i].conditions);
}

Test(select, a_list_holds_when_an_item_does)
{
	struct contradiction c = {0};

	strs_add(&arena, &c.sources, STR("red-cross"));
	strs_add(&arena, &c.sources, STR("army"));
	cr_expect(takes("sources=army", RELEASED_CONTRADICTIONS, &c));
	cr_expect_not(takes("sources=police", RELEASED_CONTRADICTIONS, &c));
}

Test(select, figures_are_taken_by_source_and_publisher)
{
	struct figure_row f = {.claim = {.source = {.id = STR("icrc"), .name = STR("Red Cross")}},
			       .article = {.publisher = STR("The Daily")}};

	cr_expect(takes("source=\"red cross\" publisher=\"the daily\"", RELEASED_FIGURES, &f));
	cr_expect(takes("source=icrc", RELEASED_FIGURES, &f));
	cr_expect_not(takes("source=un", RELEASED_FIGURES, &f));
}

Test(select, what_is_no_selection_is_told)
{
	static const char *const wrong[] = {"", "  ", "Aleppo", "=x", "place=", "plac=Aleppo", "place=\"Aleppo"};

	for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
		struct select *s;
		struct err err = {0};

		cr_expect_not(select_parse(wrong[i], released_tables(&arena), &arena, &s, &err), "%s", wrong[i]);
		cr_expect(err.message[0], "%s", wrong[i]);
	}
	struct select *none = NULL;

	cr_expect(select_has(none, RELEASED_TRACKS, NULL, &arena));
}
