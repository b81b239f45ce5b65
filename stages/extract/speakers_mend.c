#include "speakers_parts.h"

static const struct token *first_of(const struct speech *s, const struct piece *p)
{
	return token_at(s, p->first);
}

static bool is_capital(const struct speech *s, uint32_t i)
{
	return (token_at(s, i)->flags & TOKEN_CAPITAL) != 0;
}

/* A headline: most words begin with a capital letter, which then tells nothing. */
static bool is_headline(const struct speech *s)
{
	uint32_t capitals = 0, words = 0;

	for (uint32_t i = s->first; i < s->end; i++) {
		words += token_at(s, i)->kind == TOKEN_WORD;
		capitals += token_at(s, i)->kind == TOKEN_WORD && is_capital(s, i);
	}
	return words > 3 && 2 * capitals > words;
}

static struct piece piece_of(uint32_t first, uint32_t end, enum piece_kind kind, unsigned flags)
{
	return (struct piece){first, end, end - 1, (uint8_t)kind, (uint8_t)flags};
}

static struct piece *last(struct speech *s)
{
	return s->pieces.n ? &s->pieces.at[s->pieces.n - 1] : NULL;
}

static bool is_helper(const struct speech *s, uint32_t i)
{
	enum tag t = (enum tag)token_at(s, i)->tag;

	return t == TAG_MD || t == TAG_TO || t == TAG_RB || t == TAG_RBR || t == TAG_RBS ||
	       (token_at(s, i)->ud == UD_AUX && token_at(s, i)->text.n <= sizeof "having" - 1);
}

/* "[activists said]", "[Beijing said]": a verb before a verb that is no auxiliary is who speaks. */
static bool split_verb(struct speech *s, const struct piece *p)
{
	if (p->kind != PIECE_VERB || p->end - p->first < 2 || is_helper(s, p->first))
		return false;
	if (!tag_is_verb((enum tag)first_of(s, p)->tag) || p->head == p->first)
		return false;
	pieces_put(s, piece_of(p->first, p->first + 1, PIECE_NOUN, is_capital(s, p->first) ? PIECE_NAME : 0));
	pieces_put(s, piece_of(p->first + 1, p->end, PIECE_VERB, PIECE_FINITE));
	last(s)->head = p->head;
	return true;
}

/* Does a clause end at the comma that was put last? */
static bool ends_clause(struct speech *s)
{
	if (!last(s) || last(s)->kind != PIECE_COMMA)
		return false;
	for (size_t i = s->pieces.n - 1; i-- > 0 && s->pieces.at[i].kind != PIECE_COMMA;)
		if (s->pieces.at[i].kind == PIECE_VERB)
			return true;
	return false;
}

/* "12 died, [the United Nations estimates].": nothing but the last word can be the verb of what stands behind the
 * comma; in a list ("police counts, hospital records, UN estimates") no clause stands before it. */
static bool ends_as_saying(struct speech *s, const struct piece *p)
{
	uint32_t tail = p->end - 1;
	struct cue cue;

	bool show = token_is(s, tail, "show") && reading_hit(s->r, tail - 1, LEXICON_SOURCE_NOUNS); /* "UN data show" */

	return (show || token_at(s, tail)->tag == TAG_NNS) && cue_at(s, tail, CUE_SAY, &cue) &&
	       cue.takes & TAKES_QUOTE &&
	       (tag_is_proper((enum tag)token_at(s, tail - 1)->tag) ||
		reading_hit(s->r, tail - 1, LEXICON_SOURCE_NOUNS)) &&
	       (p->end == s->end || token_is(s, p->end, ".") || token_is(s, p->end, ",")) && ends_clause(s);
}

