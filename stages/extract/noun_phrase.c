#include "nouns.h"
#include "times_atoms.h"

enum { LONGEST_NOUN_PHRASE = 14 }; /* [tokens] */

/* Is a word of times at the token one of these? */
static bool is_time(const struct figure_scan *s, uint32_t i, uint64_t kinds)
{
	const struct hit *hit = i < s->end ? reading_hit(s->r, i, LEXICON_TIMES) : NULL;

	return hit && UINT64_C(1) << s->r->know->time_words[hit_row(s->r, hit, LEXICON_TIMES)].kind & kinds;
}

/* "rose to 14 | Friday after", not "14 Friday night sermons" or "one of Sunday's three victims": a day beside a number,
 * which counts none. */
static bool is_day_beside(const struct figure_scan *s, uint32_t i)
{
	if (!is_time(s, i, KIND(WEEKDAY) | KIND(DEICTIC)))
		return false;
	for (i++; is_time(s, i, KIND(DAYPART) | KIND(DAYPARTS));)
		i++;
	return scan_tag(s, i) != TAG_POS && !tag_is_noun(scan_tag(s, i));
}

/* "rose to 42 | one day after", not "a six year old boy": a number of its own. */
static bool is_time_beside(const struct figure_scan *s, uint32_t i)
{
	return scan_tag(s, i) == TAG_CD && is_time(s, i + 1, KIND(UNIT) | KIND(UNITS)) && !scan_text(s, i + 2, "old");
}

static const struct hit *subject_hit(const struct figure_scan *s, uint32_t token)
{
	const struct hit *hit = reading_hit(s->r, token, LEXICON_SUBJECTS);

	return hit && token + hit->n <= s->end ? hit : NULL;
}

/* A participle or adjective of a measure: "people killed", "337 wounded". */
static bool is_participle(const struct figure_scan *s, uint32_t i)
{
	size_t end, k = scan_triggers(s, i, &end);

	for (; k < end; k++)
		if (s->triggers[k].form == FORM_PAST || s->triggers[k].form == FORM_PARTICIPLE ||
		    s->triggers[k].form == FORM_ADJECTIVE ||
		    (s->triggers[k].form <= FORM_ING && tag_is_verb(scan_tag(s, i))))
			return true;
	return false;
}

/* Of verbs that count their subject ("fled", "died") no form stands before a noun. */
static bool is_finite(const struct figure_scan *s, uint32_t i)
{
	size_t end, k = scan_triggers(s, i, &end);

	return k < end && s->triggers[k].counts == COUNTS_SUBJECT && s->triggers[k].form != FORM_ING;
}

/* Adjectives and participles that stand for people: the wounded, the dead, the displaced. */
static bool is_nominal(const struct figure_scan *s, uint32_t i)
{
	size_t end, k = scan_triggers(s, i, &end);

	for (; k < end; k++)
		if (s->triggers[k].n > 1 && s->triggers[k].counts == COUNTS_COMPLEMENT)
			return false; /* "still inside" */
		else if (s->triggers[k].counts == COUNTS_SELF || s->triggers[k].counts == COUNTS_COMPLEMENT)
			return true;
	return reading_hit(s->r, i, LEXICON_SUBJECTS) != NULL;
}

static bool is_broken(const struct figure_scan *s, uint32_t i)
{
	for (size_t k = 0; i < s->end && k < s->r->tokens.at[i].text.n; k++)
		if ((unsigned char)s->r->tokens.at[i].text.at[k] >= 0x80)
			return true;
	return false;
}

/* A hyphen that joins two words; "soldiers--during" are two phrases. A dash between letters that are none of English
 * is an apostrophe of a text that was decoded wrongly. */
static bool is_hyphen(const struct figure_scan *s, uint32_t i)
{
	struct str text = s->r->tokens.at[i].text;
	bool glued = !(s->r->tokens.at[i].flags & TOKEN_SPACE) && i + 1 < s->end &&
		     !(s->r->tokens.at[i + 1].flags & TOKEN_SPACE);

	if (!glued || !figure_is_dash(s->r, i) || str_eq(text, STR("--")))
		return false;
	return !str_eq(text, STR("—")) || (i > s->start && is_broken(s, i - 1)) || is_broken(s, i + 1);
}

