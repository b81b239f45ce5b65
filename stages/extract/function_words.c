#include "function_words.h"

static const char *const names[] = {
#define X(name, text) text,
	FUNCTION_KIND_LIST(X)
#undef X
};

static uint8_t kind_of(struct str name)
{
	uint8_t kind = 0;

	while (kind < FUNCTION_KINDS && !str_is(name, names[kind]))
		kind++;
	return kind;
}

const uint8_t *function_rows_read(const struct lexicon *lex, struct arena *arena)
{
	enum { KIND = 1 };
	uint32_t n = lexicon_rows(lex, LEXICON_FUNCTION_WORDS);
	uint8_t *kinds = ARENA_ARRAY(arena, uint8_t, n + 1);

	for (uint32_t row = 0; row < n; row++)
		kinds[row] = kind_of(lexicon_cell(lex, LEXICON_FUNCTION_WORDS, row, KIND));
	return kinds;
}
