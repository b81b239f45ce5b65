/* recount lexicon - folders of words compiled into what the stages map, or only checked. */
#include <stdio.h>
#include <stdlib.h>

#include "command.h"
#include "files/folder.h"
#include "settings.h"

/* Folders whose command ended must not stay behind. */
static void check_only(const char *const *folders, size_t n, struct arena *arena)
{
	const char *folder = folder_temporary(arena, "recount-lexicon");
	const char *out = str_printf(arena, "%s/words", folder).at;

	settings_words(folders, n, out, arena);
	folder_remove(folder);
	printf("%zu folder%s of words: nothing is wrong\n", n, n == 1 ? "" : "s");
}

int command_lexicon(int argc, char **argv)
{
	struct arena arena = {0};
	const char *out = NULL;
	const struct command_option options[] = {
		{"o", "DIR", "the compiled words go here, for --data DIR (default: only check)", &out},
		{NULL, NULL, NULL, NULL},
	};
	char **inputs;
	int n;

	command_options(argc, argv, "lexicon [-o DIR] FOLDER...", options, &inputs, &n);
	if (out)
		settings_words((const char *const *)inputs, (size_t)n, out, &arena);
	else
		check_only((const char *const *)inputs, (size_t)n, &arena);
	free(inputs);
	arena_free(&arena);
	return EXIT_DONE;
}
