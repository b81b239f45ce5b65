#include "phrases.h"
#include "speakers_parts.h"

const struct piece no_piece;

static bool is_adverb(const struct speech *s, uint32_t i)
{
	enum tag t = piece_tag(s, i);

	return t == TAG_RB || t == TAG_RBR || t == TAG_RBS;
}

/* "before noon, | Long | said": somebody's name. */
static bool is_capital_adverb(const struct speech *s, uint32_t i)
{
	return i > s->first && token_is(s, i - 1, ",") && token_at(s, i)->flags & TOKEN_CAPITAL &&
	       !(token_at(s, i)->flags & TOKEN_UPPER);
}

static uint8_t verb_flags(const struct speech *s, const struct verb_group *v)
{
	static const struct {
		unsigned have, give;
	} map[] = {{VERB_PASSIVE, PIECE_PASSIVE}, {VERB_PARTICIPLE, PIECE_PASSIVE}, {VERB_INFINITIVE, PIECE_TO},
		   {VERB_GERUND, PIECE_ING},	  {VERB_NEGATED, PIECE_NOT},	    {VERB_COPULA, PIECE_COPULA}};
	unsigned flags = v->tense != TENSE_NONE ? PIECE_FINITE : 0;

	if (v->n == 1 && (piece_tag(s, v->verb) == TAG_VBD ||
			  (piece_tag(s, v->verb) == TAG_VB && !tag_is_verb(piece_tag(s, v->verb - (v->verb > 0))))))
		return PIECE_FINITE; /* whatever the verbs before it are; a bare "say" is a present tense */
	for (size_t k = 0; k < sizeof map / sizeof *map; k++)
		if (v->flags & map[k].have)
			flags |= map[k].give;
	return (uint8_t)flags;
}

static struct piece verb_piece(const struct speech *s, const struct verb_group *v, uint32_t first)
{
	struct piece p = {first, v->first + v->n, v->verb, PIECE_VERB, verb_flags(s, v)};

	return p;
}

/* Adverbs, and a verb behind them: "also said", "repeatedly has argued". */
static bool take_verb(const struct speech *s, const struct phrases *found, uint32_t i, struct piece *p)
{
	uint32_t at = i;

	while (is_adverb(s, at) && !is_capital_adverb(s, at) && !piece_is_day(s, at) && !token_is(s, at, "but") &&
	       !phrases_noun_at(found, at))
		at++;
	const struct verb_group *v = phrases_verb_at(found, at);

	if (!v || v->first != at)
		return false;
	*p = verb_piece(s, v, i);
	return true;
}

/* "activists", "residents": people who speak, whatever the tag. */
static bool are_people(const struct speech *s, uint32_t i)
{
	const struct hit *noun = reading_hit(s->r, i, LEXICON_SOURCE_NOUNS);

	return noun && noun->n == 1 && !s->families[i] && source_kind(s, noun) == 'p' &&
	       str_ends(token_at(s, i)->lower, STR("s"));
}

/* "12 died, say local officials", "activists say", tagged as an interjection; not "in, say, 12 days". */
static bool is_say(const struct speech *s, uint32_t i)
{
	if (piece_tag(s, i) != TAG_UH || !token_is(s, i, "say") || i == s->first || i + 1 >= s->end)
		return false;
	return are_people(s, i - 1) ||
	       (token_is(s, i - 1, ",") && token_at(s, i + 1)->kind == TOKEN_WORD && piece_tag(s, i + 1) != TAG_CD);
}

