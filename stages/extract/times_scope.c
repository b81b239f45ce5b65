/* What a time within a clause of its own can date, and what no time outside of such a clause can. */
#include "figure_words.h"
#include "times.h"
#include "times_grammar.h"

/* What keeps the search linear: how far a clause is followed [tokens], how many times are looked at. */
enum { CLAUSE = 30, TIMES = 12 };

static bool is_finite(const struct scan *s, uint32_t i)
{
	return tag_is_finite(scan_tag_at(s, i));
}

static bool is_auxiliary(const struct scan *s, uint32_t i)
{
	return scan_is_any(s, i, "was", "were", "is", "are", "be", "been", "being", "had", "has", "have", "having",
			   "got", "get");
}

static uint32_t over_adverbs(const struct scan *s, uint32_t i)
{
	while (i > s->start && (scan_tag_at(s, i - 1) == TAG_RB || scan_tag_at(s, i - 1) == TAG_RP))
		i--;
	return i;
}

/* "began | in Guinea | in December": past a phrase with its preposition. */
static uint32_t over_phrase(const struct scan *s, uint32_t i)
{
	enum { WORDS = 4 };
	uint32_t k = i;

	while (k > s->start && i - k < WORDS &&
	       (tag_is_noun(scan_tag_at(s, k - 1)) || scan_tag_at(s, k - 1) == TAG_DT ||
		scan_tag_at(s, k - 1) == TAG_JJ))
		k--;
	return k < i && scan_tag_at(s, k - 1) == TAG_IN ? over_adverbs(s, k - 1) : i;
}

/* Where what stands before the token of a clause begins: behind the last verb. */
static uint32_t phrase_start(const struct scan *s, uint32_t i)
{
	for (uint32_t steps = 0; i > s->start && steps < CLAUSE; i--, steps++)
		if (tag_is_verb(scan_tag_at(s, i - 1)) || scan_tag_at(s, i - 1) == TAG_MD)
			break;
	return i;
}

/* "Friday's raid", "the 3 October coup": the date of the noun behind it. */
static bool is_of_noun(const struct scan *s, const struct time_mention *m)
{
	uint32_t end = m->first + m->n;

	return scan_is(s, end, "'s") || scan_tag_at(s, end) == TAG_POS || scan_is_noun(s, end);
}

/* The end of what a time in a clause dates: the next verb or comma, unless the clause goes on behind it (", killing
 * 12", ", when a bomb went off"). */
static uint32_t end_of(const struct scan *s, const struct time_mention *m)
{
	uint32_t i = m->first + m->n;

	for (uint32_t steps = 0; i < s->end && steps < CLAUSE; i++, steps++) {
		enum tag t = scan_tag_at(s, i), next = scan_tag_at(s, i + 1);

		if (t == TAG_WRB || (t == TAG_COMMA && (next == TAG_VBG || next == TAG_WRB || next == TAG_IN)))
			return TIME_NONE;
		if (t == TAG_COMMA || is_finite(s, i))
			return i;
	}
	return i;
}

/* ", has killed 100": until now, and not then. */
static bool lasts(const struct scan *s, uint32_t i)
{
	for (uint32_t steps = 0; i < s->end && steps < CLAUSE; i++, steps++)
		if (is_finite(s, i))
			return scan_is_any(s, i, "has", "have");
	return false;
}

/* "Died | in incidents that occurred on Monday", "the bomb that exploded on Monday | killed two": the whole happened
 * then. */
static bool is_within_happening(const struct scan *s, uint32_t verb, uint32_t antecedent, uint32_t behind)
{
	bool begins = scan_is_any(s, verb, "began", "started") ||
		      (scan_is_any(s, verb, "broke", "erupted") && lasts(s, behind));

	if (!begins && (figure_word(s->r, verb, FUNCTION_HAPPENING) ||
			figure_word_before(s->r, s->start, verb + 1, FUNCTION_HAPPENING)))
		return true;
	for (uint32_t i = antecedent, steps = 0; i > s->start && steps < CLAUSE; i--, steps++) {
		if (scan_tag_at(s, i - 1) == TAG_IN)
			return scan_is_any(s, i - 1, "in", "during", "at");
		if (tag_is_verb(scan_tag_at(s, i - 1)))
			break;
	}
	return false;
}

