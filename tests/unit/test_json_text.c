#include "folder_of_test.h"

#include <jansson.h>

#include "files/json_text.h"
#include "files/outfile.h"

TestSuite(json_text, .init = folder_begin, .fini = folder_end);

static struct str written(struct str text)
{
	const char *path = in_folder("text");
	struct outfile *out = outfile_open(path);

	json_text_write(out, text);
	outfile_close(out);
	return content(path);
}

static struct str by_jansson(struct str text)
{
	json_t *value = json_stringn(text.at, text.n);
	char *dump = json_dumps(value, JSON_COMPACT | JSON_ENCODE_ANY);
	struct str copy = str_dup(&arena, str_of(dump));

	cr_assert(dump);
	free(dump);
	json_decref(value);
	return copy;
}

Test(json_text, writes_what_jansson_writes)
{
	struct buf all = {.arena = &arena}, large = {.arena = &arena};

	for (int c = 1; c < 128; c++)
		buf_add_char(&all, (char)c);
	buf_add(&all, STR("\u00fc \u201cx\u201d \U0001F30D"));
	for (int i = 0; i < 20000; i++)
		buf_add(&large, i % 7 ? STR("word ") : STR("\n\u00e9\""));
	const struct str texts[] = {STR("a"), STR("plain words, plain words"), STR("\"\\\b\f\n\r\t\x01\x1f\x7f/"),
				    buf_str(&all), buf_str(&large)};

	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
		cr_expect(str_eq(written(texts[i]), by_jansson(texts[i])), "text %zu", i);
	expect_text(written(STR_NULL), "null");
}

static bool pull(struct str line, struct str *out)
{
	struct json_pull p = {line.at, line.at + line.n, &arena};

	return json_pull_text(&p, out) && json_pull_ends(&p);
}

Test(json_text, reads_strings_as_they_are_meant)
{
	static const struct {
		const char *json, *text;
	} good[] = {
		{"\"\"", ""},
		{" \"plain\"\r\n", "plain"},
		{"\"a\\n\\tb \\\"c\\\" \\\\ \\/ \\b\\f\\r\"", "a\n\tb \"c\" \\ / \b\f\r"},
		{"\"\\u0041\\u00fc\\u201C\\uD83C\\uDF0D\"", "A\u00fc\u201c\U0001F30D"},
		{"\"S\u00e3o Paulo, a long text behind it\"", "S\u00e3o Paulo, a long text behind it"},
		{"\"long plain words and then an escape \\u0020 and more\"",
		 "long plain words and then an escape   and more"},
	};

	for (size_t i = 0; i < sizeof good / sizeof *good; i++) {
		struct str text = STR("nothing");

		cr_expect(pull(str_of(good[i].json), &text), "refused %s", good[i].json);
		expect_text(text, good[i].text);
	}
}

Test(json_text, leaves_to_jansson_what_is_wrong_or_seldom)
{
	static const char *const left[] = {
		"",
		"\"",
		"\"open",
		"\"a\\\"",
		"\"a\\",
		"\"\\x\"",
		"\"\\u12\"",
		"\"\\u12g4\"",
		"\"\\u0000\"",
		"\"\\ud800\"",
		"\"\\ud800x\"",
		"\"\\udc00\"",
		"\"\\ud800\\u0041\"",
		"\"a\nb\"",
		"\"\xFF\"",
		"\"\xC3(\"",
		"\"\xED\xA0\x80\"",
		"\"a\" \"b\"",
		"'a'",
		"a",
	};

	for (size_t i = 0; i < sizeof left / sizeof *left; i++) {
		struct str text;

		cr_expect_not(pull(str_of(left[i]), &text), "took %s", left[i]);
	}
}

Test(json_text, reads_whole_numbers_and_words)
{
	static const struct {
		const char *json;
		bool right;
		int64_t value;
	} numbers[] = {
		{"0", true, 0},
		{" 42", true, 42},
		{"-7", true, -7},
		{"123456789012345678", true, 123456789012345678},
		{"01", false, 0},
		{"-", false, 0},
		{"1.5", false, 0},
		{"1e3", false, 0},
		{"", false, 0},
		{"x", false, 0},
		{"1234567890123456789", false, 0},
	};

	for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++) {
		struct str line = str_of(numbers[i].json);
		struct json_pull p = {line.at, line.at + line.n, &arena};
		int64_t value;

		cr_expect_eq(json_pull_whole(&p, &value), numbers[i].right, "%s", numbers[i].json);
		cr_expect(!numbers[i].right || value == numbers[i].value, "%s", numbers[i].json);
	}
	static const char word[] = "nullx";
	struct json_pull p = {word, word + 5, &arena};

	cr_expect_not(json_pull_word(&p, STR("null")));
}

/* Every text of up to five of these bytes: what is taken is what Jansson takes. */
Test(json_text, never_takes_what_jansson_refuses)
{
	static const char bytes[] = "a\"\\nu0dD8{\xC3\xA9\x80\x01 ";
	char line[8] = "\"";
	size_t n = sizeof bytes - 1, total = 1;

	for (int i = 0; i < 5; i++)
		total *= n;
	for (size_t k = 0; k < total; k++) {
		size_t rest = k;

		for (size_t i = 1; i <= 5; i++, rest /= n)
			line[i] = bytes[rest % n];
		line[6] = '"';
		struct str text;
		bool took = pull((struct str){line, 7}, &text);
		json_t *value = took ? json_loadb(line, 7, JSON_DECODE_ANY, NULL) : NULL;

		cr_assert(!took || (value &&
				    str_eq(text, (struct str){json_string_value(value), json_string_length(value)})),
			  "%zu: %s", k, line);
		json_decref(value);
		arena_reset(&arena);
	}
}
