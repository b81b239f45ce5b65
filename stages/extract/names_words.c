#include "names_parts.h"

enum { LONGEST_WORD = 5, STRONG_PEOPLE = 200000, MEDIUM_PEOPLE = 15000 };

static struct place_word word_of(const struct naming *s, const struct hit *hit)
{
	const struct place_row *row = &s->r->know->place_words[s->place_rows[hit - s->r->hits.at]];

	return (struct place_word){row->kind, hit->first, hit->n, row->part, row->hint};
}

static bool is_place_word(const struct hit *hit)
{
	return hit->tables & (1u << LEXICON_PLACE_NOUNS);
}

/* Once for each country. */
static void imply(struct naming *s, struct str alpha2)
{
	char code[] = {ascii_to_upper(alpha2.at[0]), ascii_to_upper(alpha2.at[1])};
	uint32_t country = gazetteer_country(s->g, (struct str){code, sizeof code});

	if (country == PLACE_NONE)
		return;
	struct str name = gazetteer_name(s->g, country);

	for (size_t i = 0; i < s->out->implied.n; i++)
		if (str_eq(s->out->implied.at[i], name))
			return;
	strs_add(s->r->arena, &s->out->implied, name);
	s->countries[gazetteer_country_code(s->g, country)] = true;
}

void note_place_words(struct naming *s)
{
	const struct hits *hits = &s->r->hits;

	s->word_ending = ARENA_ARRAY(s->r->arena, uint32_t, s->r->tokens.n + 1);
	s->place_rows = arena_more(s->r->arena, NULL, 0, hits->n + 1, sizeof *s->place_rows);
	s->out->place_rows = s->place_rows;
	for (size_t h = hits->n; h-- > 0;) { /* the first that ends there is the longest */
		const struct hit *hit = &hits->at[h];

		if (!is_place_word(hit))
			continue;
		s->place_rows[h] = hit_row(s->r, hit, LEXICON_PLACE_NOUNS);
		const struct place_row *row = &s->r->know->place_words[s->place_rows[h]];

		if (hit->n > LONGEST_WORD)
			continue;
		if (row->kind == WORD_IMPLIES)
			imply(s, row->hint);
		else
			s->word_ending[hit->first + hit->n] = (uint32_t)h + 1;
	}
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
		if (r->hits.at[h].tables & (1u << LEXICON_PLACE_NOUNS) && i + r->hits.at[h].n <= s->end) {
			struct place_word w = word_of(s, &r->hits.at[h]);

			if (w.kind == kind)
				return w;
		}
	return (struct place_word){.kind = WORD_NONE};
}

struct place_word place_word_before(const struct naming *s, uint32_t i)
{
	uint32_t hit = i > s->first ? s->word_ending[i] : 0;

	return hit ? word_of(s, &s->r->hits.at[hit - 1]) : (struct place_word){.kind = WORD_NONE};
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
	return (is_joint(s, i + 1) || (i + 1 < s->end && str_is(name_token(s, i)->lower, "al"))) &&
	       gazetteer_is_article(name_token(s, i)->text);
}

/* "SPRINGFIELD, LA": of two letters in capitals alone, what follows a comma; else "LA" is an article. */
static bool is_suffix_position(const struct naming *s, uint32_t i)
{
	static const struct str known[] = {STR_WORD("uk"), STR_WORD("eu")};

	return name_token_is(s, i - 1, ",") || name_token_among(s, i, known, sizeof known / sizeof *known);
}

static struct match abbreviation_at(const struct naming *s, uint32_t i)
{
	struct str text = name_token(s, i)->text;

	if (!(name_token(s, i)->flags & TOKEN_UPPER))
		return (struct match){0};
	const struct gazetteer_node *node = gazetteer_step(s->g, NULL, gazetteer_abbreviation(text));
	/* In capitals "CAR" may be a car: only what is written with points counts there. */
	bool plain = s->upper && !memchr(text.at, '.', text.n) &&
		     (text.n == 2 ? !is_suffix_position(s, i) : not_place_at(s, i) != NOT_PLACE_NONE);

	return node && node->places && !plain ? (struct match){node, 1, true, i} : (struct match){0};
}

/* "U.N." is no Un: what is written with points is an abbreviation or none. */
static bool is_initials(const struct naming *s, uint32_t i)
{
	struct str text = name_token(s, i)->text;

	return text.n >= 3 && text.at[1] == '.' && text.at[text.n - 1] == '.';
}

static struct match find_match(const struct naming *s, uint32_t i)
{
	struct match best = abbreviation_at(s, i);
	const struct gazetteer_node *node = NULL;
	bool alone = !best.n && !is_initials(s, i); /* may its first word be a name? */

	for (uint32_t k = i; k < s->end && k < i + NAME_TOKENS_MOST; k++) {
		const struct token *t = name_token(s, k);

		if (k > i && is_joint(s, k))
			continue;
		if (t->kind == TOKEN_MARK)
			break;
		if (is_silent(s, k))
			continue;
		node = gazetteer_step(s->g, node, gazetteer_lower(t->text, t->lower, t->hash));
		if (!node)
			break;
		if ((node->places || node->demonyms) && may_end(s, i, k) && (k > i || alone))
			best = (struct match){node, k + 1 - i, false, i};
		if (!node->next)
			break;
	}
	return best;
}

/* What begins at a name's first token is asked again by the rules that read on from there. */
struct match match_at(struct naming *s, uint32_t i)
{
	if (i >= s->end)
		return (struct match){0};
	if (i != s->matched_at) {
		s->matched = find_match(s, i);
		s->matched_at = i;
	}
	return s->matched;
}

/* "Vale" for the department of Valle: the names share a key, and our own list says nothing of that spelling. */
static bool is_spelt_otherwise(const struct naming *s, const struct match *m, uint32_t place)
{
	struct str text = name_token(s, m->first)->lower, name = gazetteer_name(s->g, place);

	if (gazetteer_brief(s->g, place).respelled || name.n < text.n)
		return false;
	for (size_t i = 0; i < text.n; i++) {
		unsigned char a = (unsigned char)text.at[i], b = (unsigned char)name.at[i];

		if (a >= 0x80 || b >= 0x80)
			return false; /* marks */
		if (a != (unsigned char)ascii_to_lower((char)b))
			return true;
	}
	return false;
}

enum level match_level(const struct naming *s, const struct match *m)
{
	if (!m->node || !m->node->places)
		return LEVEL_NONE;
	uint32_t place = *gazetteer_list(s->g, m->node);
	enum place_kind kind = gazetteer_kind(s->g, place);
	int64_t people = gazetteer_population(s->g, place);

	if (kind == PLACE_ADMIN1 && m->n == 1 && is_spelt_otherwise(s, m, place))
		return LEVEL_MEDIUM;
	if (kind <= PLACE_ADMIN1 || kind >= PLACE_SEA || people >= STRONG_PEOPLE)
		return LEVEL_STRONG;
	if (kind == PLACE_ADMIN2 && m->n == 1)
		return LEVEL_WEAK;
	return m->n > 1 || people >= MEDIUM_PEOPLE || gazetteer_is_own(s->g, place) ? LEVEL_MEDIUM : LEVEL_WEAK;
}
