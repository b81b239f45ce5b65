/* Reports on several countries put each below a heading of its own: "PHILIPPINES", "Peru: floods in Piura and Lima", or
 * behind it: "PERU: Floods have killed 12 people." What hangs on no other place is in that of the heading. */
#include "whereabouts_parts.h"

static bool begins_line(const struct reading *r, uint32_t sentence)
{
	return sentence < r->sentences.n &&
	       (sentence == 0 || r->tokens.at[r->sentences.at[sentence].first].flags & (TOKEN_PARA | TOKEN_BREAK));
}

static bool is_stop(const struct token *t)
{
	return str_is(t->text, ".") || str_is(t->text, "!") || str_is(t->text, "?");
}

/* The place that the line begins with. NULL: none. */
static const struct name *place_first(const struct whereabouts *w, uint32_t sentence)
{
	const struct reading *r = w->r;
	struct sentence s = r->sentences.at[sentence];
	const struct name *name =
		w->first_of[sentence] < w->first_of[sentence + 1] ? w->at[w->first_of[sentence]].name : NULL;

	return name && name->kind == NAME_PLACE && name->place != PLACE_NONE && name->first == s.first &&
			       begins_line(r, sentence)
		       ? name
		       : NULL;
}

/* A line of that kind with nothing behind the place but a colon and words that are no sentence. NULL: it is none. */
static const struct name *heading_of(const struct whereabouts *w, uint32_t sentence)
{
	const struct reading *r = w->r;
	struct sentence s = r->sentences.at[sentence];
	const struct name *name = place_first(w, sentence);

	if (!name || (sentence + 1 < r->sentences.n && !begins_line(r, sentence + 1)))
		return NULL;
	uint32_t behind = name->first + name->n;

	if (behind == s.first + s.n)
		return name;
	return whereabouts_is(w, behind, ":") && !is_stop(&r->tokens.at[s.first + s.n - 1]) ? name : NULL;
}

/* "PERU: Floods have killed 12 people.": the place before the colon that a paragraph begins with. NULL: none. */
static const struct name *label_of(const struct whereabouts *w, uint32_t sentence)
{
	struct sentence s = w->r->sentences.at[sentence];
	const struct name *name = place_first(w, sentence);

	return name && whereabouts_is(w, name->first + name->n, ":") && is_stop(&w->r->tokens.at[s.first + s.n - 1])
		       ? name
		       : NULL;
}

/* Each of the paragraphs that such a place begins is of it; one alone is a dateline. */
static void find_labels(struct whereabouts *w)
{
	enum { LEAST = 2 };
	uint32_t n = w->r->sentences.n, found = 0;
	const struct name **labels = ARENA_ARRAY(w->r->arena, const struct name *, n), *current = NULL;

	for (uint32_t i = 0; i < n; i++) {
		current = begins_line(w->r, i) ? label_of(w, i) : current;
		found += current && begins_line(w->r, i);
		labels[i] = current;
	}
	if (found >= LEAST)
		w->section = labels;
}

/* Does prose follow, up to the next heading? Labels of a page's sections stand behind each other without any. */
static bool has_prose(const struct whereabouts *w, const struct name *const *headings, uint32_t heading)
{
	const struct reading *r = w->r;

	for (uint32_t i = heading + 1; i < r->sentences.n && !headings[i]; i++)
		if (is_stop(&r->tokens.at[r->sentences.at[i].first + r->sentences.at[i].n - 1]))
			return true;
	return false;
}

void whereabouts_find_sections(struct whereabouts *w)
{
	enum { LEAST = 2 }; /* one place above a text is a dateline, or a label */
	uint32_t n = w->r->sentences.n, found = 0;
	const struct name **headings = ARENA_ARRAY(w->r->arena, const struct name *, n), *current = NULL;

	for (uint32_t i = 0; i < n; i++)
		headings[i] = heading_of(w, i);
	for (uint32_t i = 0; i < n; i++)
		found += headings[i] && has_prose(w, headings, i);
	if (found < LEAST) {
		find_labels(w);
		return;
	}
	for (uint32_t i = 0; i < n; i++) {
		current = headings[i] ? headings[i] : current;
		headings[i] = current;
	}
	w->section = headings;
}
