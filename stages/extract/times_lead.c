/* What stands before a date and makes more of it than a point: "since", "by", the verb of saying that it hangs on. */
#include "figure_words.h"
#include "sudden.h"
#include "times.h"
#include "times_grammar.h"

/* "since the war began with protests in 2011", "since the vote on 3 May": the "since" whose clause or noun holds the
 * date that is led in at `lead`; TIME_NONE: there is none, or it has a date of its own. */
static uint32_t since_of(const struct scan *s, uint32_t lead)
{
	enum { CLAUSE = 14, NOUN = 6 };
	bool verb = false;

	for (uint32_t k = lead; k > s->start && lead - k < CLAUSE; k--) {
		if (scan_is_any(s, k - 1, ",", ";", ":", "(", ")", "when", "where", "who", "which", "that", "and",
				"but"))
			return TIME_NONE;
		verb |= scan_is_any(s, k - 1, "beginning", "start", "onset", "outbreak", "launch", "eruption");
		if (scan_is(s, k - 1, "since"))
			return (verb || lead - k < NOUN) && !scan_year(s, k) ? k - 1 : TIME_NONE;
		verb |= tag_is_verb((enum tag)s->tokens[k - 1].tag);
	}
	return TIME_NONE;
}

/* "no later than Friday", "more than two days before the vote of 3 May": the date bounds. */
static bool beyond(const struct scan *s, uint32_t than, struct timex_expr *t)
{
	if (!times_has_date(&t->at) || than == s->start)
		return false;
	if (scan_is_any(s, than - 1, "later", "earlier", "sooner") && scan_is_any(s, than - 2, "no", "not")) {
		t->kind = scan_is(s, than - 1, "later") ? TIMEX_UNTIL : TIMEX_SINCE;
		return true;
	}
	if (!scan_is(s, than - 1, "more") || !t->at.shift || t->at.per > UNIT_WEEK ||
	    !(t->at.month || t->at.feast || t->at.weekday || t->at.unit))
		return false;
	t->kind = t->at.shift < 0 ? TIMEX_UNTIL : TIMEX_SINCE;
	t->at.mod = t->at.shift < 0 ? MOD_BEFORE : MOD_AFTER;
	return true;
}

/* "the deadliest attack since December", "the first since 2011"; "at least 12 since" is none. */
static bool is_likened(const struct scan *s, uint32_t since)
{
	for (uint32_t k = since; k > s->start && since - k < 8; k--) {
		enum tag t = (enum tag)s->tokens[k - 1].tag;
		bool bound = k > s->start + 1 && scan_is(s, k - 2, "at");

		if (((t == TAG_JJS || t == TAG_RBS) && !bound) || scan_is(s, k - 1, "first"))
			return true;
	}
	return false;
}

struct lead {
	enum timex_kind kind;
	enum timex_mod mod;
};

/* "were not found until Tuesday": they were, on that day. */
static bool is_not_until(const struct scan *s, uint32_t at)
{
	enum { REACH = 7 };

	for (uint32_t i = at; i > s->start && at - i < REACH; i--) {
		if (scan_is_any(s, i - 1, "not", "n't", "never"))
			return true;
		if (scan_is_any(s, i - 1, ",", ";", ":", "and", "but", "from", "that"))
			return false;
	}
	return false;
}

static bool opens_end(const struct scan *s, uint32_t at, struct lead *lead)
{
	*lead = (struct lead){TIMEX_NONE, MOD_NONE};
	if (scan_is(s, at, "by") && at > s->start && scan_is_any(s, at - 1, "-", "drive", "driven"))
		return false; /* "hurt in a drive-by Monday" */
	if (scan_is(s, at, "through") && at > s->start && scan_is_any(s, at - 1, "all", "right", "half", "halfway"))
		return false; /* "all through the summer" */
	if (scan_is_any(s, at, "since", "starting", "effective"))
		*lead = (struct lead){TIMEX_SINCE, MOD_NONE};
	else if (scan_is_any(s, at, "until", "till", "through", "by"))
		*lead = (struct lead){TIMEX_UNTIL, MOD_NONE};
	else if (scan_is(s, at, "before") && at > s->start && scan_is(s, at - 1, "not"))
		*lead = (struct lead){TIMEX_SINCE, MOD_NONE}; /* "not before June" */
	else if (scan_is(s, at, "before"))
		*lead = (struct lead){TIMEX_UNTIL, MOD_BEFORE};
	else if (scan_is(s, at, "after"))
		*lead = (struct lead){TIMEX_SINCE, MOD_AFTER};
	return lead->kind != TIMEX_NONE;
}

static bool is_verb(const struct scan *s, uint32_t i)
{
	return i < s->end && tag_is_verb((enum tag)s->tokens[i].tag);
}

