/* cues - the lexicon's words of saying and its nouns of who speaks, as the rules of speakers ask about them: the rows
 * of its tables cues and source_nouns, read once when the program starts (struct knowledge). */
#ifndef RECOUNT_CUES_H
#define RECOUNT_CUES_H

#include "records/lexicon.h"

enum cue_kind {
	CUE_SAY,
	CUE_DENY,
	CUE_SHOW,
	CUE_THINK,
	CUE_ASK,
	CUE_ORDER,
	CUE_PROMISE,
	CUE_STAND,
	CUE_JUDGE,
	CUE_ADJECTIVE,
	CUE_NOUN,
	CUE_PREPOSITION,
	CUE_KINDS
};

enum cue_takes {
	TAKES_THAT = 1,
	TAKES_QUOTE = 2,
	TAKES_NP = 4,
	TAKES_TOLD = 8,
	TAKES_TO = 16,
	TAKES_ING = 32,
	TAKES_AS = 64,
	TAKES_OF = 128,
	TAKES_FOR = 256,
	TAKES_REST = 512,
	TAKES_CLAUSE = 1024,
	TAKES_AT = 2048,
	TAKES_EXPLICIT = 4096,
	TAKES_TOLL = 8192,
	TAKES_COUNT = 16384
};

struct cue {
	uint32_t first, end; /* [tokens] of the phrase of the lexicon */
	enum cue_kind kind;
	unsigned takes;
	bool states;
	int polarity, modality;
};

/* Verbs of every kind stand together; nouns, adjectives and prepositions each alone. */
static inline unsigned cue_family(enum cue_kind kind)
{
	return 1u << (kind < CUE_ADJECTIVE ? CUE_SAY : kind);
}

/* A row of the table. */
struct cue_row {
	uint16_t family; /* cue_family() of its kind */
	uint16_t takes;	 /* enum cue_takes */
	uint8_t kind, polarity, modality;
	bool states;
};

/* All rows, in the arena: [lexicon_rows()]. */
const struct cue_row *cues_read(const struct lexicon *lex, struct arena *arena);
/* The kind of each source noun, by its first letter: p person, g group, d document, m media; 0: none is told. */
const char *source_kinds_read(const struct lexicon *lex, struct arena *arena);

#endif
