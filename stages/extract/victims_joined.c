/* Whom a list names beside those who are counted: "his wife and four daughters", "a mother and her son", "Ana Ruiz, 33,
 * and Paul Gray, 28, were killed". */
#include "measure_verb.h"
#include "nouns.h"
#include "victims_parts.h"

/* Past ", 33," or ", 33" behind a name or a person. */
static uint32_t past_age(const struct figure_scan *s, uint32_t i)
{
	if (!scan_text(s, i, ",") || i + 1 >= s->end || s->r->tokens.at[i + 1].kind != TOKEN_NUMBER ||
	    tag_is_noun(scan_tag(s, i + 2)))
		return i;
	return i + 2 + (scan_text(s, i + 2, ",") && !scan_text(s, i + 3, "and"));
}

/* Where what stands before ", 33," ends; `end` itself where no age stands before it. */
static uint32_t before_age(const struct figure_scan *s, uint32_t end)
{
	uint32_t i = end - (end > s->start && scan_text(s, end - 1, ","));

	if (i < s->start + 3 || !scan_text(s, i - 2, ",") || s->r->tokens.at[i - 1].kind != TOKEN_NUMBER)
		return end;
	return i - 2;
}

/* The verb of more than one stands there. */
static bool is_plural(const struct figure_scan *s, uint32_t i)
{
	static const char *const plurals[] = {"were", "are", "have"};

	return scan_is_one_of(s, i, plurals, sizeof plurals / sizeof *plurals);
}

/* … or the very word that states what happened, which does not tell of how many. */
static bool is_of_many(const struct figure_scan *s, const struct figure *f, uint32_t i)
{
	return is_plural(s, i) || (i == f->trigger_first && !verb_is_aux(s, i));
}

/* "a man and woman", "a mother and daughter": nobody is both. */
static bool are_pair(const struct figure_scan *s, const struct figure *f, const struct noun_phrase *n)
{
	static const char *const pairs[][2] = {{"man", "woman"},   {"woman", "man"},	   {"boy", "girl"},
					       {"girl", "boy"},	   {"mother", "son"},	   {"mother", "daughter"},
					       {"father", "son"},  {"father", "daughter"}, {"brother", "sister"},
					       {"husband", "wife"}};

	for (size_t i = 0; n->head == n->first && f->noun_n && i < sizeof pairs / sizeof *pairs; i++)
		if (scan_text(s, f->noun_first, pairs[i][0]) && scan_text(s, n->head, pairs[i][1]))
			return true;
	return false;
}

/* A single person whose phrase begins and ends with it: "her son", "Ana Ruiz", "4-year-old daughter"; a bare noun,
 * which may be said of the one before it ("a teacher and mother"), where the verb is of many (no child has a child). */
static bool is_one(const struct figure_scan *s, const struct noun_phrase *n, bool many, struct figure *out)
{
	bool known, named = n->flags & NOUN_PROPER;
	bool self = victims_is_self(s, n) || victims_is_pronoun(s, n);
	bool bare = scan_tag(s, n->first) == TAG_NN || scan_tag(s, n->first) == TAG_JJ;
	bool child = str_eq(noun_class(s, n->head, n->head, NULL), STR("children"));

	if (n->numbers && n->first == n->number && !named && !many)
		return false;
	if (self ? many : named ? n->head == n->first : bare && !many && !(child && n->of == PHRASE_NONE))
		return false;
	return scan_tag(s, n->first + n->n) != TAG_POS && victims_single(s, n, &known, out) && known;
}

/* "the killings of Ana Ruiz and Paul Gray": a noun for several of what happened. */
static bool is_several(const struct figure_scan *s, const struct figure *f)
{
	uint32_t last = f->trigger_first + f->trigger_n - 1;

	return f->trigger_n > 0 && scan_tag(s, last) == TAG_NNS && scan_text(s, last + 1, "of");
}

/* Does what is found before the list go for the phrase that ends before `end`, which has no verb of its own? */
static bool is_object(const struct figure_scan *s, const struct figure *f, uint32_t first, uint32_t end)
{
	end = past_age(s, end);
	if (f->trigger_first + f->trigger_n > first)
		return false;
	return is_several(s, f) || (!verb_is_aux(s, end) && !tag_is_finite(scan_tag(s, end)));
}

/* "… and her son": right behind the figure. */
static bool joined_behind(const struct figure_scan *s, const struct figure *f, struct figure *out)
{
	uint32_t i = past_age(s, f->first + f->n);
	const struct noun_phrase *n;
	bool many;

	if (scan_text(s, f->number.number_first, "both") && scan_tag(s, f->first + f->n - 1) != TAG_NNS)
		return false; /* "both Ruiz and his daughter" */
	i += scan_text(s, i, ",") && scan_text(s, i + 1, "and");
	if (!scan_text(s, i, "and"))
		return false;
	n = phrases_noun_at(&s->phrases, i + 1);
	if (!n || n->first != i + 1)
		return false;
	i = past_age(s, n->first + n->n);
	many = f->trigger_first > n->head && is_of_many(s, f, i);
	if (!many && !is_object(s, f, f->first, n->first + n->n))
		return false;
	return is_one(s, n, (many && is_plural(s, i)) || are_pair(s, f, n), out);
}

/* "his wife and …": right before the figure. */
static bool joined_before(const struct figure_scan *s, const struct figure *f, struct figure *out)
{
	uint32_t i = f->first, end;
	const struct noun_phrase *n;
	bool many, object;

	if (i < s->start + 2 || !scan_text(s, i - 1, "and"))
		return false;
	end = before_age(s, i - 1);
	end -= end == i - 1 && scan_text(s, end - 1, ",");
	n = end > s->start ? phrases_noun_at(&s->phrases, end - 1) : NULL;
	if (!n || n->first + n->n != end)
		return false;
	end = past_age(s, f->first + f->n);
	if (scan_tag(s, f->first) == TAG_NN && !is_plural(s, end))
		return false; /* "his friend and client Ana Ruiz" */
	many = f->trigger_first > f->first && n->preposition == PHRASE_NONE && is_of_many(s, f, end);
	object = f->trigger_first + f->trigger_n == n->first && is_object(s, f, n->first, f->first + f->n);
	return (many || object) && is_one(s, n, false, out);
}

bool victims_joined(const struct figure_scan *s, const struct figure *f, bool behind, struct figure *out)
{
	return behind ? joined_behind(s, f, out) : joined_before(s, f, out);
}
