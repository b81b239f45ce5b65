/* lexicon-compile - turns the tables of words, or those of places, into the file
 * that a stage maps at start. Used by the build and by `recount` for an analyst's
 * own folders; exits 2 with FILE:LINE when a row is wrong. */
#include <stdlib.h>
#include <string.h>

#include "records/gazetteer.h"
#include "records/lexicon.h"

int main(int argc, char **argv)
{
	struct err err = {0};
	bool words = argc >= 4 && strcmp(argv[1], "lexicon") == 0;
	bool places = argc == 4 && strcmp(argv[1], "gazetteer") == 0;

	err_program("lexicon-compile");
	if (!words && !places)
		die(EXIT_USAGE,
		    "usage: lexicon-compile lexicon FOLDER... OUT, or: lexicon-compile gazetteer FOLDER OUT");
	bool done = words ? lexicon_compile((const char *const *)argv + 2, (size_t)argc - 3, argv[argc - 1], &err)
			  : gazetteer_compile(argv[2], argv[3], &err);

	if (!done)
		die(EXIT_USAGE, "%s: %s", err.field, err.message);
	return EXIT_DONE;
}
