#include "figure_habit.h"
#include "measures.h"
#include "nouns.h"

/* What a number covers: all so far, how things stand, or what one day or one blow added. */

/* "412 new cases", "nine new deaths": of what is counted day by day; not "12 new recruits". */
static bool is_new_count(const struct figure_scan *s, const struct figure *f, uint32_t behind)
{
	return scan_text(s, behind, "new") && figure_word(s->r, f->first + f->n - 1, FUNCTION_DAILY);
}

/* Did the sentences before tell of the measure? `near`: those of the paragraph alone. */
static bool was_told(const struct figure_scan *s, struct str measure, bool near)
{
	enum { LOOK_BACK = 2 }; /* [sentences] */
	const struct token *at = s->r->tokens.at;
	uint32_t sentence = s->r->sentence_of[s->start], from = sentence > LOOK_BACK ? sentence - LOOK_BACK : 0;

	for (uint32_t i = s->start; i > s->r->sentences.at[from].first && !(near && at[i].flags & TOKEN_PARA);) {
		const struct hit *hit = reading_hit(s->r, --i, LEXICON_MEASURES);

		if (hit && str_eq(measure_row_of(s->r, hit)->measure, measure))
			return true;
	}
	return false;
}

static bool is_of_people(struct str measure)
{
	static const char *const measures[] = {"killed",   "injured",	   "missing",	"rescued",
					       "detained", "needing_care", "casualties"};

	for (size_t i = 0; i < sizeof measures / sizeof *measures; i++)
		if (str_is(measure, measures[i]))
			return true;
	return false;
}

/* "Nine died. Another 26 were wounded", "killing nine and wounding another 26": beside those to whom something else
 * happened, and not more of the same; in one sentence it is so whatever a paragraph before has told. */
static bool is_contrast(const struct figure_scan *s, const struct figure *f)
{
	uint32_t sentence = s->r->sentence_of[s->start];
	uint32_t from = s->r->sentences.at[sentence > 0 ? sentence - 1 : 0].first;
	bool other = false, here = false;

	for (uint32_t i = f->first; is_of_people(f->measure) && i > from && !(here && i <= s->start);) {
		bool own = --i >= f->trigger_first && i < f->trigger_first + f->trigger_n;
		const struct hit *hit = own ? NULL : reading_hit(s->r, i, LEXICON_MEASURES);
		struct str measure = hit ? measure_row_of(s->r, hit)->measure : STR_NULL;

		if (str_eq(measure, f->measure))
			return false;
		other |= is_of_people(measure);
		here |= i >= s->start && is_of_people(measure);
	}
	return other && !was_told(s, f->measure, here);
}

/* "Two people on the ground were also killed", where others were told to be: more of them. Soldiers or children are
 * counted apart anyway. */
static bool is_also(const struct figure_scan *s, const struct figure *f)
{
	bool also = false;

	if (!f->trigger_n || f->trigger_first < f->first + f->n || !str_is(f->subject, "people"))
		return false;
	for (uint32_t i = f->first + f->n; i <= f->trigger_first; i++) /* "also killed" is a word of its own */
		also |= scan_text(s, i, "also");
	return also && was_told(s, f->measure, false);
}

/* "another 12", "12 more", "a further 300": what one day or one blow added. */
static bool is_increment(const struct figure_scan *s, const struct figure *f)
{
	uint32_t i = f->first, behind = f->number.first + f->number.n;

	if (f->rules & RULE_BIT(TOLL) && scan_text(s, i - 1, "by"))
		return true; /* "the toll jumped by 12 to 70" */
	bool more = (i > s->start &&
		     (scan_has(s, i - 1, FUNCTION_FLOW) || figure_word_before(s->r, s->start, i, FUNCTION_FLOW))) ||
		    scan_text(s, behind, "more") || scan_text(s, behind, "additional") ||
		    scan_text(s, behind, "further");

	return (more && !is_contrast(s, f)) || is_new_count(s, f, behind) || is_also(s, f);
}

/* "18,000 people arrived in a single day". */
static bool is_single_day(const struct figure_scan *s, uint32_t from)
{
	enum { REACH = 8 }; /* [tokens] */

	for (uint32_t i = from; i + 2 < s->end && i < from + REACH; i++)
		if (scan_text(s, i, "in") || scan_text(s, i, "on")) {
			bool single = scan_text(s, i + 2, "single");

			if ((scan_text(s, i + 1, "one") && scan_text(s, i + 2, "day")) ||
			    (scan_text(s, i + 1, "a") && scan_text(s, i + (single ? 3 : 2), "day")))
				return true;
		}
	return false;
}

uint32_t measure_past_rate(const struct figure_scan *s, uint32_t i)
{
	static const char *const spans[] = {"day", "week", "month", "year", "hour"};
	bool per =
		scan_text(s, i, "a") || scan_text(s, i, "per") || scan_text(s, i, "every") || scan_text(s, i, "each");

	for (size_t k = 0; per && k < sizeof spans / sizeof *spans; k++)
		if (scan_text(s, i + 1, spans[k]) && scan_tag(s, i + 2) != TAG_RB &&
		    scan_tag(s, i + 2) != TAG_RBR) /* not "a week ago" */
			return i + 2;
	return scan_text(s, i, "daily") ? i + 1 : i;
}

/* "are being killed every day", "are rescued daily"; not "died a day later" */
static bool is_rate_behind(const struct figure_scan *s, uint32_t i)
{
	return !scan_text(s, i, "a") && measure_past_rate(s, i) > i;
}