/* Can the token stand between a number and its noun? */
static bool is_modifier(const struct figure_scan *s, uint32_t i, bool have_head)
{
	const struct token *t = &s->r->tokens.at[i];
	enum tag tag = (enum tag)t->tag;

	if (t->kind == TOKEN_MARK)
		return is_hyphen(s, i) || (!have_head && (tag == TAG_OPEN || tag == TAG_CLOSE ||
							  str_eq(t->lower, STR("'")) || str_eq(t->lower, STR("\""))));
	if (tag_is_adjective(tag) || tag == TAG_POS)
		return true;
	if (have_head || scan_has(s, i, FUNCTION_BE) || scan_has(s, i, FUNCTION_INCLUDE))
		return false;
	return tag == TAG_VBN || tag == TAG_VBG || tag == TAG_CD || tag == TAG_RB || tag == TAG_RBR ||
	       scan_has(s, i, FUNCTION_MORE);
}

/* "need medical treatment": words of a measure that belong together. */
static bool is_long_trigger(const struct figure_scan *s, uint32_t i)
{
	size_t end, k = scan_triggers(s, i, &end);

	return k < end && s->triggers[k].n > 1 && s->triggers[k].form != FORM_NOUN;
}

/* Does a noun follow within a few modifiers, so that token i belongs in front of it? */
static bool noun_follows(const struct figure_scan *s, uint32_t i)
{
	for (uint32_t k = i + 1; k < s->end && k < i + 4; k++) {
		enum tag tag = scan_tag(s, k);

		if (is_day_beside(s, k))
			return false;
		if (tag_is_noun(tag) || subject_hit(s, k))
			return (!is_participle(s, k) || tag_is_noun(tag)) && !is_long_trigger(s, k);
		if (!tag_is_adjective(tag) && tag != TAG_HYPH && !figure_is_dash(s->r, k) && tag != TAG_POS)
			return false;
	}
	return false;
}

/* "digital and physical sales": a conjunction of adjectives before the noun. */
static bool joins_adjectives(const struct figure_scan *s, uint32_t i)
{
	return (scan_text(s, i, "and") || scan_text(s, i, "or") || scan_text(s, i, ",")) &&
	       tag_is_adjective(scan_tag(s, i - 1)) && tag_is_adjective(scan_tag(s, i + 1)) && noun_follows(s, i + 1) &&
	       !is_participle(s, i - 1);
}

/* The phrase as read so far. */
struct phrase_reader {
	uint32_t head, head_n, stop; /* stop: one past the last head */
	bool many;		     /* the number before it is not one */
};

static bool is_plural(const struct figure_scan *s, uint32_t i)
{
	const struct token *t = &s->r->tokens.at[i];

	return t->tag == TAG_NNS || t->tag == TAG_NNPS ||
	       (subject_hit(s, i) && !str_ends(t->lower, STR("ss")) &&
		(str_ends(t->lower, STR("s")) || str_ends(t->lower, STR("men")) || str_eq(t->lower, STR("people"))));
}

static void take_head(struct phrase_reader *p, uint32_t i, uint32_t n)
{
	p->head = i;
	p->head_n = n;
	p->stop = i + n;
}

/* No word of grammar, no verb of a measure. */
static bool is_plain_word(const struct figure_scan *s, uint32_t i)
{
	enum tag t = scan_tag(s, i);

	return i < s->end && s->r->tokens.at[i].kind == TOKEN_WORD && t != TAG_IN && t != TAG_DT && t != TAG_CC &&
	       t != TAG_TO && t != TAG_MD && t != TAG_PRP && t != TAG_PRPS && t != TAG_WDT && t != TAG_WP &&
	       t != TAG_RP && !scan_has(s, i, FUNCTION_BE) && !scan_has(s, i, FUNCTION_HAVE) &&
	       !scan_has(s, i, FUNCTION_INCLUDE) && !is_participle(s, i);
}

/* A known noun within two plain words, whatever their tags. */
static bool subject_ahead(const struct figure_scan *s, uint32_t i)
{
	for (uint32_t k = i; k < s->end && k < i + 3; k++) {
		if (k > i && subject_hit(s, k) && scan_tag(s, k) != TAG_IN)
			return true;
		if (!is_plain_word(s, k))
			return false;
	}
	return false;
}

static bool is_glued(const struct figure_scan *s, uint32_t i)
{
	return figure_is_dash(s->r, i - 1) || scan_tag(s, i - 1) == TAG_HYPH;
}

/* "United States Forest Service firefighters", "Washington lobbying firms": a name goes on to the plural that is
 * counted. */
static bool name_goes_on(const struct figure_scan *s, const struct phrase_reader *p, uint32_t i)
{
	enum tag tag = scan_tag(s, i);
	uint32_t k = i;

	if (!p->many || !tag_is_proper(scan_tag(s, i - 1)) || s->upper || (tag != TAG_NNP && tag != TAG_VBG))
		return false;
	while (scan_tag(s, k) == TAG_NNP || scan_tag(s, k) == TAG_NN || (k == i && tag == TAG_VBG))
		k++;
	if (scan_text(s, k, "(") && scan_text(s, k + 2, ")"))
		k += 3; /* "Facilities Protection Service (FPS) guards" */
	return scan_tag(s, k) == TAG_NNS && k > i && !is_participle(s, i);
}

