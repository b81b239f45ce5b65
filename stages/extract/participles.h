/* participles - past tenses that the tagger takes for participles, "The ferry sank at dawn",
 * "Floods killed 38 people", or for the present, "Militants set off a bomb". Both are written alike, and a
 * model that sees a few words to each side can't tell whether a clause has another verb. */
#ifndef RECOUNT_PARTICIPLES_H
#define RECOUNT_PARTICIPLES_H

#include "forms.h"
#include "values/tokens.h"

/* Set the tag of those tokens of a tagged sentence to VBD that are VBN and can only be the verb of
 * their clause, or VBP, VB or NN and written as their past; and to VBN that of "four detained leaders were". Linear but
 * for clauses of many participles, of which a few are looked at. */
void participles_mend(const struct forms *forms, struct token *at, size_t n);

#endif
