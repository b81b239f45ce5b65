/* fuzz_jsonl - JSON Lines. What is read of a line by our own path is what Jansson reads.
 *   make fuzz-jsonl FUZZ_SECONDS=300 */
#include "jsonl.h"

#include <jansson.h>

#include "kind_of_fuzz.h"

/* One line alone: Jansson's word is the last. */
static void compare(const uint8_t *data, size_t n)
{
	struct arena arena = {0};
	struct inflow_source bytes = whole_source((struct str){(const char *)data, n}, "fuzz", &arena);
	struct source source = {.lines = lines_over(&bytes, MAX_RECORD), .path = "fuzz", .arena = &arena};
	struct given given;
	struct err err;

	if (jsonl_next(&source, &given, &err) == GIVEN_ARTICLE) {
		size_t mark = n >= 3 && memcmp(data, "\xEF\xBB\xBF", 3) == 0 ? 3 : 0;
		json_t *object = json_loadb((const char *)data + mark, n - mark,
					    JSON_REJECT_DUPLICATES | JSON_DECODE_INT_AS_REAL, NULL);
		json_t *text = json_object_get(object, "text");

		if (!text || !str_eq(given.text, (struct str){json_string_value(text), json_string_length(text)}))
			abort();
		json_decref(object);
	}
	lines_close(source.lines);
	arena_free(&arena);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
	static const struct input_kind kind = {.next = jsonl_next};

	fuzz_kind(&kind, data, n);
	if (n > 2 && !memchr(data, '\n', n) && !(data[0] == 0x1F && data[1] == 0x8B))
		compare(data, n);
	return 0;
}
