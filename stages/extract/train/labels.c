#include "labels.h"

#include <stdlib.h>

#include "base/err.h"

struct pair {
	size_t count;
	uint8_t tag, ud;
};

static int by_count(const void *a, const void *b)
{
	const struct pair *p = a, *q = b;

	if (p->count != q->count)
		return p->count < q->count ? 1 : -1;
	return p->tag != q->tag ? p->tag - q->tag : p->ud - q->ud;
}

/* The commonest label with the tag, or with the class, or of all. */
static uint8_t nearest(const struct labels *l, unsigned tag, unsigned ud)
{
	for (size_t i = 0; i < l->n; i++)
		if (l->at[i].tag == tag)
			return (uint8_t)i;
	for (size_t i = 0; i < l->n; i++)
		if (l->at[i].ud == ud)
			return (uint8_t)i;
	return 0;
}

static void count(const struct treebank *bank, struct pair *pairs)
{
	for (size_t i = 0; i < TAG_COUNT * UD_COUNT; i++)
		pairs[i] = (struct pair){0, (uint8_t)(i / UD_COUNT), (uint8_t)(i % UD_COUNT)};
	for (size_t s = 0; s < bank->n; s++)
		for (size_t i = 0; i < bank->at[s].n; i++)
			pairs[bank->at[s].at[i].tag * UD_COUNT + bank->at[s].at[i].ud].count++;
	qsort(pairs, TAG_COUNT * UD_COUNT, sizeof *pairs, by_count);
}

void labels_count(const struct treebank *bank, struct labels *out)
{
	static struct pair pairs[TAG_COUNT * UD_COUNT];

	count(bank, pairs);
	for (out->n = 0; out->n < FEATURE_LABELS && pairs[out->n].count; out->n++)
		out->at[out->n] = (struct model_label){pairs[out->n].tag, pairs[out->n].ud};
	for (size_t i = out->n; i < FEATURE_LABELS; i++)
		out->at[i] = out->at[0];
	for (unsigned tag = 0; tag < TAG_COUNT; tag++)
		for (unsigned ud = 0; ud < UD_COUNT; ud++)
			out->of[tag][ud] = nearest(out, tag, ud);
	for (size_t i = 0; i < out->n; i++)
		out->of[out->at[i].tag][out->at[i].ud] = (uint8_t)i;
}
