#include "speakers_parts.h"

/* Who tells what a verb of saying says: its subject, however far off and in whatever form of the verb. */

/* "appeared to suggest", "was quick to condemn", "refused to comment": the whole chain is one. */
int64_t teller_chain(const struct speech *s, int64_t v)
{
	for (int steps = 0; steps < 4 && piece_is_verb(s, v, PIECE_TO); steps++) {
		if (is_kind(s, v - 1, PIECE_VERB))
			v--;
		else if (is_kind(s, v - 1, PIECE_ADJECTIVE) && piece_is_verb(s, v - 2, PIECE_COPULA))
			v -= 2;
		else
			break;
	}
	return v;
}

/* "urged NATO to send", "for users to report": who is to act stands before the infinitive. */
static struct span subject_of_infinitive(const struct speech *s, int64_t v)
{
	struct span none = {0, 0};

	return is_kind(s, v - 1, PIECE_NOUN) && !is_kind(s, v - 2, PIECE_PREPOSITION) &&
			       (piece_at(s, v - 1)->flags & (PIECE_NAME | PIECE_PRONOUN))
		       ? (struct span){piece_at(s, v - 1)->first, piece_at(s, v - 1)->end}
		       : none;
}

/* The attribution of this sentence whose cue stands last before the token. */
static const struct attribution *earlier(const struct speech *s, uint32_t token)
{
	for (size_t i = s->out->n; i-- > s->sentence_began;)
		if (s->out->at[i].cue.first < token && !is_empty(s->out->at[i].source))
			return &s->out->at[i];
	return NULL;
}

static struct span subject_of_participle(const struct speech *s, int64_t v)
{
	const struct attribution *a =
		is_kind(s, v - 1, PIECE_COMMA) || is_kind(s, v - 1, PIECE_AND) || is_kind(s, v - 1, PIECE_CLOSE)
			? earlier(s, piece_at(s, v)->first)
			: NULL;

	return a ? a->source : subject_of_clause(s, v);
}

/* "..., and called for": the subject of the verb before the conjunction. */
static struct span subject_of_joined(const struct speech *s, int64_t v)
{
	struct span none = {0, 0};
	int64_t k = skip_back(s, v - 1);

	if (!is_kind(s, k, PIECE_AND))
		return none;
	const struct attribution *a = earlier(s, piece_at(s, v)->first);

	return a ? a->source : subject_of_clause(s, v);
}

/* "Omar adding that", "with activists saying that": the participle's subject stands right before it. */
static struct span own_subject(const struct speech *s, int64_t v)
{
	struct span none = {0, 0};
	const struct piece *noun = piece_at(s, v - 1);

	if (noun->kind != PIECE_NOUN)
		return none;
	if (v >= 2 && token_is(s, piece_at(s, v - 2)->first, "with"))
		return (struct span){noun->first, noun->end};
	struct span subject = noun->flags & (PIECE_NAME | PIECE_PRONOUN) ? subject_before(s, v) : none;

	/* "who were brought to Italy | telling": no name behind a preposition tells */
	return !is_empty(subject) && subject.first == noun->first && is_kind(s, v - 2, PIECE_PREPOSITION) ? none
													  : subject;
}

/* "state TV quoted | the governor (, Ali Omar,) | as saying", not "Omar was quoted by state TV as saying". */
static struct span subject_of_quoted(const struct speech *s, int64_t v)
{
	struct span none = {0, 0};
	int64_t k = v - 1;

	if (!token_is(s, piece_at(s, k)->first, "as"))
		return none;
	while (k > 0 && !is_kind(s, k, PIECE_VERB) && !is_kind(s, k, PIECE_STOP))
		k--;
	return piece_cites(s, k) && !(piece_at(s, k)->flags & PIECE_PASSIVE) ? phrase_from(s, k + 1) : none;
}

struct span teller_of(const struct speech *s, int64_t v)
{
	int64_t lead = teller_chain(s, v);
	struct span subject = subject_of_quoted(s, lead);

	if (!is_empty(subject))
		return subject;

	if (piece_is_verb(s, lead, PIECE_TO))
		return subject_of_infinitive(s, lead);
	if (piece_is_verb(s, lead, PIECE_FINITE | PIECE_PASSIVE))
		subject = subject_before(s, lead);
	else if (piece_is_verb(s, lead, PIECE_ING))
		return is_empty(subject = own_subject(s, lead)) ? subject_of_participle(s, lead) : subject;
	return is_empty(subject) ? subject_of_joined(s, lead) : subject;
}

static bool is_one_of(const struct speech *s, struct span source, const char *const *words)
{
	for (; *words && source.end - source.first == 1; words++)
		if (token_is(s, source.first, *words))
			return true;
	return false;
}

/* "just 28 percent of voters", "two in three": the many who are asked in a poll tell no number. */
static bool are_asked(const struct speech *s, struct span source)
{
	enum { LEAD = 4 };

	for (uint32_t t = source.first; t + 2 < source.end && t < source.first + LEAD; t++)
		if (token_at(s, t)->tag == TAG_CD)
			return token_is(s, t + 1, "percent") || token_is(s, t + 1, "per") || token_is(s, t + 1, "%") ||
			       ((token_is(s, t + 1, "in") || token_is(s, t + 1, "out")) &&
				token_at(s, source.end - 1)->tag == TAG_CD);
	return false;
}

