#include "names.h"

#include "figure_words.h"
#include "names_parts.h"

enum { LONGEST_PERSON = 6 };

void name_add(struct naming *s, const struct name *name)
{
	LIST_ADD(s->r->arena, s->out, *name);
}

static void add_plain(struct naming *s, uint32_t first, uint32_t n, enum name_kind kind)
{
	struct name name = {.first = first, .n = n, .head = first, .head_n = n, .sentence = s->sentence};

	name.preposition = UINT32_MAX;
	name.place = PLACE_NONE;
	name.kind = (uint8_t)kind;
	name_add(s, &name);
}

static size_t person_slot(const struct naming *s, uint64_t hash)
{
	size_t i = hash & (s->slots - 1);

	while (s->people[i] && s->people[i] != hash)
		i = (i + 1) & (s->slots - 1);
	return i;
}

void person_remember(struct naming *s, uint32_t token)
{
	uint64_t hash = name_token(s, token)->hash;

	s->people[person_slot(s, hash)] = hash;
}

bool person_is_known(const struct naming *s, uint32_t token)
{
	return s->people[person_slot(s, name_token(s, token)->hash)] != 0;
}

bool is_particle(const struct naming *s, uint32_t i)
{
	static const struct str words[] = {
		STR_WORD("de"),	  STR_WORD("del"), STR_WORD("della"), STR_WORD("di"),  STR_WORD("da"),
		STR_WORD("do"),	  STR_WORD("dos"), STR_WORD("du"),    STR_WORD("la"),  STR_WORD("le"),
		STR_WORD("al"),	  STR_WORD("el"),  STR_WORD("bin"),   STR_WORD("ibn"), STR_WORD("ben"),
		STR_WORD("bint"), STR_WORD("abu"), STR_WORD("van"),   STR_WORD("der"), STR_WORD("den"),
		STR_WORD("von"),  STR_WORD("y"),   STR_WORD("e"),     STR_WORD("ul"),  STR_WORD("ur"),
	};

	return i < s->end && name_token(s, i)->lower.n <= 5 &&
	       name_token_among(s, i, words, sizeof words / sizeof *words);
}

/* "al-Dbis", "el-Sissi": an article in small letters before a hyphen and a capital. */
static bool is_article_before(const struct naming *s, uint32_t i)
{
	return i + 2 < s->end && is_joint(s, i + 1) && is_capital(s, i + 2) &&
	       gazetteer_is_article(name_token(s, i)->text);
}

/* "in Aleppo Friday", "in Homs March 3", "in Sri Lanka Easter": what follows the name is a time. */
static bool is_time_behind(const struct naming *s, uint32_t i)
{
	static const struct str feasts[] = {STR_WORD("easter"), STR_WORD("christmas"), STR_WORD("ramadan"),
					    STR_WORD("eid"),	STR_WORD("diwali"),    STR_WORD("thanksgiving")};

	if (not_place_at(s, i) != NOT_PLACE_TIME)
		return false;
	if (name_token_among(s, i, feasts, sizeof feasts / sizeof *feasts))
		return true;
	/* May, June, April and August are people too. */
	return str_ends(name_token(s, i)->lower, STR("day")) ||
	       (i + 1 < s->end && name_token(s, i + 1)->flags & TOKEN_DIGIT);
}

/* "for the people of Haiti It is …": a copy has lost the end of a line, and a sentence begins. */
static bool is_sentence_behind(const struct naming *s, uint32_t i)
{
	static const struct str words[] = {STR_WORD("it"),    STR_WORD("he"),	STR_WORD("she"),   STR_WORD("they"),
					   STR_WORD("we"),    STR_WORD("this"), STR_WORD("these"), STR_WORD("those"),
					   STR_WORD("its"),   STR_WORD("his"),	STR_WORD("her"),   STR_WORD("their"),
					   STR_WORD("there"), STR_WORD("but")};

	return !(name_token(s, i)->flags & TOKEN_UPPER) && i + 1 < s->end && !is_capital(s, i + 1) &&
	       name_token_among(s, i, words, sizeof words / sizeof *words);
}

/* "US$76 million", "HK$2 bn": no land. */
static const struct hit *currency_at(const struct naming *s, uint32_t i)
{
	const struct hit *hit = name_token_is(s, i + 1, "$") ? reading_hit(s->r, i, LEXICON_CURRENCIES) : NULL;

	return hit && hit->n >= 2 ? hit : NULL;
}

