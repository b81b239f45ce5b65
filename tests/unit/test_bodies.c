#include <criterion/criterion.h>

#include "data_of_test.h"
#include "records/bodies.h"

static struct arena arena;
static const struct bodies *bodies;

static void init(void)
{
	struct err err;
	const struct lexicon *lex = lexicon_open(data_of_test("lexicon.bin"), &err);

	cr_assert(lex, "%s", err.message);
	arena = (struct arena){0};
	bodies = bodies_open(lex, &arena);
}

static void fini(void)
{
	arena_free(&arena);
}

TestSuite(bodies, .init = init, .fini = fini);

static const struct {
	const char *id, *part_of, *whole;
} cases[] = {
	{"us-navy", "us-ministry-of-defence", "us-government"},
	{"russian-reconciliation-centre", "russian-ministry-of-defence", "russian-government"},
	{"norwegian-ministry-of-defence", "norwegian-government", "norwegian-government"},
	{"norwegian-health-ministry", "norwegian-government", "norwegian-government"},
	{"norwegian-military", "norwegian-ministry-of-defence", "norwegian-government"},
	{"south-korean-police", "south-korean-government", "south-korean-government"},
	{"army", "ministry-of-defence", "government"},
	{"defence-ministry", "government", "government"},
	{"norwegian-soldiers", "norwegian-ministry-of-defence", "norwegian-government"},
	{"norwegian-forces", "norwegian-ministry-of-defence", "norwegian-government"},
	{"pan-american-health-organization", "world-health-organization", "united-nations"},
	{"sana", "syrian-state-media", "syrian-state-media"},
	/* part of none */
	{"united-nations", "", "united-nations"},
	{"free-syrian-army", "", "free-syrian-army"},
	{"lords-resistance-army", "", "lords-resistance-army"},
	{"norwegian-government", "", "norwegian-government"},
	{"rebels", "", "rebels"},
	{"rebel-commander", "", "rebel-commander"},
	{"salarmy", "", "salarmy"},
	{"army-wife", "", "army-wife"},
	{"", "", ""},
};

Test(bodies, lie_within_each_other_as_the_lexicon_tells)
{
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct str part_of = bodies_part_of(bodies, str_of(cases[i].id), &arena);
		struct str whole = bodies_whole(bodies, str_of(cases[i].id), &arena);

		cr_expect(str_eq(part_of, str_of(cases[i].part_of)), "%s: %.*s", cases[i].id, STR_ARG(part_of));
		cr_expect(str_eq(whole, str_of(cases[i].whole)), "%s: %.*s", cases[i].id, STR_ARG(whole));
	}
}

static const char *const named[][2] = {
	{"army", "military"},
	{"norwegian-soldiers", "norwegian-military"},
	{"government-forces", "government"},
	{"regime-troops", "government"},
	{"rebel-commander", "rebel-commander"},
	{"free-syrian-army", "free-syrian-army"},
	{"norwegian-military", "norwegian-military"},
	{"", ""},
};

Test(bodies, have_other_names)
{
	for (size_t i = 0; i < sizeof named / sizeof *named; i++) {
		struct str name = bodies_named(bodies, str_of(named[i][0]), &arena);

		cr_expect(str_eq(name, str_of(named[i][1])), "%s: %.*s", named[i][0], STR_ARG(name));
	}
}

Test(bodies, without_a_lexicon_none_is_part_of_another)
{
	const struct bodies *none = bodies_open(NULL, &arena);

	cr_expect(str_is_empty(bodies_part_of(none, STR("us-navy"), &arena)));
	cr_expect(str_eq(bodies_whole(none, STR("us-navy"), &arena), STR("us-navy")));
}
