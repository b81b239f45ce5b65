#include "records/bodies.h"

#include <stdlib.h>

/* The actor `id` is part of the body `of`; the office `id` of the office `of`, or another word for it. */
struct part {
	struct str id, of;
};

struct parts {
	struct part *at;
	size_t n, room;
};

struct bodies {
	struct parts actors, offices;
	struct parts aliases; /* other words for an office: "army" of "military" */
	struct parts nouns;   /* all that stand for one who acts: "rebel" is no country */
};

/* As ids are made of names: "Ministry of Defence" gives "ministry-of-defence". */
static struct str slug(struct str name, struct arena *arena)
{
	struct buf out = {.arena = arena};

	for (size_t i = 0; i < name.n; i++) {
		unsigned char c = (unsigned char)name.at[i];

		if (ascii_is_alpha(c) || ascii_is_digit(c) || c >= 0x80)
			buf_add_char(&out, ascii_to_lower(name.at[i]));
		else if (c != '.' && c != '\'' && out.n && out.at[out.n - 1] != '-')
			buf_add_char(&out, '-');
	}
	return buf_str(&out);
}

static int by_id(const void *pa, const void *pb)
{
	const struct part *a = pa, *b = pb;
	int c = str_cmp(a->id, b->id);

	return c ? c : str_cmp(a->of, b->of);
}

static int by_id_alone(const void *a, const void *b) /* for one that is looked for */
{
	return str_cmp(((const struct part *)a)->id, ((const struct part *)b)->id);
}

/* By id, each once: an actor has a row for each of its names. */
static void sort(struct parts *parts)
{
	size_t n = 0;

	if (parts->n)
		qsort(parts->at, parts->n, sizeof *parts->at, by_id);
	for (size_t i = 0; i < parts->n; i++)
		if (i + 1 == parts->n || !str_eq(parts->at[i].id, parts->at[i + 1].id))
			parts->at[n++] = parts->at[i];
	parts->n = n;
}

static const struct part *find(const struct parts *parts, struct str id)
{
	const struct part key = {.id = id};

	return parts->n ? bsearch(&key, parts->at, parts->n, sizeof *parts->at, by_id_alone) : NULL;
}

static void add_actors(struct bodies *to, const struct lexicon *lex, struct arena *arena)
{
	uint32_t id = lexicon_column(lex, LEXICON_ACTORS, "id"), parent = lexicon_column(lex, LEXICON_ACTORS, "parent");

	for (uint32_t row = 0; row < lexicon_rows(lex, LEXICON_ACTORS); row++) {
		struct part part = {lexicon_cell(lex, LEXICON_ACTORS, row, id),
				    lexicon_cell(lex, LEXICON_ACTORS, row, parent)};

		LIST_ADD(arena, &to->actors, part);
	}
	sort(&to->actors);
}

/* "army" is the office "military", as are soldiers, who are of no other one; it is part of the
 * Ministry of Defence. */
static void add_offices(struct bodies *to, const struct lexicon *lex, struct arena *arena)
{
	uint32_t phrase = lexicon_column(lex, LEXICON_SOURCE_NOUNS, "phrase"),
		 type = lexicon_column(lex, LEXICON_SOURCE_NOUNS, "type"),
		 office = lexicon_column(lex, LEXICON_SOURCE_NOUNS, "office"),
		 whole = lexicon_column(lex, LEXICON_SOURCE_NOUNS, "whole");

	for (uint32_t row = 0; row < lexicon_rows(lex, LEXICON_SOURCE_NOUNS); row++) {
		struct str named = slug(lexicon_cell(lex, LEXICON_SOURCE_NOUNS, row, phrase), arena),
			   of = slug(lexicon_cell(lex, LEXICON_SOURCE_NOUNS, row, office), arena);
		struct part noun = {named, STR_NULL},
			    is = {of, slug(lexicon_cell(lex, LEXICON_SOURCE_NOUNS, row, whole), arena)};

		LIST_ADD(arena, &to->nouns, noun);
		if (of.n)
			LIST_ADD(arena, &to->offices, is);
		if (str_is_empty(of) && str_eq(lexicon_cell(lex, LEXICON_SOURCE_NOUNS, row, type), STR("military")))
			of = STR("military");
		struct part alias = {named, of};

		if (of.n && !str_eq(named, of))
			LIST_ADD(arena, &to->aliases, alias);
	}
	sort(&to->aliases);
	sort(&to->offices);
	sort(&to->nouns);
}

const struct bodies *bodies_open(const struct lexicon *lex, struct arena *arena)
{
	struct bodies *b = ARENA_NEW(arena, struct bodies);

	if (lex) {
		add_actors(b, lex, arena);
		add_offices(b, lex, arena);
	}
	return b;
}

/* What stands before an office, with its hyphen: "russian-", but not "rebel-". */
static bool may_be_country(const struct bodies *bodies, struct str before)
{
	size_t from = before.n;

	if (before.n == 0)
		return true;
	before.n--;
	for (from = before.n; from > 0 && before.at[from - 1] != '-';)
		from--;
	return !find(&bodies->nouns, str_slice(before, from, before.n));
}

/* The longest office that the id ends with, and what stands before it. */
static const struct part *find_office(const struct parts *offices, struct str id, struct str *before)
{
	const struct part *found;

	for (size_t from = 0; from < id.n; from++)
		if ((from == 0 || id.at[from - 1] == '-') && (found = find(offices, str_slice(id, from, id.n)))) {
			*before = str_slice(id, 0, from);
			return found;
		}
	return NULL;
}

struct str bodies_named(const struct bodies *bodies, struct str id, struct arena *arena)
{
	struct str before, office;
	const struct part *found;

	if (!bodies || find(&bodies->actors, id) || !(found = find_office(&bodies->aliases, id, &before)))
		return id;
	if (may_be_country(bodies, before))
		return str_concat(arena, (struct str[]){before, found->of}, 2);
	office = str_slice(before, 0, before.n - 1);
	found = find(&bodies->aliases, office);
	return found ? found->of : find(&bodies->offices, office) ? office : id;
}

struct str bodies_part_of(const struct bodies *bodies, struct str id, struct arena *arena)
{
	const struct part *found = bodies ? find(&bodies->actors, id) : NULL;
	struct str before;

	if (!bodies || found)
		return found ? found->of : STR_NULL;
	id = bodies_named(bodies, id, arena);
	if ((found = find(&bodies->actors, id)))
		return found->of;
	found = find_office(&bodies->offices, id, &before);
	if (!found || str_is_empty(found->of) || !may_be_country(bodies, before))
		return STR_NULL;
	return str_concat(arena, (struct str[]){before, found->of}, 2);
}

struct str bodies_whole(const struct bodies *bodies, struct str id, struct arena *arena)
{
	struct str up;

	for (int i = 0; i < BODIES_DEPTH && (up = bodies_part_of(bodies, id, arena)).n; i++)
		id = up;
	return id;
}
