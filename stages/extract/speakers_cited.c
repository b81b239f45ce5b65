#include "speakers_parts.h"

/* "Xinhua reported, citing the governor, that 12 died": who is cited states it, and the other relays it. */

bool piece_cites(const struct speech *s, int64_t i)
{
	static const struct str forms[] = {STR_WORD("quote"),	STR_WORD("quotes"), STR_WORD("quoted"),
					   STR_WORD("quoting"), STR_WORD("cite"),   STR_WORD("cites"),
					   STR_WORD("cited"),	STR_WORD("citing")};

	return is_kind(s, i, PIECE_VERB) &&
	       token_is_one_of(s, piece_at(s, i)->head, forms, sizeof forms / sizeof *forms);
}

/* "AP reported | quoting police", "a CNN report | quoting officials". */
static bool is_relay(const struct speech *s, int64_t i)
{
	static const struct str words[] = {STR_WORD("reported"), STR_WORD("reports"), STR_WORD("report"),
					   STR_WORD("said"),	 STR_WORD("says"),    STR_WORD("wrote")};

	return (is_kind(s, i, PIECE_VERB) || is_kind(s, i, PIECE_NOUN)) &&
	       token_is_one_of(s, piece_at(s, i)->end - 1, words, sizeof words / sizeof *words);
}

bool piece_cites_for(const struct speech *s, int64_t v)
{
	return piece_is_verb(s, v, PIECE_ING) && piece_cites(s, v) && is_relay(s, v - 1);
}

/* Who is cited behind the verb at piece v; empty when it is no "citing" behind a comma or at a sentence's start, and no
 * ", which cited". */
static struct span cited_by(const struct speech *s, int64_t v)
{
	struct span none = {0, 0};

	bool citing =
		(piece_is_verb(s, v, PIECE_ING) && (v == 0 || is_kind(s, v - 1, PIECE_COMMA))) || piece_cites_for(s, v);
	bool cited = !piece_is_verb(s, v, PIECE_ING) && is_kind(s, v - 1, PIECE_WHO) && is_kind(s, v - 2, PIECE_COMMA);

	return (citing || cited) && piece_cites(s, v) ? phrase_from(s, v + 1) : none;
}

int64_t skip_cited(const struct speech *s, int64_t i)
{
	struct span cited = cited_by(s, i + 1);

	return cited.end > cited.first && cited.end < s->end && token_is(s, cited.end, ",") ? s->piece_of[cited.end] + 1
											    : i;
}

/* Somebody, and not "fears of flooding" or "a study": a name, a title, a body, or a paper that one of them gave. */
static bool is_somebody(const struct speech *s, struct span words)
{
	struct person p = person_read(s, words);

	if (p.pronoun || p.document || p.name.end <= p.name.first)
		return false;
	return p.proper || p.human || p.given || reading_hit(s->r, p.name.end - 1, LEXICON_SOURCE_NOUNS);
}

/* The statement of the sentence that the participle at token `t` belongs to: its word of saying is the last before
 * it, or, where none is, the first behind it ("Xinhua, citing the governor, said"). */
static const struct attribution *relay_of(const struct speech *s, uint32_t t)
{
	const struct attribution *found = NULL;

	for (size_t i = s->sentence_began; i < s->out->n; i++) {
		const struct attribution *a = &s->out->at[i];
		bool before = a->cue.first < t;

		if (!a->states || a->cited || a->verb == t || a->source.end <= a->source.first ||
		    token_is(s, a->source.first, "which") || token_is(s, a->source.first, "who"))
			continue;
		if (!found || (before && (found->cue.first > t || a->cue.first > found->cue.first)) ||
		    (!before && a->cue.first < found->cue.first))
			found = a;
	}
	return found;
}

static bool holds(const struct attribution *a, uint32_t t)
{
	for (size_t i = 0; i < a->contents.n; i++)
		if (a->contents.at[i].first <= t && t < a->contents.at[i].end)
			return true;
	return false;
}

static void read_cited(struct speech *s, int64_t v)
{
	struct span source = cited_by(s, v), words = {piece_at(s, v)->first, piece_at(s, v)->end};
	const struct attribution *relay = relay_of(s, piece_at(s, v)->head);
	struct cue how = {.kind = CUE_SAY, .states = true};

	if (source.end <= source.first || !relay || holds(relay, words.first) || !is_somebody(s, source))
		return;
	struct spans contents = {0};

	for (size_t i = 0; i < relay->contents.n; i++)
		LIST_ADD(s->r->arena, &contents, relay->contents.at[i]);
	attribution_add(s, source, words, words.first, &contents, &how, "cited")->cited = true;
}

void rules_cited(struct speech *s)
{
	for (size_t v = 0; v < s->pieces.n; v++)
		if (s->pieces.at[v].kind == PIECE_VERB && cited_by(s, (int64_t)v).end > s->first)
			read_cited(s, (int64_t)v);
}