/* "[The army claims] it has": the noun before a pronoun and its verb is one that claims. */
static bool claims_before_pronoun(const struct speech *s, const struct piece *p)
{
	uint32_t tail = p->end - 1;
	struct cue cue;

	return p->end - p->first > 2 && p->end + 1 < s->end && token_at(s, tail)->tag == TAG_NNS &&
	       tag_is_noun((enum tag)token_at(s, tail - 1)->tag) && token_at(s, p->end)->tag == TAG_PRP &&
	       (tag_is_verb((enum tag)token_at(s, p->end + 1)->tag) || token_at(s, p->end + 1)->tag == TAG_MD) &&
	       cue_at(s, tail, CUE_SAY, &cue) && cue.takes & TAKES_THAT;
}

/* "Figures from [the bank show] that". */
static bool shows_paper(const struct speech *s, uint32_t tail)
{
	if (!token_is(s, tail, "show") || s->pieces.n < 2 || s->pieces.at[s->pieces.n - 1].kind != PIECE_PREPOSITION)
		return false;
	const struct hit *paper = reading_hit(s->r, s->pieces.at[s->pieces.n - 2].head, LEXICON_SOURCE_NOUNS);

	return source_kind(s, paper) == 'd';
}

/* "He had | earlier reported": one verb, whose adverb the tagger takes for an adjective. */
static bool join_verb(const struct speech *s, struct piece *before, const struct piece *p)
{
	static const struct str having[] = {STR_WORD("had"), STR_WORD("has"), STR_WORD("have")};
	static const struct str when[] = {STR_WORD("earlier"), STR_WORD("previously"), STR_WORD("initially"),
					  STR_WORD("already")};

	if (before->kind != PIECE_VERB || before->end - before->first != 1 || p->end - p->first < 2 ||
	    !token_is_one_of(s, before->first, having, sizeof having / sizeof *having) ||
	    !token_is_one_of(s, p->first, when, sizeof when / sizeof *when))
		return false;
	before->end = p->end;
	before->head = p->head;
	return true;
}

/* "[The judge ruled] that", `"…," [recalled Pedro Salas]`: the verb stands at an end of the phrase. */
static bool split_noun(struct speech *s, const struct piece *p)
{
	uint32_t tail = p->end - 1;

	if (p->kind != PIECE_NOUN || p->end - p->first < 2)
		return false;
	if ((token_is(s, p->end, "that") && (cue_is_past(s, tail) || shows_paper(s, tail))) || ends_as_saying(s, p) ||
	    claims_before_pronoun(s, p)) {
		pieces_put(s, piece_of(p->first, tail, PIECE_NOUN, 0));
		pieces_put(s, piece_of(tail, p->end, PIECE_VERB, PIECE_FINITE));
		return true;
	}
	if (last(s) && last(s)->kind == PIECE_CLOSE && cue_is_past(s, p->first) && is_capital(s, p->first + 1)) {
		pieces_put(s, piece_of(p->first, p->first + 1, PIECE_VERB, PIECE_FINITE));
		pieces_put(s, piece_of(p->first + 1, p->end, PIECE_NOUN, p->flags));
		return true;
	}
	return false;
}

/* "Human Rights | Watch", "Doctors | Without | Borders": a capitalised word goes on with the name before it. */
static bool join_name(struct speech *s, struct piece *before, const struct piece *p)
{
	if (!is_capital(s, p->first) || (!is_capital(s, before->end - 1) && !token_is(s, before->end - 1, "&")) ||
	    first_of(s, p)->kind != TOKEN_WORD)
		return false;
	bool odd = (p->kind == PIECE_VERB || p->kind == PIECE_PREPOSITION || p->kind == PIECE_ADJECTIVE) &&
		   p->end - p->first == 1;

	bool open = token_is(s, before->end - 1, "&") || token_is(s, before->end - 1, "who");

	if ((!odd && !(p->kind == PIECE_NOUN && before->flags & PIECE_COPULA)) || (!open && is_headline(s)))
		return false;
	before->end = p->end;
	before->head = p->end - 1;
	before->flags = PIECE_NAME | (odd ? PIECE_COPULA : 0); /* for a noun: the name is still open */
	return true;
}

