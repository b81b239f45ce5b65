/* measures - what a sentence states of what it counts: "killed", "evacuated", "missing".
 * The words come from measures.csv; which number they belong to is told by voice, order
 * and the words between.
 *
 *   killing 3 and wounding 40         object of an active verb
 *   have been taken out               subject of a passive
 *   died, fled                        subject of an active verb that counts its subject
 *   42 killed and 100 injured         participle right behind
 *   the murder of six priests         of a noun
 *   14 dead, 337 wounded              the noun counted is itself the word
 *   the death toll rose to 78         toll
 */
#ifndef RECOUNT_MEASURES_H
#define RECOUNT_MEASURES_H

#include "figure_scan.h"

/* What a document says elsewhere, for words that state a measure only in its context. */
struct measure_context {
	bool read;
	struct str strong[48]; /* measures that words without doubt state somewhere in the text */
	size_t n;
};

/* Does a word of the document state the measure without doubt? */
bool measure_told(const struct figure_scan *s, struct str measure);

/* Set measure, trigger, rules of the figure from its own sentence; leaves them empty where nothing is
 * stated. Figures before it in the sentence are done already. */
void measure_find(const struct figure_scan *s, struct figure *f);

/* "the number of displaced families reached 349": the noun stands with the counter. */
void measure_toll_noun(const struct figure_scan *s, struct figure *f);

/* "bringing the total to 7,500": the number is what all before it comes to. */
bool measure_brings_total(const struct figure_scan *s, const struct figure *f);

/* Set polarity, modality and aspect, from the words around the trigger and the number. */
void measure_modes(const struct figure_scan *s, struct figure *f);

/* One past "a day", "per week", "daily" at the token behind a count; the token where nothing of the kind stands. */
uint32_t measure_past_rate(const struct figure_scan *s, uint32_t token);

/* Set the aspect alone. */
void measure_aspect(const struct figure_scan *s, struct figure *f);

/* --- parts: each finds the word that states something of the figure, or NULL ----------------- */

struct stated {
	const struct trigger *trigger; /* NULL: none */
	uint64_t rules;
	const struct trigger *also; /* what a clause between states of the same count: "12 hostages who were kidnapped
				     * in May were released"; NULL: nothing */
};

struct stated measure_left(const struct figure_scan *s, const struct figure *f);   /* killed 12 people */
struct stated measure_shared(const struct figure_scan *s, const struct figure *f); /* killed 3 men and 12 people */
struct stated measure_of(const struct figure_scan *s, const struct figure *f);	   /* the death of 12 people */
struct stated measure_toll(const struct figure_scan *s, const struct figure *f);   /* the toll rose to 12 */
struct stated measure_right(const struct figure_scan *s, const struct figure *f);  /* 12 people were killed */
struct stated measure_own(const struct figure_scan *s, const struct figure *f);	   /* 12 wounded */

/* What was found, or what holds instead of it by another word of the sentence: "the dead included 20 soldiers on duty"
 * counts dead, and none deployed. */
struct stated measure_settle(const struct figure_scan *s, const struct figure *f, struct stated found);

/* A second word that is joined to the one that states something: "were abducted and killed"; NULL: none. */
const struct trigger *measure_also(const struct figure_scan *s, const struct figure *f, const struct stated *found);

struct stated measure_likewise(const struct figure_scan *s, const struct figure *f); /* died, as did 12 people */

struct stated measure_named(const struct figure_scan *s, const struct figure *f); /* the dead included 12 women */

struct stated measure_included(const struct figure_scan *s, const struct figure *f); /* killed men, including 12 boys */

/* The word right before `end` that names those whom it happened to ("the dead", "those wounded", "its missing") and may
 * be stated of the figure; NULL: none. */
const struct trigger *measure_named_before(const struct figure_scan *s, const struct figure *f, uint32_t end);

/* "including 12 women and three men": where the list begins that "including" opens and the figure is in; 0: none. */
uint32_t measure_include_list(const struct figure_scan *s, const struct figure *f);

/* Where the words end from which "including", "14 of them" goes on, one past; the sentence's start: it goes on from
 * none. */
