#include "measures.h"

#include "figure_formerly.h"
#include "nouns.h"

/* A virus, an outbreak: then cases are people who have it. */
static bool tells_disease(const struct reading *r)
{
	for (size_t h = 0; h < r->hits.n; h++)
		if (r->hits.at[h].tables & 1u << LEXICON_FUNCTION_WORDS &&
		    figure_word(r, r->hits.at[h].first, FUNCTION_DISEASE))
			return true;
	return false;
}

/* "arrived" is displaced of refugees alone: a word that asks for a class of its own leaves doubt. */
static bool is_sure(struct str needs)
{
	static const char *const plain[] = {"person", "thing", "area", "place", "structure", "number", "noun"};

	while (needs.at) {
		struct str word = str_cut(&needs, '|');
		bool known = word.n == 0;

		for (size_t i = 0; i < sizeof plain / sizeof *plain; i++)
			known |= str_eq(word, str_of(plain[i]));
		if (!known)
			return false;
	}
	return true;
}

/* "took 40 people to safety": does one of the words that must stand behind the object stand near? */
static bool particle_follows(const struct figure_scan *s, const struct hit *hit, struct str particles)
{
	enum { REACH = 8 }; /* [tokens] */
	struct figure_scan whole = {.r = s->r, .end = (uint32_t)s->r->tokens.n};
	uint32_t end = hit->first + hit->n;

	for (uint32_t i = end; i < end + REACH; i++)
		if (measure_particle_at(&whole, i, particles))
			return true;
	return false;
}

/* Measures that some word of the document states without doubt. */
static void read_context(const struct figure_scan *s, struct measure_context *c)
{
	const struct reading *r = s->r;

	c->read = true;
	if (tells_disease(r))
		c->strong[c->n++] = STR("infected");
	for (size_t h = 0; h < r->hits.n; h++) {
		int64_t row;

		if (!(r->hits.at[h].tables & 1u << LEXICON_MEASURES))
			continue;
		for (size_t k = 0; (row = figure_row(r, &r->hits.at[h], LEXICON_MEASURES, k)) >= 0; k++) {
			const struct trigger *t = &r->know->measures[row];
			size_t i = 0;

			while (i < c->n && !str_eq(c->strong[i], t->measure))
				i++;
			if (i == c->n && c->n < sizeof c->strong / sizeof *c->strong && is_sure(t->needs) &&
			    (!t->particle.n || particle_follows(s, &r->hits.at[h], t->particle)))
				c->strong[c->n++] = t->measure;
		}
	}
}

bool measure_told(const struct figure_scan *s, struct str measure)
{
	struct measure_context *c = s->context;

	if (!c->read)
		read_context(s, c);
	for (size_t i = 0; i < c->n; i++)
		if (str_eq(c->strong[i], measure))
			return true;
	return false;
}

/* "the two murdered women", "five of the kidnapped engineers": known ones, of whom nothing new is stated. */
static bool is_definite(const struct figure_scan *s, const struct figure *f)
{
	return scan_is_definite(s, f->rules & RULE_BIT(NOUN_OF) ? f->phrase_first : f->first);
}

/* "in both cases", "in two cases": a way of speaking. */
static bool is_in_cases(const struct figure_scan *s, const struct figure *f, const struct trigger *t)
{
	return t->n == 1 && scan_text(s, t->first, "cases") && f->first > s->start && scan_text(s, f->first - 1, "in");
}

/* "several strong and deadly tornadoes": an adjective, and no size. */
static bool is_trait(const struct figure_scan *s, const struct trigger *t)
{
	return t->n == 1 && scan_text(s, t->first, "strong") && scan_tag(s, t->first + 1) == TAG_CC;
}

/* "14 suspected cases of corruption": of no disease. */
static bool is_of_offence(const struct figure_scan *s, const struct trigger *t)
{
	uint32_t i = t->first + t->n;

	if (!scan_text(s, i - 1, "cases") || !scan_text(s, i, "of"))
		return false;
	while (tag_is_noun(scan_tag(s, i + 1)) || tag_is_adjective(scan_tag(s, i + 1)))
		if (figure_word(s->r, ++i, FUNCTION_OFFENCE))
			return true;
	return false;
}

