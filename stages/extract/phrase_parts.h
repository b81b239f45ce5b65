/* phrase_parts - the steps of phrases_find: first the groups, then how they hang together. */
#ifndef RECOUNT_PHRASE_PARTS_H
#define RECOUNT_PHRASE_PARTS_H

#include "phrases.h"

struct phrase_finder {
	const struct token *at; /* of the document */
	uint32_t first, end;	/* tokens of the sentence */
	struct arena *arena;
	struct {
		struct noun_phrase *at;
		size_t n, room;
	} nouns;
	struct {
		struct verb_group *at;
		size_t n, room;
	} verbs;
	uint32_t *noun_of, *verb_of; /* [end - first] */
};

/* Tag of a token; TAG_NONE outside the sentence. */
static inline enum tag phrase_tag(const struct phrase_finder *f, uint32_t i)
{
	return i >= f->first && i < f->end ? (enum tag)f->at[i].tag : TAG_NONE;
}

static inline bool phrase_is(const struct phrase_finder *f, uint32_t i, const char *lower)
{
	return i >= f->first && i < f->end && f->at[i].lower.n == strlen(lower) &&
	       memcmp(f->at[i].lower.at, lower, f->at[i].lower.n) == 0;
}

/* A preposition; "including" and "according" are, whatever their tag. */
bool phrase_is_preposition(const struct phrase_finder *f, uint32_t i);

/* Add the verb group that begins at token i; its end, or i when none begins there. */
uint32_t phrase_verb(struct phrase_finder *f, uint32_t i);
/* Add the noun phrase that begins at token i; its end, or i when none begins there. */
uint32_t phrase_noun(struct phrase_finder *f, uint32_t i);

/* Prepositions, of, brackets, lists. */
void phrase_join_nouns(struct phrase_finder *f);
/* Subjects, objects, agents, ellipsis. */
void phrase_join_verbs(struct phrase_finder *f);

#endif