/* "killed by Friday's quake", "hit by the 2010 quake": what did it, and no time by which it was done; "by Friday's
 * deadline" is one. */
static bool is_doer(const struct scan *s, uint32_t by, uint32_t i, uint32_t end)
{
	bool owned = scan_is(s, end, "'s");

	return scan_is(s, by, "by") && (owned || (by + 1 < i && scan_is_noun(s, end))) &&
	       !scan_is_any(s, end + owned, "deadline", "end", "close");
}

/* "after Friday's raid" names Friday, and no open end. */
uint32_t times_lead(const struct scan *s, uint32_t i, uint32_t n, struct timex_expr *t)
{
	bool alone =
		i + n >= s->end || !(scan_is(s, i + n, "'s") || scan_is_noun(s, i + n) || t->at.hour != TIMEX_NO_CLOCK);

	uint32_t the = i > s->start && scan_is(s, i - 1, "the") ? 1 : 0, at, hedge;
	struct lead lead;

	if (i - the == s->start || t->kind != TIMEX_POINT)
		return 0;
	hedge = scan_hedge(s, i - the);
	if (hedge && scan_is_any(s, i - the - hedge - 1, "since", "until", "till", "by"))
		the += hedge; /* "until at least Friday" */
	at = i - the - 1;
	/* "before dawn on Friday", "through Friday night": when it was, not until when */
	if (t->at.daypart && t->at.hour == TIMEX_NO_CLOCK && scan_is_any(s, at, "before", "through"))
		return the + 1;
	if (scan_is(s, at, "than") && beyond(s, at, t))
		return the + 2;
	if (scan_is(s, at, "as") && scan_is(s, at - 1, "late") && times_has_date(&t->at)) {
		t->kind = TIMEX_UNTIL;
		return the + 3;
	}
	if (scan_is_any(s, at, "until", "till") && is_not_until(s, at))
		return the + 1;
	if (opens_end(s, at, &lead) && times_has_date(&t->at) && (alone || !lead.mod) && !is_doer(s, at, i, i + n)) {
		t->kind = lead.kind;
		if (lead.mod && !t->at.mod)
			t->at.mod = lead.mod;
		return the + 1;
	}
	if (at > s->start && scan_is(s, at, "on") && times_has_date(&t->at) &&
	    scan_is_any(s, at - 1, "starting", "beginning", "effective")) {
		t->kind = TIMEX_SINCE;
		return the + 2;
	}
	if (times_has_date(&t->at) && t->at.hour == TIMEX_NO_CLOCK && !is_verb(s, i + n) &&
	    since_of(s, scan_is_any(s, at, "on", "in") ? at : at + 1) != TIME_NONE)
		t->kind = TIMEX_SINCE;
	return scan_is_any(s, at, "on", "in", "at", "during") ? the + 1 : the;
}

/* "in a statement issued on Friday", "a report published Monday": the paper was given then. */
static bool gives_paper(const struct scan *s, uint32_t i)
{
	static const char *const papers[] = {"statement", "report", "reports", "update", "bulletin", "release",
					     "message",	  "video",  "note",    "letter", "post",     NULL};

	if (i == s->start || !scan_is_any(s, i, "issued", "released", "published", "posted", "dated", "aired"))
		return false;
	for (size_t k = 0; papers[k]; k++)
		if (scan_is(s, i - 1, papers[k]))
			return true;
	return false;
}

/* "The shooting was reported at 11:42 a.m. Monday": a call for help, while it went on. */
static bool is_called_in(const struct scan *s, uint32_t verb, uint32_t i)
{
	const struct token *clock = &s->tokens[i];

	return scan_is(s, verb, "reported") && verb > s->start + 1 && scan_is_any(s, verb - 1, "was", "were") &&
	       sudden_noun(s->r, verb - 2) && clock->flags & TOKEN_DIGIT;
}

/* "responded about 7:30 p.m. Friday | to a report of a shooting": they came, and said nothing. */
static bool is_sent_out(const struct scan *s, uint32_t verb, uint32_t end)
{
	enum { NEAR = 4 };

	if (!scan_is_any(s, verb, "responded", "respond", "responding") || !scan_is(s, end, "to"))
		return false;
	for (uint32_t k = end + 1; k + 1 < s->end && k - end <= NEAR; k++)
		if (scan_is_any(s, k, "report", "reports", "call", "calls"))
			return scan_is_any(s, k + 1, "of", "about", "for", "from");
	return false;
}

