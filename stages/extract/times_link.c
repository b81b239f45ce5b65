/* What time expressions have to do with each other: anchors, ranges, years. */
#include "times.h"
#include "times_grammar.h"

enum { LOOK_BACK = 12, CHAIN_LENGTH = TIMEX_CHAIN - 1, FEW_YEARS = 4 };

/* Does it name a day, a month or a year that others can count from? */
static bool is_anchor(const struct time_mention *m)
{
	const struct timex_point *p = &m->timex.at;

	if (m->timex.kind != TIMEX_POINT && m->timex.kind != TIMEX_RANGE && m->timex.kind != TIMEX_SINCE &&
	    m->timex.kind != TIMEX_UNTIL)
		return false;
	if (p->shift >= TIMEX_VAGUE_SHIFT || p->shift <= -TIMEX_VAGUE_SHIFT)
		return false;
	return times_has_date(p) || p->feast;
}

static bool names_day(const struct timex_point *p)
{
	return p->day || p->weekday || p->feast || p->unit == UNIT_DAY || (p->shift && p->per <= UNIT_WEEK);
}

/* Does the expression, counted from what was told, want a day? */
static bool wants_day(const struct timex_expr *t)
{
	if (t->kind == TIMEX_DISTANT)
		return t->unit <= UNIT_WEEK || t->exact;
	if (t->at.shift)
		return t->at.per <= UNIT_WEEK;
	return (t->at.unit && t->at.unit <= UNIT_WEEK) || t->at.hour != TIMEX_NO_CLOCK || t->at.daypart;
}

static uint32_t chain_length(const struct time_mentions *times, uint32_t i)
{
	uint32_t n = 0;

	for (; i != TIME_NONE && n <= CHAIN_LENGTH; i = times->at[i].told)
		n++;
	return n;
}

/* "In April 2017 … three days later": days after a month, or after "in 2017", are of it, and not days after what was
 * told before. "The 1985 quake" has no days that anybody counts from, nor have hours a month. */
static bool is_whole(const struct time_mention *m, const struct timex_expr *at)
{
	bool days = at->at.hour == TIMEX_NO_CLOCK && !at->at.daypart && (!at->at.shift || at->at.per >= UNIT_DAY);

	return days && is_anchor(m) && m->timex.kind == TIMEX_POINT && m->timex.at.year &&
	       (m->timex.at.month || m->lead) && !names_day(&m->timex.at);
}

static bool is_of_future(const struct timex_expr *t)
{
	bool back = t->at.from == FROM_NOW && (t->at.shift < 0 || (t->at.which < 0 && !t->at.shift));

	return t->tense == TIMEX_TENSE_FUTURE && !t->at.year && !back;
}

/* A clock or a part of the day without a date belongs to the date of its sentence, else of the tale. */
static bool lacks_date(const struct timex_expr *t)
{
	return t->kind == TIMEX_POINT && !times_has_date(&t->at) && (t->at.hour != TIMEX_NO_CLOCK || t->at.daypart);
}

/* Can mention i count from mention k, told before it? */
static bool can_be_told(const struct time_mentions *times, uint32_t i, uint32_t k)
{
	const struct time_mention *at = &times->at[i], *m = &times->at[k];
	bool day = wants_day(&at->timex);

	/* "delayed until next Tuesday. One guard was killed before dawn": not of a day to come */
	if (at->timex.tense == TIMEX_TENSE_PAST && is_of_future(&m->timex) && !times->narrative)
		return false;
	if (!is_anchor(m) || chain_length(times, k) >= CHAIN_LENGTH)
		return false;
	return !day || names_day(&m->timex.at) || (is_whole(m, &at->timex) && at->sentence - m->sentence <= 1);
}

static uint32_t find_told(const struct reading *r, const struct time_mentions *times, uint32_t i)
{
	uint32_t said = TIME_NONE;

	for (uint32_t k = i, steps = 0; k > 0 && steps < LOOK_BACK; k--, steps++) {
		const struct time_mention *m = &times->at[k - 1];
		bool of_saying = m->said_by != TIME_NONE && m->sentence != times->at[i].sentence;

		struct sentence at = r->sentences.at[m->sentence];
		struct scan s = {.r = r, .tokens = r->tokens.at, .start = at.first, .end = at.first + at.n};

		if (!can_be_told(times, i, k - 1) || times_is_of_thing(&s, m) || times_is_stamp(&s, m))
			continue;
		/* "on Sunday night, police said on Monday. He opened fire at 10 p.m.": on Sunday */
		if (!of_saying || !lacks_date(&times->at[i].timex))
			return k - 1;
		said = said == TIME_NONE ? k - 1 : said;
	}
	return said;
}

static bool lacks_year(const struct timex_point *p)
{
	return (p->month || p->part || p->feast) && !p->year && !p->unit && p->which == TIMEX_NO_WHICH;
}

