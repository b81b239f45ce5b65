#include "times.h"

#include "times_grammar.h"

/* Kinds that make an expression only with others near. */
#define SUPPORTING                                                                                                     \
	(KIND(NONE) | KIND(COUNT) | KIND(ORDINAL) | KIND(NUMBER) | KIND(WHICH) | KIND(WHICH_TOLD) | KIND(STRETCH) |    \
	 KIND(MOD) | KIND(DIRECTION) | KIND(EVERY) | KIND(TIMES) | KIND(LOCAL))
/* Kinds around times, that begin none. */
#define AROUND (KIND(PLAN) | KIND(DONE) | KIND(TIMETABLE) | KIND(PUT_OFF) | KIND(COUNTED) | KIND(NUMBERED))

static bool is_kind(const struct atom *a, uint64_t kinds)
{
	return UINT64_C(1) << a->kind & kinds;
}

static bool core_follows(const struct scan *s, uint32_t i)
{
	enum { NEAR = 6 };

	for (uint32_t k = i + 1; k < s->end && k <= i + NEAR; k++)
		if (!is_kind(&s->atoms[k], SUPPORTING | AROUND) ||
		    (s->atoms[k].kind == ATOM_NUMBER && s->atoms[k].digits == 4))
			return true;
	return false;
}

/* Words without a meaning of their own that expressions begin with. */
static bool is_opening(struct str lower)
{
	switch (lower.n ? lower.at[0] : 0) {
	case 't':
		return str_eq(lower, STR("the"));
	case 'a':
		return scan_word_in(lower, "a", "an", "all", "another", "", "", "");
	case 'h':
		return str_eq(lower, STR("half"));
	case 'l':
		return str_eq(lower, STR("latter"));
	case 'f':
		return str_eq(lower, STR("final"));
	case '\'':
	case '\xe2':
		return scan_word_in(lower, "'", "\xe2\x80\x99", "\xe2\x80\x98", "", "", "", "");
	default:
		return false;
	}
}

static bool opening_begins(const struct scan *s, uint32_t i)
{
	for (uint32_t k = i + 1; k < s->end && k < i + ATOMS_NEAR; k++)
		if (s->atoms[k].kind && s->atoms[k].kind != ATOM_COUNTED)
			return s->atoms[i + 1].kind == ATOM_NUMBER || s->atoms[i + 1].kind == ATOM_ORDINAL ||
			       core_follows(s, i);
	return false;
}

/* Is there an atom or a number at the token or among the next three? Most tokens stand far from both, and begin no
 * time. */
static bool is_near_atom(const struct scan *s, uint32_t i)
{
	uint32_t any;

	static_assert(sizeof any == ATOMS_NEAR, "they are told at once");
	memcpy(&any, s->marks + i, sizeof any);
	return any;
}

/* Can a time expression begin here? Cheap, for most tokens cannot. */
static bool may_begin(const struct scan *s, uint32_t i)
{
	const struct atom *a = &s->atoms[i];
	const struct token *t = &s->tokens[i];

	switch (a->kind) {
	case ATOM_NONE:
		if (t->kind == TOKEN_NUMBER)
			return core_follows(s, i) || (t->lower.n && t->lower.at[t->lower.n - 1] == 'h');
		return is_opening(t->lower) && opening_begins(s, i);
	case ATOM_NUMBER:
		return a->digits == 4 || core_follows(s, i);
	case ATOM_COUNT: /* two of them: a year in words */
		return scan_atom(s, i + 1, ATOM_COUNT) || core_follows(s, i);
	case ATOM_ORDINAL: /* the 13th */
		return t->flags & TOKEN_DIGIT || core_follows(s, i);
	case ATOM_WHICH:
	case ATOM_STRETCH: /* "this", or "current", "recent" */
		return t->lower.at[0] != 't' || core_follows(s, i);
	default:
		return is_kind(a, SUPPORTING) ? core_follows(s, i) : !is_kind(a, AROUND);
	}
}

