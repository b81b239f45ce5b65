#include "measure_verb.h"
#include "nouns.h"
#include "victims_parts.h"

static uint32_t index_of(const struct figure_scan *s, const struct noun_phrase *n)
{
	return (uint32_t)(n - s->phrases.nouns);
}

/* "shot himself" */
static bool is_reflexive(const struct figure_scan *s, uint32_t object)
{
	const struct noun_phrase *n = phrases_noun(&s->phrases, object);

	return n && (victims_is_self(s, n) || scan_text(s, n->head, "itself"));
}

/* "the fatal shooting case", "a shooting victim": the form stands between an attribute and its noun. */
static bool is_in_compound(const struct figure_scan *s, const struct trigger *t)
{
	enum tag before = t->first > s->start ? scan_tag(s, t->first - 1) : TAG_NONE;
	enum tag behind = scan_tag(s, t->first + t->n);

	if (t->form == FORM_ING && scan_text(s, t->first + t->n, "suspect"))
		return true; /* "a picture of shooting suspect Sam Roe" */
	return t->form == FORM_ING && (before == TAG_DT || tag_is_adjective(before) || tag_is_noun(before)) &&
	       tag_is_noun(behind) && !tag_is_proper(behind);
}

/* "the department's chief", "Brown's wife": the phrase that the one before 's owns; the phrase itself where it owns
 * none. */
static const struct noun_phrase *past_owners(const struct figure_scan *s, const struct noun_phrase *n)
{
	const struct noun_phrase *owned = phrases_noun_at(&s->phrases, n->head + 2);
	bool owns = owned && owned->owner != PHRASE_NONE && phrases_noun(&s->phrases, owned->owner) == n &&
		    scan_tag(s, n->head + 1) == TAG_POS;

	return owns ? owned : n;
}

/* The phrase that begins right behind the words of the trigger, no time ("killed Sunday"). */
static uint32_t noun_right_behind(const struct figure_scan *s, const struct trigger *t)
{
	const struct noun_phrase *n = phrases_noun_at(&s->phrases, t->first + t->n), *owned = n ? past_owners(s, n) : n;

	if (owned != n)
		return index_of(s, owned);
	if (!n || n->first != t->first + t->n || reading_hit(s->r, n->first, LEXICON_TIMES) ||
	    reading_hit(s->r, n->head, LEXICON_TIMES))
		return PHRASE_NONE;
	return (uint32_t)(n - s->phrases.nouns);
}

/* The form of "be" right before the trigger, adverbs skipped: "was also shot"; UINT32_MAX: none. */
static uint32_t be_before(const struct figure_scan *s, const struct trigger *t)
{
	uint32_t i = t->first;

	if (t->form != FORM_PAST && t->form != FORM_PARTICIPLE)
		return UINT32_MAX; /* "is killing" */
	while (i > s->start && (scan_tag(s, i - 1) == TAG_RB || scan_has(s, i - 1, FUNCTION_NEGATOR)))
		i--;
	return i > s->start && scan_has(s, i - 1, FUNCTION_BE) ? i - 1 : UINT32_MAX;
}

/* "as Athens burned", "when Smith shot": a clause has its whole verb. */
static bool opens_clause(const struct figure_scan *s, uint32_t first)
{
	static const char *const words[] = {"as", "while", "when", "after", "before", "that", "because", "if"};

	for (size_t i = 0; first > s->start && i < sizeof words / sizeof *words; i++)
		if (scan_text(s, first - 1, words[i]))
			return true;
	return false;
}

/* Does the subject end right before the group: "the two rebels killed"? */
static bool is_right_before(const struct figure_scan *s, const struct verb_group *v)
{
	const struct noun_phrase *n = phrases_noun(&s->phrases, v->subject);
	uint32_t i = v->first;

	while (i > s->start && (scan_tag(s, i - 1) == TAG_RB || scan_tag(s, i - 1) == TAG_COMMA))
		i--;
	return n && n->first + n->n == i && !opens_clause(s, n->first);
}