/* The year that the sentence has set: "In 2011 … in March", "in March 2011 … in April". */
static uint32_t year_in_sentence(const struct reading *r, const struct time_mentions *times, uint32_t i)
{
	uint32_t first = r->sentences.at[times->at[i].sentence].first;

	for (uint32_t k = i; k > 0 && times->at[k - 1].sentence == times->at[i].sentence; k--) {
		const struct time_mention *m = &times->at[k - 1];
		bool sets = m->timex.at.month || m->first <= first + 1;

		if (m->timex.kind == TIMEX_POINT && m->timex.at.year && m->timex.at.year < TIMEX_SHORT_YEAR &&
		    !m->timex.at.span && sets)
			return k - 1;
	}
	return TIME_NONE;
}

/* "between April and June 2012": the year of the second is the first's. */
static void share_year(struct time_mentions *times, uint32_t i)
{
	struct timex_point *a = &times->at[i].timex.at, *b = &times->at[i + 1].timex.at;

	if (lacks_year(a) && !lacks_year(b) && b->year && b->month && a->month <= b->month)
		a->year = b->year;
}

/* The token that may join the two: the one behind a, when b follows at once or after one more; in
 * "January-to-March" the second of three. */
static uint32_t joint(const struct scan *s, const struct time_mention *a, const struct time_mention *b)
{
	uint32_t end = a->first + a->n;

	if (a->sentence == b->sentence && b->first == end + 3 && scan_is(s, end, "-") && scan_is(s, end + 2, "-"))
		return end + 1;
	return a->sentence == b->sentence && b->first > end && b->first - end <= 2 ? end : TIME_NONE;
}

static bool is_weekday_alone(const struct timex_point *p)
{
	return p->weekday && !p->day && !p->unit && !p->nth && !p->shift && p->which == TIMEX_NO_WHICH &&
	       p->from == FROM_NOTHING;
}

/* "from April to June", "between 2009 and 2011": two mentions, one range. */
static void link_ranges(const struct reading *r, struct time_mentions *times)
{
	struct scan s = {.tokens = r->tokens.at, .start = 0, .end = (uint32_t)r->tokens.n};

	for (uint32_t i = 0; i + 1 < times->n; i++) {
		struct time_mention *a = &times->at[i], *b = &times->at[i + 1];
		bool between, from;
		uint32_t at;

		if (a->until != TIME_NONE || !is_anchor(a) || !is_anchor(b) || a->timex.kind == TIMEX_RANGE ||
		    b->timex.kind == TIMEX_RANGE)
			continue;
		at = joint(&s, a, b);
		between = a->first > 0 && scan_is(&s, a->first - 1, "between") && scan_is(&s, at, "and");
		from = scan_is_any(&s, at, "to", "until", "till", "through", "-", "\xe2\x80\x93", "\xe2\x80\x94");
		if (between || from) {
			a->until = i + 1;
			share_year(times, i);
			if (b->timex.kind == TIMEX_UNTIL)
				b->timex.kind = TIMEX_POINT;
			b->timex.tense = a->timex.tense;
			if (is_weekday_alone(&a->timex.at) &&
			    is_weekday_alone(&b->timex.at)) { /* the first behind it */
				b->timex.at.from = FROM_TOLD;
				b->timex.tense = TIMEX_TENSE_FUTURE;
				b->told = i;
			}
		} else if (scan_is_any(&s, at, "and", "or", ",")) {
			share_year(times, i); /* "in April and June 2012" */
		}
	}
}

/* "the 1956 Atlantic hurricane season": whatever is told is of it. */
static bool is_season(const struct reading *r, const struct time_mention *m)
{
	enum { REACH = 5 }; /* [tokens] */

	for (uint32_t i = m->first + m->n; i < r->tokens.n && i < m->first + m->n + REACH; i++) {
		if (r->tokens.at[i].kind == TOKEN_MARK && !str_is(r->tokens.at[i].text, "-"))
			return false;
		if (str_is(r->tokens.at[i].lower, "season"))
			return true;
	}
	return false;
}

/* "In August 1983 a storm … On August 28": where no day of publication is known, and hardly one told from it ("on
 * Friday", "yesterday"), a text that tells a year before any date that lacks one goes on in that year. */
static bool begins_with_year(const struct reading *r, const struct time_mentions *times)
{
	enum { LEAD = 4 }; /* [sentences] */
	bool told = false;

	for (size_t i = 0; i < times->n && (told || times->at[i].sentence < LEAD); i++) {
		const struct timex_expr *t = &times->at[i].timex;
		const struct timex_point *p = &t->at;

		if (t->kind != TIMEX_POINT && t->kind != TIMEX_RANGE)
			continue;
		if (p->year && p->year < TIMEX_SHORT_YEAR && !p->span)
			told |= p->month || is_season(r, &times->at[i]); /* not "between 1964 and 1970" */
		else if (lacks_year(p))
			return told;
	}
	return false;
}

