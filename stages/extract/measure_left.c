#include "measure_verb.h"
#include "nouns.h"

enum { LONGEST_TRIGGER = 6, LONGEST_LIST = 40 }; /* [tokens] */

/* The trigger that ends right before `end`, is of those that `want` accepts and may be stated of the figure. */
static const struct trigger *trigger_before(const struct figure_scan *s, const struct figure *f, uint32_t end,
					    bool (*want)(const struct trigger *))
{
	uint32_t from = end > s->start + LONGEST_TRIGGER ? end - LONGEST_TRIGGER : s->start;

	for (uint32_t i = from; i < end; i++) {
		size_t last, k = scan_triggers(s, i, &last);

		for (; k < last; k++)
			if (s->triggers[k].first + s->triggers[k].n == end && want(&s->triggers[k]) &&
			    measure_fits(s, f, &s->triggers[k]))
				return &s->triggers[k];
	}
	return NULL;
}

static bool takes_object(const struct trigger *t)
{
	return trigger_is_verb(t) && (t->counts == COUNTS_OBJECT || t->counts == COUNTS_BOTH) &&
	       !measure_needs(t->needs, "passive");
}

static bool takes_bare_object(const struct trigger *t)
{
	return takes_object(t) && !t->particle.n;
}

static bool takes_of(const struct trigger *t)
{
	return t->form == FORM_NOUN && (t->counts == COUNTS_OF || t->counts == COUNTS_KILLER);
}

/* "power outages for 7,000 people", "evacuation orders for 200": what somebody has or gets. */
static bool takes_for(const struct trigger *t)
{
	return t->form == FORM_NOUN && t->counts == COUNTS_ON &&
	       (str_is(t->measure, "affected") || str_is(t->measure, "evacuated"));
}

static bool takes_on(const struct trigger *t)
{
	return t->form == FORM_NOUN && t->counts == COUNTS_ON;
}

bool measure_is_passive(const struct figure_scan *s, const struct trigger *t)
{
	uint32_t i = t->first;

	if (t->form != FORM_PAST && t->form != FORM_PARTICIPLE)
		return false;
	while (i > s->start && (scan_tag(s, i - 1) == TAG_RB || scan_has(s, i - 1, FUNCTION_NEGATOR)))
		i--;
	return i > s->start && scan_has(s, i - 1, FUNCTION_BE);
}

/* "freed the last 28", "killed the first two". */
static bool is_rank(const struct figure_scan *s, uint32_t i)
{
	static const char *const ranks[] = {"last", "first", "final", "only", "remaining", "surviving"};

	return scan_is_one_of(s, i, ranks, sizeof ranks / sizeof *ranks) &&
	       (scan_tag(s, i - 1) == TAG_DT || scan_tag(s, i - 1) == TAG_PRPS);
}

/* Words between a verb and its counted object: "killed the other 12", "wounding also a further 3", "her two sons". */
static uint32_t skip_left(const struct figure_scan *s, uint32_t i)
{
	while (i > s->start) {
		enum tag t = scan_tag(s, i - 1);

		if (t != TAG_DT && t != TAG_PRPS && !scan_text(s, i - 1, "her") && t != TAG_PDT && t != TAG_RB &&
		    t != TAG_OPEN && t != TAG_CLOSE && !scan_has(s, i - 1, FUNCTION_MORE) &&
		    !scan_has(s, i - 1, FUNCTION_FLOW) && !is_rank(s, i - 1))
			break;
		if (!is_rank(s, i - 1) && s->first_trigger[i - 1 - s->start] != s->first_trigger[i - s->start])
			break; /* "missing", "displaced" tagged as something else */
		i--;
	}
	return i;
}

/* "into | makeshift shelters", "to nearby relief camps": where people are taken to, with what it is called; `one` is
 * the particle "to shelters". */
