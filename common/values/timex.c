#include "values/timex.h"

#include "values/timex_put.h"

static const char *const types[] = {"DATE", "TIME", "DURATION", "SET"};
static const char *const references[] = {"PAST_REF", "PRESENT_REF", "FUTURE_REF"};

const char *timex_type_name(enum timex_type type)
{
	return types[type];
}

/* "two hours ago", when the publication has a clock: date and time of day together. */
static bool clock_shifted(const struct timex_point *p, const struct timex_anchor *anchor, struct timex_point *out,
			  struct spot *s)
{
	static const int seconds[] = {0, 1, 60, 3600};
	const struct moment *m = &anchor->published;
	int64_t at;

	if (!p->shift || p->per > UNIT_HOUR || p->shift >= TIMEX_VAGUE_SHIFT || p->shift <= -TIMEX_VAGUE_SHIFT)
		return false;
	if (p->from != FROM_NOW || !m->clock)
		return false;
	at = (int64_t)date_first_day(m->date) * 86400 + m->hour * 3600 + m->minute * 60 +
	     (int64_t)p->shift * seconds[p->per];
	int64_t day = at >= 0 ? at / 86400 : -((-at + 86399) / 86400);

	*s = spot_make(UNIT_DAY, date_of_days(day), "offset-published");
	out->hour = (int)((at - day * 86400) / 3600);
	out->minute = (int)((at - day * 86400) / 60 % 60);
	out->zone = m->zone;
	return true;
}

static bool has_date(const struct timex_point *p)
{
	return p->unit || p->year || p->month || p->day || p->weekday || p->part || p->week || p->feast || p->shift;
}

struct point_value {
	struct timex_value v;
	struct spot spot;
};

/* A vague offset points back or ahead and to no date. */
static void vague_value(struct timex_value *v, const struct timex_point *p, bool floating)
{
	timex_put(v, p->shift < 0 ? references[0] : references[2]);
	v->floating = floating;
	v->rule = "vague";
}

/* "will begin at 3 a.m.", published at four: tomorrow. */
static bool is_gone(const struct timex_point *p, const struct moment *now, enum timex_tense tense)
{
	if (tense != TIMEX_TENSE_FUTURE || !now->clock || p->hour == TIMEX_NO_CLOCK || p->from != FROM_NOW)
		return false;
	if (p->shift || p->month || p->weekday || (p->unit && (p->unit != UNIT_DAY || p->which != 0)))
		return false;
	return p->hour * 60 + p->minute < now->hour * 60 + now->minute;
}

static void point_value(const struct timex_point *p, const struct timex_anchor *anchor, enum timex_tense tense,
			struct point_value *out)
{
	struct spot_base base = {.day = anchor->published.date.grain == DATE_DAY ? anchor->published.date
										 : (struct date){0},
				 .told = spot_of_interval(&anchor->told),
				 .tense = tense};
	struct timex_point at = *p;

	*out = (struct point_value){.v = {.type = timex_is_time(p) ? TIMEX_TIME : TIMEX_DATE}};
	if (p->hour != TIMEX_NO_CLOCK && p->from == FROM_NOTHING && !has_date(p)) {
		timex_put_clock(&out->v, p); /* "T09:00", of no day in particular */
		out->v.rule = "clock";
		return;
	}
	if (p->shift >= TIMEX_VAGUE_SHIFT || p->shift <= -TIMEX_VAGUE_SHIFT) {
		vague_value(&out->v, p, false);
		return;
	}
	if (clock_shifted(p, anchor, &at, &out->spot))
		out->v.type = TIMEX_TIME;
	else
		out->spot = spot_find(p, &base);
	if (is_gone(p, &anchor->published, tense))
		out->spot = spot_shift(out->spot, 1, UNIT_DAY, true);
	out->v.rule = out->spot.rule;
	out->v.floating = out->spot.floating;
	if (out->spot.floating) {
		timex_put_floating(&out->v, p);
	} else if (out->spot.grain) {
		timex_put_spot(&out->v, &out->spot);
		if (out->spot.grain == UNIT_DAY)
			timex_put_clock(&out->v, &at);
		if (p->shift && p->per <= UNIT_HOUR && out->v.type == TIMEX_DATE) {
			timex_put(&out->v, "TXX"); /* "hours later", and no clock to count from */
			out->v.type = TIMEX_TIME;
		}
		out->v.edtf = timex_spot_interval(&out->spot, &at);
	}
}

