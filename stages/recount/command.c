#include "command.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/err.h"
#include "base/str.h"

static _Noreturn void help(const char *usage, const struct command_option *options)
{
	printf("usage: recount %s\n", usage);
	for (; options->name; options++) {
		char left[40];

		snprintf(left, sizeof left, "%s%s %s", options->name[1] ? "--" : "-", options->name,
			 options->what ? options->what : "");
		printf("  %-22s %s\n", left, options->about);
	}
	exit(EXIT_DONE);
}

static const struct command_option *option_of(const struct command_option *options, struct str name)
{
	for (; options->name; options++)
		if (str_eq(name, str_of(options->name)))
			return options;
	return NULL;
}

/* One option at argv[i]; returns how many words it took. */
static int take_option(int argc, char **argv, int i, const char *usage, const struct command_option *options)
{
	bool longer = argv[i][1] == '-';
	struct str rest = str_of(argv[i] + 1 + longer), name = str_cut(&rest, '=');
	const struct command_option *o = (name.n == 1) == !longer ? option_of(options, name) : NULL;

	if (str_eq(name, STR("help")) || str_eq(name, STR("h")))
		help(usage, options);
	if (!o)
		die(EXIT_USAGE, "no option %s; recount %s --help lists them", argv[i], argv[0]);
	*o->value = rest.at ? rest.at : "";
	if (!o->what && rest.at)
		die(EXIT_USAGE, "option --%s takes no value", o->name);
	if (!o->what || rest.at)
		return 1;
	if (i + 1 >= argc)
		die(EXIT_USAGE, "option %s wants %s; recount %s --help tells more", argv[i], o->what, argv[0]);
	*o->value = argv[i + 1];
	return 2;
}

void command_options(int argc, char **argv, const char *usage, const struct command_option *options, char ***inputs,
		     int *n)
{
	char **left = calloc((size_t)argc + 1, sizeof *left);
	bool only_inputs = false;

	if (!left)
		die(EXIT_INTERNAL, "out of memory");
	*n = 0;
	for (int i = 1; i < argc;) {
		if (only_inputs || argv[i][0] != '-' || !argv[i][1]) {
			left[(*n)++] = argv[i++];
		} else if (strcmp(argv[i], "--") == 0) {
			only_inputs = true;
			i++;
		} else {
			i += take_option(argc, argv, i, usage, options);
		}
	}
	*inputs = left;
}
