/* link: extract */
#include "phrases.h"

#include <criterion/criterion.h>

#include "tagger_of_test.h"

static struct tokens tokens;
static struct phrases p;

TestSuite(phrases, .init = begin, .fini = end);

static void read(struct str text)
{
	tokens = (struct tokens){0};
	tokens_cut(text, 0, text.n, &arena, &tokens);
	tagger_tag(tagger, tokens.at, tokens.n, &arena);
	phrases_find(&tokens, 0, (uint32_t)tokens.n, &arena, &p);
}

/* The first token written so. */
static uint32_t find(const char *word)
{
	for (uint32_t i = 0; i < tokens.n; i++)
		if (str_eq(tokens.at[i].text, str_of(word)))
			return i;
	return PHRASE_NONE;
}

static struct str word(uint32_t token)
{
	return token < tokens.n ? tokens.at[token].text : STR("-");
}

static struct str head(uint32_t noun)
{
	const struct noun_phrase *np = phrases_noun(&p, noun);

	return np ? word(np->head) : STR("-");
}

static const struct {
	const char *text, *number, *counted, *verb;
	uint16_t flags; /* of the governing verb: passive, negated, and so on */
	uint8_t tense;
} figures[] = {
	{"Twelve people were killed and 40 others wounded.", "Twelve", "people", "killed", VERB_PASSIVE, TENSE_PAST},
	{"Twelve people were killed and 40 others wounded.", "40", "others", "wounded", VERB_PASSIVE | VERB_ELLIPTIC,
	 TENSE_PAST},
	{"A bomb exploded in the market, killing 3.", "3", "-", "killing", VERB_GERUND, TENSE_NONE},
	{"The blast left 14 dead.", "14", "dead", "left", 0, TENSE_PAST},
	{"The toll rose from 70 to 78.", "70", "-", "rose", 0, TENSE_PAST},
	{"The toll rose from 70 to 78.", "78", "-", "rose", 0, TENSE_PAST},
	{"31 others were hurt.", "31", "others", "hurt", VERB_PASSIVE, TENSE_PAST},
	{"Police said 12 of the rebels had not been captured.", "12", "rebels", "captured",
	 VERB_PASSIVE | VERB_NEGATED | VERB_PERFECT, TENSE_PAST},
	{"The army will evacuate 921 families (3,500 people).", "3,500", "people", "evacuate", 0, TENSE_FUTURE},
	{"At least 20 civilians could have been killed.", "20", "civilians", "killed", VERB_PASSIVE | VERB_PERFECT,
	 TENSE_PRESENT},
	{"10 soldiers and 5 civilians were killed.", "10", "soldiers", "killed", VERB_PASSIVE, TENSE_PAST},
	{"The raid killed 10 soldiers and 5 civilians.", "5", "civilians", "killed", 0, TENSE_PAST},
	{"More than 4,500 fighters and their relatives left the city.", "4,500", "fighters", "left", 0, TENSE_PAST},
	{"Officials said the flood displaced two hundred and ten families.", "two", "families", "displaced", 0,
	 TENSE_PAST},
	{"He said 30 rebel-held towns were shelled.", "30", "towns", "shelled", VERB_PASSIVE, TENSE_PAST},
	{"Another 12 are missing.", "12", "-", "are", VERB_COPULA, TENSE_PRESENT},
};

enum { COMPARED = VERB_PASSIVE | VERB_NEGATED | VERB_PERFECT | VERB_GERUND | VERB_COPULA | VERB_ELLIPTIC };

Test(phrases, tell_what_a_number_counts_and_which_verb_governs_it)
{
	for (size_t i = 0; i < sizeof figures / sizeof *figures; i++) {
		read(str_of(figures[i].text));
		uint32_t number = find(figures[i].number);
		struct str counted = word(phrases_counted(&p, number));
		const struct verb_group *v = phrases_governor(&p, number);

		cr_expect(str_eq(counted, str_of(figures[i].counted)), "'%s': %s counts '%.*s'", figures[i].text,
			  figures[i].number, STR_ARG(counted));
		cr_assert(v, "'%s': no verb for %s", figures[i].text, figures[i].number);
		cr_expect(str_eq(word(v->verb), str_of(figures[i].verb)), "'%s': %s is governed by '%.*s'",
			  figures[i].text, figures[i].number, STR_ARG(word(v->verb)));
		cr_expect_eq(v->flags & COMPARED, figures[i].flags, "'%s': flags %x", figures[i].text, v->flags);
		cr_expect_eq(v->tense, figures[i].tense, "'%s': tense %d", figures[i].text, v->tense);
	}
}

