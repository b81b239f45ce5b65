/* accuracy-tagging - how well words are tagged and sentences are told apart.
 * Sentence breaks: breaks.txt beside this file, always. Tags, classes, lemmas and the breaks of
 * raw text: the development treebanks ewt-dev and gum-dev of Universal Dependencies in the
 * folder that RECOUNT_TREEBANK names; left out, with a message, when it is not set.
 * usage: accuracy-tagging [-v] (from the project's root; -v prints every wrong break) */
#include <stdio.h>
#include <stdlib.h>

#include "files/lines.h"
#include "sentences.h"
#include "train/accuracy.h"

struct counts {
	size_t gold, found, hit;
};

/* Text with the spans of its sentences. */
struct sample {
	struct buf text;
	struct {
		struct span {
			uint32_t start, end;
		} * at;
		size_t n, room;
	} gold;
};

static void add_gold(struct sample *s, size_t start)
{
	struct span span = {(uint32_t)start, (uint32_t)s->text.n};

	LIST_ADD(s->text.arena, &s->gold, span);
}

static void show(const struct sample *s, const char *what, uint32_t start, uint32_t end)
{
	printf("  %s: %.*s\n", what, (int)(end - start), s->text.at + start);
}

/* A break is where a sentence ends. */
static void compare(const struct sample *s, bool verbose, struct counts *counts)
{
	struct arena *arena = s->text.arena;
	struct tokens tokens = {0};
	struct sentences found = {0};
	size_t g = 0;

	tokens_cut(buf_str(&s->text), 0, s->text.n, arena, &tokens);
	sentences_find(&tokens, 0, tokens.n, arena, &found);
	counts->gold += s->gold.n;
	counts->found += found.n;
	for (size_t i = 0; i < found.n; i++) {
		uint32_t start = tokens.at[found.at[i].first].start;
		uint32_t end = tokens.at[found.at[i].first + found.at[i].n - 1].end;

		for (; g < s->gold.n && s->gold.at[g].end < end; g++)
			if (verbose)
				show(s, "missed after", s->gold.at[g].start, s->gold.at[g].end);
		bool hit = g < s->gold.n && s->gold.at[g].end == end;

		counts->hit += hit;
		g += hit;
		if (verbose && !hit)
			show(s, "wrong after", start, end);
	}
}

static void print_breaks(const char *name, const struct counts *c)
{
	double precision = c->found ? 100.0 * (double)c->hit / (double)c->found : 0;
	double recall = c->gold ? 100.0 * (double)c->hit / (double)c->gold : 0;

	printf("%-24s %7zu sentences  precision %5.2f  recall %5.2f  F1 %5.2f\n", name, c->gold, precision, recall,
	       precision + recall > 0 ? 2 * precision * recall / (precision + recall) : 0);
}

/* "\n" written out is a line end. */
static void add_sentence(struct sample *s, struct str line)
{
	size_t start = s->text.n;

	for (size_t i = 0; i < line.n; i++) {
		bool wrap = line.at[i] == '\\' && i + 1 < line.n && line.at[i + 1] == 'n';

		buf_add_char(&s->text, wrap ? '\n' : line.at[i]);
		i += wrap;
	}
	add_gold(s, start);
}

static void read_breaks(const char *path, struct arena *arena, struct sample *s)
{
	struct str file;
	struct err err;
	const char *joint = "";

	if (!lines_file(path, 1 << 20, arena, &file, &err))
		die(EXIT_INPUT, "%s: %s", path, err.message);
	while (file.at) {
		struct str line = str_trim(str_cut(&file, '\n'));
		bool below = str_starts(line, STR("> "));

		if (str_starts(line, STR("#")))
			continue;
		if (line.n == 0) {
			joint = s->text.n ? "\n\n" : "";
			continue;
		}
		buf_add(&s->text, below ? STR("\n") : str_of(joint));
		add_sentence(s, below ? str_slice(line, 2, line.n) : line);
		joint = " ";
	}
}

static void measure_own(bool verbose)
{
	struct arena arena = {0};
	struct sample s = {.text = {.arena = &arena}};
	struct counts counts = {0};

	read_breaks("tests/accuracy/breaks.txt", &arena, &s);
	compare(&s, verbose, &counts);
	print_breaks("breaks.txt", &counts);
	arena_free(&arena);
}