static uint32_t vague(const struct scan *s, uint32_t i, struct timex_expr *t)
{
	const struct atom *a = scan_atom(s, i, ATOM_VAGUE);

	*t = timex_none();
	t->kind = TIMEX_VAGUE;
	if (!a && (a = scan_atom(s, i, ATOM_ADJECTIVE)) && s->tokens[i].tag != TAG_JJ)
		a = NULL;
	if (!a && (a = scan_atom(s, i, ATOM_WHICH)) && !scan_is(s, i, "current"))
		a = NULL;
	if (!a && scan_is(s, i, "recent"))
		a = scan_atom(s, i, ATOM_STRETCH);
	if (!a)
		return 0;
	/* "in the past year", "the past 20 days" are amounts */
	if (a->value < 0 && a->n > 1 &&
	    (scan_atom(s, i + a->n, ATOM_UNIT) || scan_atom(s, i + a->n, ATOM_UNITS) ||
	     scan_atom(s, i + a->n, ATOM_COUNT) || scan_atom(s, i + a->n, ATOM_NUMBER)))
		return 0;
	if (scan_is(s, i - 1, "as") || scan_is(s, i + 1, "as")) /* "as soon as" */
		return 0;
	/* "soon fled": soon after what was told */
	if (a->value > 0 && a->kind == ATOM_VAGUE && a->n == 1 && times_tense(s, i, a->n) == TIMEX_TENSE_PAST)
		return 0;
	t->which = a->value;
	if (scan_is(s, i, "since")) { /* "since then": since what was told */
		t->kind = TIMEX_SINCE;
		t->at.from = FROM_TOLD;
	}
	return a->n;
}

static uint32_t point(const struct scan *s, uint32_t i, struct timex_expr *t)
{
	*t = timex_none();
	t->kind = TIMEX_POINT;
	return times_point(s, i, &t->at);
}

/* The longest form that begins at i; of equals the first. */
static uint32_t longest(const struct scan *s, uint32_t i, struct timex_expr *t, struct range_cut *cut)
{
	static uint32_t (*const forms[])(const struct scan *, uint32_t, struct timex_expr *) = {times_set, point,
												times_relation, vague};
	uint32_t best = times_range(s, i, t, cut);

	for (size_t f = 0; f < sizeof forms / sizeof *forms; f++) {
		struct timex_expr form;
		uint32_t n = forms[f](s, i, &form);

		if (n > best) {
			best = n;
			*t = form;
			cut->first = 0;
		}
	}
	return best;
}

/* "From Monday, visitors need a permit": what the present tells of a day that a clause begins with has yet to be. */
static bool is_onset(const struct scan *s, uint32_t i, uint32_t n)
{
	bool opens = i == s->start + 1 || (i > s->start + 1 && scan_is_any(s, i - 2, ",", ";", ":"));

	return i > s->start && scan_is(s, i - 1, "from") && opens && !times_joins(s, i, i + n);
}

static void add(struct reading *r, const struct scan *s, uint32_t i, uint32_t n, const struct timex_expr *t,
		struct time_mentions *out)
{
	struct time_mention m = {.first = i, .n = n, .timex = *t, .told = TIME_NONE, .until = TIME_NONE};

	m.start = s->tokens[i].start;
	m.end = s->tokens[i + n - 1].end;
	m.sentence = r->sentence_of[i];
	m.lead = times_lead(s, i, n, &m.timex);
	times_reach(s, &m);
	m.said_by = times_said_by(s, i, n);
	times_scope(s, &m);
	times_attributive(s, &m);
	if (m.timex.kind != TIMEX_DURATION && m.timex.kind != TIMEX_SET && m.timex.kind != TIMEX_VAGUE &&
	    !m.timex.tense)
		m.timex.tense = times_tense(s, i, n);
	if ((m.timex.tense == TIMEX_TENSE_PRESENT || m.timex.tense == TIMEX_TENSE_UNKNOWN) && is_onset(s, i, n))
		m.timex.tense = TIMEX_TENSE_FUTURE;
	m.aim = m.timex.tense == TIMEX_TENSE_FUTURE && times_is_aim(s, i);
	if (m.timex.kind == TIMEX_UNTIL && m.timex.tense != TIMEX_TENSE_PAST)
		m.timex.tense = TIMEX_TENSE_FUTURE;
	if (m.timex.kind == TIMEX_SINCE && m.lead && scan_is(s, i - m.lead, "since"))
		m.timex.tense =
			TIMEX_TENSE_PAST; /* whatever the verb beside it: "puts the toll since March at 5,000" */
	LIST_ADD(r->arena, out, m);
}

