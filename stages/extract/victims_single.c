#include "nouns.h"
#include "sudden.h"
#include "victims_parts.h"

/* "year-old", "month old", "week-olds" at the token: one past it; 0: no age. */
static uint32_t age_end(const struct figure_scan *s, uint32_t i)
{
	static const char *const units[] = {"year", "month", "week", "day"};
	bool unit = scan_is_one_of(s, i, units, sizeof units / sizeof *units);

	i += 1 + figure_is_dash(s->r, i + 1);
	return unit && (scan_text(s, i, "old") || scan_text(s, i, "olds")) ? i + 1 : 0;
}

/* "17-year-old": where the age begins, in the phrase; UINT32_MAX: no age. */
static uint32_t age_inside(const struct figure_scan *s, const struct noun_phrase *n)
{
	for (uint32_t i = n->first; i < n->first + n->n; i++)
		if (age_end(s, i))
			return i;
	return UINT32_MAX;
}

static bool is_plural_noun(const struct figure_scan *s, uint32_t i)
{
	return scan_tag(s, i) == TAG_NNS || scan_text(s, i, "people") || str_ends(s->r->tokens.at[i].lower, STR("men"));
}

/* "Sam Roe III" */
static bool is_generation(const struct figure_scan *s, uint32_t i)
{
	return scan_text(s, i, "ii") || scan_text(s, i, "iii") || scan_text(s, i, "iv") || scan_text(s, i, "jr");
}

static bool is_number_inside(const struct figure_scan *s, const struct noun_phrase *n)
{
	uint32_t age = age_inside(s, n);

	for (uint32_t i = age == UINT32_MAX ? n->first : age; i < n->first + n->n; i++)
		if ((scan_tag(s, i) == TAG_CD && !is_generation(s, i)) ||
		    number_word_at(s->r, i).kind == NUMBER_WORD_NO || s->r->tokens.at[i].flags & TOKEN_DIGIT ||
		    reading_hit(s->r, i, LEXICON_VAGUE))
			return true;
	return false;
}

bool victims_is_article(const struct figure_scan *s, uint32_t i)
{
	return scan_text(s, i, "a") || scan_text(s, i, "an") || scan_text(s, i, "another");
}

static bool is_direction(const struct figure_scan *s, uint32_t i)
{
	static const char *const words[] = {
		"east",		 "west",	  "north",	   "south",	    "eastern",	    "western",
		"northern",	 "southern",	  "northeastern",  "northwestern",  "southeastern", "southwestern",
		"north-eastern", "north-western", "south-eastern", "south-western", "central",	    "upper",
		"lower",	 "new",		  "greater"};

	return scan_is_one_of(s, i, words, sizeof words / sizeof *words);
}

/* "the UCA", "the Ecuadoran consulate": a name behind "the" is no person's, unless a word says so; nor is one
 * behind a plural ("nuns Maureen Lane and …"). */
static bool is_thing_name(const struct figure_scan *s, const struct noun_phrase *n)
{
	bool plural = false, person = false;

	for (uint32_t i = n->first; i <= n->head; i++) {
		struct str kind;

		person |= scan_tag(s, i) == TAG_NN && i < n->head && !s->upper; /* "the singer Ana Lopez" */
		if (!reading_hit(s->r, i, LEXICON_SUBJECTS))
			continue;
		noun_class(s, i, i, &kind);
		plural |= scan_tag(s, i) == TAG_NNS;
		person |= scan_tag(s, i) != TAG_NNS && str_eq(kind, STR("person"));
	}
	/* "Sunnis", "East Jerusalem" */
	plural |= n->n == 1 && str_eq(noun_class(s, n->head, n->head, NULL), STR("people")) &&
		  str_ends(s->r->tokens.at[n->head].lower, STR("s"));
	return !person && (plural || scan_text(s, n->first, "the") || is_direction(s, n->first));
}

/* "and he was shot in the hand" */
bool victims_is_pronoun(const struct figure_scan *s, const struct noun_phrase *n)
{
	return n->n == 1 && (scan_text(s, n->head, "he") || scan_text(s, n->head, "she") ||
			     scan_text(s, n->head, "him") || scan_text(s, n->head, "her"));
}

bool victims_is_self(const struct figure_scan *s, const struct noun_phrase *n)
{
	return n->n == 1 && (scan_text(s, n->head, "himself") || scan_text(s, n->head, "herself"));
}

/* "an arrest", "a killing": what happened, not to whom. */
static bool is_event(const struct figure_scan *s, uint32_t head)
{
	size_t end, k = scan_triggers(s, head, &end);

	for (; k < end; k++)
		if (s->triggers[k].form == FORM_NOUN && s->triggers[k].counts == COUNTS_OF)
			return true;
	return false;
}

/* "the killing of Red Cross staff", "the security forces": a noun in the singular for more than one. */
static bool is_collective(const struct figure_scan *s, uint32_t head)
{
	return figure_word(s->r, head, FUNCTION_COLLECTIVE) > 0;
}

