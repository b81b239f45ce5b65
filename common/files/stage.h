/* stage - what every stage program does the same way: options, inputs, outputs,
 * rejects, counts and the end. main.c opens, loops and closes.
 *
 *   recount-STAGE [options] INPUT…     INPUT: a part file, a folder of parts, or "-"
 *   -o PATH     a folder for one folder per record kind; a file or "-" where there is one kind
 *   -c FILE     pipeline.conf (default: none, the built-in defaults)
 *   --rejects FILE   where bad records go (default: OUT/rejects/STAGE.jsonl beside a folder, else none);
 *                    FOLDER/: a file for each input, FOLDER/PART.jsonl
 *   --data DIR  lexicon.bin, gazetteer.bin, tagger.model (default: RECOUNT_DATA, else ../share/recount beside the
 * program)
 *   --counts FILE    write the counts there too: {"read":12,"written":12,"known":0,"rejected":0}
 *   --quiet, --help, --version */
#ifndef RECOUNT_STAGE_H
#define RECOUNT_STAGE_H

#include "base/arena.h"
#include "base/err.h"
#include "base/str.h"
#include "files/conf.h"
#include "files/table.h"

struct outfile;

/* An option of one stage: "--name VALUE", or "--name" when what is NULL. */
struct stage_option {
	const char *name; /* without dashes */
	const char *what; /* word for its value in the help, NULL: a switch */
	const char *about;
};

struct stage {
	const char *name; /* "extract" */
	struct arena keep, scratch;
	struct conf conf;
	const char *data;   /* folder of the compiled words */
	const char *output; /* -o; never NULL */
	bool quiet, to_stdout;
	bool to_folder;	     /* -o is a folder: one folder per record kind lies in it */
	const char **inputs; /* [n_inputs] files in a fixed order, folders expanded */
	size_t n_inputs;
	uint64_t read, written, rejected; /* records */
	uint64_t known;		 /* records that were there already; told at the end when the stage counts them */
	const char *more_counts; /* further members for the file of counts: ,"skipped":{"request":3}; NULL: none */
	/* private */
	const struct stage_option *options;
	const char **values;
	const char *rejects_path;
	struct outfile *rejects;
	const char *rejects_in; /* the input whose rejects they are, where each has a file */
	bool counts_known;
};

/* What a stage is: its name, one line about it, its own options (ended by a NULL
 * name; may be NULL), the folder that a kind of input lies in ("mentions": given DIR,
 * the parts are DIR/mentions/ *.csv when that exists, else DIR/ *). */
struct stage_about {
	const char *name, *about;
	const struct stage_option *options;
	const char *inputs; /* what INPUT is, for the help; NULL: parts */
	const char *input_kind;
	bool whole_folders; /* folders stay among the inputs as they were given: the stage walks them itself */
	bool counts_known;  /* the counts at the end tell `known` */
};

/* Read the command line (prints help or version and exits), the configuration and
 * the inputs. Dies with EXIT_USAGE on a wrong call, EXIT_INPUT on a missing input. */
void stage_open(struct stage *st, int argc, char **argv, const struct stage_about *about);
/* Value of an own option; NULL when it was not given ("" for a switch that was). */
const char *stage_value(const struct stage *st, const char *option);

/* Path of a compiled file in the data folder. */
const char *stage_data(struct stage *st, const char *file);

/* The compiled file just opened; dies (EXIT_USAGE) when it is NULL, saying why and what to do. */
const void *stage_opened(const void *file, const struct err *err);

/* "part-00000" of ".../documents/part-00000.jsonl.gz"; "part-00000" for "-". In keep. */
const char *stage_part(struct stage *st, const char *input);
/* Open OUTPUT/kind/part.csv and write its header. With "-o -" or "-o FILE.csv" the one
 * kind goes there. */
struct outfile *stage_output(struct stage *st, const char *kind, const char *part, const struct table *table);

/* A bad record: file, position and reason go to the rejects, the run goes on. */
void stage_reject(struct stage *st, const char *file, uint64_t position, const struct err *err);

/* Say how far it is, on a terminal only: "extract 12,000 documents". */
void stage_progress(struct stage *st, const char *what);

/* Close the rejects, print the counts (unless quiet, or to a log: one line), free the
 * arenas. Returns EXIT_DONE or EXIT_REJECTS. */
int stage_close(struct stage *st);

#endif
