/* recount-ingest - files with news articles in them, made documents.
 * Reads: plain text, web pages, JSON Lines, CSV, feeds, web archives, also gzip and in
 * zip or tar; files and folders. Writes: documents, JSON Lines, in parts. Rejects: records
 * that are no article, files that hold none, and publication dates that do not exist. */
#include <stdio.h>

#include "files/stage.h"
#include "ingest.h"
#include "inputs.h"
#include "known.h"
#include "languages.h"
#include "parts.h"
#include "signs.h"
#include "tally.h"

static const struct stage_option options[] = {
	{"first-part", "N", "number of the first part (0)"},
	{"part-documents", "N", "documents a part (part_documents of the configuration)"},
	{"skip", "FILE", "ids of documents that are known, one a line: not written again"},
	{"explain", NULL, "say what each file is taken for and why; write no documents"},
	{0},
};

static const struct stage_about about = {
	.name = "ingest",
	.about = "Reads articles (text, HTML, JSON Lines, CSV, feeds, WARC; gzip, zip, tar; folders) and writes "
		 "documents.",
	.inputs = "a file or a folder of articles, or - for standard input",
	.options = options,
	.whole_folders = true,
	.counts_known = true,
};

static int64_t number(const struct stage *st, const char *option, int64_t min, int64_t otherwise)
{
	const char *given = stage_value(st, option);
	int64_t n = otherwise;

	if (given && !str_to_int(str_of(given), min, 1000000000, &n))
		die(EXIT_USAGE, "--%s %s: want a whole number from %lld", option, given, (long long)min);
	return n;
}

static const struct signs *load_signs(struct stage *st)
{
	struct err err;
	const struct lexicon *lex = lexicon_open(stage_data(st, "lexicon.bin"), &err);

	if (!lex)
		die(EXIT_USAGE, "%s: %s", err.field, err.message);
	return signs_load(lex, &st->keep);
}

/* What reading all inputs needs. */
struct reading {
	struct stage *st;
	const struct signs *signs;
	struct languages *languages;
	struct keyset known;
	struct parts parts;
	struct tally skipped, others; /* records that are no articles; articles in other languages */
};

static void take(struct reading *r, const struct given *given)
{
	struct stage *st = r->st;
	struct document doc;
	struct err err;

	if (!known_add(&r->known, ingest_id(given, &st->scratch))) {
		st->known++;
		return;
	}
	if (!ingest(given, r->signs, &st->scratch, &doc, &err))
		stage_reject(st, given->path, given->position, &err);
	doc.language = languages_tell(r->languages, &doc, &st->scratch);
	if (!document_is_read(&doc))
		tally_add(&r->others, str_dup(&st->scratch, doc.language).at);
	parts_write(&r->parts, &doc);
}

/* A line beside the counts, and a member of the file of counts. */
static void tell(struct stage *st, const struct tally *tally, const char *member, const char *what)
{
	if (!tally->n)
		return;
	st->more_counts = str_printf(&st->keep, "%s,\"%s\":%.*s", st->more_counts ? st->more_counts : "", member,
				     STR_ARG(tally_json(tally, &st->keep)))
				  .at;
	if (!st->quiet)
		fprintf(stderr, "%s: %llu %s: %.*s\n", err_program_name(), (unsigned long long)tally_sum(tally), what,
			STR_ARG(tally_format(tally, &st->keep)));
}

static int explain(struct stage *st, const struct signs *signs)
{
	struct tally skipped = {.arena = &st->keep};
	struct inputs *inputs = inputs_open(st, signs, &skipped, true);
	struct given given;

	while (inputs_next(inputs, &given))
		;
	inputs_close(inputs);
	if (skipped.n)
		printf("no articles: %.*s\n", STR_ARG(tally_format(&skipped, &st->keep)));
	if (fflush(stdout) != 0)
		die(EXIT_OUTPUT, "cannot write to standard output");
	return stage_close(st);
}

static int read_all(struct stage *st, const struct signs *signs)
{
	struct reading r = {.st = st,
			    .signs = signs,
			    .languages = languages_open(&st->keep),
			    .skipped = {.arena = &st->keep},
			    .others = {.arena = &st->keep}};
	struct given given;

	if (stage_value(st, "skip"))
		known_read(&r.known, stage_value(st, "skip"));
	struct inputs *inputs = inputs_open(st, signs, &r.skipped, false);

	parts_open(&r.parts, st, number(st, "first-part", 0, 0),
		   number(st, "part-documents", 1, st->conf.part_documents));
	while (inputs_next(inputs, &given)) {
		stage_progress(st, "articles");
		take(&r, &given);
	}
	parts_close(&r.parts);
	inputs_close(inputs);
	languages_close(r.languages);
	keyset_free(&r.known);
	tell(st, &r.skipped, "skipped", "records that are no articles");
	tell(st, &r.others, "languages", "articles in languages that are not read");
	return stage_close(st);
}

int main(int argc, char **argv)
{
	struct stage st;

	stage_open(&st, argc, argv, &about);
	const struct signs *signs = load_signs(&st);

	return stage_value(&st, "explain") ? explain(&st, signs) : read_all(&st, signs);
}