/* "a year earlier" than the months from January to March: those of the year before. */
static bool months_shifted(const struct timex_point *p, const struct timex_anchor *anchor, struct timex_value *v)
{
	const struct interval *told = &anchor->told;
	struct timex_point alone = TIMEX_POINT_INIT;

	alone.from = p->from;
	alone.shift = p->shift;
	alone.per = p->per;
	if (p->from != FROM_TOLD || p->per < UNIT_MONTH || !p->shift || p->shift >= TIMEX_VAGUE_SHIFT ||
	    p->shift <= -TIMEX_VAGUE_SHIFT || memcmp(&alone, p, sizeof alone) != 0 || !told->slash ||
	    told->first.at.date.grain != DATE_MONTH || moment_is_none(told->last.at))
		return false;
	struct interval last = {.first = told->last}, first = {.first = told->first}, months;
	struct spot a = spot_of_interval(&first), b = spot_of_interval(&last);

	a = spot_shift(a, p->shift, (enum timex_unit)p->per, true);
	b = spot_shift(b, p->shift, (enum timex_unit)p->per, true);
	if (!a.grain || !b.grain)
		return false;
	first = timex_spot_interval(&a, &alone);
	last = timex_spot_interval(&b, &alone);
	months = interval_between(&first, &last);
	v->type = TIMEX_DATE;
	timex_put_spot(v, &a);
	timex_put(v, "/");
	timex_put_spot(v, &b);
	v->edtf = months;
	v->rule = "offset-told";
	return true;
}

/* The n whole weeks, quarters or years before or after the one that runs. */
static void whole_units(struct date now, enum timex_unit unit, int sign, int n, struct timex_value *v)
{
	struct spot near = spot_unit(now, unit, sign), far = spot_unit(now, unit, (int64_t)sign * n);
	int32_t first, last, unused;

	if (!near.grain || !far.grain)
		return;
	spot_days(sign > 0 ? &near : &far, &first, &unused);
	spot_days(sign > 0 ? &far : &near, &unused, &last);
	v->edtf = interval_of_days(first, last);
}

/* "the last two minutes", "the next hour", by the clock of the publication. */
static struct interval clock_stretch(const struct moment *now, int seconds)
{
	struct moment other = *now;
	int64_t at = (int64_t)date_first_day(now->date) * 86400 + now->hour * 3600 + now->minute * 60 + seconds;
	int64_t day = at >= 0 ? at / 86400 : -((-at + 86399) / 86400);
	struct interval a = {0}, b = {0};

	other.date = date_of_days(day);
	other.hour = (int8_t)((at - day * 86400) / 3600);
	other.minute = (int8_t)((at - day * 86400) / 60 % 60);
	a.first.at = seconds < 0 ? other : *now;
	b.first.at = seconds < 0 ? *now : other;
	a.first.at.second = b.first.at.second = -1;
	if (date_is_none(other.date))
		return (struct interval){0};
	return interval_between(&a, &b);
}

/* n units from the publication day back, or ahead: EDTF days; "the past week" is 7 days and today. */
static void stretch_value(const struct timex_expr *t, const struct timex_anchor *anchor, struct timex_value *v)
{
	struct date now = anchor->published.date;
	int sign = t->kind == TIMEX_PAST ? -1 : 1;
	enum { MOST_HOURS = 10000 };
	int n = (t->n_milli + 999) / 1000;

	v->type = TIMEX_LASTING;
	v->rule = t->kind == TIMEX_PAST ? "span-past" : "span-coming";
	timex_put_duration(v, t);
	v->floating = now.grain != DATE_DAY;
	if (v->floating || !t->n_milli)
		return;

	struct spot here = spot_make(UNIT_DAY, now, v->rule), there;

	if (t->whole && t->unit <= UNIT_HOUR && t->unit >= UNIT_MINUTE && anchor->published.clock && n <= MOST_HOURS) {
		v->edtf = clock_stretch(&anchor->published, sign * n * (t->unit == UNIT_HOUR ? 3600 : 60));
		return;
	}

	if (t->whole && (t->unit == UNIT_WEEK || t->unit == UNIT_QUARTER || t->unit == UNIT_YEAR)) {
		whole_units(now, t->unit, sign, n, v);
		return;
	}
	if (t->unit <= UNIT_HOUR)
		there = spot_shift(here, sign * (t->unit == UNIT_HOUR ? (n + 23) / 24 : 1), UNIT_DAY, true);
	else
		there = spot_shift(here, sign * n, t->unit == UNIT_WEEKEND ? UNIT_WEEK : t->unit, true);
	if (!there.grain)
		return;
	int32_t today = date_first_day(now), day = date_first_day(there.date);

	if (t->whole && t->unit > UNIT_HOUR) /* as calendars count: today is in neither */
		v->edtf = sign < 0 ? interval_of_days(day, today - 1) : interval_of_days(today + 1, day);
	else
		v->edtf = sign < 0 ? interval_of_days(day, today) : interval_of_days(today, day);
}

