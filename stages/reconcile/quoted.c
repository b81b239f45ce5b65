#include "quoted.h"

#include <stdlib.h>

enum { LOOK_MOST = 64 }; /* articles of a statement, in the order of their ids */

/* An article quotes somebody with that. */
struct quote {
	struct str document;
	const struct statement *s;
};

struct quotes {
	struct quote *at;
	size_t n, room;
};

static int by_document(const void *pa, const void *pb)
{
	const struct quote *a = pa, *b = pb;
	int c = str_cmp(a->document, b->document);

	return c ? c : str_cmp(a->s->a->id, b->s->a->id);
}

static size_t articles_of(const struct statement *s)
{
	return s->a->documents.n < LOOK_MOST ? s->a->documents.n : LOOK_MOST;
}

static struct quotes quotes_of(const struct current *c, struct arena *arena)
{
	struct quotes quotes = {0};

	for (size_t i = 0; i < c->n; i++) {
		const struct statement *s = c->at[i].s;

		for (size_t k = 0; !s->press && !s->vague && k < articles_of(s); k++) {
			struct quote one = {s->a->documents.at[k], s};

			LIST_ADD(arena, &quotes, one);
		}
	}
	if (quotes.n)
		qsort(quotes.at, quotes.n, sizeof *quotes.at, by_document);
	return quotes;
}

static size_t first_of(const struct quotes *quotes, struct str document)
{
	size_t low = 0, high = quotes->n;

	while (low < high) {
		size_t middle = (low + high) / 2;

		if (str_cmp(quotes->at[middle].document, document) < 0)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

/* Does the article quote somebody with more, so that both cannot be the same count? */
static bool quotes_more(const struct quotes *quotes, struct str document, const struct statement *than)
{
	for (size_t i = first_of(quotes, document); i < quotes->n && str_eq(quotes->at[i].document, document); i++) {
		const struct statement *s = quotes->at[i].s;

		if (decimal_cmp(s->least, than->most) > 0 && !statement_overlaps(s, than))
			return true;
	}
	return false;
}

static bool is_some(const struct quotes *quotes, const struct statement *s)
{
	size_t n = articles_of(s), k = 0;

	if (!s->press || s->vague || str_is(s->a->measure, "participated"))
		return false;
	while (k < n && quotes_more(quotes, s->a->documents.at[k], s))
		k++;
	return n > 0 && k == n;
}

/* Does a publication state one of them, and somebody else another? Most tracks have only the one or the other. */
static bool is_quoting(const struct current *c)
{
	bool press = false, others = false;

	for (size_t i = 0; i < c->n; i++)
		if (c->at[i].s->press)
			press = true;
		else
			others = true;
	return press && others;
}

void quoted_drop_some(struct current *c)
{
	if (!is_quoting(c))
		return;
	struct arena own = {0};
	struct quotes quotes = quotes_of(c, &own);
	size_t n = 0;

	for (size_t i = 0; i < c->n; i++)
		if (!is_some(&quotes, c->at[i].s))
			c->at[n++] = c->at[i];
	c->n = n;
	arena_free(&own);
}
