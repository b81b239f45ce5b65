/* victims_parts - whom a word of harm happened to, and what figure of one that makes; see victims.h. */
#ifndef RECOUNT_VICTIMS_PARTS_H
#define RECOUNT_VICTIMS_PARTS_H

#include "victims.h"

/* --- victims_who.c: the phrase that names the victim, PHRASE_NONE for none ------------------ */

/* Of a verb: the subject of a passive, the object of an active one, of "died" the subject. */
uint32_t victims_of_verb(const struct figure_scan *s, const struct trigger *t);
/* Of a noun: "the murder of X", "X's death". */
uint32_t victims_of_noun(const struct figure_scan *s, const struct trigger *t);
/* Of words for a state: "X is dead", "left X dead", "X was taken to a hospital in critical condition". */
uint32_t victims_of_state(const struct figure_scan *s, const struct trigger *t);
/* Of a participle before its noun: "an injured man". */
uint32_t victims_described(const struct figure_scan *s, const struct trigger *t);

/* --- victims_later.c ------------------------------------------------------------------------ */

/* Does the sentence go on to tell that whom the verb of harm is told of, at the token `victim`, died of it? */
bool victims_died_later(const struct figure_scan *s, const struct trigger *t, uint32_t victim);

/* --- victims_joined.c ----------------------------------------------------------------------- */

/* The figure of one for whom the list names right behind the figure, or right before it, of whom the same is told: "his
 * wife and four daughters". False: nobody. */
bool victims_joined(const struct figure_scan *s, const struct figure *f, bool behind, struct figure *out);

/* --- victims_single.c: a figure of one ------------------------------------------------------ */

/* a, an, another */
bool victims_is_article(const struct figure_scan *s, uint32_t token);
/* he, she, him, her */
bool victims_is_pronoun(const struct figure_scan *s, const struct noun_phrase *n);
/* himself, herself: told by who did it */
bool victims_is_self(const struct figure_scan *s, const struct noun_phrase *n);
/* The figure for the phrase; known: it speaks of somebody, not of anybody. False: no single person. */
bool victims_single(const struct figure_scan *s, const struct noun_phrase *n, bool *known, struct figure *f);
/* The figure of one that the article at the token counts: "a wounded policeman", "another man", "a 17-year-old";
 * of a couple two. False where none begins. */
bool victims_article(const struct figure_scan *s, uint32_t token, struct figure *f);

#endif
