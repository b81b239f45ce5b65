#include "speakers_parts.h"

/* Where what is said ends. */

/* Is there a verb of saying at piece i, in one of the forms? "were held" says nothing. */
static bool is_saying(const struct speech *s, int64_t i, unsigned flags)
{
	struct cue cue;

	return piece_is_verb(s, i, flags) &&
	       (piece_at(s, i)->flags & (PIECE_FINITE | PIECE_PASSIVE)) != (PIECE_FINITE | PIECE_PASSIVE) &&
	       cue_at(s, piece_at(s, i)->head, CUE_SAY, &cue);
}

/* Does another's statement begin at piece i (behind a comma or conjunction): "activists put it at 20"? */
static bool other_speaks(const struct speech *s, int64_t i)
{
	int64_t v = i;

	if (!is_kind(s, i, PIECE_NOUN))
		return false;
	for (int steps = 0; steps < 8 && !is_kind(s, v, PIECE_NONE) && !is_kind(s, v, PIECE_VERB); steps++)
		v++;
	return is_saying(s, v, PIECE_FINITE);
}

static bool ends_clause(const struct speech *s, int64_t i)
{
	enum piece_kind k = piece_kind(s, i);

	return k == PIECE_NONE || k == PIECE_STOP || k == PIECE_COMMA || k == PIECE_AND;
}

/* The dash that closes the aside which one opens at piece i: "two villages - A and B - had been hit"; i when none
 * does. */
static int64_t aside_end(const struct speech *s, int64_t i)
{
	enum { ASIDE_MAX = 12 };

	for (int64_t k = i + 1; k < i + ASIDE_MAX && !is_kind(s, k, PIECE_NONE) && !is_kind(s, k, PIECE_STOP); k++)
		if (is_kind(s, k, PIECE_DASH))
			return k;
	return i;
}

/* Is the noun phrase at piece i a number of something? */
static bool counts(const struct speech *s, int64_t i)
{
	for (uint32_t t = piece_at(s, i)->first; t < piece_at(s, i)->end; t++)
		if (token_at(s, t)->tag == TAG_CD)
			return true;
	return false;
}

/* "12 dead", "at least three missing": what a headline says without a verb. */
static bool counts_victims(const struct speech *s, int64_t i)
{
	static const struct str words[] = {STR_WORD("dead"),	STR_WORD("killed"), STR_WORD("missing"),
					   STR_WORD("injured"), STR_WORD("hurt"),   STR_WORD("wounded")};

	return is_kind(s, i, PIECE_NOUN) && counts(s, i) &&
	       token_is_one_of(s, piece_at(s, i)->end - 1, words, sizeof words / sizeof *words);
}

/* "after | a fire | had burned", "as | the toll | of | the flood | topped": whatever its tag, a clause stands behind
 * it. */
static bool leads_clause(const struct speech *s, int64_t i)
{
	enum { REACH = 6 }; /* [pieces] */
	int64_t k = i + 1;

	for (; k < i + REACH && (is_kind(s, k, PIECE_NOUN) || is_kind(s, k, PIECE_PREPOSITION)); k++)
		;
	return is_kind(s, i + 1, PIECE_NOUN) && piece_is_verb(s, k, PIECE_FINITE);
}

/* "as well as", "as many as 220 people", "as a result of", "as saying": parts of what is said. */
static bool is_comparing(const struct speech *s, int64_t i)
{
	static const struct str before[] = {STR_WORD("well"), STR_WORD("many"), STR_WORD("much"),  STR_WORD("few"),
					    STR_WORD("soon"), STR_WORD("far"),	STR_WORD("little")};
	static const struct str behind[] = {STR_WORD("many"), STR_WORD("much"), STR_WORD("few"), STR_WORD("well"),
					    STR_WORD("little")};
	uint32_t word = piece_at(s, i)->first;

	if (!token_is(s, word, "as"))
		return false;
	return is_kind(s, i + 1, PIECE_VERB) || token_is_one_of(s, word - 1, before, sizeof before / sizeof *before) ||
	       token_is_one_of(s, word + 1, behind, sizeof behind / sizeof *behind) ||
	       (token_is(s, word + 1, "a") &&
		(token_is(s, word + 2, "result") || token_is(s, word + 2, "consequence")));
}

