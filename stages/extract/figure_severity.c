#include "figure_parts.h"

/* "Three of the victims are in critical condition", "12 were slightly hurt": so many are hurt so badly, and no count
 * of all who are hurt. Where nobody is hurt badly, nothing is said of those hurt lightly. */

/* "stable", "minor": a word for how badly somebody is hurt that is not among the grave ones. */
static bool is_mild(const struct reading *r, uint32_t i)
{
	static const struct str words[] = {STR_WORD("stable"),	    STR_WORD("minor"),	     STR_WORD("lightly"),
					   STR_WORD("slightly"),    STR_WORD("slight"),	     STR_WORD("moderate"),
					   STR_WORD("moderately"),  STR_WORD("superficial"), STR_WORD("intensive"),
					   STR_WORD("non-critical")};

	return i < r->tokens.n && str_is_one_of(r->tokens.at[i].lower, words, sizeof words / sizeof *words);
}

static bool is_severity(const struct reading *r, uint32_t i)
{
	return figure_word(r, i, FUNCTION_GRAVE) > 0 || is_mild(r, i);
}

/* What may stand between "suffered" and how badly: "suffered | what police called | minor injuries" ends at a verb. */
static bool goes_on(const struct reading *r, uint32_t i)
{
	enum tag tag = (enum tag)r->tokens.at[i].tag;

	return tag_is_noun(tag) || tag_is_adjective(tag) || tag == TAG_DT || tag == TAG_RB || tag == TAG_HYPH ||
	       tag == TAG_VBG || tag == TAG_WDT || figure_word(r, i, FUNCTION_BE) || figure_is_dash(r, i);
}

/* By the words that state it, the adverb before them, or what they lead to: "seriously | injured", "suffered |
 * life-threatening wounds". */
static bool is_told(const struct reading *r, const struct figure *f)
{
	enum { REACH = 5 }; /* [tokens] */
	uint32_t from = f->trigger_first, behind = from + f->trigger_n, end = figure_sentence_end(r, from);

	for (uint32_t i = from ? from - 1 : from; i < behind; i++)
		if (is_severity(r, i))
			return true;
	for (uint32_t i = behind; i < end && i < behind + REACH && goes_on(r, i); i++)
		if (is_severity(r, i))
			return true;
	return false;
}

/* "None of those hurt sustained | life-threatening injuries": its verb stands behind those of whom it is told. */
static bool is_told_behind(const struct reading *r, const struct figure *f)
{
	enum { REACH = 8 }; /* [tokens] */
	uint32_t behind = f->first + f->n, end = figure_sentence_end(r, f->first);

	for (uint32_t i = behind; i < end && i < behind + REACH; i++) {
		if (r->tokens.at[i].kind == TOKEN_MARK && !figure_is_dash(r, i))
			return false;
		if (is_severity(r, i))
			return true;
	}
	return false;
}

void figure_mark_severity(const struct reading *r, struct figures *all)
{
	for (size_t i = 0; i < all->n; i++) {
		struct figure *f = &all->at[i];
		bool zero = f->number.form == NUMERAL_ZERO;

		if (!str_is(f->measure, "injured") || !f->trigger_n ||
		    !(is_told(r, f) || (zero && is_told_behind(r, f))))
			continue;
		f->rules |= RULE_BIT(SEVERITY);
		if (zero) {
			f->measure = STR_NULL;
			f->aspect = ASPECT_NONE;
		}
	}
}