/* A tale of other years: it names years, and rarely the day or week of a report. */
static bool is_narrative(const struct reading *r, const struct time_mentions *times, int published_year)
{
	enum { FEW_REPORTS = 8 }; /* one in so many dates */
	size_t years = 0, reports = 0, dates = 0;

	for (size_t i = 0; i < times->n; i++) {
		const struct timex_expr *t = &times->at[i].timex;

		dates += t->at.month && !t->at.year;
		if (t->at.year && t->at.year < TIMEX_SHORT_YEAR && (!published_year || t->at.year < published_year))
			years++;
		if (t->kind == TIMEX_POINT && (t->at.from == FROM_NOW || (t->at.weekday && !t->at.day)))
			reports++;
	}
	return (years >= FEW_YEARS && years > 3 * reports) ||
	       (!published_year && FEW_REPORTS * reports <= dates && begins_with_year(r, times));
}

/* "10:30 p.m. (2230 GMT) on Monday": the date that follows within a few tokens. */
static uint32_t date_ahead(const struct time_mentions *times, uint32_t i)
{
	enum { NEAR = 4 };

	for (uint32_t k = i + 1; k < times->n && k <= i + 2; k++) {
		const struct time_mention *before = &times->at[k - 1], *m = &times->at[k];

		if (m->sentence != before->sentence || m->first - (before->first + before->n) > NEAR)
			break;
		if (m->timex.at.hour != TIMEX_NO_CLOCK && times_has_date(&m->timex.at))
			break; /* "noon local time (5 p.m. Thursday ET)": the day there */
		if (is_anchor(m) && names_day(&m->timex.at) && m->timex.at.from != FROM_TOLD)
			return k;
	}
	return TIME_NONE;
}

/* A clock or a part of the day belongs to the date of its sentence; told as past, also to
 * that of the sentences before. */
static bool is_near(const struct time_mention *told, const struct time_mention *m)
{
	uint32_t reach = m->timex.tense == TIMEX_TENSE_PAST ? 3 : 0;

	return m->sentence - told->sentence <= reach;
}

/* "Someone opened fire about 9 p.m. Four men were shot in the park on Wednesday": the day of a clock that leads a tale
 * is told soon after it. */
static uint32_t day_soon_after(const struct reading *r, const struct time_mentions *times, uint32_t i)
{
	enum { SENTENCES = 3 };
	const struct time_mention *clock = &times->at[i];

	for (uint32_t k = i + 1; k < times->n && times->at[k].sentence <= clock->sentence + SENTENCES; k++) {
		const struct time_mention *m = &times->at[k];
		const struct timex_point *p = &m->timex.at;

		if (m->timex.kind != TIMEX_POINT || m->said_by != TIME_NONE || m->reach == TIME_NONE ||
		    m->timex.at.hour != TIMEX_NO_CLOCK || r->block_of[m->sentence] != r->block_of[clock->sentence])
			continue;
		if (names_day(p))
			return m->timex.tense == TIMEX_TENSE_PAST && p->weekday && !p->shift && !p->from ? k
													 : TIME_NONE;
	}
	return TIME_NONE;
}

/* "in January-March … a year earlier": from all of the months, whose end is the date told last. */
static bool is_span_earlier(const struct time_mentions *times, const struct timex_point *p, uint32_t told)
{
	const struct timex_point *end = &times->at[told].timex.at;

	return p->shift && p->per >= UNIT_MONTH && !wants_day(&times->at[told].timex) && end->month && !end->day &&
	       told > 0 && times->at[told - 1].until == told;
}

