#include "figure_parts.h"

/* "Twenty members of the clinic's team", "six of his children", "my uncle and his wife": those of one family or crew,
 * and no count of all. (Each side of a war counts its own soldiers: that is disputed.) */

/* "family", "team": who belong together wherever they are. */
static bool is_circle(const struct reading *r, uint32_t i)
{
	static const struct str words[] = {STR_WORD("family"),	   STR_WORD("household"),    STR_WORD("team"),
					   STR_WORD("staff"),	   STR_WORD("crew"),	     STR_WORD("delegation"),
					   STR_WORD("mission"),	   STR_WORD("congregation"), STR_WORD("clan"),
					   STR_WORD("expedition"), STR_WORD("choir"),	     STR_WORD("class")};

	return str_is_one_of(r->tokens.at[i].lower, words, sizeof words / sizeof *words);
}

static bool fights(const struct figure *f)
{
	return str_is(f->subject, "soldiers") || str_is(f->subject, "fighters") || str_is(f->subject, "police");
}

/* "20 members of | the Save the Children team", "six of | his children" */
static bool is_of_circle(const struct reading *r, const struct figure *f)
{
	enum { REACH = 8 }; /* [tokens] */
	uint32_t end = figure_sentence_end(r, f->first), behind = f->first + f->n;
	bool members = false;

	for (uint32_t i = f->first; i + 1 < end && i < behind + REACH; i++) {
		if (r->tokens.at[i].kind == TOKEN_MARK)
			return false;
		if (!members && figure_token_is(r, i, "of") && r->tokens.at[i + 1].tag == TAG_PRPS)
			return !fights(f) && !figure_token_is(r, i + 1, "their");
		if (members && is_circle(r, i))
			return true;
		members |= (figure_token_is(r, i, "members") && figure_token_is(r, i + 1, "of")) ||
			   (figure_token_is(r, i, "from") && r->tokens.at[i + 1].tag == TAG_PRPS);
		if (i >= behind && !members && !figure_token_is(r, i, "of"))
			return false;
	}
	return false;
}

static bool is_mine(const struct reading *r, const struct figure *f)
{
	return f->first > 0 && (figure_token_is(r, f->first - 1, "my") || figure_token_is(r, f->first - 1, "our"));
}

void figure_mark_own(const struct reading *r, struct figures *all)
{
	for (size_t i = 0; i < all->n; i++) {
		struct figure *f = &all->at[i];

		if (f->measure.n && f->number.kind == AMOUNT_COUNT && f->number.form != NUMERAL_ZERO &&
		    (is_of_circle(r, f) || is_mine(r, f)))
			f->rules |= RULE_BIT(OWN);
	}
}
