#include "cues.h"

#include "records/refs.h"

static const struct str kinds[] = {STR_WORD("say"),	  STR_WORD("deny"),  STR_WORD("show"),
				   STR_WORD("think"),	  STR_WORD("ask"),   STR_WORD("order"),
				   STR_WORD("promise"),	  STR_WORD("stand"), STR_WORD("judge"),
				   STR_WORD("adjective"), STR_WORD("noun"),  STR_WORD("preposition")};
static const struct str takes[] = {STR_WORD("that"),	 STR_WORD("quote"), STR_WORD("np"),	STR_WORD("told"),
				   STR_WORD("to"),	 STR_WORD("ing"),   STR_WORD("as"),	STR_WORD("of"),
				   STR_WORD("for"),	 STR_WORD("rest"),  STR_WORD("clause"), STR_WORD("at"),
				   STR_WORD("explicit"), STR_WORD("toll"),  STR_WORD("count")};

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

const char *source_kinds_read(const struct lexicon *lex, struct arena *arena)
{
	uint32_t n = lexicon_rows(lex, LEXICON_SOURCE_NOUNS), kind = lexicon_column(lex, LEXICON_SOURCE_NOUNS, "kind");
	char *rows = ARENA_ARRAY(arena, char, n + 1);

	for (uint32_t row = 0; row < n; row++) {
		struct str name = lexicon_cell(lex, LEXICON_SOURCE_NOUNS, row, kind);

		rows[row] = name.n ? name.at[0] : 0;
	}
	return rows;
}