/* A word of saying whose tag is a preposition's, an adjective's …: ", adding that", "and refused to". */
static bool take_odd_verb(const struct speech *s, uint32_t i, struct piece *p)
{
	struct str word = token_at(s, i)->lower;
	enum tag t = (enum tag)token_at(s, i)->tag;
	struct cue cue;

	if (is_say(s, i)) {
		*p = (struct piece){i, i + 1, i, PIECE_VERB, PIECE_FINITE};
		return true;
	}
	if (t == TAG_NNS && i > s->first && token_is(s, i - 1, ",") && token_is(s, i + 1, "that") &&
	    cue_at(s, i, CUE_SAY, &cue) && cue.takes & TAKES_THAT) { /* ", meanwhile, | estimates | that" */
		*p = (struct piece){i, i + 1, i, PIECE_VERB, PIECE_FINITE};
		return true;
	}
	if (!(s->families[i] & cue_family(CUE_SAY)) || (t != TAG_IN && t != TAG_JJ && t != TAG_NN) ||
	    !cue_at(s, i, CUE_SAY, &cue))
		return false;
	if (t == TAG_NN && (!token_is(s, i + 1, "that") || i == s->first || !token_is(s, i - 1, ",")))
		return false;
	bool ing = str_ends(word, STR("ing")), ed = str_ends(word, STR("ed")) && piece_tag(s, i + 1) == TAG_TO;

	if (!ing && !ed)
		return false;
	*p = (struct piece){i, i + 1, i, PIECE_VERB, ing ? PIECE_ING : PIECE_FINITE};
	return true;
}

/* One past the words that say when before the others of a phrase: "Monday | officials", "later in the day | police";
 * `first`: there are none. */
static uint32_t past_when(const struct speech *s, const struct noun_phrase *np, uint32_t first)
{
	if (np->first == first && piece_is_day(s, first) && (np->n == 1 || piece_tag(s, first + 1) != TAG_POS))
		return first + 1 + piece_is_part_of_day(s, first + 1);
	return piece_past_later(s, first, np->first + np->n);
}

/* "appropriate, Republican candidate Ben Carson": a comma before a name does not join adjectives. */
static void cut_at_comma(const struct speech *s, struct piece *p)
{
	for (uint32_t i = p->first + 1; i + 1 < p->end; i++)
		if (piece_tag(s, i) == TAG_COMMA && token_at(s, i + 1)->flags & TOKEN_CAPITAL) {
			p->end = i;
			p->head = i - 1;
			return;
		}
}

/* A capitalised word that the tagger does not know is a name. */
static bool take_stranger(const struct speech *s, uint32_t i, struct piece *p)
{
	enum tag t = piece_tag(s, i);
	uint32_t end = i;

	if (t != TAG_FW && t != TAG_UH)
		return false;
	while (end < s->end && (piece_tag(s, end) == TAG_FW || (piece_tag(s, end) == TAG_UH && end > s->first)) &&
	       token_at(s, end)->flags & TOKEN_CAPITAL)
		end++;
	if (end == i)
		return false;
	*p = (struct piece){i, end, end - 1, PIECE_NOUN, PIECE_NAME};
	return true;
}

/* "The ministry claims Russia | said": a word of saying that is read as a noun within a phrase of names. */
static void split_claims(const struct speech *s, struct piece *p)
{
	struct cue cue;

	for (uint32_t i = p->first + 1; i + 1 < p->end; i++)
		if (piece_tag(s, i) == TAG_NNS && tag_is_proper(piece_tag(s, i + 1)) &&
		    tag_is_noun(piece_tag(s, i - 1)) && tag_is_verb(piece_tag(s, p->end)) &&
		    cue_at(s, i, CUE_SAY, &cue) && cue.takes & TAKES_THAT) {
			p->end = i;
			p->head = i - 1;
			return;
		}
}

/* "last week", "two days | ago" */
static void take_time(const struct speech *s, struct piece *p)
{
	if (piece_tag(s, p->end) != TAG_POS && piece_is_when(s, p->first, p->end, p->head))
		p->kind = PIECE_TIME;
	if (piece_is_offset(s, p)) {
		p->kind = PIECE_TIME;
		p->end++;
	}
}

