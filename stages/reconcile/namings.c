#include "namings.h"

#include <stdlib.h>

#include "beside.h"

/* What is counted says no more than the measure does. */
static const struct {
	const char *measure, *subject;
} same[] = {
	{"infected", "infected"},  {"infected", "sick"},      {"displaced", "displaced"}, {"displaced", "refugees"},
	{"displaced", "migrants"}, {"missing", "missing"},    {"homeless", "homeless"},	  {"injured", "wounded"},
	{"evacuated", "evacuees"}, {"returned", "returnees"}, {"returned", "refugees"},	  {"detained", "prisoners"},
	{"abducted", "hostages"},  {"sheltered", "refugees"}, {"sheltered", "displaced"}, {"sheltered", "evacuees"},
};

/* What people are called by what they do, or by where they were. */
static const char *const callings[] = {"workers",  "activists", "students", "teachers", "prisoners", "hostages",
				       "refugees", "migrants",	"sick",	    "voters",	"displaced", "evacuees"};

static bool says_no_more(const struct statement *s)
{
	for (size_t i = 0; i < sizeof same / sizeof *same; i++)
		if (str_is(s->a->measure, same[i].measure) && str_is(s->subject, same[i].subject))
			return true;
	return false;
}

/* "Ukrainian soldiers" are soldiers; empty: they are of no side, or do not fight. */
static struct str without_side(struct str subject)
{
	static const char *const sides[] = {" soldiers", " fighters"};

	for (size_t i = 0; i < sizeof sides / sizeof *sides; i++)
		if (str_ends(subject, str_of(sides[i])))
			return str_of(sides[i] + 1);
	return STR_NULL;
}

/* What they are, where that is all. */
static struct str plain_of(const struct statement *s)
{
	struct str plain = without_side(s->subject);

	return plain.n ? plain : STR("people");
}

static bool is_calling(const struct statement *s)
{
	if (without_side(s->subject).n)
		return true;
	for (size_t i = 0; i < sizeof callings / sizeof *callings; i++)
		if (str_is(s->subject, callings[i]))
			return true;
	return false;
}

/* What speaks for one quantity, and what against. */
struct signs {
	bool near;    /* people are told of in those days */
	bool one;     /* by the same number */
	bool nouns;   /* by a noun of their own */
	bool more;    /* beside fewer people, in one article: they dispute that number */
	bool partial; /* beside more people, in one article: they are some of them */
};

static void look(const struct statement *s, struct beside people, struct signs *signs)
{
	enum { FEW = 2 }; /* one or two may be anybody */
	int32_t first, last;
	bool of_days = statement_own_days(s, &first, &last); /* what a day brought is no count of some */

	for (size_t i = 0; i < people.n; i++) {
		const struct statement *p = &people.at[i];
		int c = decimal_cmp(s->most, p->most);
		bool beside = c != 0 && beside_in_one_article(s, p);

		signs->partial |= !p->vague && !of_days && beside && c < 0;
		if (p->vague || decimal_cmp(p->most, decimal_of(FEW)) <= 0)
			continue;
		signs->near = true;
		signs->one |= c == 0;
		signs->nouns |= p->a->noun.n > 0;
		signs->more |= beside && c > 0 && str_eq(s->a->period, p->a->period);
	}
}

/* Are the statements [n], of one episode, of people? */
static bool are_people(const struct statements *all, const struct statement *at, size_t n, const struct terms *terms)
{
	enum { DAYS = 3 };
	bool no_more = says_no_more(at);
	struct statement like = *at;
	struct signs signs = {0};

	if (!no_more && !is_calling(at))
		return false;
	like.subject = plain_of(at);
	struct beside people = beside_of(all, &like);

	for (size_t i = 0; i < n && people.n && !signs.partial; i++)
		if (!at[i].vague)
			look(&at[i],
			     beside_within(people, at[i].said, no_more ? terms->conf->episode_silence_days : DAYS),
			     &signs);
	if (without_side(at->subject).n) /* the other side's may be counted, too */
		return signs.one && !signs.partial;
	return signs.near && !signs.partial && (no_more || signs.one || signs.more || !signs.nouns);
}

/* "Six more miners were found dead": of people, if the miners whom a total counts are. */
static bool add_to_people(const struct statements *all, const bool *people, size_t i, const struct terms *terms)
{
	struct statement like = all->at[i];

	like.adds = false;
	struct beside near = beside_within(beside_of(all, &like), like.said, terms->conf->episode_silence_days);

	return near.n && people[near.at - all->at];
}

void namings_settle(struct statements *all, const struct terms *terms)
{
	struct arena own = {0};
	bool *people = statements_of_episodes(all, terms, are_people, &own);

	for (size_t i = 0; people && i < all->n; i++)
		if (all->at[i].adds && is_calling(&all->at[i]))
			people[i] = people[i] || add_to_people(all, people, i, terms);
	for (size_t i = 0; people && i < all->n; i++)
		if (people[i])
			all->at[i].subject = plain_of(&all->at[i]);
	if (people)
		statements_sort(all);
	arena_free(&own);
}