/* "hostages whom | the rebels | seized in May": past the subject of a clause of "whom". */
static uint32_t before_subject(const struct scan *s, uint32_t i)
{
	enum { WORDS = 5 };
	uint32_t k = i;

	while (k > s->start && i - k < WORDS &&
	       (tag_is_noun(scan_tag_at(s, k - 1)) || scan_tag_at(s, k - 1) == TAG_DT ||
		scan_tag_at(s, k - 1) == TAG_JJ || scan_tag_at(s, k - 1) == TAG_PRP ||
		scan_tag_at(s, k - 1) == TAG_POS))
		k--;
	return scan_tag_at(s, k - 1) == TAG_WDT || scan_tag_at(s, k - 1) == TAG_WP ? k : i;
}

/* "two soldiers | it kidnapped last week": where a clause without its "whom" begins, whose verb begins at i; i: none
 * does. */
static uint32_t before_contact(const struct scan *s, uint32_t i)
{
	bool subject = i > s->start + 1 && scan_is_any(s, i - 1, "it", "they", "he", "she", "we");

	return subject && (scan_tag_at(s, i - 2) == TAG_NNS || scan_tag_at(s, i - 2) == TAG_NN) ? i - 1 : i;
}

/* "The assault was revenge for | an offensive that started in June": the time right behind the verb of a relative
 * clause dates that clause and what it is told of. */
static bool in_relative(const struct scan *s, struct time_mention *m)
{
	uint32_t verb = over_phrase(s, over_adverbs(s, m->first - m->lead)), i = verb;

	if (verb == s->start || !tag_is_verb(scan_tag_at(s, verb - 1)))
		return false;
	while (i > s->start && (tag_is_verb(scan_tag_at(s, i - 1)) || scan_tag_at(s, i - 1) == TAG_RB))
		i--;
	uint32_t contact = before_contact(s, i);
	bool bare = contact < i;

	i = bare ? contact : before_subject(s, i);
	if (!bare && (i <= s->start + 1 || (scan_tag_at(s, i - 1) != TAG_WDT && scan_tag_at(s, i - 1) != TAG_WP)))
		return false; /* "Who died on Monday?" */
	if (scan_tag_at(s, verb - 1) == TAG_VBG && scan_is_any(s, verb - 2, "was", "were"))
		return false; /* "killed 12 who were praying on Friday" */
	if (is_finite(s, verb - 1) && scan_tag_at(s, verb - 1) != TAG_VBD)
		return false; /* "will evacuate those who live in the city on Monday" */
	if (!bare)
		i -= scan_tag_at(s, i - 2) == TAG_COMMA ? 2 : 1;
	if (is_within_happening(s, verb - 1, i, m->first + m->n))
		return false;
	m->reach = phrase_start(s, i);
	/* "the war, which began in 1918, killed millions": those of its time */
	if (scan_tag_at(s, i) != TAG_COMMA || times_has_day(&m->timex.at) || lasts(s, m->first + m->n) ||
	    !scan_is_any(s, verb - 1, "began", "started", "erupted"))
		m->reach_end = end_of(s, m);
	return true;
}

/* "… | were released": a verb that has its own say, not one that tells how many ("… was 400", "… rose to 400"). */
static bool is_another_verb(const struct scan *s, uint32_t i)
{
	enum { NEAR = 4 };

	if (!is_finite(s, i))
		return false;
	for (uint32_t k = i + 1; k < i + NEAR; k++)
		if (scan_tag_at(s, k) == TAG_CD)
			return false;
	return true;
}

