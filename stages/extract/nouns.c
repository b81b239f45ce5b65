#include "nouns.h"

#include "base/hash.h"

static const struct hit *subject_hit(const struct figure_scan *s, uint32_t token)
{
	const struct hit *hit = reading_hit(s->r, token, LEXICON_SUBJECTS);

	return hit && token + hit->n <= s->end ? hit : NULL;
}

/* "Salvadorans", "Iraqis", "Chinese": the name of a people in the plural. */
static bool is_people_name(const struct figure_scan *s, uint32_t token)
{
	static const char *const endings[] = {"ans", "ese"};
	const struct token *t = &s->r->tokens.at[token];

	if (!(t->flags & TOKEN_CAPITAL) || t->lower.n < 5 ||
	    (t->tag != TAG_NNPS && t->tag != TAG_NNS && t->tag != TAG_NNP && t->tag != TAG_NN))
		return false;
	for (size_t i = 0; i < sizeof endings / sizeof *endings; i++)
		if (str_ends(t->lower, str_of(endings[i])))
			return true;
	return (t->tag == TAG_NNPS || t->tag == TAG_NNS) && str_ends(t->lower, STR("is"));
}

/* "two 14-year-olds" */
static bool is_aged(const struct figure_scan *s, uint32_t last)
{
	uint32_t unit = last > s->start && figure_is_dash(s->r, last - 1) ? last - 2 : last - 1;

	return scan_text(s, last, "olds") && (scan_text(s, unit, "year") || scan_text(s, unit, "month"));
}

struct str noun_class(const struct figure_scan *s, uint32_t first, uint32_t last, struct str *kind)
{
	for (uint32_t i = first; i <= last; i++) {
		const struct hit *hit = subject_hit(s, i);

		if (hit && i + hit->n - 1 == last) {
			const struct subject_row *row = subject_of_hit(s->r, hit);

			if (kind)
				*kind = row->kind;
			return row->subject;
		}
	}
	bool people = is_people_name(s, last) || is_aged(s, last);

	if (kind)
		*kind = people ? STR("person") : STR_NULL;
	return people ? STR("people") : STR_NULL;
}

void noun_kind_of(const struct figure_scan *s, const struct figure *f, struct str *kind)
{
	*kind = STR_NULL;
	if (f->noun_n)
		noun_class(s, f->phrase_first, f->noun_first + f->noun_n - 1, kind);
}

struct str noun_parent(const struct reading *r, struct str subject)
{
	uint32_t rows = lexicon_rows(r->know->lex, LEXICON_SUBJECTS);

	for (uint32_t i = 0; i < rows; i++)
		if (str_eq(r->know->subjects[i].subject, subject))
			return r->know->subjects[i].parent;
	return STR_NULL;
}

static bool is_determiner(const struct figure_scan *s, uint32_t i)
{
	enum tag t = scan_tag(s, i);

	return t == TAG_DT || t == TAG_PRPS || t == TAG_PDT;
}

static bool is_pronoun(const struct figure_scan *s, uint32_t i)
{
	return scan_text(s, i, "them") || scan_text(s, i, "whom") || scan_text(s, i, "which") ||
	       scan_text(s, i, "us") ||
	       ((scan_text(s, i, "those") || scan_text(s, i, "these")) && !tag_is_noun(scan_tag(s, i + 1)) &&
		!tag_is_adjective(scan_tag(s, i + 1)));
}

/* Skip what stands between "of" and its noun: "12 of the rebels", "44 of more than 50 missiles". */
static uint32_t skip_determiners(const struct figure_scan *s, uint32_t i)
{
	const struct hit *bound;

	while (i < s->end && is_determiner(s, i))
		i++;
	bound = reading_hit(s->r, i, LEXICON_QUALIFIERS);
	return bound && scan_tag(s, i + bound->n) == TAG_CD ? i + bound->n : i;
}