/* "Armed Conflict Location | & | Event Data Project". */
static bool join_ampersand(struct speech *s, struct piece *before, const struct piece *p)
{
	if (!token_is(s, p->first, "&") || !is_capital(s, before->end - 1) || !is_capital(s, p->end))
		return false;
	before->end = p->end;
	before->flags = PIECE_NAME | PIECE_COPULA; /* the name is still open */
	return true;
}

/* "Chief | Executive Ana Reyes": one title. */
static bool join_split_title(struct speech *s, struct piece *before, const struct piece *p)
{
	const struct hit *title = reading_hit(s->r, before->end - 1, LEXICON_TITLES);

	if (!title || title->n < 2 || !is_capital(s, p->first))
		return false;
	before->end = p->end;
	before->head = p->head;
	before->flags = p->flags;
	return true;
}

/* "ICRC | regional director Paul Mayer": one phrase, whose first words tell for whom the person speaks. */
static bool join_title(struct speech *s, struct piece *before, const struct piece *p)
{
	if (!(p->flags & PIECE_NAME) || p->end - p->first < 3 || is_capital(s, p->first) ||
	    !is_capital(s, before->end - 1) || first_of(s, p)->tag == TAG_DT || before->flags & PIECE_PRONOUN)
		return false;
	before->end = p->end;
	before->head = p->head;
	before->flags = p->flags;
	return true;
}

/* "the West | African country", "Houston Police | Executive Assistant Chief Ban Tien": an adjective with a capital goes
 * on with the name before it; a people's begins another phrase, "in Gaza | Palestinian medics". */
static bool join_adjective(const struct speech *s, struct piece *before, const struct piece *p)
{
	static const struct str sides[] = {STR_WORD("west"), STR_WORD("east"), STR_WORD("north"), STR_WORD("south"),
					   STR_WORD("central")};
	const struct token *first = first_of(s, p);

	if (first->tag != TAG_JJ || !is_capital(s, p->first) || !is_capital(s, before->end - 1) ||
	    p->end - p->first < 2 || first->kind != TOKEN_WORD || before->flags & PIECE_PRONOUN)
		return false;
	if (gazetteer_demonym(s->r->know->places, first->text) != PLACE_NONE
		    ? !token_is_one_of(s, before->end - 1, sides, sizeof sides / sizeof *sides)
		    : !tag_is_proper((enum tag)token_at(s, before->end - 1)->tag) || is_headline(s))
		return false;
	before->end = p->end;
	before->head = p->head;
	before->flags |= p->flags;
	return true;
}

/* "Iraqi | and | U.S. officials": the officials of two peoples. */
static bool join_peoples(struct speech *s, const struct piece *p)
{
	const struct piece *and = last(s);
	struct piece *people = s->pieces.n > 1 ? &s->pieces.at[s->pieces.n - 2] : NULL;

	if (!people || and->kind != PIECE_AND || people->kind != PIECE_ADJECTIVE || people->end - people->first != 1 ||
	    p->end - p->first < 2 || !is_capital(s, p->first) || is_capital(s, p->end - 1) ||
	    gazetteer_demonym(s->r->know->places, first_of(s, people)->text) == PLACE_NONE)
		return false;
	*people = piece_of(people->first, p->end, PIECE_NOUN, p->flags);
	people->head = p->head;
	s->pieces.n--;
	return true;
}

/* The hit of the table that ends the piece: "(general hospital) doctor", "medical examiner". */
static const struct hit *ending(const struct speech *s, const struct piece *p, enum lexicon_table table)
{
	for (uint32_t t = p->first; t < p->end; t++) {
		const struct hit *hit = reading_hit(s->r, t, table);

		if (hit && t + hit->n == p->end)
			return hit;
	}
	return NULL;
}

