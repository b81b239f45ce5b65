#include "cues.h"

#include "records/refs.h"

#define WORD(text)                                                                                                     \
	{                                                                                                              \
		text, sizeof text - 1                                                                                  \
	}

static const struct str kinds[] = {WORD("say"),	  WORD("deny"),	     WORD("show"),    WORD("think"),
				   WORD("ask"),	  WORD("order"),     WORD("promise"), WORD("stand"),
				   WORD("judge"), WORD("adjective"), WORD("noun"),    WORD("preposition")};
static const struct str takes[] = {WORD("that"),   WORD("quote"), WORD("np"),	    WORD("told"), WORD("to"),
				   WORD("ing"),	   WORD("as"),	  WORD("of"),	    WORD("for"),  WORD("rest"),
				   WORD("clause"), WORD("at"),	  WORD("explicit"), WORD("toll"), WORD("count")};

struct columns {
	uint32_t kind, takes, states, polarity, modality;
};

static struct str cell(const struct lexicon *lex, uint32_t row, uint32_t column)
{
	return lexicon_cell(lex, LEXICON_CUES, row, column);
}

/* Place of the word in the list; 0 for one that is not there. */
static unsigned bit_of(const struct str *words, size_t n, struct str word)
{
	for (unsigned i = 0; i < n; i++)
		if (str_eq(words[i], word))
			return i;
	return 0;
}
#define BIT_OF(words, word) bit_of(words, sizeof words / sizeof *words, word)

static struct cue_row row_read(const struct lexicon *lex, const struct columns *columns, uint32_t row)
{
	struct cue_row read = {.kind = (uint8_t)BIT_OF(kinds, cell(lex, row, columns->kind))};
	struct str rest = cell(lex, row, columns->takes);

	while (rest.at)
		read.takes |= (uint16_t)(1u << BIT_OF(takes, str_cut(&rest, '|')));
	read.states = str_eq(cell(lex, row, columns->states), STR("yes"));
	read.polarity = (uint8_t)word_index(polarities, cell(lex, row, columns->polarity));
	read.modality = (uint8_t)word_index(modalities, cell(lex, row, columns->modality));
	read.family = (uint16_t)cue_family(read.kind);
	return read;
}

const struct cue_row *cues_read(const struct lexicon *lex, struct arena *arena)
{
	uint32_t n = lexicon_rows(lex, LEXICON_CUES);
	struct cue_row *rows = ARENA_ARRAY(arena, struct cue_row, n + 1);
	struct columns columns = {
		.kind = lexicon_column(lex, LEXICON_CUES, "kind"),
		.takes = lexicon_column(lex, LEXICON_CUES, "takes"),
		.states = lexicon_column(lex, LEXICON_CUES, "states"),
		.polarity = lexicon_column(lex, LEXICON_CUES, "polarity"),
		.modality = lexicon_column(lex, LEXICON_CUES, "modality"),
	};

	for (uint32_t row = 0; row < n; row++)
		rows[row] = row_read(lex, &columns, row);
	return rows;
}
