#include "reading.h"

#include "tagger.h"

/* What makes a sentence worth tagging: words of these tables, digits. */
static const uint32_t telling = 1u << LEXICON_NUMBERS | 1u << LEXICON_VAGUE | 1u << LEXICON_CUES |
				1u << LEXICON_TRIGGERS | 1u << LEXICON_STATUSES | READING_DIGITS;

/* What no stop ends for so long is a table, a list or broken text. Every mention carries its
 * sentence, and grammars look through it: no sentence may cost its square. */
enum { MOST_TOKENS = 500, MOST_BYTES = 8000, LOOK_BACK = 100 };

/* Where the first piece of the tokens [first, end) ends: behind the last comma where there is one. */
static uint32_t piece_end(const struct reading *r, uint32_t first, uint32_t end)
{
	const struct token *at = r->tokens.at;
	uint32_t most = first + 1;

	while (most < end && most - first < MOST_TOKENS && at[most].end - at[first].start <= MOST_BYTES)
		most++;
	if (most == end)
		return end;
	for (uint32_t k = most; k > first + 1 && most - k < LOOK_BACK; k--)
		if (at[k].flags & TOKEN_BREAK || str_eq(at[k - 1].text, STR(",")) || str_eq(at[k - 1].text, STR(";")))
			return k;
	return most;
}

static bool any_long(const struct reading *r, size_t from)
{
	for (size_t s = from; s < r->sentences.n; s++) {
		struct sentence at = r->sentences.at[s];
		const struct token *first = &r->tokens.at[at.first], *last = first + at.n - 1;

		if (at.n > MOST_TOKENS || last->end - first->start > MOST_BYTES)
			return true;
	}
	return false;
}

/* Sentences from that on, in pieces where they are too long. */
static void cut_long(struct reading *r, size_t from)
{
	size_t n = r->sentences.n - from;

	if (!any_long(r, from))
		return;
	struct sentence *whole = arena_more(r->arena, r->sentences.at + from, n, n, sizeof *whole);

	r->sentences.n = from;
	for (size_t s = 0; s < n; s++)
		for (uint32_t at = whole[s].first, end = at + whole[s].n; at < end;) {
			struct sentence piece = {at, piece_end(r, at, end) - at};

			LIST_ADD(r->arena, &r->sentences, piece);
			at += piece.n;
		}
}

static void add_block(struct reading *r, const struct block *block)
{
	size_t first = r->tokens.n, before = r->sentences.n;

	tokens_cut(r->doc->text, block->start, block->end, r->arena, &r->tokens);
	sentences_find(&r->tokens, first, r->tokens.n - first, r->arena, &r->sentences);
	cut_long(r, before);
	uint8_t *kinds = arena_grow(r->arena, r->block_of, before, r->sentences.n + 1, sizeof *kinds);

	for (size_t s = before; s < r->sentences.n; s++)
		kinds[s] = (uint8_t)block->kind;
	r->block_of = kinds;
}

static void number_tokens(struct reading *r)
{
	r->sentence_of = arena_more(r->arena, NULL, 0, r->tokens.n + 1, sizeof *r->sentence_of);
	r->sentence_of[r->tokens.n] = 0;
	for (size_t s = 0; s < r->sentences.n; s++) {
		struct sentence at = r->sentences.at[s];

		for (uint32_t i = 0; i < at.n; i++)
			r->sentence_of[at.first + i] = (uint32_t)s;
	}
}

/* All phrases that begin at the token, with that node, and end in its sentence, longer ones first: returns their
 * tables. */
static uint32_t look_up(struct reading *r, uint32_t i, uint32_t end, const struct lexicon_node *node)
{
	size_t from = r->hits.n;
	uint32_t tables = 0;

	for (uint32_t k = i; node; k++) {
		if (node->tables) {
			struct hit hit = hit_of(node, i, k + 1 - i);

			LIST_ADD(r->arena, &r->hits, hit);
			__builtin_prefetch(hit_entries(r, &hit)); /* asked soon, and far off */
			tables |= node->tables;
		}
		if (!node->next || k + 1 == end)
			break;
		node = lexicon_step(r->know->lex, node, r->tokens.at[k + 1].hash);
	}
	for (size_t a = from, b = r->hits.n; a + 1 < b; a++, b--) {
		struct hit swap = r->hits.at[a];

		r->hits.at[a] = r->hits.at[b - 1];
		r->hits.at[b - 1] = swap;
	}
	return tables;
}

/* The kinds of the function words among the token's phrases. Entries lie by table, and theirs is one of the last. */
static uint64_t functions_at(const struct reading *r, uint32_t token)
{
	uint64_t kinds = 0;

	for (size_t h = r->first_hit[token]; h < r->hits.n; h++) {
		const struct hit *hit = &r->hits.at[h];
		const struct lexicon_entry *entries = hit_entries(r, hit);

		for (size_t e = hit->entries; e-- > 0 && entries[e].table >= LEXICON_FUNCTION_WORDS;)
			if (entries[e].table == LEXICON_FUNCTION_WORDS)
				kinds |= function_bit(r->know->functions[entries[e].row]);
	}
	return kinds;
}

