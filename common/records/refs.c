#include "records/refs.h"

const char *const block_kinds[] = {"",	      "title",	   "dateline", "body",	      "quote",
				   "caption", "timestamp", "teaser",   "boilerplate", NULL};
const char *const qualifier_words[] = {
	[QUALIFIER_NONE] = "",
	[QUALIFIER_EXACT] = "",
	[QUALIFIER_APPROX] = "about ",
	[QUALIFIER_APPROX_BELOW] = "nearly ",
	[QUALIFIER_APPROX_ABOVE] = "just over ",
	[QUALIFIER_AT_LEAST] = "at least ",
	[QUALIFIER_MORE_THAN] = "more than ",
	[QUALIFIER_AT_MOST] = "at most ",
	[QUALIFIER_LESS_THAN] = "less than ",
	[QUALIFIER_RANGE] = "",
	[QUALIFIER_ORDER] = "",
};
const char *const qualifiers[] = {"",	       "exact",	  "approx",    "approx_below", "approx_above", "at_least",
				  "more_than", "at_most", "less_than", "range",	       "order",	       NULL};
const char *const polarities[] = {"", "asserted", "denied", NULL};
const char *const modalities[] = {"", "actual", "planned", "possible", "demanded", NULL};
const char *const aspects[] = {"", "cumulative", "stock", "flow", "none", NULL};
const char *const statuses[] = {"",	     "announced", "scheduled",	 "planned",  "delayed",	     "begun",
				"suspended", "resumed",	  "turned_back", "complete", "not_complete", "cancelled",
				NULL};
const char *const published_bases[] = {"", "metadata", "url", "text", "inferred", "none", NULL};

bool source_speaks_for(struct str type)
{
	return str_eq(type, STR("person")) || str_eq(type, STR("anonymous")) || str_eq(type, STR("witness"));
}

int word_index(const char *const *words, struct str word)
{
	for (int i = 1; words[i]; i++)
		if (str_is(word, words[i]))
			return i;
	return 0;
}

struct str span_format(struct arena *arena, int64_t start, int64_t end)
{
	char text[2 * DECIMAL_TEXT_MAX + 1], *to = decimal_put_int(text, start);

	*to++ = '-';
	to = decimal_put_int(to, end);
	return str_dup(arena, (struct str){text, (size_t)(to - text)});
}

struct place_ref place_parent(const struct place_ref *p)
{
	return (struct place_ref){.id = p->parent_id,
				  .name = p->parent_name,
				  .admin1 = p->admin1,
				  .country = p->country,
				  .precision = COLUMN_NO_INT,
				  .parent_id = p->parent_id,
				  .parent_name = p->parent_name};
}
