#include "event_mood.h"

/* A sentence without end must not cost its square. */
enum { LOOK_BACK_TOKENS = 40 };

/* The word of the statuses that governs the infinitive or clause: "urge …", "due to …". */
static struct str governing_word(const struct event_words *w, const struct phrases *p, const struct verb_group *v,
				 enum event_pos pos)
{
	if (!(w->r->tables[w->r->sentence_of[v->first]] & 1u << LEXICON_STATUSES))
		return STR_NULL;
	for (uint32_t i = v->first; i-- > p->first && v->first - i <= LOOK_BACK_TOKENS;) {
		const struct hit *hit = reading_hit(w->r, i, LEXICON_STATUSES);

		if (w->r->tokens.at[i].kind == TOKEN_MARK && w->r->tokens.at[i].tag != TAG_COMMA)
			return STR_NULL; /* a quotation or a colon begins anew */
		if (hit && event_state_as(w->r, hit, pos))
			return w->r->tokens.at[i].lower;
	}
	return STR_NULL;
}

static int modality_of_modal(struct str modal)
{
	static const struct {
		const char *word;
		int modality;
	} modals[] = {
		{"will", MODALITY_PLANNED},  {"'ll", MODALITY_PLANNED},	   {"shall", MODALITY_PLANNED},
		{"may", MODALITY_POSSIBLE},  {"might", MODALITY_POSSIBLE}, {"could", MODALITY_POSSIBLE},
		{"can", MODALITY_POSSIBLE},  {"would", MODALITY_POSSIBLE}, {"should", MODALITY_DEMANDED},
		{"must", MODALITY_DEMANDED}, {"ought", MODALITY_DEMANDED},
	};

	for (size_t i = 0; i < sizeof modals / sizeof *modals; i++)
		if (str_is(modal, modals[i].word))
			return modals[i].modality;
	return MODALITY_ACTUAL;
}

/* "When the evacuation is complete", "until it has ended": what is told in the present behind such a word has yet to
 * come; behind "if" it may never have been. */
static bool is_awaited(const struct event_words *w, const struct phrases *p, const struct verb_group *v)
{
	static const char *const words[] = {"when", "once", "until", "till", "if", "unless", "before", "whenever"};
	enum { NEAR = 10 };

	for (uint32_t i = v->first; i-- > p->first && v->first - i <= NEAR;) {
		const struct token *t = &w->r->tokens.at[i];

		if (t->kind == TOKEN_MARK || phrases_verb_at(p, i))
			return false;
		for (size_t k = 0; k < sizeof words / sizeof *words; k++)
			if (str_is(t->lower, words[k]))
				return v->tense == TENSE_PRESENT || str_is(t->lower, "if");
	}
	return false;
}

/* "Is to vote on expelling troops": what is only thought of; "on returning" it is done. */
static bool is_thought_of(const struct event_words *w, const struct phrases *p, const struct verb_group *v)
{
	if (!(v->flags & VERB_GERUND) || v->first <= p->first + 1 || w->r->tokens.at[v->first - 2].tag == TAG_COMMA)
		return false;
	return str_is(w->r->tokens.at[v->first - 1].lower, "on") ||
	       str_is(w->r->tokens.at[v->first - 1].lower, "against");
}

void event_mood(const struct event_words *w, const struct phrases *p, const struct verb_group *v,
		struct found_event *out)
{
	out->polarity = POLARITY_ASSERTED;
	out->modality = MODALITY_ACTUAL;
	if (!v)
		return;
	bool open = v->flags & VERB_INFINITIVE || w->r->tokens.at[v->verb].tag == TAG_VB ||
		    w->r->tokens.at[v->verb].tag == TAG_VBP;

	if (v->flags & VERB_NEGATED)
		out->polarity = POLARITY_DENIED;
	if (v->tense == TENSE_FUTURE)
		out->modality = MODALITY_PLANNED;
	else if (v->modal != PHRASE_NONE)
		out->modality = modality_of_modal(w->r->tokens.at[v->modal].lower);
	else if (open && governing_word(w, p, v, POS_DEMAND).n)
		out->modality = MODALITY_DEMANDED;
	else if (open && governing_word(w, p, v, POS_PLAN).n)
		out->modality = MODALITY_PLANNED;
	else if (v->flags & VERB_INFINITIVE || is_awaited(w, p, v) || is_thought_of(w, p, v))
		out->modality = MODALITY_POSSIBLE;
}

/* "After the attack", "victims of Tuesday's quake": something that is known. (The release that is called for is not.)
 */
static bool is_known(const struct event_words *w, const struct noun_phrase *noun)
{
	return noun->owner != PHRASE_NONE || event_words_definite(w->r, noun);
}

/* "Demanded the owner's arrest", "called for talks", "had been planning an attack": what the verb asks for or is about
 * to do. */
static int modality_of_object(const struct event_words *w, const struct noun_phrase *noun, const struct verb_group *v)
{
	const struct hit *hit = reading_hit(w->r, v->verb, LEXICON_STATUSES);

	bool direct = noun->preposition == PHRASE_NONE;

	if (v->flags & VERB_PASSIVE || !hit || hit->n > 1)
		return MODALITY_ACTUAL;
	if (event_state_as(w->r, hit, POS_DEMAND) &&
	    (direct || str_is(w->r->tokens.at[noun->preposition].lower, "for")))
		return MODALITY_DEMANDED;
	return direct && event_state_as(w->r, hit, POS_PLAN) ? MODALITY_PLANNED : MODALITY_ACTUAL;
}

void event_noun_mood(const struct event_words *w, const struct phrases *p, const struct noun_phrase *noun,
		     const struct verb_group *v, struct found_event *out)
{
	event_mood(w, p, v, out);
	/* "carry out the attack": a particle is no preposition */
	bool direct = noun->preposition == PHRASE_NONE || (v && noun->preposition == v->verb + 1);

	if (!v || (direct && (event_words_does(w, v) || (v->flags & VERB_COPULA && !is_known(w, noun)))))
		return;
	out->polarity = POLARITY_ASSERTED;
	if (event_words_kin(w, out->type).n && is_known(w, noun))
		out->modality = MODALITY_ACTUAL;
	else if (modality_of_object(w, noun, v) != MODALITY_ACTUAL)
		out->modality = modality_of_object(w, noun, v);
}