/* What the words of the sentence begin: [s.n]. The lexicon is large, and what will be looked at is fetched before: what
 * a word may begin some words ahead, what that stands for and may go on with when it is there. */
static void find_nodes(const struct reading *r, struct sentence s, const struct lexicon_node **nodes)
{
	enum { AHEAD = 12 };
	const struct lexicon *lex = r->know->lex;
	const struct token *at = r->tokens.at;

	for (uint32_t i = s.first; i < s.first + s.n; i++) {
		const struct lexicon_node *node = lexicon_fetched(lex, at[i].hash);

		if (i + AHEAD < r->tokens.n)
			lexicon_fetch(lex, at[i + AHEAD].hash);
		if (node)
			lexicon_fetch_next(lex, node, i + 1 < r->tokens.n ? at[i + 1].hash : 0);
		nodes[i - s.first] = node;
	}
}

/* Those of the whole sentence. */
static uint32_t look_up_sentence(struct reading *r, struct sentence s)
{
	const struct lexicon_node *nodes[MOST_TOKENS];
	uint32_t tables = 0, end = s.first + s.n;

	assert(s.n <= MOST_TOKENS);
	find_nodes(r, s, nodes);
	for (uint32_t i = s.first; i < end; i++) {
		r->first_hit[i] = (uint32_t)r->hits.n;
		r->begins[i] = look_up(r, i, end, nodes[i - s.first]) |
			       (r->tokens.at[i].flags & TOKEN_DIGIT ? READING_DIGITS : 0);
		r->functions[i] = r->begins[i] & 1u << LEXICON_FUNCTION_WORDS ? functions_at(r, i) : 0;
		tables |= r->begins[i];
	}
	return tables;
}

static void look_up_all(struct reading *r)
{
	r->first_hit = arena_more(r->arena, NULL, 0, r->tokens.n + 1, sizeof *r->first_hit);
	r->begins = arena_more(r->arena, NULL, 0, r->tokens.n + 1, sizeof *r->begins);
	r->functions = arena_more(r->arena, NULL, 0, r->tokens.n + 1, sizeof *r->functions);
	r->tables = arena_more(r->arena, NULL, 0, r->sentences.n + 1, sizeof *r->tables);
	r->hits.room = r->tokens.n;
	r->hits.at = arena_more(r->arena, NULL, 0, r->hits.room, sizeof *r->hits.at);
	for (size_t s = 0; s < r->sentences.n; s++)
		r->tables[s] = look_up_sentence(r, r->sentences.at[s]);
	r->first_hit[r->tokens.n] = (uint32_t)r->hits.n;
	r->begins[r->tokens.n] = 0;
	r->functions[r->tokens.n] = 0;
}

void reading_open(struct reading *r, const struct document *doc, const struct knowledge *know, struct arena *arena)
{
	*r = (struct reading){.doc = doc, .know = know, .arena = arena};
	moment_parse(doc->published, &r->published, NULL);
	for (size_t i = 0; i < doc->blocks.n; i++)
		if (doc->blocks.at[i].kind != BLOCK_TEASER && doc->blocks.at[i].kind != BLOCK_BOILERPLATE)
			add_block(r, &doc->blocks.at[i]);
	number_tokens(r);
	look_up_all(r);
	r->tagged = ARENA_ARRAY(arena, bool, r->sentences.n + 1);
	r->phrases = ARENA_ARRAY(arena, struct phrases *, r->sentences.n + 1);
	for (uint32_t s = 0; s < r->sentences.n; s++)
		if (r->tables[s] & telling)
			reading_tag(r, s);
}

bool reading_is_stamp(const struct reading *r, uint32_t sentence)
{
	struct sentence s = r->sentences.at[sentence];

	return r->block_of[sentence] == BLOCK_TIMESTAMP && s.n == 1 && r->tokens.at[s.first].kind == TOKEN_NUMBER;
}

/* "Nine died, activists later say": people whom the tagger took for a verb, before one. */
static void mend_people(struct reading *r, uint32_t token, uint32_t end)
{
	uint32_t next = token + 1;

	while (next < end && (r->tokens.at[next].tag == TAG_RB || r->tokens.at[next].tag == TAG_RBR))
		next++;
	if (r->tokens.at[token].tag == TAG_VBZ && next < end && tag_is_verb((enum tag)r->tokens.at[next].tag))
		r->tokens.at[token].tag = TAG_NNS;
}

/* "an affidavit | states that", which the tagger took for a noun. */
static void mend_states(struct reading *r, uint32_t token, uint32_t end)
{
	if (token + 1 < end && r->tokens.at[token].tag == TAG_NNS && str_is(r->tokens.at[token].lower, "states") &&
	    str_is(r->tokens.at[token + 1].lower, "that"))
		r->tokens.at[token].tag = TAG_VBZ;
}