static void anchor(const struct reading *r, struct time_mentions *times, uint32_t i)
{
	struct time_mention *m = &times->at[i];
	struct timex_expr *t = &m->timex;
	struct timex_point *p = &t->at;

	if (lacks_date(t) && (m->told = date_ahead(times, i)) != TIME_NONE) {
		p->from = FROM_TOLD;
	} else if (lacks_date(t)) {
		m->told = find_told(r, times, i);
		bool night = str_eq(r->tokens.at[m->first].lower, STR("overnight"));
		bool near = m->told != TIME_NONE && is_near(&times->at[m->told], m) &&
			    (!night || times->at[m->told].sentence == m->sentence);

		if (near || times->narrative)
			p->from = FROM_TOLD;
		else
			m->told = t->tense == TIMEX_TENSE_PAST && p->hour != TIMEX_NO_CLOCK && m->said_by == TIME_NONE
					  ? day_soon_after(r, times, i)
					  : TIME_NONE;
		if (m->told != TIME_NONE)
			p->from = FROM_TOLD;
		/* "the clinic opens at 9 a.m.": of no day in particular */
		if (!p->from &&
		    (times->phrase || t->tense == TIMEX_TENSE_PAST || t->tense == TIMEX_TENSE_UNKNOWN || p->daypart))
			p->from = FROM_NOW;
		if (p->from == FROM_NOW && night) {
			p->unit = UNIT_DAY; /* the night that ended on the day of publication */
			p->which = t->tense == TIMEX_TENSE_FUTURE ? 0 : -1;
		}
	} else if (p->from == FROM_NOTHING && (lacks_year(p) || (p->day && !p->month && times->narrative))) {
		m->told = times->narrative ? find_told(r, times, i) : year_in_sentence(r, times, i);
		if (m->told != TIME_NONE)
			p->from = t->end.from = FROM_TOLD;
	} else if (times->narrative && p->from == FROM_NOTHING && (p->which == 1 || p->which == -1) &&
		   (p->month || p->part || p->feast) && (m->told = find_told(r, times, i)) != TIME_NONE) {
		p->from = FROM_TOLD; /* "the next spring" of the tale */
	} else if (times->narrative && p->from == FROM_NOW && p->mod && p->unit && p->which == 0) {
		p->from = FROM_TOLD; /* "the end of the year" of the tale */
		m->told = find_told(r, times, i);
	} else if (m->told != TIME_NONE) {
		return; /* the end of a range */
	} else if (p->from == FROM_TOLD || t->kind == TIMEX_DISTANT) {
		m->told = find_told(r, times, i);
		if (m->told != TIME_NONE && is_span_earlier(times, p, m->told))
			m->told--;
		if (m->told == TIME_NONE && t->kind == TIMEX_SINCE && !times_has_date(p))
			t->kind = TIMEX_VAGUE; /* "since then", and nothing was told */
	}
}

/* A document that is a lone phrase without a verb, as in a search: it looks ahead. */
static bool is_phrase(const struct reading *r)
{
	if (r->tokens.n > 12)
		return false;
	for (size_t i = 0; i < r->tokens.n; i++) {
		enum tag t = (enum tag)r->tokens.at[i].tag;

		if ((tag_is_verb(t) && t != TAG_VBN && t != TAG_VBG) || t == TAG_MD)
			return false;
	}
	return true;
}

/* A lone sentence: what it says of one span is one expression, with its open sides. */
static bool is_note(const struct reading *r)
{
	return r->sentences.n <= 2 && r->tokens.n <= 30;
}

/* A quarter, a decade, the week of a day, "that month": told by its days. */
static bool is_span(const struct timex_expr *t)
{
	const struct timex_point *p = &t->at;
	enum { QUARTERS = 33 };

	if (t->kind != TIMEX_POINT || p->mod || p->shift || p->hour != TIMEX_NO_CLOCK)
		return false;
	return p->part >= QUARTERS || p->span == 10 || p->unit == UNIT_QUARTER || p->unit == UNIT_HALF ||
	       p->unit == UNIT_DECADE || (p->of == UNIT_WEEK && p->day) ||
	       (p->from == FROM_TOLD && p->which == 0 && p->unit >= UNIT_WEEKEND && !p->weekday && !p->month);
}

static void tell_whole(struct time_mentions *times)
{
	size_t kept = 0;

	for (size_t i = 0; i < times->n; i++) {
		struct time_mention m = times->at[i];

		if (m.until != TIME_NONE && m.until < times->n) {
			const struct time_mention *end = &times->at[m.until];

			m.timex.kind = TIMEX_RANGE;
			m.timex.end = end->timex.at;
			m.n = end->first + end->n - m.first;
			m.end = end->end;
			m.until = TIME_NONE;
			i++;
		}
		if (m.timex.kind == TIMEX_DURATION &&
		    m.timex.sign) /* "the previous three quarters": there is no story */
			m.timex.kind = m.timex.sign < 0 ? TIMEX_PAST : TIMEX_COMING;
		m.timex.whole = m.timex.kind == TIMEX_SINCE || m.timex.kind == TIMEX_UNTIL ||
				m.timex.kind == TIMEX_PAST || m.timex.kind == TIMEX_COMING ||
				m.timex.kind == TIMEX_RANGE || is_span(&m.timex);
		times->at[kept++] = m;
	}
	times->n = kept;
}

void times_link(const struct reading *r, struct time_mentions *times)
{
	times->phrase = is_phrase(r);
	for (uint32_t i = 0; times->phrase && i < times->n; i++)
		times->at[i].timex.tense = TIMEX_TENSE_FUTURE;
	link_ranges(r, times);
	times_year_ago(r, times);
	if (is_note(r))
		tell_whole(times);
	times_listed(r, times);
	times->narrative = is_narrative(r, times, r->published.date.year);
	for (uint32_t i = 0; i < times->n; i++)
		anchor(r, times, i);
	times_scope_distances(r, times);
}