static bool begins_name(const struct naming *s, uint32_t i)
{
	return is_capital(s, i) || is_article_before(s, i);
}

/* The end of the run of capitalised words, initials, particles and joints that begins at i. Runs
 * have a longest length, so that a text of capitals alone takes no longer than others. */
static uint32_t run_end(const struct naming *s, uint32_t i)
{
	uint32_t end = i;

	while (end < s->end && end < i + NAME_TOKENS_MOST) {
		if (end > i && (is_time_behind(s, end) || is_sentence_behind(s, end) || currency_at(s, end)))
			break;
		if (is_capital(s, end) || (is_joint(s, end) && (is_capital(s, end + 1) || is_particle(s, end + 1))))
			end++;
		else if (end > i && (begins_name(s, end + 1) || is_joint(s, end + 1)) && is_particle(s, end))
			end++;
		else if (is_article_before(s, end))
			end += 2;
		else
			break;
	}
	return end > i ? end : i + 1;
}

static const struct hit *phrase_at(const struct naming *s, uint32_t i, enum lexicon_table table, uint32_t least)
{
	const struct hit *hit = reading_hit(s->r, i, table);

	return hit && hit->n >= least ? hit : NULL;
}

enum not_place not_place_at(const struct naming *s, uint32_t i)
{
	const struct reading *r = s->r;

	if (!reading_begins(r, i, LEXICON_NOT_PLACES))
		return NOT_PLACE_NONE;
	const struct hit *word = &r->hits.at[r->first_hit[i + 1] - 1]; /* longer ones stand before it */
	bool is_word = word->n == 1 && word->tables & (1u << LEXICON_NOT_PLACES);

	return is_word ? (enum not_place)r->know->not_places[hit_row(r, word, LEXICON_NOT_PLACES)] : NOT_PLACE_NONE;
}

/* A first word that has its capital from the sentence: "In", "Many", "Reading". */
static bool is_plain_opener(const struct naming *s, uint32_t i)
{
	enum not_place why = not_place_at(s, i);
	bool opens = i == s->first || (i > s->first && name_token(s, i - 1)->kind == TOKEN_MARK &&
				       !is_joint(s, i - 1) && !name_token_is(s, i - 1, ","));

	return (opens || s->upper) && (why == NOT_PLACE_WORD || why == NOT_PLACE_TIME);
}

/* An organisation by a word in it: "Health Ministry", "Democratic Front". */
static bool is_organisation(const struct naming *s, uint32_t first, uint32_t end)
{
	for (uint32_t i = first; i < end; i++)
		if (phrase_at(s, i, LEXICON_SOURCE_NOUNS, 1) || phrase_at(s, i, LEXICON_ACTORS, 1))
			return true;
	return end == first + 1 && name_token(s, first)->flags & TOKEN_UPPER;
}

/* "Energy Minister Angus Qwert": an office, and who holds it. */
static bool holds_person(const struct naming *s, uint32_t first, uint32_t end)
{
	enum { GIVEN = 2 };

	for (uint32_t i = first; i + GIVEN < end; i++) {
		const struct hit *title = phrase_at(s, i, LEXICON_TITLES, 1);

		if (title && i + title->n + GIVEN == end && !phrase_at(s, end - 1, LEXICON_SOURCE_NOUNS, 1))
			return true;
	}
	return false;
}

static uint32_t read_person_or_organisation(struct naming *s, uint32_t first, uint32_t end)
{
	uint32_t n = end - first;

	if (is_organisation(s, first, end)) {
		add_plain(s, first, n, NAME_ORGANISATION);
		if (holds_person(s, first, end))
			person_remember(s, end - 1);
	} else if (n >= 2 && n <= LONGEST_PERSON) {
		add_plain(s, first, n, NAME_PERSON);
		person_remember(s, end - 1);
	} else {
		add_plain(s, first, n, n == 1 && person_is_known(s, first) ? NAME_PERSON : NAME_OTHER);
	}
	return end;
}

/* "President Bashar al-Assad": the title, then the person. */
static uint32_t read_titled(struct naming *s, uint32_t i, uint32_t title_n)
{
	uint32_t first = i + title_n;

	if (!begins_name(s, first) || first >= s->end || place_word_at(s, first).kind != WORD_NONE)
		return first;
	uint32_t end = s->upper ? person_end(s, first) : run_end(s, first);

	if (end == first)
		return first;
	add_plain(s, first, end - first, NAME_PERSON);
	person_remember(s, end - 1);
	return end;
}