/* "Human Rights Watch later says": the words of a known name are names. */
static void mend_name(struct reading *r, const struct hit *hit)
{
	for (uint32_t i = hit->first; i < hit->first + hit->n; i++)
		if (!(r->tokens.at[i].flags & TOKEN_CAPITAL) || r->tokens.at[i].flags & TOKEN_UPPER)
			return; /* in capitals alone it may be anything */
	for (uint32_t i = hit->first; i < hit->first + hit->n; i++) {
		if (r->tokens.at[i].tag == TAG_DT)
			continue; /* "The Red Cross" */
		r->tokens.at[i].tag = TAG_NNP;
		r->tokens.at[i].ud = UD_PROPN;
	}
}

static bool opens_clause(const struct token *t)
{
	return t->tag == TAG_WDT || t->tag == TAG_WP || t->tag == TAG_WRB || (t->tag == TAG_IN && t->ud == UD_SCONJ);
}

/* A verb before the next clause that has no subject of its own: "miners | trapped on Sunday were rescued". */
static bool has_verb_behind(const struct token *at, uint32_t i, uint32_t end)
{
	enum { REACH = 14 }; /* [tokens] */

	for (uint32_t k = i + 1; k < end && k < i + REACH; k++) {
		enum tag t = (enum tag)at[k].tag;

		if (tag_is_finite(t))
			return at[k - 1].tag != TAG_PRP && at[k - 1].tag != TAG_EX && k > i + 1;
		if (at[k].kind == TOKEN_MARK || tag_is_verb(t) || t == TAG_CC || t == TAG_TO || opens_clause(&at[k]))
			return false;
	}
	return false;
}

/* "a woman who was grazed | when a gun fired inside is …": the clause has opened right before its subject. */
static bool is_of_clause(const struct token *at, uint32_t i, uint32_t first)
{
	enum { SUBJECT = 8 }; /* [tokens] */

	for (uint32_t k = i; k > first && i - k < SUBJECT; k--) {
		if (opens_clause(&at[k - 1]))
			return true;
		if (at[k - 1].kind == TOKEN_MARK || tag_is_verb((enum tag)at[k - 1].tag))
			return false;
	}
	return false;
}

/* "Twelve miners trapped on Sunday were rescued": what was done to them is told by a participle, which the tagger took
 * for the verb. Of words that measure alone: "officials warned on Monday roads were closed". */
static void mend_participle(struct reading *r, uint32_t i, uint32_t first, uint32_t end)
{
	struct token *t = &r->tokens.at[i];
	bool behind = t[1].tag == TAG_IN || reading_begins(r, i + 1, LEXICON_TIMES);

	if (tag_is_noun((enum tag)t[-1].tag) && behind && reading_begins(r, i, LEXICON_MEASURES) &&
	    !reading_begins(r, i, LEXICON_CUES) && !is_of_clause(r->tokens.at, i, first) &&
	    has_verb_behind(r->tokens.at, i, end))
		t->tag = TAG_VBN;
}

/* "after being shot.", "after he was shot.": the tagger takes it for a noun at the end of a sentence. */
static void mend_shot(struct reading *r, uint32_t i)
{
	if (str_is(r->tokens.at[i].lower, "shot") && r->functions[i - 1] & function_bit(FUNCTION_BE))
		r->tokens.at[i].tag = TAG_VBN;
}

static void mend_participles(struct reading *r, struct sentence s)
{
	for (uint32_t i = s.first + 1; i + 1 < s.first + s.n; i++) {
		if (r->tokens.at[i].tag == TAG_VBD)
			mend_participle(r, i, s.first, s.first + s.n);
		else if (r->tokens.at[i].tag == TAG_NN)
			mend_shot(r, i);
	}
}

/* What the lexicon knows better than the tagger. */
static void mend_tags(struct reading *r, uint32_t sentence)
{
	struct sentence s = r->sentences.at[sentence];

	if (r->tables[sentence] & 1u << LEXICON_MEASURES)
		mend_participles(r, s);
	if (!(r->tables[sentence] & (1u << LEXICON_SOURCE_NOUNS | 1u << LEXICON_ACTORS)))
		return;
	for (uint32_t h = r->first_hit[s.first]; h < r->first_hit[s.first + s.n]; h++) {
		const struct hit *hit = &r->hits.at[h];

		if (!(hit->tables & (1u << LEXICON_SOURCE_NOUNS | 1u << LEXICON_ACTORS)))
			continue;
		if (hit->n == 1 && hit->tables & (1u << LEXICON_SOURCE_NOUNS))
			mend_people(r, hit->first, s.first + s.n);
		if (hit->tables & (1u << LEXICON_SOURCE_NOUNS))
			mend_states(r, hit->first + hit->n, s.first + s.n);
		if (hit->n > 2 && hit->tables & (1u << LEXICON_ACTORS))
			mend_name(r, hit);
	}
}

void reading_tag(struct reading *r, uint32_t sentence)
{
	struct sentence s = r->sentences.at[sentence];

	if (r->tagged[sentence])
		return;
	r->tagged[sentence] = true;
	tagger_tag(r->know->tagger, &r->tokens.at[s.first], s.n, r->arena);
	mend_tags(r, sentence);
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

struct str reading_folded(const struct reading *r, uint32_t first, uint32_t n)
{
	struct str words = reading_text(r, first, n);

	return str_is_folded(words) ? words : str_fold_space(r->arena, words);
}
