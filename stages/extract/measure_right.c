#include "figure_members.h"
#include "measure_verb.h"
#include "measure_way.h"
#include "nouns.h"

enum { FARTHEST_VERB = 60 }; /* [tokens] */

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

/* "citizens held hostage | for a month in the south | have been freed", "12 feared dead | in the blast | were found":
 * past the phrases behind a participle to the auxiliary of the main verb; 0: none follows. */
static uint32_t main_verb_behind(const struct figure_scan *s, uint32_t i)
{
	static const char *const clauses[] = {"as", "after", "before", "while",	 "since",    "until", "because",
					      "if", "that",  "once",   "though", "although", "than"};
	enum { REACH = 16 }; /* [tokens] */

	for (uint32_t k = i; k < s->end && k < i + REACH; k++) {
		enum tag t = scan_tag(s, k);

		if (verb_is_aux(s, k))
			return k;
		if ((t != TAG_IN && t != TAG_DT && t != TAG_CD && t != TAG_RB && t != TAG_POS && !tag_is_noun(t) &&
		     !tag_is_adjective(t)) ||
		    scan_is_one_of(s, k, clauses, sizeof clauses / sizeof *clauses))
			break;
	}
	return 0;
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
	if (scan_tag(s, found->trigger->first) == TAG_VBN || scan_tag(s, found->trigger->first) == TAG_VBD)
		return main_verb_behind(s, behind);
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

	if (way->reduced && bare && !way_is_end(s, i))
		return false; /* "the men shown in the photos police released" */
	if (scan_tag(s, i) == TAG_VBG && !verb_has_trigger(s, i, true) && !way->near && !is_task(s, i, way))
		return false;
	return !way->first.trigger || !((bare && !way_is_end(s, i)) || scan_tag(s, i) == TAG_MD);
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
	uint32_t to = way_step(s, *i, way);

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