/* A noun phrase with what possesses it: "Russia" "'s defence ministry"; a day before it stands alone. */
static bool take_noun(const struct speech *s, const struct phrases *found, uint32_t i, struct piece *p)
{
	uint32_t noun = found->noun_of[i - found->first];

	if (noun == PHRASE_NONE)
		return false;
	const struct noun_phrase *np = &found->nouns[noun];
	uint32_t when = past_when(s, np, i);

	*p = (struct piece){i, np->first + np->n, np->head, PIECE_NOUN, 0};
	if (when > i) {
		p->end = when;
		p->kind = PIECE_TIME;
		return true;
	}
	for (const struct noun_phrase *next; piece_tag(s, p->end) == TAG_POS; np = next) {
		next = phrases_noun_at(found, p->end);
		if (!next || next->first != p->end) {
			p->end++;
			break;
		}
		p->end = next->first + next->n;
		p->head = next->head;
	}
	cut_at_comma(s, p);
	split_claims(s, p);
	if (piece_tells_time(s, p->head) || token_is(s, p->head, "meantime"))
		take_time(s, p);
	p->flags = (np->flags & NOUN_PRONOUN ? PIECE_PRONOUN : 0) | (np->flags & NOUN_PROPER ? PIECE_NAME : 0);
	return true;
}

/* "Save the Children": a body of the lexicon whose name begins with what may be a verb. */
static bool take_body(const struct speech *s, uint32_t i, struct piece *p)
{
	const struct hit *hit = tag_is_verb(piece_tag(s, i)) && token_at(s, i)->flags & TOKEN_CAPITAL
					? reading_hit(s->r, i, LEXICON_ACTORS)
					: NULL;

	if (hit && hit->n == 1 && token_at(s, i)->flags & TOKEN_UPPER && tag_is_proper(piece_tag(s, i + 1)) &&
	    !(token_at(s, i + 1)->flags & TOKEN_UPPER)) { /* "CARE | Australia": the name is still open */
		*p = (struct piece){i, i + 1, i, PIECE_NOUN, PIECE_NAME | PIECE_COPULA};
		return true;
	}
	if (!hit || hit->n < 2 || !(token_at(s, i + hit->n - 1)->flags & TOKEN_CAPITAL))
		return false;
	*p = (struct piece){i, i + hit->n, i + hit->n - 1, PIECE_NOUN, PIECE_NAME};
	return true;
}

static enum piece_kind kind_of_mark(const struct speech *s, uint32_t i)
{
	static const struct str dashes[] = {STR_WORD("—"), STR_WORD("–"), STR_WORD("―")};
	struct str text = token_at(s, i)->text;

	if (s->mark[i])
		return s->mark[i] == 1 ? PIECE_OPEN : PIECE_CLOSE;
	switch (text.at[0]) {
	case ',':
		return PIECE_COMMA;
	case '.':
	case '!':
	case '?':
	case ';':
		return PIECE_STOP;
	case ':':
		return PIECE_COLON;
	case '(':
	case '[':
		return PIECE_LEFT;
	case ')':
	case ']':
		return PIECE_RIGHT;
	case '-':
		return PIECE_DASH;
	default:
		return str_is_one_of(text, dashes, sizeof dashes / sizeof *dashes) ? PIECE_DASH : PIECE_OTHER;
	}
}

static bool is_join(const struct speech *s, uint32_t i)
{
	struct str word = token_at(s, i)->lower;

	return word.n <= 3 && (str_is(word, "and") || str_is(word, "but") || str_is(word, "or"));
}

static enum piece_kind kind_of_word(const struct speech *s, uint32_t i)
{
	static const uint8_t kinds[TAG_COUNT] = {
		[TAG_CC] = PIECE_AND,	     [TAG_WDT] = PIECE_WHO,	  [TAG_WP] = PIECE_WHO,
		[TAG_WPS] = PIECE_WHO,	     [TAG_WRB] = PIECE_THAT,	  [TAG_TO] = PIECE_PREPOSITION,
		[TAG_JJ] = PIECE_ADJECTIVE,  [TAG_JJR] = PIECE_ADJECTIVE, [TAG_JJS] = PIECE_ADJECTIVE,
		[TAG_VBN] = PIECE_ADJECTIVE, [TAG_RB] = PIECE_ADVERB,	  [TAG_RBR] = PIECE_ADVERB,
		[TAG_RBS] = PIECE_ADVERB,    [TAG_RP] = PIECE_ADVERB,
	};
	enum tag tag = piece_tag(s, i);

