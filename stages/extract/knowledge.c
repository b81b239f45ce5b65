#include "knowledge.h"

#include "tagger.h"

static const char *file_of(struct arena *arena, const char *folder, const char *file)
{
	return str_printf(arena, "%s/%s", folder, file).at;
}

bool knowledge_open(struct knowledge *know, const char *folder, struct err *err)
{
	struct arena arena = {0};

	*know = (struct knowledge){0};
	bool opened = (know->lex = lexicon_open(file_of(&arena, folder, "lexicon.bin"), err)) &&
		      (know->places = gazetteer_open(file_of(&arena, folder, "gazetteer.bin"), err)) &&
		      (know->tagger = tagger_open(file_of(&arena, folder, "tagger.model"), err));

	arena_free(&arena);
	if (!opened)
		knowledge_close(know);
	return opened;
}

void knowledge_close(const struct knowledge *know)
{
	tagger_close(know->tagger);
	gazetteer_close(know->places);
	lexicon_close(know->lex);
}
