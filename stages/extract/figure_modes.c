#include "figure_formerly.h"
#include "measure_verb.h"

enum { MODE_REACH = 9 }; /* [tokens] */

/* "denied that 12 had died, saying that four had", "and said four had": what a speaker says instead. */
static bool says_instead(const struct figure_scan *s, uint32_t i)
{
	if (scan_text(s, i, ","))
		return figure_word(s->r, i + 1, FUNCTION_SAYING) > 0;
	return scan_text(s, i, "and") && figure_word(s->r, i + 1, FUNCTION_SAID) > 0;
}

uint32_t figure_clause_start(const struct figure_scan *s, uint32_t token)
{
	uint32_t i = token;

	while (i > s->start && token - i < 24) {
		if (scan_text(s, i - 1, ";") || scan_text(s, i - 1, ":") || scan_text(s, i - 1, "but") ||
		    scan_tag(s, i - 1) == TAG_OPEN || scan_tag(s, i - 1) == TAG_CLOSE || says_instead(s, i - 1))
			break;
		i--;
	}
	return i;
}

/* "never seen before has killed": a verb of its own, that leads to no other ("did not manage to kill"). */
static bool is_other_verb(const struct figure_scan *s, uint32_t i)
{
	return scan_tag(s, i) == TAG_VBN && !scan_has(s, i, FUNCTION_BE) && !scan_has(s, i, FUNCTION_HAVE) &&
	       !scan_text(s, i + 1, "to") && scan_tag(s, i + 1) != TAG_VBN && scan_tag(s, i + 1) != TAG_CC;
}

/* "could | leave | 3 million people without power", "did not leave 12 dead": the verb by which what stands behind it is
 * so or not; else the trigger. */
static uint32_t leaving_verb(const struct figure_scan *s, const struct figure *f)
{
	bool behind = f->trigger_n && f->trigger_first >= f->first;

	return behind && measure_is_left(s, f) && !scan_text(s, f->first - 1, "leaving") ? f->first - 1
											 : f->trigger_first;
}

static bool negated(const struct figure_scan *s, const struct figure *f)
{
	uint32_t i = leaving_verb(s, f);

	if (figure_has_failed(s, f))
		return true;
	for (uint32_t k = 0; i > s->start && k < 5; i--, k++) {
		if (scan_has(s, i - 1, FUNCTION_NEGATOR))
			return true;
		if (scan_tag(s, i - 1) == TAG_COMMA || scan_tag(s, i - 1) == TAG_IN ||
		    scan_text(s, i - 1, "following") || tag_is_noun(scan_tag(s, i - 1)) || scan_text(s, i - 1, ")") ||
		    is_other_verb(s, i - 1))
			return false;
	}
	return false;
}

/* "were told to leave": whether they did is not said. */
static bool is_told(const struct figure_scan *s, uint32_t verb)
{
	return figure_word(s->r, verb, FUNCTION_URGING) > 0;
}

/* "the third attack in two weeks to kill more than 10": what it did, not what it is to do. */
static bool is_ranked(const struct figure_scan *s, uint32_t to)
{
	enum { REACH = 9 }; /* [tokens] */
	static const char *const ranks[] = {"first", "second",	"third", "fourth", "fifth",
					    "sixth", "seventh", "last",	 "latest", "only"};

	for (uint32_t i = to; i > s->start && to - i < REACH; i--) {
		if (scan_tag(s, i - 1) == TAG_JJS || tag_is_verb(scan_tag(s, i - 1)))
			return scan_tag(s, i - 1) == TAG_JJS;
		if (scan_is_one_of(s, i - 1, ranks, sizeof ranks / sizeof *ranks))
			return true;
	}
	return false;
}

/* "was | able to rescue 562": and did. */
static bool was_able(const struct figure_scan *s, uint32_t able)
{
	return able > s->start && scan_text(s, able, "able") &&
	       (scan_text(s, able - 1, "was") || scan_text(s, able - 1, "were") || scan_text(s, able - 1, "been"));
}

