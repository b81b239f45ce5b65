/* lexicon - the words, compiled. common/lexicon/NAME.csv is table NAME; its header
 * row names the columns, its first column is `phrase`. `recount lexicon` (and the
 * build) turns the folders into one file that a stage maps at start: the cells of
 * all tables, and a trie over the tokens of the phrases, so that a scan of a text
 * asks for every table at once with one step a token. */
#ifndef RECOUNT_LEXICON_H
#define RECOUNT_LEXICON_H

#include <assert.h>

#include "base/err.h"
#include "base/str.h"

/* The tables, in the order of their ids. One line here, one CSV in common/lexicon,
 * one row of columns in lexicon_tables.c. */
/* clang-format off */
#define LEXICON_LIST(X) \
	X(MEASURES, "measures") X(SUBJECTS, "subjects") X(QUALIFIERS, "qualifiers") \
	X(VAGUE, "vague") X(NUMBERS, "numbers") X(UNITS, "units") X(CURRENCIES, "currencies") \
	X(CUES, "cues") X(TITLES, "titles") X(SOURCE_NOUNS, "source_nouns") X(ACTORS, "actors") \
	X(TRIGGERS, "triggers") X(STATUSES, "statuses") X(EVENT_TYPES, "event_types") \
	X(TIMES, "times") X(PLACE_NOUNS, "place_nouns") X(NOT_PLACES, "not_places") \
	X(BLOCKS, "blocks") X(AGENCIES, "agencies") X(FUNCTION_WORDS, "function_words") \
	X(MARKUP, "markup") X(METADATA, "metadata")
/* clang-format on */

enum lexicon_table {
#define X(name, file) LEXICON_##name,
	LEXICON_LIST(X)
#undef X
		LEXICON_COUNT
};

/* One entry that a phrase stands for. */
struct lexicon_entry {
	uint16_t table; /* enum lexicon_table */
	uint16_t spare; /* no padding: the struct lies in the file */
	uint32_t row;
};

/* A node of the trie: the phrase read so far. */
struct lexicon_node {
	uint64_t key;
	uint32_t tables;      /* bit (1u << table) for each table with an entry here; 0: only a prefix */
	uint32_t first_entry; /* into the entries, `entries` of them, ordered by table, then row */
	uint16_t entries;
	uint16_t spare[3]; /* no padding: the struct lies in the file */
	uint64_t next;	   /* the bits of the words that some phrase goes on with; 0: none does */
};

/* How a table lies among the cells, a text among the texts. */
struct lexicon_shape {
	uint32_t columns, rows;
	uint32_t first_column; /* into the columns' names */
	uint32_t first_cell;
};
struct lexicon_text {
	uint32_t at, n; /* [bytes] */
};

enum { LEXICON_FIRST_BITS = 19 };

/* The parts of the mapped file (lexicon_file.h), for the look-ups here, which are asked at every token. */
struct lexicon {
	struct lexicon *next; /* of those that are open */
	const struct mapped *file;
	const struct lexicon_shape *tables; /* [LEXICON_COUNT] */
	const struct lexicon_text *cells;
	const char *text;
	const struct lexicon_entry *entries;
	const struct lexicon_node *nodes;
	uint64_t mask; /* of the nodes' places */
	const uint64_t *firsts;
};

/* Map the compiled file; it stays mapped as long as the program runs. NULL and err
 * for a file that is missing, truncated, foreign or of another version. */
const struct lexicon *lexicon_open(const char *path, struct err *err);
/* Only where it must go before the program ends (tests). */
void lexicon_close(const struct lexicon *lex);

/* Hex digest of all that went into the file: part of every unit of work's key. */
struct str lexicon_digest(const struct lexicon *lex);

/* Cell of a row that the table has. A column that it has not is a programming error: asserted. */
static inline struct str lexicon_cell(const struct lexicon *lex, enum lexicon_table table, uint32_t row,
				      uint32_t column)
{
	const struct lexicon_shape *s = &lex->tables[table];

	assert(row < s->rows && column < s->columns);
	struct lexicon_text cell = lex->cells[s->first_cell + (size_t)row * s->columns + column];

	return (struct str){lex->text + cell.at, cell.n};
}
uint32_t lexicon_rows(const struct lexicon *lex, enum lexicon_table table);
/* Number of the column with that name; asserted to exist. Look it up once, not per token. */
uint32_t lexicon_column(const struct lexicon *lex, enum lexicon_table table, const char *name);

