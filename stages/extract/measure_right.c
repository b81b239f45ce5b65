#include "figure_members.h"
#include "measure_verb.h"
#include "nouns.h"

enum { FARTHEST_VERB = 60, ASIDE_REACH = 40 }; /* [tokens] */

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

/* "a man who was shot last month died", "three of those wounded later died": a past form of what counts its subject. */
static bool is_end(const struct figure_scan *s, uint32_t i)
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
		if (verb > k + 1 && (verb_is_aux(s, verb) || is_end(s, verb)))
			return verb; /* ", John Roe and Jim Doe, later died" */
	}
	return 0;
}

static bool is_subordinator(const struct figure_scan *s, uint32_t i)
{
	static const char *const words[] = {"because",	"after",  "when",    "while", "as",	"that",	 "before", "if",
					    "although", "though", "whether", "until", "unless", "where", "so"};

	for (size_t k = 0; k < sizeof words / sizeof *words; k++)
		if (scan_text(s, i, words[k]))
			return true;
	return false;
}

/* The way from the counted phrase to its verb. */
struct way {
	const struct figure *figure;
	bool near;	     /* nothing but brackets and adverbs so far */
	bool counted;	     /* another counted phrase stands between: what relates goes with that one */
	bool aside;	     /* the phrase stands between commas: ", or 7,900 people," */
	bool reduced;	     /* within a participle's "found in the truck" */
	bool relative;	     /* within "who …", "that …" */
	bool told_there;     /* a verb of that clause stands behind */
	bool inside;	     /* the phrase is itself part of another: "in 14 districts" */
	bool opens;	     /* the phrase opens the sentence */
	bool listed;	     /* a list of counts goes on behind it */
	bool left;	     /* "left 400 people in the valley homeless": what stands farther off is of them, too */
	struct stated first; /* what was found so far */
	const struct trigger *told; /* what a clause between commas states */
};

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

/* What stands between a phrase and its verb: one step on; the same token when the way ends there. */
static uint32_t step(const struct figure_scan *s, uint32_t i, struct way *way)
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
		return i;
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
		to = to > i + 1 ? to : i;
	} else if (t == TAG_CD && verb_is_span(s, i + 1)) {
		to = i + 2; /* "kidnapped two months ago have been freed" */
	} else if (verb_is_adverb(s, i) || scan_text(s, i, "%") || t == TAG_OPEN || t == TAG_CLOSE || t == TAG_JJ ||
		   t == TAG_JJR || (i < s->end && reading_hit(s->r, i, LEXICON_TIMES)) || goes_on_name(s, i)) {
		to = i + 1;
	}
	return to > i ? to : i;
}

/* An adjective or noun right behind: "14 people dead", "500 in need of aid". */
static struct stated right_behind(const struct figure_scan *s, const struct figure *f, uint32_t i)
{
	struct stated found = verb_complement(s, f, i, false);

	while (!found.trigger && (verb_is_adverb(s, i) || scan_text(s, i, "either") || scan_text(s, i, "more")))
		found = verb_complement(s, f, ++i, false);
	return found;
}

/* "with 13 soldiers and four rebels dead", "left two men and a boy dead": what stands behind the last of two is stated
 * of both. */
static struct stated behind_joined(const struct figure_scan *s, const struct figure *f, uint32_t i)
{
	struct stated none = {0}, found;
	uint32_t to = scan_text(s, i, "and") ? verb_past_noun(s, i + 1) : i;

	if (f->first == s->start || !(scan_text(s, f->first - 1, "with") || measure_is_left(s, f)) || to <= i + 1 ||
	    !(scan_tag(s, i + 1) == TAG_CD || scan_text(s, i + 1, "a") || scan_text(s, i + 1, "an")))
		return none;
	found = verb_complement(s, f, to, false);
	return found.trigger && (str_eq(found.trigger->measure, STR("killed")) ||
				 str_eq(found.trigger->measure, STR("injured")))
		       ? found
		       : none;
}

