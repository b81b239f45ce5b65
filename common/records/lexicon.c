#include "records/lexicon.h"

#include <assert.h>
#include <stdlib.h>

#include "base/hash.h"
#include "records/lexicon_file.h"
#include "values/tokens.h"

/* All that are open: most programs keep theirs until they end. */
static struct lexicon *opened;

const struct lexicon *lexicon_open(const char *path, struct err *err)
{
	const struct mapped *file = mapped_open(path, LEXICON_MAGIC, LEXICON_VERSION, err);
	struct lexicon *lex = file ? malloc(sizeof *lex) : NULL;
	size_t unused, nodes;

	if (!file)
		return NULL;
	if (!lex)
		die(EXIT_INTERNAL, "out of memory for the lexicon");
	*lex = (struct lexicon){
		.next = opened,
		.file = file,
		.tables = mapped_section(file, LEXICON_TABLES, sizeof *lex->tables, &unused),
		.cells = mapped_section(file, LEXICON_CELLS, sizeof *lex->cells, &unused),
		.text = mapped_section(file, LEXICON_TEXT, 1, &unused),
		.entries = mapped_section(file, LEXICON_ENTRIES, sizeof *lex->entries, &unused),
		.nodes = mapped_section(file, LEXICON_NODES, sizeof *lex->nodes, &nodes),
		.firsts = mapped_section(file, LEXICON_FIRSTS, sizeof *lex->firsts, &unused),
	};
	lex->mask = nodes - 1;
	opened = lex;
	return lex;
}

void lexicon_close(const struct lexicon *lex)
{
	if (!lex)
		return;
	for (struct lexicon **at = &opened; *at; at = &(*at)->next)
		if (*at == lex) {
			*at = lex->next;
			break;
		}
	mapped_close(lex->file);
	free((void *)lex);
}

struct str lexicon_digest(const struct lexicon *lex)
{
	return str_of(lex->file->digest);
}

uint32_t lexicon_rows(const struct lexicon *lex, enum lexicon_table table)
{
	return lex->tables[table].rows;
}

uint32_t lexicon_column(const struct lexicon *lex, enum lexicon_table table, const char *name)
{
	const struct lexicon_shape *s = &lex->tables[table];
	size_t unused;
	const struct lexicon_text *names = mapped_section(lex->file, LEXICON_COLUMNS, sizeof *names, &unused);
	uint32_t i = 0;

	for (names += s->first_column; i < s->columns; i++)
		if (str_is((struct str){lex->text + names[i].at, names[i].n}, name))
			break;
	assert(i < s->columns && "a column that lexicon_tables.c does not declare");
	return i;
}

/* A phrase of small letters alone is one token, as it stands. */
static bool is_plain_word(struct str phrase)
{
	size_t i = 0;

	while (i < phrase.n && ascii_is_lower((unsigned char)phrase.at[i]))
		i++;
	return i > 0 && i == phrase.n;
}

const struct lexicon_node *lexicon_find(const struct lexicon *lex, struct str phrase)
{
	if (is_plain_word(phrase)) {
		const struct lexicon_node *word = lexicon_step(lex, NULL, hash64(phrase));

		return word && word->entries ? word : NULL;
	}
	struct arena scratch = {0};
	struct tokens tokens = {0};
	const struct lexicon_node *node = NULL;

	tokens_cut_phrase(phrase, &scratch, &tokens);
	for (size_t i = 0; i < tokens.n && (i == 0 || node); i++)
		node = lexicon_step(lex, node, tokens.at[i].hash);
	arena_free(&scratch);
	return node && node->entries ? node : NULL;
}

int64_t lexicon_row(const struct lexicon *lex, enum lexicon_table table, struct str phrase)
{
	return lexicon_entry_row(lex, lexicon_find(lex, phrase), table);
}
