#include "records/lexicon.h"

#include <assert.h>

#include "base/hash.h"
#include "records/lexicon_file.h"
#include "values/tokens.h"

const struct lexicon *lexicon_open(const char *path, struct err *err)
{
	return (const struct lexicon *)mapped_open(path, LEXICON_MAGIC, LEXICON_VERSION, err);
}

void lexicon_close(const struct lexicon *lex)
{
	mapped_close(lex ? &lex->file : NULL);
}

struct str lexicon_digest(const struct lexicon *lex)
{
	return str_of(lex->file.digest);
}

static const void *section(const struct lexicon *lex, size_t i)
{
	return (const char *)lex + lex->file.sections[i].at;
}

static const struct lexicon_shape *shape(const struct lexicon *lex, enum lexicon_table table)
{
	return (const struct lexicon_shape *)section(lex, LEXICON_TABLES) + table;
}

static struct str text(const struct lexicon *lex, size_t in, size_t i)
{
	struct lexicon_text t = ((const struct lexicon_text *)section(lex, in))[i];

	return (struct str){(const char *)section(lex, LEXICON_TEXT) + t.at, t.n};
}

struct str lexicon_cell(const struct lexicon *lex, enum lexicon_table table, uint32_t row, uint32_t column)
{
	const struct lexicon_shape *s = shape(lex, table);

	assert(row < s->rows && column < s->columns);
	return text(lex, LEXICON_CELLS, s->first_cell + (size_t)row * s->columns + column);
}

uint32_t lexicon_rows(const struct lexicon *lex, enum lexicon_table table)
{
	return shape(lex, table)->rows;
}

uint32_t lexicon_column(const struct lexicon *lex, enum lexicon_table table, const char *name)
{
	const struct lexicon_shape *s = shape(lex, table);
	uint32_t i = 0;

	while (i < s->columns && !str_eq(text(lex, LEXICON_COLUMNS, s->first_column + i), str_of(name)))
		i++;
	assert(i < s->columns && "a column that lexicon_tables.c does not declare");
	return i;
}

/* Is it the first token of a phrase? */
static bool may_begin(const struct lexicon *lex, uint64_t token_hash)
{
	const uint64_t *firsts = section(lex, LEXICON_FIRSTS);
	uint64_t bit = lexicon_first_bit(token_hash);

	return firsts[bit / 64] >> bit % 64 & 1;
}

void lexicon_fetch(const struct lexicon *lex, uint64_t token_hash)
{
	size_t n;
	const struct lexicon_node *nodes = mapped_section(&lex->file, LEXICON_NODES, sizeof *nodes, &n);

	if (may_begin(lex, token_hash))
		__builtin_prefetch(&nodes[lexicon_key(0, token_hash) & (n - 1)]);
}

const struct lexicon_node *lexicon_step(const struct lexicon *lex, const struct lexicon_node *from, uint64_t token_hash)
{
	size_t n;

	if (from ? !from->longer : !may_begin(lex, token_hash))
		return NULL;
	const struct lexicon_node *nodes = mapped_section(&lex->file, LEXICON_NODES, sizeof *nodes, &n);
	uint64_t key = lexicon_key(from ? from->key : 0, token_hash);

	for (size_t i = key & (n - 1); nodes[i].key; i = (i + 1) & (n - 1))
		if (nodes[i].key == key)
			return &nodes[i];
	return NULL;
}

const struct lexicon_entry *lexicon_entries(const struct lexicon *lex, const struct lexicon_node *node)
{
	return (const struct lexicon_entry *)section(lex, LEXICON_ENTRIES) + node->first_entry;
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

int64_t lexicon_entry_row(const struct lexicon *lex, const struct lexicon_node *node, enum lexicon_table table)
{
	if (!node || !(node->tables & 1u << table))
		return -1;
	const struct lexicon_entry *entry = lexicon_entries(lex, node);

	while (entry->table != table)
		entry++;
	return entry->row;
}

int64_t lexicon_row(const struct lexicon *lex, enum lexicon_table table, struct str phrase)
{
	return lexicon_entry_row(lex, lexicon_find(lex, phrase), table);
}
