#include "record.h"

#include "base/utf8.h"
#include "values/timex.h"

/* "Agence France-Presse" gives "agence-france-presse", as ids are made from names. */
static struct str id_of_name(struct arena *arena, struct str name)
{
	struct buf id = {.arena = arena};
	struct str folded = utf8_fold(arena, name);

	for (size_t i = 0; i < folded.n; i++) {
		unsigned char c = (unsigned char)folded.at[i];

		if (ascii_is_alpha(c) || ascii_is_digit(c) || c >= 0x80)
			buf_add_char(&id, (char)c);
		else if (id.n && id.at[id.n - 1] != '-')
			buf_add_char(&id, '-');
	}
	while (id.n && id.at[id.n - 1] == '-')
		id.n--;
	return buf_str(&id);
}

struct record record_of_narrator(const struct articles *all, uint32_t article, struct arena *arena)
{
	const struct article *a = &all->at[all->at[article].origin];
	struct record r = {.narrator = true, .source.type = STR("none")};

	r.source.name = a->agency.n ? a->agency : a->publisher;
	r.source.id = id_of_name(arena, r.source.name);
	if (str_is_empty(r.source.id)) {
		r.source.name = STR("a publication without a name");
		r.source.id = str_printf(arena, "publication-%.*s", STR_ARG(str_slice(a->id, 0, 13)));
	}
	return r;
}

struct record record_of(const struct source_ref *source, const struct source_ref *org, const struct articles *all,
			uint32_t article, struct arena *arena)
{
	if (str_is_empty(source->id) || str_eq(source->type, STR("none")))
		return record_of_narrator(all, article, arena);
	if (str_is_empty(org->id) || str_eq(org->id, source->id))
		return (struct record){.source = *source};
	if (source_speaks_for(source->type))
		return (struct record){.source = *org, .speaker = *source};
	return (struct record){.source = *source, .part_of = org->id};
}

int32_t record_day(struct str stated, const struct articles *all, uint32_t article)
{
	const struct article *a = &all->at[article];
	int32_t origin = all->at[a->origin].day, day;
	struct interval i;

	if (!interval_parse(stated, &i, NULL) || !interval_is_day(&i) || !interval_last_day(&i, &day))
		return origin;
	return day == a->day && origin != NO_DAY ? origin : day;
}

/* The expression with the last date told before it: one chain. */
static struct str chain_of(struct arena *arena, struct str timex, struct str told)
{
	if (str_is_empty(told) || str_find(timex, STR("<-")) >= 0)
		return timex;
	return str_printf(arena, "%.*s <- %.*s", STR_ARG(timex), STR_ARG(told));
}

static void resolve(struct str *value, struct str timex, struct str told, const struct article *a, struct arena *arena)
{
	struct timex_value v;

	if (str_is_empty(timex) || (value->n && !a->inferred))
		return;
	if (!timex_resolve_text(chain_of(arena, timex, told), a->published, &v, NULL))
		return;
	struct str text = interval_format(arena, &v.edtf);

	if (text.n)
		*value = text;
}

static struct str published_day(const struct article *a, struct arena *arena)
{
	return date_format(arena, date_of_days(a->day));
}

void record_date_claim(struct claim *c, const struct article *a, struct arena *arena)
{
	if (a->day == NO_DAY)
		return;
	resolve(&c->period, c->period_timex, c->told_timex, a, arena);
	resolve(&c->stated, c->stated_timex, STR_NULL, a, arena);
	if (str_is_empty(c->stated))
		c->stated = published_day(a, arena);
}

void record_date_event(struct event *e, const struct article *a, struct arena *arena)
{
	if (a->day == NO_DAY)
		return;
	resolve(&e->when, e->when_timex, e->told_timex, a, arena);
	resolve(&e->stated, e->stated_timex, STR_NULL, a, arena);
	if (str_is_empty(e->stated))
		e->stated = published_day(a, arena);
	/* news tells what is new: without a time of its own it happened on the day that it was told */
	if (str_is_empty(e->when) && str_is_empty(e->when_timex) && e->modality == MODALITY_ACTUAL)
		e->when = e->stated;
}

void record_rename(struct source_ref *source, const struct overrides *overrides, struct arena *arena)
{
	struct override_case c = {.source = source, .day = NO_DAY};

	for (size_t i = 0; i < overrides->n; i++) {
		const struct override *o = &overrides->at[i];

		if (o->action != OVERRIDE_RENAME_SOURCE || !override_fits(o, &c))
			continue;
		source->name = o->value;
		source->id = id_of_name(arena, o->value);
	}
}
