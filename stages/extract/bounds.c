#include "numbers.h"

enum { QUALIFIERS_AT_MOST_BEFORE = 3 };

/* Which of two bounds says more: a bound over a softener over "exactly". */
static int strength(int qualifier)
{
	switch (qualifier) {
	case QUALIFIER_AT_LEAST:
	case QUALIFIER_MORE_THAN:
	case QUALIFIER_AT_MOST:
	case QUALIFIER_LESS_THAN:
		return 4;
	case QUALIFIER_APPROX_BELOW:
	case QUALIFIER_APPROX_ABOVE:
		return 3;
	case QUALIFIER_APPROX:
		return 2;
	default:
		return qualifier == QUALIFIER_EXACT;
	}
}

static int stronger(int a, int b)
{
	return strength(b) > strength(a) ? b : a;
}

/* The qualifier of the hit for that place; QUALIFIER_NONE when it has none there. */
static int qualifier_of(const struct number_scan *s, const struct hit *hit, const char *place)
{
	int64_t row;

	for (size_t k = 0; (row = figure_row(s->r, hit, LEXICON_QUALIFIERS, k)) >= 0; k++)
		if (str_eq(lexicon_cell(s->r->know->lex, LEXICON_QUALIFIERS, (uint32_t)row, QUALIFIERS_PLACE),
			   str_of(place)))
			return word_index(qualifiers, lexicon_cell(s->r->know->lex, LEXICON_QUALIFIERS, (uint32_t)row,
								   QUALIFIERS_QUALIFIER));
	return QUALIFIER_NONE;
}

/* Verbs that go with "over": "handed over 12 prisoners"; "captured over 12 soldiers" is a bound. tagged: the tagger
 * takes it for a particle; then a few more do. */
static bool goes_with_over(const struct number_scan *s, uint32_t verb, bool tagged)
{
	static const char *const stems[] = {"hand", "turn", "pull", "knock", "took", "tak",  "run",
					    "ran",  "roll", "pass", "give",  "gave", "sign", "fell"};
	size_t n = tagged ? sizeof stems / sizeof *stems : 4;

	for (size_t k = 0; k < n; k++)
		if (str_starts(s->r->tokens.at[verb].lower, str_of(stems[k])))
			return tag_is_verb(number_tag(s, verb));
	return false;
}

/* "handed over 12", "over two days", "looked around": a particle or a preposition of time, not a bound. */
static bool is_particle(const struct number_scan *s, const struct hit *hit, const struct number *n)
{
	const struct token *t = &s->r->tokens.at[hit->first];

	if (hit->n != 1)
		return false;
	if (t->tag == TAG_RP && str_eq(n->quantity, STR("length")))
		return false; /* "stretches over 2,000 km" */
	if (str_eq(t->lower, STR("over")) && hit->first > s->start && n->kind == AMOUNT_COUNT)
		return goes_with_over(s, hit->first - 1, t->tag == TAG_RP);
	if (t->tag == TAG_RP || t->tag == TAG_VBD || t->tag == TAG_VBZ)
		return true;
	return n->kind == AMOUNT_TIME && str_eq(t->lower, STR("over")) && hit->first > s->start &&
	       tag_is_noun((enum tag)s->r->tokens.at[hit->first - 1].tag);
}

/* "around the 5,000-acre fire", "told them about the 12 hostages": prepositions; "over the 200 mark" is a bound. */
static bool is_preposition(const struct number_scan *s, const struct hit *hit, const struct number *n)
{
	static const char *const words[] = {"about", "around", "over", "under", "above", "below"};
	uint32_t behind = n->first + n->n;

	if (hit->n != 1 || figure_token_is(s->r, behind, "mark") || figure_token_is(s->r, behind, "level") ||
	    figure_token_is(s->r, behind, "threshold"))
		return false;
	for (size_t k = 0; k < sizeof words / sizeof *words; k++)
		if (figure_token_is(s->r, hit->first, words[k]))
			return true;
	return false;
}

static bool is_article(const struct number_scan *s, uint32_t token)
{
	return figure_token_is(s->r, token, "a") || figure_token_is(s->r, token, "an") ||
	       figure_token_is(s->r, token, "the") || figure_token_is(s->r, token, "(");
}

/* "the toll went up to eight", "brings the number of cases up to 6,754", "cases went up to 300": where a count arrived,
 * no bound; "moved up to 300 people" has one. */
static bool arrives(const struct number_scan *s, const struct hit *hit, const struct number *n)
{
	enum { REACH = 12 }; /* [tokens] */
	bool moved = false;

	if (hit->n != 2 || !figure_token_is(s->r, hit->first, "up") ||
	    (hit->first > s->start && number_tag(s, hit->first - 1) == TAG_IN))
		return false; /* "put at up to 30" */
	for (uint32_t i = hit->first; i > s->start && hit->first - i < REACH; i--) {
		if (figure_word(s->r, i - 1, FUNCTION_COUNTER) || figure_word(s->r, i - 1, FUNCTION_TOLL))
			return true;
		if (s->r->tokens.at[i - 1].kind == TOKEN_MARK)
			break;
		if (!tag_is_verb(number_tag(s, i - 1)))
			continue;
		if (moved || i != hit->first || !figure_word(s->r, i - 1, FUNCTION_CHANGE_UP))
			break;
		moved = true;
	}
	return moved && n->kind == AMOUNT_COUNT && !tag_is_noun(number_tag(s, n->first + n->n));
}