static bool is_rate(const struct figure_scan *s, const struct figure *f)
{
	uint32_t end = f->first + f->n, trigger = f->trigger_first + f->trigger_n;

	return measure_past_rate(s, end) > end || is_single_day(s, end) ||
	       (f->trigger_n && trigger > end && is_rate_behind(s, trigger));
}

/* "on Monday alone 30 people died", "30 people died in May alone": so many in that time; "in Homs alone" is a place. */
static bool is_of_time_alone(const struct figure_scan *s, const struct figure *f)
{
	enum { REACH = 8 }; /* [tokens] */
	uint32_t first = f->first > s->start + REACH ? f->first - REACH : s->start;
	uint32_t behind = f->trigger_first > f->first ? f->trigger_first + f->trigger_n : f->first + f->n;

	for (uint32_t i = first; i < s->end && i < behind + REACH; i++) {
		if (scan_text(s, i, "alone") && i > s->start)
			return reading_hit(s->r, i - 1, LEXICON_TIMES) || figure_is_year(s->r, i - 1);
		if (i >= behind && (s->r->tokens.at[i].kind == TOKEN_MARK || scan_tag(s, i) == TAG_CC))
			return false;
	}
	return false;
}

bool measure_brings_total(const struct figure_scan *s, const struct figure *f)
{
	enum { REACH = 8 }; /* [tokens] "the number of people evacuated so far to" */
	uint32_t i = f->first;

	if (i == s->start || !scan_text(s, i - 1, "to"))
		return false;
	for (uint32_t k = i - 1; k > s->start && i - k < REACH; k--)
		if (scan_text(s, k - 1, "total") || scan_text(s, k - 1, "toll") || scan_text(s, k - 1, "number") ||
		    scan_text(s, k - 1, "figure"))
			return true;
	return false;
}

static bool is_total(const struct figure_scan *s, const struct figure *f)
{
	uint32_t end = f->first + f->n;

	if (f->rules & RULE_BIT(TOLL))
		return true;
	for (uint32_t i = f->first > s->start + 6 ? f->first - 6 : s->start; i <= f->number.number_first; i++)
		if (scan_text(s, i, "total"))
			return true;
	for (uint32_t i = end; i < s->end && i < end + 12; i++)
		if (scan_text(s, i, "since") || (scan_text(s, i, "so") && scan_text(s, i + 1, "far")))
			return true;
	return false;
}

/* Measures that say how things stand, not what happened. */
static bool is_state(struct str measure)
{
	static const char *const states[] = {"remaining", "besieged", "missing",  "needing_care", "needing_aid",
					     "sheltered", "size",     "deployed", "homeless"};

	for (size_t i = 0; i < sizeof states / sizeof *states; i++)
		if (str_is(measure, states[i]))
			return true;
	return false;
}

/* "A 71-strong team", "the 350-strong contingent": the size of one group among many, and no quantity of the episode. */
static bool is_of_one_group(const struct figure_scan *s, const struct figure *f)
{
	if (!(f->rules & RULE_BIT(NOUN_STRONG)) || !f->noun_n || figure_word(s->r, f->noun_first, FUNCTION_ASSEMBLY))
		return false;
	struct str kind;

	noun_kind_of(s, f, &kind);
	return !kind.n || str_is(kind, "group");
}

/* "A convoy carrying 350 people left": one load of several. */
static bool is_load(const struct figure_scan *s, const struct figure *f)
{
	static const char *const verbs[] = {"carrying", "transporting", "ferrying"};
	static const struct str measures[] = {STR_WORD("evacuated"), STR_WORD("returned"), STR_WORD("displaced"),
					      STR_WORD("released"), STR_WORD("relocated")};
	static const struct str carriers[] = {STR_WORD("vehicles"), STR_WORD("vessels"), STR_WORD("aircraft")};
	uint32_t noun = f->first - 2;

	if (f->first < s->start + 2 || !str_is_one_of(f->measure, measures, sizeof measures / sizeof *measures) ||
	    !scan_is_one_of(s, f->first - 1, verbs, sizeof verbs / sizeof *verbs))
		return false;
	return scan_text(s, noun, "convoy") ||
	       str_is_one_of(noun_class(s, noun, noun, NULL), carriers, sizeof carriers / sizeof *carriers);
}

void measure_aspect(const struct figure_scan *s, struct figure *f)
{
	f->aspect = ASPECT_NONE;
	if (!f->measure.n || is_of_one_group(s, f))
		return;
	f->aspect = is_state(f->measure) ? ASPECT_STOCK : ASPECT_CUMULATIVE;
	if (f->aspect == ASPECT_CUMULATIVE && figure_is_habit(s, f)) {
		f->aspect = ASPECT_NONE;
		f->rules |= RULE_BIT(RATE);
	} else if (measure_brings_total(s, f)) {
		f->rules |= RULE_BIT(CUMULATIVE);
	} else if (is_increment(s, f) || is_load(s, f)) {
		f->aspect = ASPECT_FLOW;
		f->rules |= RULE_BIT(FLOW);
	} else if (is_rate(s, f) || is_of_time_alone(s, f) || figure_is_daily(s, f)) {
		f->aspect = ASPECT_FLOW;
		f->rules |= RULE_BIT(RATE);
	} else if (is_total(s, f)) {
		f->rules |= RULE_BIT(CUMULATIVE);
	}
}