/* "find the missing | as the toll rose", "announced it | after 12 had died": what else happens, and is not said. */
static bool opens_circumstance(const struct speech *s, int64_t i)
{
	static const struct str words[] = {STR_WORD("as"),    STR_WORD("after"),  STR_WORD("when"),   STR_WORD("while"),
					   STR_WORD("since"), STR_WORD("before"), STR_WORD("because")};

	uint32_t word = piece_at(s, i)->first;

	if ((!is_kind(s, i, PIECE_THAT) && !is_kind(s, i, PIECE_PREPOSITION)) ||
	    !token_is_one_of(s, word, words, sizeof words / sizeof *words))
		return false; /* as nearly always */
	return (is_kind(s, i, PIECE_THAT) || leads_clause(s, i)) && !is_comparing(s, i) &&
	       !token_is(s, word + 1, "it"); /* "stopped counting the dead | after it passed 5,400" */
}

/* A finite verb comes before the clause breaks off: the words from piece i on are a clause. */
bool content_is_clause(const struct speech *s, int64_t i)
{
	bool noun = false, verb = false;

	for (int steps = 0; steps < 30; steps++, i++) {
		enum piece_kind k = piece_kind(s, i);

		if (k == PIECE_DASH && noun && aside_end(s, i) > i) {
			i = aside_end(s, i);
			continue;
		}
		if (k == PIECE_NONE || k == PIECE_STOP || k == PIECE_COLON || k == PIECE_DASH ||
		    (k == PIECE_WHO && !noun) || (noun && !verb && opens_circumstance(s, i)) ||
		    (k == PIECE_COMMA && !noun && steps > 0))
			return false;
		verb |= noun && piece_is_verb(s, i, PIECE_PASSIVE);
		if (k == PIECE_COMMA && token_is(s, piece_at(s, i + 1)->first, "told"))
			return false; /* "who asked | not to be named, told the paper" */
		if (k == PIECE_COMMA && token_is(s, piece_at(s, i + 1)->first, "but"))
			return false; /* "expected | a riot, but the town was spared" */
		if (k == PIECE_WHO) { /* over "the pipeline, which many support," and "those who left" */
			while (!piece_is_verb(s, i, PIECE_FINITE) && !is_kind(s, i, PIECE_NONE))
				i++;
			continue;
		}
		if (k == PIECE_OPEN && noun)
			return true; /* 'said the deal was "complete"', 'called it "a lie"' */
		if (k == PIECE_VERB && piece_kind(s, i - 1) == PIECE_NOUN && steps > 0 &&
		    (ends_clause(s, i + 1) || (counts(s, i - 1) && piece_is_verb(s, i, PIECE_PASSIVE))))
			return true; /* "3,000 people marched;" tagged as a participle; "say | three killed | by fire"
				      */
		if (noun && piece_is_verb(s, i, PIECE_PASSIVE) && is_kind(s, skip_back(s, i - 1), PIECE_NOUN) &&
		    piece_kind(s, i + 1) == PIECE_NOUN && steps > 0)
			return true; /* "the man shot | a boy": no participle has an object */
		if (k == PIECE_ADJECTIVE && noun && str_ends(token_at(s, piece_at(s, i)->first)->lower, STR("ed")))
			return true; /* "27 people drowned", tagged as an adjective */
		noun |= k == PIECE_NOUN || k == PIECE_OTHER || k == PIECE_ADJECTIVE;
		if (counts_victims(s, i))
			return true;
		if (noun && piece_is_verb(s, i, PIECE_FINITE))
			return true;
	}
	return false;
}