/* "the cumulative number of cases (reported)", "the 16 deaths (reported)", "the total fatalities": nobody. */
static bool is_count(const struct speech *s, struct span source)
{
	static const struct str words[] = {STR_WORD("number"), STR_WORD("numbers"), STR_WORD("total"), STR_WORD("toll"),
					   STR_WORD("tally")};
	static const struct str harms[] = {STR_WORD("deaths"), STR_WORD("fatalities"), STR_WORD("casualties"),
					   STR_WORD("injuries"), STR_WORD("infections")};
	enum { LEAD = 4 };

	for (uint32_t t = source.first; t < source.end && t < source.first + LEAD; t++)
		if (token_is_one_of(s, t, harms, sizeof harms / sizeof *harms) ||
		    (t + 1 < source.end && token_is(s, t + 1, "of") &&
		     token_is_one_of(s, t, words, sizeof words / sizeof *words)))
			return true;
	return false;
}

/* "in | April 2011 | saw its brutality", "in | 2012 | added", "60 | pledged | delegates" */
static bool is_date(const struct speech *s, struct span source)
{
	if (source.end == source.first + 1 && token_at(s, source.first)->kind == TOKEN_NUMBER)
		return true;
	return (source.end == source.first + 2 ||
		(source.end == source.first + 3 && token_is(s, source.first + 1, "."))) &&
	       piece_tells_time(s, source.first) && token_at(s, source.end - 1)->kind == TOKEN_NUMBER;
}

/* "the 350 settlements assessed", "76 countries have reported": how many places, and nobody. */
static bool are_places(const struct speech *s, struct span source)
{
	static const struct str places[] = {STR_WORD("countries"),   STR_WORD("nations"),  STR_WORD("states"),
					    STR_WORD("settlements"), STR_WORD("villages"), STR_WORD("towns"),
					    STR_WORD("cities"),	     STR_WORD("camps"),	   STR_WORD("districts"),
					    STR_WORD("provinces")};
	uint32_t first = source.first + token_is(s, source.first, "the");

	return first + 1 < source.end && token_at(s, first)->tag == TAG_CD &&
	       token_is_one_of(s, first + 1, places, sizeof places / sizeof *places);
}

/* "a ceasefire agreed last August", "the plan announced": what was agreed, and nobody who agrees. */
static bool is_pact(const struct speech *s, struct span source, const struct cue *cue)
{
	static const struct str pacts[] = {STR_WORD("ceasefire"), STR_WORD("truce"),	STR_WORD("deal"),
					   STR_WORD("agreement"), STR_WORD("accord"),	STR_WORD("pact"),
					   STR_WORD("plan"),	  STR_WORD("measures"), STR_WORD("treaty")};
	static const struct str agreed[] = {STR_WORD("agreed"), STR_WORD("announced"), STR_WORD("declared"),
					    STR_WORD("proposed"), STR_WORD("promised")};

	return token_is_one_of(s, source.end - 1, pacts, sizeof pacts / sizeof *pacts) &&
	       token_is_one_of(s, cue->first, agreed, sizeof agreed / sizeof *agreed);
}

static bool is_land(const struct speech *s, uint32_t token)
{
	static const struct str words[] = {STR_WORD("country"),	 STR_WORD("continent"), STR_WORD("region"),
					   STR_WORD("province"), STR_WORD("state"),	STR_WORD("district"),
					   STR_WORD("city"),	 STR_WORD("nation"),	STR_WORD("island"),
					   STR_WORD("town"),	 STR_WORD("territory")};

	return token_is_one_of(s, token, words, sizeof words / sizeof *words);
}

/* A thing ("which", "it") may say or show something, but it wants and judges nothing; "I" and "you" outside a
 * quotation are the writer's talk; what "who" describes is seldom told as a demand or a promise. */
bool teller_may_say(const struct speech *s, struct span source, const struct cue *cue)
{
	static const char *const things[] = {"that", "which", "it", "this", "there", NULL};
	static const char *const writers[] = {"i", "we", "you", "my", "our", "your", "who", NULL};
	enum cue_kind k = cue->kind;

	if (!is_empty(source) && is_land(s, source.end - 1) && cue_counts(s, cue->first) &&
	    s->piece_of[source.first] == s->piece_of[source.end - 1])
		return false; /* "the country has recorded 300 deaths" */
	if (!is_empty(source) &&
	    ((k != CUE_SHOW && is_count(s, source)) || is_pact(s, source, cue) || is_date(s, source) ||
	     (are_places(s, source) && k == CUE_SAY && cue_counts(s, cue->first))))
		return false;
	if (!is_empty(source) && (are_asked(s, source) || token_is(s, source.first, "'s")))
		return false; /* "let's say" */
	if (!is_empty(source) && (token_is(s, source.end - 1, "an") || token_is(s, source.end - 1, "a") ||
				  token_is(s, source.end - 1, "the")))
		return false; /* "(killed) an estimated 500" */
	if (!is_empty(source) && token_is(s, source.first, "there") && source.end == source.first + 1)
		return false; /* "there have been 12 confirmed cases" */
	if (k == CUE_SAY || k == CUE_DENY || is_empty(source))
		return true;
	if (is_one_of(s, source, things))
		return k == CUE_SHOW || k == CUE_JUDGE;
	return (k != CUE_ORDER && k != CUE_PROMISE && k != CUE_STAND) || !is_one_of(s, source, writers) ||
	       (k == CUE_STAND && token_is(s, source.first, "who"));
}
