#include "folder_of_test.h"

#include "files/pack.h"
#include "files/sorter.h"
#include "records/claim.h"

TestSuite(sorter, .init = folder_begin, .fini = folder_end);

/* 0, 7919, 15838 … modulo n: every number once, in no order. */
static void add_shuffled(struct sorter *s, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		struct arena scratch = {0};
		struct str key = str_printf(&scratch, "%08zu", i * 7919 % n);

		sorter_add(s, key, str_printf(&scratch, "row %s %0*d", key.at, (int)(i % 50) + 1, 0));
		arena_free(&scratch);
	}
}

static void expect_in_order(struct sorter *s, size_t n)
{
	struct str row;
	size_t i = 0;

	for (; sorter_next(s, &row); i++) {
		char want[16];

		snprintf(want, sizeof want, "row %08zu ", i);
		cr_assert(str_starts(row, str_of(want)), "row %zu is '%.*s'", i, STR_ARG(row));
	}
	cr_expect_eq(i, n);
	sorter_close(s);
}

Test(sorter, gives_rows_in_order_from_memory_and_from_disk)
{
	static const struct {
		size_t n, memory;
	} cases[] = {{0, 1 << 20}, {1, 1 << 20}, {1000, 1 << 20}, {1, 1}, {3, 1}, {20011, 50 * 1000}, {20011, 1 << 20}};

	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct sorter *s = sorter_open(folder, cases[i].memory);

		add_shuffled(s, cases[i].n);
		expect_in_order(s, cases[i].n);
	}
	cr_expect_eq(folder_files(&arena, folder).n, 0, "temporary files have no name");
}

Test(sorter, rows_of_one_key_come_in_their_own_order)
{
	for (size_t memory = 1; memory < 100000; memory *= 300) {
		struct sorter *s = sorter_open(folder, memory);
		struct str row;

		sorter_add(s, STR("k"), STR("c"));
		sorter_add(s, STR("k"), STR("a"));
		sorter_add(s, STR("j"), STR("z"));
		sorter_add(s, STR("k"), STR("b"));
		static const char *const want[] = {"z", "a", "b", "c"};

		for (size_t i = 0; i < 4; i++) {
			cr_assert(sorter_next(s, &row));
			expect_text(row, want[i]);
		}
		sorter_close(s);
	}
}

Test(sorter, may_be_closed_before_its_end)
{
	struct sorter *s = sorter_open(folder, 1);
	struct str row;

	add_shuffled(s, 10);
	sorter_next(s, &row);
	sorter_close(s);
}

Test(sorter, a_packed_record_comes_back)
{
	struct claim c = {.id = STR("c1"),
			  .sentence = STR("words"),
			  .start = 5,
			  .end = COLUMN_NO_INT,
			  .quoted = true,
			  .qualifier = QUALIFIER_RANGE,
			  .place = {.precision = 3}},
		     back;

	c.low = decimal_make(25, 2);
	strs_add(&arena, &c.rules, STR("one"));
	strs_add(&arena, &c.rules, STR(""));
	unpack_record(&claim_table, pack_record(&claim_table, &c, &arena), &back, &arena);
	for (size_t i = 0; i < claim_table.n; i++)
		cr_expect(str_eq(table_cell(&claim_table, &c, i, &arena), table_cell(&claim_table, &back, i, &arena)),
			  "%s", claim_table.columns[i].name);
	cr_expect_eq(back.rules.n, 2);
}
