/* speakers_names - the words of a source phrase: what each says of who speaks. */
#ifndef RECOUNT_SPEAKERS_NAMES_H
#define RECOUNT_SPEAKERS_NAMES_H

#include "speakers_parts.h"

enum tag source_tag(const struct speech *s, uint32_t i);
/* Part of a name: a proper noun, or an adjective with a capital. */
bool source_is_proper(const struct speech *s, uint32_t i);
/* The phrase of the table that begins at i and ends at `end` or before; NULL: none. */
const struct hit *source_hit(const struct speech *s, uint32_t i, uint32_t end, enum lexicon_table table);
/* The longest source noun that ends with the token: "police", "border guard"; NULL: none. */
const struct hit *source_noun_ending(const struct speech *s, uint32_t i);
/* Of the source noun that ends with token i: p a person, g a group, d a document, m media; 0: none ends there. */
uint32_t source_noun_kind(const struct speech *s, uint32_t i);
/* The end of the part of the phrase before its first comma, bracket or dash. */
uint32_t source_segment_end(const struct speech *s, struct span words);
/* The end of the actor of the lexicon, of several words, that begins at i; i: none does. */
uint32_t source_actor_end(const struct speech *s, uint32_t i, uint32_t end);
/* Small words within a name: de, al-, bin, of … */
bool source_joins(const struct speech *s, uint32_t i);
/* Behind the last title in [first, end): "Turkish Foreign Minister" | "Mevlut Cavusoglu". */
uint32_t source_behind_titles(const struct speech *s, uint32_t first, uint32_t end);
/* What "of", "from", "with", "at", "by" behind the head lead to; giver: of a paper. */
struct span source_behind_preposition(const struct speech *s, struct span words, bool giver);
/* "Director for Africa Ana Moeti": a post, which ends at `head`, whose it is, and a name. */
bool source_post(const struct speech *s, struct span part, uint32_t head, struct person *p);
/* "an activist who goes by the name of Abu Omar", "a farmer, who gave his name as Ali Said,": the name is told late. */
void source_given_name(const struct speech *s, struct span words, struct person *p);

/* The first token behind "the", "both", marks. */
uint32_t source_skip_determiners(const struct speech *s, uint32_t i, uint32_t end);
/* The end of the head of the phrase, before "of", "who", a participle. */
uint32_t source_head_end(const struct speech *s, struct span words);
/* The proper words before a role's head: "UN" of "UN peace envoy", "Nile Hospital's" of "… director". */
struct span source_modifier(const struct speech *s, uint32_t first, uint32_t end);
/* "PRESIDENT CEREZO | TODAY": all words of capitals may look like names; "a prison statement | Monday". */
bool source_is_day(const struct speech *s, uint32_t i);
/* "a statement by the army", "the Russian statement", "figures from the bank": who gave it. */
bool source_document(const struct speech *s, struct span words, struct person *p);

#endif