/* "should be allowed to return", "may be forced to leave": what the words before the verb make of it. */
static int wanted(const struct figure_scan *s, uint32_t verb, uint64_t *rule)
{
	if (is_told(s, verb)) {
		*rule = RULE_BIT(PLANNED);
		return MODALITY_PLANNED;
	}
	for (uint32_t i = verb; i > s->start && i + 4 > verb; i--) {
		if (scan_has(s, i - 1, FUNCTION_POSSIBLE)) {
			*rule = RULE_BIT(POSSIBLE);
			return MODALITY_POSSIBLE;
		}
		if (scan_has(s, i - 1, FUNCTION_DEMANDED) && scan_tag(s, i - 1) == TAG_MD) {
			*rule = RULE_BIT(DEMANDED);
			return MODALITY_DEMANDED;
		}
		if (scan_has(s, i - 1, FUNCTION_PLANNED) && scan_tag(s, i - 1) == TAG_MD) {
			*rule = RULE_BIT(PLANNED);
			return MODALITY_PLANNED;
		}
		if (!scan_has(s, i - 1, FUNCTION_BE) && !scan_has(s, i - 1, FUNCTION_HAVE) &&
		    scan_tag(s, i - 1) != TAG_RB)
			break;
	}
	return MODALITY_ACTUAL;
}

/* "police fear rebels killed 4": before the subject that ends with the noun. */
static bool is_feared(const struct figure_scan *s, uint32_t noun)
{
	uint32_t i = noun;

	while (i > s->start && noun - i < 4 &&
	       (tag_is_noun(scan_tag(s, i)) || tag_is_adjective(scan_tag(s, i)) || scan_tag(s, i) == TAG_DT))
		i--;
	return scan_text(s, i, "fear") || scan_text(s, i, "fears") || scan_text(s, i, "feared") ||
	       scan_text(s, i, "fearing");
}

/* "called for the murder of two journalists": a noun that somebody asks for. */
static bool is_called_for(const struct figure_scan *s, uint32_t noun)
{
	uint32_t i = noun;

	while (i > s->start && (scan_tag(s, i - 1) == TAG_DT || tag_is_adjective(scan_tag(s, i - 1))))
		i--;
	return i > s->start + 1 && scan_text(s, i - 1, "for") && scan_has(s, i - 2, FUNCTION_DEMANDED);
}

/* The last word of plan, possibility or demand that governs the trigger's verb; and whether a bare "to" does. from:
 * the first word of what states the measure. */
