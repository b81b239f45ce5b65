#include "beside.h"

/* The first statement that is not before the key, or (past) that is behind it. */
static size_t bound(const struct statements *all, const struct statement *key, bool past)
{
	size_t low = 0, high = all->n;

	while (low < high) {
		size_t middle = (low + high) / 2;
		int c = statement_cmp_quantity(&all->at[middle], key);

		if (c < 0 || (past && c == 0))
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

struct beside beside_of(const struct statements *all, const struct statement *like)
{
	size_t first = bound(all, like, false);

	return (struct beside){all->at + first, bound(all, like, true) - first};
}

struct beside beside_within(struct beside of, int32_t day, long days)
{
	enum { LOOK_MOST = 64 };
	size_t low = 0, high = of.n, end;

	while (low < high) {
		size_t middle = (low + high) / 2;

		if (of.at[middle].said < day - days)
			low = middle + 1;
		else
			high = middle;
	}
	for (end = low; end < of.n && end - low < LOOK_MOST && of.at[end].said <= day + days;)
		end++;
	return (struct beside){of.at + low, end - low};
}

bool beside_in_one_article(const struct statement *a, const struct statement *b)
{
	enum { LOOK_MOST = 64 }; /* of each, in the order of their ids */
	const struct strs *x = &a->a->documents, *y = &b->a->documents;

	for (size_t i = 0, k = 0; i < x->n && k < y->n && i < LOOK_MOST && k < LOOK_MOST;) {
		int c = str_cmp(x->at[i], y->at[k]);

		if (c == 0)
			return true;
		i += c < 0;
		k += c > 0;
	}
	return false;
}