static void set_noun(const struct figure_scan *s, struct figure *f, uint32_t first, uint32_t head, uint32_t head_n,
		     uint32_t end)
{
	f->noun_first = head;
	f->noun_n = head_n;
	f->phrase_first = first;
	f->phrase_n = end - first;
	if (!f->subject.n)
		f->subject = noun_class(s, first, head + head_n - 1, NULL);
	if (end > f->first + f->n)
		f->n = end - f->first;
}

static bool is_many(const struct figure *f)
{
	return !decimal_eq(f->number.value, decimal_of(1)) && f->number.kind == AMOUNT_COUNT && !f->number.hyphened;
}

/* "one woman's face", "two soldiers' bodies": the number counts the one whose it is. */
static uint32_t before_owner(const struct figure_scan *s, const struct figure *f, uint32_t first, uint32_t end,
			     uint32_t *head, uint32_t *head_n)
{
	for (uint32_t i = first + 1; i < end; i++) {
		struct str kind;

		if (scan_tag(s, i) != TAG_POS)
			continue;
		noun_class(s, first, i - 1, &kind);
		if (!str_eq(kind, STR("person")) || f->number.kind != AMOUNT_COUNT ||
		    is_many(f) != (scan_tag(s, i - 1) == TAG_NNS) ||
		    (is_many(f) && !str_ends(s->r->tokens.at[i - 1].lower, STR("s"))) || scan_triggers_any(s, *head))
			return end; /* "12 children's books", "two soldiers' bodies" */
		*head = i - 1;
		*head_n = 1;
		return i;
	}
	return end;
}

/* "107 out of 132 foreigners", "nine out of the 12 hostages": where the "of" stands; the token itself for no such one.
 */
static uint32_t out_of(const struct figure_scan *s, const struct figure *f, uint32_t i)
{
	bool out = f->number.kind == AMOUNT_COUNT && scan_text(s, i, "out") && scan_text(s, i + 1, "of");

	return out && scan_tag(s, skip_determiners(s, i + 2)) == TAG_CD ? i + 1 : i;
}

/* "the 50,000 organisers had expected,": does somebody expect so many, behind whom the sentence goes on or ends? */
static bool is_expected(const struct figure_scan *s, uint32_t i)
{
	if (!scan_text(s, i, "had") && !scan_text(s, i, "have") && !scan_text(s, i, "has"))
		return false;
	for (i++; scan_tag(s, i) == TAG_RB; i++)
		;
	if (!figure_word(s->r, i, FUNCTION_FORETOLD))
		return false;
	return i + 1 >= s->end || s->r->tokens.at[i + 1].kind == TOKEN_MARK || tag_is_verb(scan_tag(s, i + 1)) ||
	       scan_tag(s, i + 1) == TAG_CC || scan_tag(s, i + 1) == TAG_IN;
}

/* "50,000 people organisers had expected": the phrase up to the one who expects; what is left of it, 0 tokens: none. */
static uint32_t before_expecter(const struct figure_scan *s, uint32_t first, uint32_t end, uint32_t *head,
				uint32_t *head_n)
{
	if (!is_expected(s, end))
		return end;
	*head_n = end - 1 > first && reading_hit(s->r, end - 2, LEXICON_SUBJECTS) ? 1 : 0;
	*head = *head_n ? end - 2 : first;
	return *head + *head_n;
}

