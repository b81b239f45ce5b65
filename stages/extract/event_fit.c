#include "event_fit.h"

#include "figure_words.h"

/* A person, people, forces, their arms and vehicles; a name. */
static bool is_somebody(const struct event_words *w, const struct phrases *p, const struct noun_phrase *noun)
{
	static const char *const things[] = {"fighters", "soldiers", "armour", "weapons",
					     "vehicles", "aircraft", "vessels"};
	const struct lexicon *lex = w->r->know->lex;
	const struct hit *hit = reading_hit(w->r, noun->head, LEXICON_SUBJECTS);

	if (noun->flags & (NOUN_PROPER | NOUN_BARE | NOUN_NOMINAL) || noun->numbers)
		return true;
	if (noun->flags & NOUN_PRONOUN)
		return !str_is(w->r->tokens.at[noun->head].lower, "it");
	const struct hit *speaks = reading_hit(w->r, noun->head, LEXICON_SOURCE_NOUNS);

	if (speaks)
		return !str_eq(
			hit_cell(w->r, speaks, LEXICON_SOURCE_NOUNS, lexicon_column(lex, LEXICON_SOURCE_NOUNS, "kind")),
			STR("document"));
	if (reading_hit(w->r, noun->head, LEXICON_TITLES) || reading_hit(w->r, noun->head, LEXICON_ACTORS))
		return true;
	if (!hit)
		return noun->of != PHRASE_NONE && is_somebody(w, p, phrases_noun(p, noun->of));
	if (!str_eq(subject_of_hit(w->r, hit)->kind, STR("thing")))
		return true;
	struct str subject = subject_of_hit(w->r, hit)->subject;

	for (size_t i = 0; i < sizeof things / sizeof *things; i++)
		if (str_is(subject, things[i]))
			return true;
	return false;
}

/* "signed a deal": what is signed says what it is; a player who is signed is another matter. */
static bool is_signing(const struct event_words *w, const struct hit *hit)
{
	struct str word = w->r->tokens.at[hit->first].lower;

	return str_starts(word, STR("sign"));
}

/* What collapses, sinks or is flooded only as one says: talks, a market. */
static bool is_figure_of_speech(const struct event_words *w, const struct noun_phrase *noun)
{
	return noun && figure_word(w->r, noun->head, FUNCTION_INTANGIBLE);
}

/* "Mount Merapi erupted", "Etna erupted"; clashes erupt, too. */
static bool is_volcano(const struct event_words *w, const struct noun_phrase *noun)
{
	for (uint32_t i = noun->first; i < noun->first + noun->n; i++)
		if (figure_word(w->r, i, FUNCTION_VOLCANO))
			return true;
	return noun->flags & NOUN_PROPER;
}

/* "He collapsed", "the president collapsed": people do so of themselves. */
static bool is_person(const struct event_words *w, const struct noun_phrase *noun)
{
	static const char *const words[] = {"he", "she", "i", "who", "we"};
	const struct hit *hit = reading_hit(w->r, noun->head, LEXICON_SUBJECTS);

	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (str_is(w->r->tokens.at[noun->head].lower, words[i]))
			return true;
	return (hit && str_eq(subject_of_hit(w->r, hit)->kind, STR("person"))) ||
	       reading_hit(w->r, noun->head, LEXICON_TITLES);
}

static bool is_subject(const struct event_words *w, const struct noun_phrase *noun, const char *subject)
{
	const struct hit *hit = noun ? reading_hit(w->r, noun->head, LEXICON_SUBJECTS) : NULL;

	return hit && str_is(subject_of_hit(w->r, hit)->subject, subject);
}

/* "released a report", "never released figures": what is given to be read or seen. */
static bool is_paper(const struct event_words *w, const struct noun_phrase *noun)
{
	static const struct str words[] = {
		STR_WORD("number"), STR_WORD("numbers"),    STR_WORD("figure"),	     STR_WORD("figures"),
		STR_WORD("data"),   STR_WORD("list"),	    STR_WORD("lists"),	     STR_WORD("names"),
		STR_WORD("report"), STR_WORD("reports"),    STR_WORD("statement"),   STR_WORD("statements"),
		STR_WORD("video"),  STR_WORD("videos"),	    STR_WORD("photo"),	     STR_WORD("photos"),
		STR_WORD("image"),  STR_WORD("images"),	    STR_WORD("photographs"), STR_WORD("footage"),
		STR_WORD("toll"),   STR_WORD("tolls"),	    STR_WORD("results"),     STR_WORD("details"),
		STR_WORD("tally"),  STR_WORD("statistics"), STR_WORD("recording"),   STR_WORD("document"),
		STR_WORD("letter"), STR_WORD("documents"),  STR_WORD("information"), STR_WORD("identities")};

	return str_is_one_of(w->r->tokens.at[noun->head].lower, words, sizeof words / sizeof *words);
}

