/* fuzz_html - any bytes as a web page, the first byte choosing what the server said of its
 * encoding. Whatever comes in, articles come out whose marks are in order, cover all words and
 * hold whole letters, and which ingest makes documents of.
 *   RECOUNT_SHARE=build/share/recount build/fuzz/tests/fuzz_html CORPUS fixtures/web-pages/articles */
#include <stdlib.h>

#include "base/utf8.h"
#include "html.h"
#include "ingest.h"
#include "signs.h"
#include "space.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n);

static const struct signs *signs;
static struct arena keep, scratch;

static void load(void)
{
	const char *share = getenv("RECOUNT_SHARE");
	struct err err;
	const struct lexicon *lex =
		lexicon_open(str_printf(&keep, "%s/lexicon.bin", share ? share : "build/share/recount").at, &err);

	if (!lex)
		die(EXIT_USAGE, "%s: %s", err.field, err.message);
	signs = signs_load(lex, &keep);
}

/* Stretches of a text: in order, and only white space between them. */
static void check_blocks(struct str text, const struct blocks *blocks)
{
	uint32_t after = 0;

	for (size_t i = 0; i < blocks->n; i++) {
		struct block b = blocks->at[i];

		if (b.start < after || b.end <= b.start || b.end > text.n || !b.kind ||
		    utf8_invalid(str_slice(text, b.start, b.end)) >= 0 || space_trim(str_slice(text, after, b.start)).n)
			abort();
		after = b.end;
	}
	if (space_trim(str_slice(text, after, text.n)).n)
		abort();
}

static void check(struct given *given)
{
	struct document doc;
	struct err err;

	given->path = "fuzz";
	check_blocks(given->text, &given->marks);
	(void)ingest(given, signs, &scratch, &doc, &err);
	check_blocks(doc.text, &doc.blocks);
	if (!doc.text.n || !doc.blocks.n || utf8_invalid(doc.text) >= 0 || utf8_invalid(doc.title) >= 0 ||
	    utf8_invalid(doc.byline) >= 0 || utf8_invalid(doc.url) >= 0 || memchr(doc.text.at, '\0', doc.text.n))
		abort();
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
	static const char *const charsets[] = {"", "utf-8", "iso-8859-1", "shift_jis", "utf-16", "x-unknown"};
	struct html_articles articles;
	struct err err;

	if (!signs)
		load();
	arena_reset(&scratch);
	if (n < 1)
		return 0;
	/* A page of its own length, so that reading behind it is seen. */
	char *page = malloc(n - 1 ? n - 1 : 1);

	memcpy(page, data + 1, n - 1);
	struct html_hint hint = {.charset = str_of(charsets[data[0] % 6]), .url = STR("https://x.example/a")};

	(void)html_is((struct str){page, n - 1});
	if (html_read((struct str){page, n - 1}, &hint, signs, &scratch, &articles, &err))
		for (size_t i = 0; i < articles.n; i++)
			check(&articles.at[i]);
	free(page);
	return 0;
}