/* "the state | civil defence agency", "the UN | human rights office", "a Ramadi | general hospital doctor": whose it
 * is, cut off at an adjective. Without an article only a body goes on: "told Reuters | local officials had fled". */
static bool join_body(struct speech *s, struct piece *before, const struct piece *p)
{
	static const struct str owners[] = {STR_WORD("state"),	    STR_WORD("county"),	  STR_WORD("city"),
					    STR_WORD("district"),   STR_WORD("province"), STR_WORD("region"),
					    STR_WORD("government"), STR_WORD("army")};

	if (first_of(s, p)->tag != TAG_JJ || before->flags & PIECE_PRONOUN ||
	    (!token_is_one_of(s, before->end - 1, owners, sizeof owners / sizeof *owners) &&
	     !tag_is_proper((enum tag)token_at(s, before->end - 1)->tag)))
		return false;
	const struct hit *noun = ending(s, p, LEXICON_SOURCE_NOUNS);
	bool article = first_of(s, before)->tag == TAG_DT;

	if (!noun ? !article || !ending(s, p, LEXICON_TITLES) : !article && source_kind(s, noun) != 'g')
		return false;
	before->end = p->end;
	before->head = p->head;
	return true;
}

/* "acting | governor Ana Reyes": the tagger takes the adjective for a verb. */
static bool join_acting(struct speech *s, struct piece *before, const struct piece *p)
{
	static const struct str words[] = {STR_WORD("acting"),	STR_WORD("outgoing"), STR_WORD("incoming"),
					   STR_WORD("sitting"), STR_WORD("ruling"),   STR_WORD("visiting")};

	if (before->end - before->first != 1 || !(p->flags & PIECE_NAME) || first_of(s, p)->tag == TAG_DT ||
	    is_capital(s, p->first) || !token_is_one_of(s, before->first, words, sizeof words / sizeof *words))
		return false;
	before->end = p->end;
	before->head = p->head;
	before->kind = PIECE_NOUN;
	before->flags = p->flags;
	return true;
}

/* "UN | officials said", "WHO | rights experts": a body in capital letters that opens the sentence, which the tagger
 * does not know for a name. */
static bool join_initials(const struct speech *s, struct piece *before, const struct piece *p)
{
	if (before->first != s->first || before->end - before->first != 1 || is_capital(s, p->first) ||
	    !(first_of(s, before)->flags & TOKEN_UPPER) || first_of(s, p)->tag == TAG_DT || p->flags & PIECE_PRONOUN ||
	    !reading_hit(s->r, before->first, LEXICON_ACTORS) || !reading_hit(s->r, p->head, LEXICON_SOURCE_NOUNS))
		return false;
	*before = (struct piece){before->first, p->end, p->head, PIECE_NOUN, p->flags};
	return true;
}

/* "quoted | informed | sources", "according to | wounded | residents": no verb, for nobody acts. */
static bool join_participle(struct speech *s, struct piece *before, const struct piece *p)
{
	bool alone = before->end - before->first == 1 && token_at(s, before->first)->tag == TAG_VBN;

	if (!alone || first_of(s, p)->tag == TAG_DT || first_of(s, p)->tag == TAG_CD || p->flags & PIECE_PRONOUN ||
	    !(piece_cites(s, (int64_t)s->pieces.n - 2) || piece_kind(s, (int64_t)s->pieces.n - 2) == PIECE_PREPOSITION))
		return false;
	*before = (struct piece){before->first, p->end, p->head, PIECE_NOUN, p->flags};
	return true;
}

/* A word that the tagger takes for a foreign one belongs to the names beside it: "imam Yusuf Bello". */
static bool take_foreign(struct speech *s, struct piece *before, const struct piece *p)
{
	if (first_of(s, p)->tag != TAG_FW || (p->kind != PIECE_OTHER && p->kind != PIECE_NOUN))
		return false;
	if (before->kind == PIECE_NOUN && token_at(s, before->end - 1)->tag == TAG_FW) {
		before->end = p->end;
		before->head = p->end - 1;
		before->flags = PIECE_NAME;
	} else {
		pieces_put(s, piece_of(p->first, p->end, PIECE_NOUN, PIECE_NAME));
	}
	return true;
}

