/* accuracy - how often a tagger is right on a treebank's words. */
#ifndef RECOUNT_ACCURACY_H
#define RECOUNT_ACCURACY_H

#include "tagger.h"
#include "treebank.h"
#include "variants.h"

struct accuracy {
	size_t words, tags, classes, lemmas;
	size_t unknown, unknown_tags;	       /* words that the trained treebank has not */
	size_t confused[TAG_COUNT][TAG_COUNT]; /* [right][got] */
};

/* Forms of a treebank (by hash), to tell unknown words by; the arena's. */
struct form_set {
	const uint64_t *at; /* ascending */
	size_t n;
};

void form_set_of(const struct treebank *bank, struct arena *arena, struct form_set *out);

void accuracy_measure(const struct tagger *tagger, const struct treebank *bank, enum variant variant,
		      const struct form_set *known, struct accuracy *out);
/* One line: "NAME  words  tag %  class %  unknown %  lemma %". */
void accuracy_print(const char *name, const struct accuracy *a);

#endif
