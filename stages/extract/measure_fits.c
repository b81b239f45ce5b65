#include "calamity.h"
#include "measures.h"
#include "nouns.h"

/* Whether what is counted can be what a measure is stated of: people are killed, houses damaged. */

bool measure_needs(struct str needs, const char *what)
{
	while (needs.at)
		if (str_eq(str_cut(&needs, '|'), str_of(what)))
			return true;
	return false;
}

/* Those who are sent: soldiers, police, helpers. */
static bool is_armed(struct str subject)
{
	return str_eq(subject, STR("soldiers")) || str_eq(subject, STR("fighters")) || str_eq(subject, STR("police")) ||
	       str_eq(subject, STR("rescuers")) || str_eq(subject, STR("medics"));
}

/* "with | 80,000 destroyed", "were damaged and | six destroyed", "Of the homes, | 106": does the number go on from a
 * noun before it, told without a number at that token? */
static bool goes_on_from(const struct figure_scan *s, const struct figure *f, uint32_t noun)
{
	if (scan_text(s, f->first - 1, "with") || scan_text(s, s->start, "of"))
		return true;
	for (size_t k = s->first_trigger[noun - s->start]; k < s->first_trigger[f->first - s->start]; k++)
		if (str_is(s->triggers[k].measure, "damaged") || str_is(s->triggers[k].measure, "destroyed"))
			return scan_tag(s, f->first - 1) == TAG_CC;
	return false;
}

struct str measure_thing_before(const struct figure_scan *s, const struct figure *f)
{
	static const struct str classes[] = {STR_WORD("homes"), STR_WORD("buildings"), STR_WORD("bridges"),
					     STR_WORD("vehicles"), STR_WORD("vessels")};
	enum { REACH = 24 }; /* [tokens] */

	for (uint32_t i = f->first; i-- > s->start && f->first - i < REACH;) {
		if (scan_tag(s, i) != TAG_NNS || !reading_hit(s->r, i, LEXICON_SUBJECTS))
			continue;
		struct str class = noun_class(s, i, i, NULL);

		return str_is_one_of(class, classes, sizeof classes / sizeof *classes) && goes_on_from(s, f, i)
			       ? class
			       : STR_NULL;
	}
	return STR_NULL;
}

/* "destroyed 2,000 homes and damaged another 5,000": what was counted last was a thing. */
static bool follows_thing(const struct figure_scan *s, const struct figure *f)
{
	struct str kind;

	for (size_t i = s->figures_n; i-- > 0;)
		if (s->figures[i].first < f->first && s->figures[i].noun_n) {
			noun_kind_of(s, &s->figures[i], &kind);
			return str_eq(kind, STR("thing"));
		}
	return measure_thing_before(s, f).n > 0;
}

static bool is_others(const struct figure_scan *s, const struct figure *f)
{
	return f->noun_n == 1 && (scan_text(s, f->noun_first, "others") || scan_text(s, f->noun_first, "more"));
}

/* "337 wounded", no "five shootings": a word of a measure that stands for those whom it happened to. */
static bool stands_for_people(const struct figure_scan *s, uint32_t noun)
{
	size_t end, k = scan_triggers(s, noun, &end);

	for (; k < end; k++)
		if (s->triggers[k].form == FORM_NOUN && s->triggers[k].counts != COUNTS_SELF)
			return false;
	return scan_triggers_any(s, noun);
}

/* "hit no one": a person. */
static bool is_nobody(const struct figure *f)
{
	return f->number.form == NUMERAL_ZERO && !f->noun_n;
}

/* A noun that the lexicon does not know: is it a word for persons by its ending, or a name? */
static bool looks_personal(const struct figure_scan *s, const struct figure *f)
{
	static const char *const endings[] = {"er",  "ers",  "or",   "ors",   "ist",	"ists", "ian",	"ians",
					      "ee",  "ees",  "ant",  "ants",  "man",	"men",	"folk", "kin",
					      "eer", "eers", "ster", "sters", "others", "old"};
	const struct token *t = &s->r->tokens.at[f->noun_first + f->noun_n - 1];

	if (t->flags & TOKEN_CAPITAL && !s->upper)
		return true;
	for (size_t i = 0; i < sizeof endings / sizeof *endings; i++)
		if (str_ends(t->lower, str_of(endings[i])))
			return true;
	return stands_for_people(s, f->noun_first);
}