/* "Forest Service (FS) firefighters", "UCA [a university] priests": a bracket within the phrase; its tokens. */
static uint32_t bracket(const struct figure_scan *s, const struct phrase_reader *p, uint32_t i)
{
	enum { LONGEST_BRACKET = 8 }; /* [tokens] */
	bool round = scan_text(s, i, "("), square = scan_text(s, i, "[");

	if (!p->many || (!round && !square) || is_plural(s, p->stop - 1))
		return 0;
	for (uint32_t k = i + 2; k + 1 < s->end && k < i + LONGEST_BRACKET; k++)
		if (scan_text(s, k, round ? ")" : "]"))
			return scan_tag(s, k + 1) == TAG_NNS ? k + 1 - i : 0;
	return 0;
}

/* "138 tank, artillery and mortar | shells": a comma between kinds of what is counted, in the plural behind them. */
static bool lists_kinds(const struct figure_scan *s, const struct phrase_reader *p, uint32_t i)
{
	enum { REACH = 6 }; /* [tokens] */
	bool joined = false;

	if (!scan_text(s, i, ",") || !p->many || scan_tag(s, p->stop - 1) != TAG_NN ||
	    (scan_tag(s, i + 1) == TAG_CC && !scan_text(s, p->stop - 2, ","))) /* "no nurse, and people died" */
		return false;
	for (uint32_t k = i + 1; k < s->end && k < i + REACH; k++) {
		if (joined && scan_tag(s, k) == TAG_NNS)
			return true;
		if (scan_tag(s, k) != TAG_NN && !scan_text(s, k, ",") && scan_tag(s, k) != TAG_CC)
			return false;
		joined |= scan_tag(s, k) == TAG_CC;
	}
	return false;
}

/* "would-be robbers", "so-called activists": a word that a hyphen joins to the next, of whatever kind. */
static bool opens_compound(const struct figure_scan *s, uint32_t i)
{
	return i + 2 < s->end && is_hyphen(s, i + 1) && s->r->tokens.at[i + 2].kind == TOKEN_WORD;
}

/* "pro- and | anti-government protesters", "anti-Islam and | anti-racism protesters": a conjunction of words that a
 * hyphen opens, with the hyphen before it; its tokens. */
static uint32_t joins_prefixes(const struct figure_scan *s, uint32_t i)
{
	bool dash = figure_is_dash(s->r, i) && !(s->r->tokens.at[i].flags & TOKEN_SPACE);
	uint32_t conjunction = i + (dash ? 1 : 0);

	if ((!scan_text(s, conjunction, "and") && !scan_text(s, conjunction, "or")) ||
	    !opens_compound(s, conjunction + 1))
		return 0;
	return dash || is_hyphen(s, i - 2) ? conjunction + 1 - i + 2 : 0;
}

/* Behind a head: a further noun of a compound ("police officers", "Model 3 sedans"); the tokens taken. */
static uint32_t go_on(const struct figure_scan *s, const struct phrase_reader *p, uint32_t i)
{
	const struct hit *hit = subject_hit(s, i);
	enum tag tag = scan_tag(s, i);
	bool plural = is_plural(s, p->stop - 1);

	uint32_t prefixes = joins_prefixes(s, i);

	if (prefixes)
		return prefixes;
	if (figure_is_dash(s->r, i) || tag == TAG_POS)
		return is_modifier(s, i, true) ? 1 : 0;
	if (tag == TAG_FW || (is_plain_word(s, i) && !plural && i + 1 < s->end && subject_hit(s, i + 1)))
		return 1;
	if (is_glued(s, i) || scan_tag(s, i - 1) == TAG_POS || name_goes_on(s, p, i))
		return 1;
	if (bracket(s, p, i))
		return bracket(s, p, i);
	if (hit && !tag_is_verb(tag) && tag != TAG_IN && tag != TAG_JJ)
		return hit->n;
	if (tag_is_noun(tag) && s->r->tokens.at[i].kind != TOKEN_MARK && !reading_hit(s->r, i, LEXICON_TIMES))
		return !plural || is_plural(s, i) || (!p->many && tag_is_proper(scan_tag(s, i - 1)) && tag == TAG_NN);
	if (tag == TAG_CD && tag_is_proper(scan_tag(s, i - 1)) && scan_tag(s, i + 1) == TAG_NNS)
		return 1;
	if (tag == TAG_VBZ && p->many && !plural && !is_participle(s, i) && !scan_has(s, i, FUNCTION_BE) &&
	    !scan_has(s, i, FUNCTION_HAVE))
		return 1; /* "700 heart transplants": many of one thing take no singular verb */
	if (lists_kinds(s, p, i))
		return 1;
	return (scan_text(s, i, "and") || scan_text(s, i, "or")) && p->many && !plural && noun_follows(s, i) ? 1 : 0;
}

