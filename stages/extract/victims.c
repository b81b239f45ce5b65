#include "victims.h"

#include "measures.h"
#include "nouns.h"

enum { MEASURES_MEASURE = 1 };

static const char *const measures[] = {"killed", "injured", "abducted", "missing"};

static int measure_index(struct str measure)
{
	for (int i = 0; i < (int)(sizeof measures / sizeof *measures); i++)
		if (str_eq(measure, str_of(measures[i])))
			return i;
	return -1;
}

bool victims_trigger(const struct reading *r, const struct lexicon_node *node)
{
	int64_t row = figure_row(r, node, LEXICON_MEASURES, 0);

	return row >= 0 &&
	       measure_index(lexicon_cell(r->know->lex, LEXICON_MEASURES, (uint32_t)row, MEASURES_MEASURE)) >= 0;
}

static struct str *told_as(struct victims_told *told, struct str measure, bool **counted)
{
	for (size_t i = 0; i < told->n; i++)
		if (str_eq(told->measure[i], measure)) {
			*counted = &told->counted[i];
			return &told->measure[i];
		}
	return NULL;
}

static void tell(struct victims_told *told, struct str measure)
{
	bool *counted;

	if (measure_index(measure) < 0)
		return;
	if (!told_as(told, measure, &counted)) {
		counted = &told->counted[told->n];
		told->measure[told->n++] = measure;
	}
	*counted = true;
}

/* Was one of the words of this name told of with the measure? */
static bool name_was_told(const struct figure_scan *s, const struct victims_told *told, const struct noun_phrase *n,
			  struct str measure)
{
	for (uint32_t i = n->first; i <= n->head; i++)
		for (size_t k = 0; tag_is_proper(scan_tag(s, i)) && k < told->named_n; k++)
			if (told->named[k].word == s->r->tokens.at[i].hash && str_eq(told->named[k].measure, measure))
				return true;
	return false;
}

static void tell_name(const struct figure_scan *s, struct victims_told *told, const struct noun_phrase *n,
		      struct str measure)
{
	bool *counted;

	if (!told_as(told, measure, &counted)) {
		told->counted[told->n] = false;
		told->measure[told->n++] = measure;
	}
	for (uint32_t i = n->first; i <= n->head && told->named_n < VICTIM_NAMES; i++)
		if (tag_is_proper(scan_tag(s, i))) {
			told->named[told->named_n].word = s->r->tokens.at[i].hash;
			told->named[told->named_n++].measure = measure;
		}
}

/* "shot himself" */
static bool is_reflexive(const struct figure_scan *s, uint32_t object)
{
	const struct noun_phrase *n = phrases_noun(&s->phrases, object);

	return n && (scan_text(s, n->head, "himself") || scan_text(s, n->head, "herself") ||
		     scan_text(s, n->head, "itself"));
}