static bool is_shelter_at(const struct figure_scan *s, uint32_t at, struct str one)
{
	enum { MOST_WORDS = 2 };
	static const struct str places[] = {STR_WORD("shelters"), STR_WORD("shelter"), STR_WORD("centres"),
					    STR_WORD("centers"),  STR_WORD("camps"),   STR_WORD("places"),
					    STR_WORD("areas")};
	struct str rest = one, lead = str_cut(&rest, ' ');

	if (!rest.at || !str_is_one_of(rest, places, sizeof places / sizeof *places) || at >= s->end ||
	    !str_eq(s->r->tokens.at[at].lower, lead))
		return false;
	for (uint32_t i = at + 1; i < s->end && i <= at + 1 + MOST_WORDS; i++) {
		enum tag t = scan_tag(s, i);

		if (str_eq(s->r->tokens.at[i].lower, rest))
			return true;
		if (!tag_is_noun(t) && !tag_is_adjective(t) && t != TAG_VBN && t != TAG_CD)
			break;
	}
	return false;
}

bool measure_particle_at(const struct figure_scan *s, uint32_t end, struct str particles)
{
	struct str behind = end < s->end ? reading_text(s->r, end, s->end - end) : STR_NULL;

	while (particles.at) {
		struct str one = str_cut(&particles, '|');

		if (behind.n >= one.n && str_eq_fold(str_slice(behind, 0, one.n), one) &&
		    (behind.n == one.n || !ascii_is_alpha((unsigned char)behind.at[one.n])))
			return true;
		if (is_shelter_at(s, end, one))
			return true;
	}
	return false;
}

bool measure_in_list(const struct figure_scan *s, uint32_t i)
{
	enum tag t = scan_tag(s, i);

	if (tag_is_noun(t) || tag_is_adjective(t) || t == TAG_DT || t == TAG_CD || t == TAG_POS || t == TAG_PRPS ||
	    t == TAG_HYPH || t == TAG_CC || t == TAG_COMMA || t == TAG_RBR || t == TAG_LRB || t == TAG_RRB ||
	    (t == TAG_PRP && !tag_is_verb(scan_tag(s, i + 1)) && scan_tag(s, i + 1) != TAG_MD))
		return true;
	return scan_text(s, i, "of") || scan_text(s, i, "least") || scan_text(s, i, "than") ||
	       scan_text(s, i, "about") || scan_text(s, i, "well") || scan_text(s, i, "as") || scan_text(s, i, "at") ||
	       scan_has(s, i, FUNCTION_MORE);
}

/* "3,000 people, including 310 fighters, | out of the town"; the token itself where no such aside begins. */
static uint32_t past_included(const struct figure_scan *s, uint32_t i)
{
	bool most = scan_text(s, i + 1, "mostly") || scan_text(s, i + 1, "mainly") || scan_text(s, i + 1, "most") ||
		    scan_text(s, i + 1, "many");

	if (!scan_text(s, i, ",") || !(most || scan_has(s, i + 1, FUNCTION_INCLUDE)))
		return i;
	for (uint32_t k = i + 2; k < s->end && k < i + 12; k++)
		if (scan_text(s, k, ","))
			return k + 1;
	return i;
}

/* "left 400 people | in the valley | homeless": past where they are; the token itself where nothing tells it. */
static uint32_t past_place(const struct figure_scan *s, uint32_t i)
{
	uint32_t to = scan_text(s, i, "in") || scan_text(s, i, "across") || scan_text(s, i, "at")
			      ? verb_past_noun(s, i + 1)
			      : i;

	return to > i + 1 ? to : i;
}

/* Does the particle stand behind the object, or behind the list that it begins: "took 25 people hostage", "set
 * two schools and a shop on fire"? */
static bool particle_behind(const struct figure_scan *s, const struct figure *f, struct str particles)
{
	uint32_t end = f->first + f->n;

	for (uint32_t i = past_included(s, end); i < s->end && i < end + 16; i++) {
		if (measure_particle_at(s, i, particles) || measure_particle_at(s, past_place(s, i), particles))
			return true;
		if (!measure_in_list(s, i))
			return false;
	}
	return false;
}

/* "A man shot his wife": between who did it and whom he did it to, whatever its tag. */
static bool is_verb_between(const struct figure_scan *s, uint32_t i)
{
	enum tag behind = scan_tag(s, i + 1);

	return scan_text(s, i, "shot") && tag_is_noun(scan_tag(s, i - 1)) &&
	       (behind == TAG_DT || behind == TAG_PRPS || behind == TAG_CD);
}

