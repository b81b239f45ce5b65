#include "measure_way.h"

#include "figure_members.h"
#include "measure_verb.h"
#include "nouns.h"

enum { ASIDE_REACH = 40 }; /* [tokens] */

static bool is_word(const struct figure_scan *s, uint32_t i)
{
	return i < s->end && s->r->tokens.at[i].kind == TOKEN_WORD;
}

/* One past the bracket or dash that closes what token i opens; 0 when nothing closes it. */
static uint32_t past_bracket(const struct figure_scan *s, uint32_t i)
{
	bool round = scan_text(s, i, "("), square = scan_text(s, i, "[");

	for (uint32_t k = i + 1; k < s->end && k < i + ASIDE_REACH; k++)
		if ((round && scan_text(s, k, ")")) || (square && scan_text(s, k, "]")) ||
		    (!round && !square && figure_is_dash(s->r, k) && s->r->tokens.at[k].flags & TOKEN_SPACE))
			return k + 1;
	return 0;
}

bool way_is_end(const struct figure_scan *s, uint32_t i)
{
	size_t end, k = scan_triggers(s, i, &end);

	return k < end && s->triggers[k].form == FORM_PAST && s->triggers[k].counts == COUNTS_SUBJECT &&
	       scan_tag(s, i) == TAG_VBD;
}

/* "left 12 people, mostly children, | dead": in what state they are, behind the comma. */
static bool left_so(const struct figure_scan *s, uint32_t comma, bool left)
{
	return left && tag_is_adjective(scan_tag(s, comma + 1)) && scan_triggers_any(s, comma + 1);
}

/* One past the comma that closes an aside (", including 9 children,") before the verb, or behind "left" before the
 * state; 0: there is none. */
static uint32_t past_aside(const struct figure_scan *s, uint32_t comma, bool left)
{
	uint32_t last = comma + ASIDE_REACH < s->end ? comma + ASIDE_REACH : s->end;

	for (uint32_t k = comma + 2; k < last; k++) {
		if (scan_text(s, k, ";") || scan_text(s, k, "."))
			return 0;
		uint32_t verb = k + 1;

		if (scan_text(s, k, ",") && is_word(s, verb) &&
		    (left_so(s, k, left) || verb_is_aux(s, verb) || verb_has_trigger(s, verb, true) ||
		     scan_tag(s, verb) == TAG_VBD || scan_tag(s, verb) == TAG_VBN))
			return verb;
		while (scan_text(s, k, ",") && verb_is_adverb(s, verb))
			verb++;
		if (verb > k + 1 && (verb_is_aux(s, verb) || way_is_end(s, verb)))
			return verb; /* ", John Roe and Jim Doe, later died" */
	}
	return 0;
}

static bool is_subordinator(const struct figure_scan *s, uint32_t i)
{
	static const char *const words[] = {"because",	"after",  "when",    "while", "as",	"that",	 "before", "if",
					    "although", "though", "whether", "until", "unless", "where", "so"};

	return scan_is_one_of(s, i, words, sizeof words / sizeof *words);
}

/* ", two of them children,", ", 17 and 19 years old,": of those before it, no further member. */
static bool is_part_aside(const struct figure_scan *s, uint32_t comma)
{
	uint32_t of = comma + 2;

	for (size_t i = 0; i < s->figures_n; i++)
		if (s->figures[i].first == comma + 1 && s->figures[i].number.kind == AMOUNT_AGE)
			return true;
	return scan_text(s, of, "of") && (scan_text(s, of + 1, "them") || scan_text(s, of + 1, "whom") ||
					  scan_text(s, of + 1, "which") || scan_text(s, of + 1, "those"));
}

/* What may stand in a list of counts, each with its place: "seven people in Ohio, two in Utah and one in Kansas". */
static bool is_in_list(const struct figure_scan *s, uint32_t i)
{
	return measure_in_list(s, i) ||
	       (scan_tag(s, i) == TAG_IN && tag_is_proper(scan_tag(s, i + 1)) &&
		(scan_text(s, i, "in") || scan_text(s, i, "from") || scan_text(s, i, "at") || scan_text(s, i, "near")));
}

/* "two soldiers, 11 rebels and three civilians were killed": does the comma lead to a further member of a list
 * that a conjunction ends, or that opens a headline? */