/* The rest of a run behind a place's name that leaves it a place: a place word, or a title. */
static bool rest_leaves_place(const struct naming *s, uint32_t rest, uint32_t end)
{
	struct place_word w = place_word_at(s, rest);

	if (rest >= end || is_joint(s, rest)) /* "Syria-Turkey border", "Beirut-based" */
		return true;
	if (w.kind >= WORD_SETTLEMENT && w.kind <= WORD_LINE)
		return rest + w.n >= end;
	if (phrase_at(s, rest, LEXICON_TITLES, 1))
		return true;
	/* "Chicago Police Department", "Yuma High School student" */
	for (uint32_t i = rest; i < end; i++) {
		w = place_word_at(s, i);
		if (phrase_at(s, i, LEXICON_SOURCE_NOUNS, 1) || w.kind == WORD_SITE)
			return true;
	}
	return false;
}

/* A run that no rule took for something else: a place, a person or an organisation. */
static uint32_t read_run(struct naming *s, uint32_t i)
{
	uint32_t end = run_end(s, i), next = i;
	struct place_word w = place_word_at(s, i);
	struct match m = match_at(s, i);

	/* "Eastern Aleppo" */
	if (w.kind == WORD_COMPASS && i + w.n < end && m.n <= w.n) {
		struct match behind = match_at(s, i + w.n);

		if (behind.n && rest_leaves_place(s, i + w.n + behind.n, end) && place_read(s, i + w.n, &behind, &next))
			return next;
	}
	if (m.n && demonym_is(s, i, &m)) {
		demonym_add(s, i, &m);
		return i + m.n;
	}
	if (s->upper && m.n && name_goes_on(s, i + m.n)) {
		struct match longer = {.n = unknown_end(s, i + m.n - 1) - i};

		return place_read(s, i, &longer, &next) ? next : i + longer.n;
	}
	if (m.n && (s->upper || rest_leaves_place(s, i + m.n, end)) && place_read(s, i, &m, &next))
		return next;
	if (s->upper)
		end = told_end(s, i) ? told_end(s, i) : unknown_end(s, i);
	/* "the village of Kafr Something", "near Krasnohorivka": places that the gazetteer does not know */
	struct match unknown = {.n = end - i};

	if (place_read(s, i, &unknown, &next))
		return next;
	if (s->upper)
		return i + 1;
	return read_person_or_organisation(s, i, end);
}

/* Most tokens begin nothing: a capital does, "the city", and "al-Dbis". */
static bool may_begin(const struct naming *s, uint32_t i)
{
	enum { LONGEST = 4 }; /* [bytes] "that" */
	const struct token *t = name_token(s, i);

	return t->flags & TOKEN_CAPITAL || (t->lower.n <= LONGEST && (t->lower.at[0] == 't' || is_joint(s, i + 1)));
}

/* "READING, Pa. -": a word with its division. */
static bool is_dateline_town(const struct naming *s, uint32_t i)
{
	if (s->upper || !(name_token(s, i)->flags & TOKEN_UPPER) || !name_token_is(s, i + 1, ","))
		return false;
	return is_capital(s, i + 2) && gazetteer_suffix(s->g, name_token(s, i + 2)->text) != PLACE_NONE;
}

/* "Interstate 10", "the Lincoln", "a 2012 Toyota", "in his Plymouth": a road or a car, whose name a town bears, too. */
static bool is_thing_of_road(const struct naming *s, uint32_t i)
{
	const struct token *before = i > s->first ? name_token(s, i - 1) : NULL;

	if (name_token_is(s, i, "interstate"))
		return i + 1 < s->end && name_token(s, i + 1)->kind == TOKEN_NUMBER;
	return before && figure_word(s->r, i, FUNCTION_MAKE) &&
	       (before->tag == TAG_DT || before->tag == TAG_PRPS || before->kind == TOKEN_NUMBER);
}

