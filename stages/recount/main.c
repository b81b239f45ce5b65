/* recount - the conductor. `recount STAGE …` runs recount-STAGE as git runs its
 * programs; run, read, explain, verify, status and lexicon are its own.
 * Reads: pipeline.conf, the inbox, its store. Writes: the store and dated releases. */
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/err.h"
#include "command.h"
#include "tasks.h"

static int command_help(int argc, char **argv);
static int command_version(int argc, char **argv);

static const struct {
	const char *name;
	int (*run)(int argc, char **argv);
	const char *about;
} commands[] = {
	{"run", command_run, "read the inbox's new articles and publish a release"},
	{"read", command_read, "read articles without a store and show what was understood"},
	{"explain", command_explain, "show an id down to its sentences, articles and rules"},
	{"verify", command_verify, "prove a release by making it again"},
	{"diff", command_diff, "which tracks moved between two releases, and why"},
	{"export", command_export, "make a release of what the store holds, or of a part: --select 'place=Aleppo'"},
	{"status", command_status, "what the store holds, and how the last run went"},
	{"lexicon", command_lexicon, "compile folders of words, and say what is wrong in them"},
	{"help", command_help, "print this"},
	{"version", command_version, "print the version"},
};
enum { COMMANDS = sizeof commands / sizeof *commands };

static const char *const stages[] = {"ingest", "extract", "normalise", "deduplicate", "reconcile", "export"};
enum { STAGES = sizeof stages / sizeof *stages };

static int command_help(int argc, char **argv)
{
	(void)argc;
	(void)argv;
	printf("usage: recount COMMAND [options] ...\n\nRecount reads news articles and keeps the timeline of what "
	       "happened "
	       "and the figures\nthat people state about it, with who said it, when, where and in which words.\n\n");
	for (size_t i = 0; i < COMMANDS; i++)
		printf("  %-12s %s\n", commands[i].name, commands[i].about);
	printf("\nThe stages, each useful alone (recount STAGE --help):\n ");
	for (size_t i = 0; i < STAGES; i++)
		printf(" %s", stages[i]);
	printf("\n\nFirst steps:  recount read ARTICLE.txt     recount run --inbox ARTICLES --as-of 2024-05-01\n");
	return EXIT_DONE;
}

static int command_version(int argc, char **argv)
{
	(void)argc;
	(void)argv;
	printf("recount %s\n", RECOUNT_VERSION);
	return EXIT_DONE;
}

static void run_stage(char **argv)
{
	struct arena arena = {0};

	for (size_t i = 0; i < STAGES; i++)
		if (strcmp(argv[1], stages[i]) == 0) {
			execv(program_path(&arena, stages[i]).at, argv + 1);
			die(EXIT_INTERNAL, "cannot start %s; are all programs of Recount installed beside each other?",
			    program_path(&arena, stages[i]).at);
		}
}

int main(int argc, char **argv)
{
	err_program("recount");
	arena_keep_freed();
	if (argc < 2) {
		command_help(argc, argv);
		return EXIT_USAGE;
	}
	const char *name = strcmp(argv[1], "--help") == 0 || strcmp(argv[1], "-h") == 0 ? "help"
			   : strcmp(argv[1], "--version") == 0				? "version"
											: argv[1];

	for (size_t i = 0; i < COMMANDS; i++)
		if (strcmp(name, commands[i].name) == 0)
			return commands[i].run(argc - 1, argv + 1);
	run_stage(argv);
	die(EXIT_USAGE, "no command %s; recount help lists them", argv[1]);
}
