#include "measure_verb.h"
#include "nouns.h"

enum { FARTHEST_TOLL = 22, LONGEST_TOLL = 6 }; /* [tokens] */

/* "the number of countries with confirmed cases": a thing is counted, of which the word is not stated. */
static bool counts_thing(const struct figure_scan *s, uint32_t counter, const struct trigger *t)
{
	uint32_t head, head_n;
	struct str kind = STR_NULL;

	noun_phrase_end(s, counter + 2, true, &head, &head_n);
	if (head_n && head < t->first)
		noun_class(s, counter + 2, head + head_n - 1, &kind);
	return str_eq(kind, STR("thing")) && t->counts == COUNTS_SELF;
}

/* "the number of houses damaged": a noun that looks like a verb. */
static bool is_plural(const struct figure_scan *s, const struct trigger *t)
{
	return t->form == FORM_S && t->n == 1 && scan_tag(s, t->first) == TAG_NNS;
}

/* "number of people killed": a counter whose phrase holds a word of a measure; for "of" a figure itself. */
static const struct trigger *counted_by(const struct figure_scan *s, uint32_t counter)
{
	for (uint32_t i = counter + 2; i < s->end && i < counter + 9; i++) {
		size_t last, k = scan_triggers(s, i, &last);

		for (; k < last; k++)
			if (s->triggers[k].form != FORM_TOLL && s->triggers[k].counts != COUNTS_OF &&
			    s->triggers[k].counts != COUNTS_ON && !s->triggers[k].particle.n &&
			    !counts_thing(s, counter, &s->triggers[k]) && !is_plural(s, &s->triggers[k]))
				return &s->triggers[k];
		if (s->r->tokens.at[i].kind == TOKEN_MARK || (i > counter + 2 && scan_tag(s, i) == TAG_CD) ||
		    (scan_has(s, i, FUNCTION_BE) && !scan_has(s, i - 1, FUNCTION_RELATIVE)))
			break;
	}
	return NULL;
}

/* "were put at", "rose to", "numbered": a verb that leads from what happened to how often it did. */
static bool tells_count(const struct figure_scan *s, uint32_t i)
{
	while (scan_has(s, i, FUNCTION_BE) || scan_has(s, i, FUNCTION_HAVE) || scan_tag(s, i) == TAG_RB)
		i++;
	return i < s->end && figure_word(s->r, i, FUNCTION_NUMBERING);
}

/* "Deaths were put at 241", "the fatalities numbered 12": a noun of what happened that no number counts, and a verb
 * that leads to one. */
static bool is_counted_event(const struct figure_scan *s, const struct trigger *t)
{
	uint32_t end = t->first + t->n, behind = end;

	if (t->form == FORM_ADJECTIVE && t->n == 1 && t->first > s->start && scan_text(s, t->first - 1, "the"))
		return tells_count(s, end); /* "the dead rose to 40" */

	if (scan_tag(s, end) == TAG_IN && !scan_text(s, end, "of"))
		behind = verb_past_noun(s, end + 1); /* "deaths in the province rose" */
	if (t->form != FORM_NOUN || t->counts != COUNTS_SELF || scan_tag(s, end - 1) != TAG_NNS ||
	    !tells_count(s, behind))
		return false;
	for (size_t i = 0; i < s->figures_n; i++)
		if (s->figures[i].noun_n && s->figures[i].noun_first + s->figures[i].noun_n == end)
			return false;
	return true;
}

/* The toll that token i begins, or the counted measure of "number of … killed". */
static const struct trigger *toll_at(const struct figure_scan *s, uint32_t i)
{
	size_t last, k = scan_triggers(s, i, &last);

	for (; k < last; k++)
		if (s->triggers[k].form == FORM_TOLL || is_counted_event(s, &s->triggers[k]))
			return &s->triggers[k];
	return scan_has(s, i, FUNCTION_COUNTER) && (scan_text(s, i + 1, "of") || scan_text(s, i + 1, "who"))
		       ? counted_by(s, i)
		       : NULL;
}