/* "The wildfire grew to 5,000 hectares", not "the farm grew to": does a fire stand before the verb? */
static bool is_of_fire(const struct figure_scan *s, const struct trigger *t)
{
	static const char *const words[] = {"fire",	 "fires",    "blaze",	  "blazes",  "wildfire",
					    "wildfires", "bushfire", "bushfires", "inferno", "flames"};

	for (uint32_t i = s->start; i < t->first; i++)
		if (scan_is_one_of(s, i, words, sizeof words / sizeof *words))
			return true;
	return false;
}

/* "burned 5,000 hectares of forest", "delivered 40 tons of flour": measured out, and not counted. "A 20-acre lot" is a
 * trait of that lot, "16 MW of distributed storage" no aid. */
static bool fits_measured(const struct figure_scan *s, const struct figure *f, const struct trigger *t)
{
	bool area = str_eq(f->subject, STR("area")) && !f->number.hyphened &&
		    (!measure_needs(t->needs, "fire") || is_of_fire(s, t));
	bool goods = str_eq(f->number.quantity, STR("mass")) || str_eq(f->number.quantity, STR("volume"));

	return f->number.kind == AMOUNT_MEASURED &&
	       ((goods && measure_needs(t->needs, "aid")) || (area && measure_needs(t->needs, "area")));
}

/* "struck a crowd of some 200 people": not all of them were hurt. */
static bool is_of_crowd(const struct figure_scan *s, const struct figure *f, const struct trigger *t)
{
	return str_eq(t->measure, STR("injured")) && trigger_is_verb(t) && f->first > s->start + 1 &&
	       t->first < f->first && scan_text(s, f->first - 1, "of") &&
	       figure_word(s->r, f->first - 2, FUNCTION_ASSEMBLY);
}

/* "Divers searched for 26 passengers", not "police searched for two gunmen". */
static bool is_sought(const struct figure_scan *s, const struct figure *f, const struct trigger *t)
{
	if (is_armed(f->subject) || str_eq(f->subject, STR("prisoners")) ||
	    figure_word(s->r, f->noun_first, FUNCTION_FUGITIVE))
		return false;
	for (uint32_t i = s->start; i < t->first; i++)
		if (figure_word(s->r, i, FUNCTION_RESCUER))
			return true;
	return false;
}

bool measure_may_be_of_things(const struct figure_scan *s, const struct trigger *t)
{
	size_t end, k = scan_triggers(s, t->first, &end);

	for (; k < end; k++)
		if (s->triggers[k].n == t->n && measure_needs(s->triggers[k].needs, "thing"))
			return true;
	return false;
}

/* "25 remain unidentified", "nine remained at large": how they are, and not that they are still there. */
static bool tells_how(const struct figure_scan *s, const struct trigger *t)
{
	uint32_t i = t->first + t->n;

	while (scan_tag(s, i) == TAG_RB)
		i++;
	if (scan_text(s, i, "at") && scan_text(s, i + 1, "large"))
		return true;
	enum tag next = scan_tag(s, i + 1);

	return (scan_tag(s, i) == TAG_JJ || scan_tag(s, i) == TAG_VBN) && !tag_is_noun(next) && next != TAG_JJ &&
	       next != TAG_CD; /* but "remained last week" */
}

/* "were praying inside", no "were trapped inside" */
static bool is_what_they_do(const struct figure_scan *s, const struct trigger *t)
{
	return str_eq(t->measure, STR("remaining")) && t->counts == COUNTS_COMPLEMENT && t->first > s->start + 1 &&
	       scan_tag(s, t->first - 1) == TAG_VBG && scan_has(s, t->first - 2, FUNCTION_BE) &&
	       !scan_has(s, t->first - 1, FUNCTION_BE);
}

/* "claimed twelve lives", "took a life"; a calamity also "claims 222 people", "claims 12". */
static bool is_of_lives(const struct figure_scan *s, const struct figure *f, const struct trigger *t, bool person)
{
	if (f->noun_n && (scan_text(s, f->noun_first, "lives") || scan_text(s, f->noun_first, "life")))
		return true;
	return (person || !f->noun_n) && f->number.kind == AMOUNT_COUNT &&
	       str_starts(s->r->tokens.at[t->first].lower, STR("claim")) && calamity_claims(s->r, s->start, t->first);
}