/* The bound that ends right before `at`, articles between skipped. */
static const struct hit *bound_before(const struct number_scan *s, const struct number *n, uint32_t at, int *is)
{
	bool quoted = at > s->start + 1 && number_tag(s, at - 1) == TAG_CLOSE; /* "\"approximately\" 253 people" */
	uint32_t end = quoted ? at - 1 : at;

	for (int skipped = 0; skipped < 2; skipped++) {
		const struct hit *hit = figure_hit_before(s->r, s->start, end, LEXICON_QUALIFIERS);

		while (hit && !qualifier_of(s, hit, "before"))
			hit = hit->n > 1 ? figure_hit_before(s->r, hit->first + 1, end, LEXICON_QUALIFIERS) : NULL;
		if (hit && skipped && figure_token_is(s->r, end, "the") && is_preposition(s, hit, n))
			return NULL;
		if (hit && arrives(s, hit, n))
			return NULL;
		if (hit && !is_particle(s, hit, n)) {
			*is = qualifier_of(s, hit, "before");
			return hit;
		}
		if (end <= s->start + 1 || !is_article(s, end - 1) || figure_token_is(s->r, end - 1, "("))
			return NULL;
		end--;
	}
	return NULL;
}

static void mark(struct number *out, uint32_t first, uint32_t end)
{
	if (out->qualifier_n) {
		uint32_t old_end = out->qualifier_first + out->qualifier_n;

		end = end > old_end ? end : old_end;
		first = first < out->qualifier_first ? first : out->qualifier_first;
		if (old_end <= out->number_first && end > out->number_first)
			return; /* before and behind: the words before it are shown */
	}
	out->qualifier_first = first;
	out->qualifier_n = end - first;
}

/* 1: a quotation of the bound alone opens right before it, "\"approximately\" 253". at: what it bounds. */
static uint32_t opens_quote(const struct number_scan *s, uint32_t bound, uint32_t at)
{
	return bound > s->start && number_tag(s, at - 1) == TAG_CLOSE && number_tag(s, bound - 1) == TAG_OPEN;
}

static int read_before(const struct number_scan *s, struct number *out)
{
	int found = QUALIFIER_NONE, is;
	uint32_t at = out->first;

	if (at >= s->start + 2 && figure_is_dash(s->r, at - 1) && figure_token_is(s->r, at - 2, "sub")) {
		mark(out, at - 2, at - 1);
		out->first = at - 2;
		return QUALIFIER_LESS_THAN;
	}
	for (int k = 0; k < QUALIFIERS_AT_MOST_BEFORE; k++) {
		const struct hit *hit = bound_before(s, out, at, &is);

		if (!hit)
			break;
		if (strength(is) > 1)
			mark(out, hit->first, hit->first + hit->n);
		found = stronger(found, is);
		at = out->first = hit->first - opens_quote(s, hit->first, at);
	}
	return found;
}

/* "or more", "or so", "+", "-odd" right behind the token; "at least" only where the clause ends with it. */
static int read_after(const struct number_scan *s, uint32_t at, uint32_t *n)
{
	for (uint32_t h = at < s->end ? s->r->first_hit[at] : 0; at < s->end && h < s->r->first_hit[at + 1]; h++) {
		const struct hit *hit = &s->r->hits.at[h];
		uint32_t behind = at + hit->n;
		bool both = hit->tables & 1u << LEXICON_QUALIFIERS && qualifier_of(s, hit, "before");
		int is = hit->tables & 1u << LEXICON_QUALIFIERS ? qualifier_of(s, hit, "after") : QUALIFIER_NONE;

		if (!is || behind > s->end)
			continue;
		if (both && behind < s->end && s->r->tokens.at[behind].kind != TOKEN_MARK &&
		    !tag_is_verb((enum tag)s->r->tokens.at[behind].tag))
			continue;
		if (behind < s->end &&
		    (s->r->tokens.at[behind].kind == TOKEN_NUMBER || figure_token_is(s->r, behind, "than")))
			continue; /* "5000 or more than 4500" */
		*n = hit->n;
		return is;
	}
	return QUALIFIER_NONE;
}

void bounds_behind(const struct number_scan *s, struct number *out)
{
	uint32_t n = 0, end = out->first + out->n;
	int after = read_after(s, end, &n);

	if (!after)
		return;
	mark(out, end, end + n);
	out->n += n;
	out->rules |= RULE_BIT(BOUND_AFTER);
	if (out->qualifier != QUALIFIER_RANGE && out->qualifier != QUALIFIER_ORDER)
		out->qualifier = (uint8_t)stronger(out->qualifier, after);
}

void bounds_read(const struct number_scan *s, struct number *out)
{
	uint32_t end = out->first + out->n;
	int before = read_before(s, out);

	out->n = end - out->first;
	if (strength(before) > 1)
		out->rules |= RULE_BIT(BOUND_BEFORE);
	if (out->qualifier != QUALIFIER_RANGE && out->qualifier != QUALIFIER_ORDER)
		out->qualifier = (uint8_t)(before ? before : QUALIFIER_EXACT);
	bounds_behind(s, out);
}