/* The nearest verb before it, no comma between. */
uint32_t times_said_by(const struct scan *s, uint32_t i, uint32_t n)
{
	if (scan_is(s, i + n, "'s") || (i > s->start && scan_is_any(s, i - 1, "a", "the") && scan_is_noun(s, i + n)))
		return TIME_NONE; /* "wanted in Friday's killing", "accused in the May 25 shooting" */
	if (i > s->start + 1 && scan_is(s, i - 1, "of") && scan_is(s, i - 2, "as"))
		return TIME_NONE; /* "reported that as of May 10 …" */
	for (uint32_t k = i; k > s->start && i - k < 8; k--) {
		if (scan_is_any(s, k - 1, ",", ";", ":"))
			break;
		if (tag_is_verb((enum tag)s->tokens[k - 1].tag))
			return (reading_hit(s->r, k - 1, LEXICON_CUES) || gives_paper(s, k - 1)) &&
					       !is_called_in(s, k - 1, i) && !is_sent_out(s, k - 1, i + n) &&
					       !times_is_naming(s, k - 1)
				       ? k - 1
				       : TIME_NONE;
	}
	return TIME_NONE;
}

/* Of what stands before a "since" that likens the date tells nothing: "the deadliest since December, when 11 died"
 * tells of that December, "the worst since they launched an offensive in April" of that April. */
static bool liken(const struct scan *s, struct time_mention *m)
{
	uint32_t lead = m->first - m->lead, end = m->first + m->n;
	bool direct = scan_is(s, lead, "since");

	if (m->timex.kind != TIMEX_SINCE)
		return false;
	uint32_t since = direct ? lead : since_of(s, lead);

	if (since == TIME_NONE || !is_likened(s, since))
		return false;
	m->reach = direct ? m->first : since;
	if (!direct || scan_is(s, end + (scan_is(s, end, ",") ? 1 : 0), "when"))
		m->timex.kind = TIMEX_POINT;
	else
		m->reach = TIME_NONE;
	return true;
}

/* Does it name what lies months or years back: "a year earlier", "last year", "the previous quarter"? */
static bool is_of_before(const struct timex_point *p)
{
	return (p->shift < 0 && p->per >= UNIT_WEEK) || (p->unit >= UNIT_WEEK && p->which < 0);
}

/* "rose 4% | from a year earlier", "up 3% | on the previous quarter", "worse | than last year": what it is compared
 * with; but "rose from last year to this". */
static bool is_base(const struct scan *s, const struct time_mention *m, uint32_t at)
{
	enum { REACH = 14 };
	uint32_t end = m->first + m->n;

	const struct timex_point *p = &m->timex.at;
	bool number = scan_is(s, end, "'s") && end + 1 < s->end && s->tokens[end + 1].tag == TAG_CD;
	bool year = p->year && !p->month && !p->part && !p->span;

	/* "to 300 | from Monday's 200", "12% | from 2022" */
	if (m->timex.kind != TIMEX_POINT || !(is_of_before(p) || (scan_is(s, at, "from") && (number || year))))
		return false;
	if (scan_is_any(s, at, "than", "versus", "vs", "vs.", "against"))
		return true;
	if (!scan_is_any(s, at, "from", "on") && !(scan_is(s, at, "over") && p->from == FROM_TOLD))
		return false;
	if ((scan_is(s, end, "'s") && !number) || (scan_is_any(s, end, "to", "until", "through", "-") && !p->shift))
		return false;
	for (uint32_t i = at; i > s->start && at - i < REACH; i--)
		if (figure_word(s->r, i - 1, FUNCTION_CHANGE_UP) || figure_word(s->r, i - 1, FUNCTION_CHANGE_DOWN))
			return true;
	return false;
}

/* "from | 157 recorded in January": the "from" of a number that the time says more of; the sentence's start: none. */
static uint32_t from_number(const struct scan *s, uint32_t lead)
{
	enum { WORDS = 3 };
	uint32_t i = lead;

	while (i > s->start + 1 && lead - i < WORDS &&
	       (s->tokens[i - 1].tag == TAG_VBN || s->tokens[i - 1].tag == TAG_VBD))
		i--;
	return i > s->start + 1 && s->tokens[i - 1].kind == TOKEN_NUMBER && scan_is(s, i - 2, "from") ? i - 2
												      : s->start;
}

/* Where a comparison that holds the time begins: "| up from 6.1 million a year ago", "| compared with 45,000 in 2022",
 * "rose to 305 | from 265 a week earlier", "30,000 | more than on July 18", "| like the 2018 fire"; the sentence's
 * start where there is none. */
