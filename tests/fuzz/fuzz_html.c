/* fuzz_html - any bytes as a web page, the first byte choosing what the server said of its
 * encoding. Whatever comes in, articles come out whose marks are in order, cover all words and
 * hold whole letters, and which ingest makes documents of.
 *   RECOUNT_DATA=build/share/recount build/fuzz/tests/fuzz_html CORPUS fixtures/web-pages/articles */
#include "html.h"

#include "kind_of_fuzz.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
	static const char *const charsets[] = {"", "utf-8", "iso-8859-1", "shift_jis", "utf-16", "x-unknown"};
	struct html_articles articles;
	struct err err;

	arena_reset(&scratch);
	if (n < 1)
		return 0;
	/* A page of its own length, so that reading behind it is seen. */
	char *page = malloc(n - 1 ? n - 1 : 1);

	memcpy(page, data + 1, n - 1);
	struct html_hint hint = {.charset = str_of(charsets[data[0] % 6]), .url = STR("https://x.example/a")};

	(void)html_is((struct str){page, n - 1});
	if (html_read((struct str){page, n - 1}, &hint, signs_of_fuzz(), &scratch, &articles, &err))
		for (size_t i = 0; i < articles.n; i++) {
			articles.at[i].path = "fuzz";
			check_given(&articles.at[i]);
		}
	free(page);
	return 0;
}
