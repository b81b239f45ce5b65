#include "phrases.h"

#include "phrase_parts.h"

/* [n], each PHRASE_NONE. */
static uint32_t *none_list(struct arena *arena, uint32_t n)
{
	uint32_t *list = arena_more(arena, NULL, 0, n, sizeof *list);

	memset(list, 0xFF, n * sizeof *list);
	return list;
}

/* The tags of n tokens side by side, and none around them. */
static const uint8_t *tags_of(const struct token *at, uint32_t n, struct arena *arena)
{
	char *tags = arena_text(arena, n + 2 * PHRASE_MARGIN);

	memset(tags, TAG_NONE, PHRASE_MARGIN);
	tags += PHRASE_MARGIN;
	for (uint32_t i = 0; i < n; i++)
		tags[i] = (char)at[i].tag;
	memset(tags + n, TAG_NONE, PHRASE_MARGIN);
	return (const uint8_t *)tags;
}

static void find_groups(struct phrase_finder *f)
{
	for (uint32_t i = f->first, next; i < f->end; i = next) {
		next = phrase_begins_verb(f, i) ? phrase_verb(f, i) : i;
		if (next == i && phrase_begins_noun(f, i))
			next = phrase_noun(f, i);
		if (next == i)
			next = i + 1;
	}
}

static const uint32_t *next_nouns(const struct phrase_finder *f)
{
	uint32_t n = f->end - f->first, i = 0;
	uint32_t *next = arena_more(f->arena, NULL, 0, n + 1, sizeof *next);

	for (uint32_t noun = 0; noun < f->nouns.n; noun++)
		for (uint32_t first = f->nouns.at[noun].first - f->first; i <= first; i++)
			next[i] = noun;
	memset(next + i, 0xFF, (n - i) * sizeof *next);
	return next;
}

/* Room for the phrases of a usual sentence at once. */
static void reserve(struct phrase_finder *f, uint32_t n)
{
	f->nouns.room = n / 3 + 1;
	f->nouns.at = arena_more(f->arena, NULL, 0, f->nouns.room, sizeof *f->nouns.at);
	f->verbs.room = n / 6 + 1;
	f->verbs.at = arena_more(f->arena, NULL, 0, f->verbs.room, sizeof *f->verbs.at);
}

void phrases_find(const struct tokens *tokens, uint32_t first, uint32_t n, struct arena *arena, struct phrases *out)
{
	struct phrase_finder f = {.at = tokens->at, .first = first, .end = first + n, .arena = arena};

	f.tags = tags_of(n ? tokens->at + first : NULL, n, arena);
	f.noun_of = none_list(arena, 2 * n);
	f.verb_of = f.noun_of + n;
	reserve(&f, n);
	find_groups(&f);
	phrase_join_nouns(&f);
	phrase_join_verbs(&f);
	*out = (struct phrases){f.nouns.at, f.verbs.at, f.nouns.n, f.verbs.n,	   first,
				n,	    f.noun_of,	f.verb_of, next_nouns(&f), f.tags};
}

const struct noun_phrase *phrases_noun(const struct phrases *p, uint32_t noun)
{
	return noun < p->nouns_n ? &p->nouns[noun] : NULL;
}

const struct verb_group *phrases_verb(const struct phrases *p, uint32_t verb)
{
	return verb < p->verbs_n ? &p->verbs[verb] : NULL;
}

static uint32_t entry(const struct phrases *p, const uint32_t *list, uint32_t token)
{
	return token >= p->first && token - p->first < p->n ? list[token - p->first] : PHRASE_NONE;
}

const struct noun_phrase *phrases_noun_at(const struct phrases *p, uint32_t token)
{
	return phrases_noun(p, entry(p, p->noun_of, token));
}

const struct verb_group *phrases_verb_at(const struct phrases *p, uint32_t token)
{
	return phrases_verb(p, entry(p, p->verb_of, token));
}

const struct noun_phrase *phrases_noun_after(const struct phrases *p, uint32_t token)
{
	return token == UINT32_MAX ? NULL : phrases_noun(p, entry(p, p->noun_next, token + 1));
}

uint32_t phrases_counted(const struct phrases *p, uint32_t token)
{
	const struct noun_phrase *np = phrases_noun_at(p, token);

	if (!np)
		return PHRASE_NONE;
	if (!(np->flags & NOUN_BARE))
		return np->head;
	np = phrases_noun(p, np->of);
	return np ? np->head : PHRASE_NONE;
}

const struct verb_group *phrases_governor(const struct phrases *p, uint32_t token)
{
	enum { DEPTH = 4 }; /* the dead of a group of the army of … */
	const struct verb_group *v = phrases_verb_at(p, token);
	const struct noun_phrase *np = v ? NULL : phrases_noun_at(p, token);

	for (int depth = 0; np && !v && depth < DEPTH; depth++) {
		v = phrases_verb(p, np->subject_of);
		v = v ? v : phrases_verb(p, np->object_of);
		if (v)
			break;
		const struct noun_phrase *whole = phrases_noun(p, np->whole != PHRASE_NONE ? np->whole : np->beside);

		v = whole ? NULL : phrases_verb(p, np->hangs_on);
		np = whole;
	}
	return v;
}