/* Before the head: tokens of modifiers, or 0. */
static uint32_t modify(const struct figure_scan *s, uint32_t i, uint32_t first)
{
	if (s->r->tokens.at[i].kind == TOKEN_WORD && ((i > first && is_glued(s, i)) || opens_compound(s, i)))
		return 1;
	return is_modifier(s, i, false) || (i > first && joins_adjectives(s, i)) || subject_ahead(s, i) ? 1 : 0;
}

/* "Boko Haram/ISWAP fighters": between two names. */
static bool is_slash(const struct figure_scan *s, uint32_t i)
{
	const struct token *t = &s->r->tokens.at[i];

	return i + 2 < s->end && scan_text(s, i, "/") && !(t->flags & TOKEN_SPACE) && !(t[1].flags & TOKEN_SPACE) &&
	       t[-1].flags & TOKEN_CAPITAL && t[1].flags & TOKEN_CAPITAL;
}

/* "there was only one | reported fatality": no verb, for "there was" has its own. */
static bool is_there(const struct figure_scan *s, uint32_t token)
{
	uint32_t i = token;

	if (!scan_text(s, i, "reported") && !scan_text(s, i, "confirmed"))
		return false;
	while (i > s->start && (scan_tag(s, i - 1) == TAG_CD || scan_tag(s, i - 1) == TAG_RB ||
				reading_hit(s->r, i - 1, LEXICON_QUALIFIERS)))
		i--;
	return i < token && i > s->start + 1 && scan_has(s, i - 1, FUNCTION_BE) && scan_text(s, i - 2, "there");
}

uint32_t noun_phrase_end(const struct figure_scan *s, uint32_t token, bool many, uint32_t *head_first, uint32_t *head_n)
{
	struct phrase_reader p = {.head = UINT32_MAX, .stop = token, .many = many};
	uint32_t i = token, last = s->end < token + LONGEST_NOUN_PHRASE ? s->end : token + LONGEST_NOUN_PHRASE;

	if ((scan_text(s, i, "overnight") && !tag_is_noun(scan_tag(s, i + 1))) ||
	    ((scan_text(s, i, "last") || scan_text(s, i, "next") || scan_text(s, i, "this")) && i + 1 < s->end &&
	     reading_hit(s->r, i + 1, LEXICON_TIMES)))
		last = i; /* "12,000 last week", "1,400 overnight" */
	while (i < last) {
		const struct hit *hit = subject_hit(s, i);
		enum tag tag = scan_tag(s, i);
		uint32_t n;

		bool glued = i > token && is_glued(s, i);

		if (i > token && is_slash(s, i)) {
			i++;
			continue;
		}
		if (!glued && (is_day_beside(s, i) || (!p.head_n && is_time_beside(s, i))))
			break;
		if (!glued && (is_finite(s, i) || (is_participle(s, i) && (p.head_n || !noun_follows(s, i))))) {
			if (!p.head_n && is_nominal(s, i) && !is_finite(s, i))
				take_head(&p, i, hit ? hit->n : 1); /* "337 wounded" */
			break;
		}
		if (p.head_n) {
			n = go_on(s, &p, i);
			if (!n)
				break;
			if (tag_is_noun(tag) || hit || tag == TAG_VBZ || (i > token && figure_is_dash(s->r, i - 1)))
				take_head(&p, i, n);
			i += n;
		} else if (hit &&
			   (!tag_is_verb(tag) || hit->n > 1 ||
			    (many && str_ends(s->r->tokens.at[i].lower, STR("s")))) &&
			   !(hit->n == 1 && tag_is_adjective(tag) && noun_follows(s, i))) {
			take_head(&p, i, hit->n);
			i += hit->n;
		} else if ((tag_is_noun(tag) || tag == TAG_FW) && s->r->tokens.at[i].kind != TOKEN_MARK) {
			take_head(&p, i++, 1);
		} else {
			n = modify(s, i, token);
			n = n ? n : i == token && is_there(s, i);
			if (!n)
				break;
			i += n;
		}
	}
	*head_first = p.head;
	*head_n = p.head_n;
	return p.stop;
}
