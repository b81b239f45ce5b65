/* reading - one document while it is being read: its tokens, its sentences, the
 * entries of the lexicon that stand in it, and what each grammar has found so far.
 * The text is scanned once (tokens, then one walk through the lexicon's trie); every
 * grammar works on tokens. All memory is the document's scratch arena. */
#ifndef RECOUNT_READING_H
#define RECOUNT_READING_H

#include <assert.h>

#include "function_words.h"
#include "knowledge.h"
#include "phrases.h"
#include "records/document.h"
#include "sentences.h"
#include "values/moment.h"
#include "values/tokens.h"

/* A phrase of the lexicon in the text: n tokens from `first`. */
struct hit {
	uint32_t first;
	uint16_t n;
	uint16_t entries; /* this and what follows are those of the lexicon's node, which lies far off */
	uint32_t first_entry, tables;
};

struct hits {
	struct hit *at; /* by first token, longer ones first */
	size_t n, room;
};

/* The token holds a digit, the sentence has one that does. */
#define READING_DIGITS (1u << 31)
static_assert(LEXICON_COUNT < 31, "the tables and the digits make a set");

struct reading {
	const struct document *doc;
	struct moment published; /* the document's; none where it has no date */
	const struct knowledge *know;
	struct arena *arena;
	struct tokens tokens;
	struct sentences sentences; /* of all blocks but teasers and boilerplate, in order; 500 tokens at most */
	uint32_t *sentence_of;	    /* [tokens.n] */
	uint8_t *block_of;	    /* [sentences.n] enum block_kind */
	struct hits hits;
	uint32_t *first_hit; /* [tokens.n + 1] index of the first hit that begins at or after the token */
	uint32_t *begins;    /* [tokens.n] bits of the tables whose phrases begin at the token, and READING_DIGITS */
	uint64_t *functions; /* [tokens.n] bits of the kinds of function words that do (function_words.h) */
	uint32_t *tables;    /* [sentences.n] bits of the tables whose phrases stand in it, and READING_DIGITS */
	bool *tagged;	     /* [sentences.n] the sentence's tokens carry tags and lemmas */
	struct phrases **phrases; /* [sentences.n] read when first asked for: reading_phrases() */
};

/* Cut, find sentences, look up the lexicon; tags the sentences that hold a number, a
 * word of saying or an event trigger. */
void reading_open(struct reading *r, const struct document *doc, const struct knowledge *know, struct arena *arena);

/* Is the sentence the clock alone that an entry of a live page begins with ("2245")? It is no year and counts nothing.
 */
bool reading_is_stamp(const struct reading *r, uint32_t sentence);

/* Does a phrase of `table` begin at the token? */
static inline bool reading_begins(const struct reading *r, uint32_t token, enum lexicon_table table)
{
	return r->begins[token] & 1u << table;
}
/* The longest phrase of `table` that begins at the token; NULL when there is none, as nearly always. */
static inline const struct hit *reading_hit(const struct reading *r, uint32_t token, enum lexicon_table table)
{
	if (!reading_begins(r, token, table))
		return NULL;
	const struct hit *hit = &r->hits.at[r->first_hit[token]];

	while (!(hit->tables & 1u << table))
		hit++;
	return hit;
}
static inline struct hit hit_of(const struct lexicon_node *node, uint32_t first, uint32_t n)
{
	return (struct hit){.first = first,
			    .n = (uint16_t)n,
			    .entries = node->entries,
			    .first_entry = node->first_entry,
			    .tables = node->tables};
}
/* The entries that the hit stands for, by table: [hit->entries]. */
static inline const struct lexicon_entry *hit_entries(const struct reading *r, const struct hit *hit)
{
	return &r->know->lex->entries[hit->first_entry];
}
/* The row of that table which the hit stands for (the first one). */
static inline uint32_t hit_row(const struct reading *r, const struct hit *hit, enum lexicon_table table)
{
	const struct lexicon_entry *entry = hit_entries(r, hit);

	assert(hit->tables & 1u << table);
	while (entry->table != table)
		entry++;
	return entry->row;
}
/* Cell of the row. `column` from lexicon_column(), looked up once. */
struct str hit_cell(const struct reading *r, const struct hit *hit, enum lexicon_table table, uint32_t column);

/* The text from the first to the last of n tokens, as written. */
struct str reading_text(const struct reading *r, uint32_t first, uint32_t n);
/* The same on one line: white space folded, in the arena where there is any to fold. */
struct str reading_folded(const struct reading *r, uint32_t first, uint32_t n);
/* Make sure the sentence's tokens are tagged. */
void reading_tag(struct reading *r, uint32_t sentence);
/* The noun phrases and verb groups of a sentence (tagged if it was not), found once. */
const struct phrases *reading_phrases(struct reading *r, uint32_t sentence);

#endif