/* Words that lead from a toll to its number. */
static bool leads(const struct figure_scan *s, uint32_t i)
{
	static const char *const words[] = {
		"to",	   "at",       "of",	   "is",     "was",    "were",	  "are",	":",
		"reached", "hit",      "exceeded", "stands", "passed", "topped",  "surpassed",	"from",
		"by",	   "and",      "exceeds",  "in",     "as",     "climbed", "(",		"be",
		"been",	   "totalled", "totaled",  "-",	     "–",      "became",  "approached", "crossed",
		"past",	   "above",    "over",	   "neared", "beyond"};

	return scan_is_one_of(s, i, words, sizeof words / sizeof *words) || tag_is_noun(scan_tag(s, i)) ||
	       tag_is_verb(scan_tag(s, i)) || scan_tag(s, i) == TAG_RB || scan_tag(s, i) == TAG_MD;
}

static bool ends_clause(const struct figure_scan *s, uint32_t i)
{
	return scan_text(s, i, ";") || scan_text(s, i, ".") || scan_text(s, i, "but") || scan_text(s, i, "while") ||
	       scan_tag(s, i) == TAG_OPEN;
}

/* What a label may state of its number: "Deaths", "Homes destroyed"; of "housing" the noun. */
static bool labels(const struct trigger *t)
{
	bool done = t->form == FORM_PAST || t->form == FORM_PARTICIPLE || t->form == FORM_ADJECTIVE;

	return !t->particle.n && (done || (t->form == FORM_NOUN && t->counts == COUNTS_SELF));
}

static bool is_state_at(const struct figure_scan *s, uint32_t i)
{
	size_t last, k = scan_triggers(s, i, &last);

	for (; k < last; k++)
		if (labels(&s->triggers[k]))
			return true;
	return false;
}

/* "Displaced: | 4,403 people": people, whom the label alone says more of. */
static bool is_bare_people(const struct figure_scan *s, const struct figure *f)
{
	uint32_t end = f->first + f->n;
	struct str kind = STR_NULL;

	noun_kind_of(s, f, &kind);
	return str_eq(kind, STR("person")) && str_eq(f->subject, STR("people")) &&
	       (end >= s->end || s->r->tokens.at[end].kind == TOKEN_MARK || scan_tag(s, end) == TAG_IN);
}

/* "Deaths: 12", "Suspected cases = 40", "Homes destroyed: at least 1,700": the line of a list, whose label says what is
 * counted. counted: the figure with the label's noun, filled where a trigger is found. */
static struct stated labelled(const struct figure_scan *s, const struct figure *f, struct figure *counted)
{
	enum { LONGEST_LABEL = 5 }; /* [tokens] */
	uint32_t colon = f->first - 1, from = colon, head, head_n;
	struct stated none = {0};

	if (f->first < s->start + 2 || !(scan_text(s, colon, ":") || scan_text(s, colon, "=")) ||
	    (f->noun_n && !is_bare_people(s, f)))
		return none;
	*counted = *f;
	while (from > s->start && s->r->tokens.at[from - 1].kind != TOKEN_MARK)
		from--;
	if (colon > from + LONGEST_LABEL)
		return none;
	noun_phrase_end(s, from, true, &head, &head_n);
	if (head_n && scan_tag(s, head) == TAG_NN && decimal_cmp(f->number.value, decimal_of(1)) > 0)
		return none; /* "Injured man: 40" */
	if (head_n && reading_hit(s->r, head, LEXICON_UNITS))
		return none; /* "Acres burned: 12,400" */
	if (!f->noun_n && head_n && head + head_n <= colon && !is_state_at(s, head)) {
		counted->noun_first = head;
		counted->noun_n = head_n;
		counted->subject = noun_class(s, from, head + head_n - 1, NULL);
	}
	for (uint32_t i = from; i < colon; i++) {
		size_t last, k = scan_triggers(s, i, &last);

		for (; k < last; k++) {
			const struct trigger *t = &s->triggers[k];

			if (labels(t) && t->first + t->n <= colon && measure_fits(s, counted, t))
				return (struct stated){.trigger = t, .rules = RULE_BIT(TOLL)};
		}
	}
	return none;
}

/* "the number of dead": a state, no noun; "the number of returnees" has one. */
static bool is_state_word(const struct figure_scan *s, uint32_t i)
{
	const struct hit *hit = reading_hit(s->r, i, LEXICON_MEASURES);

	return !reading_hit(s->r, i, LEXICON_SUBJECTS) ||
	       (hit && hit->n == 1 && !str_ends(s->r->tokens.at[i].lower, STR("s")));
}

