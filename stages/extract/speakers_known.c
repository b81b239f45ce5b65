#include "base/hash.h"
#include "speakers_names.h"

/* Who has been named: by each word of the name, the last one wins. */

enum { WORDS_FIRST = 64 };

static size_t slot_of(const struct knowns *k, uint64_t word)
{
	size_t i = word & (k->slots - 1);

	while (k->by_word[i] && k->words[i] != word)
		i = (i + 1) & (k->slots - 1);
	return i;
}

static void grow(struct speech *s)
{
	struct knowns *k = &s->knowns, old = *k;

	k->slots = old.slots ? 4 * old.slots : WORDS_FIRST;
	k->by_word = ARENA_ARRAY(s->r->arena, uint32_t, k->slots);
	k->words = ARENA_ARRAY(s->r->arena, uint64_t, k->slots);
	for (size_t i = 0; i < old.slots; i++)
		if (old.by_word[i]) {
			size_t to = slot_of(k, old.words[i]);

			k->words[to] = old.words[i];
			k->by_word[to] = old.by_word[i];
		}
}

static void name_word(struct speech *s, uint64_t word, uint32_t known)
{
	struct knowns *k = &s->knowns;

	if (2 * k->filled >= k->slots)
		grow(s);
	size_t i = slot_of(k, word);

	k->filled += k->by_word[i] == 0;
	k->words[i] = word;
	k->by_word[i] = known + 1;
}

struct known *knowns_by(const struct speech *s, uint64_t word)
{
	if (!s->knowns.slots)
		return NULL;
	uint32_t at = s->knowns.by_word[slot_of(&s->knowns, word)];

	return at ? &s->knowns.at[at - 1] : NULL;
}

static bool is_plain_word(const struct token *t)
{
	return t->kind == TOKEN_WORD && t->text.n > 2;
}

/* The last word before "of", "at", "who": "the governor | of the province". */
static uint32_t last_of_head(const struct speech *s, struct span words)
{
	uint32_t i = words.first;

	while (i + 1 < words.end && token_at(s, i + 1)->tag != TAG_IN && token_at(s, i + 1)->tag != TAG_WP &&
	       (token_at(s, i + 1)->kind == TOKEN_WORD || (i + 2 < words.end && token_is(s, i + 1, "-"))))
		i++;
	return i;
}

/* A person goes by the last word of the name, a body by each; one without a name by what they are. */
static void index_words(struct speech *s, struct span name, const struct known *known, uint32_t at)
{
	static const struct str young[] = {STR_WORD("jr"), STR_WORD("jr."), STR_WORD("sr"), STR_WORD("sr."),
					   STR_WORD("ii"), STR_WORD("iii"), STR_WORD("."),  STR_WORD(",")};
	uint32_t last = name.end - 1;

	if (known->human && !(token_at(s, last)->flags & TOKEN_CAPITAL && tag_is_proper(token_at(s, name.first)->tag)))
		last = last_of_head(s, name);
	while (known->human && last > name.first && token_is_one_of(s, last, young, sizeof young / sizeof *young))
		last--; /* "Jerry Overman | Jr." */
	for (uint32_t i = known->human ? last : name.first; i < (known->human ? last + 1 : name.end); i++)
		if (is_plain_word(token_at(s, i)))
			name_word(s, token_at(s, i)->hash, at);
}

/* The Rapid Support Forces are "the RSF" afterwards, where that stands for nobody else. */
static void index_initials(struct speech *s, struct span name, uint32_t at)
{
	enum { SHORTEST = 3, LONGEST = 8 };
	char letters[LONGEST];
	size_t n = 0;

	for (uint32_t i = name.first; i < name.end && n < LONGEST; i++)
		if (token_at(s, i)->kind == TOKEN_WORD && token_at(s, i)->flags & TOKEN_CAPITAL)
			letters[n++] = token_at(s, i)->lower.at[0];
	uint64_t word = hash64((struct str){letters, n});

	if (n >= SHORTEST && n < LONGEST && !knowns_by(s, word))
		name_word(s, word, at);
}

uint32_t knowns_add(struct speech *s, struct span name, struct known known)
{
	LIST_ADD(s->r->arena, &s->knowns, known);
	index_words(s, name, &known, (uint32_t)s->knowns.n - 1);
	if (!known.human)
		index_initials(s, name, (uint32_t)s->knowns.n - 1);
	return (uint32_t)s->knowns.n - 1;
}

/* "a rescue group in the north" is "the group" afterwards, "Governor Ana Reyes" the governor. */
void knowns_call(struct speech *s, const struct person *p, uint32_t at)
{
	bool human = s->knowns.at[at].human;

	if (p->human != human || p->role.end <= p->role.first)
		return;
	uint32_t head = last_of_head(s, p->role);

	for (uint32_t i = human ? p->role.first : head; i <= head; i++)
		if (human ? source_noun_kind(s, i) == 'p' : tag_is_noun((enum tag)token_at(s, i)->tag))
			name_word(s, token_at(s, i)->hash, at);
}

/* "RSF", in capitals. */
static bool is_acronym(const struct token *t)
{
	enum { SHORTEST = 2, LONGEST = 8 };

	return t->kind == TOKEN_WORD && t->flags & TOKEN_UPPER && t->text.n >= SHORTEST && t->text.n <= LONGEST;
}

/* The first token of the name before `end` whose capitals are the letters, "Observatory for Human Rights": small words
 * may stand between. `end` itself when there is none. */
static uint32_t spelled_by(const struct speech *s, uint32_t end, struct str letters)
{
	enum { SMALL = 3 }; /* [bytes] of, for, the, and */
	uint32_t i = end;

	while (letters.n && i > 0) {
		const struct token *t = token_at(s, --i);

		if (t->kind == TOKEN_WORD && t->flags & TOKEN_CAPITAL && t->lower.at[0] == letters.at[letters.n - 1])
			letters.n--;
		else if (t->kind != TOKEN_WORD || t->flags & TOKEN_CAPITAL || t->text.n > SMALL)
			return end;
	}
	return letters.n ? end : i;
}

void knowns_abbreviate(struct speech *s, uint32_t open, const uint32_t *at)
{
	if (open + 2 >= s->r->tokens.n || !token_is(s, open, "(") || !token_is(s, open + 2, ")") ||
	    !is_acronym(token_at(s, open + 1)))
		return;
	struct span name = {spelled_by(s, open, token_at(s, open + 1)->lower), open};
	struct known body = {.name = reading_text(s->r, name.first, name.end - name.first)};

	if (at)
		name_word(s, token_at(s, open + 1)->hash, *at);
	else if (name.first < name.end)
		name_word(s, token_at(s, open + 1)->hash, knowns_add(s, name, body));
}
