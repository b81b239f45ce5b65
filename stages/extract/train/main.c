/* train-tagger - reads ewt-train and gum-train (CoNLL-U) from a folder, writes
 * the tagger's model and prints how well it does on ewt-dev and gum-dev. Not
 * installed. Usage: train-tagger TREEBANK_DIR LEMMAS.csv FORMS.csv MODEL */
#include <stdio.h>
#include <stdlib.h>

#include "accuracy.h"
#include "base/err.h"
#include "files/mapped.h"
#include "labels.h"
#include "learn.h"
#include "lexemes.h"
#include "vocabulary.h"

static void read(const char *folder, const char *name, struct arena *keep, struct treebank *bank)
{
	treebank_read(str_printf(keep, "%s/%s.conllu.gz", folder, name).at, keep, bank);
}

static void write_model(const struct treebank *bank, char **files, const char *path, struct arena *keep)
{
	static struct weights weights;
	static struct labels labels;
	struct vocabulary words;
	struct lexemes lexemes;
	struct err err;

	labels_count(bank, &labels);
	lexemes_build(bank, files, keep, &lexemes);
	struct lemmas lemmas = lexemes_view(&lexemes);

	vocabulary_build(bank, &labels, &lemmas, lexemes.numbers.at, lexemes.numbers.n, keep, &words);
	learn(bank, &labels, &(struct feature_words){words.at, words.bits, &lemmas}, &weights);
	struct str sections[MODEL_SECTIONS] = {
		[MODEL_LABELS] = {(const char *)labels.at, sizeof labels.at},
		[MODEL_WEIGHTS] = {(const char *)weights.at, sizeof weights.at},
		[MODEL_FILTER] = {(const char *)weights.filter, sizeof weights.filter},
		[MODEL_GLANCE] = {(const char *)weights.glance, sizeof weights.glance},
		[MODEL_GLANCE_FILTER] = {(const char *)weights.glance_filter, sizeof weights.glance_filter},
		[MODEL_WORDS] = {(const char *)words.at, sizeof *words.at << words.bits},
		[MODEL_LEMMAS] = {(const char *)lexemes.at, sizeof *lexemes.at << lexemes.bits},
		[MODEL_FORMS] = {(const char *)lexemes.forms, sizeof *lexemes.forms << lexemes.forms_bits},
		[MODEL_TEXT] = buf_str(&lexemes.text),
	};

	if (!mapped_write(path, MODEL_MAGIC, MODEL_VERSION, sections, MODEL_SECTIONS, &err))
		die(EXIT_OUTPUT, "%s: %s", err.field, err.message);
}

static void print_accuracy(const char *folder, const struct treebank *trained, const char *path, struct arena *keep)
{
	static const char *const names[] = {"ewt-dev", "gum-dev"};
	static struct accuracy a;
	struct form_set known;
	struct err err;
	const struct tagger *tagger = tagger_open(path, &err);

	if (!tagger)
		die(EXIT_USAGE, "%s: %s", err.field, err.message);
	form_set_of(trained, keep, &known);
	for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
		struct treebank bank = {0};

		read(folder, names[i], keep, &bank);
		accuracy_measure(tagger, &bank, VARIANT_PLAIN, &known, &a);
		accuracy_print(names[i], &a);
		accuracy_measure(tagger, &bank, VARIANT_UPPER, &known, &a);
		accuracy_print("  in upper case", &a);
	}
	tagger_close(tagger);
}

int main(int argc, char **argv)
{
	struct arena keep = {0};
	struct treebank bank = {0};

	err_program("train-tagger");
	if (argc != 5)
		die(EXIT_USAGE, "usage: train-tagger TREEBANK_DIR LEMMAS.csv FORMS.csv MODEL");
	read(argv[1], "ewt-train", &keep, &bank);
	read(argv[1], "gum-train", &keep, &bank);
	write_model(&bank, argv + 2, argv[4], &keep);
	print_accuracy(argv[1], &bank, argv[4], &keep);
	arena_free(&keep);
	return EXIT_DONE;
}