/* "murder" and "rescue" are nouns as well: one behind a determiner or an adjective is no verb, nor, where
 * the number stands farther off, one that is not tagged as a verb. */
static bool is_verb_here(const struct figure_scan *s, const struct trigger *t, bool adjacent)
{
	enum tag tag = scan_tag(s, t->first), before = t->first > s->start ? scan_tag(s, t->first - 1) : TAG_NONE;

	if (adjacent && before == TAG_DT && scan_text(s, t->first - 1, "the") && t->n == 1)
		return false; /* "and the injured 50,000 each" */
	if (!adjacent && t->form == FORM_ING && (before == TAG_DT || tag_is_adjective(before)))
		return false; /* "widespread damaging winds" */
	if (t->n > 1 || tag_is_verb(tag) || is_verb_between(s, t->first))
		return true;
	if (adjacent && t->form == FORM_BASE && scan_text(s, t->first - 1, "to"))
		return true; /* "promised to free 55 soldiers" */
	if (t->form != FORM_BASE && t->form != FORM_S && (adjacent || !tag_is_noun(tag)))
		return true;
	return adjacent && before != TAG_DT && before != TAG_PRPS && before != TAG_IN && before != TAG_CC;
}

static struct stated active_before(const struct figure_scan *s, const struct figure *f, uint32_t end)
{
	struct stated none = {0};

	for (uint32_t i = end > s->start + LONGEST_TRIGGER ? end - LONGEST_TRIGGER : s->start; i < end; i++) {
		size_t last, k = scan_triggers(s, i, &last);

		for (; k < last; k++) {
			const struct trigger *t = &s->triggers[k];

			if (t->first + t->n != end || !takes_object(t) || !is_verb_here(s, t, true) ||
			    measure_is_passive(s, t) || !measure_fits(s, f, t))
				continue;
			if (t->particle.n && !particle_behind(s, f, t->particle))
				continue;
			return (struct stated){.trigger = t, .rules = RULE_BIT(ACTIVE)};
		}
	}
	return none;
}

/* "killed a family of six", "burned an area of 5,000 hectares": where the word for the whole begins; the token itself
 * for none. */
static uint32_t before_crowd(const struct figure_scan *s, const struct figure *f)
{
	uint32_t i = f->first, n = 0;

	if (i > s->start + 1 && scan_text(s, i - 1, "of"))
		n = str_eq(f->subject, STR("area")) ? scan_text(s, i - 2, "area")
						    : figure_word_before(s->r, s->start, i - 1, FUNCTION_CROWD);

	for (i -= n ? n + 1 : 0; n && i > s->start && tag_is_adjective(scan_tag(s, i - 1)); i--)
		;
	return i;
}

struct stated measure_left(const struct figure_scan *s, const struct figure *f)
{
	uint32_t end = skip_left(s, before_crowd(s, f));
	struct stated found = active_before(s, f, end);

	return found.trigger || end == f->first ? found : active_before(s, f, f->first); /* "guns down 9" */
}

/* "was killed with three other men", "was arrested with two aides": right behind what a passive states of one. */
static bool is_done_with(const struct figure_scan *s, const struct figure *f, uint32_t i)
{
	struct str kind;

	noun_kind_of(s, f, &kind);
	if (!scan_text(s, i - 1, "with") || !str_eq(kind, STR("person")))
		return false;
	for (size_t k = s->first_trigger[i - 1 - s->start];
	     k-- > 0 && s->triggers[k].first + s->triggers[k].n >= i - 1;)
		if (s->triggers[k].first + s->triggers[k].n == i - 1 && trigger_is_verb(&s->triggers[k]))
			return measure_is_passive(s, &s->triggers[k]);
	return false;
}

/* A participle that tells more of the noun before it, and has no object: "to the areas affected". */
static bool is_reduced(const struct figure_scan *s, const struct trigger *t)
{
	const struct noun_phrase *n = t->first > s->start ? phrases_noun_at(&s->phrases, t->first - 1) : NULL;
	enum tag tag = scan_tag(s, t->first);
	bool inside = n && n->preposition != PHRASE_NONE;

	return t->first > s->start && tag_is_noun(scan_tag(s, t->first - 1)) && !verb_object_follows(s, t) &&
	       (tag == TAG_VBN || (tag == TAG_VBD && inside && t->counts != COUNTS_SUBJECT));
}

