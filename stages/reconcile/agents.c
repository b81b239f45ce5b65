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

static struct str words_of(const struct agent *a)
{
	return a->name.n ? a->name : a->id;
}

/* An army that is nobody's office: "the Free Northern Army", "the Mahdi Army". */
static bool is_own_army(const struct agent *a, const struct bodies *bodies, struct arena *arena)
{
	static const char *const words[] = {"free",	 "liberation",	 "resistance", "revolutionary",
					    "salvation", "independence", "people"};

	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (has_word(words_of(a), str_of(words[i])))
			return true;
	return a->id.n && str_eq(bodies_named(bodies, a->id, arena), a->id) && !bodies_part_of(bodies, a->id, arena).n;
}

/* "The army" beside the Syrian army is one; beside an army of its own it is another. */
static bool is_part_of_name(const struct agent *shorter, const struct agent *longer, const struct bodies *bodies,
			    struct arena *arena)
{
	if (!all_in(words_of(shorter), words_of(longer)))
		return false;
	bool office = shorter->id.n && bodies_part_of(bodies, shorter->id, arena).n;

	return !office || is_own_army(shorter, bodies, arena) || !is_own_army(longer, bodies, arena);
}

static bool named_alike(const struct agent *a, const struct agent *b, const struct bodies *bodies, struct arena *arena)
{
	return (a->id.n && str_eq(a->id, b->id)) || is_part_of_name(a, b, bodies, arena) ||
	       is_part_of_name(b, a, bodies, arena);
}

/* As the lexicon calls it: a body's id is its name with hyphens. */
static struct agent as_known(const struct agent *a, const struct bodies *bodies, struct arena *arena)
{
	return (struct agent){.id = bodies_named(bodies, a->id, arena)};
}

/* Is `part` part of what b may be? */
static bool lies_within(const struct agent *part, const struct agent *b, const struct bodies *bodies,
			struct arena *arena)
{
	struct agent up = *part;

	for (int i = 0; i < BODIES_DEPTH && (up.id = bodies_part_of(bodies, up.id, arena)).n; i++)
		if (named_alike(&up, b, bodies, arena))
			return true;
	return false;
}

bool agents_agree(const struct agent *a, const struct agent *b, const struct bodies *bodies)
{
	struct arena own = {0};
	bool agree = named_alike(a, b, bodies, &own);

	if (!agree && a->id.n && b->id.n) {
		struct agent x = as_known(a, bodies, &own), y = as_known(b, bodies, &own);

		agree = named_alike(&x, &y, bodies, &own) || lies_within(&x, &y, bodies, &own) ||
			lies_within(&y, &x, bodies, &own);
	}
	arena_free(&own);
	return agree;
}

bool agents_is_side(const struct agent *a)
{
	static const char *const words[] = {
		"gunman",    "suspect",	 "shooter", "attacker", "assailant", "bomber",	 "killer", "perpetrator",
		"man",	     "woman",	 "boy",	    "girl",	"teen",	     "teenager", "driver", "male",
		"someone",   "somebody", "person",  "people",	"one",	     "other",	 "he",	   "she",
		"gun",	     "rifle",	 "shot",    "gunshot",	"bullet",    "knife",	 "bomb",   "blast",
		"explosion", "fire",	 "shell",   "rocket",	"missile",   "mortar",	 "attack", "shooting",
	};
	struct str rest = words_of(a), word = STR_NULL;

	for (struct str w; (w = next_word(&rest)).n;)
		word = w;
	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (str_eq_fold(word, str_of(words[i])))
			return false;
	return word.n > 0;
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

bool agents_differ(struct agents *agents, const struct bodies *bodies)
{
	const struct agent *named[SIDES_MOST]; /* by one source each, or differing */
	size_t n = 0;

	if (agents->n)
		qsort(agents->at, agents->n, sizeof *agents->at, by_length);
	for (size_t i = 0; i < agents->n; i++) {
		const struct agent *a = &agents->at[i];
		bool known = false;

		for (size_t k = 0; k < n; k++) {
			bool agree = agents_agree(a, named[k], bodies), one = str_eq(a->source, named[k]->source);

			if (!agree && !one)
				return true;
			known |= agree && one;
		}
		if (!known && n < SIDES_MOST)
			named[n++] = a;
	}
	return false;
}
