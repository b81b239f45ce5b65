#include "place_words.h"

#include "records/refs.h"

static const char *const kinds[] = {
	[WORD_SETTLEMENT] = "settlement",
	[WORD_AREA] = "area",
	[WORD_PART] = "part",
	[WORD_SITE] = "site",
	[WORD_WATER] = "water",
	[WORD_LINE] = "line",
	[WORD_COMPASS] = "compass",
	[WORD_NEAR] = "near",
	[WORD_INNER] = "inner",
	[WORD_TOWARD] = "toward",
	[WORD_VERB] = "verb",
	[WORD_IMPLIES] = "implies",
	NULL,
};

static const char *const scopes[] = {
	[SCOPE_NATION] = "nation",
	[SCOPE_UNREST] = "unrest",
	[SCOPE_WORLD] = "world",
	[SCOPE_COUNTS] = "counts",
	[SCOPE_HAS] = "has",
	[SCOPE_SERVES] = "serves",
	NULL,
};

const struct place_row *place_rows_read(const struct lexicon *lex, struct arena *arena)
{
	enum lexicon_table table = LEXICON_PLACE_NOUNS;
	uint32_t kind = lexicon_column(lex, table, "kind"), part = lexicon_column(lex, table, "part"),
		 hint = lexicon_column(lex, table, "hint"), n = lexicon_rows(lex, table);
	struct place_row *rows = ARENA_ARRAY(arena, struct place_row, n + 1);

	for (uint32_t row = 0; row < n; row++) {
		struct str name = lexicon_cell(lex, table, row, kind);

		rows[row] = (struct place_row){.kind = (enum place_word_kind)word_index(kinds, name),
					       .scope = (enum place_scope)word_index(scopes, name),
					       .part = lexicon_cell(lex, table, row, part),
					       .hint = lexicon_cell(lex, table, row, hint)};
	}
	return rows;
}

const uint8_t *not_places_read(const struct lexicon *lex, struct arena *arena)
{
	static const char *const reasons[] = {[NOT_PLACE_WORD] = "word",
					      [NOT_PLACE_TIME] = "time",
					      [NOT_PLACE_COMPANY] = "company",
					      [NOT_PLACE_FAITH] = "faith"};
	enum lexicon_table table = LEXICON_NOT_PLACES;
	uint32_t why = lexicon_column(lex, table, "why"), n = lexicon_rows(lex, table);
	uint8_t *rows = ARENA_ARRAY(arena, uint8_t, n + 1);

	for (uint32_t row = 0; row < n; row++) {
		struct str reason = lexicon_cell(lex, table, row, why);

		rows[row] = NOT_PLACE_OTHER;
		for (uint8_t k = NOT_PLACE_WORD; k < NOT_PLACE_OTHER; k++)
			if (str_is(reason, reasons[k]))
				rows[row] = k;
	}
	return rows;
}