/* Is a finding the last word, or may the main verb still say more: "50 people displaced by floods were evacuated"? */
static bool is_final(const struct stated *found, const struct way *way)
{
	return !way->relative && !(found->rules & RULE_BIT(PARTICIPLE));
}

/* "three people inside a trailer were killed", "two people inside were hurt", "130 children being held were freed": a
 * preposition with or without its noun, or a participle, and the verb has the word; where that may stand. 0: "still
 * inside". */
static uint32_t leads_on(const struct figure_scan *s, const struct stated *found)
{
	uint32_t behind = found->trigger->first + found->trigger->n, past = verb_past_noun(s, behind);

	if (scan_text(s, found->trigger->first, "being") ||
	    (scan_text(s, found->trigger->first, "inside") && verb_is_aux(s, behind)))
		return behind;
	return found->trigger->n == 1 && past > behind && scan_tag(s, found->trigger->first) == TAG_IN ? past : 0;
}

/* ", who had been kidnapped in May,": what the clause behind the comma states, before the verb that follows it. */
static const struct trigger *stated_aside(const struct figure_scan *s, const struct figure *f, uint32_t comma)
{
	uint32_t next;

	if (!scan_text(s, comma, ",") || !scan_has(s, comma + 1, FUNCTION_RELATIVE) || !verb_begins(s, comma + 2))
		return NULL;
	return verb_read(s, f, comma + 2, true, &next).trigger;
}

/* "officers on a task force | serving a warrant were killed": what they did, right behind a noun. */
static bool is_task(const struct figure_scan *s, uint32_t i, const struct way *way)
{
	return scan_tag(s, i) == TAG_VBG && !scan_text(s, i, "being") && tag_is_noun(scan_tag(s, i - 1)) &&
	       !way->counted && !way->inside && !way->first.trigger && !way->relative;
}

/* May a verb at the token still say more of the phrase, after what was found? */
static bool says_more(const struct figure_scan *s, uint32_t i, const struct way *way)
{
	bool bare = !verb_is_aux(s, i);

	if (way->reduced && bare && !is_end(s, i))
		return false; /* "the men shown in the photos police released" */
	if (scan_tag(s, i) == TAG_VBG && !verb_has_trigger(s, i, true) && !way->near && !is_task(s, i, way))
		return false;
	return !way->first.trigger || !((bare && !is_end(s, i)) || scan_tag(s, i) == TAG_MD);
}

/* "32 of the 58 people found in the truck": a participle that hangs on the phrase, with where or how. */
static bool is_reduced(const struct figure_scan *s, uint32_t i)
{
	return scan_tag(s, i) == TAG_VBN && scan_tag(s, i + 1) == TAG_IN;
}

/* The verb group at *i on the way: true where it ends the way with *out, else *i is behind it. */
static bool verb_ends(const struct figure_scan *s, const struct figure *f, uint32_t *i, struct way *way,
		      struct stated *out)
{
	uint32_t next = 0;
	bool ing = scan_tag(s, *i) == TAG_VBG, being = way->near && scan_text(s, *i, "being");
	struct stated found;

	*out = way->first;
	if (!says_more(s, *i, way) || (way->told_there && way->inside && scan_tag(s, *i - 1) != TAG_CC))
		return true; /* "nine of the 58 people who arrived last week | are sick" */
	found = verb_read(s, f, *i, way->near, &next);
	if (way->inside && !way->relative && !being && !(found.rules & RULE_BIT(PARTICIPLE)))
		return true; /* "resulted in two men being killed" goes on */
	if (((ing || is_reduced(s, *i)) && way->near) || is_task(s, *i, way)) {
		way->reduced = !ing;
		way->relative = !found.trigger; /* "two officers guarding the bank were killed" */
		way->near = false;
		next = verb_past_noun(s, next);
	}
	if (found.trigger && is_final(&found, way) && !ing) {
		found.also = way->told;
		*out = found;
		return true;
	}
	if (found.trigger && way->first.trigger) {
		found.also = way->relative ? way->first.trigger : NULL;
		*out = scan_tag(s, *i) == TAG_MD || way->inside ? way->first : found;
		return true;
	}
	if (found.trigger) {
		found.rules |= way->relative ? RULE_BIT(RELATIVE) : 0;
		way->first = found;
		way->near = false;
	} else if (!way->relative && !way->first.trigger) {
		return true;
	}
	way->told_there |= way->relative && scan_tag(s, *i) != TAG_VBN && !ing;
	*i = next;
	return false;
}