/* "Soldier killed, another wounded": a past form with no object, where a headline leaves the auxiliary out. */
static bool is_headline_passive(const struct figure_scan *s, const struct trigger *t, const struct verb_group *v)
{
	static const char *const behind[] = {",", ".", "in", "near", "during", "after", "by", "when", "as", "on"};
	uint32_t i = t->first + t->n;

	const struct noun_phrase *subject = phrases_noun(&s->phrases, v->subject);

	if ((t->form != FORM_PAST && t->form != FORM_PARTICIPLE) || v->n != t->n || v->object != PHRASE_NONE)
		return false;
	if (subject && (subject->preposition != PHRASE_NONE || opens_clause(s, subject->first)))
		return false;
	return i >= s->end || scan_is_one_of(s, i, behind, sizeof behind / sizeof *behind);
}

/* "has shot and wounded five", "killed four of his children": whom an active verb harmed is counted. */
static bool counts_behind(const struct figure_scan *s, const struct trigger *t)
{
	uint32_t i = t->first + t->n;

	while (i < s->end && (scan_tag(s, i) == TAG_DT || scan_tag(s, i) == TAG_PRPS || scan_text(s, i, "her") ||
			      scan_has(s, i, FUNCTION_MORE)))
		i++;
	for (size_t k = 0; k < s->figures_n; k++)
		if (s->figures[k].number.number_first == i)
			return s->figures[k].number.kind == AMOUNT_COUNT;
	return false;
}

/* "Ana Ruiz, head of the clinic, was shot": the name before an aside that tells who it is; PHRASE_NONE: none. */
static uint32_t before_aside(const struct figure_scan *s, const struct verb_group *v)
{
	enum { LONGEST_ASIDE = 16 }; /* [tokens] */
	uint32_t i = v->first;
	const struct noun_phrase *n;

	if (i < s->start + 4 || !scan_text(s, i - 1, ","))
		return PHRASE_NONE;
	for (i -= 2; i > s->start && v->first - i < LONGEST_ASIDE && !scan_text(s, i, ","); i--)
		if (tag_is_verb(scan_tag(s, i)) || scan_tag(s, i) == TAG_CC || s->r->tokens.at[i].kind == TOKEN_MARK)
			return PHRASE_NONE;
	n = scan_text(s, i, ",") && i > s->start ? phrases_noun_at(&s->phrases, i - 1) : NULL;
	if (!n || n->head == n->first || n->head != i - 1 ||
	    !(n->flags & NOUN_PROPER || (scan_tag(s, n->head) == TAG_NN && n->preposition == PHRASE_NONE)))
		return PHRASE_NONE; /* "the boy, Sam Roe, was" */
	return (uint32_t)(n - s->phrases.nouns);
}

/* "after two children were shot": the phrase right before the group, though the word before it may be a preposition. */
static uint32_t subject_of(const struct figure_scan *s, const struct verb_group *v)
{
	static const char *const opens[] = {"after", "before", "since", "until", "till", "as"};
	const struct noun_phrase *n = v->first > s->start ? phrases_noun_at(&s->phrases, v->first - 1) : NULL;
	uint32_t named = before_aside(s, v);

	if (named != PHRASE_NONE)
		return named;
	for (size_t i = 0; n && n->preposition != PHRASE_NONE && i < sizeof opens / sizeof *opens; i++)
		if (scan_text(s, n->preposition, opens[i]))
			return (uint32_t)(n - s->phrases.nouns);
	return v->subject;
}

/* Where the verb group begins with the adverbs before it: "and | then accidentally shot". */
static uint32_t with_adverbs(const struct figure_scan *s, const struct verb_group *v)
{
	uint32_t i = v->first;

	while (i > s->start && (scan_tag(s, i - 1) == TAG_RB || scan_text(s, i - 1, "then")))
		i--;
	return i;
}

/* "found a gun and | shot himself", "before | killing herself", "after | being hit": the verb group that this one goes
 * on from, whose subject it has; itself where it has its own. */
