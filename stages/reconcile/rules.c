#include "rules.h"

#include <stdlib.h>

#include "values/decimal.h"

size_t rules_source_end(const struct current *c, size_t i)
{
	size_t end = i + 1;

	while (end < c->n && str_eq(c->at[end].s->organisation, c->at[i].s->organisation))
		end++;
	return end;
}

bool rules_vague_agrees(const struct statement *vague, const struct statement *specific)
{
	enum { SLACK = 2 }; /* "dozens" are often a dozen and a half, "several" two */

	return !specific->high.known || decimal_cmp(decimal_mul(specific->high, decimal_of(SLACK)), vague->least) >= 0;
}

/* Do the vague words of one source, taken together, go with the number? */
static bool source_agrees(const struct current *c, size_t i, size_t end, const struct statement *specific)
{
	bool any = false;

	for (size_t k = i; k < end; k++) {
		if (!c->at[k].s->vague)
			continue;
		if (rules_vague_agrees(c->at[k].s, specific))
			return true;
		any = true;
	}
	return !any;
}

bool rules_dissents(const struct current *c, size_t i, const struct verdict *v)
{
	size_t end = rules_source_end(c, i);

	if (!c->at[i].s->vague)
		return v->best.known && !statement_allows(c->at[i].s, v->best);
	return v->widest && !source_agrees(c, i, end, v->widest);
}

static size_t count_sources(const struct current *c)
{
	size_t n = 0;

	for (size_t i = 0; i < c->n; i = rules_source_end(c, i))
		n++;
	return n;
}

static void take_bounds(const struct current *c, bool vague, struct verdict *v)
{
	for (size_t i = 0; i < c->n; i++) {
		const struct statement *s = c->at[i].s;

		if (s->vague != vague)
			continue;
		v->low = decimal_min(v->low, s->least);
		v->high = decimal_max(v->high, s->most);
	}
	for (size_t i = 0; i < c->n; i++) {
		const struct statement *s = c->at[i].s;

		v->open_low |= s->vague == vague && s->opens_low && decimal_eq(s->least, v->low);
		v->open_high |= s->vague == vague && s->opens_high && decimal_eq(s->most, v->high);
	}
}

/* The specific statements in `out`; their number. */
static size_t specific(const struct current *c, const struct statement **out)
{
	size_t n = 0;

	for (size_t i = 0; i < c->n; i++)
		if (!c->at[i].s->vague)
			out[n++] = c->at[i].s;
	return n;
}

/* On a line, ranges have a number in common when the greatest low is below the least high. */
static bool all_overlap(const struct statement *const *s, size_t n)
{
	struct decimal low = DECIMAL_NULL, high = DECIMAL_NULL;

	for (size_t i = 0; i < n; i++) {
		low = decimal_max(low, s[i]->low);
		high = decimal_min(high, s[i]->high);
	}
	return !low.known || !high.known || decimal_cmp(low, high) <= 0;
}

/* The one that allows most: a vague count that goes with any goes with it. */
static const struct statement *widest(const struct statement *const *s, size_t n)
{
	const struct statement *w = s[0];

	for (size_t i = 1; i < n && w->high.known; i++)
		if (!s[i]->high.known || decimal_cmp(s[i]->high, w->high) > 0)
			w = s[i];
	return w;
}

static int cmp_int(int64_t a, int64_t b)
{
	return (a > b) - (a < b);
}

/* Best first. */
static int by_agreed(const void *pa, const void *pb)
{
	const struct statement *a = *(const struct statement *const *)pa, *b = *(const struct statement *const *)pb;
	int c = cmp_int(b->a->best.known, a->a->best.known);

	c = c ? c : cmp_int(statement_specificity(b), statement_specificity(a));
	c = c ? c : cmp_int(b->a->independent, a->a->independent);
	c = c ? c : cmp_int(b->said, a->said);
	c = c ? c : decimal_cmp(b->most, a->most);
	return c ? c : str_cmp(a->a->id, b->a->id);
}

static int by_newest(const void *pa, const void *pb)
{
	const struct statement *a = *(const struct statement *const *)pa, *b = *(const struct statement *const *)pb;
	int c = cmp_int(b->a->best.known, a->a->best.known);

	c = c ? c : cmp_int(b->said, a->said);
	c = c ? c : cmp_int(b->known, a->known);
	return c ? c : by_agreed(pa, pb);
}

static int by_number(const void *pa, const void *pb)
{
	const struct statement *a = *(const struct statement *const *)pa, *b = *(const struct statement *const *)pb;
	int c = decimal_cmp(a->a->best, b->a->best);

	return c ? c : str_cmp(a->a->id, b->a->id);
}

/* Weight of a source type, "media=2" in pipeline.conf; 1 where none is set. [1/1000] */
static int64_t weight_of(const struct conf *conf, struct str type)
{
	for (size_t i = 0; i < conf->source_weights.n; i++) {
		struct str value = str_of(conf->source_weights.at[i]), name = str_cut(&value, '=');
		struct decimal weight;

		if (str_eq(str_trim(name), type) && value.at && decimal_parse(str_trim(value), &weight, NULL)) {
			weight = decimal_mul(weight, decimal_of(1000));
			return decimal_is_whole(weight) && weight.digits > 0 ? weight.digits : 0;
		}
	}
	return 1000;
}

/* An end of what a statement allows, "about" taken as its number: an exact number is both of its
 * ends, a bound only one of them. */
struct bound {
	const struct statement *s;
	int open; /* -1: open below, 1: open above, 0: its number */
};

