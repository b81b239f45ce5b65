/* tags - parts of speech: the Penn Treebank tag set as the English UD treebanks
 * write it (XPOS). TAG_NONE stands for "not tagged". */
#ifndef RECOUNT_TAGS_H
#define RECOUNT_TAGS_H

#include "base/str.h"

/* name, Penn spelling. Order is part of the model file: append only. */
/* clang-format off */
#define TAG_LIST(X) \
	X(NONE, "") X(CC, "CC") X(CD, "CD") X(DT, "DT") X(EX, "EX") X(FW, "FW") X(IN, "IN") \
	X(JJ, "JJ") X(JJR, "JJR") X(JJS, "JJS") X(LS, "LS") X(MD, "MD") X(NN, "NN") \
	X(NNS, "NNS") X(NNP, "NNP") X(NNPS, "NNPS") X(PDT, "PDT") X(POS, "POS") X(PRP, "PRP") \
	X(PRPS, "PRP$") X(RB, "RB") X(RBR, "RBR") X(RBS, "RBS") X(RP, "RP") X(SYM, "SYM") \
	X(TO, "TO") X(UH, "UH") X(VB, "VB") X(VBD, "VBD") X(VBG, "VBG") X(VBN, "VBN") \
	X(VBP, "VBP") X(VBZ, "VBZ") X(WDT, "WDT") X(WP, "WP") X(WPS, "WP$") X(WRB, "WRB") \
	X(COMMA, ",") X(STOP, ".") X(COLON, ":") X(OPEN, "``") X(CLOSE, "''") X(LRB, "-LRB-") \
	X(RRB, "-RRB-") X(HYPH, "HYPH") X(NFP, "NFP") X(ADD, "ADD") X(AFX, "AFX") X(GW, "GW") \
	X(XX, "XX") X(DOLLAR, "$")
/* clang-format on */

enum tag {
#define X(name, penn) TAG_##name,
	TAG_LIST(X)
#undef X
		TAG_COUNT
};

/* The universal classes (UPOS): "was killed" has an AUX and a VERB, "that" may be DET, PRON or SCONJ. */
/* clang-format off */
#define UD_LIST(X) \
	X(NONE) X(ADJ) X(ADP) X(ADV) X(AUX) X(CCONJ) X(DET) X(INTJ) X(NOUN) X(NUM) X(PART) \
	X(PRON) X(PROPN) X(PUNCT) X(SCONJ) X(SYM) X(VERB) X(X)
/* clang-format on */

enum ud_class {
#define X(name) UD_##name,
	UD_LIST(X)
#undef X
		UD_COUNT
};

/* "NOUN"; "" for UD_NONE. */
const char *ud_name(enum ud_class ud);
/* UD_NONE when it is no class we know. */
enum ud_class ud_of(struct str name);

const char *tag_name(enum tag tag);
/* TAG_NONE when it is no tag we know. */
enum tag tag_of(struct str penn);

static inline bool tag_is_noun(enum tag t)
{
	return t == TAG_NN || t == TAG_NNS || t == TAG_NNP || t == TAG_NNPS;
}
static inline bool tag_is_proper(enum tag t)
{
	return t == TAG_NNP || t == TAG_NNPS;
}
static inline bool tag_is_verb(enum tag t)
{
	return t >= TAG_VB && t <= TAG_VBZ;
}
/* The verb of a clause, or the auxiliary "would" before it. */
static inline bool tag_is_finite(enum tag t)
{
	return t == TAG_VBD || t == TAG_VBZ || t == TAG_VBP || t == TAG_MD;
}
static inline bool tag_is_adjective(enum tag t)
{
	return t >= TAG_JJ && t <= TAG_JJS;
}

#endif
