#include "speakers_names.h"
#include "sudden.h"

enum { SPEAKERS_MAX = 4, NAMED_NEAR = 4 /* [sentences] */ };

static struct str text_of(const struct speech *s, struct span span)
{
	return span.end > span.first ? reading_text(s->r, span.first, span.end - span.first) : STR_NULL;
}

/* Where the last speakers of each sort are: indexes into knowns + 1. */
struct last {
	uint32_t he, she, it, they, any;
	uint32_t paper; /* who gave the last statement, in what word */
	uint64_t paper_word;
	uint32_t named, named_in;   /* the last person named, who has not spoken yet; the sentence */
	uint32_t silent, silent_in; /* who, and in which sentence, did not say something */
};

/* --- names between the sources: "Robert Mardini arrived. Mardini said …" -------------------- */

static bool in_name(const struct speech *s, uint32_t i)
{
	const struct token *t = token_at(s, i);

	return (t->flags & TOKEN_CAPITAL) && t->kind == TOKEN_WORD && t->text.n > 1 &&
	       (t->tag == TAG_NONE || tag_is_proper((enum tag)t->tag));
}

/* The end of the run of capitalised words from i, small words and hyphens within. */
static uint32_t run_end(const struct speech *s, uint32_t i, uint32_t end)
{
	uint32_t last = i + 1;

	for (uint32_t k = last; k < end && k <= last + 2; k++) {
		struct str w = token_at(s, k)->lower;

		if (in_name(s, k))
			last = k + 1;
		else if (!str_eq(w, STR("al")) && !str_eq(w, STR("de")) && !str_eq(w, STR("-")) &&
			 !str_eq(w, STR("bin")) && !str_eq(w, STR("el")))
			break;
	}
	return last;
}

static bool is_new(const struct speech *s, struct span name)
{
	const struct known *had = knowns_by(s, token_at(s, name.end - 1)->hash);

	return !had || !str_ends(str_lower(s->r->arena, had->name), str_lower(s->r->arena, text_of(s, name)));
}

/* "the Champlain Towers", "at Union Station": no person, who could be "she" afterwards. */
static bool is_where(const struct speech *s, uint32_t name)
{
	static const struct str words[] = {STR_WORD("the"),  STR_WORD("in"), STR_WORD("at"),
					   STR_WORD("near"), STR_WORD("on"), STR_WORD("outside")};

	return name > 0 && token_is_one_of(s, name - 1, words, sizeof words / sizeof *words);
}

/* "Sheridan Boulevard", "Jisr al-Shughour": a place by its last word, or by the map. */
static bool is_place(const struct speech *s, struct span name)
{
	static const struct str streets[] = {STR_WORD("street"), STR_WORD("avenue"),	STR_WORD("ave"),
					     STR_WORD("road"),	 STR_WORD("boulevard"), STR_WORD("drive"),
					     STR_WORD("lane"),	 STR_WORD("highway"),	STR_WORD("court"),
					     STR_WORD("hall"),	 STR_WORD("park"),	STR_WORD("st")};

	return token_is_one_of(s, name.end - 1, streets, sizeof streets / sizeof *streets) ||
	       reading_hit(s->r, name.end - 1, LEXICON_PLACE_NOUNS) || words_on_map(s, name.first, name.end);
}

/* Remember the names in the tokens [from, to) of two words or more. */
static void remember_names(struct speech *s, uint32_t from, uint32_t to, struct last *last)
{
	for (uint32_t i = from; i < to; i++) {
		if (!in_name(s, i))
			continue;
		struct span name = {i, run_end(s, i, to)};

		if (name.end - name.first > 1 && token_at(s, name.first)->tag == TAG_NONE &&
		    s->r->sentences.at[s->r->sentence_of[i]].first == i)
			name.first += reading_hit(s->r, i, LEXICON_FUNCTION_WORDS) != NULL; /* "The Hague" */
		uint32_t behind = source_behind_titles(s, name.first, name.end);
		struct span role = {name.first, behind}; /* "Leeton Police Chief | Ana Reyes" */

		if (behind < name.end)
			name.first = behind;
		else
			role.end = role.first;
		knowns_abbreviate(s, name.end, NULL);
		bool nobody = sudden_noun(s->r, name.first) != NULL ||	       /* "Cyclone Idai" */
			      source_actor_end(s, name.first, to) >= name.end; /* "CNN Turk" */

		if (name.end - name.first > 1 && name.end - name.first < 6 && !nobody && is_new(s, name)) {
			struct known known = {.name = text_of(s, name), .role = text_of(s, role), .human = true};
			uint32_t at = knowns_add(s, name, known);

			if (!is_where(s, name.first) && !is_place(s, name)) {
				last->named = at + 1;
				last->named_in = s->r->sentence_of[name.first];
			}
		}
		i = name.end > i ? name.end - 1 : i;
	}
}

