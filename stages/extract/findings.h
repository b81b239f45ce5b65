/* findings - what every grammar found in one document, and how a mention is filled from it. */
#ifndef RECOUNT_FINDINGS_H
#define RECOUNT_FINDINGS_H

#include "events.h"
#include "extract.h"
#include "figures.h"
#include "occasions.h"
#include "speakers.h"
#include "times.h"
#include "whereabouts.h"

struct findings {
	struct reading r;
	struct time_mentions times;
	struct attributions said;
	struct occasions occasions;
	struct names names;
	struct whereabouts where;
	struct figures figures;
	struct found_events events;
	uint32_t folded_of; /* the sentence whose words were folded last, and those; empty: none yet */
	struct str folded;
};

/* A mention of the document that tells nothing yet. */
struct mention findings_blank(const struct document *doc);
/* Its sentence and block. */
void findings_fill_sentence(struct findings *f, uint32_t sentence, struct mention *m);
/* The times that govern the token. */
struct times_governing findings_times(const struct findings *f, uint32_t token);
/* By the times of `token`, of what is told from there to `last`: a figure's number and the verb that measures it. */
void findings_fill_times(struct findings *f, struct times_governing t, uint32_t token, uint32_t last,
			 struct mention *m);
/* What is only recalled, and dated by nothing, is none of today. */
void findings_fill_recalled(struct findings *f, uint32_t token, struct mention *m);
/* Where and who of the token that a mention hangs on; the k-th of its speakers. placed: the token that tells where. */
void findings_fill_circumstances(struct findings *f, const struct attribution *a, uint32_t k, uint32_t token,
				 uint32_t placed, struct mention *m);

/* Give the mention its id, and add it. */
void findings_add(struct findings *f, struct extracted *out, struct mention *m);
/* The same as another mention, as a further speaker states it. */
void findings_add_for_another(struct findings *f, struct extracted *out, struct str id, struct mention *m);
/* "The army and the police said": each of them states it. */
uint32_t findings_speakers(const struct attribution *a);

/* found_figures.c, found_events.c: add what was found, each as often as somebody states it. */
void found_figures_add(struct findings *f, struct extracted *out);
void found_events_add(struct findings *f, struct extracted *out);
void found_statements_add(struct findings *f, struct extracted *out);

#endif