void measure_toll_noun(const struct figure_scan *s, struct figure *f)
{
	uint32_t i = f->trigger_first, head, head_n, end;
	uint32_t from = i > s->start + LONGEST_TOLL ? i - LONGEST_TOLL : s->start;

	struct figure counted;

	if (f->noun_n || !(f->rules & RULE_BIT(TOLL)))
		return;
	if (labelled(s, f, &counted).trigger) {
		*f = counted;
		return;
	}
	for (uint32_t k = i + f->trigger_n; k-- > from && scan_tag(s, k) != TAG_CD;)
		if (scan_has(s, k, FUNCTION_COUNTER) && scan_text(s, k + 1, "of")) {
			end = noun_phrase_end(s, k + 2, true, &head, &head_n);
			if (!head_n || is_state_word(s, head))
				return;
			f->noun_first = head;
			f->noun_n = head_n;
			f->phrase_first = k + 2;
			f->phrase_n = end - k - 2;
			f->subject = noun_class(s, k + 2, head + head_n - 1, NULL);
			f->rules = (f->rules & ~RULE_BIT(NOUN_NONE)) | RULE_BIT(NOUN_BEFORE);
			return;
		}
}

/* "brings to 274,000 the total number of people displaced", "4,000 - the number of people displaced" */
static struct stated toll_behind(const struct figure_scan *s, const struct figure *f)
{
	struct stated none = {0};

	for (uint32_t i = f->first + f->n; !f->noun_n && i < s->end && i < f->first + f->n + 4; i++) {
		const struct trigger *t = toll_at(s, i);

		if (t)
			return (struct stated){.trigger = t, .rules = RULE_BIT(TOLL)};
		if ((s->r->tokens.at[i].kind == TOKEN_MARK && !figure_is_dash(s->r, i)) || scan_tag(s, i) == TAG_CC)
			break; /* "could be in the hundreds and the number of deaths": another count */
	}
	return none;
}

/* "surpasses the planning figure (500,000)", "passed the 2003 record of 140", not "hit a record of 140": what a toll is
 * compared with. */
static bool is_benchmark(const struct figure_scan *s, uint32_t i)
{
	enum { REACH = 3 }; /* [tokens] */

	if (figure_word(s->r, i, FUNCTION_BENCHMARK))
		return true;
	if (!scan_text(s, i, "record") || !scan_text(s, i + 1, "of"))
		return false;
	for (uint32_t k = i; k > s->start && i - k < REACH; k--)
		if (scan_text(s, k - 1, "the") || scan_tag(s, k - 1) == TAG_PRPS || scan_tag(s, k - 1) == TAG_POS)
			return true;
	return false;
}

/* "put | dead at 60, | injured at 53 | and | the missing at 13": may what a number is told of stand there without a
 * verb of its own? */
static bool opens_gapped(const struct figure_scan *s, uint32_t i, bool at)
{
	if (scan_tag(s, i - 1) == TAG_DT)
		i--;
	return scan_tag(s, i - 1) == TAG_CC || (at && (scan_text(s, i - 1, ",") || scan_text(s, i - 1, "put") ||
						       scan_text(s, i - 1, "puts") || scan_text(s, i - 1, "putting")));
}

/* "brings cases to 9,580 and deaths to 374", "rose to 12 and the injured to 40", "put the dead at 60, the injured at
 * 53": a toll without its verb. */
static struct stated gapped(const struct figure_scan *s, const struct figure *f)
{
	uint32_t to = f->first - 1, i;
	struct stated none = {0};
	bool at = f->first > s->start && scan_text(s, to, "at");

	if (f->first < s->start + 4 || f->noun_n || !(at || scan_text(s, to, "to")))
		return none;
	for (i = to; i > s->start && is_state_at(s, i - 1);)
		i--;
	while (i > s->start && (tag_is_noun(scan_tag(s, i - 1)) || tag_is_adjective(scan_tag(s, i - 1))))
		i--;
	for (bool open = opens_gapped(s, i, at); open && i < to; i++) {
		size_t last, k = scan_triggers(s, i, &last);

		for (; k < last; k++)
			if (labels(&s->triggers[k]) && s->triggers[k].first + s->triggers[k].n == to &&
			    measure_fits(s, f, &s->triggers[k]))
				return (struct stated){.trigger = &s->triggers[k], .rules = RULE_BIT(TOLL)};
	}
	return none;
}

