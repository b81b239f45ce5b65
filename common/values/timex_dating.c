/* What the text of an expression says once a publication date is tried on it. */
#include "values/timex.h"

bool timex_resolve_text(struct str chain, struct moment published, struct timex_value *out, struct err *err)
{
	struct timex_expr links[TIMEX_CHAIN];
	struct timex_anchor anchor = {.published = published};
	int n = 0;

	while (chain.at) {
		ptrdiff_t arrow = str_find(chain, STR(" <- "));
		struct str link = arrow < 0 ? chain : str_slice(chain, 0, (size_t)arrow);

		if (n == TIMEX_CHAIN)
			return err_set(err, "chain", "more than %d links", TIMEX_CHAIN);
		if (!timex_parse(link, &links[n++], err))
			return false;
		chain = arrow < 0 ? STR_NULL : str_slice(chain, (size_t)arrow + 4, chain.n);
	}
	if (!n)
		return err_set(err, "kind", "no time expression in the empty text");
	while (n-- > 0) {
		bool told = links[n].kind == TIMEX_DISTANT || links[n].at.from == FROM_TOLD;

		timex_resolve(&links[n], &anchor, out);
		out->floating |= told && n == 0 && moment_is_none(published) && interval_is_none(&anchor.told);
		anchor.told = out->edtf;
	}
	return true;
}

bool timex_fits(const struct timex_expr *t, struct date published)
{
	struct timex_anchor anchor = {.published = moment_of_date(published)};
	struct timex_value v;
	int32_t first;

	if (t->kind == TIMEX_VAGUE || t->kind == TIMEX_DURATION || t->kind == TIMEX_SET || t->kind == TIMEX_NONE)
		return true;
	timex_resolve(t, &anchor, &v);
	if (strcmp(v.rule, "weekday-contradicts") == 0)
		return false;
	if (t->tense != TIMEX_TENSE_PAST || !interval_first_day(&v.edtf, &first))
		return true;
	return first <= date_last_day(published) + 1;
}

int32_t timex_age(const struct timex_expr *t, struct date published)
{
	struct timex_anchor anchor = {.published = moment_of_date(published)};
	struct timex_value v;
	int32_t day;

	timex_resolve(t, &anchor, &v);
	if (published.grain != DATE_DAY || !interval_is_day(&v.edtf) || !interval_first_day(&v.edtf, &day))
		return INT32_MIN;
	return date_first_day(published) - day;
}