/* "two famine-hit camps": what they suffer from breaks nothing. */
static bool is_state_of(const struct figure_scan *s, const struct trigger *t)
{
	static const char *const plagues[] = {"famine", "drought",  "crisis",	"poverty",
					      "virus",	"pandemic", "recession"};

	return t->first > s->start + 1 && scan_text(s, t->first - 1, "-") &&
	       scan_is_one_of(s, t->first - 2, plagues, sizeof plagues / sizeof *plagues);
}

/* Can what the figure counts be what the words are stated of? */
static bool fits_counted(const struct figure_scan *s, const struct figure *f, const struct trigger *t)
{
	struct str kind;
	bool person, thing, share = f->number.kind == AMOUNT_SHARE || f->number.kind == AMOUNT_PERCENT;

	if (f->number.kind != AMOUNT_COUNT && !share)
		return fits_measured(s, f, t);
	if (f->number.kind == AMOUNT_COUNT && !decimal_is_whole(f->number.value))
		return false; /* "the magnitude 6.8 quake hit" */
	noun_kind_of(s, f, &kind);
	person = str_eq(kind, STR("person")) || str_eq(kind, STR("group")) || str_eq(kind, STR("share"));
	thing = str_eq(kind, STR("thing"));
	if (share && str_eq(f->subject, STR("villages")) &&
	    (str_eq(t->measure, STR("displaced")) || str_eq(t->measure, STR("evacuated"))))
		person = true; /* "two thirds of the town fled": of those who live there */
	if (str_eq(t->measure, STR("damaged")) && is_state_of(s, t))
		return false;
	if (str_eq(t->measure, STR("evacuated")) && str_eq(f->subject, STR("vehicles")))
		return false; /* "Two buses evacuating fighters left": what others were brought out in */
	if (measure_needs(t->needs, "number") && f->rules & RULE_BIT(ARTICLE))
		return false; /* "an injury" is had by somebody, and is not one more */
	if (measure_needs(t->needs, "noun") && !f->noun_n)
		return false; /* "seized one [word indistinct] launcher" */
	if (str_eq(t->measure, STR("displaced")) && t->counts == COUNTS_SUBJECT &&
	    (is_armed(f->subject) || str_eq(f->subject, STR("aid_workers"))))
		return false; /* "2,000 marines arrived" */
	if (measure_needs(t->needs, "laity") && (str_eq(f->subject, STR("medics")) || is_armed(f->subject)))
		return false; /* "sent 12 doctors to the hospital" */
	if (is_what_they_do(s, t) || is_of_crowd(s, f, t) || (measure_needs(t->needs, "stay") && tells_how(s, t)))
		return false;
	if (measure_needs(t->needs, "person") && is_others(s, f) && measure_may_be_of_things(s, t) &&
	    follows_thing(s, f))
		return false; /* "seized ten vehicles and burned nine others", not "… and wounded nine others" */
	if (measure_needs(t->needs, "person"))
		return person || (!thing && (f->noun_n == 0 || (!share && looks_personal(s, f))));
	if (measure_needs(t->needs, "thing") &&
	    (str_eq(f->subject, STR("events")) || (f->noun_n && figure_word(s->r, f->noun_first, FUNCTION_POINTS))))
		return false; /* "two earthquakes struck", "hit 13 home runs" */
	if (measure_needs(t->needs, "thing"))
		return thing || (!person && f->noun_n > 0) ||
		       ((f->noun_n == 0 || is_others(s, f)) && !is_nobody(f) && follows_thing(s, f));
	if (measure_needs(t->needs, "airborne"))
		return str_eq(f->subject, STR("aircraft")) ||
		       (f->noun_n == 1 && figure_word(s->r, f->noun_first, FUNCTION_AIRBORNE));
	if (measure_needs(t->needs, "place"))
		return person || str_eq(f->subject, STR("villages")) || str_eq(f->subject, STR("buildings"));
	if (measure_needs(t->needs, "structure"))
		return str_eq(f->subject, STR("buildings")) || str_eq(f->subject, STR("homes")) ||
		       str_eq(f->subject, STR("vehicles")) || str_eq(f->subject, STR("bridges"));
	if (measure_needs(t->needs, "lost"))
		return person && is_sought(s, f, t);
	if (measure_needs(t->needs, "soldiers"))
		return is_armed(f->subject);
	if (measure_needs(t->needs, "lives"))
		return is_of_lives(s, f, t, person);
	if (measure_needs(t->needs, "hostages"))
		return str_eq(f->subject, STR("hostages"));
	if (measure_needs(t->needs, "captives"))
		return str_eq(f->subject, STR("hostages")) || str_eq(f->subject, STR("prisoners"));
	if (measure_needs(t->needs, "returnees"))
		return str_eq(f->subject, STR("returnees"));
	if (measure_needs(t->needs, "refugees"))
		return str_eq(f->subject, STR("refugees")) || str_eq(f->subject, STR("migrants"));
	if (measure_needs(t->needs, "protesters"))
		return str_eq(f->subject, STR("activists"));
	if (measure_needs(t->needs, "aid"))
		return str_eq(f->subject, STR("aid"));
	if (measure_needs(t->needs, "area") || measure_needs(t->needs, "nothing"))
		return false;
	return true;
}

