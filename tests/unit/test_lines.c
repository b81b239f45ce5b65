#include "folder_of_test.h"

#include "files/lines.h"
#include "files/outfile.h"

TestSuite(lines, .init = folder_begin, .fini = folder_end);

static struct str read_all(const char *path, size_t max, struct err *err)
{
	struct buf b = {.arena = &arena};
	struct lines *in = lines_open(path, max, err);
	struct line line;
	enum lines_result got;

	cr_assert(in, "%s", err->message);
	while ((got = lines_next(in, &line, err)) == LINES_LINE || got == LINES_TOO_LONG)
		buf_printf(&b, "%llu@%llu%s%.*s ", (unsigned long long)line.number,
			   (unsigned long long)line.offset_bytes, got == LINES_LINE ? "=" : "!", STR_ARG(line.text));
	buf_printf(&b, "%s", got == LINES_END ? "end" : "broken");
	lines_close(in);
	return buf_str(&b);
}

Test(lines, gives_each_line_with_its_number_and_offset)
{
	static const struct {
		const char *text, *lines;
	} cases[] = {
		{"", "end"},
		{"a", "1@0=a end"},
		{"a\n", "1@0=a end"},
		{"a\r\nbc\r\n", "1@0=a 2@3=bc end"},
		{"\n\n", "1@0= 2@1= end"},
		{"a\nb", "1@0=a 2@2=b end"},
		{"lone\rreturn\n", "1@0=lone\rreturn end"},
	};

	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct err err;

		expect_text(read_all(given("a", cases[i].text), 0, &err), cases[i].lines);
	}
}

Test(lines, a_line_that_is_too_long_is_skipped_whole)
{
	struct err err;

	expect_text(read_all(given("a", "12345678\nok\n123456789012345678901234567890\nend\n"), 8, &err),
		    "1@0=12345678 2@9=ok 3@12! 4@43=end end");
	cr_expect(strstr(err.message, "max_record"), "'%s'", err.message);
	expect_text(read_all(given("a", "123456789"), 8, &err), "1@0! end");
}

Test(lines, a_long_line_takes_no_more_memory_than_the_limit)
{
	FILE *file = fopen(in_folder("long"), "wb");
	static char block[1 << 20];
	struct err err;

	memset(block, 'x', sizeof block);
	for (int i = 0; i < 50; i++)
		cr_assert_eq(fwrite(block, 1, sizeof block, file), sizeof block);
	fputs("\nafter\n", file);
	fclose(file);
	expect_text(read_all(in_folder("long"), 1 << 20, &err), "1@0! 2@52428801=after end");
}

Test(lines, gzip_is_told_by_content_and_may_have_several_members)
{
	struct err err;

	for (int i = 0; i < 2; i++) {
		struct outfile *out = outfile_open(in_folder(i ? "b.gz" : "a.gz"));

		outfile_text(out, i ? "third\n" : "first\nsecond\n");
		outfile_close(out);
	}
	struct str both = str_printf(&arena, "%s", ""), a = content(in_folder("a.gz")), b = content(in_folder("b.gz"));
	struct buf joined = {.arena = &arena};

	(void)both;
	buf_add(&joined, a);
	buf_add(&joined, b);
	expect_text(read_all(given_bytes("plainly-named", joined.at, joined.n), 0, &err),
		    "1@0=first 2@6=second 3@13=third end");
}

Test(lines, broken_gzip_says_so_after_what_could_be_read)
{
	struct outfile *out = outfile_open(in_folder("a.gz"));
	struct err err = {0};

	for (int i = 0; i < 20000; i++)
		outfile_text(out, str_printf(&arena, "line %d %d\n", i, i * 31337 % 1009).at);
	outfile_close(out);
	struct str whole = content(in_folder("a.gz"));

	for (size_t cut = 3; cut < 60; cut += 8) {
		struct str got = read_all(given_bytes("cut", whole.at, whole.n - cut), 0, &err);

		cr_expect(str_ends(got, STR("broken")), "cut by %zu", cut);
	}
	char *bent = str_dup(&arena, whole).at ? (char *)str_dup(&arena, whole).at : NULL;

	bent[whole.n / 2] ^= 0x55;
	cr_expect(str_ends(read_all(given_bytes("bent", bent, whole.n), 0, &err), STR("broken")));
}

Test(lines, a_bomb_is_stopped)
{
	struct outfile *out = outfile_open(in_folder("bomb.gz"));
	static char zeros[1 << 20];
	struct err err;
	size_t n = 0;

	for (int i = 0; i < 100; i++)
		outfile_write(out, (struct str){zeros, sizeof zeros});
	outfile_close(out);
	struct lines *in = lines_open(in_folder("bomb.gz"), 0, &err);
	ptrdiff_t got;

	while ((got = lines_bytes(in, zeros, sizeof zeros, &err)) > 0)
		n += (size_t)got;
	cr_expect_eq(got, -1);
	cr_expect_lt(n, (size_t)80 << 20);
	cr_expect(strstr(err.message, "expands"), "'%s'", err.message);
	lines_close(in);
}

Test(lines, what_cannot_be_opened_says_why)
{
	struct err err;

	cr_expect_not(lines_open(in_folder("missing"), 0, &err));
	cr_expect(strstr(err.message, "missing") && strstr(err.message, "No such file"), "'%s'", err.message);
	cr_expect_not(lines_open(folder, 0, &err));
	cr_expect(strstr(err.message, "folder"), "'%s'", err.message);
}

Test(lines, a_whole_file_above_the_limit_is_refused)
{
	struct str text;
	struct err err;

	cr_expect(lines_file(given("a", "12345"), 5, &arena, &text, &err));
	expect_text(text, "12345");
	cr_expect_not(lines_file(given("a", "123456"), 5, &arena, &text, &err));
}

Test(lines, can_be_peeked_at_without_being_read)
{
	struct err err;
	struct line line;
	struct lines *in = lines_open(given("a", "ab\ncd\n"), 0, &err);

	cr_assert(in);
	expect_text(lines_peek(in, 4), "ab\nc");
	expect_text(lines_peek(in, 100), "ab\ncd\n");
	cr_expect_eq(lines_next(in, &line, &err), LINES_LINE);
	expect_text(line.text, "ab");
	cr_expect_eq(line.number, 1);
	expect_text(lines_peek(in, 100), "cd\n");
	lines_close(in);
}

Test(lines, a_break_that_a_peek_ran_into_is_told_where_it_is)
{
	struct outfile *out = outfile_open(in_folder("whole.gz"));
	struct err err = {0};
	struct line line;

	outfile_text(out, "first\nsecond\n");
	outfile_close(out);
	struct str whole = content(in_folder("whole.gz"));
	struct lines *in = lines_open(given_bytes("cut", whole.at, whole.n - 6), 0, &err);

	(void)lines_peek(in, 4096);
	cr_expect_eq(lines_next(in, &line, &err), LINES_LINE);
	expect_text(line.text, "first");
	while (lines_next(in, &line, &err) == LINES_LINE)
		;
	cr_expect(strstr(err.message, "cannot read"), "%s", err.message);
	lines_close(in);
}