/* "five missing people were found", "… have been located": missing no longer. */
static bool is_found(const struct figure_scan *s, const struct figure *f, const struct trigger *t)
{
	enum { REACH = 5 }; /* [tokens] */
	uint32_t end = f->first + f->n;

	if (!str_eq(t->measure, STR("missing")))
		return false;
	for (uint32_t i = end; i < s->end && i < end + REACH && s->r->tokens.at[i].kind == TOKEN_WORD; i++) {
		if (figure_word(s->r, i, FUNCTION_FINDING))
			return true;
		if (scan_has(s, i, FUNCTION_NEGATOR) || scan_text(s, i, "to"))
			return false; /* "have not been found", "are yet to be found" */
	}
	return false;
}

/* "one of the largest displacements": of events, which are compared. */
static bool is_one_of_worst(const struct figure_scan *s, const struct figure *f)
{
	if (!(f->rules & RULE_BIT(NOUN_OF)) || !decimal_eq(f->number.value, decimal_of(1)))
		return false;
	for (uint32_t i = f->first; i < f->first + f->n; i++)
		if (scan_tag(s, i) == TAG_JJS || scan_text(s, i, "most"))
			return true;
	return false;
}

/* "she has | no injuries": one, who has none. */
static bool is_of_one(const struct figure_scan *s, uint32_t i)
{
	bool has = scan_text(s, i - 1, "has") || scan_text(s, i - 1, "had") || scan_text(s, i - 1, "have") ||
		   scan_text(s, i - 1, "suffered") || scan_text(s, i - 1, "sustained");

	return has && (scan_text(s, i - 2, "she") || scan_text(s, i - 2, "he") || scan_text(s, i - 2, "i"));
}

/* The counted noun, or a word before it in its phrase, states a measure by itself. */
struct stated measure_own(const struct figure_scan *s, const struct figure *f)
{
	struct stated none = {0};

	if (is_one_of_worst(s, f))
		return none;
	if (f->number.form == NUMERAL_ZERO && scan_text(s, f->number.number_first, "none"))
		return none; /* "none of the deaths was natural": nobody says that there was none */
	if (f->number.form == NUMERAL_ZERO && is_of_one(s, f->first))
		return none;
	for (uint32_t i = f->phrase_first; f->phrase_n && i < f->phrase_first + f->phrase_n; i++) {
		size_t end, k = scan_triggers(s, i, &end);

		for (; k < end; k++) {
			const struct trigger *t = &s->triggers[k];
			bool head = i + t->n >= f->phrase_first + f->phrase_n; /* "cases of cholera" goes on */
			bool is = t->counts == COUNTS_SELF
					  ? head
					  : t->counts == COUNTS_COMPLEMENT ||
						    ((t->form == FORM_PAST || t->form == FORM_PARTICIPLE) &&
						     (t->counts == COUNTS_OBJECT || t->counts == COUNTS_BOTH));

			if (is && !t->particle.n && !(is_definite(s, f) && !head) && !is_in_cases(s, f, t) &&
			    !is_trait(s, t) && !is_of_offence(s, t) && !is_found(s, f, t) && measure_fits(s, f, t))
				return (struct stated){.trigger = t, .rules = RULE_BIT(OWN_NOUN)};
		}
	}
	return none;
}

/* "two fatalities and 800 people evacuated": a noun of what happened states it, whatever follows; one for
 * people in a state ("337 wounded") may have more said of it. */
static struct stated measure_event(const struct figure_scan *s, const struct figure *f)
{
	struct stated own = f->noun_n ? measure_own(s, f) : (struct stated){0}, none = {0};

	if (!own.trigger || own.trigger->counts != COUNTS_SELF || own.trigger->form != FORM_NOUN)
		return none;
	return str_eq(f->subject, STR("people")) ? own : none;
}

/* "who was shot last month died", "were shot and killed": the wounds led to the death, and nobody is counted twice. */
static bool leads_to_death(const struct trigger *a, const struct trigger *b)
{
	return str_eq(a->measure, STR("injured")) && str_eq(b->measure, STR("killed"));
}