/* The noun behind the number, or behind its "of". */
static bool noun_behind(const struct figure_scan *s, struct figure *f)
{
	uint32_t i = out_of(s, f, f->first + f->n), head, head_n, end;
	bool of = scan_text(s, i, "of"), counted = f->number.kind == AMOUNT_COUNT || f->number.kind == AMOUNT_SHARE;

	counted |= str_is(f->number.quantity, "rate") && !f->number.unit_n; /* "12 deaths per 100,000" */
	if (!of && !counted)
		return false;
	if (of || f->number.kind == AMOUNT_SHARE) {
		i = is_pronoun(s, i + of) ? i + of : skip_determiners(s, i + of);
		if (is_pronoun(s, i)) {
			f->n = i + 1 - f->first;
			return false;
		}
	}
	if (f->number.hyphened && counted && !of && tag_is_noun(scan_tag(s, i + 1))) {
		set_noun(s, f, i + 1, i + 1, 1, i + 2); /* "131-page document" */
		f->rules |= RULE_BIT(NOUN_HEAD);
		return true;
	}
	if (f->number.hyphened && counted)
		i++;
	end = noun_phrase_end(s, i, is_many(f), &head, &head_n);
	if (head_n)
		end = before_expecter(s, i, end, &head, &head_n);
	if (!head_n)
		return false;
	end = before_owner(s, f, i, end, &head, &head_n);
	set_noun(s, f, i, head, head_n, end);
	f->rules |= of ? RULE_BIT(NOUN_OF) : RULE_BIT(NOUN_HEAD);
	return true;
}

/* "or so", "or more" behind the noun: "20 people or more". */
static void bound_behind_noun(const struct figure_scan *s, struct figure *f)
{
	struct number_scan scan = {s->r, NULL, s->start, s->end, s->upper, false};
	struct number n = f->number;
	uint32_t end = f->first + f->n;

	if (n.qualifier != QUALIFIER_EXACT || !f->noun_n)
		return;
	n.n = end - n.first;
	n.qualifier = QUALIFIER_NONE;
	bounds_behind(&scan, &n);
	if (n.qualifier == QUALIFIER_NONE || n.qualifier == QUALIFIER_EXACT)
		return;
	f->number.qualifier = n.qualifier;
	f->number.qualifier_first = n.qualifier_first;
	f->number.qualifier_n = n.qualifier_n;
	f->number.rules |= RULE_BIT(BOUND_AFTER);
	f->n = n.first + n.n - f->first;
}

static bool holds_toll(const struct figure_scan *s, const struct noun_phrase *n)
{
	for (size_t k = s->first_trigger[n->first - s->start];
	     k < s->triggers_n && s->triggers[k].first < n->first + n->n; k++)
		if (s->triggers[k].form == FORM_TOLL)
			return true;
	return scan_has(s, n->head, FUNCTION_COUNTER);
}

/* A phrase behind a preposition, or behind the "of" of one. */
static bool hangs_on_another(const struct figure_scan *s, const struct noun_phrase *n)
{
	if (n->preposition != PHRASE_NONE && scan_text(s, n->preposition, "of") && n->preposition > s->start)
		n = phrases_noun_at(&s->phrases, n->preposition - 1);
	return n && n->preposition != PHRASE_NONE && !scan_text(s, n->preposition, "of");
}

/* "fighters, numbering between": the noun stands before a word of counting. */
static bool noun_before(const struct figure_scan *s, struct figure *f)
{
	uint32_t n = figure_word_before(s->r, s->start, f->first, FUNCTION_COUNTING), head, head_n;

	if (!n || f->first - n <= s->start || f->number.kind != AMOUNT_COUNT)
		return false;
	uint32_t at = f->first - n - 1;

	if (scan_text(s, at, ",") && at > s->start)
		at--;
	const struct noun_phrase *np = phrases_noun_at(&s->phrases, at);

	if (!np || np->flags & (NOUN_PRONOUN | NOUN_BARE) || np->n == 0 || holds_toll(s, np))
		return false;
	if (hangs_on_another(s, np))
		return false; /* "the toll in hospitals stands at 12", "who returned to the country of their birth" */
	noun_phrase_end(s, np->first, true, &head, &head_n);
	if (!head_n) {
		head = np->head;
		head_n = 1;
	}
	f->noun_first = head;
	f->noun_n = head_n;
	f->phrase_first = np->first;
	f->phrase_n = np->n;
	f->subject = noun_class(s, np->first, head + head_n - 1, NULL);
	f->rules |= RULE_BIT(NOUN_BEFORE);
	return true;
}