/* "a month to the day after the raid": the raid's day, counted back from what was told; news without a date tells of
 * these days. */
static void distant_value(const struct timex_expr *t, const struct timex_anchor *anchor, struct timex_value *v)
{
	struct spot told = spot_of_interval(&anchor->told), s;
	bool undated = !told.grain;

	v->type = TIMEX_LASTING;
	v->rule = "offset-event";
	timex_put_duration(v, t);
	if (undated && anchor->published.date.grain == DATE_DAY)
		told = spot_make(UNIT_DAY, anchor->published.date, "published");
	if (!told.grain || !t->n_milli || t->n_milli % 1000 || t->more_milli)
		return;
	if (t->unit <= UNIT_HOUR)
		return;
	s = spot_shift(told, -t->sign * (t->n_milli / 1000), t->unit, t->exact);
	if (!s.grain) { /* eight days before something in August */
		s = told;
		s.rough = true;
	}

	static const struct timex_point no_clock = TIMEX_POINT_INIT;

	s.rough = s.rough || (undated && t->at.from != FROM_NOW) || (!t->exact && t->unit != UNIT_DAY);
	v->edtf = timex_spot_interval(&s, &no_clock);
}

/* "T15", "T15:30" */
static void put_hour(struct timex_value *v, const struct timex_point *p)
{
	timex_put(v, "T");
	timex_put_number(v, p->hour, 2);
	if (!p->minute)
		return;
	timex_put(v, ":");
	timex_put_number(v, p->minute, 2);
}

/* "every Friday" XXXX-WXX-5, "daily" P1D, "every morning" XXXX-XX-XXTMO. */
static void set_value(const struct timex_expr *t, struct timex_value *v)
{
	const struct timex_point *p = &t->at;

	v->type = TIMEX_RECURRING;
	v->rule = "set";
	if (p->hour != TIMEX_NO_CLOCK && !p->weekday && !p->month) { /* "at 3 p.m. each day" */
		put_hour(v, p);
	} else if (p->hour != TIMEX_NO_CLOCK && p->weekday) {
		timex_put(v, "XXXX-WXX-");
		timex_put_number(v, p->weekday, 1);
		put_hour(v, p);
	} else if (p->weekday || p->month || p->part || timex_is_time(p))
		timex_put_floating(v, p);
	else
		timex_put_duration(v, t);
}

static bool ends_early(const struct interval *a, const struct interval *b)
{
	int32_t first, last;

	return interval_first_day(a, &first) && interval_last_day(b, &last) && last < first;
}

static void range_value(const struct timex_expr *t, const struct timex_anchor *anchor, struct timex_value *v)
{
	struct timex_anchor inner = *anchor;
	struct point_value a, b;
	int32_t first, last;

	point_value(&t->at, anchor, t->tense, &a);
	if (!interval_is_none(&a.v.edtf))
		inner.told = a.v.edtf;
	point_value(&t->end, &inner, t->tense, &b);
	if (ends_early(&a.v.edtf, &b.v.edtf) && !interval_is_none(&a.v.edtf)) {
		struct timex_point end = t->end; /* "August to October", "Friday to Monday": the first that follows */

		end.from = FROM_TOLD;
		inner.published = a.v.edtf.first.at;
		point_value(&end,
			    end.weekday && !end.day ? &inner : &(struct timex_anchor){anchor->published, inner.told},
			    TIMEX_TENSE_FUTURE, &b);
	}
	*v = a.v;
	v->floating = a.v.floating || b.v.floating;
	if (b.v.type == TIMEX_TIME)
		v->type = TIMEX_TIME;
	timex_put(v, "/");
	timex_put(v, b.v.timex3);
	v->edtf = interval_between(&a.v.edtf, &b.v.edtf);
	if (interval_is_none(&a.v.edtf) || interval_is_none(&b.v.edtf) || v->floating) {
		v->edtf = (struct interval){0};
		return;
	}
	interval_first_day(&v->edtf, &first);
	interval_last_day(&v->edtf, &last);
	if (first > last) { /* "from 30 to 2 March": nobody knows; keep the end that is a full date */
		v->edtf = b.v.edtf;
		memcpy(v->timex3, b.v.timex3, sizeof v->timex3);
		v->rule = "range-backwards";
	} else if (first == last && a.spot.grain == UNIT_DAY && !v->edtf.first.at.clock && !v->edtf.last.at.clock) {
		v->edtf = a.v.edtf;
	}
}

