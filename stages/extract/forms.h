/* forms - English word forms with the tags that they are used with ("blast":
 * NN, VB), and what a form that is not listed can be by its ending ("blasts":
 * NNS, VBZ). From Eric Brill's lexicon and WordNet 3.0 (train/forms.csv),
 * compiled into the tagger's model. */
#ifndef RECOUNT_FORMS_H
#define RECOUNT_FORMS_H

#include "base/str.h"

/* Readings: tags, of which some stand for two. */
enum form_reading {
	FORM_NN = 1,
	FORM_NNS = 2,
	FORM_NNP = 4,
	FORM_NNPS = 8,
	FORM_JJ = 16,
	FORM_RB = 32,
	FORM_VB = 64, /* and VBP */
	FORM_VBD = 128,
	FORM_VBN = 256,
	FORM_VBG = 512,
	FORM_VBZ = 1024,
	FORM_JJR = 2048, /* and RBR */
	FORM_JJS = 4096, /* and RBS */
	FORM_OTHER = 8192,
	FORM_CD = 16384, /* twelve */
	FORM_READINGS = 32767
};

/* Open addressing over 2^bits places: 17 bits of the hash above the readings;
 * 0: empty. */
struct forms {
	const uint32_t *at;
	unsigned bits;
};

/* The upper 17 bits of an entry. */
static inline uint32_t form_key(uint64_t hash)
{
	return (uint32_t)(hash >> 32) & ~(uint32_t)FORM_READINGS;
}

/* Readings (OR of enum form_reading) of a listed form in lower case; 0: not
 * listed. */
unsigned forms_listed(const struct forms *forms, uint64_t hash);
/* As listed, else by the ending. hash is the form's. */
unsigned forms_readings(const struct forms *forms, struct str lower, uint64_t hash);

/* Are the form's bytes less `cut`, plus `add`, listed with one of the readings?
 */
bool forms_has(const struct forms *forms, struct str form, size_t cut, const char *add, unsigned readings);

/* Reading of that name ("NN", "X" for other); 0: none. */
unsigned form_reading_of(struct str name);

#endif