/* "five people were inside when it happened": where they were, not where they still are. */
static bool is_past_place(const struct figure_scan *s, const struct trigger *t)
{
	if (!scan_text(s, t->first, "inside") || t->n > 1 || t->first == s->start)
		return false;
	if (scan_text(s, t->first - 1, "been"))
		return true; /* "had been inside" */
	if (!scan_text(s, t->first - 1, "were"))
		return false;
	for (uint32_t i = t->first + 1; i < s->end; i++)
		if (scan_text(s, i, "when") || scan_text(s, i, "during") ||
		    (scan_text(s, i, "at") && scan_text(s, i + 1, "the") && scan_text(s, i + 2, "time")))
			return true;
	return false;
}

static void set(const struct figure_scan *s, struct figure *f, struct stated found, uint8_t confidence)
{
	const struct trigger *also = measure_also(s, f, &found);

	if (also && leads_to_death(found.trigger, also))
		found.trigger = also;
	else if (also && !leads_to_death(also, found.trigger) && !is_past_place(s, also))
		f->also = also;
	f->measure = measure_is_hurt(s, f, found.trigger) ? STR("injured") : found.trigger->measure;
	f->trigger_first = found.trigger->first;
	f->trigger_n = found.trigger->n;
	f->rules |= found.rules;
	f->confidence = confidence;
}

/* "no one was seriously hurt": says nothing of those who were hurt lightly. */
static bool is_grave(const struct figure_scan *s, const struct trigger *t)
{
	for (uint32_t i = t->first > s->start ? t->first - 1 : t->first; i < t->first + t->n; i++)
		if (scan_has(s, i, FUNCTION_GRAVE))
			return true;
	return false;
}

/* "not a single shot was heard": a noun that looks like the participle. */
static bool is_shot_heard(const struct figure_scan *s, const struct figure *f, const struct trigger *t)
{
	return !f->noun_n && t->first == f->first + f->n && trigger_is_verb(t) &&
	       scan_has(s, t->first + t->n, FUNCTION_BE);
}

/* The ways to find a measure, surest first. */
static const struct {
	struct stated (*find)(const struct figure_scan *, const struct figure *);
	uint8_t confidence; /* [percent] */
	bool shared;	    /* with the others of a list */
} ways[] = {
	{measure_event, 88, false},   {measure_left, 92, false},     {measure_of, 90, false},
	{measure_right, 90, false},   {measure_toll, 92, false},     {measure_own, 88, false},
	{measure_named, 85, true},    {measure_likewise, 85, false}, {measure_shared, 80, true},
	{measure_included, 80, true},
};

/* "the dead included 22 of the 222 residents": all of them, of whom it does not hold. */
static bool is_whole(const struct figure_scan *s, const struct figure *f)
{
	uint32_t i = f->first;

	if (i < s->start + 3 || f == s->figures || !scan_text(s, i - 2, "of") ||
	    (scan_tag(s, i - 1) != TAG_DT && scan_tag(s, i - 1) != TAG_PRPS))
		return false;
	return f[-1].number.first + f[-1].number.n == i - 2;
}

bool measure_is_excepted(const struct figure_scan *s, const struct figure *f)
{
	uint32_t i = f->first;

	return i > s->start + 1 && scan_text(s, i - 1, "but") &&
	       (scan_text(s, i - 2, "all") || scan_text(s, i - 2, "everyone") || scan_text(s, i - 2, "everybody"));
}

/* "killing two and wounding a third", "a fourth man was shot": one more, no share. */
static void read_third(const struct figure_scan *s, struct figure *f, const struct trigger *t)
{
	bool article = f->number.number_n == 2 && scan_text(s, f->number.number_first, "a");

	if (f->number.kind != AMOUNT_SHARE || !article || !measure_needs(t->needs, "person") ||
	    scan_text(s, f->number.number_first + 2, "of"))
		return;
	f->number.kind = AMOUNT_COUNT;
	f->number.unit = STR_NULL;
	f->number.value = decimal_of(1);
	f->subject = f->noun_n ? f->subject : STR("people");
}

