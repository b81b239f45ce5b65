#include "folder_of_test.h"

#include "files/lines.h"
#include "jsonl.h"

TestSuite(jsonl, .init = folder_begin, .fini = folder_end);

static struct source source;
static struct err err;

static void open_text(const char *text, size_t n)
{
	const char *path = given_bytes("a.jsonl", text, n);

	source = (struct source){.lines = lines_open(path, 1000, &err), .path = path, .arena = &arena};
	cr_assert(source.lines);
}

static enum given_result next(struct given *out)
{
	memset(&err, 0, sizeof err);
	return jsonl_next(&source, out, &err);
}

Test(jsonl, reads_all_keys_and_no_others)
{
	static const char text[] =
		"\xEF\xBB\xBF{\"id\":\"a17\",\"text\":\" Nine \\u201cdead\\u201d\\n\",\"title\":\" T "
		"\",\"published\":\"2016-12-16\","
		"\"url\":\"http://x\",\"publisher\":\"P\",\"agency\":\"AP\",\"byline\":\"B\",\"language\":\"en\","
		"\"tags\":[{\"deep\":[1,2]}],\"huge\":123456789012345678901234567890}\r\n\r\n"
		"{\"id\":18,\"published\":1481882400,\"text\":\"b\",\"title\":null}";
	struct given got;

	open_text(text, sizeof text - 1);
	cr_assert_eq(next(&got), GIVEN_ARTICLE, "%s", err.message);
	expect_text(got.ref, "a17");
	expect_text(got.text, " Nine \u201cdead\u201d\n");
	expect_text(got.title, "T");
	expect_text(got.published, "2016-12-16");
	expect_text(got.url, "http://x");
	expect_text(got.publisher, "P");
	expect_text(got.agency, "AP");
	expect_text(got.byline, "B");
	expect_text(got.language, "en");
	cr_expect_eq(got.offset, 0);
	cr_assert_eq(next(&got), GIVEN_ARTICLE, "%s", err.message);
	expect_text(got.ref, "18");
	expect_text(got.published, "1481882400");
	expect_text(got.title, "");
	cr_expect_eq(got.position, 3);
	cr_expect_eq(text[got.offset + 2], 'i');
	cr_expect_eq(next(&got), GIVEN_END);
	lines_close(source.lines);
}

Test(jsonl, rejects_a_bad_record_and_goes_on)
{
	static const struct {
		const char *line, *field;
	} bad[] = {
		{"[]", "json"},
		{"42", "json"},
		{"\"text\"", "json"},
		{"{\"text\":\"a\"", "json"},
		{"{\"text\":\"a\"} {}", "json"},
		{"{'text':'a'}", "json"},
		{"{}", "text"},
		{"{\"text\":null}", "text"},
		{"{\"text\":\"\"}", "text"},
		{"{\"text\":\"\\u00a0\\u2002\"}", "text"},
		{"{\"text\":\" \\n\"}", "text"},
		{"{\"text\":17}", "text"},
		{"{\"text\":[\"a\"]}", "text"},
		{"{\"id\":{},\"text\":\"a\"}", "id"},
		{"{\"id\":1.5,\"text\":\"a\"}", "id"},
		{"{\"title\":17,\"text\":\"a\"}", "title"},
		{"{\"text\":\"a\",\"text\":\"b\"}", "json"},
		{"{\"text\":\"\\ud800\"}", "json"},
		{"{\"text\":\"a\\u0000b\"}", "json"},
		{"{\"text\":\"\xFF\xFE\"}", "json"},
		{"{\"text\":\"\xC3(\"}", "json"},
	};

	for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
		struct str text = str_printf(&arena, "%s\n{\"text\":\"good\"}\n", bad[i].line);
		struct given got;

		open_text(text.at, text.n);
		cr_expect_eq(next(&got), GIVEN_BAD, "accepted %s", bad[i].line);
		cr_expect_str_eq(err.field, bad[i].field, "for %s", bad[i].line);
		cr_expect_eq(got.position, 1);
		cr_expect_eq(next(&got), GIVEN_ARTICLE, "after %s", bad[i].line);
		cr_expect_eq(next(&got), GIVEN_END);
		lines_close(source.lines);
	}
}

Test(jsonl, bounds_depth_and_length)
{
	struct buf deep = {.arena = &arena};
	struct given got;

	buf_add(&deep, STR("{\"x\":"));
	for (int i = 0; i < 100000; i++)
		buf_add_char(&deep, '[');
	const char *path = given_bytes("deep.jsonl", deep.at, deep.n);

	source = (struct source){.lines = lines_open(path, 1000000, &err), .path = path, .arena = &arena};
	cr_expect_eq(next(&got), GIVEN_BAD);
	cr_expect_eq(next(&got), GIVEN_END);
	lines_close(source.lines);
	open_text(deep.at, deep.n); /* longer than the limit of 1000 */
	cr_expect_eq(next(&got), GIVEN_BAD);
	cr_expect(strstr(err.message, "longer than 1000"), "%s", err.message);
	lines_close(source.lines);
}

Test(jsonl, is_told_by_content)
{
	static const struct {
		const char *head;
		bool is;
	} heads[] = {
		{"{\"text\":\"a\"}\n", true},
		{"\n\n  {", true},
		{"[{\"text\"", true},
		{"[\n\"text\"", true},
		{"42\n{\"text\":\"a\"}\n", true},
		{"[Updated] Nine dead in storm", false},
		{"Nine dead in storm {see below}\n", false},
		{"", false},
	};

	for (size_t i = 0; i < sizeof heads / sizeof *heads; i++)
		cr_expect_eq(jsonl_is(str_of(heads[i].head)), heads[i].is, "%s", heads[i].head);
}