/* "left the enclave", not "left the hall": a place that people live in, behind its article. */
static bool is_home(const struct figure_scan *s, uint32_t i)
{
	static const char *const homes[] = {"city",   "town",	   "village",	  "villages", "enclave", "area",
					    "region", "island",	   "district",	  "province", "country", "camp",
					    "camps",  "suburb",	   "zone",	  "pocket",   "towns",	 "cities",
					    "areas",  "territory", "neighborhood"};
	enum { REACH = 5 }; /* [tokens] */

	for (uint32_t k = i + 1; k < s->end && k < i + REACH; k++) {
		if (scan_is_one_of(s, k, homes, sizeof homes / sizeof *homes))
			return true;
		if (!tag_is_noun(scan_tag(s, k)) && !tag_is_adjective(scan_tag(s, k)))
			break;
	}
	return false;
}

/* "150,000 people had left Ghouta": so many move out of a place only where they must. They may leave "the hall". */
static bool is_exodus(const struct figure_scan *s, const struct figure *f, const struct trigger *t)
{
	enum { MANY = 1000 };
	uint32_t to = t->first + t->n;
	enum tag behind = scan_tag(s, to);
	bool people = str_eq(f->subject, STR("people")) || str_eq(f->subject, STR("civilians")) ||
		      str_eq(f->subject, STR("fighters")) || str_eq(f->subject, STR("families")) ||
		      str_eq(f->subject, STR("relatives"));

	return people && behind != TAG_PRPS && (behind != TAG_DT || is_home(s, to)) && f->noun_n &&
	       f->number.kind == AMOUNT_COUNT && decimal_cmp(f->number.value, decimal_of(MANY)) >= 0;
}

/* "A bus carrying 12 children left the road": it was an accident. */
static bool leaves_road(const struct figure_scan *s, const struct trigger *t)
{
	static const char *const roads[] = {"road", "highway", "runway", "tracks", "rails", "track", "motorway"};
	uint32_t i = t->first + t->n;

	return scan_tag(s, i) == TAG_DT && scan_is_one_of(s, i + 1, roads, sizeof roads / sizeof *roads);
}

/* "42,000 have fled. Some 34,000 had left the city": those who flee are moved out by nobody. */
static bool is_flight(const struct figure_scan *s, const struct figure *f, const struct trigger *t)
{
	return measure_told(s, t->measure) && !measure_told(s, STR("evacuated")) && is_exodus(s, f, t);
}

bool measure_fits(const struct figure_scan *s, const struct figure *f, const struct trigger *t)
{
	if (!fits_counted(s, f, t) || (measure_needs(t->needs, "flight") && !is_flight(s, f, t)))
		return false;
	if (!measure_needs(t->needs, "context"))
		return true;
	return !leaves_road(s, t) &&
	       (measure_told(s, t->measure) || (str_eq(t->measure, STR("evacuated")) && is_exodus(s, f, t)));
}
