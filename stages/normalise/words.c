#include "normalise.h"
#include "once.h"
#include "where.h"

static const char *file_of(struct arena *arena, const char *folder, const char *file)
{
	return str_printf(arena, "%s/%s", folder, file).at;
}

bool words_open(struct words *words, const char *folder, struct arena *keep, struct err *err)
{
	*words = (struct words){0};
	if (!(words->lex = lexicon_open(file_of(keep, folder, "lexicon.bin"), err)) ||
	    !(words->places = gazetteer_open(file_of(keep, folder, "gazetteer.bin"), err)))
		return false;
	words->once = once_open(words->lex, words->places);
	words->names = where_names_open(words->places, keep);
	return true;
}

void words_close(struct words *words)
{
	once_close(words->once);
	gazetteer_close(words->places);
	lexicon_close(words->lex);
}