/* "before 2018" ends the day before, "after Friday" begins the day after. */
static struct interval beside(const struct interval *i, bool after)
{
	int32_t day;

	if (after ? !interval_last_day(i, &day) : !interval_first_day(i, &day))
		return (struct interval){0};
	return interval_of_date(date_of_days((int64_t)day + (after ? 1 : -1)));
}

static void open_value(const struct timex_expr *t, const struct timex_anchor *anchor, struct timex_value *v)
{
	struct interval none = {0}, end;
	struct point_value a;

	if (!months_shifted(&t->at, anchor, v)) {
		point_value(&t->at, anchor, t->tense, &a);
		*v = a.v;
	}
	if (interval_is_none(&v->edtf))
		return;
	end = v->edtf;
	if (t->at.mod == MOD_BEFORE || t->at.mod == MOD_AFTER)
		end = beside(&v->edtf, t->at.mod == MOD_AFTER);
	v->edtf = t->kind == TIMEX_SINCE ? interval_between(&end, &none) : interval_between(&none, &end);
}

/* "2019-07-01/2019-09-30" */
static struct str days_text(struct arena *arena, const struct interval *i)
{
	int32_t first, last;

	if (!interval_first_day(i, &first) || !interval_last_day(i, &last))
		return STR_NULL;

	struct date a = date_of_days(first), b = date_of_days(last);

	return str_printf(arena, "%04d-%02d-%02d/%04d-%02d-%02d", a.year, a.month, a.day, b.year, b.month, b.day);
}

/* The whole span as the value's text, instead of the date or the length that it names. */
static void tell_whole(struct timex_value *v, bool days)
{
	struct arena scratch = {0};
	struct str text = days ? days_text(&scratch, &v->edtf) : interval_format(&scratch, &v->edtf);

	if (text.n && text.n < sizeof v->timex3) {
		memcpy(v->timex3, text.at, text.n);
		v->timex3[text.n] = '\0';
		v->type = v->type == TIMEX_LASTING ? TIMEX_DATE : v->type;
	}
	arena_free(&scratch);
}

void timex_resolve(const struct timex_expr *t, const struct timex_anchor *anchor, struct timex_value *out)
{
	struct point_value a;

	*out = (struct timex_value){.rule = "none"};
	switch (t->kind) {
	case TIMEX_NONE:
		break;
	case TIMEX_POINT:
		if (months_shifted(&t->at, anchor, out))
			break;
		point_value(&t->at, anchor, t->tense, &a);
		*out = a.v;
		break;
	case TIMEX_SINCE:
	case TIMEX_UNTIL:
		open_value(t, anchor, out);
		break;
	case TIMEX_RANGE:
		range_value(t, anchor, out);
		break;
	case TIMEX_PAST:
	case TIMEX_COMING:
		stretch_value(t, anchor, out);
		break;
	case TIMEX_DURATION:
		out->type = TIMEX_LASTING;
		out->rule = "duration";
		timex_put_duration(out, t);
		break;
	case TIMEX_DISTANT:
		distant_value(t, anchor, out);
		break;
	case TIMEX_SET:
		set_value(t, out);
		break;
	case TIMEX_VAGUE:
		timex_put(out, references[t->which + 1]);
		out->rule = "vague";
		break;
	}
	if (t->whole)
		tell_whole(out, t->kind == TIMEX_POINT);
}
