/* Is the place behind a token that of others than the token counts? */
#include "figure_words.h"
#include "whereabouts_parts.h"

/* "8,500 died in Turkey, and in Syria 700 did", ", in Syria 700": the place opens a clause of its own. */
static bool opens_clause(const struct whereabouts *w, const struct name *n)
{
	uint32_t in = n->preposition, behind = n->first + n->n;

	if (in == UINT32_MAX || in < 2)
		return false;
	if (whereabouts_is(w, in - 1, "and"))
		return whereabouts_is(w, in - 2, ",");
	return whereabouts_is(w, in - 1, ",") && behind < w->r->tokens.n &&
	       w->r->tokens.at[behind].kind == TOKEN_NUMBER;
}

/* "42 people, including 27 pupils, who were seized in Homs", "42 people, including 27 pupils, have left Homs": what is
 * told behind the part is again of all. */
static bool part_ends(const struct whereabouts *w, uint32_t from, uint32_t to)
{
	static const struct str words[] = {STR_WORD("who"),  STR_WORD("which"), STR_WORD("were"), STR_WORD("was"),
					   STR_WORD("when"), STR_WORD("after"), STR_WORD("have"), STR_WORD("has"),
					   STR_WORD("had"),  STR_WORD("are"),	STR_WORD("will")};

	for (uint32_t i = from; i + 1 < to; i++)
		if (whereabouts_is(w, i, ",") && whereabouts_is_one_of(w, i + 1, words, sizeof words / sizeof *words))
			return true;
	return false;
}

/* "30 | miles", "45 | km" */
static bool is_length(const struct reading *r, uint32_t i)
{
	const struct hit *hit = reading_hit(r, i, LEXICON_UNITS);

	return hit &&
	       str_is(lexicon_cell(r->know->lex, LEXICON_UNITS, hit_row(r, hit, LEXICON_UNITS), UNITS_KIND), "length");
}

/* "rose to 27 as four more died in Sylhet", "rose to 14 after two bodies were found off Luzon": the place of what is
 * counted behind the conjunction, and not measured, as in "12 were saved after it sank 30 miles off Malta". */
static bool is_of_another_count(const struct whereabouts *w, const struct name *n, uint32_t token)
{
	static const struct str words[] = {STR_WORD("as"), STR_WORD("after"), STR_WORD("when")};
	bool apart = false;

	for (uint32_t i = token + 1; i < n->first && n->first - token < WHEREABOUTS_TELLING; i++) {
		if (apart && w->r->tokens.at[i].tag == TAG_CD && !is_length(w->r, i + 1))
			return true;
		apart |= whereabouts_is_one_of(w, i, words, sizeof words / sizeof *words);
	}
	return false;
}

/* "nine deaths, six in Hama and three in Homs": the place of a number that stands alone behind the one at the token. */
static bool is_of_share(const struct whereabouts *w, const struct name *n, uint32_t token)
{
	static const struct str before[] = {STR_WORD(","), STR_WORD(":"), STR_WORD("("), STR_WORD("with"),
					    STR_WORD("and")};
	uint32_t in = n->preposition;

	if (in == UINT32_MAX || in < token + 3 || n->first < token)
		return false;
	in -= whereabouts_is(w, in - 1, "more") || whereabouts_is(w, in - 1, "others");
	return w->r->tokens.at[in - 1].tag == TAG_CD && !figure_is_year(w->r, in - 1) &&
	       (whereabouts_is_one_of(w, in - 2, before, sizeof before / sizeof *before) ||
		figure_is_dash(w->r, in - 2));
}

bool whereabouts_is_anothers(const struct whereabouts *w, const struct name *n, uint32_t token)
{
	static const struct str words[] = {STR_WORD("though"), STR_WORD("although"),  STR_WORD("but"),
					   STR_WORD("while"),  STR_WORD("whereas"),   STR_WORD("unlike"),
					   STR_WORD("like"),   STR_WORD("surpassing")};

	for (uint32_t i = token + 1; i < n->first && n->first - token < WHEREABOUTS_TELLING; i++)
		if (whereabouts_is_one_of(w, i, words, sizeof words / sizeof *words) ||
		    (whereabouts_is(w, i, "than") && w->r->tokens.at[i + 1].tag != TAG_CD) ||
		    (whereabouts_is(w, i, "including") && !part_ends(w, i, n->first)))
			return true;
	return n->first > token && (opens_clause(w, n) || is_of_another_count(w, n, token) || is_of_share(w, n, token));
}
