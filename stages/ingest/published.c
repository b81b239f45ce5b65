#include "published.h"

#include "records/refs.h"
#include "values/date_text.h"
#include "values/date_url.h"

/* Take the date if there is none yet, or if it says the same more finely. */
static void offer(struct published *out, struct moment at, int basis)
{
	const struct date had = out->at.date;

	if (moment_is_none(at))
		return;
	bool finer = at.date.grain > had.grain && date_cmp(date_at(at.date, had.grain), had) == 0;

	if (date_is_none(had) || finer)
		*out = (struct published){at, basis};
}

bool published_find(struct str given, struct str url, struct moment text, struct published *out, struct err *err)
{
	struct moment at = {0};
	struct date date = {0};
	struct err why;
	bool right = str_is_empty(given) || date_text_parse(given, &at, &why);

	*out = (struct published){.basis = BASIS_NONE};
	if (right)
		offer(out, at, BASIS_METADATA);
	if (date_url_find(url, &date))
		offer(out, moment_of_date(date), BASIS_URL);
	offer(out, text, BASIS_TEXT);
	return right || err_set(err, "published", "published: %s; the article is kept without it", why.message);
}
