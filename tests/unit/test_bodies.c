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
	{"army", "military", "government"},
	{"defence-ministry", "ministry-of-defence", "government"},
	{"pan-american-health-organization", "world-health-organization", "united-nations"},
	/* part of none */
	{"united-nations", "", "united-nations"},
	{"free-syrian-army", "", "free-syrian-army"},
	{"lords-resistance-army", "", "lords-resistance-army"},
	{"norwegian-government", "", "norwegian-government"},
	{"rebels", "", "rebels"},
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

Test(bodies, without_a_lexicon_none_is_part_of_another)
{
	const struct bodies *none = bodies_open(NULL, &arena);

	cr_expect(str_is_empty(bodies_part_of(none, STR("us-navy"), &arena)));
	cr_expect(str_eq(bodies_whole(none, STR("us-navy"), &arena), STR("us-navy")));
}