/* "a body was found in the lake", "a charred body"; "a more representative body" is alive and well. */
static bool is_living_body(const struct figure_scan *s, uint32_t head)
{
	if (!scan_text(s, head, "body"))
		return false;
	if (figure_word(s->r, head + 1, FUNCTION_SAID) || scan_text(s, head - 1, "rights"))
		return true; /* "a human rights body said" */
	for (uint32_t i = s->start; i < s->end; i++)
		if (figure_word(s->r, i, FUNCTION_CORPSE))
			return false;
	return true;
}

/* "The earthquake that struck Haiti", "northwest Turkey": a country, whose name no person bears as Jordan does. */
static bool is_country(const struct figure_scan *s, const struct noun_phrase *n)
{
	const struct gazetteer *g = s->r->know->places;
	const uint32_t *places;
	uint32_t first = n->first, end = n->first + n->n;

	while (first + 1 < end && !(s->r->tokens.at[first].flags & TOKEN_CAPITAL))
		first++;
	return g && end - first <= 3 && !reading_hit(s->r, first, LEXICON_NOT_PLACES) &&
	       gazetteer_find(g, gazetteer_key(s->r->arena, reading_text(s->r, first, end - first)), &places) > 0 &&
	       gazetteer_kind(g, places[0]) <= PLACE_COUNTRY;
}

/* The earthquake, the storm: what strikes places before it strikes anyone. */
static bool is_disaster_told(const struct figure_scan *s, uint32_t end)
{
	for (uint32_t i = s->start; i < end; i++) {
		const struct event_type *type = sudden_noun(s->r, i);

		if (type && type->course != COURSE_NONE)
			return true;
	}
	return false;
}

/* "The quake struck Kobe", "the tsunami hitting Aceh": of a town, whose name people may bear as well, and whom no map
 * need know. */
static bool is_struck_place(const struct figure_scan *s, const struct noun_phrase *n)
{
	return n->first > s->start && figure_word(s->r, n->first - 1, FUNCTION_STRIKING) &&
	       is_disaster_told(s, n->first);
}

/* "RIVAS WAS KIDNAPPED": in capitals every word looks like a name; one that the lexicon doesn't know, with a verb
 * for one behind it, is. */
static bool is_surname(const struct figure_scan *s, uint32_t i)
{
	static const char *const verbs[] = {"was", "is", "has", "had"};

	return scan_is_one_of(s, i + 1, verbs, sizeof verbs / sizeof *verbs) &&
	       s->r->first_hit[i] == s->r->first_hit[i + 1] && !scan_triggers_any(s, i);
}

/* "Diego Morales was hurt", "Luis Flores, a teacher,": no plural. */
static bool is_name_in_s(const struct figure_scan *s, const struct noun_phrase *n)
{
	static const char *const behind[] = {"was", "is", "has", ","};

	if (scan_tag(s, n->head) != TAG_NNPS || n->n < 2 || scan_tag(s, n->first) != TAG_NNP ||
	    n->joined != PHRASE_NONE)
		return false;
	return scan_is_one_of(s, n->head + 1, behind, sizeof behind / sizeof *behind);
}

/* "abducted Katsina secondary school boys": the name is a part of a longer phrase; not "killed Hassan last week". */
static bool leads_noun(const struct figure_scan *s, uint32_t head)
{
	return scan_tag(s, head + 1) == TAG_JJ && scan_tag(s, head + 2) != TAG_NONE &&
	       tag_is_noun(scan_tag(s, head + 2)) && !reading_hit(s->r, head + 1, LEXICON_TIMES);
}

/* A figure of one for the phrase; false where it is none, or no single person. */
bool victims_single(const struct figure_scan *s, const struct noun_phrase *n, bool *known, struct figure *f)
{
	struct str kind, subject = noun_class(s, n->first, n->head, &kind);
	bool named = n->flags & NOUN_PROPER, article = victims_is_article(s, n->first),
	     aged = age_inside(s, n) != UINT32_MAX;
	bool another = n->n == 1 && scan_text(s, n->first, "another");
	bool pronoun = victims_is_pronoun(s, n) || victims_is_self(s, n);

	if (!another && (reading_hit(s->r, n->head, LEXICON_TIMES) || is_event(s, n->head)))
		return false; /* "Saturday's shooting", "an arrest" */
	if (n->head == n->first && scan_text(s, n->head, "life"))
		return false; /* "loss of life" */
	if (named && scan_tag(s, n->head + 1 + scan_text(s, n->head + 1, ",")) == TAG_CLOSE && n->first > s->start &&
	    scan_tag(s, n->first - 1) == TAG_OPEN)
		return false; /* "Million Dollar Mermaid" */
	if (is_living_body(s, n->head) ||
	    (named && (is_country(s, n) || is_struck_place(s, n) || leads_noun(s, n->head))))
		return false;
	if (!article && is_collective(s, n->head))
		return false;
	if (scan_text(s, n->head, "everyone") || scan_text(s, n->head, "everybody"))
		return false;
	if ((n->flags & NOUN_PLURAL && !is_name_in_s(s, n)) || n->flags & NOUN_NEGATIVE ||
	    scan_tag(s, n->head) == TAG_NNS || is_number_inside(s, n))
		return false;
	if (!another && !aged && !pronoun &&
	    (n->flags & (NOUN_PRONOUN | NOUN_BARE | NOUN_NOMINAL) || n->numbers || str_eq(kind, STR("thing")) ||
	     (!named && !str_eq(kind, STR("person"))) ||
	     (named && ((s->upper && n->n < 2 && !is_surname(s, n->head)) || is_thing_name(s, n)))))
		return false;
	if (aged &&
	    (scan_text(s, n->head, "olds") || (scan_text(s, n->head, "old") && scan_tag(s, n->head + 1) == TAG_CC &&
					       scan_tag(s, n->head + 2) == TAG_CD && !article)))
		return false; /* "his 4-year-old and 5-year-old daughters" */
	*known = !article;
	uint32_t first = scan_tag(s, n->first) == TAG_POS ? n->first + 1 : n->first; /* "Syria's mufti" */

	*f = (struct figure){.first = first, .n = n->head + 1 - first, .sentence = s->sentence, .part_of = -1};
	f->number = (struct number){.first = first,
				    .n = 1,
				    .number_first = first,
				    .number_n = article,
				    .value = decimal_of(1),
				    .form = NUMERAL_SPELLED,
				    .kind = AMOUNT_COUNT,
				    .qualifier = QUALIFIER_EXACT,
				    .rules = article ? RULE_BIT(ARTICLE) : RULE_BIT(SINGLE)};
	f->noun_first = n->head;
	f->noun_n = !pronoun;
	f->phrase_first = article ? first + 1 : first;
	f->phrase_n = n->head + 1 - f->phrase_first;
	f->subject = subject.n ? subject : STR("people");
	f->rules = f->number.rules;
	return true;
}

