#include "records/assertion.h"

#include <stddef.h>

#include "values/interval.h"

const char *const copy_kinds[] = {"", "same_bytes", "same_text", "edited", "contains", "contained", NULL};

#define TEXT(name, about, example)                                                                                     \
	{                                                                                                              \
		NULL, #name, COLUMN_TEXT, offsetof(T, name), NULL, about, example                                      \
	}
#define DECIMAL(name, about, example)                                                                                  \
	{                                                                                                              \
		NULL, #name, COLUMN_DECIMAL, offsetof(T, name), NULL, about, example                                   \
	}
#define T struct assertion
static const struct column columns[] = {
	TEXT(id, "id of the assertion: from its key fields", "a5d…"),
	TEXT(measure, "what is stated", "evacuated"),
	TEXT(subject, "class of what is counted", "fighters"),
	TEXT(unit, "unit; empty for a plain count", NULL),
	TEXT(noun, "counted head noun of the first claim", "rebels"),
	PLACE_COLUMNS(T, place, "where"),
	SOURCE_COLUMNS(T, "source", source, "the organisation (or person) that states it"),
	{"source", "part_of", COLUMN_TEXT, offsetof(T, source_part_of), NULL,
	 "id of the organisation that the source is part of", "russian-government"},
	SOURCE_COLUMNS(T, "speaker", speaker, "the person who speaks for it"),
	{NULL, "qualifier", COLUMN_ENUM, offsetof(T, qualifier), qualifiers, "of the most specific wording", "exact"},
	{NULL, "qualifiers", COLUMN_LIST, offsetof(T, qualifiers), NULL, "of all wordings", "exact|more_than"},
	DECIMAL(low, "least number that it allows; empty: open", "4500"),
	DECIMAL(best, "the number stated; empty for a range or a vague count", "4500"),
	DECIMAL(high, "greatest number that it allows; empty: open", NULL),
	{NULL, "aspect", COLUMN_ENUM, offsetof(T, aspect), aspects, "total, stock, or what one day or blow added",
	 "cumulative"},
	TEXT(period, "what the number covers, EDTF", NULL),
	TEXT(stated, "when it was said, EDTF", "2016-12-16"),
	{NULL, "polarity", COLUMN_ENUM, offsetof(T, polarity), polarities, "asserted or denied", "asserted"},
	{NULL, "modality", COLUMN_ENUM, offsetof(T, modality), modalities, "actual, planned, possible or demanded",
	 "actual"},
	{NULL, "some", COLUMN_BOOL, offsetof(T, some), NULL,
	 "counts some among those of its measure: \"three are in critical condition\", \"six of his children\"",
	 "true"},
	{NULL, "former", COLUMN_BOOL, offsetof(T, former), NULL,
	 "told only as what was said before: \"an earlier toll put the dead at 12\"", "true"},
	{NULL, "claims", COLUMN_LIST, offsetof(T, claims), NULL, "ids of its claims", "c3b…"},
	{NULL, "documents", COLUMN_LIST, offsetof(T, documents), NULL, "ids of the documents that carry it", "d0f…"},
	{NULL, "reports", COLUMN_INT, offsetof(T, reports), NULL, "documents that carry it", "2"},
	{NULL, "independent", COLUMN_INT, offsetof(T, independent), NULL,
	 "documents after copies are folded into their origin", "2"},
	{"first", "seen", COLUMN_TEXT, offsetof(T, first_seen), NULL,
	 "earliest publication date, EDTF, with its time where told", "2016-12-16"},
	{"last", "seen", COLUMN_TEXT, offsetof(T, last_seen), NULL, "latest publication date, EDTF", "2016-12-16"},
	TEXT(supersedes, "earlier assertion of the same source that this one updates", NULL),
	TEXT(part_of, "assertion whose subset this is", NULL),
	TEXT(sentence, "words of the first sentence that carries it", NULL),
	DECIMAL(confidence, "0 to 1", "0.9"),
};
#undef T
const struct table assertion_table = {"assertion", "The claims that are one statement. Written by deduplicate.",
				      columns, sizeof columns / sizeof *columns, sizeof(struct assertion)};