static int governed(const struct figure_scan *s, const struct figure *f, uint32_t from, uint64_t *rule)
{
	uint32_t i = from, inside = i > f->first && i < f->first + f->n;
	uint32_t verb = leaving_verb(s, f);
	bool to = false, base = scan_tag(s, verb) == TAG_VB || tag_is_noun(scan_tag(s, verb));

	i = inside ? f->first : i; /* "up to 81 deaths" */
	for (uint32_t k = 0; i > s->start && k < MODE_REACH; i--, k++) {
		uint32_t at = i - 1;
		bool aux = scan_has(s, at, FUNCTION_BE) || scan_has(s, at, FUNCTION_HAVE);
		bool wish = scan_has(s, at, FUNCTION_PLANNED) || scan_has(s, at, FUNCTION_POSSIBLE) ||
			    scan_has(s, at, FUNCTION_DEMANDED);

		if (scan_text(s, at, "suspected") && scan_text(s, at + 1, "of"))
			return MODALITY_ACTUAL; /* who did it is in doubt, not that it was done */
		if (!to && !wish && k == 0 && tag_is_noun(scan_tag(s, at)) && tag_is_verb(scan_tag(s, i))) {
			if (!is_feared(s, at))
				break; /* "suspected gunmen kill 7" */
			*rule = RULE_BIT(POSSIBLE);
			return MODALITY_POSSIBLE;
		}
		if (scan_tag(s, at) == TAG_COMMA || scan_text(s, at, ";") || scan_text(s, at, "and"))
			break;
		if (scan_has(s, at, FUNCTION_POSSIBLE)) {
			*rule = RULE_BIT(POSSIBLE);
			return MODALITY_POSSIBLE;
		}
		if (scan_has(s, at, FUNCTION_DEMANDED) && (to || base || scan_tag(s, at) == TAG_MD)) {
			*rule = RULE_BIT(DEMANDED);
			return MODALITY_DEMANDED;
		}
		if (scan_has(s, at, FUNCTION_PLANNED) && (to || scan_tag(s, at) == TAG_MD || base) &&
		    !measure_is_of_noun(s, f, at)) {
			*rule = RULE_BIT(PLANNED);
			return MODALITY_PLANNED;
		}
		if (scan_text(s, at, "to")) {
			if (k > 0 && scan_tag(s, at + 1) == TAG_DT)
				break; /* "similar to the murder of", no infinitive */
			if (scan_text(s, at - 1, "had") || was_able(s, at - 1))
				return MODALITY_ACTUAL; /* "had to be evacuated" */
			if (scan_text(s, at - 1, "have") || scan_text(s, at - 1, "has") ||
			    scan_has(s, at - 1, FUNCTION_BE)) { /* "are to be freed" */
				*rule = RULE_BIT(PLANNED);
				return MODALITY_PLANNED;
			}
			to = true;
			continue;
		}
		if (!aux && !to && scan_tag(s, at) != TAG_RB && !scan_has(s, at, FUNCTION_NEGATOR) && k > 0)
			break;
		if (to && tag_is_verb(scan_tag(s, at)) && !aux)
			return wanted(s, at, rule); /* managed to flee, forced to leave */
	}
	if (to && base && !is_ranked(s, f->trigger_first - 1)) {
		*rule = RULE_BIT(PLANNED);
		return MODALITY_PLANNED;
	}
	return MODALITY_ACTUAL;
}

/* "demanded that 30 detainees be freed" */
static bool demanded(const struct figure_scan *s, const struct figure *f)
{
	for (uint32_t i = figure_clause_start(s, f->first); i + 1 < f->first; i++)
		if (scan_has(s, i, FUNCTION_DEMANDED) && scan_text(s, i + 1, "that"))
			return true;
	return false;
}

/* "the toll could exceed 500", "the toll is expected to rise to 300": what stands between a toll and its number. */
static int toll_mode(const struct figure_scan *s, const struct figure *f, uint64_t *rule)
{
	for (uint32_t i = f->trigger_first + f->trigger_n; i < f->first; i++) {
		if (scan_has(s, i, FUNCTION_POSSIBLE)) {
			*rule = RULE_BIT(POSSIBLE);
			return MODALITY_POSSIBLE;
		}
		if (scan_has(s, i, FUNCTION_PLANNED) && (scan_tag(s, i) == TAG_MD || scan_text(s, i + 1, "to"))) {
			*rule = RULE_BIT(PLANNED);
			return MODALITY_PLANNED;
		}
	}
	return MODALITY_ACTUAL;
}

static bool is_finite(const struct figure_scan *s, uint32_t i)
{
	enum tag t = scan_tag(s, i);

	return t == TAG_VBD || t == TAG_VBZ || t == TAG_VBP;
}

/* The comma before the participle that tells of what comes of the main clause: "could collapse, killing 12 and
 * wounding 40", ", allowing 10,000 people to return"; 0: there is none. */
static uint32_t result_comma(const struct figure_scan *s, const struct figure *f)
{
	enum { REACH = 12 }; /* [tokens] */
	uint32_t i = f->first < f->trigger_first ? f->first - (f->first > s->start) : f->trigger_first;

	for (uint32_t k = 0; i > s->start && k < REACH && !is_finite(s, i); i--, k++)
		if (scan_tag(s, i) == TAG_VBG && scan_text(s, i - 1, ","))
			return i - 1;
	return 0;
}

