/* calamity - what kills of itself: a disease, a disaster, an attack, a war. It claims lives, and says nothing. */
#ifndef RECOUNT_CALAMITY_H
#define RECOUNT_CALAMITY_H

#include "reading.h"

/* Is the verb at the token (a form of "claim") that of a calamity: "cholera has claimed 222", "the floods claimed
 * twelve", not "the group claims 300 fighters"? start: the sentence's first token. Its tokens must be tagged. */
bool calamity_claims(const struct reading *r, uint32_t start, uint32_t verb);

#endif