bool content_is_contrast(const struct speech *s, int64_t i)
{
	static const char *const words[] = {"but", "while", "though", "although", "whereas", "as", "and", NULL};

	uint32_t word = piece_at(s, i)->first;

	if (token_is(s, word, "as") && (token_is(s, word + 1, "many") || token_is(s, word + 1, "much")))
		return false; /* "say | as many as 40 people died" */
	for (size_t w = 0; words[w]; w++)
		if (token_is(s, word, words[w]))
			return true;
	return false;
}

/* Does what was said end before the comma at piece i? */
static bool ends_at_comma(const struct speech *s, int64_t i, bool object, bool clause)
{
	int64_t next = i + 1;

	if (is_kind(s, next, PIECE_VERB) && piece_is_verb(s, next, PIECE_ING))
		return is_saying(s, next, PIECE_ING) || (object && !content_does_harm(s, next));
	if (token_is(s, piece_at(s, next)->first, "according"))
		return true;
	if (object && token_is(s, piece_at(s, next)->first, "but") && is_kind(s, next + 1, PIECE_NOUN) &&
	    piece_is_verb(s, next + 2, PIECE_FINITE))
		return true; /* "many expected a riot, but the town was spared": not of what they expected */
	if (content_is_contrast(s, next))
		return other_speaks(s, next + 1) || (object && !is_kind(s, next + 1, PIECE_NOUN)) ||
		       is_saying(s, next + 1, PIECE_FINITE);
	if (is_saying(s, next, PIECE_FINITE))
		return true;
	if (is_kind(s, next, PIECE_NOUN) && is_saying(s, next + 1, PIECE_FINITE))
		return clause ||
		       !content_is_clause(
			       s, next + 2); /* ", he said." is of the whole; "one says 40 died, another says 50 did" */
	if (token_is(s, piece_at(s, next)->first, "with"))
		return false; /* "put the toll at 57, with 32 killed in Homs" */
	return object && (is_kind(s, next, PIECE_THAT) || is_kind(s, next, PIECE_WHO) || is_kind(s, next, PIECE_VERB) ||
			  (is_kind(s, next, PIECE_NOUN) && piece_is_verb(s, next + 1, PIECE_FINITE)));
}

/* "said men stormed the hospital and | found 60 bodies", "and | could be to blame": what they did, and not said. */
static bool finds_thing(const struct speech *s, int64_t i)
{
	uint32_t head = piece_at(s, i)->head;
	struct cue cue;

	if (token_is(s, head, "blame") && token_is(s, head - 1, "to"))
		return true;
	return cue_at(s, head, CUE_SAY, &cue) && cue.kind == CUE_SHOW && is_kind(s, i + 1, PIECE_NOUN) &&
	       !content_is_clause(s, i + 1);
}

/* Does what was said end before the conjunction at piece i? */
static bool ends_at_and(const struct speech *s, int64_t i, bool object)
{
	if (other_speaks(s, i + 1))
		return true;
	if (object)
		return piece_is_verb(s, i + 1, PIECE_FINITE);
	return is_saying(s, i + 1, PIECE_FINITE) && !finds_thing(s, i + 1);
}

/* "After | doctors said 12 had died": a word that leads a clause stands before the first comma and the piece i. */
static bool is_led(const struct speech *s, int64_t i)
{
	static const struct str words[] = {
		STR_WORD("after"), STR_WORD("while"), STR_WORD("although"), STR_WORD("though"),	 STR_WORD("when"),
		STR_WORD("as"),	   STR_WORD("since"), STR_WORD("before"),   STR_WORD("because"), STR_WORD("if"),
		STR_WORD("once"),  STR_WORD("until"), STR_WORD("whereas"),  STR_WORD("ever")};
	enum { FAR = 60 };				    /* [pieces] what keeps it linear */
	bool led = i > 0 && piece_is_verb(s, 0, PIECE_ING); /* "Noting that 12 were lost, the company …" */

	if (i > FAR)
		return false;

	for (int64_t k = 0; k < i && !is_kind(s, k, PIECE_COMMA) && !is_kind(s, k, PIECE_OPEN); k++)
		if (token_is_one_of(s, piece_at(s, k)->first, words, sizeof words / sizeof *words) &&
		    (is_kind(s, k, PIECE_THAT) || is_kind(s, k + 1, PIECE_NOUN))) {
			led = true;
			break;
		}
	for (int64_t k = 0; led && k < i; k++)
		led = !is_kind(s, k, PIECE_COMMA);
	return led;
}