/* Where the bit of a token that may begin a phrase is. */
static inline uint64_t lexicon_first_bit(uint64_t token_hash)
{
	return token_hash >> (64 - LEXICON_FIRST_BITS);
}
static inline bool lexicon_may_begin(const struct lexicon *lex, uint64_t token_hash)
{
	uint64_t bit = lexicon_first_bit(token_hash);

	return lex->firsts[bit / 64] >> bit % 64 & 1;
}

/* Key of the phrase that goes on from `from` (0: the start) with that token. Never 0. */
static inline uint64_t lexicon_key(uint64_t from, uint64_t token_hash)
{
	uint64_t key = (from ^ token_hash) * 0x9E3779B97F4A7C15u + from;

	key ^= key >> 32;
	return key ? key : 1;
}

/* Bit of a word among those that a phrase goes on with: keeps most words that go on with none from touching the nodes,
 * which lie in memory where nobody foresees. */
static inline uint64_t lexicon_next_bit(uint64_t token_hash)
{
	return (uint64_t)1 << token_hash % 64;
}

/* The node with that key; NULL: none. */
static inline const struct lexicon_node *lexicon_node_of(const struct lexicon *lex, uint64_t key)
{
	for (uint64_t i = key & lex->mask; lex->nodes[i].key; i = (i + 1) & lex->mask)
		if (lex->nodes[i].key == key)
			return &lex->nodes[i];
	return NULL;
}

/* The node reached from `from` (NULL: the start of a phrase) by a token whose
 * hash64 of its lower-case text is token_hash; NULL when no phrase begins so. */
static inline const struct lexicon_node *lexicon_step(const struct lexicon *lex, const struct lexicon_node *from,
						      uint64_t token_hash)
{
	if (from ? !(from->next & lexicon_next_bit(token_hash)) : !lexicon_may_begin(lex, token_hash))
		return NULL;
	return lexicon_node_of(lex, lexicon_key(from ? from->key : 0, token_hash));
}

/* lexicon_step from the start for each word of a text, most of which begin some phrase: each is fetched some words
 * before it is asked for. */
static inline void lexicon_fetch(const struct lexicon *lex, uint64_t token_hash)
{
	__builtin_prefetch(&lex->nodes[lexicon_key(0, token_hash) & lex->mask]);
}
static inline const struct lexicon_node *lexicon_fetched(const struct lexicon *lex, uint64_t token_hash)
{
	return lexicon_node_of(lex, lexicon_key(0, token_hash));
}

/* The same when a phrase goes on from `from` with the token, and the entries of that one. */
static inline void lexicon_fetch_next(const struct lexicon *lex, const struct lexicon_node *from, uint64_t token_hash)
{
	__builtin_prefetch(&lex->entries[from->first_entry]);
	if (from->next & lexicon_next_bit(token_hash))
		__builtin_prefetch(&lex->nodes[lexicon_key(from->key, token_hash) & lex->mask]);
}

static inline const struct lexicon_entry *lexicon_entries(const struct lexicon *lex, const struct lexicon_node *node)
{
	return &lex->entries[node->first_entry];
}

/* A whole phrase, given as text (tokenised inside, case folded). NULL when unknown. */
const struct lexicon_node *lexicon_find(const struct lexicon *lex, struct str phrase);
/* First row of `table` at a node (NULL allowed), or for a phrase; -1 when there is none. */
static inline int64_t lexicon_entry_row(const struct lexicon *lex, const struct lexicon_node *node,
					enum lexicon_table table)
{
	if (!node || !(node->tables & 1u << table))
		return -1;
	const struct lexicon_entry *entry = lexicon_entries(lex, node);

	while (entry->table != table)
		entry++;
	return entry->row;
}
int64_t lexicon_row(const struct lexicon *lex, enum lexicon_table table, struct str phrase);

/* Compile the folders (later ones add to or, for a phrase of the same table, replace
 * earlier ones) into the file at `out`, written atomically. A wrong row is err, its
 * field FILE:LINE. A table whose file is missing is empty; in a later folder a file or
 * a column that is no table's is an error. Lines that begin with '#' are comments.
 * The result has the same bytes for the same folders' content. */
bool lexicon_compile(const char *const *folders, size_t n, const char *out, struct err *err);

#endif