/* Who is released, and not what: "the burst dam released 12 million cubic metres of sludge". Prisoners alone are
 * exchanged, where others exchange fire. */
static bool is_release(const struct event_words *w, const struct phrases *p, const struct hit *hit,
		       const struct noun_phrase *target)
{
	struct str word = w->r->tokens.at[hit->first + hit->n - 1].lower;

	if (str_is(word, "exchange") || str_is(word, "swap"))
		return is_subject(w, target, "prisoners");
	uint32_t counted = target ? target->number + target->numbers : 0;

	if (target && target->numbers && counted <= target->head && reading_hit(w->r, counted, LEXICON_UNITS))
		return false;
	return !target || (!is_paper(w, target) && is_somebody(w, p, target));
}

static bool is_meeting(const struct event_words *w, const struct phrases *p, const struct verb_group *v,
		       const struct noun_phrase *target)
{
	bool passive = v->flags & VERB_PASSIVE && target && target == phrases_noun(p, v->subject);

	return !passive && (!target || is_somebody(w, p, target));
}

/* "The crisis demonstrated the strength of …", "this demonstrates that": it shows something, and nobody marches. */
static bool is_showing(const struct event_words *w, const struct hit *hit, const struct noun_phrase *target)
{
	uint32_t behind = hit->first + hit->n;
	enum tag tag = behind < w->r->tokens.n ? (enum tag)w->r->tokens.at[behind].tag : TAG_NONE;

	if (!str_starts(w->r->tokens.at[hit->first].lower, STR("demonstrat")))
		return false;
	return tag == TAG_WRB || tag == TAG_WP || figure_token_is(w->r, behind, "that") ||
	       (target && target->first >= behind && target->preposition == PHRASE_NONE);
}

bool event_fit_verb(const struct event_words *w, const struct phrases *p, const struct verb_group *v,
		    const struct hit *hit, const struct found_event *e)
{
	const struct noun_phrase *target = phrases_noun(p, e->target);
	uint32_t behind = hit->first + hit->n;

	if (str_is(e->type, "release"))
		return is_release(w, p, hit, target);
	if (str_is(e->type, "execution")) /* "while the plan is being executed" */
		return !target || (!event_words_process(w, p, target).n && is_somebody(w, p, target));
	if (str_is(e->type, "withdrawal")) /* "pulled out of the city": only what stands right behind is pulled out */
		return !target || (target->preposition != PHRASE_NONE && target->first > hit->first) ||
		       is_somebody(w, p, target);
	if (str_is(e->type, "meeting"))
		return is_meeting(w, p, v, target);
	if (str_is(e->type, "agreement") && is_signing(w, hit))
		return !target || event_words_process(w, p, target).n;
	if (str_is(e->type, "capture")) /* "his muscles seized up", "captured the imagination" */
		return target && !figure_word(w->r, target->head, FUNCTION_ADMIRED);
	if (str_is(e->type, "attack"))
		return !target || !figure_word(w->r, target->head, FUNCTION_ARGUED);
	if (str_is(e->type, "protest"))
		return !is_showing(w, hit, target);
	if (str_is(e->type, "collapse"))
		return !target || !(is_figure_of_speech(w, target) || is_person(w, target) ||
				    is_figure_of_speech(w, phrases_noun(p, target->of)));
	if (str_is(e->type, "sinking"))
		return !is_figure_of_speech(w, target) &&
		       !(behind < p->first + p->n && str_is(w->r->tokens.at[behind].lower, "into"));
	if (str_is(e->type, "eruption"))
		return target && is_volcano(w, target);
	return true;
}

bool event_fit_noun(const struct event_words *w, const struct phrases *p, const struct noun_phrase *noun,
		    const struct found_event *e)
{
	const struct noun_phrase *of = phrases_noun(p, noun->of);

	if (!of && str_is(e->type, "release")) /* "said in a release", "a Central Command release": a paper */
		return noun->preposition == PHRASE_NONE || noun->determiner == PHRASE_NONE ||
		       !(str_is(w->r->tokens.at[noun->determiner].lower, "a") ||
			 str_is(w->r->tokens.at[noun->determiner].lower, "an"));
	if (!of)
		return true;
	if (str_is(e->type, "collapse"))
		return !is_figure_of_speech(w, of);
	if (str_is(e->type, "eruption"))
		return is_volcano(w, of);
	if (str_is(e->type, "flood") || str_is(e->type, "storm"))
		return of->numbers || of->flags & NOUN_PROPER;
	return true;
}