/* "along with | a sailor and two guards": behind the "with" that begins the list whose later member begins at i; else
 * i. */
static uint32_t list_of_with(const struct figure_scan *s, uint32_t i)
{
	enum { LONGEST = 10 }; /* [tokens] */

	for (uint32_t k = i; k > s->start + 2 && i - k < LONGEST; k--) {
		if (scan_text(s, k - 1, "with"))
			return scan_text(s, k - 2, "along") || scan_text(s, k - 2, "together") ? k : i;
		if (!measure_in_list(s, k - 1))
			break;
	}
	return i;
}

/* "was killed along with two of his guards": what was stated before goes for them too. */
static struct stated along_with(const struct figure_scan *s, const struct figure *f, uint32_t i)
{
	struct stated none = {0};

	i = list_of_with(s, i);

	if (i < s->start + 2 || !(scan_text(s, i - 1, "with") || scan_text(s, i - 1, "as")) ||
	    !(scan_text(s, i - 2, "along") || scan_text(s, i - 2, "together") || scan_text(s, i - 2, "well") ||
	      is_done_with(s, f, i)))
		return none;
	for (size_t k = s->first_trigger[i - s->start]; k-- > 0;) {
		const struct trigger *t = &s->triggers[k];

		bool reduced = is_reduced(s, t); /* "to the areas affected, as well as 12 teams" */

		if (trigger_is_verb(t) && !reduced && !t->particle.n && is_verb_here(s, t, false) &&
		    measure_fits(s, f, t))
			return (struct stated){.trigger = t, .rules = RULE_BIT(SHARED)};
	}
	return none;
}

/* "the murder of the priests - five Spaniards and": a dash or bracket right behind a plural. */
static bool opens_list(const struct figure_scan *s, uint32_t i)
{
	return i > s->start && s->r->tokens.at[i].flags & TOKEN_SPACE &&
	       (figure_is_dash(s->r, i) || scan_text(s, i, "(")) &&
	       (scan_tag(s, i - 1) == TAG_NNS || scan_tag(s, i - 1) == TAG_NNPS);
}

/* "after the murder of the leader, the 400 judges decided": what stands behind a comma and has a verb of its own. */
static bool begins_clause(const struct figure_scan *s, const struct figure *f, uint32_t i)
{
	const struct noun_phrase *n = f->noun_n ? phrases_noun_at(&s->phrases, f->noun_first) : NULL;
	const struct verb_group *v = n ? phrases_verb(&s->phrases, n->subject_of) : NULL;

	if (!f->noun_n && i > s->start && scan_text(s, i - 1, ","))
		return tag_is_verb(scan_tag(s, f->first + f->n)) && scan_tag(s, f->first + f->n) != TAG_VBG &&
		       !scan_triggers_any(s, f->first + f->n);
	if (!v || i == s->start || !scan_text(s, i - 1, ","))
		return false;
	for (uint32_t k = f->first + f->n; k < v->first; k++)
		if (scan_text(s, k, ","))
			return false; /* "killed 12 men, two boys and a girl, the army said" */
	return v->tense != TENSE_NONE && !(v->flags & (VERB_PARTICIPLE | VERB_GERUND | VERB_INFINITIVE));
}

/* "killed 15 people and dozens more are feared buried": a verb in the plural behind, and what was killed before is no
 * subject that it could have. */
static bool has_own_verb(const struct figure_scan *s, const struct figure *f, uint32_t list)
{
	static const char *const plurals[] = {"are", "were", "have"};

	if (list == s->start || scan_tag(s, list - 1) != TAG_CC)
		return false;
	for (size_t k = 0; k < sizeof plurals / sizeof *plurals; k++)
		if (scan_text(s, f->first + f->n, plurals[k]) ||
		    (scan_has(s, f->first + f->n, FUNCTION_MORE) && scan_text(s, f->first + f->n + 1, plurals[k])))
			return true;
	return false;
}