/* The participle right before the time, or, of a year and before an auxiliary, with other phrases between:
 * "prisoners | captured near the border in 2014"; TIME_NONE: none. */
static uint32_t participle_of(const struct scan *s, const struct time_mention *m)
{
	enum { NEAR = 7 };
	uint32_t lead = m->first - m->lead;
	uint32_t end = m->first + m->n; /* not "men dressed as police on Monday | seized him" */
	bool far = m->timex.at.year || (is_another_verb(s, end) && is_auxiliary(s, end));

	for (uint32_t i = lead; i > s->start + 1 && lead - i < NEAR; i--) {
		enum tag t = scan_tag_at(s, i - 1);

		if (t == TAG_VBN)
			return tag_is_noun(scan_tag_at(s, i - 2)) && (i == lead || far) ? i - 1 : TIME_NONE;
		if (tag_is_verb(t) || t == TAG_MD || t == TAG_COMMA || t == TAG_TO || t == TAG_CC || t == TAG_WDT ||
		    t == TAG_WP)
			break;
	}
	return TIME_NONE;
}

/* A verb before it in the clause: "released | five prisoners captured in 2014". */
static bool has_verb_before(const struct scan *s, uint32_t i)
{
	return i > s->start && (scan_tag_at(s, i - 1) == TAG_VBD || scan_tag_at(s, i - 1) == TAG_VB);
}

/* "kidnapped last week | in the south by gunmen | was found": past phrases with their prepositions. */
static uint32_t past_places(const struct scan *s, uint32_t i)
{
	enum { WORDS = 16 };

	if (scan_tag_at(s, i) != TAG_IN)
		return i;
	for (uint32_t steps = 0; i < s->end && steps < WORDS; i++, steps++) {
		enum tag t = scan_tag_at(s, i);

		if ((t != TAG_IN && t != TAG_DT && t != TAG_JJ && t != TAG_POS && t != TAG_CD && !tag_is_noun(t)) ||
		    scan_is_any(s, i, "as", "after", "before", "while", "since", "until", "because", "that", "if"))
			break;
	}
	return i;
}

/* "Five prisoners captured in 2014 | were released"; of a day only there: "killed two men wanted on Monday". */
static bool in_participle(const struct scan *s, struct time_mention *m)
{
	uint32_t participle = participle_of(s, m), end = m->first + m->n;

	if (participle == TIME_NONE || is_auxiliary(s, participle - 1))
		return false;
	uint32_t start = phrase_start(s, participle);

	if (start == s->start && is_another_verb(s, past_places(s, end)))
		end = past_places(s, end);
	if (!is_another_verb(s, end) && !(m->timex.at.year && has_verb_before(s, start)))
		return false;
	m->reach = start;
	m->reach_end = end_of(s, m);
	return true;
}

/* "Miners who were trapped | when a shaft caved in last month | were found on Monday": a time that ends a clause within
 * a relative one, before the verb that both are told of, dates these two alone. */
static bool in_nested(const struct scan *s, struct time_mention *m)
{
	uint32_t end = m->first + m->n;
	bool nested = false;

	if (!is_auxiliary(s, end) || !is_finite(s, end))
		return false;
	for (uint32_t i = m->first - m->lead, steps = 0; i > s->start && steps < CLAUSE; i--, steps++) {
		enum tag t = scan_tag_at(s, i - 1);

		if (t == TAG_COMMA || t == TAG_CC)
			return false;
		bool participle =
			(t == TAG_VBN || t == TAG_VBD) && i > s->start + 1 && tag_is_noun(scan_tag_at(s, i - 2));

		if (nested && (participle || t == TAG_WP || t == TAG_WDT)) {
			m->reach = phrase_start(s, i - 1);
			m->reach_end = end;
			return true;
		}
		nested |= scan_is_any(s, i - 1, "when", "after", "before", "as", "while");
	}
	return false;
}