/* "The dam could collapse, killing thousands", "is likely to hit the coast, forcing 40,000 to flee": what comes of
 * a main clause is no surer than it. */
static int result_mode(const struct figure_scan *s, const struct figure *f, uint64_t *rule)
{
	uint32_t comma = f->trigger_n ? result_comma(s, f) : 0;

	for (uint32_t i = comma; i > s->start && comma - i < 2 * MODE_REACH; i--) {
		bool led = scan_text(s, i, "to") && scan_has(s, i - 2, FUNCTION_BE) && scan_tag(s, i - 1) != TAG_VBG;
		bool modal = scan_tag(s, i - 1) == TAG_MD;

		if (modal && scan_has(s, i, FUNCTION_NEGATOR))
			return MODALITY_ACTUAL; /* "could not be reached, leaving 40 trapped" */
		if ((modal || led) && scan_has(s, i - 1, FUNCTION_POSSIBLE)) {
			*rule = RULE_BIT(POSSIBLE);
			return MODALITY_POSSIBLE;
		}
		if ((modal || led) && scan_has(s, i - 1, FUNCTION_PLANNED)) {
			*rule = RULE_BIT(PLANNED);
			return MODALITY_PLANNED;
		}
		if (is_finite(s, i - 1))
			break;
	}
	return MODALITY_ACTUAL;
}

/* "12 suspected deaths", "149 possible deaths": what stands between the number and the noun that states it. */
static bool is_suspected(const struct figure_scan *s, const struct figure *f)
{
	for (uint32_t i = f->number.first + f->number.n; i < f->trigger_first && i < f->first + f->n; i++)
		if ((scan_has(s, i, FUNCTION_POSSIBLE) && scan_tag(s, i) != TAG_MD) ||
		    figure_word(s->r, i, FUNCTION_UNCONFIRMED))
			return f->trigger_first < f->first + f->n;
	return false;
}

/* "9,220 suspected cholera cases": the word that makes of them cases of another kind; PHRASE_NONE: none does. */
static uint32_t unconfirmed(const struct figure_scan *s, const struct figure *f)
{
	uint32_t i = f->trigger_first + f->trigger_n;

	if (!str_eq(f->measure, STR("infected")) || !f->trigger_n || !tag_is_noun(scan_tag(s, i - 1)))
		return PHRASE_NONE;
	if (scan_text(s, i, "of") && figure_word(s->r, i + 1, FUNCTION_UNCONFIRMED))
		return i + 1; /* "1,200 cases of suspected cholera" */
	for (i--; i > s->start && (tag_is_noun(scan_tag(s, i)) || tag_is_adjective(scan_tag(s, i))); i--)
		if (figure_word(s->r, i - 1, FUNCTION_UNCONFIRMED))
			return i - 1;
	return PHRASE_NONE;
}

/* "the number of dead, now 87, could double": how many they are, whatever is told of the future. */
static bool is_as_of_now(const struct figure_scan *s, const struct figure *f)
{
	uint32_t i = f->first;

	return i > s->start + 1 && scan_text(s, i - 2, ",") && scan_text(s, f->first + f->n, ",") &&
	       (scan_text(s, i - 1, "now") || scan_text(s, i - 1, "currently") || scan_text(s, i - 1, "already"));
}

/* "there may have been 400 others who drowned" */
static bool may_have_been(const struct figure_scan *s, const struct figure *f)
{
	uint32_t i = f->first;

	while (i > s->start && (scan_has(s, i - 1, FUNCTION_BE) || scan_has(s, i - 1, FUNCTION_HAVE) ||
				scan_tag(s, i - 1) == TAG_RB || scan_tag(s, i - 1) == TAG_DT))
		i--;
	return i > s->start + 1 && i < f->first && scan_tag(s, i - 1) == TAG_MD &&
	       scan_has(s, i - 1, FUNCTION_POSSIBLE) && scan_text(s, i - 2, "there");
}

