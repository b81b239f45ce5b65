/* who_parts - a phrase that names somebody, cut into words, and how a body is known by it. */
#ifndef RECOUNT_WHO_PARTS_H
#define RECOUNT_WHO_PARTS_H

#include "values/tokens.h"
#include "who.h"

/* A stretch of words of one text. */
struct who_phrase {
	const struct token *at;
	size_t n;
};

/* Cut; without articles before it and marks at its ends. */
struct who_phrase who_phrase(const struct who_words *w, struct str text);
struct who_phrase who_part(struct who_phrase p, size_t from, size_t to);
/* The words as written, possessive ending off. */
struct str who_text(const struct who_words *w, struct who_phrase p);

/* Words from `from` that the longest phrase of the table takes; 0: none. row: its row. */
size_t who_match(const struct who_words *w, struct who_phrase p, size_t from, enum lexicon_table table, uint32_t *row);
/* Words from `from` that name a country ("South Korea", "Syrian", "U.S."), with a 's behind it; 0: none. */
size_t who_country(const struct who_words *w, struct who_phrase p, size_t from, uint32_t *country);
/* Is the word (lower case) one of the list? */
bool who_is_one_of(struct str word, const char *const *words);

/* "Syrian Network for X" gives "syrian-network-for-x". */
struct str who_slug(struct arena *arena, struct str name);

struct body {
	struct source_ref ref;
	struct source_ref whole; /* what it is part of; empty: nothing known */
	bool known;		 /* by lexicon or by rule, not only by its name */
	bool bare;		 /* an office without its country: "the health ministry" */
};

/* The body that the words name. */
struct body body_of(const struct who_words *w, struct who_phrase p);
/* The same, known only by its name. */
struct body body_by_name(const struct who_words *w, struct who_phrase p);
/* The office of a country: "Ministry of Defence" of Russia. */
struct body body_of_office(const struct who_words *w, uint32_t country, struct str office);
/* The body that a role speaks for: "Turkish Foreign Minister", "spokesman for the army"; not known: none. */
struct body body_of_role(const struct who_words *w, struct who_phrase role);

/* How many of the words are the head, before "of", "in", "who" …. */
size_t who_head(struct who_phrase p);
/* The noun of source_nouns that ends the head, the longest: its row, or -1; *words: how many words it takes. */
int64_t who_noun(const struct who_words *w, struct who_phrase p, size_t *words);

/* Of a row of source_nouns (-1: none): is it of the kind "person", "group", "media", "document"? */
bool who_noun_is(const struct who_words *w, int64_t row, const char *kind);
/* The type of the sources of an office: "government" where the table has none. */
struct str who_type_of_office(const struct who_words *w, struct str office);
/* "in", "of", "for" …: what follows tells where or whose it is. */
bool who_is_preposition(const struct token *t);
/* "LAPD", "Waco | PD" */
bool who_is_police(const struct token *t);
/* Is it told of as a thing: "the Emergency Lawyers" (no person takes an article), or "it"? */
bool who_is_thing(const struct mention *m);
/* The type of a body known only by its name, whose last noun is the row (-1: none): "International … Commission". */
struct str who_sort_of_name(const struct who_words *w, struct who_phrase p, int64_t noun);
/* The type of the source as a body, by the role told of it ("X, a monitoring group"), else as the name tells; empty: a
 * person. */
struct str who_sort_of_body(const struct who_words *w, const struct mention *m, struct str by_name);

#endif
