#include "records/claim.h"

#include <stddef.h>

#include "base/hash.h"

#define T struct claim
#define TEXT(name, about, example)                                                                                     \
	{                                                                                                              \
		NULL, #name, COLUMN_TEXT, offsetof(T, name), NULL, about, example                                      \
	}
#define DECIMAL(name, about, example)                                                                                  \
	{                                                                                                              \
		NULL, #name, COLUMN_DECIMAL, offsetof(T, name), NULL, about, example                                   \
	}
static const struct column columns[] = {
	TEXT(id, "id of the claim: from document, span and measure", "c3b…"),
	TEXT(document, "id of the document", "d0f…"),
	TEXT(mention, "id of the mention it was made from", "m1c…"),
	{NULL, "start", COLUMN_INT, offsetof(T, start), NULL, "start of the span [bytes]", "830"},
	{NULL, "end", COLUMN_INT, offsetof(T, end), NULL, "end of the span [bytes]", "842"},
	{NULL, "block", COLUMN_ENUM, offsetof(T, block), block_kinds,
	 "kind of the block it stands in; dateline, body and quote reach tracks", "body"},
	TEXT(surface, "words of the span", "4,500 rebels"),
	TEXT(sentence, "words of the sentence", NULL),
	{NULL, "sentence_start", COLUMN_INT, offsetof(T, sentence_start), NULL, "start of the sentence [bytes]", "812"},
	{NULL, "sentence_end", COLUMN_INT, offsetof(T, sentence_end), NULL, "end of the sentence [bytes]", "960"},
	TEXT(measure, "what is stated: killed, evacuated …; empty for a plain quantity", "evacuated"),
	TEXT(subject, "class of what is counted", "fighters"),
	TEXT(side,
	     "adjective of the country whose soldiers or fighters they are, or whose people abroad; empty where the "
	     "words do not tell",
	     "Azerbaijani"),
	TEXT(noun, "counted head noun as written", "rebels"),
	TEXT(unit, "unit; empty for a plain count", "percent"),
	{NULL, "qualifier", COLUMN_ENUM, offsetof(T, qualifier), qualifiers, "what the wording says of the number",
	 "exact"},
	DECIMAL(low, "least number that the wording allows; empty: open", "4500"),
	DECIMAL(best, "the number stated; empty for a range or a vague count", "4500"),
	DECIMAL(high, "greatest number that the wording allows; empty: open", "4500"),
	{NULL, "aspect", COLUMN_ENUM, offsetof(T, aspect), aspects, "total, stock, or what one day or blow added",
	 "cumulative"},
	TEXT(period, "what the number covers, EDTF", "2011/.."),
	TEXT(stated, "when it was said, EDTF", "2016-12-16"),
	TEXT(period_timex, "expression behind period while the document has no date", NULL),
	TEXT(stated_timex, "expression behind stated while the document has no date", NULL),
	TEXT(told_timex, "last date told before it, while the document has no date", NULL),
	PLACE_COLUMNS(T, place, "where"),
	SOURCE_COLUMNS(T, "source", source, "who states it"),
	SOURCE_COLUMNS(T, "source_org", source_org, "whom the source speaks for"),
	{NULL, "chain", COLUMN_LIST, offsetof(T, chain), NULL, "who relayed it, outermost last", "afp"},
	TEXT(part_of, "claim whose subset this is", "c77…"),
	{NULL, "polarity", COLUMN_ENUM, offsetof(T, polarity), polarities, "asserted or denied", "asserted"},
	{NULL, "modality", COLUMN_ENUM, offsetof(T, modality), modalities, "actual, planned, possible or demanded",
	 "actual"},
	{NULL, "some", COLUMN_BOOL, offsetof(T, some), NULL,
	 "counts some among those of its measure: \"three are in critical condition\", \"six of his children\"",
	 "true"},
	{NULL, "former", COLUMN_BOOL, offsetof(T, former), NULL,
	 "told only as what was said before: \"an earlier toll put the dead at 12\"", "true"},
	{NULL, "quoted", COLUMN_BOOL, offsetof(T, quoted), NULL, "inside a quotation", "true"},
	DECIMAL(confidence, "0 to 1", "0.9"),
	{NULL, "rules", COLUMN_LIST, offsetof(T, rules), NULL, "names of the rules that made it", "measure.passive"},
	TEXT(assertion, "assertion it belongs to; filled by deduplicate", "a5d…"),
};
#undef DECIMAL
#undef TEXT
#undef T

const struct table claim_table = {"claim", "One number that somebody states about something. Written by normalise.",
				  columns, sizeof columns / sizeof *columns, sizeof(struct claim)};

struct str claim_id(struct arena *arena, struct str document, int64_t start, int64_t end, struct str measure)
{
	struct str parts[] = {document, span_format(arena, start, end), measure};

	return hash_id(arena, 'c', parts, 3);
}

struct str claim_counted(const struct claim *c, struct arena *arena)
{
	/* cases and patients are people who have been infected: "204 cases", "204 people had caught it" */
	bool cases = str_is(c->measure, "infected") && (str_is(c->subject, "infected") || str_is(c->subject, "sick"));
	struct str subject = cases ? STR("people") : c->subject;

	return c->side.n ? str_concat(arena, (struct str[]){c->side, STR(" "), subject}, 3) : subject;
}
