/* function_words - what the words of function_words.csv do. Rules ask for one of their kinds at token after token,
 * where hardly ever a word of it stands: reading.h keeps a set of them for every token. */
#ifndef RECOUNT_FUNCTION_WORDS_H
#define RECOUNT_FUNCTION_WORDS_H

#include "records/lexicon.h"

/* The names are those of the table. Those up to FUNCTION_SCANNED are asked of one word each (figure_scan.h). */
/* clang-format off */
#define FUNCTION_KIND_LIST(X) \
	X(BE, "be") X(HAVE, "have") X(DO, "do") X(MODAL, "modal") X(NEGATOR, "negator") X(MORE, "more") \
	X(RELATIVE, "relative") X(INCLUDE, "include") X(PLANNED, "planned") X(POSSIBLE, "possible") \
	X(DEMANDED, "demanded") X(FORESEEN, "foreseen") X(DENIAL, "denial") X(FLOW, "flow") X(GRAVE, "grave") \
	X(COUNTER, "counter") \
	X(ARTICLE, "article") X(AND, "and") X(POINT, "point") X(NOBODY, "nobody") X(NONE, "none") \
	X(SAID, "said") X(CHANGE_UP, "change_up") X(CHANGE_DOWN, "change_down") X(REST, "rest") X(MONTH, "month") \
	X(REFERENCE, "reference") X(HAPPENING, "happening") X(HARM, "harm") X(BLOW, "blow") X(COUNTING, "counting") \
	X(RECALLING, "recalling") X(ADMIRED, "admired") X(AFFLICTED, "afflicted") X(PORTFOLIO, "portfolio") X(AIRBORNE, "airborne") \
	X(ARGUED, "argued") X(ARRANGED, "arranged") X(ASSEMBLY, "assembly") X(ATTACKER, "attacker") \
	X(BENCHMARK, "benchmark") X(BULLETIN, "bulletin") X(CLOCK, "clock") X(COLLECTIVE, "collective") \
	X(COMPLICITY, "complicity") X(CONNECTION, "connection") X(CORPSE, "corpse") X(CROWD, "crowd") \
	X(DAILY, "daily") X(DIALLING, "dialling") X(DIMENSION, "dimension") X(DISEASE, "disease") \
	X(EDITION, "edition") X(FAILING, "failing") X(FINDING, "finding") X(FLIGHT, "flight") X(FORCE, "force") \
	X(FORETOLD, "foretold") X(FUGITIVE, "fugitive") X(HABIT, "habit") X(HEARSAY, "hearsay") \
	X(ILLNESS, "illness") X(INTANGIBLE, "intangible") X(LABEL, "label") X(NUMBERING, "numbering") \
	X(OFFENCE, "offence") X(PAYMENT, "payment") X(PLATFORM, "platform") X(POINTS, "points") \
	X(RESCUER, "rescuer") X(SAYING, "saying") X(SCORE, "score") X(SPARED, "spared") X(STAYING, "staying") \
	X(STREET, "street") X(STRIKING, "striking") X(STRIVING, "striving") X(THING_LABEL, "thing_label") \
	X(TOLL, "toll") X(UNCONFIRMED, "unconfirmed") X(UNPROVEN, "unproven") X(UNTRUE, "untrue") \
	X(URGING, "urging") X(WEIGHED, "weighed") X(VOLCANO, "volcano") X(WOUND, "wound") \
	X(RESPONDER, "responder") X(ALARM, "alarm") X(AFTERMATH, "aftermath") X(MAKE, "make")
/* clang-format on */

enum function_kind {
#define X(name, text) FUNCTION_##name,
	FUNCTION_KIND_LIST(X)
#undef X
		FUNCTION_KINDS,
	FUNCTION_SCANNED = FUNCTION_ARTICLE
};

/* The kind's bit in a set. There are more kinds than bits: the last ones share those of others that are as rare, so
 * that a set tells for sure what isn't there. */
static inline uint64_t function_bit(enum function_kind kind)
{
	enum { BITS = 64, SHARED = 32 };

	return UINT64_C(1) << ((unsigned)kind < BITS ? kind : kind - SHARED);
}
static_assert(FUNCTION_KINDS < 64 + 32 && FUNCTION_RECALLING < 32, "those that stand everywhere share no bit");

/* For each row of the table its kind, FUNCTION_KINDS for one that is not asked for; in the arena. */
const uint8_t *function_rows_read(const struct lexicon *lex, struct arena *arena);

#endif
