#include "measure_verb.h"
#include "nouns.h"

enum { LONGEST_LIST = 48 }; /* [tokens] names with ages among them */

/* The determiner of the word that ends right before `end`: "the dead", "the ten dead", "those who died", "those who
 * were killed"; end: none. *who: a clause of those stands between. */
static uint32_t determiner_before(const struct figure_scan *s, uint32_t end, bool *who)
{
	uint32_t the = end > s->start + 1 ? end - 2 : end;

	while (the > s->start + 1 && the != end && scan_has(s, the, FUNCTION_BE))
		the--; /* "had been", "were" */
	*who = the != end && the > s->start && scan_text(s, the, "who");
	if (*who)
		the--;
	while (the != end && the > s->start && scan_tag(s, the) == TAG_CD)
		the--;
	return the != end && (scan_tag(s, the) == TAG_DT || scan_tag(s, the) == TAG_PRPS) ? the : end;
}

/* "the confirmed dead": a toll, here told by who they are. */
static const struct trigger *toll_before(const struct figure_scan *s, const struct figure *f, uint32_t end)
{
	size_t last, k = end > s->start + 2 ? scan_triggers(s, end - 2, &last) : (last = 0);
	bool the = end > s->start + 2 && scan_tag(s, end - 3) == TAG_DT;

	for (; the && k < last; k++)
		if (s->triggers[k].form == FORM_TOLL && s->triggers[k].n == 2 && scan_text(s, end - 1, "dead") &&
		    measure_fits(s, f, &s->triggers[k]))
			return &s->triggers[k];
	return NULL;
}

const struct trigger *measure_named_before(const struct figure_scan *s, const struct figure *f, uint32_t end)
{
	size_t last = 0, k = end > s->start ? scan_triggers(s, end - 1, &last) : 0;
	bool who = false;

	uint32_t the = k < last ? determiner_before(s, end, &who) : end;

	if (the == end)
		return toll_before(s, f, end);
	if (scan_tag(s, the) == TAG_PRPS && the > s->start && scan_text(s, the - 1, "of"))
		return NULL; /* "died of their injuries, including a child" */
	for (; k < last; k++) {
		const struct trigger *t = &s->triggers[k];
		bool object = t->counts == COUNTS_OBJECT || t->counts == COUNTS_BOTH;
		bool past = (t->form == FORM_PAST || t->form == FORM_PARTICIPLE) &&
			    (object || (who && t->counts == COUNTS_SUBJECT));

		if ((t->counts == COUNTS_SELF || t->counts == COUNTS_COMPLEMENT || past) && t->n == 1 &&
		    !t->particle.n && measure_fits(s, f, t))
			return t;
	}
	return NULL;
}

/* The same behind where or when it happened: "those killed in the blast were". */
static const struct trigger *named_in(const struct figure_scan *s, const struct figure *f, uint32_t end)
{
	enum { REACH = 10 }; /* [tokens] */
	const struct trigger *t = measure_named_before(s, f, end);

	for (uint32_t i = end; !t && i > s->start && end - i < REACH; i--) {
		if (tag_is_verb(scan_tag(s, i - 1)) || s->r->tokens.at[i - 1].kind == TOKEN_MARK)
			break;
		if (scan_tag(s, i - 1) == TAG_IN && !scan_text(s, i - 1, "of"))
			t = measure_named_before(s, f, i - 1);
	}
	return t;
}

/* "Of those killed, 17 were civilians", "of the injured people, there are": the sentence opens with whom it happened
 * to, up to the comma. */
static const struct trigger *of_those(const struct figure_scan *s, const struct figure *f, uint32_t comma)
{
	bool people = comma == s->start + 4 && scan_tag(s, comma - 1) == TAG_NNS;
	size_t last, k;

	if (comma < s->start + 3 || comma > s->start + 3 + people || !scan_text(s, comma, ",") ||
	    !scan_text(s, s->start, "of"))
		return NULL;
	for (k = scan_triggers(s, comma - 2, &last); people && k < last; k++)
		if (s->triggers[k].n == 2 && s->triggers[k].counts == COUNTS_SELF &&
		    measure_fits(s, f, &s->triggers[k]))
			return &s->triggers[k];
	return measure_named_before(s, f, comma - people);
}

/* The same of a list behind "there are", whose verb stands at the token. */
static const struct trigger *of_those_there(const struct figure_scan *s, const struct figure *f, uint32_t be)
{
	struct str kind;

	if (be < s->start + 5 || !scan_text(s, be - 1, "there") || f->number.form == NUMERAL_ZERO)
		return NULL;
	noun_kind_of(s, f, &kind);
	return str_eq(kind, STR("person")) ? of_those(s, f, be - 2) : NULL;
}

/* "five were among the wounded and one among the dead": without its verb. */
static struct stated among_behind(const struct figure_scan *s, const struct figure *f)
{
	uint32_t i = f->first + f->n;

	return scan_text(s, i, "among") && scan_tag(s, i + 1) == TAG_DT ? verb_complement(s, f, i + 2, true)
									: (struct stated){0};
}

/* "The dead included nine children and two teachers", "among those killed were three": the subject states it. */
struct stated measure_named(const struct figure_scan *s, const struct figure *f)
{
	struct stated none = {0}, among = among_behind(s, f);

	if (among.trigger)
		return among;
	const struct trigger *those = f->first > s->start ? of_those(s, f, f->first - 1) : NULL;

	if (those)
		return (struct stated){.trigger = those, .rules = RULE_BIT(COMPLEMENT)};
	for (uint32_t i = f->first, steps = 0; i > s->start && steps < LONGEST_LIST; i--, steps++) {
		if (scan_has(s, i - 1, FUNCTION_BE) && !f->noun_n)
			return none; /* "most of the dead are between 25 and 45" */
		if (scan_has(s, i - 1, FUNCTION_INCLUDE) || scan_has(s, i - 1, FUNCTION_BE)) {
			const struct trigger *t = of_those_there(s, f, i - 1);

			t = t ? t : named_in(s, f, i - 1);
			return t ? (struct stated){.trigger = t, .rules = RULE_BIT(COMPLEMENT)} : none;
		}
		if (!measure_in_list(s, i - 1))
			break;
	}
	return none;
}