/* --- one source ---------------------------------------------------------------------------- */

static char sex_of(const struct speech *s, struct span role)
{
	for (uint32_t i = role.first; i < role.end; i++) {
		const struct hit *hit = reading_hit(s->r, i, LEXICON_TITLES);
		struct str sex = hit ? hit_cell(s->r, hit, LEXICON_TITLES, s->title_sex) : STR_NULL;

		if (sex.n)
			return sex.at[0];
	}
	return 0;
}

/* "Doctors without Borders": a body of the lexicon, whatever its first word is. */
static bool is_actor(const struct speech *s, const struct person *p)
{
	for (uint32_t i = p->name.first; i < p->name.end; i++)
		if (source_actor_end(s, i, (uint32_t)s->r->tokens.n) >= p->name.end)
			return true;
	return false;
}

/* "The Emergency Lawyers, a monitoring group, said": one body, whatever its name. */
static bool is_several(const struct speech *s, const struct person *p)
{
	enum tag t = (enum tag)token_at(s, p->name.end - 1)->tag;
	bool one = p->role.end > p->role.first && (token_is(s, p->role.first, "a") || token_is(s, p->role.first, "an"));

	return (t == TAG_NNS || t == TAG_NNPS) && !one;
}

/* "Jangjuol": neither a body nor a place of the lexicon, nor "news agency Anadolu". */
static bool is_lone(const struct speech *s, const struct person *p)
{
	const struct token *t = token_at(s, p->name.first);
	uint32_t role = p->role.end > p->role.first ? source_noun_kind(s, p->role.end - 1) : 0;

	if (role == 'g' || role == 'm')
		return false;
	return p->name.end == p->name.first + 1 && t->tag == TAG_NNP && t->flags & TOKEN_CAPITAL &&
	       !(t->flags & TOKEN_UPPER) && !is_actor(s, p) && !source_noun_ending(s, p->name.first) &&
	       !reading_hit(s->r, p->name.first, LEXICON_TIMES) && !words_on_map(s, p->name.first, p->name.end);
}

static void spoke(struct last *last, const struct knowns *k, uint32_t at)
{
	const struct known *known = &k->at[at];

	last->any = at + 1;
	if (known->plural) {
		last->they = at + 1;
	} else if (known->human) {
		if (known->sex != 'f')
			last->he = at + 1;
		if (known->sex != 'm')
			last->she = at + 1;
	} else {
		last->it = at + 1;
		if (known->lone) /* "Jangjuol said": whoever is "he" next */
			last->he = last->she = at + 1;
	}
}

/* "Officials did not comment, but they denied": those of the sentence who are several; 0: there are none. */
static uint32_t silent_several(const struct speech *s, uint32_t token, const struct last *last)
{
	bool here = last->silent && last->silent_in == s->r->sentence_of[token];

	return here && s->knowns.at[last->silent - 1].plural ? last->silent : 0;
}

/* "he", "it", "who": the speaker that it stands for; 0: nobody fits. */
static uint32_t antecedent(struct speech *s, uint32_t token, struct last *last)
{
	struct str w = token_at(s, token)->lower;
	uint32_t at = last->any, silent = silent_several(s, token, last);

	if (str_eq(w, STR("he")) || str_eq(w, STR("his")) || str_eq(w, STR("him")))
		at = last->he;
	else if (str_eq(w, STR("she")) || str_eq(w, STR("her")))
		at = last->she;
	else if (str_eq(w, STR("it")) || str_eq(w, STR("its")))
		at = last->it;
	else if (str_eq(w, STR("they")) || str_eq(w, STR("their")) || str_eq(w, STR("them")))
		at = silent ? silent : last->they ? last->they : last->it ? last->it : last->any;
	bool person = w.at[0] == 'h' || w.at[0] == 's';

	if (!at && person && last->named && s->r->sentence_of[token] <= last->named_in + NAMED_NEAR)
		at = last->named;
	if (!at && person && last->they && s->knowns.at[last->they - 1].human)
		at = last->they; /* "Residents fled. ... he said": one of them */
	if (at && (w.at[0] == 'h' || w.at[0] == 's') && !s->knowns.at[at - 1].sex)
		s->knowns.at[at - 1].sex = w.at[0] == 's' || str_eq(w, STR("her")) ? 'f' : 'm';
	if (at && str_eq(w, STR("he")) && last->she == at)
		last->she = 0;
	if (at && str_eq(w, STR("she")) && last->he == at)
		last->he = 0;
	return at;
}

