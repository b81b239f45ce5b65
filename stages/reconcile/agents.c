#include "agents.h"

#include <stdlib.h>

/* Agents that one is compared with. */
enum { SIDES_MOST = 16 };

static bool in_word(char c)
{
	return ascii_is_alpha((unsigned char)c) || ascii_is_digit((unsigned char)c) || (unsigned char)c >= 0x80;
}

/* Cut the next word off; empty at the end. Of a plural the singular. */
static struct str next_word(struct str *rest)
{
	struct str word;
	size_t from = 0, end;

	while (from < rest->n && !in_word(rest->at[from]))
		from++;
	for (end = from; end < rest->n && in_word(rest->at[end]);)
		end++;
	word = str_slice(*rest, from, end);
	*rest = str_slice(*rest, end, rest->n);
	if (word.n > 3 && word.at[word.n - 1] == 's')
		word.n--;
	return word;
}

static bool is_article(struct str word)
{
	return str_eq_fold(word, STR("the")) || str_eq_fold(word, STR("a")) || str_eq_fold(word, STR("an"));
}

static bool has_word(struct str name, struct str word)
{
	for (struct str w; (w = next_word(&name)).n;)
		if (str_eq_fold(w, word))
			return true;
	return false;
}

static bool all_in(struct str words, struct str name)
{
	for (struct str w; (w = next_word(&words)).n;)
		if (!is_article(w) && !has_word(name, w))
			return false;
	return true;
}

bool agents_agree(const struct agent *a, const struct agent *b)
{
	struct str x = a->name.n ? a->name : a->id, y = b->name.n ? b->name : b->id;

	return (a->id.n && str_eq(a->id, b->id)) || all_in(x, y) || all_in(y, x);
}

/* The closest names first: "warplanes" is no side beside "Russian warplanes". */
static int by_length(const void *pa, const void *pb)
{
	const struct agent *a = pa, *b = pb;

	if (a->name.n != b->name.n)
		return a->name.n > b->name.n ? -1 : 1;
	int c = str_cmp(a->name, b->name);

	c = c ? c : str_cmp(a->id, b->id);
	return c ? c : str_cmp(a->source, b->source);
}

bool agents_differ(struct agents *agents)
{
	const struct agent *named[SIDES_MOST]; /* by one source each, or differing */
	size_t n = 0;

	if (agents->n)
		qsort(agents->at, agents->n, sizeof *agents->at, by_length);
	for (size_t i = 0; i < agents->n; i++) {
		const struct agent *a = &agents->at[i];
		bool known = false;

		for (size_t k = 0; k < n; k++) {
			bool agree = agents_agree(a, named[k]), one = str_eq(a->source, named[k]->source);

			if (!agree && !one)
				return true;
			known |= agree && one;
		}
		if (!known && n < SIDES_MOST)
			named[n++] = a;
	}
	return false;
}