/* Past what is no verb; false where the way ends. */
static bool go_on(const struct figure_scan *s, const struct figure *f, uint32_t *i, struct way *way)
{
	uint32_t to = step(s, *i, way);

	way->told = way->told ? way->told : stated_aside(s, f, *i);
	if (way->first.trigger && (scan_text(s, *i, ",") || scan_tag(s, *i) == TAG_CC))
		return false;
	if (to == *i && way->relative && (tag_is_noun(scan_tag(s, *i)) || scan_tag(s, *i) == TAG_DT))
		to = verb_past_noun(s, *i);
	if (to == *i)
		return false;
	*i = to;
	return true;
}

/* Past "a day" to the verb; "tens of thousands of cases a week and every part will be affected" has none. */
static uint32_t past_rate(const struct figure_scan *s, uint32_t i)
{
	uint32_t to = measure_past_rate(s, i);

	return scan_tag(s, to) == TAG_CC ? i : to;
}

/* "twelve people there | were killed" */
static uint32_t past_there(const struct figure_scan *s, uint32_t i)
{
	return i + ((scan_text(s, i, "there") || scan_text(s, i, "here")) && verb_is_aux(s, i + 1));
}

struct stated measure_right(const struct figure_scan *s, const struct figure *f)
{
	uint32_t i = past_there(s, past_rate(s, figure_behind(s, f))),
		 last = i + FARTHEST_VERB < s->end ? i + FARTHEST_VERB : s->end;
	struct stated found = right_behind(s, f, i);
	struct way way = {
		.near = true,
		.inside = measure_stands_inside(s, f),
		.aside = measure_stands_aside(s, f),
		.figure = f,
		.opens = f->first == s->start,
		.listed = f != s->figures && f->first > s->start && scan_text(s, f->first - 1, ","),
		.left = measure_is_left(s, f),
	};

	found = found.trigger ? found : behind_joined(s, f, i);
	found.rules |= found.trigger && way.inside ? RULE_BIT(BACKGROUND) : 0;
	if (found.trigger && !leads_on(s, &found))
		return found;
	if (found.trigger) {
		way.first = found;
		i = leads_on(s, &found);
		way.near = false;
	} else if ((found = verb_of_others(s, f, i)).trigger) {
		way.first = found;
		way.relative = true;
		i = found.trigger->first + found.trigger->n;
	}
	while (i < last) {
		if (!way.relative && (way.counted || way.first.rules & RULE_BIT(PARTICIPLE)))
			i = verb_past_relative(s, i);
		if (scan_text(s, i, "that") && f->number.form == NUMERAL_ZERO && !f->subject.n)
			break; /* "no evidence that they were killed" */
		if (scan_has(s, i, FUNCTION_RELATIVE) && !way.relative && !way.counted) {
			way.relative = true;
			way.near = false;
			i++;
		} else if (way.left && way.near && (found = verb_complement(s, f, i, false)).trigger) {
			return found; /* "left 400 people on the coast | without power" */
		} else if (verb_begins(s, i)) {
			if (verb_ends(s, f, &i, &way, &found))
				return found;
		} else if (way.left && !way.first.trigger && scan_text(s, i - 1, ",") &&
			   (found = right_behind(s, f, i)).trigger) {
			return found; /* "left 12 people, most of them women, dead" */
		} else if (!go_on(s, f, &i, &way)) {
			break;
		}
	}
	return way.first;
}
