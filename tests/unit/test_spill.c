#include "rows.h"

#include "folder_of_test.h"
#include "records/claim.h"
#include "spill.h"

TestSuite(spill, .init = folder_begin, .fini = folder_end);

static const char rows[] = "id,document,start,block,qualifier,low,best,quoted,chain,rules,place_lat,sentence\n"
			   "c1,d1,7,body,exact,4500,0.25,true,a|b,x,36.2,Some words.\n"
			   "c2,d1,,,,,,,,,,\n"
			   "c3,d2,0,title,at_least,,-3,false,,y|z|,-1.5,\n";

/* All that was added to a bucket, as text, in the order in which it came. */
static void fill(struct spill *s, const struct rows *r, int times)
{
	for (int k = 0; k < times; k++)
		for (size_t i = 0; i < r->n; i++)
			spill_add(s, i % 2, r->at + i * claim_table.size, (uint32_t)(k + (int)i),
				  i == 1 ? STR("its, line") : STR_NULL);
}

static void expect_bucket(struct spill *s, const struct rows *r, int times, size_t bucket)
{
	struct spilled got = spill_take(s, bucket, &arena);
	size_t n = 0;

	for (int k = 0; k < times; k++)
		for (size_t i = bucket; i < r->n; i += 2, n++) {
			cr_assert_lt(n, got.n);
			cr_assert_eq(got.article[n], (uint32_t)(k + (int)i));
			cr_assert(str_eq(got.line[n], i == 1 ? STR("its, line") : STR_NULL));
			cr_assert(str_eq(rows_all(&claim_table, r->at + i * claim_table.size, 1, &arena),
					 rows_all(&claim_table, (char *)got.at + n * claim_table.size, 1, &arena)));
		}
	cr_expect_eq(got.n, n);
}

Test(spill, gives_back_what_it_took_from_memory_and_from_files)
{
	static const size_t limits[] = {1 << 30, 100000, 1};
	struct rows r = rows_read(&claim_table, rows, &arena);

	for (size_t i = 0; i < sizeof limits / sizeof *limits; i++) {
		struct spill *s = spill_open(&claim_table, 3, in_folder("spilled"), limits[i]);

		fill(s, &r, 2000);
		expect_bucket(s, &r, 2000, 1);
		expect_bucket(s, &r, 2000, 0);
		cr_expect_eq(spill_take(s, 2, &arena).n, 0u, "nothing was added");
		cr_expect_eq(spill_take(s, 1, &arena).n, 0u, "taken already");
		spill_close(s);
	}
}

Test(spill, a_row_may_be_larger_than_a_chunk)
{
	struct spill *s = spill_open(&claim_table, 1, in_folder("spilled"), 1 << 30);
	struct claim c = {.id = STR("c1"), .sentence = {arena_text(&arena, 200000), 200000}};

	memset((char *)c.sentence.at, 'x', c.sentence.n);
	for (int i = 0; i < 3; i++)
		spill_add(s, 0, &c, 0, STR_NULL);
	struct spilled got = spill_take(s, 0, &arena);

	cr_assert_eq(got.n, 3u);
	for (size_t i = 0; i < got.n; i++)
		cr_expect(str_eq(((struct claim *)got.at)[i].sentence, c.sentence));
	spill_close(s);
}
