#include "speakers_names.h"

/* Whom a phrase takes up again. */

static struct str text_of(const struct speech *s, struct span span)
{
	return span.end > span.first ? reading_text(s->r, span.first, span.end - span.first) : STR_NULL;
}

static struct str noun_cell(const struct speech *s, uint32_t i, uint32_t column)
{
	const struct hit *hit = source_noun_ending(s, i);

	return hit ? hit_cell(s->r, hit, LEXICON_SOURCE_NOUNS, column) : STR_NULL;
}

static struct str type_of_actor(const struct speech *s, struct str name)
{
	const struct lexicon *lex = s->r->know->lex;
	int64_t row = lexicon_row(lex, LEXICON_ACTORS, name);

	return row < 0 ? STR_NULL : lexicon_cell(lex, LEXICON_ACTORS, (uint32_t)row, s->actor_type);
}

/* The type that the last noun of bodies among the words tells: "Radio Sahel", "a gold producer". */
static struct str type_of_words(const struct speech *s, struct str words)
{
	const struct lexicon *lex = s->r->know->lex;
	struct str rest = str_lower(s->r->arena, words), type = STR_NULL;

	while (rest.n) {
		int64_t row = lexicon_row(lex, LEXICON_SOURCE_NOUNS, str_cut(&rest, ' '));
		char kind = row < 0 ? 0 : s->r->know->source_kinds[row];

		if (kind == 'g' || kind == 'm')
			type = lexicon_cell(lex, LEXICON_SOURCE_NOUNS, (uint32_t)row, s->noun_type);
	}
	return type;
}

bool known_is_medium(const struct speech *s, const struct known *known)
{
	return str_eq(type_of_actor(s, known->name), STR("media"));
}

/* "the army" is not the Liberation Army that it fights. */
static bool is_rival(const struct speech *s, uint32_t noun, const struct known *known)
{
	return noun_cell(s, noun, s->noun_office).n && str_eq(type_of_actor(s, known->name), STR("armed_group"));
}

static bool ends_with(const struct speech *s, struct str text, struct str tail)
{
	return str_ends(str_lower(s->r->arena, text), str_lower(s->r->arena, tail));
}

/* "the defence minister" of "Defence Minister Ana Reyes". */
static bool has_post(const struct speech *s, const struct known *known, struct str post)
{
	return known->human && ends_with(s, known->role.n ? known->role : known->name, post);
}

/* "Al-Shaibani", "secretary-general": one word with a hyphen. */
static bool is_joined(const struct speech *s, struct span name)
{
	return name.end - name.first == 3 && token_is(s, name.first + 1, "-");
}

struct known *earlier_name(struct speech *s, const struct person *p, struct span words)
{
	uint32_t n = p->name.end - p->name.first;
	struct known *known = n ? knowns_by(s, token_at(s, p->name.end - 1)->hash) : NULL;
	bool the = token_at(s, words.first)->tag == TAG_DT && token_is(s, words.first, "the");

	if (!known || (n > 2 && !is_joined(s, p->name)) || (n == 1 && is_rival(s, p->name.first, known)))
		return NULL;
	if (p->proper && n == 1 && known->name.n > text_of(s, p->name).n)
		return known;
	if (p->proper)
		return ends_with(s, known->name, text_of(s, p->name)) && (known->human || is_joined(s, p->name)) ? known
														 : NULL;
	/* "Gasser said" behind "Marianne Gasser", whatever the tagger takes it for where it opens a sentence */
	if (n == 1 && !the && known->human && token_at(s, p->name.first)->flags & TOKEN_CAPITAL &&
	    words.end == words.first + 1 && str_ends(known->name, text_of(s, p->name)) &&
	    known->name.n > text_of(s, p->name).n)
		return known;
	return the && (n == 1 || has_post(s, known, text_of(s, p->name))) ? known : NULL;
}

struct known *earlier_giver(struct speech *s, const struct person *p, struct span words)
{
	struct known *known = p->given && token_is(s, words.first, "the") && p->name.end - p->name.first == 1
				      ? knowns_by(s, token_at(s, p->name.first)->hash)
				      : NULL;

	return known && !known->human ? known : NULL;
}

/* Nothing but an article stands before the noun, and nothing tells which it is behind: "the ministry's director". */
static bool stands_bare(const struct speech *s, uint32_t i, struct span words)
{
	bool before = i == words.first || token_is(s, i - 1, "the");

	return before && !token_is(s, i + 1, "of") && !token_is(s, i + 1, "for") && !token_is(s, i + 1, "in");
}

struct known *earlier_body(struct speech *s, struct span words)
{
	for (uint32_t i = words.first; i < words.end; i++) {
		struct known *known = source_noun_kind(s, i) == 'g' && stands_bare(s, i, words)
					      ? knowns_by(s, token_at(s, i)->hash)
					      : NULL;

		if (known && !known->human && !is_rival(s, i, known))
			return known;
	}
	return NULL;
}

/* The type of a body that its name or role tells: asked of the one who spoke last at every phrase. */
static struct str type_of_known(const struct speech *s, struct known *known)
{
	if (known->sorted)
		return known->sort;
	known->sorted = true;
	known->sort = type_of_actor(s, known->name);
	if (known->sort.n == 0)
		known->sort = type_of_words(s, known->name);
	if (known->sort.n == 0)
		known->sort = type_of_words(s, known->role);
	return known->sort;
}

bool is_of_sort(const struct speech *s, const struct person *p, struct span words, struct known *known)
{
	if (p->proper || p->human || known->human || p->name.end <= p->name.first || !token_is(s, words.first, "the"))
		return false;
	struct str type = noun_cell(s, p->name.end - 1, s->noun_type), sort = type_of_known(s, known);
	bool group = token_is(s, p->name.end - 1, "group") && str_eq(type, STR("anonymous"));

	if (group) /* who has spoken as one; "the group" that an army fights has not */
		return str_eq(sort, STR("ngo")) || str_eq(sort, STR("monitor"));
	return type.n && !str_eq(type, STR("anonymous")) && !str_eq(type, STR("government")) && str_eq(type, sort);
}