static uint32_t comparison_of(const struct scan *s, const struct time_mention *m)
{
	enum { REACH = 8 };
	uint32_t lead = m->first - m->lead; /* "on a year earlier" has its "on" within */

	if (lead > s->start && is_base(s, m, lead - 1))
		return lead - 1;
	if (m->lead && scan_is(s, lead, "on") && is_base(s, m, lead))
		return lead;
	if (from_number(s, lead) != s->start)
		return from_number(s, lead);
	for (uint32_t i = m->first; i > s->start + 1 && m->first - i < REACH; i--) {
		enum tag tag = (enum tag)s->tokens[i - 1].tag;
		bool from = scan_is(s, i - 1, "from");

		if ((from && scan_is_any(s, i - 2, "up", "down")) ||
		    (scan_is_any(s, i - 1, "with", "to") && scan_is(s, i - 2, "compared")))
			return i - 2;
		if (scan_is(s, i - 1, "than") && scan_is_any(s, i - 2, "more", "fewer", "less", "higher", "lower"))
			return i - 2;
		if (scan_is_any(s, i - 1, "like", "unlike") && tag == TAG_IN)
			return i - 1;
		if (tag == TAG_COMMA || tag == TAG_COLON || tag_is_verb(tag))
			break;
	}
	return s->start;
}

/* Where an addition that holds the time and a number of its own begins: "600 have died, | with nine deaths recorded in
 * the last 24 hours"; the sentence's start where there is none. */
static uint32_t addition_of(const struct scan *s, const struct time_mention *m)
{
	enum { REACH = 16 };
	bool number = false;

	for (uint32_t i = m->first; i > s->start && m->first - i < REACH; i--) {
		const struct token *t = &s->tokens[i - 1];

		if (t->tag == TAG_COMMA)
			return number && scan_is(s, i, "with") ? i : s->start;
		if (tag_is_verb((enum tag)t->tag) && t->tag != TAG_VBN && t->tag != TAG_VBG)
			break;
		number |= t->tag == TAG_CD;
	}
	return s->start;
}

/* Where the number begins whose last token is before i, with "at least", "more than". */
static uint32_t number_start(const struct scan *s, uint32_t i)
{
	while (i > s->start && (s->tokens[i - 1].tag == TAG_CD || scan_is_any(s, i - 1, "at", "least", "more", "than",
									      "about", "some", "nearly", "over")))
		i--;
	return i;
}

/* "have died …, including | three people on Monday": what has gone on until now has no day. */
static bool is_of_perfect(const struct scan *s, uint32_t including)
{
	bool perfect = false;

	for (uint32_t i = s->start; i < including; i++) {
		if (s->tokens[i].tag == TAG_VBD)
			return false;
		perfect |= scan_is_any(s, i, "has", "have");
	}
	return perfect;
}

/* "including | 12", "including 12 on Wednesday and | three" */
static bool is_included(const struct scan *s, uint32_t number)
{
	enum { REACH = 14 };

	for (uint32_t i = number; i > s->start && number - i < REACH; i--) {
		if (scan_is(s, i - 1, "including"))
			return true;
		if (tag_is_verb((enum tag)s->tokens[i - 1].tag) || (i == number && !scan_is_any(s, i - 1, "and", ",")))
			break;
	}
	return false;
}

/* Where a part that has the time for itself begins: "50 have died, including | one on Monday", "750,000 displaced,
 * | 300,000 of them this year"; not "killed 12, including three children, on Monday". The sentence's start: none. */
static uint32_t part_of(const struct scan *s, const struct time_mention *m)
{
	enum { REACH = 5 };
	uint32_t end = m->first - m->lead, i;

	while (end > s->start && scan_is_any(s, end - 1, "in", "the", "over", "during"))
		end--;
	i = end;
	bool of = i > s->start + 2 && scan_is(s, i - 2, "of") &&
		  scan_is_any(s, i - 1, "them", "whom", "which", "these", "those");

	i = number_start(s, of ? i - 2 : i);
	if (i == s->start)
		return s->start;
	if (i < (of ? end - 2 : end))
		return (of && s->tokens[i - 1].tag == TAG_COMMA) || is_included(s, i) ? i : s->start;
	for (; i > s->start && end - i < REACH; i--) {
		enum tag tag = (enum tag)s->tokens[i - 1].tag;

		if (scan_is(s, i - 1, "including"))
			return m->timex.kind == TIMEX_POINT && m->timex.at.weekday && is_of_perfect(s, i - 1)
				       ? i
				       : s->start;
		if (tag_is_verb(tag) || tag == TAG_COMMA)
			break;
	}
	return s->start;
}

void times_reach(const struct scan *s, struct time_mention *m)
{
	m->reach_end = TIME_NONE;
	if (liken(s, m))
		return;
	uint32_t lead = m->first - m->lead, end = m->first + m->n;

	if (lead > s->start && scan_is(s, end, "to") && is_base(s, m, lead - 1))
		m->reach_end = end; /* "rose 4% from a year earlier | to $3 billion" */
	m->reach = comparison_of(s, m);
	if (m->reach != s->start && scan_is(s, m->reach, "from") && scan_is_any(s, end, ",", "and"))
		m->reach_end = end; /* "to 527 from 157 recorded in January | and deaths doubled to eight" */
	m->reach = m->reach != s->start ? m->reach : addition_of(s, m);
	m->reach = m->reach != s->start ? m->reach : part_of(s, m);
}