	if (is_join(s, i))
		return PIECE_AND; /* "secret but" may be tagged as anything */
	if (tag == TAG_IN)
		return token_at(s, i)->ud == UD_SCONJ ? PIECE_THAT : PIECE_PREPOSITION;
	return kinds[tag] ? (enum piece_kind)kinds[tag] : PIECE_OTHER;
}

/* "according to": one preposition, whatever the tags; a verb behind it is the source's first word. */
static bool take_according(const struct speech *s, const struct phrases *found, uint32_t i, struct piece *p)
{
	struct cue cue;

	if (i > s->first && piece_tag(s, i) == TAG_VB && token_is(s, i - 1, "to") && i - 1 > s->first &&
	    cue_at(s, i - 2, CUE_PREPOSITION, &cue)) {
		const struct noun_phrase *np = phrases_noun_at(found, i + 1);

		*p = (struct piece){i, np && np->first == i + 1 ? i + 1 + np->n : i + 1, i, PIECE_NOUN, 0};
		p->head = p->end - 1;
		return true;
	}
	if (!cue_at(s, i, CUE_PREPOSITION, &cue))
		return false;
	*p = (struct piece){i, cue.end, i, PIECE_PREPOSITION, 0};
	return true;
}

/* The tagger takes rare words for words of closed classes now and then: "organisers" is no conjunction. */
static bool is_mistaken(const struct speech *s, uint32_t i)
{
	enum { CONJUNCTION_MAX = 7, PRONOUN_MAX = 3 }; /* [bytes] */
	const struct token *t = token_at(s, i);

	if ((t->tag != TAG_CC && t->tag != TAG_PRP) || t->kind != TOKEN_WORD)
		return false;
	if (t->tag == TAG_CC)
		return t->text.n > CONJUNCTION_MAX;
	return t->flags & TOKEN_CAPITAL && i > s->first && t->text.n > PRONOUN_MAX;
}

/* The verb that split_claims has found. */
static bool take_claims(const struct speech *s, const struct phrases *found, uint32_t i, struct piece *p)
{
	struct cue cue;

	if (token_at(s, i)->tag != TAG_NNS || i == s->first || !cue_at(s, i, CUE_SAY, &cue) ||
	    !(cue.takes & TAKES_THAT))
		return false;
	const struct noun_phrase *np = phrases_noun_at(found, i);

	if (!np || np->first >= i || !tag_is_proper(piece_tag(s, i + 1)) ||
	    !tag_is_verb(piece_tag(s, np->first + np->n)))
		return false;
	*p = (struct piece){i, i + 1, i, PIECE_VERB, PIECE_FINITE};
	return true;
}

/* A sentence has no more pieces than tokens, however they are mended. */
static void pieces_room(struct speech *s, size_t n)
{
	s->pieces.n = 0;
	if (s->pieces.room >= n)
		return;
	s->pieces.room = 2 * n;
	s->pieces.at = arena_more(s->r->arena, NULL, 0, s->pieces.room, sizeof *s->pieces.at);
}

/* The World Health Organization, whose name may go on: "WHO | Director Ana Reyes". */
static bool is_who(const struct speech *s, uint32_t i)
{
	return token_is(s, i, "who") && token_at(s, i)->flags & TOKEN_UPPER &&
	       !(i + 1 < s->end && token_at(s, i + 1)->flags & TOKEN_UPPER);
}

/* What its phrase tells of a word. */
static void take_word(const struct speech *s, const struct phrases *found, uint32_t i, struct piece *p)
{
	bool verb = found->verb_of[i - found->first] != PHRASE_NONE || is_adverb(s, i);

	if (!(verb && take_verb(s, found, i, p)) && !take_noun(s, found, i, p) && !take_stranger(s, i, p))
		p->kind = piece_is_day(s, i) ? PIECE_TIME : (uint8_t)kind_of_word(s, i);
}

