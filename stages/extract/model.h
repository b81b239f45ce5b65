/* model - the tagger's file: what train/ writes and tagger.c maps. */
#ifndef RECOUNT_MODEL_H
#define RECOUNT_MODEL_H

#include "lemma.h"
#include "tag_features.h"

#define MODEL_MAGIC "RCTAGGER"
enum { MODEL_VERSION = 4 };

/* Sections of the mapped file. */
enum model_section {
	MODEL_LABELS,	     /* struct model_label [FEATURE_LABELS] */
	MODEL_WEIGHTS,	     /* uint8_t [FEATURE_WEIGHTS], with 128 added */
	MODEL_FILTER,	     /* uint8_t [FEATURE_FILTER] */
	MODEL_GLANCE,	     /* uint8_t [GLANCE_WEIGHTS], with 128 added */
	MODEL_GLANCE_FILTER, /* uint8_t [GLANCE_FILTER] */
	MODEL_WORDS,	     /* struct feature_word [2^bits] */
	MODEL_LEMMAS,	     /* struct lemma_entry [2^bits] */
	MODEL_FORMS,	     /* uint32_t [2^bits] */
	MODEL_TEXT,	     /* the lemmas' letters */
	MODEL_SECTIONS
};

/* A label is a tag with its class: "VBD" is VERB or AUX. */
struct model_label {
	uint8_t tag; /* enum tag */
	uint8_t ud;  /* enum ud_class */
};

#endif
