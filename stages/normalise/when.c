#include "when.h"

/* The expression with what it counts from: older rows carry the anchor beside it. */
static struct str chain_of(struct str time, struct str told, struct arena *arena)
{
	if (str_is_empty(told) || str_find(time, STR(" <- ")) >= 0)
		return time;
	return str_printf(arena, "%.*s <- %.*s", STR_ARG(time), STR_ARG(told));
}

static bool resolve(struct str chain, struct moment published, struct timex_value *v)
{
	struct err err;

	if (timex_resolve_text(chain, published, v, &err))
		return true;
	*v = (struct timex_value){.rule = "unreadable-time"};
	return false;
}

/* "2032", where "40 were hurt 2032 Gen Frost says" has lost the end of a line: a clock, since nothing was said or has
 * happened in a year to come. */
static bool is_year_ahead(const struct interval *told, struct moment published)
{
	return !moment_is_none(published) && told->first.at.date.grain == DATE_YEAR &&
	       date_first_day(told->first.at.date) > date_last_day(published.date);
}

/* "The next day nine died", with no day told before it: it is not the one behind the publication's. */
static bool is_day_ahead(struct str chain, const struct interval *told, struct moment published)
{
	int32_t first;

	return !moment_is_none(published) && str_find(chain, STR("from=told")) >= 0 &&
	       interval_first_day(told, &first) && first > date_last_day(published.date);
}

bool when_has_happened(const struct mention *m)
{
	return m->modality == MODALITY_ACTUAL &&
	       ((m->kind == MENTION_FIGURE && m->measure.n) || m->kind == MENTION_EVENT);
}

static void resolve_time(struct when *w, const struct mention *m, struct moment published, struct arena *arena)
{
	struct str chain = chain_of(m->time, m->told, arena);
	struct timex_value v;

	if (str_is_empty(m->time))
		return;
	if (resolve(chain, published, &v)) {
		if (when_has_happened(m) && ((m->kind == MENTION_FIGURE && is_year_ahead(&v.edtf, published)) ||
					     is_day_ahead(chain, &v.edtf, published)))
			return;
		w->type = timex_type_name(v.type);
		w->timex3 = str_dup(arena, str_of(v.timex3));
		w->period = interval_format(arena, &v.edtf);
		if (v.floating)
			w->period_timex = str_dup(arena, chain);
		w->floating |= v.floating;
	}
	w->time_rule = v.rule;
}

/* "Were sent to search, with the mayor saying on Sunday that nine died": what was said and told was not said in days to
 * come, whatever the tense of the words around it. */
static struct str as_past(struct str chain, const struct interval *told, struct moment published, struct arena *arena)
{
	struct str future = STR("tense=future"), past = STR("tense=past");
	ptrdiff_t at = str_find(chain, future);
	int32_t first;

	if (moment_is_none(published) || at < 0 || !interval_first_day(told, &first) ||
	    first <= date_last_day(published.date))
		return STR_NULL;
	return str_concat(
		arena,
		(struct str[]){str_slice(chain, 0, (size_t)at), past, str_slice(chain, (size_t)at + future.n, chain.n)},
		3);
}

/* Said when: a day; an expression that names no day leaves the publication date. */
static void resolve_said(struct when *w, const struct mention *m, struct moment published, struct arena *arena)
{
	struct str chain = chain_of(m->said, m->told, arena);
	struct timex_value v;

	w->stated = date_format(arena, published.date);
	w->said_rule = moment_is_none(published) ? NULL : "published";
	if (str_is_empty(m->said))
		return;
	if (!resolve(chain, published, &v))
		return;
	struct str past = as_past(chain, &v.edtf, published, arena);

	if (past.n && when_has_happened(m) && !resolve(past, published, &v))
		return;
	if (v.floating) {
		w->stated = STR_NULL;
		w->stated_timex = str_dup(arena, chain);
		w->floating = true;
	} else if (!interval_is_none(&v.edtf)) {
		if (is_year_ahead(&v.edtf, published))
			return;
		w->stated = interval_format(arena, &v.edtf);
	}
	w->said_rule = v.rule;
}

/* "killed in the past 24 hours, the ministry said on Monday", "\"Nine died yesterday,\" he said on Monday": what is
 * counted back in the words of who speaks is counted from the day of saying. */
static struct moment counted_from(const struct when *w, const struct mention *m, struct moment published)
{
	struct interval said;
	struct err err;

	if (!(m->quoted || str_starts(m->time, STR("past "))) || str_is_empty(m->said) || str_is_empty(w->stated) ||
	    moment_is_none(published) || !interval_parse(w->stated, &said, &err) || !interval_is_day(&said))
		return published;
	return (struct moment){.date = date_at(said.first.at.date, DATE_DAY), .second = -1, .zone = MOMENT_NO_ZONE};
}

struct when when_resolve(const struct mention *m, struct arena *arena)
{
	struct when w = {0};
	struct moment published = {0};

	if (!str_is_empty(m->published) && !moment_parse(m->published, &published, NULL))
		published = (struct moment){0};
	resolve_said(&w, m, published, arena);
	resolve_time(&w, m, counted_from(&w, m, published), arena);
	return w;
}

struct str when_dated(struct str timex, struct moment published, struct arena *arena)
{
	struct timex_value v;

	return resolve(timex, published, &v) ? interval_format(arena, &v.edtf) : STR_NULL;
}
