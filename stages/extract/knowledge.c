#include "knowledge.h"

#include "cues.h"
#include "event_types.h"
#include "figure_scan.h"
#include "figure_words.h"
#include "place_words.h"
#include "tagger.h"
#include "times_atoms.h"

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
	if (!opened) {
		knowledge_close(know);
		return false;
	}
	know->cues = cues_read(know->lex, &know->keep);
	know->source_kinds = source_kinds_read(know->lex, &know->keep);
	know->place_words = place_rows_read(know->lex, &know->keep);
	know->not_places = not_places_read(know->lex, &know->keep);
	know->time_words = atom_rows_read(know->lex, &know->keep);
	know->measures = measure_rows_read(know->lex, &know->keep);
	know->number_rows = number_rows_read(know->lex, &know->keep);
	know->event_types = event_types_read(know->lex, &know->keep);
	know->triggers = event_triggers_read(know->lex, know->event_types, &know->keep);
	know->states = event_states_read(know->lex, &know->keep);
	know->subjects = subject_rows_read(know->lex, &know->keep);
	know->functions = function_rows_read(know->lex, &know->keep);
	return true;
}

void knowledge_close(struct knowledge *know)
{
	arena_free(&know->keep);
	tagger_close(know->tagger);
	gazetteer_close(know->places);
	lexicon_close(know->lex);
}
