/* nouns - what a number counts: the head noun of the phrase behind it ("31 other people",
 * "12 of the rebels", "15,000-strong crowd"), in front of it ("fighters, numbering between
 * 1,500 and 5,000"), or none ("78 were dead", "another 12"). */
#ifndef RECOUNT_NOUNS_H
#define RECOUNT_NOUNS_H

#include "figure_scan.h"

/* Set noun, phrase, subject, first and n of the figure from its number. */
void noun_find(const struct figure_scan *s, struct figure *f);

/* The class of the noun that ends with the token (the longest entry of subjects.csv, then a
 * people's name); empty when unknown. kind (may be NULL): person, group, thing or share. */
struct str noun_class(const struct figure_scan *s, uint32_t first, uint32_t last, struct str *kind);

/* The kind of what the figure counts: person, group, thing, share; empty: unknown or no noun. */
void noun_kind_of(const struct figure_scan *s, const struct figure *f, struct str *kind);

/* The class that a class is part of; empty at the top. */
struct str noun_parent(const struct reading *r, struct str subject);

/* One past the noun phrase that begins at the token (determiners, adjectives, nouns), and its
 * head; the token itself and head UINT32_MAX when none does. many: it is counted, and not by one. */
uint32_t noun_phrase_end(const struct figure_scan *s, uint32_t token, bool many, uint32_t *head_first,
			 uint32_t *head_n);

#endif
