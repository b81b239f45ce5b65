#include "folder_of_test.h"

#include "drip_of_test.h"

TestSuite(inflow, .init = folder_begin, .fini = folder_end);

/* All that can be read, "!" for each break that reading went on behind, "?" for the last. */
static struct str read_all(struct str bytes, size_t at_once, size_t piece)
{
	struct inflow_source source = drip(bytes, at_once);
	struct inflow *in = inflow_open(&source);
	struct buf all = {.arena = &arena};
	char *to = arena_text(&arena, piece);
	struct err err;
	ptrdiff_t got;

	for (;;) {
		while ((got = inflow_read(in, to, piece, &err)) > 0)
			buf_add(&all, (struct str){to, (size_t)got});
		if (got == 0)
			break;
		if (!inflow_resume(in)) {
			buf_add_char(&all, '?');
			break;
		}
		buf_add_char(&all, '!');
	}
	inflow_close(in);
	return buf_str(&all);
}

/* Words that do not compress to nothing. */
static struct str words(size_t n)
{
	struct buf b = {.arena = &arena};

	for (uint32_t r = 1; b.n < n; r = r * 1664525u + 1013904223u)
		buf_printf(&b, "%u ", r >> 16);
	return str_slice(buf_str(&b), 0, n);
}

Test(inflow, gives_the_same_bytes_however_they_come)
{
	struct str large = words(700000);
	const struct str members[] = {gzipped(STR("one ")), gzipped(STR_NULL), gzipped(large), gzipped(STR(" three"))};
	const struct str texts[] = {STR("one "), large, STR(" three")};
	struct str plain = joined(texts, 3), packed = joined(members, 4);
	static const size_t sizes[] = {1, 7, 4096, 1 << 20};

	for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
		cr_expect(str_eq(read_all(plain, sizes[i], 1000), plain), "plain, %zu at once", sizes[i]);
		cr_expect(str_eq(read_all(packed, sizes[i], 1000), plain), "gzip, %zu at once", sizes[i]);
		cr_expect(str_eq(read_all(packed, 100000, sizes[i]), plain), "gzip, pieces of %zu", sizes[i]);
	}
}

static struct str damaged(struct str member)
{
	struct str copy = str_dup(&arena, member);

	memset((char *)copy.at + copy.n / 2, 0xFF, 12);
	return copy;
}

Test(inflow, a_damaged_member_costs_itself)
{
	struct str a = gzipped(STR("first ")), b = gzipped(words(3000)), c = gzipped(STR("last"));
	const struct str with_damage[] = {a, damaged(b), c, a}, between[] = {a, STR("no gzip here"), c};
	const struct str trailing[] = {a, c, STR("trailing words")}, padded[] = {a, c, {"\0\0\0\0\0\0", 6}};
	struct str got = read_all(joined(with_damage, 4), 100000, 100000);

	cr_expect(str_starts(got, STR("first ")) && str_ends(got, STR("!lastfirst ")), "%.*s", STR_ARG(got));
	expect_text(read_all(joined(between, 3), 100000, 100000), "first !last");
	expect_text(read_all(joined(trailing, 3), 100000, 100000), "first last");
	expect_text(read_all(joined(padded, 3), 100000, 100000), "first last");
	got = read_all(str_slice(b, 0, b.n - 5), 100000, 100000);
	cr_expect(str_ends(got, STR("?")), "a truncated member is told");
}

Test(inflow, stops_what_expands_too_far)
{
	static char zeros[80 * 1024 * 1024];
	struct str bomb = gzipped((struct str){zeros, sizeof zeros}), good = gzipped(STR("behind"));
	const struct str parts[] = {bomb, good};
	struct str got = read_all(joined(parts, 2), 100000, 1 << 20);

	cr_expect(str_ends(got, STR("!behind")) && got.n < 70 * 1024 * 1024, "%zu bytes", got.n);
}

Test(inflow, knows_where_members_begin)
{
	struct str a = gzipped(STR("12345")), b = gzipped(STR_NULL), c = gzipped(STR("67"));
	const struct str parts[] = {a, b, c};
	struct inflow_source source = drip(joined(parts, 3), 1000);
	struct inflow *in = inflow_open(&source);
	char to[100];
	struct err err;

	inflow_track(in, true);
	while (inflow_read(in, to, sizeof to, &err) > 0)
		;
	cr_expect_eq(inflow_given(in), 7);
	cr_expect_eq(inflow_member(in, 0), 0);
	cr_expect_eq(inflow_member(in, 3), -1);
	cr_expect_eq(inflow_member(in, 5), (int64_t)(a.n + b.n));
	cr_expect_eq(inflow_member(in, 7), -1);
	inflow_close(in);
}
