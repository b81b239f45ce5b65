#include "phrase_parts.h"

enum { PARTS_MAX = 6 }; /* of one hyphenated word */

/* A noun phrase being read. */
struct reading {
	const struct phrase_finder *f;
	struct noun_phrase np;
	uint32_t last;	    /* last token that may end the phrase */
	uint32_t adjective; /* last modifier that could stand for a noun */
	bool modified;
};

/* End of the hyphenated word that begins at i: "rebel-held", "18-year-old". */
static uint32_t compound_end(const struct phrase_finder *f, uint32_t i)
{
	for (int part = 1; part < PARTS_MAX && phrase_is_hyphen(f, i + 1) && i + 2 < f->end; part++) {
		if (f->at[i + 2].kind == TOKEN_MARK)
			break;
		i += 2;
	}
	return i + 1;
}

static bool is_determiner(enum tag t)
{
	return t == TAG_DT || t == TAG_PDT || t == TAG_PRPS || t == TAG_WPS;
}

static bool is_pronoun(enum tag t)
{
	return t == TAG_PRP || t == TAG_EX || t == TAG_WP || t == TAG_WDT;
}

static bool is_participle(enum tag t)
{
	return t == TAG_VBN || t == TAG_VBG;
}

/* May a participle at i stand before a noun here? */
static bool modifies(const struct reading *r, uint32_t i, uint32_t end)
{
	enum tag next = phrase_tag(r->f, end);
	bool inside = r->np.determiner != PHRASE_NONE || r->np.numbers || r->modified;

	if (end > i + 1) /* rebel-held */
		return tag_is_noun(next) || tag_is_adjective(next) || inside;
	if (phrase_tag(r->f, i) == TAG_VBG && !inside)
		return false;
	return tag_is_noun(next) && !(tag_is_proper(next) && !inside);
}

static void take_number(struct reading *r, uint32_t i)
{
	if (r->np.numbers == 0)
		r->np.number = i;
	r->np.numbers = i + 1 - r->np.number;
	r->last = i;
}

static void take_noun(struct reading *r, uint32_t end)
{
	r->np.head = end - 1;
	r->last = end - 1;
}

/* "at least 20", "more than 20": these bound the number, they are no part of the phrase. */
static bool qualifies(const struct reading *r, uint32_t i)
{
	enum tag t = phrase_tag(r->f, i), next = phrase_tag(r->f, i + 1);

	return (t == TAG_JJS || t == TAG_JJR) && r->np.determiner == PHRASE_NONE && (next == TAG_CD || next == TAG_IN);
}

/* "Boeing 787", "Resolution 2254": a name, then its number, then no noun that it could count. */
static bool names_number(const struct reading *r, uint32_t end)
{
	enum tag next = phrase_tag(r->f, end);
	bool name = tag_is_proper(phrase_tag(r->f, r->last)) || (r->f->at[r->last].flags & TOKEN_CAPITAL);

	return name && !tag_is_noun(next) && !tag_is_adjective(next) && next != TAG_CD;
}

/* One word (with its hyphens) more; the token behind it, or i when the phrase ends before it. */
static uint32_t take(struct reading *r, uint32_t i)
{
	enum tag t = phrase_tag(r->f, i);
	uint32_t end = compound_end(r->f, i);
	enum tag final = phrase_tag(r->f, end - 1);
	bool noun = r->np.head != PHRASE_NONE;

	if (t == TAG_CD && (end == i + 1 || (end == i + 3 && final == TAG_CD))) {
		if (noun && !names_number(r, end))
			return i;
		if (noun)
			r->last = end - 1;
		else
			take_number(r, end - 1);
		return end;
	}
	if (t == TAG_DOLLAR || (t == TAG_SYM && phrase_tag(r->f, i + 1) == TAG_CD && !noun))
		return phrase_tag(r->f, i + 1) == TAG_CD && !noun ? i + 1 : i;
	if (tag_is_noun(final) && (tag_is_noun(t) || end > i + 1)) {
		take_noun(r, end);
		return end;
	}
	if (noun || qualifies(r, i))
		return i;
	if (tag_is_adjective(final) || tag_is_adjective(t) || tag_is_noun(t) || t == TAG_CD || t == TAG_AFX) {
		r->adjective = tag_is_adjective(final) || end > i + 1 ? end - 1 : r->adjective;
		r->modified = true;
		return end;
	}
	if ((is_participle(final) || is_participle(t)) && modifies(r, i, end)) {
		r->modified = true;
		return end;
	}
	return i;
}

/* "two hundred and ten", "between 20 and 30 people", "10 to 15 people": one cardinal; "from 70 to 78": two. */
static bool links_numbers(const struct reading *r, uint32_t i)
{
	const struct phrase_finder *f = r->f;
	uint32_t before = r->np.number - 1;

	if (phrase_tag(f, i + 1) != TAG_CD || r->np.numbers == 0 || r->last != i - 1)
		return false;
	if (phrase_is(f, i, "and"))
		return phrase_is(f, before, "between") || phrase_is(f, i - 1, "hundred") ||
		       phrase_is(f, i - 1, "thousand") || phrase_is(f, i - 1, "million");
	return (phrase_is(f, i, "to") || phrase_is(f, i, "or") || phrase_tag(f, i) == TAG_SYM) &&
	       !phrase_is(f, before, "from");
}