/* "a Colombian", "an Israeli": one of a people. */
static bool is_of_people(const struct figure_scan *s, uint32_t i)
{
	const struct token *t = &s->r->tokens.at[i];
	const struct gazetteer *places = s->r->know->places;

	return places && t->flags & TOKEN_CAPITAL && !tag_is_noun(scan_tag(s, i + 1)) && !figure_is_dash(s->r, i + 1) &&
	       gazetteer_demonym(places, t->text) != PLACE_NONE;
}

/* "seriously wounded | another": does a word of a measure end there? */
static bool ends_trigger(const struct figure_scan *s, uint32_t end)
{
	for (size_t k = s->first_trigger[end - s->start]; k-- > 0;)
		if (s->triggers[k].first + s->triggers[k].n == end)
			return true;
	return false;
}

/* "killed one soldier and wounded another": of whom nothing more is said. */
static bool is_bare_another(const struct figure_scan *s, uint32_t i)
{
	enum tag behind = scan_tag(s, i + 1);

	if (!scan_text(s, i, "another") || i == s->start)
		return false;
	if (scan_text(s, i + 1, "is") || scan_text(s, i + 1, "was"))
		return true; /* "and another is in critical condition" */
	return ends_trigger(s, i) && !tag_is_noun(behind) && !tag_is_adjective(behind) && behind != TAG_CD &&
	       behind != TAG_VBN && behind != TAG_VBG;
}

/* "a wounded policeman", "another man", "a 17-year-old": one that the article counts; false where none begins. */
bool victims_article(const struct figure_scan *s, uint32_t i, struct figure *f)
{
	uint32_t head, head_n, end, age = 0;
	struct str kind;

	for (uint32_t k = i + 1; k < s->end && k < i + 4 && !age; k++)
		age = age_end(s, k);
	end = noun_phrase_end(s, age ? age : i + 1, false, &head, &head_n);
	if (!age && i + 1 < s->end && is_of_people(s, i + 1)) {
		head = i + 1;
		head_n = 1;
		end = i + 2;
		kind = STR("person");
	} else if (head_n)
		noun_class(s, i + 1, head + head_n - 1, &kind);
	if (head_n && is_living_body(s, head + head_n - 1))
		return false;
	if (is_bare_another(s, i)) {
		head = i;
		head_n = 0;
		end = i + 1;
	} else if (!head_n || !str_eq(kind, STR("person")) || is_plural_noun(s, head + head_n - 1)) {
		if (!age)
			return false;
		head = i + 1; /* "17-year-old" */
		head_n = age - head;
		end = age;
	}
	*f = (struct figure){.first = i, .n = end - i, .sentence = s->sentence, .part_of = -1};
	f->number = (struct number){.first = i,
				    .n = 1,
				    .number_first = i,
				    .number_n = 1,
				    .value = decimal_of(1),
				    .form = NUMERAL_SPELLED,
				    .kind = AMOUNT_COUNT,
				    .qualifier = QUALIFIER_EXACT,
				    .rules = RULE_BIT(ARTICLE)};
	f->noun_first = head;
	f->noun_n = head_n;
	f->phrase_first = i + 1;
	f->phrase_n = end - i - 1;
	f->subject = head_n ? noun_class(s, i + 1, head + head_n - 1, NULL) : STR("people");
	f->rules = RULE_BIT(ARTICLE);
	if (number_word_at(s->r, head).kind == NUMBER_WORD_PAIR)
		f->number.value = decimal_of(2); /* "a couple and their son" */
	return true;
}
