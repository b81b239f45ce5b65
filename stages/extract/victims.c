#include "figure_parts.h"
#include "nouns.h"
#include "sudden.h"
#include "victims_parts.h"

static const char *const measures[] = {"killed", "injured", "abducted", "missing"};

static int measure_index(struct str measure)
{
	for (int i = 0; i < (int)(sizeof measures / sizeof *measures); i++)
		if (str_is(measure, measures[i]))
			return i;
	return -1;
}

bool victims_are_told(const struct reading *r, uint32_t sentence)
{
	struct sentence s = r->sentences.at[sentence];

	if (!(r->tables[sentence] & 1u << LEXICON_MEASURES))
		return false;
	for (uint32_t h = r->first_hit[s.first]; h < r->first_hit[s.first + s.n]; h++)
		if (r->hits.at[h].tables & 1u << LEXICON_MEASURES &&
		    measure_index(measure_row_of(r, &r->hits.at[h])->measure) >= 0)
			return true;
	return false;
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

/* "died after he was shot": no injury of its own. */
static bool is_killed_too(const struct figure_scan *s, const struct trigger *t)
{
	if (str_eq(t->measure, STR("killed")))
		return false;
	for (size_t k = 0; k < s->triggers_n; k++)
		if (str_eq(s->triggers[k].measure, STR("killed")) && !s->triggers[k].particle.n)
			return true;
	return false;
}

/* "was shot, and she died": of him and her, where somebody was hurt. */
static bool may_tell_pronoun(const struct figure_scan *s, const struct trigger *t)
{
	return !is_killed_too(s, t) && (t->counts != COUNTS_SUBJECT || measure_told(s, STR("injured")));
}

static bool overlaps(const struct figures *all, size_t from, const struct figure *f)
{
	for (size_t i = from; i < all->n; i++)
		if (all->at[i].number.kind != AMOUNT_AGE && all->at[i].first < f->first + f->n &&
		    f->first < all->at[i].first + all->at[i].n)
			return true;
	return false;
}

/* Put the figure where its first token belongs. */
static void insert(const struct figure_scan *s, struct figures *all, size_t from, struct figure f)
{
	size_t at = all->n;

	while (at > from && all->at[at - 1].first > f.first)
		at--;
	figure_insert(s->r, all, at, f);
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

/* "died of cancer", "died at 91 in her sleep": nobody and nothing killed them. */
static bool is_natural_death(const struct figure_scan *s, const struct trigger *t)
{
	if (!str_eq(t->measure, STR("killed")) || !(t->counts == COUNTS_SUBJECT || t->form == FORM_NOUN))
		return false;
	for (size_t i = 0; i < s->figures_n; i++)
		if (s->figures[i].number.kind == AMOUNT_AGE && scan_text(s, s->figures[i].first - 1, "at"))
			return true;
	for (uint32_t i = s->start; i < s->end; i++)
		if (figure_word(s->r, i, FUNCTION_ILLNESS))
			return true;
	return false;
}

/* "the boy, son of a police officer, who was shot": what relates goes on from whose son he is. */
static bool is_kin_of(const struct figure_scan *s, const struct figure *f)
{
	uint32_t end = f->first + f->n;
	struct str kind = STR_NULL;

	if (!scan_text(s, end, ",") || !scan_has(s, end + 1, FUNCTION_RELATIVE) || f->first < s->start + 2 ||
	    !scan_text(s, f->first - 1, "of"))
		return false;
	noun_class(s, f->first - 2, f->first - 2, &kind);
	return str_eq(kind, STR("person"));
}

/* What the word states of them: "the shooting of Ana Romero, who died the next day" is of wounds that killed her. */
static struct str stated_of(const struct figure_scan *s, const struct trigger *t, const struct figure *f)
{
	uint32_t end = f->first + f->n;
	size_t last;

	if (!str_eq(t->measure, STR("injured")))
		return t->measure;
	if ((trigger_is_verb(t) || t->counts == COUNTS_COMPLEMENT) && victims_died_later(s, t, f->first))
		return STR("killed");
	if (!scan_text(s, end, ",") || !scan_has(s, end + 1, FUNCTION_RELATIVE))
		return t->measure;
	while (scan_tag(s, end + 2) == TAG_RB || scan_text(s, end + 2, "later"))
		end++;
	for (size_t k = scan_triggers(s, end + 2, &last); k < last; k++)
		if (str_eq(s->triggers[k].measure, STR("killed")) && s->triggers[k].counts == COUNTS_SUBJECT)
			return s->triggers[k].measure;
	return t->measure;
}

/* "Ana Ruiz died after being shot": told by the verb of her death. */
static bool is_told_dead(const struct figure_scan *s, const struct trigger *t, uint32_t noun)
{
	for (size_t k = 0; str_eq(t->measure, STR("injured")) && k < s->triggers_n; k++)
		if (str_eq(s->triggers[k].measure, STR("killed")) && trigger_is_verb(&s->triggers[k]) &&
		    !s->triggers[k].particle.n && s->triggers[k].first < t->first &&
		    victims_of_verb(s, &s->triggers[k]) == noun)
			return true;
	return false;
}

/* "the body of a boy who went missing": whoever it was is told. */
static bool is_corpse(const struct figure_scan *s, const struct noun_phrase *n)
{
	return n->of != PHRASE_NONE && (scan_text(s, n->head, "body") || scan_text(s, n->head, "corpse"));
}

/* "was struck by two tornadoes" */
static bool is_by_disaster(const struct figure_scan *s, uint32_t by)
{
	enum { REACH = 6 }; /* [tokens] */

	if (!scan_text(s, by, "by") && !scan_text(s, by, "with"))
		return false;
	for (uint32_t i = by + 1; i < s->end && i < by + REACH; i++) {
		const struct event_type *type = sudden_noun(s->r, i);

		if (type && type->course != COURSE_NONE)
			return true;
	}
	return false;
}

/* "fled Baga, burned by rebels", "before Katrina struck", "Topeka was struck by a tornado": a single name, of a town or
 * a storm sooner than of somebody. */
static bool may_be_place(const struct figure_scan *s, const struct noun_phrase *n, const struct trigger *t)
{
	const struct verb_group *v = phrases_verb_at(&s->phrases, t->first);
	uint32_t end = t->first + t->n;

	if (!(n->flags & NOUN_PROPER) || n->n > 1 || !measure_may_be_of_things(s, t))
		return false;
	if (!figure_word(s->r, t->first, FUNCTION_STRIKING))
		return true;
	return is_by_disaster(s, end) ||
	       (n->first < t->first && v && !scan_text(s, end, "by") && !(v->flags & (VERB_PASSIVE | VERB_PARTICIPLE)));
}

static void add_victim(const struct figure_scan *s, struct figures *all, size_t from, struct victims_told *told,
		       const struct trigger *t, uint32_t noun)
{
	const struct noun_phrase *n = phrases_noun(&s->phrases, noun);
	struct figure f;
	bool known;

	if (!n || sudden_noun(s->r, n->first) || /* "Cyclone Idai struck": a storm has a name, too */
	    is_corpse(s, n) || may_be_place(s, n, t) || victims_is_self(s, n) || is_natural_death(s, t) ||
	    is_told_dead(s, t, noun) || (victims_is_pronoun(s, n) && !may_tell_pronoun(s, t)) ||
	    !victims_single(s, n, &known, &f) || is_kin_of(s, &f) || overlaps(all, from, &f) ||
	    (known && !is_new(s, told, n, stated_of(s, t, &f))))
		return;
	f.measure = stated_of(s, t, &f);
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

/* "five people, including a policeman": the figure of the sentence that the one is part of, or -1. */
static int32_t included_in(const struct figure_scan *s, const struct figures *all, size_t from, const struct figure *f)
{
	if (!figure_word_before(s->r, s->start, f->first, FUNCTION_INCLUDE))
		return -1;
	for (size_t i = all->n; i-- > from;)
		if (all->at[i].first < f->first && str_eq(all->at[i].measure, f->measure) && all->at[i].part_of < 0 &&
		    all->at[i].number.kind == AMOUNT_COUNT)
			return (int32_t)i;
	return -1;
}

/* "Three of | the five soldiers | wounded in the ambush later died": the three did. */
static bool is_whole_of(const struct figure_scan *s, const struct figure *f)
{
	uint32_t i = f->first - (f->first > s->start && scan_tag(s, f->first - 1) == TAG_DT);

	return i > s->start && scan_text(s, i - 1, "of");
}

/* "A woman shot herself in the leg and later died": no wounded. */
static void tell_death(const struct figure_scan *s, struct figure *f)
{
	size_t end, k = scan_triggers(s, f->trigger_first, &end);

	for (; k < end; k++)
		if (str_eq(f->measure, STR("injured")) && s->triggers[k].form != FORM_NOUN &&
		    str_eq(s->triggers[k].measure, f->measure) && victims_died_later(s, &s->triggers[k], f->first))
			f->measure = STR("killed");
}

/* "a 57-year-old man, | a 45-year-old woman and a girl": one more of a list that goes on behind it without a comma, or
 * with a further one, and no word for who the one before is. */
static bool is_listed(const struct figure_scan *s, const struct figures *all, size_t from, const struct figure *f)
{
	uint32_t end = f->first + f->n;
	bool goes_on = (scan_text(s, end, "and") || scan_text(s, end, ",")) &&
		       (victims_is_article(s, end + 1) || scan_tag(s, end + 1) == TAG_CD);

	for (size_t i = from; goes_on && i < all->n; i++)
		if (all->at[i].first + all->at[i].n + 1 == f->first && str_eq(all->at[i].measure, f->measure) &&
		    all->at[i].rules & RULE_BIT(ARTICLE))
			return true;
	return false;
}

static void add_articles(const struct figure_scan *s, struct figures *all, size_t from, struct victims_told *told)
{
	for (uint32_t i = s->start; i + 1 < s->end; i++) {
		struct figure f;

		if (!victims_is_article(s, i) || !victims_article(s, i, &f) || overlaps(all, from, &f))
			continue;
		measure_find(s, &f);
		if (measure_index(f.measure) < 0 && f.also) { /* "was treated along with a man who was shot" */
			f.measure = f.also->measure;
			f.trigger_first = f.also->first;
			f.trigger_n = f.also->n;
		}
		if (measure_index(f.measure) < 0 || is_kin_of(s, &f) ||
		    (f.rules & RULE_BIT(SHARED) && i > s->start && scan_text(s, i - 1, ",") &&
		     !is_listed(s, all, from, &f)))
			continue; /* "Maureen, an American citizen": who she is, not one more */
		tell_death(s, &f);
		f.part_of = included_in(s, all, from, &f);
		f.rules |= f.part_of >= 0 ? RULE_BIT(PART) : 0;
		if (!f.subject.n || (f.rules & RULE_BIT(OWN_NOUN) && str_eq(f.subject, STR("wounded"))))
			f.subject = STR("people");
		f.confidence = 75;
		measure_modes(s, &f);
		insert(s, all, from, f);
		if (f.polarity == POLARITY_ASSERTED && f.modality == MODALITY_ACTUAL)
			tell(told, f.measure);
	}
}

/* Whom a list names beside the figure; whether there was anybody. */
static bool add_joined(const struct figure_scan *s, struct figures *all, size_t from, struct victims_told *told,
		       const struct figure *of, bool behind)
{
	const struct noun_phrase *n;
	struct figure f;

	if (measure_index(of->measure) < 0 || of->number.kind != AMOUNT_COUNT || of->polarity != POLARITY_ASSERTED ||
	    of->modality != MODALITY_ACTUAL || !victims_joined(s, of, behind, &f) || overlaps(all, from, &f))
		return false;
	n = phrases_noun_at(&s->phrases, f.noun_first);
	f.measure = of->measure;
	f.trigger_first = of->trigger_first;
	f.trigger_n = of->trigger_n;
	f.confidence = 60;
	f.rules |= RULE_BIT(SHARED);
	f.part_of = of->part_of;
	measure_modes(s, &f);
	insert(s, all, from, f);
	if (n && is_named(n))
		tell_name(s, told, n, f.measure);
	else
		tell(told, f.measure);
	return true;
}

/* "X is dead", "X is in critical condition"; not "X is missing", who may play no match, nor "thought she was dead". */
static bool may_tell_state(const struct figure_scan *s, const struct trigger *t)
{
	const struct noun_phrase *n = phrases_noun(&s->phrases, victims_of_state(s, t));
	bool killed = str_eq(t->measure, STR("killed"));

	return n && (killed || str_eq(t->measure, STR("injured"))) && !(killed && victims_is_pronoun(s, n));
}

/* A list of any length: each of its members may stand beside the next. */
static void add_all_joined(const struct figure_scan *s, struct figures *all, size_t from, struct victims_told *told)
{
	for (size_t i = from; i < all->n; i++) {
		struct figure of = all->at[i];

		if (add_joined(s, all, from, told, &of, false) || add_joined(s, all, from, told, &of, true))
			i = from - 1;
	}
}

void victims_find(const struct figure_scan *s, struct figures *all, size_t from, struct victims_told *told)
{
	for (size_t i = from; i < all->n; i++)
		if (all->at[i].trigger_n && !is_whole_of(s, &all->at[i]))
			tell_death(s, &all->at[i]); /* "two men were shot in a car and died" */
	for (size_t i = from; i < all->n; i++)
		if (!(all->at[i].rules & RULE_BIT(ELLIPSIS))) /* "the driver died, as did two guards": not by these */
			tell(told, all->at[i].measure);
	add_articles(s, all, from, told);
	for (size_t k = 0; k < s->triggers_n; k++) {
		const struct trigger *t = &s->triggers[k];

		if (measure_index(t->measure) < 0 || !str_eq(t->needs, STR("person")))
			continue; /* not what counts lives, hostages or things, nor what asks for its context */
		if (trigger_is_verb(t) && victims_described(s, t) != PHRASE_NONE)
			add_victim(s, all, from, told, t, victims_described(s, t));
		else if (trigger_is_verb(t))
			add_victim(s, all, from, told, t, victims_of_verb(s, t));
		else if (t->form == FORM_NOUN)
			add_victim(s, all, from, told, t, victims_of_noun(s, t));
		else if (t->counts == COUNTS_COMPLEMENT && may_tell_state(s, t))
			add_victim(s, all, from, told, t, victims_of_state(s, t));
	}
	for (size_t i = from; i < all->n; i++)
		if (all->at[i].rules & RULE_BIT(ELLIPSIS))
			tell(told, all->at[i].measure);
	add_all_joined(s, all, from, told);
}