static void read_modality(const struct figure_scan *s, struct figure *f)
{
	uint32_t doubt = unconfirmed(s, f), verb = leaving_verb(s, f);
	uint32_t from = doubt < f->trigger_first ? doubt : verb < f->trigger_first ? verb : figure_obtained(s, f);
	bool apart = doubt != PHRASE_NONE; /* suspected cases are as many as are said */
	uint64_t rule = 0;

	if (apart && scan_tag(s, doubt - 1) != TAG_CC) /* "confirmed and suspected cases" are all of them */
		f->subject = STR("suspected");
	if (is_as_of_now(s, f))
		return;
	f->modality =
		f->trigger_n && !measure_is_attribute(s, f) ? (uint8_t)governed(s, f, from, &rule) : MODALITY_ACTUAL;
	if (f->modality == MODALITY_ACTUAL && f->trigger_n > 1 && !apart &&
	    scan_has(s, f->trigger_first, FUNCTION_POSSIBLE)) {
		f->modality = MODALITY_POSSIBLE; /* "feared dead" */
		rule = RULE_BIT(POSSIBLE);
	}
	if (f->modality == MODALITY_ACTUAL && f->trigger_n && (measure_is_nearly(s, f) || may_have_been(s, f))) {
		f->modality = MODALITY_POSSIBLE;
		rule = RULE_BIT(POSSIBLE);
	}
	if (f->modality == MODALITY_ACTUAL)
		f->modality = (uint8_t)result_mode(s, f, &rule);
	if (f->modality == MODALITY_ACTUAL && f->trigger_n && (figure_is_foreseen(s, f) || figure_is_aim(s, f))) {
		f->modality = MODALITY_PLANNED;
		rule = RULE_BIT(PLANNED);
	}
	if (f->modality == MODALITY_ACTUAL && f->trigger_n && !apart && is_suspected(s, f)) {
		f->modality = MODALITY_POSSIBLE;
		rule = RULE_BIT(POSSIBLE);
	}
	if (f->modality == MODALITY_ACTUAL && f->rules & RULE_BIT(TOLL))
		f->modality = (uint8_t)toll_mode(s, f, &rule);
	if (f->modality == MODALITY_ACTUAL &&
	    (demanded(s, f) || (f->trigger_n && is_called_for(s, f->trigger_first)))) {
		f->modality = MODALITY_DEMANDED;
		rule = RULE_BIT(DEMANDED);
	}
	if (f->modality == MODALITY_ACTUAL && f->polarity == POLARITY_ASSERTED && figure_is_hearsay(s, f)) {
		f->modality = MODALITY_POSSIBLE;
		rule = RULE_BIT(POSSIBLE);
	}
	if (f->modality == MODALITY_ACTUAL && figure_is_supposed(s, f)) {
		f->modality = MODALITY_POSSIBLE;
		rule = RULE_BIT(POSSIBLE);
	}
	f->rules |= rule;
}

void measure_modes(const struct figure_scan *s, struct figure *f)
{
	f->polarity = POLARITY_ASSERTED;
	f->modality = MODALITY_ACTUAL;
	if (f->measure.n) {
		if (f->trigger_n && f->number.form != NUMERAL_ZERO && (negated(s, f) || figure_is_not_it(s, f))) {
			f->polarity = POLARITY_DENIED;
			f->rules |= RULE_BIT(NEGATED);
		} else {
			f->rules |= figure_denial(s, f);
			f->polarity = f->rules & RULE_BIT(DENIED) ? POLARITY_DENIED : POLARITY_ASSERTED;
		}
		read_modality(s, f);
	}
	measure_aspect(s, f);
	f->rules |= figure_formerly(s, f);
}
