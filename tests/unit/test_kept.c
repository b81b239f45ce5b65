#include "rows.h"

#include "deduplicate.h"
#include "folder_of_test.h"
#include "kept.h"
#include "nights.h"
#include "records/claim.h"

TestSuite(kept, .init = folder_begin, .fini = folder_end);

static const struct str key = {"0123456789abcdef0123456789abcdef", 32};

static const char rows[] = "id,document,start,block,qualifier,low,best,quoted,chain,rules,place_lat,sentence\n"
			   "c1,d1,7,body,exact,4500,0.25,true,a|b,x,36.2,Some words.\n"
			   "c2,d1,,,,,,,,,,\n"
			   "c3,d2,0,title,at_least,,-3,false,,y|z|,-1.5,\n";

static const char outlines[] = "document,url,publisher,published,words,sentences\n"
			       "d1,https://example.org/1,Paper,2016-12-16,70,00000000000000aa|00000000000000bb\n"
			       "d2,,,2016-12,,\n";

static struct cell bucket(size_t number)
{
	return (struct cell){CELL_CLAIMS, (int32_t)number};
}

/* The rows again and again, in turn in buckets 0 and 1, each of article i of two. */
static struct night night_of(const struct rows *r, int times, struct articles *all)
{
	struct kept_writer *w = kept_begin(in_folder("kept"), key, false);
	struct rows o = rows_read(&outline_table, outlines, &arena);
	struct articles own = {0};

	for (int k = 0; k < times; k++)
		for (size_t i = 0; i < r->n; i++)
			kept_add(w, bucket(i % 2),
				 &(struct packed){.record = r->at + i * claim_table.size,
						  .article = i == 2,
						  .line = i == 1 ? STR("its, line") : STR_NULL});
	for (size_t i = 0; i < o.n; i++)
		articles_add(&own, (struct outline *)(void *)o.at + i, &arena);
	kept_add_articles(w, own.at, own.n);
	kept_end(w);

	struct night night = {
		.kept = kept_open(in_folder("kept"), key), .given = ARENA_ARRAY(&arena, uint32_t, 2), .articles = 2};
	size_t n;

	cr_assert(night.kept);
	struct article *at = kept_articles(night.kept, &n);

	cr_assert_eq(n, 2u);
	for (size_t i = 0; i < n; i++)
		night.given[i] = articles_join(all, &at[i], &arena);
	free(at);
	articles_order(all, &arena);
	return night;
}

static struct str row_text(const char *record)
{
	return rows_all(&claim_table, record, 1, &arena);
}

static void expect_bucket(struct nights *nights, const struct articles *all, const struct rows *r, int times,
			  size_t number)
{
	struct held got = nights_gather(nights, bucket(number), all, &arena);
	size_t n = 0;

	for (int k = 0; k < times; k++)
		for (size_t i = number; i < r->n; i += 2, n++) {
			struct claim claim;
			struct packed row;

			cr_assert_lt(n, got.n);
			packed_take(&claim_table, got.at[n], &row, &claim, &arena);
			cr_assert(str_eq(all->at[got.article[n]].id, i == 2 ? STR("d2") : STR("d1")));
			cr_assert(str_eq(row.line, i == 1 ? STR("its, line") : STR_NULL));
			cr_assert(str_eq(row_text(r->at + i * claim_table.size), row_text((char *)&claim)));
		}
	cr_expect_eq(got.n, n);
}

static bool has(const struct nights *nights, struct cell cell)
{
	for (size_t i = 0; i < nights->n; i++)
		if (kept_slot(nights->at[i].kept, cell))
			return true;
	return false;
}

Test(kept, gives_back_the_rows_of_a_bucket)
{
	struct rows r = rows_read(&claim_table, rows, &arena);
	struct articles all = {0};
	struct night night = night_of(&r, 20000, &all);
	struct nights nights = {.at = &night, .n = 1, .room = 1};

	expect_bucket(&nights, &all, &r, 20000, 1);
	expect_bucket(&nights, &all, &r, 20000, 0);
	cr_expect(has(&nights, bucket(0)));
	cr_expect_not(has(&nights, bucket(2)), "nothing was added");
	cr_expect_not(has(&nights, (struct cell){CELL_EVENTS, 0}), "nor an event");
	nights_close(&nights);
}

