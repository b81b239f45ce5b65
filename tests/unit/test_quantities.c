#include "held_of_test.h"
#include "quantities.h"
#include "rows.h"

static struct arena arena;

static void init(void)
{
	arena = (struct arena){0};
}

static void fini(void)
{
	arena_free(&arena);
}

TestSuite(quantities, .init = init, .fini = fini);

static const char outlines[] = "document,publisher,published,text_hash\n"
			       "d1,Herald,2020-03-06,0000000000000001\n"
			       "d2,Post,2020-03-07,0000000000000001\n"
			       "d3,Times,2020-03-08,0000000000000003\n";

static const char header[] = "id,document,measure,subject,unit,place_id,place_parent_id,part_of\n";

static uint64_t states[] = {11, 22, 33};

/* Sizes of the quantities, in their order; *first_state: of the one that c1 is in. */
static struct str sizes_of(const char *claims, bool turned, uint64_t *first_state)
{
	struct rows o = rows_read(&outline_table, outlines, &arena);
	struct rows c = rows_read(&claim_table, str_printf(&arena, "%s%s", header, claims).at, &arena);
	struct buf sizes = {.arena = &arena};
	struct articles all = {0};

	for (size_t i = 0; i < o.n; i++)
		articles_add(&all, (struct outline *)(void *)o.at + i, &arena);
	articles_order(&all, &arena);
	all.at[1].origin = 0;
	struct held rows = held_of(&claim_table, c.at, c.n, &all, &arena);

	for (size_t i = 0; turned && i < rows.n / 2; i++) {
		struct held other = held_slice(&rows, rows.n - 1 - i, 1), one = held_slice(&rows, i, 1);
		const char *at = *one.at;
		uint32_t article = *one.article;

		*one.at = *other.at;
		*one.article = *other.article;
		*other.at = at;
		*other.article = article;
	}
	struct quantities q = quantities_find(&rows, states, &arena);

	for (size_t i = 0; i < q.n; i++) {
		buf_printf(&sizes, "%s%zu", i ? " " : "", q.at[i].n);
		cr_assert(i == 0 || q.at[i - 1].key < q.at[i].key);
		for (size_t k = 0; k < q.at[i].n; k++) {
			struct claim claim;

			held_claim(&rows, q.at[i].first + k, &claim, &arena);
			if (first_state && str_is(claim.id, "c1"))
				*first_state = q.at[i].state;
		}
	}
	return buf_str(&sizes);
}

static const char same[] = "c1,d1,killed,people,,town,town,\n"
			   "c2,d3,killed,people,,east,town,\n";
static const char apart[] = "c1,d1,killed,people,,town,town,\n"
			    "c2,d1,killed,children,,town,town,\n"
			    "c3,d1,injured,people,,town,town,\n"
			    "c4,d1,killed,people,percent,town,town,\n"
			    "c5,d1,killed,people,,city,city,\n";
static const char parts[] = "c1,d1,killed,people,,town,town,\n"
			    "c2,d1,killed,children,,town,town,c1\n"
			    "c3,d3,killed,children,,town,town,\n"
			    "c4,d3,killed,women,,town,town,c9\n";
/* d2 is a copy of d1. */
static const char nowhere[] = "c1,d1,killed,people,,,,\n"
			      "c2,d2,killed,people,,,,\n"
			      "c3,d3,killed,people,,,,\n";

Test(quantities, a_quantity_is_of_one_place_measure_subject_and_unit)
{
	cr_expect_str_eq(sizes_of(same, false, NULL).at, "2");
	cr_expect_str_eq(sizes_of(apart, false, NULL).at, "1 1 1 1 1");
	cr_expect_str_eq(sizes_of("", false, NULL).at ? "some" : "", "");
}

Test(quantities, parts_go_with_their_whole)
{
	struct str sizes = sizes_of(parts, false, NULL);

	cr_expect(str_is(sizes, "3 1") || str_is(sizes, "1 3"), "%s", sizes.at);
}

Test(quantities, what_names_no_place_has_its_story_for_one)
{
	struct str sizes = sizes_of(nowhere, false, NULL);

	cr_expect(str_is(sizes, "2 1") || str_is(sizes, "1 2"), "%s", sizes.at);
}

Test(quantities, the_state_changes_with_rows_and_articles_not_with_their_order)
{
	uint64_t state = 0, turned = 0, less = 0, other = 0;

	sizes_of(parts, false, &state);
	sizes_of(parts, true, &turned);
	cr_expect_eq(state, turned);
	sizes_of("c1,d1,killed,people,,town,town,\nc2,d1,killed,children,,town,town,c1\n", false, &less);
	cr_expect_neq(state, less);
	states[2]++;
	sizes_of(parts, false, &other);
	states[2]--;
	cr_expect_neq(state, other);
}
