/* command - the subcommands of recount: each reads its own words and returns the exit
 * code of DESIGN: 0 done, 1 done with rejects, 2 usage, 3 input, 4 output, 5 internal. */
#ifndef RECOUNT_COMMAND_H
#define RECOUNT_COMMAND_H

/* argv[0] is the subcommand. */
int command_run(int argc, char **argv);
int command_read(int argc, char **argv);
int command_explain(int argc, char **argv);
int command_verify(int argc, char **argv);
int command_diff(int argc, char **argv);
int command_export(int argc, char **argv);
int command_status(int argc, char **argv);
int command_lexicon(int argc, char **argv);

/* One option of a subcommand: "--name VALUE", "-n VALUE", or a switch when `what` is NULL. */
struct command_option {
	const char *name;
	const char *what;
	const char *about;
	const char **value; /* gets the value; "" for a switch */
};

/* Read the options (ended by a NULL name); what is left is *inputs, *n of them. Prints
 * the help and exits for --help. Dies with EXIT_USAGE on an unknown option. */
void command_options(int argc, char **argv, const char *usage, const struct command_option *options, char ***inputs,
		     int *n);

#endif
