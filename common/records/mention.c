#include "records/mention.h"

#include <stddef.h>

#include "base/hash.h"

const char *const mention_kinds[] = {"", "figure", "event", "status", "time", "attribution", NULL};

#define T struct mention
#define TEXT(name, about, example)                                                                                     \
	{                                                                                                              \
		NULL, #name, COLUMN_TEXT, offsetof(T, name), NULL, about, example                                      \
	}
static const struct column columns[] = {
	TEXT(id, "id of the mention", "m1c…"),
	TEXT(document, "id of the document", "d0f…"),
	TEXT(published, "publication date of the document, ISO 8601", "2016-12-16"),
	{NULL, "published_basis", COLUMN_ENUM, offsetof(T, published_basis), published_bases,
	 "where the publication date is from", "metadata"},
	TEXT(publisher, "who published the document", "The Daily"),
	TEXT(agency, "wire whose copy it is", "AFP"),
	TEXT(dateline_place, "place of the dateline as written", "BEIRUT"),
	{NULL, "places", COLUMN_LIST, offsetof(T, places), NULL,
	 "all places of the document in the order of the text; in its first row alone", "Aleppo;part=east"},
	{NULL, "kind", COLUMN_ENUM, offsetof(T, kind), mention_kinds, "what is mentioned", "figure"},
	{NULL, "block", COLUMN_ENUM, offsetof(T, block), block_kinds, "kind of the block it stands in", "body"},
	{NULL, "sentence_start", COLUMN_INT, offsetof(T, sentence_start), NULL, "start of the sentence [bytes]", "812"},
	{NULL, "sentence_end", COLUMN_INT, offsetof(T, sentence_end), NULL, "end of the sentence [bytes]", "960"},
	{NULL, "start", COLUMN_INT, offsetof(T, start), NULL, "start of the span [bytes]", "830"},
	{NULL, "end", COLUMN_INT, offsetof(T, end), NULL, "end of the span [bytes]", "842"},
	TEXT(surface, "words of the span", "4,500 rebels"),
	TEXT(sentence, "words of the sentence", NULL),
	TEXT(number, "the number as written", "4,500"),
	{NULL, "value", COLUMN_DECIMAL, offsetof(T, value), NULL, "its value; of a range the first end", "4500"},
	{NULL, "value_to", COLUMN_DECIMAL, offsetof(T, value_to), NULL, "the second end of a range", "5000"},
	TEXT(vague, "phrase of the vague counts", "tens of thousands"),
	{NULL, "qualifier", COLUMN_ENUM, offsetof(T, qualifier), qualifiers, "what the wording says of the number",
	 "more_than"},
	TEXT(qualifier_surface, "the qualifying words", "more than"),
	TEXT(unit, "canonical unit; empty for a plain count", "percent"),
	TEXT(unit_surface, "the unit as written", "per cent"),
	TEXT(noun, "counted head noun as written", "rebels"),
	TEXT(noun_phrase, "the phrase that is counted", "rebel fighters"),
	TEXT(subject, "class of what is counted, of the lexicon", "fighters"),
	TEXT(measure, "what is stated of it, of the lexicon; empty for a plain quantity", "evacuated"),
	TEXT(trigger, "the words that state the measure", "moved out"),
	{NULL, "aspect", COLUMN_ENUM, offsetof(T, aspect), aspects, "total, stock, or what one day or blow added",
	 "cumulative"},
	TEXT(part_of, "mention whose subset this is", "m9a…"),
	TEXT(type, "type of the event, of the lexicon", "evacuation"),
	{NULL, "status", COLUMN_ENUM, offsetof(T, status), statuses, "state of the process", "suspended"},
	TEXT(agent, "who acts", "rebels"),
	TEXT(target, "who or what is acted upon", "convoy"),
	{NULL, "background", COLUMN_BOOL, offsetof(T, background), NULL, "told as background of an earlier date",
	 "false"},
	TEXT(time, "time expression that it covers, unresolved (values/timex.h)", NULL),
	TEXT(time_surface, "that expression as written", "on Friday"),
	TEXT(said, "time expression of when it was said, unresolved", NULL),
	TEXT(said_surface, "that expression as written", "late Thursday"),
	TEXT(told, "last date told before it, unresolved: the anchor of \"a day earlier\"", NULL),
	TEXT(place, "place expression (normalise/where.h)", "Aleppo;part=east"),
	TEXT(place_surface, "that expression as written", "eastern Aleppo"),
	{NULL, "place_start", COLUMN_INT, offsetof(T, place_start), NULL, "start of that expression [bytes]", "850"},
	TEXT(source, "who states it, full name; empty for the narrator", "Staffan de Mistura"),
	TEXT(source_surface, "who states it, as written", "he"),
	TEXT(source_role, "role or description", "UN peace envoy for Syria"),
	TEXT(source_org, "whom a person speaks for, as written", "UN"),
	{NULL, "chain", COLUMN_LIST, offsetof(T, chain), NULL, "who relayed it, outermost last", "AFP"},
	TEXT(cue, "word of saying", "said"),
	{NULL, "source_start", COLUMN_INT, offsetof(T, source_start), NULL, "start of the source's words [bytes]",
	 "800"},
	{NULL, "quoted", COLUMN_BOOL, offsetof(T, quoted), NULL, "inside a quotation", "true"},
	{NULL, "polarity", COLUMN_ENUM, offsetof(T, polarity), polarities, "asserted or denied", "asserted"},
	{NULL, "modality", COLUMN_ENUM, offsetof(T, modality), modalities, "actual, planned, possible or demanded",
	 "actual"},
	{NULL, "confidence", COLUMN_DECIMAL, offsetof(T, confidence), NULL, "0 to 1", "0.9"},
	{NULL, "rules", COLUMN_LIST, offsetof(T, rules), NULL, "names of the rules that made it", "measure.passive"},
	{NULL, "source_spans", COLUMN_SPANS, offsetof(T, source_spans), NULL, "spans of the source [bytes]", "12-30"},
	{NULL, "cue_spans", COLUMN_SPANS, offsetof(T, cue_spans), NULL, "spans of the cue [bytes]", "31-35"},
	{NULL, "content_spans", COLUMN_SPANS, offsetof(T, content_spans), NULL, "spans of the content [bytes]",
	 "36-80"},
};
#undef TEXT
#undef T

const struct table mention_table = {"mention",
				    "A span of text that states something, read but not yet turned into values. "
				    "Written by extract.",
				    columns, sizeof columns / sizeof *columns, sizeof(struct mention)};

struct str mention_id(struct arena *arena, const struct mention *m)
{
	struct str parts[] = {
		m->document,
		str_of(mention_kinds[m->kind]),
		span_format(arena, m->start, m->end),
		m->kind == MENTION_FIGURE ? m->measure : m->type,
		str_of(statuses[m->status]),
		m->agent,
	};

	return hash_id(arena, 'm', parts, sizeof parts / sizeof *parts);
}