#define T struct copy
static const struct column copy_columns[] = {
	TEXT(document, "id of the copy", "d0f…"),
	TEXT(origin, "id of the document whose words it carries", "d1a…"),
	{NULL, "kind", COLUMN_ENUM, offsetof(T, kind), copy_kinds, "how it relates to its origin", "edited"},
	DECIMAL(similarity, "0 to 1: resemblance of the shingles, or containment", "0.87"),
	{NULL, "shared", COLUMN_INT, offsetof(T, shared), NULL, "sentences in common", "14"},
};
#undef T
const struct table copy_table = {"copy", "A document that carries another one's words. Written by deduplicate.",
				 copy_columns, sizeof copy_columns / sizeof *copy_columns, sizeof(struct copy)};

#define T struct dating
static const struct column dating_columns[] = {
	TEXT(document, "id of the document that had no date", "d0f…"),
	TEXT(published, "publication date inferred, EDTF", "2016-12-16"),
	{NULL, "evidence", COLUMN_LIST, offsetof(T, evidence), NULL,
	 "documents that it shares sentences, quotes or statements with", "d1a…"},
	{NULL, "shared", COLUMN_INT, offsetof(T, shared), NULL, "sentences and statements in common", "3"},
};
#undef T
const struct table dating_table = {"dating", "The inferred date of a document that had none. Written by deduplicate.",
				   dating_columns, sizeof dating_columns / sizeof *dating_columns,
				   sizeof(struct dating)};

/* "In October", stated in November: of another time than the present, however lately it was over. */
static bool is_months(const struct interval *i)
{
	return !i->slash && i->first.unit == INTERVAL_DATE && i->first.at.date.grain != DATE_DAY && !i->first.mark;
}

/* A count that begins or ends this long before it was stated is no count of the present. */
enum { LONG_SINCE_DAYS = 60, LONG_OVER_DAYS = 30 };

struct str assertion_scope(struct str period, int32_t stated, struct arena *arena)
{
	struct interval i;
	int32_t first, last;
	bool begins, ends;
	/* of a number that nobody knows when it was stated, all days that it tells are over */
	int64_t day = stated == INT32_MIN ? INT64_MAX : stated;

	if (!interval_parse(period, &i, NULL))
		return STR_NULL;
	begins = interval_first_day(&i, &first);
	ends = interval_last_day(&i, &last);
	if (ends && last < day - (is_months(&i) ? 0 : LONG_OVER_DAYS)) {
		bool year = !begins || last - first > 31;
		struct date over = date_at(date_of_days(last), year ? DATE_YEAR : DATE_MONTH);

		return str_printf(arena, "in %.*s", STR_ARG(date_format(arena, over)));
	}
	if (begins && first < day - LONG_SINCE_DAYS && (!ends || last > first + LONG_SINCE_DAYS))
		return str_printf(arena, "since %d", date_of_days(first).year);
	return STR_NULL;
}

/* "about", "more than": what is said before the number. */
static struct str before_number(const struct assertion *a)
{
	if (a->qualifier == QUALIFIER_EXACT && strs_has(a->qualifiers, STR("more_than")))
		return STR("more than ");
	if (a->qualifier == QUALIFIER_EXACT && strs_has(a->qualifiers, STR("at_least")))
		return STR("at least ");
	return a->qualifier == QUALIFIER_ORDER ? STR("vaguely ") : str_of(qualifier_words[a->qualifier]);
}

struct str assertion_words(struct arena *arena, const struct assertion *a)
{
	struct str parts[4] = {before_number(a)};

	if (a->best.known) {
		parts[1] = decimal_grouped(arena, a->best);
	} else if (!a->high.known) {
		parts[1] = decimal_grouped(arena, a->low);
		parts[2] = STR(" or more");
	} else if (!a->low.known) {
		parts[1] = decimal_grouped(arena, a->high);
		parts[2] = STR(" or less");
	} else {
		parts[1] = decimal_grouped(arena, a->low);
		parts[2] = STR(" to ");
		parts[3] = decimal_grouped(arena, a->high);
	}
	return str_concat(arena, parts, 4);
}