static const struct verb_group *goes_on_from(const struct figure_scan *s, const struct verb_group *v)
{
	static const char *const links[] = {"and", "before", "by", "after", "but", "while"};
	uint32_t i = with_adverbs(s, v);
	bool linked = scan_text(s, i, "then") && scan_text(s, i - 1, ",");

	for (size_t k = 0; i > s->start && k < sizeof links / sizeof *links; k++)
		linked |= scan_text(s, i - 1, links[k]);
	for (const struct verb_group *before = v; linked && before-- > s->phrases.verbs;)
		if (before->subject != PHRASE_NONE && !(before->flags & (VERB_GERUND | VERB_INFINITIVE)) &&
		    !scan_has(s, before->first - 1, FUNCTION_RELATIVE))
			return before;
	return v;
}

/* Who did it to himself, or herself. */
static uint32_t doer_of(const struct figure_scan *s, const struct verb_group *v)
{
	const struct verb_group *from = goes_on_from(s, v);
	uint32_t i = with_adverbs(s, v);
	bool relative = i > s->start + 1 && scan_has(s, i - 1, FUNCTION_RELATIVE);
	const struct noun_phrase *n = i > s->start ? phrases_noun_at(&s->phrases, i - 1 - relative) : NULL;

	return from == v && n && n->preposition == PHRASE_NONE ? index_of(s, n) : subject_of(s, from);
}

/* "when the suicide bomber struck": who attacks, and not who is hurt. */
static bool strikes(const struct figure_scan *s, const struct trigger *t, const struct verb_group *v)
{
	const struct noun_phrase *subject = phrases_noun(&s->phrases, v->subject);

	return subject && scan_text(s, t->first, "struck") && figure_word(s->r, subject->head, FUNCTION_ATTACKER);
}

/* Of a verb that counts its object: the object of an active one, whatever the tag of its past form says ("the
 * gunman wounded the boy"), or the subject of a passive. */
static uint32_t victim_object(const struct figure_scan *s, const struct trigger *t, const struct verb_group *v)
{
	uint32_t be = be_before(s, t), behind = noun_right_behind(s, t);
	const struct verb_group *passive = be == UINT32_MAX ? NULL : phrases_verb_at(&s->phrases, be);

	if (passive && scan_text(s, be, "getting"))
		return PHRASE_NONE; /* "the loss to Green Bay after getting hurt" */
	if (passive)
		return subject_of(s, goes_on_from(s, passive));
	if (counts_behind(s, t))
		return PHRASE_NONE;
	if (behind != PHRASE_NONE && !is_reflexive(s, behind))
		return behind;
	if (!v)
		return PHRASE_NONE;
	if (is_reflexive(s, behind) || is_reflexive(s, v->object))
		return doer_of(s, v);
	if (v->flags & VERB_PARTICIPLE && !(v->flags & VERB_PASSIVE) && !is_right_before(s, v))
		return PHRASE_NONE;
	if (behind == PHRASE_NONE && strikes(s, t, v))
		return PHRASE_NONE;
	if (v->flags & (VERB_PASSIVE | VERB_PARTICIPLE) || is_headline_passive(s, t, v) || behind != PHRASE_NONE)
		return v->subject;
	return v->object;
}

/* "shot the gunman to death", "took the envoy hostage" */
static uint32_t victim_with_particle(const struct figure_scan *s, const struct trigger *t)
{
	uint32_t behind = t->counts == COUNTS_OBJECT ? noun_right_behind(s, t) : PHRASE_NONE;
	const struct noun_phrase *n = phrases_noun(&s->phrases, behind);

	return n && measure_particle_at(s, n->head + 1, t->particle) ? behind : PHRASE_NONE;
}

/* A verb's victim: the subject of a passive, the object of an active verb; of "died" the subject. */
uint32_t victims_of_verb(const struct figure_scan *s, const struct trigger *t)
{
	const struct verb_group *v = phrases_verb_at(&s->phrases, t->first + t->n - 1);

	if (!v)
		v = phrases_verb_at(&s->phrases, t->first);
	if (verb_is_missed(s, t) || is_in_compound(s, t))
		return PHRASE_NONE;
	if (t->particle.n)
		return victim_with_particle(s, t);
	if (t->counts == COUNTS_OBJECT || t->counts == COUNTS_BOTH)
		return victim_object(s, t, v);
	return v ? subject_of(s, v) : PHRASE_NONE;
}