static int by_bound(const void *pa, const void *pb)
{
	const struct bound *a = pa, *b = pb;

	return a->open || b->open ? cmp_int(a->open, b->open) : by_number(&a->s, &b->s);
}

static size_t add_bounds(struct bound *at, const struct statement *s)
{
	if (!s->a->best.known)
		return 0;
	at[0] = (struct bound){s, s->opens_low ? -1 : 0};
	at[1] = (struct bound){s, s->opens_high ? 1 : 0};
	return 2;
}

/* The number that lies least far outside what the sources allow, all taken together: the first
 * end at which half of their weight is reached. Of exact numbers that is their median, the lower
 * one of an even count. "At least 70" says nothing against 90 and nothing for 70 as against 90:
 * it holds the median up to 70, and never down to it. */
static const struct statement *median(const struct statement **s, size_t n, const struct conf *conf,
				      struct arena *arena)
{
	struct bound *at = ARENA_ARRAY(arena, struct bound, 2 * n);
	bool weighted = conf->policy == POLICY_WEIGHTED;
	int64_t all = 0, sum = 0;
	size_t bounds = 0;

	for (size_t i = 0; i < n; i++)
		bounds += add_bounds(at + bounds, s[i]);
	if (bounds)
		qsort(at, bounds, sizeof *at, by_bound);
	for (size_t i = 0; i < bounds; i++)
		all += weighted ? weight_of(conf, at[i].s->a->source.type) : 1;
	for (size_t i = 0; i < bounds; i++) {
		sum += weighted ? weight_of(conf, at[i].s->a->source.type) : 1;
		if (2 * sum >= all && at[i].open == 0)
			return at[i].s;
	}
	return NULL;
}

static const struct statement *preferred(const struct statement **s, size_t n, const struct conf *conf)
{
	for (size_t p = 0; p < conf->preferred_sources.n; p++)
		for (size_t i = 0; i < n; i++)
			if (s[i]->a->best.known && (str_eq(s[i]->a->source.id, str_of(conf->preferred_sources.at[p])) ||
						    str_eq(s[i]->organisation, str_of(conf->preferred_sources.at[p]))))
				return s[i];
	return NULL;
}

static const struct statement *contested_best(const struct statement **s, size_t n, const struct conf *conf,
					      const char **rule, struct arena *arena)
{
	const struct statement *best = conf->policy == POLICY_PREFERRED ? preferred(s, n, conf) : NULL;

	*rule = "contested.preferred";
	if (best)
		return best;
	if (conf->policy == POLICY_LATEST) {
		*rule = "contested.latest";
		qsort(s, n, sizeof *s, by_newest);
		return s[0]->a->best.known ? s[0] : NULL;
	}
	*rule = conf->policy == POLICY_WEIGHTED ? "contested.weighted" : "contested.median";
	return median(s, n, conf, arena);
}

/* Did any source take back a number that the total rests on, or a greater one? Who lowers his count from 29 to 27 says
 * nothing of the 38 of another. */
static bool is_taken_back(const struct current *c, struct decimal total)
{
	for (size_t i = 0; i < c->n; i++)
		if (c->at[i].revised && (!total.known || decimal_cmp(c->at[i].had, total) >= 0))
			return true;
	return false;
}

/* A total that would fall although nobody took a number back stays, as long as a source
 * still stands for it or for more: at the least number of those not below it. */
static void keep_total(const struct statement **s, size_t n, const struct verdict *before, struct verdict *v)
{
	const struct statement *keep = NULL;

	for (size_t i = 0; i < n; i++)
		if (s[i]->a->best.known && decimal_cmp(s[i]->a->best, before->best) >= 0 &&
		    (!keep || by_number(&s[i], &keep) < 0))
			keep = s[i];
	if (!keep)
		return;
	v->best = keep->a->best;
	v->decided = keep;
	v->rule = "cumulative.kept";
}

static void judge_specific(const struct current *c, const struct statement **s, size_t n, const struct verdict *before,
			   struct verdict *v, struct arena *arena)
{
	bool agreed = all_overlap(s, n);

	v->widest = widest(s, n);
	if (agreed) {
		qsort(s, n, sizeof *s, by_agreed);
		v->decided = s[0];
		v->rule = v->sources == 1 ? "single.only" : "agreed.specific";
	} else {
		v->decided = contested_best(s, n, c->conf, &v->rule, arena);
	}
	v->best = v->decided ? v->decided->a->best : DECIMAL_NULL;
	v->status = v->sources == 1 ? ESTIMATE_SINGLE_SOURCE : agreed ? ESTIMATE_AGREED : ESTIMATE_CONTESTED;
	if (before && c->aspect == ASPECT_CUMULATIVE && !is_taken_back(c, before->best) && before->best.known &&
	    v->best.known && decimal_cmp(v->best, before->best) < 0)
		keep_total(s, n, before, v);
	for (size_t i = 0; i < c->n; i = rules_source_end(c, i))
		if (c->at[i].s->vague && rules_dissents(c, i, v))
			v->status = ESTIMATE_CONTESTED;
}

struct verdict rules_judge(const struct current *c, const struct verdict *before)
{
	struct arena scratch = {0};
	struct verdict v = {.sources = count_sources(c)};
	const struct statement **s = ARENA_ARRAY(&scratch, const struct statement *, c->n);
	size_t n = specific(c, s);

	take_bounds(c, n == 0, &v);
	if (n) {
		judge_specific(c, s, n, before, &v, &scratch);
	} else {
		v.status = ESTIMATE_VAGUE;
		v.rule = "vague.only";
	}
	arena_free(&scratch);
	return v;
}