/* Is the range, with the words that lead it, all that the sentence holds? */
static bool fills_sentence(const struct scan *s, uint32_t i, uint32_t n)
{
	for (uint32_t k = s->start; k < i; k++)
		if (!scan_is_any(s, k, "from", "between", "on", "in", "during", "the", "("))
			return false;
	return s->end - (i + n) <= 1;
}

/* "12-14 July", "1939-1945": each end is an expression of its own, and the two are one range. */
static void add_two(struct reading *r, const struct scan *s, uint32_t i, uint32_t n, const struct timex_expr *t,
		    const struct range_cut *cut, struct time_mentions *out)
{
	struct timex_expr a = timex_none(), b = timex_none();

	a.kind = b.kind = TIMEX_POINT;
	a.at = t->at;
	b.at = t->end;
	add(r, s, i, cut->first, &a, out);
	out->at[out->n - 1].until = cut->list ? TIME_NONE : (uint32_t)out->n;
	add(r, s, i + cut->second, n - cut->second, &b, out);
	out->at[out->n - 1].timex.kind = TIMEX_POINT;
	out->at[out->n - 1].timex.tense = out->at[out->n - 2].timex.tense;
}

/* "12, 14 and 16 March": each day is an expression; false when none of three stands there. *n: their tokens. */
static bool add_days(struct reading *r, const struct scan *s, uint32_t i, struct time_mentions *out, uint32_t *n)
{
	struct day_list days;

	if (!(*n = times_days(s, i, &days)))
		return false;
	for (uint32_t d = 0; d < days.n; d++) {
		struct timex_expr t = timex_none();

		t.kind = TIMEX_POINT;
		t.at = days.of[d].at;
		t.tense = d ? out->at[out->n - 1].timex.tense : TIMEX_TENSE_UNKNOWN;
		add(r, s, days.of[d].first, days.of[d].n, &t, out);
		if (d && days.of[d - 1].joined)
			out->at[out->n - 2].until = (uint32_t)out->n - 1;
	}
	return true;
}

static bool is_quote(const struct scan *s, uint32_t i)
{
	return scan_is_any(s, i, "\"", "'", "\xe2\x80\x9c", "\xe2\x80\x9d", "\xe2\x80\x98", "\xe2\x80\x99", "``", "''");
}

/* The "9 May" group, the July 26 Movement, 17 June Street: a date that others are called after. */
static bool is_title(const struct scan *s, uint32_t i, uint32_t n)
{
	bool quoted = i > s->start && is_quote(s, i - 1) && is_quote(s, i + n);
	bool capital = i + n < s->end && s->tokens[i + n].flags & TOKEN_CAPITAL;

	return (quoted && s->end - s->start > n + 2) ||
	       (capital && scan_is_any(s, i + n, "movement", "brigade", "brigades", "street", "square", "avenue",
				       "bridge", "boulevard"));
}

static void find_in(struct reading *r, struct scan *s, struct time_mentions *out)
{
	bool tagged = false;

	for (uint32_t i = s->start; i < s->end; i++) {
		struct timex_expr t;
		struct range_cut cut = {0};
		uint32_t n;

		if (!is_near_atom(s, i) || !may_begin(s, i))
			continue;
		if (!tagged) {
			reading_tag(r, r->sentence_of[s->start]);
			tagged = true;
		}
		if (add_days(r, s, i, out, &n)) {
			i += n - 1;
			continue;
		}
		n = longest(s, i, &t, &cut);
		if (!n)
			continue;
		if (t.at.month && is_title(s, i, n)) {
			i += n - 1;
			continue;
		}
		if (cut.first && (cut.list || !fills_sentence(s, i, n)))
			add_two(r, s, i, n, &t, &cut, out);
		else
			add(r, s, i, n, &t, out);
		i += n - 1;
	}
}

void times_find(struct reading *r, struct time_mentions *out)
{
	struct scan_memo memo = {0};
	struct atoms atoms = atoms_read(r);
	struct scan s = {.r = r, .tokens = r->tokens.at, .atoms = atoms.at, .marks = atoms.marks, .memo = &memo};

	*out = (struct time_mentions){0};
	for (size_t k = 0; k < r->sentences.n; k++) {
		s.start = r->sentences.at[k].first;
		s.end = s.start + r->sentences.at[k].n;
		if (atoms.in[k] && !reading_is_stamp(r, (uint32_t)k))
			find_in(r, &s, out);
	}
	times_link(r, out);
}
