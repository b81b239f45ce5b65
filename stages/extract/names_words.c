#include "names_parts.h"

enum { LONGEST_WORD = 5, STRONG_PEOPLE = 200000, MEDIUM_PEOPLE = 15000 };

static const struct small_word word_kinds[] = {
	{"", 0},     {"settlement", 10}, {"area", 4}, {"part", 4},  {"site", 4},   {"water", 5},
	{"line", 4}, {"compass", 7},	 {"near", 4}, {"inner", 5}, {"toward", 6}, {"verb", 4},
};

static struct place_word word_of(const struct naming *s, const struct hit *hit)
{
	struct place_word w = {WORD_NONE, hit->first, hit->n, {0}, {0}};
	struct str kind = hit_cell(s->r, hit, LEXICON_PLACE_NOUNS, s->kind);

	for (size_t k = 1; k < sizeof word_kinds / sizeof *word_kinds; k++)
		if (kind.n == word_kinds[k].n && memcmp(kind.at, word_kinds[k].at, kind.n) == 0)
			w.kind = (enum place_word_kind)k;
	w.part = hit_cell(s->r, hit, LEXICON_PLACE_NOUNS, s->part);
	w.hint = hit_cell(s->r, hit, LEXICON_PLACE_NOUNS, s->hint);
	return w;
}

struct place_word place_word_at(const struct naming *s, uint32_t i)
{
	const struct hit *hit = i < s->end ? reading_hit(s->r, i, LEXICON_PLACE_NOUNS) : NULL;

	return hit && i + hit->n <= s->end ? word_of(s, hit) : (struct place_word){.kind = WORD_NONE};
}

struct place_word place_word_of(const struct naming *s, uint32_t i, enum place_word_kind kind)
{
	const struct reading *r = s->r;

	for (uint32_t h = i < s->end ? r->first_hit[i] : 0; i < s->end && h < r->first_hit[i + 1]; h++)
		if (r->hits.at[h].node->tables & (1u << LEXICON_PLACE_NOUNS) && i + r->hits.at[h].n <= s->end) {
			struct place_word w = word_of(s, &r->hits.at[h]);

			if (w.kind == kind)
				return w;
		}
	return (struct place_word){.kind = WORD_NONE};
}

struct place_word place_word_before(const struct naming *s, uint32_t i)
{
	const struct reading *r = s->r;

	for (uint32_t n = LONGEST_WORD; n > 0; n--) {
		if (i < s->first + n)
			continue;
		for (uint32_t h = r->first_hit[i - n]; h < r->first_hit[i - n + 1]; h++)
			if (r->hits.at[h].n == n && r->hits.at[h].node->tables & (1u << LEXICON_PLACE_NOUNS))
				return word_of(s, &r->hits.at[h]);
	}
	return (struct place_word){.kind = WORD_NONE};
}

/* May a name end with this token? With a capital, or a word that places are called ("Aleppo airport"). */
static bool may_end(const struct naming *s, uint32_t first, uint32_t i)
{
	if (is_capital(s, i) || name_token(s, i)->flags & TOKEN_DIGIT)
		return true;
	enum place_word_kind kind = i > first ? place_word_at(s, i).kind : WORD_NONE;

	return kind == WORD_PART || kind == WORD_SITE || kind == WORD_LINE || kind == WORD_AREA;
}

/* An article that is silent in names: before a hyphen, and "al" before any word. */
static bool is_silent(const struct naming *s, uint32_t i)
{
	struct str text = name_token(s, i)->text;

	return i + 1 < s->end && gazetteer_is_article(text) && (is_joint(s, i + 1) || str_eq_fold(text, STR("al")));
}

/* "SPRINGFIELD, LA": of two letters in capitals alone, what follows a comma; else "LA" is an article. */
static bool is_suffix_position(const struct naming *s, uint32_t i)
{
	static const struct small_word known[] = {{"uk", 2}, {"eu", 2}};

	return name_token_is(s, i - 1, ",") || name_token_among(s, i, known, sizeof known / sizeof *known);
}

static struct match abbreviation_at(const struct naming *s, uint32_t i)
{
	struct str text = name_token(s, i)->text;
	const struct gazetteer_node *node = gazetteer_step(s->g, NULL, gazetteer_abbreviation(text));
	/* In capitals "CAR" may be a car: only what is written with points counts there. */
	bool plain = s->upper && !memchr(text.at, '.', text.n) &&
		     (text.n == 2 ? !is_suffix_position(s, i) : not_place_why(s, i, 1).n > 0);

	return node && node->places && !plain ? (struct match){node, 1, true} : (struct match){0};
}

struct match match_at(const struct naming *s, uint32_t i)
{
	struct match best = {0};
	const struct gazetteer_node *node = NULL;

	if (i >= s->end)
		return best;
	best = abbreviation_at(s, i);
	for (uint32_t k = i; k < s->end && k < i + NAME_TOKENS_MOST; k++) {
		const struct token *t = name_token(s, k);

		if (k > i && is_joint(s, k))
			continue;
		if (t->kind == TOKEN_MARK)
			break;
		if (is_silent(s, k))
			continue;
		node = gazetteer_step(s->g, node, gazetteer_word(t->text));
		if (!node)
			break;
		if ((node->places || node->demonyms) && may_end(s, i, k) && (k > i || !best.n))
			best = (struct match){node, k + 1 - i, false};
		if (!node->longer)
			break;
	}
	return best;
}

enum level match_level(const struct naming *s, const struct match *m)
{
	if (!m->node || !m->node->places)
		return LEVEL_NONE;
	uint32_t place = *gazetteer_list(s->g, m->node);
	enum place_kind kind = gazetteer_kind(s->g, place);
	int64_t people = gazetteer_population(s->g, place);

	if (kind <= PLACE_ADMIN1 || kind >= PLACE_SEA || people >= STRONG_PEOPLE)
		return LEVEL_STRONG;
	if (kind == PLACE_ADMIN2 && m->n == 1)
		return LEVEL_WEAK;
	return m->n > 1 || people >= MEDIUM_PEOPLE || gazetteer_is_own(s->g, place) ? LEVEL_MEDIUM : LEVEL_WEAK;
}
