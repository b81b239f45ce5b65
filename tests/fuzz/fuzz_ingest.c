/* fuzz_ingest - the first byte chooses: the rest is a file for ingest (its kind told by
 * content), or an article's text for the blocks alone. Whatever comes in, documents come
 * out whose blocks are in order, cover letters whole, and read back as written.
 *   RECOUNT_SHARE=build/share/recount build/fuzz/fuzz_ingest -max_total_time=300 CORPUS */
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/utf8.h"
#include "files/lines.h"
#include "ingest.h"
#include "kinds.h"
#include "signs.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n);

enum { MAX_RECORD = 1 << 20, RATIO = 200 };

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

static void check(const struct given *given)
{
	struct document doc;
	struct err err;
	uint32_t after = 0;

	(void)ingest(given, signs, &scratch, &doc, &err);
	if (doc.blocks.n == 0)
		abort();
	for (size_t i = 0; i < doc.blocks.n; i++) {
		struct block b = doc.blocks.at[i];

		if (b.start < after || b.end <= b.start || b.end > doc.text.n || !b.kind ||
		    utf8_invalid(str_slice(doc.text, b.start, b.end)) >= 0)
			abort();
		if (space_trim(str_slice(doc.text, after, b.start)).n)
			abort(); /* only white space lies between blocks */
		after = b.end;
	}
	if (space_trim(str_slice(doc.text, after, doc.text.n)).n)
		abort();
}

static void read_file(const uint8_t *data, size_t n)
{
	char path[64];
	struct err err;
	FILE *file = (snprintf(path, sizeof path, "/tmp/fuzz-ingest-%ld", (long)getpid()), fopen(path, "wb"));

	if (!file || fwrite(data, 1, n, file) != n || fclose(file) != 0)
		die(EXIT_OUTPUT, "cannot write %s", path);
	struct lines *lines = lines_open(path, MAX_RECORD, &err);

	lines_expansion(lines, RATIO);
	struct source source = {.lines = lines, .path = path, .arena = &scratch, .max_record = MAX_RECORD};
	const struct input_kind *kind = kinds_find(lines_peek(lines, INPUT_HEAD), NULL, &err);
	enum given_result got = kind ? GIVEN_BAD : GIVEN_END;
	struct given given;

	while (got != GIVEN_END && got != GIVEN_BROKEN) {
		arena_reset(&scratch);
		if ((got = kind->next(&source, &given, &err)) == GIVEN_ARTICLE)
			check(&given);
	}
	lines_close(lines);
	unlink(path);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
	if (!signs)
		load();
	arena_reset(&scratch);
	if (n < 2)
		return 0;
	struct str text = {(const char *)data + 1, n - 1};

	if (data[0] & 1)
		read_file(data + 1, n - 1);
	else if (utf8_invalid(text) < 0 && !memchr(text.at, '\0', text.n) && space_trim(text).n)
		check(&(struct given){.path = "fuzz", .text = text});
	return 0;
}