Test(kept, gives_back_the_articles)
{
	struct rows r = rows_read(&claim_table, rows, &arena);
	struct articles all = {0};
	struct night night = night_of(&r, 1, &all);
	const struct article *a = &all.at[0];

	cr_assert_eq(all.n, 2u);
	cr_expect(str_eq(a->id, STR("d1")) && str_eq(a->url, STR("https://example.org/1")));
	cr_expect(str_eq(a->publisher, STR("Paper")) && a->agency.n == 0);
	cr_expect(a->words == 70 && a->n_sentences == 2 && a->sentences[0] == 0xaa && a->sentences[1] == 0xbb);
	cr_expect(a->day == a->from && a->day != NO_DAY);
	cr_expect(all.at[1].day == NO_DAY && all.at[1].from != NO_DAY, "a month dates nothing, but waits");
	kept_close(night.kept);
}

Test(kept, leaves_out_what_waits)
{
	struct rows r = rows_read(&claim_table, rows, &arena);
	struct articles all = {0};
	struct night night = night_of(&r, 5, &all);
	struct nights nights = {.at = &night, .n = 1, .room = 1};

	night.given[1] = NO_ARTICLE;
	struct held got = nights_gather(&nights, bucket(0), &all, &arena);

	cr_expect_eq(got.n, 5u, "c1 of d1, not c3 of d2");
	nights_close(&nights);
}

Test(kept, a_row_may_be_larger_than_a_chunk)
{
	struct claim c = {.id = STR("c1"), .sentence = {arena_text(&arena, 200000), 200000}};
	struct rows r = {.at = (char *)&c, .n = 1};
	struct articles all = {0};

	memset((char *)c.sentence.at, 'x', c.sentence.n);
	struct night night = night_of(&r, 3, &all);
	struct nights nights = {.at = &night, .n = 1, .room = 1};
	struct held got = nights_gather(&nights, bucket(0), &all, &arena);

	cr_assert_eq(got.n, 3u);
	for (size_t i = 0; i < got.n; i++) {
		struct claim one;

		held_claim(&got, i, &one, &arena);
		cr_expect(str_eq(one.sentence, c.sentence));
	}
	nights_close(&nights);
}

Test(kept, is_of_no_use_under_another_key)
{
	struct rows r = rows_read(&claim_table, rows, &arena);
	struct articles all = {0};
	struct night night = night_of(&r, 1, &all);

	kept_close(night.kept);
	cr_expect_null(kept_open(in_folder("kept"), STR("0123456789abcdef0123456789abcdeX")));
	cr_expect_null(kept_open(in_folder("none"), key));
	file_write(in_folder("kept"), STR("short"));
	cr_expect_null(kept_open(in_folder("kept"), key));
}

static struct cell cell_state_of(const struct cell_states *all, size_t i, uint64_t *state)
{
	*state = all->at[i].state;
	return all->at[i].cell;
}

Test(kept, a_cell_has_another_state_when_an_article_of_it_has_another_date)
{
	struct rows r = rows_read(&claim_table, rows, &arena);
	struct articles all = {0};
	struct night night = night_of(&r, 1, &all);
	struct nights nights = {.at = &night, .n = 1, .room = 1};
	struct cell_states before = {0}, same = {0}, after = {0};
	uint64_t states[3];

	nights_cells(&nights, &all, &before, &arena);
	nights_cells(&nights, &all, &same, &arena);
	all.at[1].day = 17000; /* d2, whose row is in bucket 0 */
	nights_cells(&nights, &all, &after, &arena);
	cr_assert(before.n == 2 && same.n == 2 && after.n == 2);
	for (size_t i = 0; i < 2; i++) {
		cr_expect_eq(cell_cmp(cell_state_of(&before, i, &states[0]), bucket(i)), 0);
		cell_state_of(&same, i, &states[1]);
		cell_state_of(&after, i, &states[2]);
		cr_expect_eq(states[0], states[1]);
		cr_expect_eq(states[0] == states[2], i == 1);
	}
	nights_close(&nights);
}
