#include "calamity.h"

#include "figure_words.h"
#include "sudden.h"

/* Those that last are none that come unforeseen. */
static bool is_lasting(const struct reading *r, uint32_t token)
{
	static const struct str types[] = {STR_WORD("conflict"), STR_WORD("offensive"), STR_WORD("siege"),
					   STR_WORD("famine"),	 STR_WORD("drought"),	STR_WORD("outbreak"),
					   STR_WORD("flood"),	 STR_WORD("storm"),	STR_WORD("wildfire")};
	const struct hit *hit = reading_hit(r, token, LEXICON_TRIGGERS);
	const struct event_type *type = hit ? event_trigger_of(r, hit)->type : NULL;

	return type && str_is_one_of(type->name, types, sizeof types / sizeof *types);
}

static bool is_calamity(const struct reading *r, uint32_t token)
{
	if (!tag_is_noun((enum tag)r->tokens.at[token].tag))
		return false;
	return figure_word(r, token, FUNCTION_DISEASE) || sudden_noun(r, token) || is_lasting(r, token);
}

/* "The report on the outbreak claims": it is another's. */
static bool is_led(const struct reading *r, uint32_t start, uint32_t noun)
{
	uint32_t i = noun;

	while (i > start && (tag_is_noun((enum tag)r->tokens.at[i - 1].tag) ||
			     tag_is_adjective((enum tag)r->tokens.at[i - 1].tag) || r->tokens.at[i - 1].tag == TAG_DT))
		i--;
	return i > start && r->tokens.at[i - 1].tag == TAG_IN && !figure_token_is(r, i - 1, "after") &&
	       !figure_token_is(r, i - 1, "as") && !figure_token_is(r, i - 1, "that");
}

bool calamity_claims(const struct reading *r, uint32_t start, uint32_t verb)
{
	static const struct str between[] = {STR_WORD("has"),	  STR_WORD("have"), STR_WORD("had"),
					     STR_WORD("already"), STR_WORD("also"), STR_WORD("so"),
					     STR_WORD("far"),	  STR_WORD("that"), STR_WORD("which")};
	uint32_t i = verb;

	while (i > start && str_is_one_of(r->tokens.at[i - 1].lower, between, sizeof between / sizeof *between))
		i--;
	i -= i > start && r->tokens.at[i - 1].kind == TOKEN_MARK; /* "the war, which has claimed" */
	return i > start && is_calamity(r, i - 1) && !is_led(r, start, i - 1);
}