static void take_known(struct speaker *speaker, const struct known *known)
{
	speaker->name = known->name;
	speaker->role = known->role;
	speaker->org = known->org;
}

static void merge(const struct speech *s, struct known *known, const struct person *p)
{
	if ((!known->role.n || !known->spoke) && p->role.end > p->role.first) {
		known->role = text_of(s, p->role);
		known->sorted = false;
		known->spoke = true;
	}
	if (!known->org.n)
		known->org = text_of(s, p->org);
	known->human |= p->human;
	known->sex = known->sex ? known->sex : sex_of(s, p->role);
}

/* Only who states something is "he" or "it" afterwards; who wants or seems does not take the floor. */
static bool speaks(const struct attribution *a)
{
	return a->states && (a->kind == CUE_SAY || a->kind == CUE_DENY || a->kind == CUE_SHOW ||
			     a->kind == CUE_PREPOSITION || a->kind == CUE_NOUN || a->kind == CUE_JUDGE);
}

/* "the ministry of disaster management": a noun of bodies is in it. */
static bool is_body(const struct speech *s, struct span org)
{
	for (uint32_t i = org.first; i < org.end; i++)
		if (source_noun_kind(s, i) == 'g')
			return true;
	return false;
}

/* "The statement", "its report", and neither "documents" nor "the indictment", which is a court's. */
static bool is_of_giver(const struct speech *s, const struct person *p, struct span words)
{
	static const struct str before[] = {STR_WORD("the"), STR_WORD("its"), STR_WORD("their"), STR_WORD("this"),
					    STR_WORD("that")};
	const struct hit *noun = source_noun_ending(s, p->name.end - 1);

	return token_is_one_of(s, words.first, before, sizeof before / sizeof *before) &&
	       !(noun && hit_cell(s->r, noun, LEXICON_SOURCE_NOUNS, s->noun_office).n);
}

/* More than "the ministry". */
static bool is_named(const struct speech *s, struct span org)
{
	return org.end > org.first + 1 || (org.end > org.first && token_at(s, org.first)->flags & TOKEN_CAPITAL);
}

/* "Its spokesman, Ana Reyes": she speaks for the body that spoke last; "the ministry's director", for the one named
 * before. */
static struct str org_of(struct speech *s, const struct person *p, struct span words, const struct last *last)
{
	bool its = token_is(s, words.first, "its") || token_is(s, words.first, "their");

	if (!p->human || is_named(s, p->org))
		return text_of(s, p->org);
	if (its && last->it)
		return s->knowns.at[last->it - 1].name;
	const struct known *body = earlier_body(s, words);

	return body ? body->name : text_of(s, p->org);
}

/* "The ministry said ..., AFP reported": a medium that passes on what others said is no "it" afterwards. */
static bool relays(const struct speech *s, const struct attribution *a, const struct known *known)
{
	if (!known_is_medium(s, known))
		return false;
	for (const struct attribution *k = a; k-- > s->out->at && k->sentence == a->sentence;)
		for (size_t c = 0; speaks(k) && c < a->contents.n; c++)
			if (k->verb >= a->contents.at[c].first && k->verb < a->contents.at[c].end)
				return true;
	return false;
}

static void takes_floor(const struct speech *s, const struct attribution *a, uint32_t at, struct last *last)
{
	if (speaks(a) && !relays(s, a, &s->knowns.at[at]))
		spoke(last, &s->knowns, at);
}