/* "59 dead, the number of passengers was 200": of those nothing is stated. */
static bool counts_others(const struct figure_scan *s, uint32_t counter)
{
	return scan_text(s, counter + 1, "of") && !scan_has(s, counter - 1, FUNCTION_COUNTER) &&
	       !scan_triggers_any(s, counter + 2) && !scan_text(s, counter - 1, "total");
}

/* "could be in the hundreds": how many words of that kind stand before it. */
static uint32_t in_the(const struct figure_scan *s, const struct figure *f)
{
	return f->first > s->start + 1 && scan_text(s, f->first - 1, "the") && scan_text(s, f->first - 2, "in");
}

/* "the tally of nations hit": what was hit in them is not told. */
static bool is_where(struct str subject)
{
	return str_eq(subject, STR("villages")) || str_eq(subject, STR("countries"));
}

/* "the number of damaged houses stands at 325": is the word stated of what the counter at the token counts? */
static bool fits_counted(const struct figure_scan *s, const struct figure *f, uint32_t counter, const struct trigger *t)
{
	struct figure counted = *f;
	uint32_t head, head_n;

	if (f->noun_n || !scan_has(s, counter, FUNCTION_COUNTER) || !scan_text(s, counter + 1, "of") ||
	    t->counts == COUNTS_SELF)
		return measure_fits(s, f, t);
	noun_phrase_end(s, counter + 2, true, &head, &head_n);
	if (head_n) {
		counted.noun_first = head;
		counted.noun_n = head_n;
		counted.subject = noun_class(s, counter + 2, head + head_n - 1, NULL);
	}
	return measure_fits(s, f, t) ||
	       (counted.subject.n && !is_where(counted.subject) && measure_fits(s, &counted, t));
}

/* "the number of injured rose from an earlier toll of 68": what toll it was is told before. */
static bool is_any_toll(const struct figure_scan *s, uint32_t i)
{
	static const char *const words[] = {"earlier", "previous", "initial", "former", "first", "preliminary"};

	return scan_text(s, i, "toll") && scan_is_one_of(s, i - 1, words, sizeof words / sizeof *words);
}

struct stated measure_toll(const struct figure_scan *s, const struct figure *f)
{
	struct figure counted;
	struct stated label = labelled(s, f, &counted);

	label = label.trigger ? label : gapped(s, f);
	if (label.trigger)
		return label;
	uint32_t from = f->first > s->start + FARTHEST_TOLL ? f->first - FARTHEST_TOLL : s->start;
	struct stated none = {0};
	struct str kind = STR_NULL;

	if (f->number.rules & RULE_BIT(ARTICLE) && scan_text(s, f->first - 1, "by"))
		return none; /* "was confirmed dead by a medic" */
	if ((f->number.kind != AMOUNT_COUNT && !str_eq(f->subject, STR("area"))) ||
	    figure_word(s->r, f->first + f->n, FUNCTION_SAID))
		return none; /* "put the toll far higher: one said" */
	if (f->first == s->start || !leads(s, f->first - in_the(s, f) - 1))
		return toll_behind(s, f);
	if (f->noun_n) {
		if (figure_word(s->r, f->noun_first, FUNCTION_SPARED))
			return none; /* "59 dead and 142 survivors" */
		noun_kind_of(s, f, &kind);
		if (!str_eq(kind, STR("person")) || measure_own(s, f).trigger)
			return none;
	}
	const struct trigger *any = NULL;

	for (uint32_t i = f->first; i-- > from && !ends_clause(s, i);) {
		const struct trigger *t = toll_at(s, i);

		if (t && !any && is_any_toll(s, i)) {
			any = t;
			continue;
		}
		if (is_benchmark(s, i) || (scan_text(s, i, "there") && scan_has(s, i + 1, FUNCTION_BE)))
			return none; /* "put the number of missing at seven: there were 70 on board" */
		if (t && fits_counted(s, f, i, t))
			return (struct stated){.trigger = t, .rules = RULE_BIT(TOLL)};
		if (scan_has(s, i, FUNCTION_COUNTER) && (t || counts_others(s, i)))
			break; /* "150 are missing, the number of people accounted for is 136" */
	}
	if (any)
		return (struct stated){.trigger = any, .rules = RULE_BIT(TOLL)};
	return toll_behind(s, f);
}