/* Where what they are said to be begins: behind "be" ("15 were women"), or right behind the pronoun that they are
 * some of ("31 of them women"); the token itself when nothing of the kind follows. */
static uint32_t predicate_begins(const struct figure_scan *s, const struct figure *f, uint32_t i)
{
	uint32_t from = i;

	while (scan_has(s, i, FUNCTION_BE) || (i > from && scan_tag(s, i) == TAG_RB))
		i++;
	if (i == from && !(f->n > 2 && is_pronoun(s, i - 1)))
		return from;
	return i + (!is_many(f) && scan_tag(s, i) == TAG_DT); /* "one was a child" */
}

/* "Of the 24 dead, 15 were women", "nine of them children,": what they are said to be. */
static bool noun_predicate(const struct figure_scan *s, struct figure *f)
{
	uint32_t behind = f->first + f->n, i = predicate_begins(s, f, behind), head, head_n, end;
	bool verb = i > behind && scan_has(s, behind, FUNCTION_BE);
	struct str kind;

	bool some =
		f->number.kind == AMOUNT_COUNT || is_pronoun(s, behind - 1); /* "90 percent of them were civilians" */

	if (!some || f->number.form == NUMERAL_ZERO || (!verb && !is_pronoun(s, behind - 1)))
		return false;
	end = noun_phrase_end(s, i, true, &head, &head_n);
	if (!head_n || !tag_is_noun(scan_tag(s, head)) || scan_triggers_any(s, head) ||
	    (!verb && end < s->end && s->r->tokens.at[end].kind != TOKEN_MARK && scan_tag(s, end) != TAG_CC))
		return false;
	struct str subject = noun_class(s, i, head + head_n - 1, &kind);

	if (!str_eq(kind, STR("person")))
		return false;
	f->noun_first = head;
	f->noun_n = head_n;
	f->phrase_first = i;
	f->phrase_n = end - i;
	f->subject = subject;
	f->rules |= RULE_BIT(NOUN_PREDICATE);
	return true;
}

/* "15,000-strong crowd". */
static bool is_strong(const struct figure_scan *s, struct figure *f)
{
	uint32_t i = f->number.first + f->number.n, head, head_n, end;

	if (!f->number.hyphened || !scan_text(s, i + 1, "strong"))
		return false;
	f->n = i + 2 - f->first;
	end = noun_phrase_end(s, i + 2, false, &head, &head_n);
	if (head_n)
		set_noun(s, f, i + 2, head, head_n, end);
	f->trigger_first = i + 1;
	f->trigger_n = 1;
	f->measure = STR("size");
	f->rules |= RULE_BIT(NOUN_STRONG);
	return true;
}

/* What a unit measures stands for the class of what is counted. */
static struct str quantity_class(struct str quantity)
{
	static const struct {
		const char *quantity;
		struct str is;
	} names[] = {{"length", {"distance", 8}}, {"time", {"duration", 8}}, {"percent", {"", 0}}};

	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		if (str_is(quantity, names[i].quantity))
			return names[i].is;
	return quantity;
}

void noun_find(const struct figure_scan *s, struct figure *f)
{
	f->subject = quantity_class(f->number.quantity);
	f->first = f->number.first;
	f->n = f->number.n;
	if (f->number.kind == AMOUNT_AGE || f->number.kind == AMOUNT_TIME || is_strong(s, f))
		return;
	if (f->number.kind == AMOUNT_MONEY && f->number.unit_n &&
	    f->number.unit_first == f->number.number_first + f->number.number_n) {
		f->noun_first = f->number.unit_first; /* "9 billion shekels" */
		f->noun_n = f->number.unit_n;
		return;
	}
	if (noun_behind(s, f) || noun_before(s, f)) {
		bound_behind_noun(s, f);
		return;
	}
	if (noun_predicate(s, f))
		return;
	if (f->number.kind == AMOUNT_COUNT)
		f->rules |= RULE_BIT(NOUN_NONE);
}