static void read_speaker(struct speech *s, const struct attribution *a, struct speaker *speaker, struct last *last)
{
	struct person p = person_read(s, speaker->words);
	uint32_t at = 0;

	if (p.pronoun && !pronoun_relative(s, speaker->words, &p))
		at = antecedent(s, speaker->words.first, last);
	if (p.pronoun && !at && !pronoun_subject_before(s, speaker->words.first, &p)) {
		speaker->name = STR_NULL;
		return;
	}
	if (p.pronoun) {
		take_known(speaker, &s->knowns.at[at - 1]);
		takes_floor(s, a, at - 1, last);
		return;
	}
	struct known *known = earlier_name(s, &p, speaker->words);

	if (known) {
		merge(s, known, &p);
		at = (uint32_t)(known - s->knowns.at);
		knowns_call(s, &p, at);
	} else if ((known = earlier_giver(s, &p, speaker->words))) {
		at = (uint32_t)(known - s->knowns.at);
	} else if (last->it && is_of_sort(s, &p, speaker->words, &s->knowns.at[last->it - 1])) {
		at = last->it - 1;
	} else if ((at = bodies_named(s, &p, speaker->words))) {
		at--;
	} else if (p.document && last->it && is_of_giver(s, &p, speaker->words)) { /* "the statement said" */
		bool same = last->paper && token_at(s, speaker->words.end - 1)->hash == last->paper_word;

		at = (same ? last->paper : last->it) - 1;
	} else {
		struct known fresh = {.name = text_of(s, p.name),
				      .role = text_of(s, p.role),
				      .org = org_of(s, &p, speaker->words, last),
				      .human = p.human && !is_actor(s, &p),
				      .plural = is_several(s, &p) && !is_actor(s, &p),
				      .lone = is_lone(s, &p),
				      .spoke = true,
				      .sex = sex_of(s, p.role)};

		if (p.human && is_named(s, p.org) && is_body(s, p.org))
			knowns_add(s, p.org, (struct known){.name = text_of(s, p.org)});
		at = knowns_add(s, p.name, fresh);
		knowns_call(s, &p, at);
		knowns_abbreviate(s, p.name.end, &at);
	}
	take_known(speaker, &s->knowns.at[at]);
	takes_floor(s, a, at, last);
	if (!speaks(a) && (a->kind == CUE_SAY || a->kind == CUE_DENY)) {
		last->silent = at + 1;
		last->silent_in = a->sentence;
	}
}

static void read_source(struct speech *s, struct attribution *a, struct last *last)
{
	struct span parts[SPEAKERS_MAX];

	if (a->source.end <= a->source.first)
		return;
	a->n_speakers = persons_split(s, a->source, parts, SPEAKERS_MAX);
	a->speakers = ARENA_ARRAY(s->r->arena, struct speaker, a->n_speakers);
	for (uint32_t i = 0; i < a->n_speakers; i++) {
		a->speakers[i].words = parts[i];
		read_speaker(s, a, &a->speakers[i], last);
	}
}

/* "The rebels said in a statement that …": the word of what they gave; NULL: they did not. */
static const struct token *given_paper(const struct speech *s, const struct attribution *a)
{
	enum { REACH = 6 }; /* [tokens] */

	for (uint32_t i = a->verb; i + 2 < s->r->tokens.n && i < a->verb + REACH; i++) {
		if (!token_is(s, i, "in") || !(token_is(s, i + 1, "a") || token_at(s, i + 1)->tag == TAG_PRPS))
			continue;
		for (uint32_t k = i + 2; k < s->r->tokens.n && k < i + 2 + REACH / 2; k++) {
			const struct hit *noun = reading_hit(s->r, k, LEXICON_SOURCE_NOUNS);

			if (source_kind(s, noun) == 'd' && noun->n == 1)
				return token_at(s, k);
		}
		return NULL;
	}
	return NULL;
}

/* The statement, and "it", are the speaker's from here on. */
static void take_paper(const struct speech *s, const struct attribution *a, struct last *last)
{
	const struct token *paper = a->n_speakers == 1 && speaks(a) ? given_paper(s, a) : NULL;

	if (!paper || !last->any)
		return;
	last->it = last->paper = last->any;
	last->paper_word = paper->hash;
}

/* "The army condemned the raid, which it said killed 12": a pronoun within what somebody only judges is his. */
static const struct attribution *judged_by(const struct speech *s, const struct attribution *a)
{
	const struct attribution *outer = a->within < s->out->n ? &s->out->at[a->within] : NULL;
	bool pronoun = a->source.end == a->source.first + 1 && token_at(s, a->source.first)->tag == TAG_PRP;

	if (!outer || outer >= a || outer->states || !pronoun || outer->n_speakers != 1)
		return NULL;
	bool several = token_at(s, outer->source.end - 1)->tag == TAG_NNS;

	return several && !token_is(s, a->source.first, "they") ? NULL : outer;
}

/* Attributions whose source is the same words as another's share its speakers. */
void people_resolve(struct speech *s)
{
	struct last last = {0};
	uint32_t read = 0;

	for (size_t i = 0; i < s->out->n; i++) {
		struct attribution *a = &s->out->at[i];
		const struct attribution *before = i ? a - 1 : NULL;

		const struct attribution *judge = judged_by(s, a);

		if (!judge && before && before->source.first == a->source.first && before->source.end == a->source.end)
			judge = before;
		if (judge) {
			a->speakers = judge->speakers;
			a->n_speakers = judge->n_speakers;
			continue;
		}
		uint32_t upto = a->source.end > a->source.first ? a->source.first : read;

		if (upto > read) {
			remember_names(s, read, upto, &last);
			read = upto;
		}
		read_source(s, a, &last);
		take_paper(s, a, &last);
	}
}
