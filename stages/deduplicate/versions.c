#include "versions.h"

#include <stdlib.h>

static struct moment made(const struct article *a)
{
	return moment_is_none(a->modified) || moment_cmp(a->modified, a->published) < 0 ? a->published : a->modified;
}

static int by_page(const struct article *a, const struct article *b)
{
	int c = str_cmp(a->url, b->url);

	return c ? c : str_cmp(a->publisher, b->publisher);
}

static int by_version(const void *pa, const void *pb)
{
	const struct article *a = *(const struct article *const *)pa, *b = *(const struct article *const *)pb;
	int c = by_page(a, b);

	c = c ? c : moment_cmp(made(a), made(b));
	c = c ? c : (a->words > b->words) - (a->words < b->words);
	return c ? c : str_cmp(a->id, b->id);
}

/* Have they a sentence in common? One address may carry articles that have nothing to do with each other. */
static bool share_words(const struct article *a, const struct article *b)
{
	for (uint32_t i = 0, k = 0; i < a->n_sentences && k < b->n_sentences;) {
		if (a->sentences[i] == b->sentences[k])
			return true;
		if (a->sentences[i] < b->sentences[k])
			i++;
		else
			k++;
	}
	return false;
}

/* A version that is not the first is as old as its last change. */
static void date_revision(struct article *a)
{
	struct moment at = made(a);

	if (at.date.grain != DATE_DAY)
		return;
	a->published = at;
	a->day = date_first_day(at.date);
	a->redated = true;
}

/* The versions of one page, oldest first. Those with the text of the first are its copies. */
static void settle(struct article **at, size_t n)
{
	const struct article *last = at[n - 1];

	for (size_t i = 1; i < n; i++)
		if (at[i]->text_hash != at[0]->text_hash)
			date_revision(at[i]);
	for (size_t i = n; i-- > 0;) {
		if (at[i]->day != last->day)
			last = at[i];
		at[i]->dropped |= at[i]->text_hash != last->text_hash;
	}
}

void versions_settle(struct articles *all, struct arena *scratch)
{
	struct article **at = ARENA_ARRAY(scratch, struct article *, all->n);
	size_t n = 0;

	for (size_t i = 0; i < all->n; i++)
		if (all->at[i].url.n && all->at[i].day != NO_DAY)
			at[n++] = &all->at[i];
	if (n)
		qsort(at, n, sizeof *at, by_version);
	for (size_t i = 0, end; i < n; i = end) {
		for (end = i + 1; end < n && by_page(at[i], at[end]) == 0 && share_words(at[end - 1], at[end]); end++)
			;
		settle(at + i, end - i);
	}
}