uint32_t measure_whole_end(const struct figure_scan *s, const struct figure *f);

/* The word there that names those whom it happened to: "the dead, including 11 children"; NULL: none. */
const struct trigger *measure_whole_state(const struct figure_scan *s, const struct figure *f);

/* A form of "be" before the verb, adverbs skipped: then what is behind is no object. */
bool measure_is_passive(const struct figure_scan *s, const struct trigger *t);

/* Can the token stand inside a list of noun phrases? */
bool measure_in_list(const struct figure_scan *s, uint32_t i);

/* Does one of the particles of a '|' list begin with the token: "to death", "hostage"? */
bool measure_particle_at(const struct figure_scan *s, uint32_t token, struct str particles);

/* Where the clause begins that the token stands in: after a semicolon, "but", a quote, or what a speaker adds. */
uint32_t figure_clause_start(const struct figure_scan *s, uint32_t token);

/* The rule that denies the figure by words before it in its clause ("denied that 12 had died", "denied killing 12"), or
 * that tells why such words do not ("denied any part in the death of 12"); 0: none. */
uint64_t figure_denial(const struct figure_scan *s, const struct figure *f);
/* "tried to secure the release of 150": the verb in the infinitive that obtains what a noun tells; else the trigger. */
uint32_t figure_obtained(const struct figure_scan *s, const struct figure *f);
/* "failed to rescue 40", "were unable to free 12", "refused to release 14": it was not done. */
bool figure_has_failed(const struct figure_scan *s, const struct figure *f);
/* "foresees the release of 1,500 detainees and the departure of 16,000", "talks on the release of 18": what such a noun
 * hangs on has yet to come. */
bool figure_is_foreseen(const struct figure_scan *s, const struct figure *f);

/* "a deal to free 12", "entered the town to evacuate 300", "the release of 40 is due to begin", "was postponed": it has
 * yet to come. */
bool figure_is_aim(const struct figure_scan *s, const struct figure *f);

/* "if 12 people died", "whether", "fears that": the whole clause is possible only; not what led to it ("whether anyone
 * will be charged after a boy was shot"), nor what somebody may know of ("if you have information on the deaths"). */
bool figure_is_supposed(const struct figure_scan *s, const struct figure *f);
/* "could not confirm reports that 12 died", "unconfirmed reports of 12 deaths": nobody says that it is so. */
bool figure_is_hearsay(const struct figure_scan *s, const struct figure *f);

/* "A shooting sent four teens to the hospital", "12 were taken to hospital after the crash", "with burns": does the
 * sentence tell what hurt those of whom the word says that they need care? */
bool measure_is_hurt(const struct figure_scan *s, const struct figure *f, const struct trigger *t);

/* "all but two of the passengers were rescued": the two are those of whom it does not hold. */
bool measure_is_excepted(const struct figure_scan *s, const struct figure *f);

/* "to protect a wounded officer", "hopes to find 40 dead soldiers": is the measure's word one before the noun, which
 * tells what those are, whatever is to be done with them? */
bool measure_is_attribute(const struct figure_scan *s, const struct figure *f);

/* "an attempted robber shot himself": is the word of plan at the token one of a noun before the measure's? */
bool measure_is_of_noun(const struct figure_scan *s, const struct figure *f, uint32_t at);

/* "nearly lynched four men": and didn't. */
bool measure_is_nearly(const struct figure_scan *s, const struct figure *f);

/* Is the word one of those of a '|' list, as in the column `needs`? */
bool measure_needs(struct str needs, const char *what);

/* "burned": done to things, too. */
bool measure_may_be_of_things(const struct figure_scan *s, const struct trigger *t);

/* "Houses suffered, with 80,000 destroyed": the class of the plural nearest before the number, where that is of things;
 * empty: it is not. */
struct str measure_thing_before(const struct figure_scan *s, const struct figure *f);

/* May the measure of the trigger be stated of what the figure counts? */
bool measure_fits(const struct figure_scan *s, const struct figure *f, const struct trigger *t);

#endif