static const struct {
	const char *text, *verb, *subject, *object, *agent;
} clauses[] = {
	{"Rebels who left the city were killed by soldiers.", "killed", "Rebels", "-", "soldiers"},
	{"Rebels who left the city were killed by soldiers.", "left", "Rebels", "city", "-"},
	{"Omar, a doctor in the town, said 20 civilians died.", "said", "Omar", "-", "-"},
	{"Omar, a doctor in the town, said 20 civilians died.", "died", "civilians", "-", "-"},
	{"People killed in the raid were buried.", "killed", "People", "-", "-"},
	{"People killed in the raid were buried.", "buried", "People", "-", "-"},
	{"The bomb went off near a mosque, wounding 12 men.", "wounding", "bomb", "men", "-"},
	{"In Aleppo, rebels attacked the army.", "attacked", "rebels", "army", "-"},
	{"The ministry's claim was denied.", "denied", "claim", "-", "-"},
	{"There was no comment after his forces killed 17 men.", "killed", "forces", "men", "-"},
	{"The men held after the raid were freed.", "freed", "men", "-", "-"},
};

Test(phrases, tell_who_does_what_to_whom)
{
	for (size_t i = 0; i < sizeof clauses / sizeof *clauses; i++) {
		read(str_of(clauses[i].text));
		const struct verb_group *v = phrases_verb_at(&p, find(clauses[i].verb));

		cr_assert(v, "'%s': '%s' is no verb", clauses[i].text, clauses[i].verb);
		cr_expect(str_eq(head(v->subject), str_of(clauses[i].subject)), "'%s': subject '%.*s'", clauses[i].text,
			  STR_ARG(head(v->subject)));
		cr_expect(str_eq(head(v->object), str_of(clauses[i].object)), "'%s': object '%.*s'", clauses[i].text,
			  STR_ARG(head(v->object)));
		cr_expect(str_eq(head(v->agent), str_of(clauses[i].agent)), "'%s': agent '%.*s'", clauses[i].text,
			  STR_ARG(head(v->agent)));
	}
}

Test(phrases, link_of_brackets_lists_and_owners)
{
	read(STR("The army's toll of 12 soldiers (40 men) and 3 officers"));
	const struct noun_phrase *toll = phrases_noun_at(&p, find("toll")), *men = phrases_noun_at(&p, find("40"));

	cr_assert(toll && men);
	cr_expect(str_eq(head(toll->owner), STR("army")));
	cr_expect(str_eq(head(toll->of), STR("soldiers")));
	cr_expect(str_eq(head(men->beside), STR("soldiers")));
}

Test(phrases, leave_names_with_numbers_uncounted)
{
	read(STR("Resolution 2254 and Boeing 787 were mentioned."));
	const struct noun_phrase *np = phrases_noun_at(&p, find("2254"));

	cr_assert(np);
	cr_expect_eq(np->numbers, 0);
	cr_expect(str_eq(word(np->head), STR("Resolution")));
}

Test(phrases, answer_for_tokens_outside_the_sentence)
{
	read(STR("It fell."));
	cr_expect_null(phrases_noun_at(&p, 1000));
	cr_expect_null(phrases_verb_at(&p, UINT32_MAX));
	cr_expect_null(phrases_noun_after(&p, UINT32_MAX));
	cr_expect_null(phrases_governor(&p, 1000));
	cr_expect_eq(phrases_counted(&p, 1000), PHRASE_NONE);
	read(STR_NULL);
	cr_expect_eq(p.nouns_n, 0);
}

/* Adjectives, determiners, numbers, hyphens, helpers, prepositions without end. */
Test(phrases, of_a_hundred_thousand_words_are_read_in_one_pass, .timeout = 30)
{
	static const char *const units[] = {"big ",	     "the ",	"3 ",	     "a-",    "was ",	  "killed ",
					    "of ",	     "men of ", "who left ", "3 of ", "and men ", ", men ",
					    "killing 3 and "};
	enum { MANY = 100000 };

	for (size_t i = 0; i < sizeof units / sizeof *units; i++) {
		struct buf b = {.arena = &arena};

		for (int k = 0; k < MANY; k++)
			buf_add(&b, str_of(units[i]));
		read(buf_str(&b));
		cr_assert_eq(p.n, tokens.n);
		for (uint32_t k = 0; k < tokens.n; k++)
			phrases_governor(&p, k);
		arena_reset(&arena);
	}
}
