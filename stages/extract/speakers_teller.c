#include "speakers_parts.h"

/* Who tells what a verb of saying says: its subject, however far off and in whatever form of the verb. */

static bool is_kind(const struct speech *s, int64_t i, enum piece_kind kind)
{
	return piece_kind(s, i) == kind;
}

static bool is_empty(struct span span)
{
	return span.end <= span.first;
}

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
	return noun->flags & (PIECE_NAME | PIECE_PRONOUN) ? subject_before(s, v) : none;
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