/* "found a fourth victim", which nothing is stated of: which one, and no share. */
static bool is_ordinal(const struct figure_scan *s, const struct figure *f)
{
	uint32_t end = f->number.number_first + f->number.number_n;

	return f->number.kind == AMOUNT_SHARE && f->number.number_n == 2 && scan_text(s, f->number.number_first, "a") &&
	       f->rules & RULE_BIT(NOUN_HEAD) && f->phrase_first == end && !scan_text(s, end - 1, "half") &&
	       !scan_text(s, end - 1, "quarter");
}

/* "was hit 13 times": how often, not how many. */
static bool is_how_often(const struct figure_scan *s, const struct figure *f)
{
	return f->noun_n && (scan_text(s, f->noun_first, "times") || scan_text(s, f->noun_first, "occasions"));
}

/* "184 cases per 100,000 people", "four deaths for every 1,000 births": how often, and how many nobody says. */
static bool is_ratio(const struct figure_scan *s, const struct figure *f)
{
	uint32_t i = f->first + f->n;

	if (scan_text(s, i, "per"))
		return scan_tag(s, i + 1) == TAG_CD;
	return (scan_text(s, i, "for") || scan_text(s, i, "in")) && scan_text(s, i + 1, "every") &&
	       scan_tag(s, i + 2) == TAG_CD;
}

/* "destroyed the 11-floor building": what the number counts is no more than a trait of what was hit. */
static bool is_attribute(const struct figure_scan *s, const struct figure *f)
{
	struct str kind;

	noun_kind_of(s, f, &kind);
	return f->number.hyphened && f->noun_n && !str_eq(kind, STR("person")) && !str_eq(kind, STR("group")) &&
	       tag_is_noun(scan_tag(s, f->noun_first + f->noun_n));
}

/* "one of the areas worst hit": how hard it was hit, and not how many were. */
static bool is_one_of_hardest(const struct figure_scan *s, const struct figure *f)
{
	uint32_t end = f->first + f->n;

	return f->rules & RULE_BIT(NOUN_OF) && decimal_eq(f->number.value, decimal_of(1)) &&
	       (scan_tag(s, end) == TAG_JJS || scan_tag(s, end) == TAG_RBS || scan_text(s, end, "worst") ||
		scan_text(s, end, "hardest") || scan_text(s, end, "most"));
}

/* "recovered their few belongings": that they are few, and not how many they are. */
static bool is_few_of_theirs(const struct figure_scan *s, const struct figure *f)
{
	return scan_text(s, f->number.number_first, "few") && f->number.number_first > s->start &&
	       (scan_tag(s, f->number.number_first - 1) == TAG_PRPS ||
		scan_tag(s, f->number.number_first - 1) == TAG_POS);
}

void measure_find(const struct figure_scan *s, struct figure *f)
{
	bool share = f->number.kind == AMOUNT_SHARE || f->number.kind == AMOUNT_PERCENT;

	f->confidence = 75;
	if (f->measure.n || (f->number.kind != AMOUNT_COUNT && f->number.kind != AMOUNT_MEASURED && !share))
		return;
	if (s->triggers_n == 0 || f->number.value.digits < 0 || measure_is_excepted(s, f) || is_attribute(s, f) ||
	    is_how_often(s, f) || is_ratio(s, f) || figure_is_decrease(s, f) || is_one_of_hardest(s, f) ||
	    is_few_of_theirs(s, f))
		return;
	for (size_t i = 0; i < sizeof ways / sizeof *ways; i++) {
		struct stated none = {0}, found = ways[i].shared && is_whole(s, f) ? none : ways[i].find(s, f);

		if (found.trigger)
			found = measure_settle(s, f, found);
		bool one = found.trigger && scan_text(s, f->number.number_first, "one") &&
			   scan_text(s, found.trigger->first, "shot"); /* "only one shot was fired" */
		bool none_at_all = f->number.form == NUMERAL_ZERO;

		if (found.trigger && ((none_at_all && is_grave(s, found.trigger)) ||
				      ((none_at_all || one) && is_shot_heard(s, f, found.trigger))))
			return;
		if (found.trigger && !is_past_place(s, found.trigger)) {
			read_third(s, f, found.trigger);
			set(s, f, found, ways[i].confidence);
			return;
		}
	}
	f->number.weak |= is_ordinal(s, f);
}
