/* measure_verb - the verb group behind a counted phrase, and what it states of it: by its
 * voice ("were wounded", "have fled"), its complement ("were among the dead"), or the verb
 * that it leads to ("managed to flee", "are believed to have been killed"). */
#ifndef RECOUNT_MEASURE_VERB_H
#define RECOUNT_MEASURE_VERB_H

#include "measures.h"

/* Does a verb group begin at the token? */
bool verb_begins(const struct figure_scan *s, uint32_t i);

/* What the group that begins there states of the figure; *next is where to go on. near: it stands right
 * behind the phrase. */
struct stated verb_read(const struct figure_scan *s, const struct figure *f, uint32_t i, bool near, uint32_t *next);

/* What the verb that begins there states, which shares the auxiliaries of one before it: "were abducted and shot
 * dead". be: a form of be is among those. */
struct stated verb_shared(const struct figure_scan *s, const struct figure *f, uint32_t i, bool be);

/* What an adjective, or with among ("among the wounded") a noun, at the token states. */
struct stated verb_complement(const struct figure_scan *s, const struct figure *f, uint32_t i, bool among);

/* be, have, do, a modal; an adverb or a negation. */
bool verb_is_aux(const struct figure_scan *s, uint32_t i);
bool verb_is_adverb(const struct figure_scan *s, uint32_t i);

/* Does a word of a measure begin there that is (verb) or is not a verb's form? */
bool verb_has_trigger(const struct figure_scan *s, uint32_t i, bool verb);

/* "was shot at by two men": fired on, and not said to be hit; "shot at a bar" tells where. */
bool verb_is_missed(const struct figure_scan *s, const struct trigger *t);

/* "were taken to the clinic with burns", "was admitted with serious injuries": why they need care says what happened.
 */
struct stated verb_hurt_behind(const struct figure_scan *s, const struct figure *f, uint32_t from);

/* "arrived at a hospital with wounds": a verb that states nothing here, and leaves open what else is told of them. */
bool verb_asks_context(const struct figure_scan *s, uint32_t i);

/* A noun or pronoun right behind the verb: then the verb is active and this its object. */
bool verb_object_follows(const struct figure_scan *s, const struct trigger *t);

/* "the 200 girls its fighters abducted", "12 men whom the army had killed": what others, who are named at the token,
 * did to those before it. */
struct stated verb_of_others(const struct figure_scan *s, const struct figure *f, uint32_t i);

/* "men arrested over the blast that killed 22 people | were released": past the clause that begins at the token and
 * tells more of another noun, to the auxiliary behind it; the token itself where there is none. */
uint32_t verb_past_relative(const struct figure_scan *s, uint32_t i);

/* "months", "days": what a number before it counts is time. */
bool verb_is_span(const struct figure_scan *s, uint32_t i);

/* How the phrase of a figure stands: "in 14 districts", "of 12 people", which no verb behind it is of; ", or 7,900
 * people"; "left 400 people in the valley homeless". */
bool measure_stands_inside(const struct figure_scan *s, const struct figure *f);
bool measure_stands_aside(const struct figure_scan *s, const struct figure *f);
bool measure_is_left(const struct figure_scan *s, const struct figure *f);

/* One past the noun phrase with its determiners that begins at i; i when none does. */
uint32_t verb_past_noun(const struct figure_scan *s, uint32_t i);

#endif