/* The phrase that begins right behind the words of the trigger, no time ("killed Sunday"). */
static uint32_t noun_right_behind(const struct figure_scan *s, const struct trigger *t)
{
	const struct noun_phrase *n = phrases_noun_at(&s->phrases, t->first + t->n);

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

/* Of a verb that counts its object: the object of an active one, whatever the tag of its past form says ("the
 * gunman wounded the boy"), or the subject of a passive. */
static uint32_t victim_object(const struct figure_scan *s, const struct trigger *t, const struct verb_group *v)
{
	uint32_t be = be_before(s, t), behind = noun_right_behind(s, t);
	const struct verb_group *passive = be == UINT32_MAX ? NULL : phrases_verb_at(&s->phrases, be);

	if (passive)
		return passive->subject;
	if (behind != PHRASE_NONE && !is_reflexive(s, behind))
		return behind;
	if (!v)
		return PHRASE_NONE;
	if (v->flags & (VERB_PASSIVE | VERB_PARTICIPLE) || behind != PHRASE_NONE || is_reflexive(s, v->object))
		return v->subject;
	return v->object;
}

/* A verb's victim: the subject of a passive, the object of an active verb; of "died" the subject. */
static uint32_t victim_of_verb(const struct figure_scan *s, const struct trigger *t)
{
	const struct verb_group *v = phrases_verb_at(&s->phrases, t->first + t->n - 1);

	if (!v)
		v = phrases_verb_at(&s->phrases, t->first);
	if (t->particle.n)
		return PHRASE_NONE;
	if (t->counts == COUNTS_OBJECT || t->counts == COUNTS_BOTH)
		return victim_object(s, t, v);
	return v ? v->subject : PHRASE_NONE;
}

/* A noun's victim: "the murder of X", "X's death". */
static uint32_t victim_of_noun(const struct figure_scan *s, const struct trigger *t)
{
	const struct noun_phrase *n = phrases_noun_at(&s->phrases, t->first + t->n - 1);

	if (!n || n->head != t->first + t->n - 1)
		return PHRASE_NONE;
	return n->of != PHRASE_NONE ? n->of : n->owner;
}

/* "17-year-old": where the age begins, in the phrase; its end is told. UINT32_MAX: no age. */
static uint32_t age_inside(const struct figure_scan *s, const struct noun_phrase *n)
{
	for (uint32_t i = n->first; i + 2 < n->first + n->n; i++)
		if ((scan_text(s, i, "year") || scan_text(s, i, "month")) && figure_is_dash(s->r, i + 1) &&
		    (scan_text(s, i + 2, "old") || scan_text(s, i + 2, "olds")))
			return i;
	return UINT32_MAX;
}

static bool is_plural_noun(const struct figure_scan *s, uint32_t i)
{
	return scan_tag(s, i) == TAG_NNS || scan_text(s, i, "people") || str_ends(s->r->tokens.at[i].lower, STR("men"));
}

static bool is_number_inside(const struct figure_scan *s, const struct noun_phrase *n)
{
	uint32_t age = age_inside(s, n);

	for (uint32_t i = age == UINT32_MAX ? n->first : age; i < n->first + n->n; i++)
		if (scan_tag(s, i) == TAG_CD || number_word_at(s->r, i).kind == NUMBER_WORD_NO ||
		    s->r->tokens.at[i].flags & TOKEN_DIGIT || reading_hit(s->r, i, LEXICON_VAGUE))
			return true;
	return false;
}

static bool is_article(const struct figure_scan *s, uint32_t i)
{
	return scan_text(s, i, "a") || scan_text(s, i, "an") || scan_text(s, i, "another");
}

/* "the UCA", "the Ecuadoran consulate": a name behind "the" is no person's, unless a word says so; nor is one
 * behind a plural ("nuns Maureen Lane and …"). */
static bool is_thing_name(const struct figure_scan *s, const struct noun_phrase *n)
{
	bool plural = false, person = false;

	for (uint32_t i = n->first; i <= n->head; i++) {
		struct str kind;

		person |= scan_tag(s, i) == TAG_NN && i < n->head && !s->upper; /* "the singer Ana Lopez" */
		if (!reading_hit(s->r, i, LEXICON_SUBJECTS))
			continue;
		noun_class(s, i, i, &kind);
		plural |= scan_tag(s, i) == TAG_NNS;
		person |= scan_tag(s, i) != TAG_NNS && str_eq(kind, STR("person"));
	}
	return !person && (plural || scan_text(s, n->first, "the"));
}

/* "and he was shot in the hand" */
static bool is_he_or_she(const struct figure_scan *s, const struct noun_phrase *n)
{
	return n->n == 1 && (scan_text(s, n->head, "he") || scan_text(s, n->head, "she") ||
			     scan_text(s, n->head, "him") || scan_text(s, n->head, "her"));
}

/* "an arrest", "a killing": what happened, not to whom. */
static bool is_event(const struct figure_scan *s, uint32_t head)
{
	size_t end, k = scan_triggers(s, head, &end);

	for (; k < end; k++)
		if (s->triggers[k].form == FORM_NOUN && s->triggers[k].counts == COUNTS_OF)
			return true;
	return false;
}

/* A figure of one for the phrase; false where it is none, or no single person. */
static bool single_of(const struct figure_scan *s, const struct noun_phrase *n, bool *known, struct figure *f)
{
	struct str kind, subject = noun_class(s, n->first, n->head, &kind);
	bool named = n->flags & NOUN_PROPER, article = is_article(s, n->first), aged = age_inside(s, n) != UINT32_MAX;
	bool another = n->n == 1 && scan_text(s, n->first, "another"), pronoun = is_he_or_she(s, n);

	if (!another && (reading_hit(s->r, n->head, LEXICON_TIMES) || is_event(s, n->head)))
		return false; /* "Saturday's shooting", "an arrest" */
	if (n->flags & (NOUN_PLURAL | NOUN_NEGATIVE) || scan_tag(s, n->head) == TAG_NNS || is_number_inside(s, n))
		return false;
	if (!another && !aged && !pronoun &&
	    (n->flags & (NOUN_PRONOUN | NOUN_BARE | NOUN_NOMINAL) || n->numbers || str_eq(kind, STR("thing")) ||
	     (!named && !str_eq(kind, STR("person"))) || (named && ((s->upper && n->n < 2) || is_thing_name(s, n)))))
		return false;
	if (aged && scan_text(s, n->head, "olds"))
		return false;
	*known = !article;
	*f = (struct figure){.first = n->first, .n = n->head + 1 - n->first, .sentence = s->sentence, .part_of = -1};
	f->number = (struct number){.first = n->first,
				    .n = 1,
				    .number_first = n->first,
				    .number_n = article,
				    .value = decimal_of(1),
				    .form = NUMERAL_SPELLED,
				    .kind = AMOUNT_COUNT,
				    .qualifier = QUALIFIER_EXACT,
				    .rules = article ? RULE_BIT(ARTICLE) : RULE_BIT(SINGLE)};
	f->noun_first = n->head;
	f->noun_n = !pronoun;
	f->phrase_first = article ? n->first + 1 : n->first;
	f->phrase_n = n->head + 1 - f->phrase_first;
	f->subject = subject.n ? subject : STR("people");
	f->rules = f->number.rules;
	return true;
}

static bool overlaps(const struct figures *all, size_t from, const struct figure *f)
{
	for (size_t i = from; i < all->n; i++)
		if (all->at[i].number.kind != AMOUNT_AGE && all->at[i].first < f->first + f->n &&
		    f->first < all->at[i].first + all->at[i].n)
			return true;
	return false;
}

/* Put the figure where its first token belongs; the links of the sentence's figures follow. */
static void insert(const struct figure_scan *s, struct figures *all, size_t from, struct figure f)
{
	size_t at = all->n;

	LIST_ADD(s->r->arena, all, f);
	for (; at > from && all->at[at - 1].first > f.first; at--)
		all->at[at] = all->at[at - 1];
	all->at[at] = f;
	for (size_t i = from; i < all->n; i++)
		if (i != at && all->at[i].part_of >= (int32_t)at)
			all->at[i].part_of++;
}

static bool is_named(const struct noun_phrase *n)
{
	return n->flags & NOUN_PROPER && !(n->flags & NOUN_PRONOUN) && n->head > n->first;
}

/* Nothing of the measure was told so far, or only of people with other names. */
static bool is_new(const struct figure_scan *s, struct victims_told *told, const struct noun_phrase *n,
		   struct str measure)
{
	bool *counted;

	if (!told_as(told, measure, &counted))
		return true;
	return !*counted && is_named(n) && told->named_n < VICTIM_NAMES && !name_was_told(s, told, n, measure);
}

static void add_victim(const struct figure_scan *s, struct figures *all, size_t from, struct victims_told *told,
		       const struct trigger *t, uint32_t noun)
{
	const struct noun_phrase *n = phrases_noun(&s->phrases, noun);
	struct figure f;
	bool known;

	if (!n || (t->counts == COUNTS_SUBJECT && is_he_or_she(s, n)) || !single_of(s, n, &known, &f) ||
	    overlaps(all, from, &f) || (known && !is_new(s, told, n, t->measure)))
		return;
	f.measure = t->measure;
	f.trigger_first = t->first;
	f.trigger_n = t->n;
	f.confidence = known ? 60 : 75;
	f.rules |= t->form == FORM_NOUN ? RULE_BIT(NOMINAL) : RULE_BIT(ACTIVE);
	measure_modes(s, &f);
	insert(s, all, from, f);
	if (f.polarity == POLARITY_ASSERTED && f.modality == MODALITY_ACTUAL) {
		if (is_named(n))
			tell_name(s, told, n, f.measure);
		else
			tell(told, f.measure);
	}
}

/* "an injured man": the word stands before the noun. */
static uint32_t victim_described(const struct figure_scan *s, const struct trigger *t)
{
	const struct noun_phrase *n = phrases_noun_at(&s->phrases, t->first);
	bool participle = t->form == FORM_PAST || t->form == FORM_PARTICIPLE;

	if (!n || !participle || t->first + t->n - 1 >= n->head || t->counts == COUNTS_SUBJECT ||
	    !is_article(s, n->first))
		return PHRASE_NONE;
	return (uint32_t)(n - s->phrases.nouns);
}

/* "a wounded policeman", "another man", "a 17-year-old": one that the article counts; false where none begins. */
static bool article_figure(const struct figure_scan *s, uint32_t i, struct figure *f)
{
	uint32_t head, head_n, end, age = 0;
	struct str kind;

	for (uint32_t k = i + 1; k + 2 < s->end && k < i + 4 && !age; k++)
		if (scan_text(s, k, "year") && scan_text(s, k + 2, "old"))
			age = k + 3;
	end = noun_phrase_end(s, age ? age : i + 1, false, &head, &head_n);
	if (head_n)
		noun_class(s, i + 1, head + head_n - 1, &kind);
	if (!head_n || !str_eq(kind, STR("person")) || is_plural_noun(s, head + head_n - 1)) {
		if (!age)
			return false;
		head = age - 1;
		head_n = 1;
		end = age;
	}
	*f = (struct figure){.first = i, .n = end - i, .sentence = s->sentence, .part_of = -1};
	f->number = (struct number){.first = i,
				    .n = 1,
				    .number_first = i,
				    .number_n = 1,
				    .value = decimal_of(1),
				    .form = NUMERAL_SPELLED,
				    .kind = AMOUNT_COUNT,
				    .qualifier = QUALIFIER_EXACT,
				    .rules = RULE_BIT(ARTICLE)};
	f->noun_first = head;
	f->noun_n = head_n;
	f->phrase_first = i + 1;
	f->phrase_n = end - i - 1;
	f->subject = noun_class(s, i + 1, head + head_n - 1, NULL);
	f->rules = RULE_BIT(ARTICLE);
	if (number_word_at(s->r, head).kind == NUMBER_WORD_PAIR)
		f->number.value = decimal_of(2); /* "a couple and their son" */
	return true;
}

static void add_articles(const struct figure_scan *s, struct figures *all, size_t from, struct victims_told *told,
			 struct measure_context *context)
{
	for (uint32_t i = s->start; i + 1 < s->end; i++) {
		struct figure f;

		if (!is_article(s, i) || !article_figure(s, i, &f) || overlaps(all, from, &f))
			continue;
		measure_find(s, &f, context);
		if (measure_index(f.measure) < 0 ||
		    (f.rules & RULE_BIT(SHARED) && i > s->start && scan_text(s, i - 1, ",")))
			continue; /* "Maureen, an American citizen": who she is, not one more */
		if (!f.subject.n || (f.rules & RULE_BIT(OWN_NOUN) && str_eq(f.subject, STR("wounded"))))
			f.subject = STR("people");
		f.confidence = 75;
		measure_modes(s, &f);
		insert(s, all, from, f);
		if (f.polarity == POLARITY_ASSERTED && f.modality == MODALITY_ACTUAL)
			tell(told, f.measure);
	}
}

void victims_find(const struct figure_scan *s, struct figures *all, size_t from, struct victims_told *told,
		  struct measure_context *context)
{
	for (size_t i = from; i < all->n; i++)
		tell(told, all->at[i].measure);
	add_articles(s, all, from, told, context);
	for (size_t k = 0; k < s->triggers_n; k++) {
		const struct trigger *t = &s->triggers[k];

		if (measure_index(t->measure) < 0 || !str_eq(t->needs, STR("person")))
			continue; /* not what counts lives, hostages or things, nor what asks for its context */
		if (trigger_is_verb(t) && victim_described(s, t) != PHRASE_NONE)
			add_victim(s, all, from, told, t, victim_described(s, t));
		else if (trigger_is_verb(t))
			add_victim(s, all, from, told, t, victim_of_verb(s, t));
		else if (t->form == FORM_NOUN)
			add_victim(s, all, from, told, t, victim_of_noun(s, t));
	}
}