static bool is_list_comma(const struct figure_scan *s, uint32_t comma, const struct way *way)
{
	enum { LONGEST_LIST = 24 }; /* [tokens] */

	bool one = scan_text(s, comma + 1, "a") || scan_text(s, comma + 1, "an");
	bool member = scan_tag(s, comma + 1) == TAG_CD || one || (way->listed && scan_tag(s, comma + 1) == TAG_DT);

	if (way->listed && scan_tag(s, comma + 1) == TAG_CC &&
	    (scan_tag(s, comma + 2) == TAG_CD || scan_tag(s, comma + 2) == TAG_DT))
		return true;
	if (!member || way->inside || is_part_aside(s, comma))
		return false;
	for (uint32_t i = comma + 2; i + 1 < s->end && i < comma + LONGEST_LIST && is_in_list(s, i); i++)
		if (scan_tag(s, i) == TAG_CC && (scan_tag(s, i + 1) == TAG_CD || scan_tag(s, i + 1) == TAG_DT ||
						 scan_tag(s, i + 1) == TAG_PRPS || scan_tag(s, i + 2) == TAG_CD))
			return !one || !scan_text(s, verb_past_noun(s, i + 1), ","); /* ", a man and two women," */
	return way->opens && !one; /* "12 people, a spokesman said, were" */
}

/* "387 homes, shops and other buildings | were damaged": one past a list of plurals that the number counts together,
 * right before their verb; 0: there is none. */
static uint32_t past_plurals(const struct figure_scan *s, uint32_t comma, const struct way *way)
{
	enum { LONGEST_LIST = 40 }; /* [tokens] */
	uint32_t i = comma;
	bool joined = false;

	if (scan_tag(s, comma + 1) == TAG_CC)
		return 0; /* "there was no water, and people were dying" */
	while (i < comma + LONGEST_LIST && (scan_text(s, i, ",") || (i > comma && scan_tag(s, i) == TAG_CC))) {
		uint32_t next = i + 1 + (scan_text(s, i, ",") && scan_tag(s, i + 1) == TAG_CC), to;

		if (scan_tag(s, next) == TAG_CD || scan_tag(s, next) == TAG_DT || scan_tag(s, next) == TAG_PRPS)
			return 0;
		to = verb_past_noun(s, next);
		if (to == next || scan_tag(s, to - 1) != TAG_NNS)
			return 0;
		for (; i < to; i++)
			joined |= scan_tag(s, i) == TAG_CC;
	}
	return joined && !way->inside && verb_is_aux(s, i) ? i : 0;
}

/* "members serving as poll officials", "boys described as relatives": the preposition of a participle, and no clause
 * ("being lifted as it moved away"). */
static bool is_served_as(const struct figure_scan *s, uint32_t i)
{
	enum tag before = scan_tag(s, i - 1), behind = scan_tag(s, i + 1);

	if (!scan_text(s, i, "as"))
		return false;
	return (before == TAG_VBG && behind != TAG_PRP) ||
	       (before == TAG_VBN && (tag_is_adjective(behind) || behind == TAG_NN || behind == TAG_NNS));
}

/* ", or 7,900 people, were moved", ", including 12 women and three men, fled": does the comma close the aside that the
 * phrase stands in? */
static bool goes_on_behind(const struct figure_scan *s, uint32_t comma, const struct way *way)
{
	bool aux = verb_is_aux(s, comma + 1);

	return (way->aside && aux) ||
	       ((aux || verb_has_trigger(s, comma + 1, true)) && measure_include_list(s, way->figure) > 0);
}

static bool is_capital(const struct figure_scan *s, uint32_t i)
{
	return is_word(s, i) && s->r->tokens.at[i].flags & TOKEN_CAPITAL;
}

/* "workers for Doctors | Without Borders", "for Save | the Children": a name in which a noun phrase has ended. */
static bool goes_on_name(const struct figure_scan *s, uint32_t i)
{
	bool article = scan_tag(s, i) == TAG_DT && is_capital(s, i + 1);

	return i > s->start + 1 && is_capital(s, i - 1) && (is_capital(s, i) || article);
}

/* "miners who were trapped | when a shaft caved in last month | were found dead": the main verb behind a clause within
 * the one that relates; 0: there is none. */