/* A capitalised adjective or participle alone before a verb is a name: "Cuban said", "Kyiv said". */
static void name(struct speech *s, size_t i)
{
	struct piece *p = &s->pieces.at[i];
	bool odd = p->kind == PIECE_ADJECTIVE || (p->kind == PIECE_ADVERB && p->first > s->first) ||
		   (p->kind == PIECE_VERB && !(p->flags & PIECE_FINITE) && p->end - p->first == 1);

	if (odd && is_capital(s, p->first) && piece_is_verb(s, (int64_t)i + 1, PIECE_FINITE)) {
		p->kind = PIECE_NOUN;
		p->flags = PIECE_NAME;
	}
}

/* "rights | activists": tagged as a verb of the noun before it. */
static bool join_people(const struct speech *s, struct piece *before, const struct piece *p)
{
	if (first_of(s, p)->tag != TAG_VBZ || p->end != p->first + 1 || before->flags & PIECE_PRONOUN)
		return false;
	before->end = p->end;
	before->head = p->head;
	return true;
}

/* A noun phrase that goes on with the noun phrase before it, or with a verb that is none. */
static bool join_noun(struct speech *s, struct piece *before, const struct piece *p)
{
	if (before->kind == PIECE_NOUN)
		return join_people(s, before, p) || join_name(s, before, p) || join_split_title(s, before, p) ||
		       join_title(s, before, p) || join_body(s, before, p) || join_adjective(s, before, p);
	return before->kind == PIECE_VERB && (join_acting(s, before, p) || join_participle(s, before, p));
}

/* Put in its place what was taken for something else; false: it stays as it is. */
static bool mend(struct speech *s, const struct piece *p)
{
	struct piece none = {0}, *before = last(s) ? last(s) : &none;
	bool noun = before->kind == PIECE_NOUN; /* most that is joined goes on with one */

	switch (p->kind) {
	case PIECE_VERB:
		return join_verb(s, before, p) || split_verb(s, p) || (noun && join_name(s, before, p));
	case PIECE_NOUN:
		return join_initials(s, before, p) || split_noun(s, p) || join_noun(s, before, p) ||
		       take_foreign(s, before, p) || join_peoples(s, p);
	case PIECE_PREPOSITION:
	case PIECE_ADJECTIVE:
		return noun && join_name(s, before, p);
	default:
		return take_foreign(s, before, p) || (noun && join_ampersand(s, before, p));
	}
}

/* What else a piece is, it is no part of another. */
static bool may_join(enum piece_kind kind)
{
	const unsigned kinds = 1u << PIECE_VERB | 1u << PIECE_NOUN | 1u << PIECE_PREPOSITION | 1u << PIECE_ADJECTIVE |
			       1u << PIECE_OTHER | 1u << PIECE_AND;

	return kinds & 1u << kind;
}

void pieces_add(struct speech *s, const struct piece *p)
{
	if (!may_join((enum piece_kind)p->kind) || !mend(s, p))
		pieces_put(s, *p);
}

void pieces_mend(struct speech *s)
{
	for (size_t i = 0; i < s->pieces.n; i++) {
		struct piece *p = &s->pieces.at[i];

		for (uint32_t t = p->first; t < p->end; t++)
			s->piece_of[t] = (uint32_t)i;
		if (p->kind == PIECE_NOUN)
			p->flags &= (uint8_t)~PIECE_COPULA; /* no name is open any more */
		else if (p->kind == PIECE_ADJECTIVE || p->kind == PIECE_VERB || p->kind == PIECE_ADVERB)
			name(s, i);
		if (p->kind == PIECE_VERB)
			pieces_tense(s, i);
	}
}