/* "Boston's first murder of the year", "the city's 30th homicide": where it was, and not of whom. */
static bool is_counted_up(const struct figure_scan *s, const struct noun_phrase *n)
{
	static const char *const words[] = {"first", "second", "third", "fourth", "fifth", "latest"};

	for (uint32_t i = n->first; i < n->head; i++)
		if (scan_is_one_of(s, i, words, sizeof words / sizeof *words) ||
		    (s->r->tokens.at[i].flags & TOKEN_DIGIT && scan_tag(s, i) != TAG_CD))
			return true;
	return false;
}

/* A noun's victim: "the murder of X", "X's death", "the murder of X's wife". */
uint32_t victims_of_noun(const struct figure_scan *s, const struct trigger *t)
{
	const struct noun_phrase *n = phrases_noun_at(&s->phrases, t->first + t->n - 1), *of;

	if (!n || n->head != t->first + t->n - 1)
		return PHRASE_NONE;
	of = phrases_noun(&s->phrases, n->of);
	if (of)
		return index_of(s, past_owners(s, of));
	return is_counted_up(s, n) ? PHRASE_NONE : n->owner;
}

/* "found Ana Ruiz, 34, | dead", "left his wife | dead": the phrase before the word, where one of these verbs has it. */
static uint32_t found_before(const struct figure_scan *s, uint32_t i)
{
	static const char *const verbs[] = {"found", "find", "finds", "left", "leaving", "leaves", "finding"};
	const struct noun_phrase *n;

	if (scan_text(s, i - 1, ",") && i > s->start + 3 && scan_tag(s, i - 2) == TAG_CD && scan_text(s, i - 3, ","))
		i -= 3;
	n = phrases_noun_at(&s->phrases, i - 1);
	if (!n || n->first + n->n != i || n->first == s->start)
		return PHRASE_NONE;
	return scan_is_one_of(s, n->first - 1, verbs, sizeof verbs / sizeof *verbs) ? index_of(s, n) : PHRASE_NONE;
}

/* "was rushed to a hospital | with burns": the verb group of the passive that the words tell more of; NULL: none. */
static const struct verb_group *told_by_passive(const struct figure_scan *s, uint32_t i)
{
	enum { REACH = 12 }; /* [tokens] */

	for (uint32_t k = i; k-- > s->start + 1 && i - k < REACH;) {
		const struct verb_group *v = phrases_verb_at(&s->phrases, k);

		if (v)
			return v->flags & VERB_PASSIVE && v->tense != TENSE_NONE ? v : NULL;
		if (scan_text(s, k, ",") || scan_tag(s, k) == TAG_CC)
			return NULL;
	}
	return NULL;
}

uint32_t victims_of_state(const struct figure_scan *s, const struct trigger *t)
{
	uint32_t i = t->first;
	const struct verb_group *v;

	if (i <= s->start + 1 || scan_text(s, i, "fatal") || scan_text(s, i, "fatally") || scan_text(s, i, "mortally"))
		return PHRASE_NONE; /* no state of those who have it */
	while (i > s->start + 1 && scan_tag(s, i - 1) == TAG_RB && !scan_has(s, i - 1, FUNCTION_NEGATOR))
		i--;
	v = scan_has(s, i - 1, FUNCTION_BE) ? phrases_verb_at(&s->phrases, i - 1) : NULL;
	if (!v && t->n > 1)
		v = told_by_passive(s, t->first); /* "in critical condition", "with wounds" */
	return v ? subject_of(s, goes_on_from(s, v)) : found_before(s, t->first);
}

/* "an injured man": the word stands before the noun. */
uint32_t victims_described(const struct figure_scan *s, const struct trigger *t)
{
	const struct noun_phrase *n = phrases_noun_at(&s->phrases, t->first);
	bool participle = t->form == FORM_PAST || t->form == FORM_PARTICIPLE;

	if (!n || !participle || t->first + t->n - 1 >= n->head || t->counts == COUNTS_SUBJECT ||
	    !victims_is_article(s, n->first))
		return PHRASE_NONE;
	return (uint32_t)(n - s->phrases.nouns);
}