/* "injured dozens as tens of thousands surged", "killed 40 as 200 surrender", not "as well as", "such as": a clause of
 * its own. */
static bool is_beside_clause(const struct figure_scan *s, const struct figure *f, uint32_t i)
{
	uint32_t behind = f->noun_n ? f->noun_first + f->noun_n : f->first + f->n;

	bool verb = tag_is_verb(scan_tag(s, behind)) || (!f->noun_n && verb_has_trigger(s, behind, true));

	return i > s->start + 1 && scan_text(s, i - 1, "as") && !scan_text(s, i - 2, "well") &&
	       !scan_text(s, i - 2, "such") && verb &&
	       (scan_tag(s, behind) != TAG_VBN || !scan_triggers_any(s, behind)) && scan_tag(s, behind) != TAG_VBG;
}

struct stated measure_shared(const struct figure_scan *s, const struct figure *f)
{
	uint32_t i = skip_left(s, f->first), list = i, steps = 0;
	struct stated none = {0};

	if (begins_clause(s, f, i) || is_beside_clause(s, f, i))
		return none;
	none = along_with(s, f, i);

	if (none.trigger || i <= s->start ||
	    !(scan_tag(s, i - 1) == TAG_CC || scan_text(s, i - 1, ",") || scan_text(s, i - 1, "as") ||
	      opens_list(s, i - 1)))
		return none;
	if (opens_list(s, i - 1))
		i--;
	for (; i > s->start && steps < LONGEST_LIST; i--, steps++) {
		bool quoted = scan_tag(s, i - 1) == TAG_CLOSE; /* "murdering" a leader and two supporters */
		const struct trigger *t = trigger_before(s, f, i - quoted, takes_bare_object);

		if (t && has_own_verb(s, f, list))
			return none;
		if (t && is_verb_here(s, t, false) && !measure_is_passive(s, t) && i < f->first - 1)
			return (struct stated){.trigger = t, .rules = RULE_BIT(SHARED) | RULE_BIT(ACTIVE)};
		if (scan_text(s, i - 1, "of")) {
			t = trigger_before(s, f, i - 1, takes_of);
			if (t && measure_fits(s, f, t))
				return (struct stated){.trigger = t, .rules = RULE_BIT(SHARED) | RULE_BIT(NOMINAL)};
		}
		if (scan_text(s, i - 1, "to") || scan_text(s, i - 1, "on")) { /* "damage to 40 houses and six shops" */
			t = trigger_before(s, f, i - 1, takes_on);
			if (t && measure_fits(s, f, t))
				return (struct stated){.trigger = t, .rules = RULE_BIT(SHARED) | RULE_BIT(NOMINAL)};
		}
		if (!measure_in_list(s, i - 1))
			break;
	}
	return none;
}

struct stated measure_of(const struct figure_scan *s, const struct figure *f)
{
	uint32_t i = skip_left(s, f->first);
	struct stated none = {0};
	const struct trigger *t = NULL;

	if (i <= s->start + 1)
		return none;
	if (!f->noun_n && (f->number.kind == AMOUNT_PERCENT || f->number.kind == AMOUNT_SHARE))
		return none; /* "a loss of 5 percent" */
	uint32_t of = i - 1;

	if (of > s->start + 1 && (scan_tag(s, of - 1) == TAG_CLOSE || scan_text(s, of - 1, "[")))
		of--; /* the "assassins" of six priests; the massacre [of six priests] */
	if (of > s->start + 1 && reading_hit(s->r, of - 1, LEXICON_TIMES) && !scan_triggers_any(s, of - 1))
		of--; /* "the death yesterday of nine people" */
	if (scan_text(s, i - 1, "of"))
		t = trigger_before(s, f, of, takes_of);
	else if (scan_text(s, i - 1, "on") || scan_text(s, i - 1, "to") || scan_text(s, i - 1, "against"))
		t = trigger_before(s, f, i - 1, takes_on);
	else if (scan_text(s, i - 1, "for"))
		t = trigger_before(s, f, i - 1, takes_for);
	if (t && measure_fits(s, f, t))
		return (struct stated){.trigger = t, .rules = RULE_BIT(NOMINAL)};
	return none;
}