/* The first token behind the clause that begins at i: behind it, at a comma, comes one that has a verb of its own. */
static uint32_t clause_end(const struct scan *s, uint32_t i)
{
	for (uint32_t steps = 0; i < s->end && steps < CLAUSE; i++, steps++) {
		uint32_t k = i + 1;
		enum tag next = scan_tag_at(s, k);

		if (scan_is_any(s, i, ";", ":", "--", "\xe2\x80\x94") || (scan_is(s, i, "-") && !scan_glued(s, i)))
			return i;
		if (scan_tag_at(s, i) == TAG_CC && next == TAG_IN)
			return i; /* "and in January he …" */
		if (scan_tag_at(s, i) != TAG_COMMA || next == TAG_VBG || next == TAG_VBN || next == TAG_WDT ||
		    next == TAG_WP || next == TAG_WRB)
			continue;
		while (k < s->end && scan_tag_at(s, k) != TAG_COMMA && !is_finite(s, k))
			k++;
		if (is_finite(s, k))
			return i;
	}
	return i;
}

/* Does it name a date that others can be counted from, and was nothing but saying done then? "Said on Monday, a day
 * after …" counts from that Monday, too. */
static bool can_count(const struct time_mention *from, const struct time_mention *m)
{
	enum { COMMA = 1 };
	uint32_t end = from->first + from->n;

	return from->timex.kind == TIMEX_POINT && from->timex.at.from != FROM_TOLD && times_has_date(&from->timex.at) &&
	       (from->said_by == TIME_NONE || m->timex.unit > UNIT_WEEK || m->first - m->lead <= end + COMMA);
}

/* The mention that the distance is counted from: of its sentence; TIME_NONE: none. */
static uint32_t counted_from(const struct scan *s, const struct time_mentions *times, uint32_t d)
{
	const struct time_mention *m = &times->at[d];

	for (uint32_t i = d; i > 0 && d - i < TIMES && times->at[i - 1].sentence == m->sentence; i--)
		if (can_count(&times->at[i - 1], m))
			return i - 1;
	for (uint32_t i = d + 1; i < times->n && i - d < TIMES && times->at[i].sentence == m->sentence; i++)
		if (m->first - m->lead <= s->start + 1 && times->at[i].first >= m->reach_end)
			return can_count(&times->at[i], m) ? i : TIME_NONE;
	return TIME_NONE;
}

/* "The attack | came three days after …": it is the one that the story is of, of the day told first; "the visit comes
 * a day after …": news of the day of publication. */
static void count_from_story(const struct scan *s, struct time_mentions *times, uint32_t d)
{
	struct time_mention *m = &times->at[d];

	if (scan_is_any(s, m->first - 1, "comes", "come"))
		m->timex.at.from = FROM_NOW;
	if (!scan_is(s, m->first - 1, "came"))
		return;
	for (uint32_t i = 0; i < d && i < TIMES; i++)
		if (times_has_day(&times->at[i].timex.at) && can_count(&times->at[i], m)) {
			m->told = i;
			return;
		}
}

static void keep_within(struct time_mention *m, uint32_t first, uint32_t end)
{
	if (m->reach != TIME_NONE && m->reach < first)
		m->reach = first;
	if (m->reach_end > end)
		m->reach_end = end;
}

/* "Mourning began on Wednesday, a day after | gunmen killed 132 children": what stands in the clause is dated by the
 * distance alone, or by a time within it. */
static void settle_distance(const struct scan *s, struct time_mentions *times, uint32_t d)
{
	struct time_mention *m = &times->at[d];

	m->reach = m->first + m->n + (m->timex.exact ? 0 : 1);
	m->reach_end = clause_end(s, m->reach);
	if (!m->timex.exact)
		m->told = counted_from(s, times, d);
	if (m->told == TIME_NONE && m->first > s->start)
		count_from_story(s, times, d);
	bool opens = m->first - m->lead <= s->start + 1 && m->reach_end < s->end;

	for (uint32_t i = d + 1; i < times->n && i - d < TIMES && times->at[i].first < m->reach_end; i++) {
		/* "met him four months after the invasion in 2003": in the same year, where nothing else is told; but
		 * "A year after the quake struck in March, 300 are homeless" */
		if (opens || m->told != TIME_NONE || times_has_day(&times->at[i].timex.at))
			keep_within(&times->at[i], m->reach, m->reach_end);
	}
}

