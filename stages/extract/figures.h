/* figures - all that a document counts and measures: each number with its bounds and
 * unit, the noun it counts, and the measure (killed, evacuated, …) that the sentence
 * states of it. The table of contents of numbers.h, nouns.h and measures.h.
 *
 *   "over 9,500 people, including 337 wounded, have been taken out"
 *   over 9,500 people   more_than 9500, noun people,  measure evacuated, subject people
 *   337 wounded         exact 337,      noun wounded, measure evacuated, subject wounded, part of the first
 */
#ifndef RECOUNT_FIGURES_H
#define RECOUNT_FIGURES_H

#include "numbers.h"
#include "records/mention.h"

struct trigger;

struct figure {
	uint32_t first, n; /* [tokens] qualifier, number, unit, head noun */
	struct number number;
	uint32_t noun_first, noun_n;	 /* [tokens] the head noun; n 0: none */
	uint32_t phrase_first, phrase_n; /* [tokens] the counted phrase without the number; n 0: none */
	uint32_t sentence;
	struct str subject;		   /* class of the lexicon; empty: none */
	struct str measure;		   /* of the lexicon; empty: a plain quantity */
	uint32_t trigger_first, trigger_n; /* [tokens] the words that state the measure; n 0: taken from elsewhere */
	const struct trigger *also;	   /* a second word that states something of the same count; NULL: none */
	int32_t part_of;		   /* index of the figure whose subset this is, or -1 */
	uint8_t aspect;			   /* enum aspect */
	uint8_t polarity, modality;	   /* enums of refs.h */
	uint8_t confidence;		   /* [percent] */
	uint64_t rules;			   /* RULE_BIT() */
};

struct figures {
	struct figure *at; /* in text order; part_of may point either way */
	size_t n, room;
};

/* Find them all. `times` keeps dates out (NULL: guards of our own do). Tags the sentences
 * that hold a number. Memory is the reading's arena. Linear in the text. */
void figures_find(struct reading *r, const struct time_mentions *times, struct figures *out);

/* Do the words around it say that it is a total ("a total of", "since", "so far", a toll)? */
bool figure_is_total(const struct figure *f);

/* The members of a mention that a figure knows: span, number, unit, noun, measure, rules …
 * `part_of` is the caller's, who knows the ids. Texts are views or in the reading's arena. */
void figure_fill(const struct reading *r, const struct figure *f, struct mention *m);

#endif
