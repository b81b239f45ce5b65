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

/* A word that hyphens join to the one at i. */
static inline bool phrase_is_hyphen(const struct phrase_finder *f, uint32_t i)
{
	return phrase_tag(f, i) == TAG_HYPH || (phrase_is(f, i, "-") && !(f->at[i].flags & TOKEN_SPACE));
}

/* Told quickly of most tokens: false where surely no verb group, no noun phrase begins. */
static inline bool phrase_begins_verb(const struct phrase_finder *f, uint32_t i)
{
	enum tag t = (enum tag)f->at[i].tag;

	return tag_is_verb(t) || t == TAG_MD || t == TAG_TO || t == TAG_JJ;
}
static inline bool phrase_begins_noun(const struct phrase_finder *f, uint32_t i)
{
	enum tag t = (enum tag)f->at[i].tag;
	bool never = t == TAG_IN || t == TAG_TO || t == TAG_CC || t == TAG_COMMA || t == TAG_STOP || t == TAG_RB ||
		     t == TAG_MD || (tag_is_verb(t) && t != TAG_VBN && t != TAG_VBG) || t == TAG_COLON ||
		     t == TAG_OPEN || t == TAG_CLOSE;

	return !never || phrase_is_hyphen(f, i + 1); /* "in-house" */
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