/* "Who died in March and April": what is said of the one time goes for the other. */
static void share_scope(const struct scan *s, struct time_mentions *times, uint32_t i)
{
	struct time_mention *a = &times->at[i - 1], *b = &times->at[i];

	if (a->sentence != b->sentence || a->reach_end == TIME_NONE || b->first - b->lead > a->first + a->n + 1 ||
	    !scan_is_any(s, a->first + a->n, "and", "or", "to", ","))
		return;
	b->reach = a->reach;
	b->reach_end = a->reach_end = end_of(s, b);
}

/* "The raid was revenge for | the 2011 intervention": a year that goes with a noun that something else is told of. */
static bool in_attribute(const struct scan *s, struct time_mention *m)
{
	uint32_t i = m->first;

	if (!m->timex.at.year || m->timex.at.month || !is_of_noun(s, m))
		return false;
	while (i > s->start + 1 && (scan_tag_at(s, i - 1) == TAG_DT || scan_tag_at(s, i - 1) == TAG_POS ||
				    scan_tag_at(s, i - 1) == TAG_PRPS || tag_is_noun(scan_tag_at(s, i - 1))))
		i--;
	if (!scan_is_any(s, i - 1, "for", "to", "over", "about", "into"))
		return false;
	m->reach = i;
	return true;
}

/* "was in critical | condition on Tuesday after a shooting", "was | sentenced on Tuesday for shooting two": the word
 * that the time goes with; TIME_NONE: it goes with no such word. */
static uint32_t aftermath_of(const struct scan *s, const struct time_mention *m)
{
	enum { REACH = 12 };
	uint32_t lead = m->first - m->lead;

	for (uint32_t i = lead; m->timex.kind == TIMEX_POINT && i > s->start && lead - i < REACH; i--) {
		if (scan_tag_at(s, i - 1) == TAG_COMMA || scan_is(s, i - 1, ";"))
			break;
		if (figure_word(s->r, i - 1, FUNCTION_AFTERMATH))
			return i - 1;
	}
	return TIME_NONE;
}

void times_scope(const struct scan *s, struct time_mention *m)
{
	m->aftermath = TIME_NONE;
	if (times_is_of_thing(s, m) || times_is_stamp(s, m)) {
		m->reach = TIME_NONE;
		return;
	}
	m->aftermath = aftermath_of(s, m);
	if (m->reach_end != TIME_NONE || in_attribute(s, m))
		return;
	if (m->timex.kind == TIMEX_SINCE) {
		times_scope_since(s, m);
		return;
	}
	if (m->timex.kind != TIMEX_POINT || m->said_by != TIME_NONE || m->first - m->lead <= s->start + 1 ||
	    is_of_noun(s, m))
		return;
	if (!in_relative(s, m) && !in_participle(s, m) && !in_nested(s, m))
		times_scope_before(s, m);
}

/* A length, and no distance: "detained for three days before being released", "quit after 23 years following …". */
static bool is_length(const struct scan *s, uint32_t i)
{
	return i > s->start && scan_is_any(s, i - 1, "for", "after", "in", "within", "over");
}

void times_scope_distances(const struct reading *r, struct time_mentions *times)
{
	for (uint32_t i = 0; i < times->n; i++) {
		struct sentence at = r->sentences.at[times->at[i].sentence];
		struct scan s = {.tokens = r->tokens.at, .start = at.first, .end = at.first + at.n};

		if (times->at[i].timex.kind == TIMEX_DISTANT && !is_length(&s, times->at[i].first))
			settle_distance(&s, times, i);
		else if (i > 0)
			share_scope(&s, times, i);
	}
}
