/* phrases - noun phrases and verb groups of a tagged sentence, with who does what to
 * whom as far as tags tell: so that a rule asks for "the noun counted by this number"
 * or "the verb that governs it: passive, past, negated" and never looks at raw words.
 *
 *   "Twelve people were killed and 40 others wounded by rebels"
 *   noun phrases   Twelve people | 40 others | rebels
 *   verb groups    were killed (past, passive, subject: Twelve people)
 *                  wounded (past, passive, subject: 40 others, agent: rebels)
 *
 * Tokens are indexes into the document's tokens, phrases indexes into the lists here;
 * PHRASE_NONE is none of either. All of it is a reading, not a proof: news has clauses
 * that no chunker untangles. */
#ifndef RECOUNT_PHRASES_H
#define RECOUNT_PHRASES_H

#include "tags.h"
#include "values/tokens.h"

#define PHRASE_NONE UINT32_MAX

enum noun_flag {
	NOUN_PLURAL = 1,
	NOUN_PROPER = 2,   /* the head is a name */
	NOUN_PRONOUN = 4,  /* he, it, those, who */
	NOUN_BARE = 8,	   /* a number without a noun: "12", "another 12", "12 more"; the head is the number */
	NOUN_NOMINAL = 16, /* an adjective or participle for a noun: "the wounded", "14 dead" */
	NOUN_NEGATIVE = 32 /* "no deaths", "nobody" */
};

/* From determiner to head: "the two rebel-held towns"; what follows ("of …", "in …") is its own phrase. */
struct noun_phrase {
	uint32_t first, n;
	uint32_t head;
	uint32_t determiner;  /* token: the, a, no, another, his, 's */
	uint32_t number;      /* first token of the cardinal that counts the head: "two hundred" */
	uint32_t numbers;     /* how many tokens it has; 0: not counted */
	uint32_t preposition; /* token: "in" of "in at least two towns" */
	uint32_t of;	      /* phrase that its "of" leads to: "12" of "the rebels" */
	uint32_t whole;	      /* phrase whose `of` this is: "the rebels" */
	uint32_t owner;	      /* phrase before its 's */
	uint32_t beside;      /* phrase that it explains in brackets or after a comma: 921 families (3,500 people) */
	uint32_t joined;      /* phrase before it in the same list: 10 soldiers and 5 civilians */
	uint32_t subject_of;  /* verb group; for a participle behind it too: "people killed in the raid" */
	uint32_t object_of;   /* verb group */
	uint32_t hangs_on;    /* verb group that its preposition (or its whole's) most likely belongs to */
	uint8_t flags;	      /* enum noun_flag */
};

enum verb_tense { TENSE_NONE, TENSE_PAST, TENSE_PRESENT, TENSE_FUTURE };

enum verb_flag {
	VERB_PASSIVE = 1,
	VERB_NEGATED = 2,     /* not, n't, never, no longer; or its subject is negative */
	VERB_PERFECT = 4,     /* has killed, had been killed */
	VERB_PROGRESSIVE = 8, /* was killing */
	VERB_INFINITIVE = 16, /* to kill */
	VERB_GERUND = 32,     /* ", killing 3" */
	VERB_PARTICIPLE = 64, /* modifies the noun before it: "people killed in …" */
	VERB_COPULA = 128,    /* be as main verb: its complement says what */
	VERB_ELLIPTIC = 256   /* tense and voice are taken from the group before: "and 40 others wounded" */
};

struct verb_group {
	uint32_t first, n;
	uint32_t verb;	  /* token of the main verb; a participle tagged JJ too: "were hurt" */
	uint32_t modal;	  /* token: could, may, will, must */
	uint32_t subject; /* phrases */
	uint32_t object;
	uint32_t agent;	     /* "by rebels" of a passive */
	uint32_t complement; /* token of the adjective or noun that says what: "were dead", "left 14 dead" */
	uint32_t clause;     /* verb group of the clause that it takes: "said 12 died" */
	uint8_t tense;	     /* enum verb_tense */
	uint16_t flags;	     /* enum verb_flag */
};

/* Tags may be asked for so far beyond both ends of a sentence: TAG_NONE. */
enum { PHRASE_MARGIN = 8 };

struct phrases {
	struct noun_phrase *nouns;
	struct verb_group *verbs;
	size_t nouns_n, verbs_n;
	uint32_t first, n;	   /* tokens of the sentence */
	const uint32_t *noun_of;   /* [n]: phrase that holds the token first + i */
	const uint32_t *verb_of;   /* [n]: verb group that holds it */
	const uint32_t *noun_next; /* [n]: first phrase that begins at or after it */
	const uint8_t *tags;	   /* [-PHRASE_MARGIN, n + PHRASE_MARGIN): enum tag of each */
};

/* Read the phrases of the tagged tokens [first, first + n), one sentence. Memory is the
 * arena's. Linear. */
void phrases_find(const struct tokens *tokens, uint32_t first, uint32_t n, struct arena *arena, struct phrases *out);

/* The phrase, or the verb group, that holds the token; NULL when none does, also for a token outside. */
const struct noun_phrase *phrases_noun_at(const struct phrases *p, uint32_t token);
const struct verb_group *phrases_verb_at(const struct phrases *p, uint32_t token);
/* The first phrase that begins behind the token. */
const struct noun_phrase *phrases_noun_after(const struct phrases *p, uint32_t token);
/* By index; NULL for PHRASE_NONE. */
const struct noun_phrase *phrases_noun(const struct phrases *p, uint32_t noun);
const struct verb_group *phrases_verb(const struct phrases *p, uint32_t verb);

/* The token of the noun that the number at `token` counts: the head of its phrase, or, for
 * a bare number, the head behind its "of" ("12 of the rebels": rebels). PHRASE_NONE for "70 to 78". */
uint32_t phrases_counted(const struct phrases *p, uint32_t token);

/* The verb group that governs the token: the one that holds it; that its phrase (or the phrase whose
 * part it is) is subject or object of; that its preposition hangs on. NULL when there is none. */
const struct verb_group *phrases_governor(const struct phrases *p, uint32_t token);

#endif
