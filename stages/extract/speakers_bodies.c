#include "speakers_names.h"

/* "An air strike on an MSF hospital killed 16 people, the charity said": the body that a text has named, though it has
 * not spoken before. */

static bool is_of_type(const struct speech *s, const struct hit *hit, enum lexicon_table table, uint32_t column,
		       const char *type)
{
	return hit && str_is(hit_cell(s->r, hit, table, column), type);
}

/* "the charity", "the aid group": a noun of one body of that type. */
static bool stands_for_charity(const struct speech *s, const struct person *p, struct span words)
{
	uint32_t noun = p->name.end - 1;

	return !p->proper && !p->human && p->name.end > p->name.first && token_is(s, words.first, "the") &&
	       token_at(s, noun)->tag == TAG_NN && words.end == p->name.end &&
	       is_of_type(s, source_noun_ending(s, noun), LEXICON_SOURCE_NOUNS, s->noun_type, "ngo");
}

/* What is "the organisation" as well as a charity is. */
static bool is_other_body(const struct speech *s, const struct hit *hit)
{
	static const char *const types[] = {"armed_group", "igo", "monitor", "company"};

	for (size_t i = 0; i < sizeof types / sizeof *types; i++)
		if (is_of_type(s, hit, LEXICON_ACTORS, s->actor_type, types[i]))
			return true;
	return false;
}

/* The last mention of the only charity among the words before; NULL: none, or several. any: a noun that other bodies
 * go by, too. */
static const struct hit *only_charity(const struct speech *s, uint32_t before, bool any)
{
	enum { LOOK_BACK = 1024 }; /* [tokens] */
	const struct reading *r = s->r;
	const struct hit *found = NULL;
	struct str id = STR_NULL;

	for (uint32_t h = r->first_hit[before > LOOK_BACK ? before - LOOK_BACK : 0]; h < r->first_hit[before]; h++) {
		const struct hit *hit = &r->hits.at[h];

		if (!(hit->tables & 1u << LEXICON_ACTORS) || !(r->tokens.at[hit->first].flags & TOKEN_CAPITAL))
			continue;
		if (any && is_other_body(s, hit))
			return NULL;
		if (!is_of_type(s, hit, LEXICON_ACTORS, s->actor_type, "ngo"))
			continue;
		struct str one = hit_cell(r, hit, LEXICON_ACTORS, s->actor_id);

		if (found && !str_eq(one, id))
			return NULL;
		found = hit;
		id = one;
	}
	return found;
}

uint32_t bodies_named(struct speech *s, const struct person *p, struct span words)
{
	uint32_t noun = p->name.end > p->name.first ? p->name.end - 1 : words.first;
	bool any = token_is(s, noun, "organisation") || token_is(s, noun, "organization");
	const struct hit *hit = stands_for_charity(s, p, words) ? only_charity(s, words.first, any) : NULL;

	if (!hit)
		return 0;
	struct span name = {hit->first, hit->first + hit->n};

	return knowns_add(s, name, (struct known){.name = reading_text(s->r, hit->first, hit->n), .spoke = true}) + 1;
}
