#include "words.h"

struct str words_number(struct arena *arena, struct decimal number)
{
	struct buf out = {.arena = arena};
	struct str text = decimal_format(arena, number);
	ptrdiff_t point = str_find(text, STR("."));
	size_t whole = point < 0 ? text.n : (size_t)point, sign = text.n && text.at[0] == '-';

	for (size_t i = 0; i < text.n; i++) {
		if (i > sign && i < whole && (whole - i) % 3 == 0)
			buf_add_char(&out, ',');
		buf_add_char(&out, text.at[i]);
	}
	return buf_str(&out);
}

static const char *const before_number[] = {
	[QUALIFIER_NONE] = "",
	[QUALIFIER_EXACT] = "",
	[QUALIFIER_APPROX] = "about ",
	[QUALIFIER_APPROX_BELOW] = "nearly ",
	[QUALIFIER_APPROX_ABOVE] = "just over ",
	[QUALIFIER_AT_LEAST] = "at least ",
	[QUALIFIER_MORE_THAN] = "more than ",
	[QUALIFIER_AT_MOST] = "at most ",
	[QUALIFIER_LESS_THAN] = "less than ",
	[QUALIFIER_RANGE] = "",
	[QUALIFIER_ORDER] = "vaguely ",
};

struct str words_statement(struct arena *arena, const struct assertion *a)
{
	const char *before = before_number[a->qualifier];

	if (a->qualifier == QUALIFIER_EXACT && strs_has(a->qualifiers, STR("more_than")))
		before = "more than ";
	else if (a->qualifier == QUALIFIER_EXACT && strs_has(a->qualifiers, STR("at_least")))
		before = "at least ";
	if (a->best.known)
		return str_printf(arena, "%s%.*s", before, STR_ARG(words_number(arena, a->best)));
	if (!a->high.known)
		return str_printf(arena, "%s%.*s or more", before, STR_ARG(words_number(arena, a->low)));
	if (!a->low.known)
		return str_printf(arena, "%s%.*s or less", before, STR_ARG(words_number(arena, a->high)));
	return str_printf(arena, "%s%.*s to %.*s", before, STR_ARG(words_number(arena, a->low)),
			  STR_ARG(words_number(arena, a->high)));
}

struct str words_source(struct arena *arena, const struct source_ref *source, const struct source_ref *speaker)
{
	struct str name = source->name.n ? source->name : source->id;

	if (str_is_empty(speaker->name) || str_eq(speaker->name, name))
		return name;
	return str_printf(arena, "%.*s (%.*s)", STR_ARG(speaker->name), STR_ARG(name));
}

struct str words_quantity(struct arena *arena, struct str measure, struct str subject, struct str unit,
			  const struct place_ref *place)
{
	struct str name = place->parent_name.n ? place->parent_name : place->name;
	struct buf out = {.arena = arena};

	for (size_t i = 0; i < measure.n; i++)
		buf_add_char(&out, measure.at[i] == '_' ? ' ' : measure.at[i]);
	if (subject.n)
		buf_printf(&out, " %.*s", STR_ARG(subject));
	if (unit.n)
		buf_printf(&out, " in %.*s", STR_ARG(unit));
	if (name.n)
		buf_printf(&out, ", %.*s", STR_ARG(name));
	return buf_str(&out);
}

enum { NAMED_MOST = 6 }; /* sources named in a sentence */

/* "A says 12 (2 reports), B about 15, and 3 more sources" */
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

		buf_printf(out, "%s%.*s %s", named ? ", " : "", STR_ARG(source), named ? "" : "says ");
		for (size_t k = i; k < end; k++)
			buf_printf(out, "%s%.*s", k > i ? " and " : "",
				   STR_ARG(words_statement(out->arena, c->at[k].s->a)));
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

struct str words_why(struct arena *arena, const struct current *c, const struct verdict *v)
{
	struct buf out = {.arena = arena};

	add_statements(&out, c);
	for (size_t i = 0; i < sizeof closings / sizeof *closings; i++)
		if (v->best.known && str_eq(str_of(v->rule), str_of(closings[i].rule)))
			buf_printf(&out, "%s%.*s", closings[i].words, STR_ARG(words_number(arena, v->best)));
	if (v->status == ESTIMATE_VAGUE)
		buf_printf(&out, "; nobody gives a number");
	else if (!v->best.known)
		buf_printf(&out, "; no single number is stated");
	for (size_t i = 0; i < c->n; i++)
		if (c->at[i].revised)
			buf_printf(&out, "; %.*s revised its number down", STR_ARG(c->at[i].s->a->source.name));
	return buf_str(&out);
}