static uint32_t read_at(struct naming *s, uint32_t i)
{
	const struct hit *hit;
	struct match m;
	uint32_t next;

	if ((name_token_is(s, i, "the") || name_token_is(s, i, "that") || name_token_is(s, i, "this")) &&
	    place_back(s, i, &next))
		return next;
	if (!begins_name(s, i))
		return i + 1;
	if ((hit = currency_at(s, i)))
		return i + hit->n;
	if (is_thing_of_road(s, i)) {
		add_plain(s, i, 1, NAME_OTHER);
		return i + 1;
	}
	if ((hit = phrase_at(s, i, LEXICON_NOT_PLACES, 2))) {
		add_plain(s, i, hit->n, NAME_OTHER);
		return i + hit->n;
	}
	m = match_at(s, i);
	if (m.n < 2 && (hit = phrase_at(s, i, LEXICON_ACTORS, 2))) {
		add_plain(s, i, hit->n, NAME_ORGANISATION);
		return i + hit->n;
	}
	if (!m.n && name_token(s, i)->flags & TOKEN_UPPER && !s->upper && (hit = phrase_at(s, i, LEXICON_ACTORS, 1))) {
		add_plain(s, i, hit->n, NAME_ORGANISATION); /* "ELN territory" */
		return i + hit->n;
	}
	if (!m.n && (hit = phrase_at(s, i, LEXICON_TITLES, 1)) && i + hit->n < s->end)
		return read_titled(s, i, hit->n);
	if (s->upper && m.n < 2 && told_end(s, i) > i + 1) {
		struct match unknown = {.n = told_end(s, i) - i};

		if (place_read(s, i, &unknown, &next))
			return next;
	}
	if (m.n < 2 && is_plain_opener(s, i) && !is_dateline_town(s, i))
		return i + 1;
	/* In capitals alone most words are no names; an unknown one is a place only behind "of". */
	if (s->upper && !m.n && !name_token_is(s, i - 1, "of") && place_word_at(s, i).kind != WORD_COMPASS &&
	    !told_end(s, i))
		return i + 1;
	return read_run(s, i);
}

/* Where names may begin in the sentence; how many these are. They are fetched before they are asked for: the gazetteer
 * is large. Nearly all words are filed as they are; the others come later. */
static uint32_t find_starts(const struct naming *s, uint32_t *starts)
{
	uint32_t n = 0;

	for (uint32_t i = s->first; i < s->end; i++) {
		if (!may_begin(s, i))
			continue;
		starts[n++] = i;
		if (is_capital(s, i))
			gazetteer_fetch(s->g, name_token(s, i)->hash);
	}
	return n;
}

static void read_sentence(struct naming *s, uint32_t *starts)
{
	struct sentence at = s->r->sentences.at[s->sentence];
	uint32_t next = at.first;

	s->first = at.first;
	s->end = at.first + at.n;
	uint32_t n = find_starts(s, starts);

	if (!n)
		return;
	s->upper = capitals_tell_nothing(s);
	s->matched_at = UINT32_MAX;
	for (uint32_t k = 0; k < n; k++)
		if (starts[k] >= next)
			next = read_at(s, starts[k]);
}

/* Not "police in Taylor said". */
static bool is_said(const struct naming *s, uint32_t i)
{
	return str_is(name_token(s, i)->lower, "said") &&
	       !(i > 1 && (place_word_at(s, i - 2).kind >= WORD_NEAR || is_capital(s, i - 2)));
}

/* "Vale SA" */
static bool is_company_form(const struct naming *s, uint32_t i)
{
	return is_capital(s, i) && not_place_at(s, i) == NOT_PLACE_COMPANY;
}

/* "Taylor said", "Vale SA": a town of few people speaks less often than a person of its name, and owns less. */
static void remember_speakers(struct naming *s)
{
	s->end = (uint32_t)s->r->tokens.n;
	for (uint32_t i = 1; i < s->end; i++) {
		if (!is_capital(s, i - 1) || !(is_said(s, i) || is_company_form(s, i)))
			continue;
		s->matched_at = UINT32_MAX;
		struct match m = match_at(s, i - 1);

		if (m.n == 1 && !m.abbreviation && match_level(s, &m) < LEVEL_STRONG)
			person_remember(s, i - 1);
	}
}

void names_find(struct reading *r, struct names *out)
{
	struct naming *s = ARENA_NEW(r->arena, struct naming);

	*out = (struct names){0};
	s->r = r;
	s->tokens = r->tokens.at;
	s->out = out;
	s->g = r->know->places;
	for (s->slots = 64; s->slots < r->tokens.n;) /* a person takes two tokens at least */
		s->slots *= 2;
	s->people = ARENA_ARRAY(r->arena, uint64_t, s->slots);
	note_place_words(s);
	remember_speakers(s);
	uint32_t *starts = arena_more(r->arena, NULL, 0, r->tokens.n + 1, sizeof *starts);

	for (s->sentence = 0; s->sentence < r->sentences.n; s->sentence++)
		read_sentence(s, starts);
}