/* Nearly all words are what their phrase tells: no cue, no mark, and none of the tags behind which others hide. */
static bool is_plain(const struct speech *s, uint32_t i)
{
	static const bool hides[TAG_COUNT] = {[TAG_CC] = true,	[TAG_PRP] = true, [TAG_UH] = true,  [TAG_VB] = true,
					      [TAG_VBD] = true, [TAG_VBG] = true, [TAG_VBN] = true, [TAG_VBP] = true,
					      [TAG_VBZ] = true, [TAG_WDT] = true, [TAG_WP] = true,  [TAG_WPS] = true};
	const struct token *t = token_at(s, i);

	return !s->families[i] && !s->mark[i] && t->kind != TOKEN_MARK && !hides[t->tag] && !(t->flags & TOKEN_UPPER);
}

static struct piece take(const struct speech *s, const struct phrases *found, uint32_t i)
{
	const struct token *t = token_at(s, i);
	struct piece p = {i, i + 1, i, PIECE_OTHER, 0};

	if (is_plain(s, i)) {
		take_word(s, found, i, &p);
		return p;
	}
	if (take_body(s, i, &p))
		return p;
	if (t->tag == TAG_VBZ && are_people(s, i))
		return (struct piece){i, i + 1, i, PIECE_NOUN, 0};
	if (is_mistaken(s, i))
		return (struct piece){i, i + 1, i, PIECE_NOUN, t->flags & TOKEN_CAPITAL ? PIECE_NAME : 0};
	if ((t->tag == TAG_VB || s->families[i] & cue_family(CUE_PREPOSITION)) && take_according(s, found, i, &p))
		return p;

	if (s->mark[i] || (t->kind == TOKEN_MARK && found->noun_of[i - found->first] == PHRASE_NONE))
		p.kind = (uint8_t)kind_of_mark(s, i);
	else if (is_who(s, i))
		p = (struct piece){i, i + 1, i, PIECE_NOUN, PIECE_NAME | PIECE_COPULA};
	else if (t->tag == TAG_WDT || t->tag == TAG_WP || token_is(s, i, "whose"))
		p.kind = PIECE_WHO;
	else if (!take_odd_verb(s, i, &p) && !take_claims(s, found, i, &p))
		take_word(s, found, i, &p);
	return p;
}

/* Commas, stops and small words outside of all phrases: no cue, and nothing that joins what stands before them. Their
 * tag alone tells what they are. */
static bool take_single(struct speech *s, const struct phrases *found, uint32_t i)
{
	static const bool small[TAG_COUNT] = {[TAG_IN] = true,	[TAG_TO] = true,  [TAG_JJ] = true, [TAG_JJR] = true,
					      [TAG_JJS] = true, [TAG_WRB] = true, [TAG_RP] = true};
	const struct token *t = token_at(s, i);
	uint32_t k = i - found->first;
	struct piece p = {i, i + 1, i, PIECE_OTHER, 0};

	if (s->families[i] || s->mark[i] || found->noun_of[k] != PHRASE_NONE || t->flags & TOKEN_CAPITAL)
		return false;
	if (t->kind == TOKEN_MARK && t->tag != TAG_VB)
		p.kind = (uint8_t)kind_of_mark(s, i);
	else if (small[t->tag] && found->verb_of[k] == PHRASE_NONE && !piece_tells_time(s, i))
		p.kind = (uint8_t)kind_of_word(s, i);
	if (p.kind == PIECE_OTHER)
		return false;
	pieces_put(s, p);
	return true;
}

void pieces_cut(struct speech *s)
{
	const struct phrases *found = reading_phrases(s->r, s->sentence);

	s->tags = found->tags;
	pieces_room(s, s->end - s->first);
	for (uint32_t i = s->first; i < s->end;) {
		if (take_single(s, found, i)) {
			i++;
			continue;
		}
		struct piece p = take(s, found, i);

		for (uint32_t k = p.first + 1; k < p.end; k++) /* a quotation mark always stands alone */
			if (s->mark[k])
				p.end = k;
		p.head = p.head < p.end ? p.head : p.end - 1;
		i = p.end;
		pieces_add(s, &p);
	}
	pieces_mend(s);
}