static uint32_t past_nested(const struct figure_scan *s, uint32_t i, const struct way *way)
{
	static const char *const words[] = {"when", "after", "as", "while", "before"};
	enum { REACH = 16 }; /* [tokens] */
	uint32_t from = verb_past_noun(s, i + 1), k = from;
	bool within = way->relative || way->first.rules & RULE_BIT(PARTICIPLE);

	if (!within || from == i + 1 || !scan_is_one_of(s, i, words, sizeof words / sizeof *words))
		return 0;
	for (int n = 0; n < 2 && scan_tag(s, k) == TAG_IN && !is_subordinator(s, k); n++)
		k = verb_past_noun(s, k + 1); /* "when a mine | in the north | caved in" */
	while (verb_is_aux(s, k) || verb_is_adverb(s, k))
		k++;
	if (!tag_is_verb(scan_tag(s, k)))
		return 0;
	for (k++; k < s->end && k < i + REACH; k++) {
		enum tag t = scan_tag(s, k);

		if (verb_is_aux(s, k) || way_is_end(s, k))
			return k;
		if (t == TAG_CC || t == TAG_TO || is_subordinator(s, k) || scan_has(s, k, FUNCTION_RELATIVE) ||
		    s->r->tokens.at[k].kind == TOKEN_MARK)
			return 0;
	}
	return 0;
}

/* "The army lost 12 men | and 30 were wounded": what is counted first is the object of the verb before it, and the verb
 * behind is of the others alone. */
static bool begins_clause(const struct figure_scan *s, uint32_t and, uint32_t to, const struct way *way)
{
	uint32_t first = way->figure->first;

	return way->near && scan_tag(s, and+1) == TAG_CD && verb_is_aux(s, to) && first > s->start + 1 &&
	       scan_tag(s, first - 1) == TAG_VBD && !verb_is_aux(s, first - 1) &&
	       !reading_hit(s->r, first - 1, LEXICON_CUES); /* "said 12 men and 30 women were wounded" */
}

uint32_t way_step(const struct figure_scan *s, uint32_t i, struct way *way)
{
	enum tag t = scan_tag(s, i);
	uint32_t to = i;

	if (scan_text(s, i, "(") || scan_text(s, i, "[") ||
	    (figure_is_dash(s->r, i) && s->r->tokens.at[i].flags & TOKEN_SPACE))
		to = past_bracket(s, i) > 0 || !goes_on_behind(s, i, way) ? past_bracket(s, i) : i + 1;
	else if (scan_text(s, i, ",")) {
		to = scan_text(s, i + 1, "having") ? i + 1 : past_aside(s, i, way->left);
		if (is_list_comma(s, i, way)) {
			way->listed = true;
			to = verb_past_noun(s, scan_tag(s, i + 1) == TAG_CC ? i + 2 : i + 1);
		}
		to = to == 0 ? past_plurals(s, i, way) : to;
		to = to == 0 && goes_on_behind(s, i, way) ? i + 1 : to;
	} else if (scan_has(s, i, FUNCTION_INCLUDE))
		to = verb_past_noun(s, i + 1);
	else if (is_subordinator(s, i) && !is_served_as(s, i))
		to = past_nested(s, i, way);
	else if (t == TAG_IN || t == TAG_TO || scan_text(s, i, "aged")) {
		way->near = way->near && way->left;
		way->counted |= scan_tag(s, i + 1) == TAG_CD || scan_tag(s, i + 2) == TAG_CD;
		to = verb_past_noun(s, i + 1);
		if (to == i + 1 && (tag_is_noun(scan_tag(s, to)) || scan_tag(s, to) == TAG_VBG))
			to++;
		while (to < s->end && (scan_tag(s, to) == TAG_POS || scan_tag(s, to) == TAG_CD))
			to = verb_past_noun(s, to + 1);
	} else if (t == TAG_CC) {
		to = verb_past_noun(s, i + 1);
		to = to > i + 1 && !begins_clause(s, i, to, way) ? to : i;
	} else if (t == TAG_CD && verb_is_span(s, i + 1)) {
		to = i + 2; /* "kidnapped two months ago have been freed" */
	} else if (verb_is_adverb(s, i) || scan_text(s, i, "%") || t == TAG_OPEN || t == TAG_CLOSE || t == TAG_JJ ||
		   t == TAG_JJR || (i < s->end && reading_hit(s->r, i, LEXICON_TIMES)) || goes_on_name(s, i)) {
		to = i + 1;
	}
	return to > i ? to : i;
}
