#include "tally.h"

static void insert(struct tally *t, size_t i, const char *what)
{
	struct tally_row row = {str_dup(t->arena, str_of(what)).at, 0};

	LIST_ADD(t->arena, t, row);
	memmove(&t->at[i + 1], &t->at[i], (t->n - 1 - i) * sizeof *t->at);
	t->at[i] = row;
}

void tally_add(struct tally *t, const char *what)
{
	size_t i = 0;
	int order = -1;

	if (!t)
		return;
	while (i < t->n && (order = strcmp(t->at[i].what, what)) < 0)
		i++;
	if (i == t->n || order != 0)
		insert(t, i, what);
	t->at[i].n++;
}

uint64_t tally_sum(const struct tally *t)
{
	uint64_t sum = 0;

	for (size_t i = 0; i < t->n; i++)
		sum += t->at[i].n;
	return sum;
}

struct str tally_format(const struct tally *t, struct arena *arena)
{
	struct buf b = {.arena = arena};

	for (size_t i = 0; i < t->n; i++)
		buf_printf(&b, "%s%s %llu", i ? ", " : "", t->at[i].what, (unsigned long long)t->at[i].n);
	return buf_str(&b);
}

struct str tally_json(const struct tally *t, struct arena *arena)
{
	struct buf b = {.arena = arena};

	buf_add_char(&b, '{');
	for (size_t i = 0; i < t->n; i++)
		buf_printf(&b, "%s\"%s\":%llu", i ? "," : "", t->at[i].what, (unsigned long long)t->at[i].n);
	buf_add_char(&b, '}');
	return buf_str(&b);
}
