#include "words.h"

#include "records/quantity_words.h"

struct str words_source(struct arena *arena, const struct source_ref *source, const struct source_ref *speaker)
{
	struct str name = source->name.n ? source->name : source->id;

	if (str_is_empty(speaker->name) || str_eq(speaker->name, name))
		return name;
	return str_concat(arena, (struct str[]){speaker->name, STR(" ("), name, STR(")")}, 4);
}

struct str words_quantity(struct arena *arena, struct str measure, struct str subject, struct str unit,
			  const struct place_ref *place)
{
	struct str name = place->parent_name.n ? place->parent_name : place->name;
	struct str what = quantity_words(arena, measure, subject, unit);

	return name.n ? str_concat(arena, (struct str[]){what, STR(", "), name}, 3) : what;
}

struct str words_happening(struct arena *arena, const struct event *e, struct str told)
{
	struct str name = e->place.parent_name.n ? e->place.parent_name : e->place.name;
	struct str parts[] = {e->type, told.n ? STR(" ") : STR_NULL, told, name.n ? STR(", ") : STR_NULL};
	struct str what = str_spaced(arena, str_concat(arena, parts, sizeof parts / sizeof *parts));

	return str_concat(arena, (struct str[]){what, name}, 2);
}

enum { NAMED_MOST = 6 }; /* sources named in a sentence */

/* "A said 12 (2 reports), B about 15, and 3 more sources": said, as one source or several may be the first. */
static void add_statements(struct buf *out, const struct current *c)
{
	size_t named = 0, more = 0;

	for (size_t i = 0, end; i < c->n; i = end) {
		end = rules_source_end(c, i);
		if (named == NAMED_MOST) {
			more++;
			continue;
		}
		const struct assertion *a = c->at[i].s->a;
		struct str source = words_source(out->arena, &a->source, &a->speaker);

		buf_add(out, named ? STR(", ") : STR_NULL);
		buf_add(out, source);
		buf_add(out, named ? STR(" ") : STR(" said "));
		for (size_t k = i; k < end; k++) {
			buf_add(out, k > i ? STR(" and ") : STR_NULL);
			buf_add(out, assertion_words(out->arena, c->at[k].s->a));
		}
		if (a->independent > 1)
			buf_printf(out, " (%lld independent reports)", (long long)a->independent);
		named++;
	}
	if (more)
		buf_printf(out, ", and %zu more", more);
}

/* What follows the statements: "; the median of 3 independent sources is 8,500". */
static const struct {
	const char *rule, *words;
} closings[] = {
	{"agreed.specific", "; these can hold together, and the most specific is "},
	{"contested.median", "; these cannot all hold, and the median of the independent sources is "},
	{"contested.latest", "; these cannot all hold, and the latest is "},
	{"contested.preferred", "; these cannot all hold, and the preferred source's is "},
	{"contested.weighted", "; these cannot all hold, and the median by weight of the sources is "},
	{"cumulative.kept", "; nobody took the earlier total back, so it stays at "},
};

/* The numbers go together, but not with what is counted vaguely. */
static const char vague_dissent[] =
	"; not all that is counted vaguely goes with the numbers, of which the most specific is ";

static const char *closing_of(const struct verdict *v)
{
	for (size_t i = 0; i < sizeof closings / sizeof *closings; i++)
		if (str_eq(str_of(v->rule), str_of(closings[i].rule)))
			return i == 0 && v->status == ESTIMATE_CONTESTED ? vague_dissent : closings[i].words;
	return NULL;
}

struct str words_why(struct arena *arena, const struct current *c, const struct verdict *v)
{
	struct buf out = {.arena = arena};
	const char *closing = closing_of(v);

	add_statements(&out, c);
	if (v->best.known && closing)
		buf_printf(&out, "%s%.*s", closing, STR_ARG(decimal_grouped(arena, v->best)));
	if (v->status == ESTIMATE_VAGUE)
		buf_printf(&out, "; nobody gives a number");
	else if (!v->best.known)
		buf_printf(&out, "; no single number is stated");
	for (size_t i = 0; i < c->n; i++)
		if (c->at[i].revised)
			buf_printf(&out, "; %.*s revised its number down", STR_ARG(c->at[i].s->a->source.name));
	return buf_str(&out);
}
