#include "reading.h"

#include "tagger.h"

/* Tables whose words make a sentence worth tagging. */
enum {
	TELLING = 1u << LEXICON_NUMBERS | 1u << LEXICON_VAGUE | 1u << LEXICON_CUES | 1u << LEXICON_TRIGGERS |
		  1u << LEXICON_STATUSES
};

static void add_block(struct reading *r, const struct block *block)
{
	size_t first = r->tokens.n, before = r->sentences.n;

	tokens_cut(r->doc->text, block->start, block->end, r->arena, &r->tokens);
	sentences_find(&r->tokens, first, r->tokens.n - first, r->arena, &r->sentences);
	uint8_t *kinds = arena_grow(r->arena, r->block_of, before, r->sentences.n + 1, sizeof *kinds);

	for (size_t s = before; s < r->sentences.n; s++)
		kinds[s] = (uint8_t)block->kind;
	r->block_of = kinds;
}

static void number_tokens(struct reading *r)
{
	r->sentence_of = ARENA_ARRAY(r->arena, uint32_t, r->tokens.n + 1);
	for (size_t s = 0; s < r->sentences.n; s++) {
		struct sentence at = r->sentences.at[s];

		for (uint32_t i = 0; i < at.n; i++)
			r->sentence_of[at.first + i] = (uint32_t)s;
	}
}

/* All phrases that begin at the token and end in its sentence, longer ones first. */
static void look_up(struct reading *r, uint32_t i, uint32_t end)
{
	const struct lexicon_node *node = NULL;
	size_t from = r->hits.n;

	for (uint32_t k = i; k < end; k++) {
		node = lexicon_step(r->know->lex, node, r->tokens.at[k].hash);
		if (!node)
			break;
		if (node->tables) {
			struct hit hit = {i, (uint16_t)(k + 1 - i), node};

			LIST_ADD(r->arena, &r->hits, hit);
		}
		if (!node->longer)
			break;
	}
	for (size_t a = from, b = r->hits.n; a + 1 < b; a++, b--) {
		struct hit swap = r->hits.at[a];

		r->hits.at[a] = r->hits.at[b - 1];
		r->hits.at[b - 1] = swap;
	}
}

static void look_up_all(struct reading *r)
{
	r->first_hit = ARENA_ARRAY(r->arena, uint32_t, r->tokens.n + 1);
	for (uint32_t i = 0; i < r->tokens.n; i++) {
		struct sentence s = r->sentences.at[r->sentence_of[i]];

		r->first_hit[i] = (uint32_t)r->hits.n;
		look_up(r, i, s.first + s.n);
	}
	r->first_hit[r->tokens.n] = (uint32_t)r->hits.n;
}

static bool tells(const struct reading *r, struct sentence s)
{
	for (uint32_t h = r->first_hit[s.first]; h < r->first_hit[s.first + s.n]; h++)
		if (r->hits.at[h].node->tables & TELLING)
			return true;
	for (uint32_t i = s.first; i < s.first + s.n; i++)
		if (r->tokens.at[i].flags & TOKEN_DIGIT)
			return true;
	return false;
}

void reading_open(struct reading *r, const struct document *doc, const struct knowledge *know, struct arena *arena)
{
	*r = (struct reading){.doc = doc, .know = know, .arena = arena};
	for (size_t i = 0; i < doc->blocks.n; i++)
		if (doc->blocks.at[i].kind != BLOCK_TEASER && doc->blocks.at[i].kind != BLOCK_BOILERPLATE)
			add_block(r, &doc->blocks.at[i]);
	number_tokens(r);
	look_up_all(r);
	r->tagged = ARENA_ARRAY(arena, bool, r->sentences.n + 1);
	r->phrases = ARENA_ARRAY(arena, struct phrases *, r->sentences.n + 1);
	for (uint32_t s = 0; s < r->sentences.n; s++)
		if (tells(r, r->sentences.at[s]))
			reading_tag(r, s);
}

void reading_tag(struct reading *r, uint32_t sentence)
{
	struct sentence s = r->sentences.at[sentence];

	if (r->tagged[sentence])
		return;
	r->tagged[sentence] = true;
	tagger_tag(r->know->tagger, &r->tokens.at[s.first], s.n, r->arena);
}

const struct phrases *reading_phrases(struct reading *r, uint32_t sentence)
{
	if (!r->phrases[sentence]) {
		struct sentence s = r->sentences.at[sentence];

		reading_tag(r, sentence);
		r->phrases[sentence] = ARENA_NEW(r->arena, struct phrases);
		phrases_find(&r->tokens, s.first, s.n, r->arena, r->phrases[sentence]);
	}
	return r->phrases[sentence];
}

const struct hit *reading_hit(const struct reading *r, uint32_t token, enum lexicon_table table)
{
	for (uint32_t h = r->first_hit[token]; h < r->first_hit[token + 1]; h++)
		if (r->hits.at[h].node->tables & (1u << table))
			return &r->hits.at[h];
	return NULL;
}

uint32_t hit_row(const struct reading *r, const struct hit *hit, enum lexicon_table table)
{
	return (uint32_t)lexicon_entry_row(r->know->lex, hit->node, table);
}

struct str hit_cell(const struct reading *r, const struct hit *hit, enum lexicon_table table, uint32_t column)
{
	return lexicon_cell(r->know->lex, table, hit_row(r, hit, table), column);
}

struct str reading_text(const struct reading *r, uint32_t first, uint32_t n)
{
	if (n == 0)
		return STR_NULL;
	return str_slice(r->doc->text, r->tokens.at[first].start, r->tokens.at[first + n - 1].end);
}