/* One document of the treebank as raw text; its first sentence is `from`. Returns the next document's. */
static size_t read_document(const struct treebank *bank, size_t from, struct sample *s)
{
	size_t i = from;

	do {
		const struct gold_sentence *sentence = &bank->at[i];
		size_t start = s->text.n;

		for (size_t k = 0; k < sentence->n; k++) {
			buf_add(&s->text, sentence->at[k].token.text);
			if (k + 1 < sentence->n && !sentence->at[k].glued)
				buf_add_char(&s->text, ' ');
		}
		add_gold(s, start);
		if (!sentence->at[sentence->n - 1].glued)
			buf_add_char(&s->text, ' ');
	} while (++i < bank->n && !bank->at[i].opens);
	return i;
}

/* Documents whose sentences' ids begin so; NULL: all. */
static void measure_raw(const char *name, const struct treebank *bank, const char *const *genres, bool verbose)
{
	struct counts counts = {0};

	for (size_t i = 0, next; i < bank->n; i = next) {
		struct arena arena = {0};
		struct sample s = {.text = {.arena = &arena}};
		bool wanted = !genres;

		next = read_document(bank, i, &s);
		for (size_t k = 0; genres && genres[k]; k++)
			wanted |= str_starts(bank->at[i].id, str_of(genres[k]));
		if (wanted)
			compare(&s, verbose, &counts);
		arena_free(&arena);
	}
	print_breaks(name, &counts);
}

static void measure_bank(const struct tagger *tagger, const char *folder, const char *name,
			 const struct form_set *known, struct treebank *bank, struct arena *keep)
{
	static struct accuracy a;

	treebank_read(str_printf(keep, "%s/%s.conllu.gz", folder, name).at, keep, bank);
	accuracy_measure(tagger, bank, VARIANT_PLAIN, known, &a);
	accuracy_print(name, &a);
	accuracy_measure(tagger, bank, VARIANT_UPPER, known, &a);
	accuracy_print("  in upper case", &a);
}

static void measure_treebanks(const char *folder, const char *data, bool verbose)
{
	static const char *const genres[][2] = {{"weblog"}, {"newsgroup"}, {"answers"}, {"email"}, {"reviews"}};
	struct arena keep = {0};
	struct treebank trained = {0}, ewt = {0}, gum = {0};
	struct form_set known;
	struct err err;
	const struct tagger *tagger = tagger_open(str_printf(&keep, "%s/tagger.model", data).at, &err);

	if (!tagger)
		die(EXIT_USAGE, "%s: %s", err.field, err.message);
	treebank_read(str_printf(&keep, "%s/ewt-train.conllu.gz", folder).at, &keep, &trained);
	treebank_read(str_printf(&keep, "%s/gum-train.conllu.gz", folder).at, &keep, &trained);
	form_set_of(&trained, &keep, &known);
	measure_bank(tagger, folder, "ewt-dev", &known, &ewt, &keep);
	measure_bank(tagger, folder, "gum-dev", &known, &gum, &keep);
	for (size_t i = 0; i < sizeof genres / sizeof *genres; i++)
		measure_raw(str_printf(&keep, "ewt-dev %s", genres[i][0]).at, &ewt, genres[i], verbose && i < 2);
	measure_raw("ewt-dev", &ewt, NULL, false);
	measure_raw("gum-dev", &gum, NULL, verbose);
	tagger_close(tagger);
	arena_free(&keep);
}

int main(int argc, char **argv)
{
	const char *folder = getenv("RECOUNT_TREEBANK"), *data = getenv("RECOUNT_DATA");
	bool verbose = argc > 1 && strcmp(argv[1], "-v") == 0;

	err_program("accuracy-tagging");
	measure_own(verbose);
	if (!folder || !*folder)
		printf("tagging: left out; set RECOUNT_TREEBANK to the folder of ewt-dev.conllu.gz and "
		       "gum-dev.conllu.gz\n");
	else
		measure_treebanks(folder, data ? data : "build/share/recount", verbose);
	return EXIT_DONE;
}
