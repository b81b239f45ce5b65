/* knowledge - what extract reads with: the words, the places and the tagger's model, mapped
 * at start and shared by all documents. */
#ifndef RECOUNT_KNOWLEDGE_H
#define RECOUNT_KNOWLEDGE_H

#include "base/err.h"
#include "records/gazetteer.h"
#include "records/lexicon.h"

struct atom;
struct cue_row;
struct event_state;
struct event_trigger;
struct event_types;
struct number_word;
struct place_row;
struct subject_row;
struct tagger;
struct trigger;

struct knowledge {
	const struct lexicon *lex;
	const struct gazetteer *places;
	const struct tagger *tagger;
	/* Tables of the lexicon, read. */
	const struct cue_row *cues;
	const char *source_kinds; /* cues.h */
	const struct place_row *place_words;
	const uint8_t *not_places; /* place_words.h */
	const struct atom *time_words;
	const struct trigger *measures;
	const struct number_word *number_rows;
	const uint8_t *functions; /* function_words.h */
	const struct subject_row *subjects;
	const struct event_types *event_types;
	const struct event_trigger *triggers;
	const struct event_state *states;
	struct arena keep;
};

/* Map lexicon.bin, gazetteer.bin and tagger.model of the folder. False with err (field: the
 * file) when one is missing or of another build; nothing stays mapped then. */
bool knowledge_open(struct knowledge *know, const char *folder, struct err *err);
void knowledge_close(struct knowledge *know);

#endif