/* "very" before an adjective, a comma or "and" between two: steps over it. */
static uint32_t step(const struct reading *r, uint32_t i)
{
	enum tag t = phrase_tag(r->f, i), next = phrase_tag(r->f, i + 1);

	if (r->np.head != PHRASE_NONE)
		return i;
	if (t == TAG_RB && (r->np.determiner != PHRASE_NONE || r->modified) &&
	    (tag_is_adjective(next) || next == TAG_VBN || next == TAG_CD))
		return i + 1;
	if ((t == TAG_COMMA || t == TAG_CC) && r->modified && tag_is_adjective(phrase_tag(r->f, i - 1)) &&
	    tag_is_adjective(next) &&
	    (tag_is_noun(phrase_tag(r->f, i + 2)) || tag_is_adjective(phrase_tag(r->f, i + 2))))
		return i + 1;
	if (links_numbers(r, i))
		return i + 1;
	return i;
}

static uint32_t take_determiners(struct reading *r, uint32_t i)
{
	while (is_determiner(phrase_tag(r->f, i)) || (phrase_tag(r->f, i) == TAG_POS && i > r->f->first &&
						      r->f->noun_of[i - 1 - r->f->first] != PHRASE_NONE)) {
		r->np.determiner = i;
		r->last = i++;
	}
	return i;
}

/* No noun came: "the wounded", "14 dead", "another 12", "this". */
static bool settle_head(struct reading *r, uint32_t end)
{
	struct noun_phrase *np = &r->np;
	bool counted = np->numbers > 0, determined = np->determiner != PHRASE_NONE;
	bool of = np->first > r->f->first && phrase_is(r->f, np->first - 1, "of"); /* the number of dead */

	if (np->head != PHRASE_NONE)
		return true;
	if (r->adjective != PHRASE_NONE && (counted || determined || of) && phrase_tag(r->f, r->adjective) != TAG_JJR) {
		np->head = r->last = r->adjective;
		np->flags |= NOUN_NOMINAL;
	} else if (counted) {
		np->head = np->number + np->numbers - 1;
		r->last = r->adjective != PHRASE_NONE && end == r->adjective + 1 ? r->adjective : np->head;
		np->flags |= NOUN_BARE;
	} else if (determined && phrase_tag(r->f, end) == TAG_VBN && phrase_is(r->f, np->determiner, "the")) {
		np->head = r->last = end;
		np->flags |= NOUN_NOMINAL;
	} else if (determined && phrase_tag(r->f, np->determiner) == TAG_DT) {
		np->head = r->last = np->determiner;
		np->flags |= NOUN_PRONOUN;
	} else {
		return false;
	}
	return true;
}

/* "no deaths", "nobody": told by the first letter of nearly all words. */
static bool is_negative(const struct phrase_finder *f, const struct noun_phrase *np)
{
	if (np->determiner != PHRASE_NONE && f->at[np->determiner].lower.at[0] == 'n' &&
	    (phrase_is(f, np->determiner, "no") || phrase_is(f, np->determiner, "neither")))
		return true;
	return f->at[np->head].lower.at[0] == 'n' &&
	       (phrase_is(f, np->head, "nobody") || phrase_is(f, np->head, "none") ||
		phrase_is(f, np->head, "nothing"));
}

static uint8_t flags_of(const struct phrase_finder *f, const struct noun_phrase *np)
{
	enum tag head = phrase_tag(f, np->head);
	uint8_t flags = np->flags;

	flags |= head == TAG_NNS || head == TAG_NNPS ? NOUN_PLURAL : 0;
	flags |= tag_is_proper(head) ? NOUN_PROPER : 0;
	flags |= is_pronoun(head) ? NOUN_PRONOUN : 0;
	return (uint8_t)(flags | (is_negative(f, np) ? NOUN_NEGATIVE : 0));
}

static uint32_t add(struct phrase_finder *f, struct reading *r)
{
	r->np.n = r->last + 1 - r->np.first;
	r->np.flags = flags_of(f, &r->np);
	for (uint32_t i = r->np.first; i <= r->last; i++)
		f->noun_of[i - f->first] = (uint32_t)f->nouns.n;
	LIST_ADD(f->arena, &f->nouns, r->np);
	return r->last + 1;
}

static struct noun_phrase empty_phrase(uint32_t first)
{
	const uint32_t none = PHRASE_NONE;

	return (struct noun_phrase){
		.first = first,
		.head = none,
		.determiner = none,
		.number = none,
		.preposition = none,
		.of = none,
		.whole = none,
		.owner = none,
		.beside = none,
		.joined = none,
		.subject_of = none,
		.object_of = none,
		.hangs_on = none,
	};
}

/* Is it a noun that neither goes on nor is part of a hyphenated word, as every other phrase is? */
static bool is_lone_noun(const struct phrase_finder *f, uint32_t i)
{
	enum tag next = phrase_tag(f, i + 1);

	return tag_is_noun(phrase_tag(f, i)) && !tag_is_noun(next) && next != TAG_CD && !phrase_is_hyphen(f, i + 1) &&
	       !phrase_is_hyphen(f, i + 2);
}

uint32_t phrase_noun(struct phrase_finder *f, uint32_t i)
{
	struct reading r = {.f = f, .np = empty_phrase(i), .last = i, .adjective = PHRASE_NONE};
	enum tag t = phrase_tag(f, i);
	bool which = t == TAG_WDT && tag_is_noun(phrase_tag(f, i + 1)); /* "which town" */
	uint32_t at = i, next;

	if ((is_pronoun(t) && !which) || is_lone_noun(f, i)) {
		r.np.head = i;
		return add(f, &r);
	}
	at = take_determiners(&r, which ? i + 1 : i);
	while (at < f->end && ((next = take(&r, at)) > at || (next = step(&r, at)) > at))
		at = next;
	return settle_head(&r, at) ? add(f, &r) : at;
}
