/* bodies - which body is part of which: actors by their row in the lexicon ("us-navy" is part of
 * us-ministry-of-defence), offices of a country by rule ("russian-ministry-of-defence" is part of
 * russian-government, "army" of ministry-of-defence). */
#ifndef RECOUNT_BODIES_H
#define RECOUNT_BODIES_H

#include "base/arena.h"
#include "records/lexicon.h"

struct bodies;

/* lex NULL: none is known. The bodies live in the arena, their texts in the lexicon. */
const struct bodies *bodies_open(const struct lexicon *lex, struct arena *arena);

/* The id by which the lexicon knows the body: "syrian-soldiers" are the syrian-military, "army" is
 * the military, "government-forces" are the government's. bodies NULL: nothing is known. */
struct str bodies_named(const struct bodies *bodies, struct str id, struct arena *arena);
/* Id of the body that it is part of; empty where the lexicon tells of none. */
struct str bodies_part_of(const struct bodies *bodies, struct str id, struct arena *arena);
/* The outermost one; the id itself where it is part of none. */
struct str bodies_whole(const struct bodies *bodies, struct str id, struct arena *arena);

/* How many bodies lie within each other at the most. */
enum { BODIES_DEPTH = 6 };

#endif
