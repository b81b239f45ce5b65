/* figure_rules - the names of the rules that make or decide a figure; they land in the
 * column `rules`, in this order, and `recount explain` shows them. At most 64. */
#ifndef RECOUNT_FIGURE_RULES_H
#define RECOUNT_FIGURE_RULES_H

#include "base/str.h"

/* clang-format off */
#define FIGURE_RULE_LIST(X) \
	X(DIGITS, "number.digits") \
	X(SPELLED, "number.spelled") \
	X(VAGUE, "number.vague") \
	X(FRACTION, "number.fraction") \
	X(ZERO, "number.none") \
	X(BOTH, "number.both") \
	X(ARTICLE, "number.article") \
	X(SINGLE, "number.single") \
	X(SUM, "number.sum") \
	X(FOLD, "number.fold") \
	X(RANGE, "range.joined") \
	X(RANGE_SHARED, "range.shared_unit") \
	X(OLD_VALUE, "range.old_value") \
	X(BOUND_BEFORE, "bound.before") \
	X(BOUND_AFTER, "bound.after") \
	X(AGE_COMMA, "age.comma") \
	X(NOUN_HEAD, "noun.head") \
	X(NOUN_OF, "noun.of") \
	X(NOUN_BEFORE, "noun.before") \
	X(NOUN_NONE, "noun.none") \
	X(NOUN_SHARED, "noun.shared") \
	X(NOUN_STRONG, "noun.strong") \
	X(NOUN_PREDICATE, "noun.predicate") \
	X(ACTIVE, "measure.active") \
	X(PASSIVE, "measure.passive") \
	X(PARTICIPLE, "measure.participle") \
	X(INTRANSITIVE, "measure.intransitive") \
	X(NOMINAL, "measure.noun") \
	X(OWN_NOUN, "measure.own_noun") \
	X(TOLL, "measure.toll") \
	X(COMPLEMENT, "measure.complement") \
	X(SHARED, "measure.shared") \
	X(ELLIPSIS, "measure.ellipsis") \
	X(REFERRED, "measure.referred") \
	X(RESTATED, "measure.restated") \
	X(INHERITED, "measure.whole") \
	X(RELATIVE, "measure.relative") \
	X(BACKGROUND, "measure.background") \
	X(KNOWN, "measure.known") \
	X(ALSO, "measure.also") \
	X(FATAL, "measure.fatal") \
	X(PART, "part.including") \
	X(PART_OF, "part.of_whom") \
	X(PART_REST, "part.rest") \
	X(PART_BRACKET, "part.bracket") \
	X(PART_SUM, "part.sum") \
	X(SEVERITY, "part.severity") \
	X(OWN, "part.own") \
	X(NEGATED, "polarity.negated") \
	X(DENIED, "polarity.denied") \
	X(DISOWNED, "polarity.disowned") \
	X(PLANNED, "modality.planned") \
	X(POSSIBLE, "modality.possible") \
	X(DEMANDED, "modality.demanded") \
	X(FLOW, "aspect.increment") \
	X(CUMULATIVE, "aspect.total") \
	X(RATE, "aspect.rate")
/* clang-format on */

enum figure_rule {
#define X(name, text) RULE_##name,
	FIGURE_RULE_LIST(X)
#undef X
		RULE_COUNT
};

#define RULE_BIT(name) (UINT64_C(1) << RULE_##name)

const char *figure_rule_name(enum figure_rule rule);

#endif
