#include "folder_of_test.h"

#include "files/json_runs.h"
#include "files/outfile.h"

TestSuite(json_runs, .init = folder_begin, .fini = folder_end);

#define LONG "Forty buses left the besieged town before dawn on Friday"

/* The text of the member "a". */
static struct str read_text(struct str line, size_t flags, json_error_t *wrong)
{
	struct json_runs runs;
	json_t *object = json_runs_load(&runs, line, flags, &arena, wrong), *a = json_object_get(object, "a");
	struct str text = json_is_string(a) ? json_runs_text(&runs, a, &arena) : STR_NULL;

	json_decref(object);
	return text;
}

Test(json_runs, reads_what_jansson_reads)
{
	static const char *const lines[] = {
		"{\"a\":\"" LONG "\"}",
		"{\"a\":\"" LONG "\\n" LONG "\\\"" LONG "\\\\" LONG "\"}",
		"{\"a\":\"\\u2019" LONG "\\ud83d\\ude00" LONG "\xe2\x80\x99" LONG "\"}",
		"{\"a\":\"\\u006e" LONG "\x7f" LONG "\", \"b\":\"" LONG "\"}",
		"{\"b\":\"" LONG "\", \"a\":\"" LONG " again\"}",
		"{\"a\":\"short\"}",
		"{\"a\":\"\"}",
		"{\"a\":                                       \"" LONG "\"}",
		"{\"" LONG "\":1,\"a\":\"" LONG "\"}",
		"{\"b\":[[[[[[[[[[[[1,2,3,4,5,6,7,8,9]]]]]]]]]]]],\"a\":\"" LONG "\"}",
		"{\"a\":\"\\\\u0000" LONG "\"}",
		"{\"a\":\"\\/\\b\\f\\r\\t" LONG "\\\\\\u2019\\\\n" LONG "\\n\\n\"}",
		"{\"a\":\"\xe2\x80\x9c" LONG "\xe2\x80\x9d\\n\xf0\x9f\x98\x80" LONG "\xc3\xa9\"}",
	};

	for (size_t i = 0; i < sizeof lines / sizeof *lines; i++) {
		json_error_t wrong;
		json_t *object = json_loads(lines[i], 0, NULL), *a = json_object_get(object, "a");
		struct str want = {json_string_value(a), json_string_length(a)};

		cr_assert(want.at, "%s", lines[i]);
		cr_expect(str_eq(read_text(str_of(lines[i]), 0, &wrong), want), "%s", lines[i]);
		json_decref(object);
	}
}

Test(json_runs, refuses_what_jansson_refuses_in_its_words)
{
	static const char *const lines[] = {
		"",
		LONG,
		"{\"a\":\"" LONG "\\u0000aaaaaa\"}",
		"{\"a\":\"" LONG "\\n\\u0000\"}",
		"{\"a\":\"" LONG "\\ud83d" LONG "\"}",
		"{\"a\":\"" LONG "\\x" LONG "\"}",
		"{\"a\":\"" LONG "\\u12" LONG "\"}",
		"{\"a\":\"" LONG "\xe2" LONG "\"}",
		"{\"a\":\"" LONG "\xe2\x80\"}",
		"{\"a\":\"" LONG "\xed\xa0\x80" LONG "\"}",
		"{\"a\":\"" LONG "\xf4\x90\x80\x80" LONG "\"}",
		"{\"a\":\"" LONG "\xc0\xaf" LONG "\"}",
		"{\"a\":\"" LONG "\\u\\n" LONG "\"}",
		"{\"a\":\"" LONG "\x01" LONG "\"}",
		"{\"a\":\"" LONG "\" " LONG "}",
		"{\"a\":\"" LONG,
		"{\"a\":\"" LONG "\\",
		"{\"" LONG "\":1,\"" LONG "\":2,\"a\":\"" LONG "\"}",
	};

	for (size_t i = 0; i < sizeof lines / sizeof *lines; i++) {
		json_error_t wrong, want;

		cr_assert_null(json_loads(lines[i], JSON_REJECT_DUPLICATES, &want), "%s", lines[i]);
		cr_expect_null(read_text(str_of(lines[i]), JSON_REJECT_DUPLICATES, &wrong).at, "%s", lines[i]);
		cr_expect_str_eq(wrong.text, want.text);
		cr_expect_eq(wrong.column, want.column, "%s", lines[i]);
	}
}

Test(json_runs, writes_what_jansson_writes)
{
	static const char *const texts[] = {
		LONG,
		LONG "\n" LONG "\"" LONG "\\" LONG,
		"\n" LONG "\x01" LONG "\x1f\x7f",
		LONG "\xe2\x80\x99" LONG "\xf0\x9f\x98\x80",
		"\n\n",
		"",
	};

	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
		const char *path = in_folder("value.json");
		struct outfile *out = outfile_open(path);
		struct json_runs runs;
		json_t *marked = json_array(), *bare = json_array();

		json_array_append_new(marked, json_runs_string(&runs, str_of(texts[i]), &arena));
		json_array_append_new(marked, json_string("other"));
		json_array_append_new(bare, json_string(texts[i]));
		json_array_append_new(bare, json_string("other"));
		cr_assert(json_runs_dump(marked, &runs, out));
		outfile_close(out);
		char *want = json_dumps(bare, JSON_COMPACT);

		cr_expect(str_eq(content(path), str_of(want)), "%s", want);
		free(want);
		json_decref(marked);
		json_decref(bare);
	}
}

Test(json_runs, leaves_a_text_with_a_nul_to_jansson)
{
	static const char text[] = LONG "\0aaaaaa" LONG;
	const char *path = in_folder("value.json");
	struct outfile *out = outfile_open(path);
	struct json_runs runs;
	json_t *value = json_runs_string(&runs, (struct str){text, sizeof text - 1}, &arena),
	       *list = json_pack("[o]", value);

	cr_assert(json_runs_dump(list, &runs, out));
	outfile_close(out);
	cr_expect(str_eq(content(path), STR("[\"" LONG "\\u0000aaaaaa" LONG "\"]")));
	json_decref(list);
}
