/* What stands behind a verb: whether it is its object, and what is none. */
#include "measure_verb.h"
#include "nouns.h"
#include "times_atoms.h"

/* "killed | at least eight people", "wounded | dozens": a count begins there. */
static bool count_begins(const struct figure_scan *s, uint32_t i)
{
	for (size_t k = 0; k < s->figures_n; k++)
		if (s->figures[k].number.first == i)
			return s->figures[k].number.kind == AMOUNT_COUNT && s->figures[k].noun_n > 0 &&
			       (s->figures[k].number.qualifier_n > 0 || s->figures[k].number.form == NUMERAL_VAGUE);
	return false;
}

bool verb_object_follows(const struct figure_scan *s, const struct trigger *t)
{
	uint32_t i = t->first + t->n;

	if (count_begins(s, i))
		return true;

	while (i + 1 < s->end && (scan_tag(s, i) == TAG_PDT || scan_text(s, i, "nearly") || scan_text(s, i, "almost") ||
				  scan_text(s, i, "all") || scan_text(s, i, "both")))
		i++; /* "stole nearly all the jewels", "shot both her sons" */
	enum tag tag = scan_tag(s, i);

	const struct hit *time = i < s->end && tag != TAG_CD ? reading_hit(s->r, i, LEXICON_TIMES) : NULL;

	if (time && (time->n > 1 || tag != TAG_DT)) /* "shot another boy" */
		return false;
	if (tag == TAG_CD && (figure_word(s->r, i + 1, FUNCTION_MONTH) || verb_is_span(s, i + 1)))
		return false; /* "killed 12 May", "kidnapped two months ago" */
	return tag == TAG_DT || tag == TAG_PRP || tag == TAG_PRPS || tag == TAG_CD || tag_is_proper(tag) ||
	       (i < s->end && reading_hit(s->r, i, LEXICON_SUBJECTS)) ||
	       (tag == TAG_JJ && i + 1 < s->end && reading_hit(s->r, i + 1, LEXICON_SUBJECTS));
}

/* "came to a man | with gunshot wounds": who else has them. */
static bool ends_person(const struct figure_scan *s, uint32_t i)
{
	struct str kind = STR_NULL;

	if (!scan_text(s, i, "with") || scan_tag(s, i - 1) != TAG_NN)
		return false;
	noun_class(s, i - 1, i - 1, &kind);
	return str_eq(kind, STR("person"));
}

struct stated verb_hurt_behind(const struct figure_scan *s, const struct figure *f, uint32_t from)
{
	enum { REACH = 12 }; /* [tokens] */
	struct stated none = {0};

	for (uint32_t i = from; i < s->end && i < from + REACH; i++) {
		if (scan_tag(s, i) == TAG_CC || scan_text(s, i, ",") || scan_text(s, i, ";") ||
		    scan_tag(s, i) == TAG_VBD || ends_person(s, i))
			break;
		struct stated found =
			scan_text(s, i, "with") || scan_text(s, i, "in") ? verb_complement(s, f, i, false) : none;

		if (found.trigger && str_eq(found.trigger->measure, STR("injured")))
			return found;
	}
	return none;
}

bool verb_asks_context(const struct figure_scan *s, uint32_t i)
{
	static const char *const ways[] = {"showed",	"walked",   "drove",  "came",	  "turned",
					   "staggered", "stumbled", "limped", "appeared", "checked"};
	size_t end, k = scan_triggers(s, i, &end);

	if (scan_is_one_of(s, i, ways, sizeof ways / sizeof *ways))
		return true; /* "showed up at a hospital with" */
	for (; k < end; k++)
		if (s->triggers[k].counts == COUNTS_SUBJECT && measure_needs(s->triggers[k].needs, "context"))
			return true;
	return false;
}

/* What those who are named at the token did to the figure: "its fighters abducted". */
static struct stated done_by(const struct figure_scan *s, const struct figure *f, uint32_t i)
{
	uint32_t at = verb_past_noun(s, i);
	struct stated none = {0};
	size_t end, k;

	while (at > i && (scan_has(s, at, FUNCTION_HAVE) || verb_is_adverb(s, at)))
		at++;
	for (k = scan_triggers(s, at, &end); at > i && k < end; k++) {
		const struct trigger *t = &s->triggers[k];
		bool past = t->form == FORM_PAST || t->form == FORM_PARTICIPLE;

		if (past && (t->counts == COUNTS_OBJECT || t->counts == COUNTS_BOTH) && !t->particle.n &&
		    tag_is_verb(scan_tag(s, at)) && !verb_object_follows(s, t) && measure_fits(s, f, t))
			return (struct stated){.trigger = t, .rules = RULE_BIT(RELATIVE) | RULE_BIT(ACTIVE)};
	}
	return none;
}

struct stated verb_of_others(const struct figure_scan *s, const struct figure *f, uint32_t i)
{
	bool relative = scan_text(s, i, "that") || scan_text(s, i, "whom") || scan_text(s, i, "who");
	enum tag first = scan_tag(s, i + relative);
	bool named = first == TAG_DT || first == TAG_PRPS || tag_is_proper(first) || (relative && first == TAG_PRP);

	return f->noun_n && named && (relative || scan_is_definite(s, f->first)) ? done_by(s, f, i + relative)
										 : (struct stated){0};
}

bool verb_is_span(const struct figure_scan *s, uint32_t i)
{
	const struct hit *hit = i < s->end ? reading_hit(s->r, i, LEXICON_TIMES) : NULL;

	return hit && s->r->know->time_words[hit_row(s->r, hit, LEXICON_TIMES)].kind == ATOM_UNITS;
}

uint32_t verb_past_relative(const struct figure_scan *s, uint32_t i)
{
	uint32_t k = i + 1;

	if (!scan_has(s, i, FUNCTION_RELATIVE))
		return i;
	while (k < s->end && (verb_is_aux(s, k) || verb_is_adverb(s, k)))
		k++;
	if (!verb_begins(s, k))
		return i;
	k = verb_past_noun(s, k + 1);
	while (scan_tag(s, k) == TAG_IN)
		k = verb_past_noun(s, k + 1);
	return verb_is_aux(s, k) ? k : i;
}
