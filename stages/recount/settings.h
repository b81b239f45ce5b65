/* settings - what decides what the records say: the programs, the words and the
 * configuration, each unit of work's key among them. */
#ifndef RECOUNT_SETTINGS_H
#define RECOUNT_SETTINGS_H

#include "files/conf.h"
#include "store.h"

struct settings {
	struct conf conf;
	const char *conf_path; /* absolute; NULL: the defaults */
	const char *data;      /* folder of the compiled words when there are own ones; NULL: the stages find theirs */
	size_t jobs;
	struct str words; /* digest of lexicon, gazetteer and tagger */
	/* Keys of the three steps, without their inputs. */
	struct str read_key, merge_key, reconcile_key, export_key;
};

/* Read the configuration and compile the own folders of words into the store. Dies with
 * EXIT_USAGE when a key or a word is wrong. */
void settings_read(struct settings *s, const char *conf_path, const struct store *store);
/* The configuration alone. */
void settings_conf(struct settings *s, const char *conf_path, struct arena *arena);

/* Compile folders of words to OUT/lexicon.bin beside links to the other compiled files.
 * The program's own words come first. Dies with EXIT_USAGE (FILE:LINE) for a wrong row. */
void settings_words(const char *const *folders, size_t n, const char *out, struct arena *arena);
/* ../share/recount beside the program, or RECOUNT_DATA. */
const char *settings_data(struct arena *arena);

#endif