/* "…, | the town sent help", "…, | in June she left": the main clause behind the one that is led. */
bool content_main_clause(const struct speech *s, int64_t comma)
{
	int64_t i = comma + 1;

	while (is_kind(s, i, PIECE_TIME) || is_kind(s, i, PIECE_ADVERB) ||
	       (is_kind(s, i, PIECE_PREPOSITION) && (is_kind(s, i + 1, PIECE_TIME) || is_kind(s, i + 1, PIECE_NOUN))))
		i += 1 + is_kind(s, i, PIECE_PREPOSITION);
	return is_kind(s, i, PIECE_NOUN) && token_at(s, piece_at(s, i)->first)->tag != TAG_CD &&
	       content_is_clause(s, i);
}

enum { CONTENT_MAX = 400 }; /* [pieces] what keeps the search linear in sentences without end */

/* `...: "It is gone," he said`: a quotation that somebody behind it speaks. */
static bool quoted_by_other(const struct speech *s, const struct quote *q)
{
	if (q->end >= s->end || !token_is(s, q->end - 2, ","))
		return false;
	int64_t i = s->piece_of[q->end];

	return (is_kind(s, i, PIECE_NOUN) && is_saying(s, i + 1, PIECE_FINITE)) ||
	       (is_saying(s, i, PIECE_FINITE) && is_kind(s, i + 1, PIECE_NOUN));
}

/* The token behind the content that begins at piece i. object: a noun phrase, not a clause. */
uint32_t content_end(const struct speech *s, int64_t i, bool object)
{
	uint32_t from = piece_at(s, i)->first, end = from;
	bool clause = false, led = is_led(s, i);

	for (int64_t most = i + CONTENT_MAX; i < most && !is_kind(s, i, PIECE_NONE); i++) {
		const struct piece *p = piece_at(s, i);
		const struct quote *q = s->quote_of[p->first] ? &s->quotes.at[s->quote_of[p->first] - 1] : NULL;

		clause |= piece_is_verb(s, i, PIECE_FINITE);
		if (p->kind == PIECE_OPEN && q && clause && quoted_by_other(s, q))
			break;
		if (p->kind == PIECE_OPEN && q && q->end > s->end)
			return q->end;		  /* a quotation of several sentences */
		if (p->kind == PIECE_OPEN && q) { /* over it, whatever it holds */
			while (!is_kind(s, i + 1, PIECE_NONE) && piece_at(s, i + 1)->first < q->end)
				i++;
			end = q->end;
			if (token_is(s, end - 2, ",") && other_speaks(s, i + 1))
				break; /* 'claims "we lost 12," a doctor said 40 died' */
			continue;
		}
		if (p->kind == PIECE_COMMA && led && end > from && content_main_clause(s, i))
			break;
		if ((p->kind == PIECE_COMMA && ends_at_comma(s, i, object, clause)) ||
		    (p->kind == PIECE_AND && ends_at_and(s, i, object)) || (p->kind == PIECE_DASH && object) ||
		    (object && end > from && opens_circumstance(s, i)))
			break;
		if (p->kind == PIECE_THAT && clause && content_is_contrast(s, i) && other_speaks(s, i + 1))
			break; /* "while the opposition says" */
		if (p->kind == PIECE_CLOSE)
			break;
		if (p->kind == PIECE_STOP && (!clause || is_kind(s, i + 1, PIECE_NONE)))
			break;
		if (p->kind == PIECE_STOP && token_at(s, p->first)->text.at[0] == ';' && other_speaks(s, i + 1))
			break;
		end = p->end;
	}
	return end;
}
