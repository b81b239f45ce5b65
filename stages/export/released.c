#include "released.h"

#include <assert.h>
#include <stddef.h>

#include "hxl.h"

const char *const change_kinds[] = {"", "new", "revised", "contested", "settled", "gone", NULL};

#define TEXT(name, about, example)                                                                                     \
	{                                                                                                              \
		NULL, #name, COLUMN_TEXT, offsetof(T, name), NULL, about, example                                      \
	}
#define INT(name, about)                                                                                               \
	{                                                                                                              \
		NULL, #name, COLUMN_INT, offsetof(T, name), NULL, about, "2"                                           \
	}
#define DECIMAL(name, about)                                                                                           \
	{                                                                                                              \
		NULL, #name, COLUMN_DECIMAL, offsetof(T, name), NULL, about, "8500"                                    \
	}
#define ARTICLE(T)                                                                                                     \
	{NULL,	     "publisher", COLUMN_TEXT, offsetof(T, article.publisher), NULL, "who published the article",      \
	 "The Daily"},                                                                                                 \
		{NULL,                                                                                                 \
		 "title",                                                                                              \
		 COLUMN_TEXT,                                                                                          \
		 offsetof(T, article.title),                                                                           \
		 NULL,                                                                                                 \
		 "headline of the article",                                                                            \
		 "Flood leaves 12 dead"},                                                                              \
		{NULL,                                                                                                 \
		 "url",                                                                                                \
		 COLUMN_TEXT,                                                                                          \
		 offsetof(T, article.url),                                                                             \
		 NULL,                                                                                                 \
		 "address of the article",                                                                             \
		 "https://example.org/a"},                                                                             \
		{NULL,	      "published",                                                                             \
		 COLUMN_TEXT, offsetof(T, article.published),                                                          \
		 NULL,	      "publication date or date-time of the article, ISO 8601",                                \
		 "2016-12-16"},                                                                                        \
	{                                                                                                              \
		NULL, "published_basis", COLUMN_ENUM, offsetof(T, article.published_basis), published_bases,           \
			"where the publication date is from", "metadata"                                               \
	}

static const struct column figure_more[] = {
	ARTICLE(struct figure_row),
	{NULL, "track", COLUMN_TEXT, offsetof(struct figure_row, track), NULL,
	 "track that it stands on; empty: on none", "t90…"},
	{NULL, "reports", COLUMN_INT, offsetof(struct figure_row, reports), NULL,
	 "documents that carry the same statement; empty: it is on no track", "2"},
	{NULL, "independent", COLUMN_INT, offsetof(struct figure_row, independent), NULL,
	 "the same after copies are folded into their origin", "2"},
};
static const struct column event_more[] = {ARTICLE(struct event_row)};

#define T struct document_row
static const struct column document_columns[] = {
	TEXT(published, "publication date or date-time, ISO 8601", "2016-12-16"),
	{NULL, "published_basis", COLUMN_ENUM, offsetof(T, published_basis), published_bases,
	 "where the publication date is from", "metadata"},
	TEXT(publisher, "who published it", "The Daily"),
	TEXT(title, "headline", "Flood leaves 12 dead"),
	TEXT(url, "address of the article", "https://example.org/a"),
	TEXT(agency, "wire whose copy it is", "AFP"),
	TEXT(byline, "author as written", "Jane Doe"),
	TEXT(language, "BCP 47", "en"),
	{"dateline", "place", COLUMN_TEXT, offsetof(T, dateline_place), NULL, "place of the dateline as written",
	 "BEIRUT"},
	INT(words, "words of the story"),
	INT(figures, "figures read in it"),
	INT(events, "events that it tells"),
	{"copy", "of", COLUMN_TEXT, offsetof(T, copy_of), NULL, "document whose words it carries; empty: its own",
	 "d1a…"},
	{"copy", "kind", COLUMN_ENUM, offsetof(T, copy_kind), copy_kinds, "how it relates to that document", "edited"},
	{"copy", "similarity", COLUMN_DECIMAL, offsetof(T, similarity), NULL, "0 to 1", "0.87"},
	TEXT(ref, "the id that the input gave", "a17"),
	TEXT(document, "id of the document", "d0f…"),
};
#undef T
#define T struct source_row
static const struct column source_columns[] = {
	TEXT(name, "name of the source", "Russian Ministry of Defence"),
	TEXT(type,
	     "government, military, armed_group, igo, ngo, monitor, medical, media, company, witness, person, "
	     "anonymous or "
	     "none (the narrator)",
	     "government"),
	INT(claims, "claims that it makes, in all articles"),
	INT(events, "events that it tells"),
	{"first", "said", COLUMN_TEXT, offsetof(T, first_said), NULL, "first day on which it is quoted, EDTF",
	 "2016-12-15"},
	{"last", "said", COLUMN_TEXT, offsetof(T, last_said), NULL, "last day on which it is quoted, EDTF",
	 "2016-12-16"},
	TEXT(id, "id of the source", "russian-ministry-of-defence"),
};
#undef T
#define T struct change_row
static const struct column change_columns[] = {
	{NULL, "kind", COLUMN_ENUM, offsetof(T, kind), change_kinds, "what became of it since the release before",
	 "revised"},
	TEXT(what, "track or contradiction", "track"),
	TEXT(why, "what changed, in words", "Red Cross raised its count of people evacuated from 25,000 to 30,000"),
	TEXT(measure, "what is counted", "evacuated"),
	TEXT(subject, "class of what is counted, or what the contradiction is about", "people"),
	PLACE_COLUMNS(T, place, "where"),
	{NULL, "status_before", COLUMN_ENUM, offsetof(T, status_before), estimate_statuses,
	 "status in the release before", "agreed"},
	{NULL, "status", COLUMN_ENUM, offsetof(T, status), estimate_statuses, "status now", "contested"},
	{NULL, "low_before", COLUMN_DECIMAL, offsetof(T, low_before), NULL, "low in the release before", "8000"},
	{NULL, "best_before", COLUMN_DECIMAL, offsetof(T, best_before), NULL, "best in the release before", "8000"},
	{NULL, "high_before", COLUMN_DECIMAL, offsetof(T, high_before), NULL, "high in the release before", "8000"},
	DECIMAL(low, "low now"),
	DECIMAL(best, "best now"),
	DECIMAL(high, "high now"),
	{NULL, "sources", COLUMN_LIST, offsetof(T, sources), NULL, "ids of the sources whose statements are new", NULL},
	TEXT(id, "id of the track or contradiction", "t90…"),
};
#undef T

static const struct table document_table = {"document", "", document_columns,
					    sizeof document_columns / sizeof *document_columns,
					    sizeof(struct document_row)};
static const struct table source_table = {"source", "", source_columns, sizeof source_columns / sizeof *source_columns,
					  sizeof(struct source_row)};
static const struct table change_table = {"change", "", change_columns, sizeof change_columns / sizeof *change_columns,
					  sizeof(struct change_row)};

static const struct foreign_key figure_keys[] = {{"document", RELEASED_DOCUMENTS},
						 {"track", RELEASED_TRACKS},
						 {"source_id", RELEASED_SOURCES},
						 {"source_org_id", RELEASED_SOURCES},
						 {NULL, 0}},
				event_keys[] = {{"source_id", RELEASED_SOURCES},
						{"source_org_id", RELEASED_SOURCES},
						{NULL, 0}},
				track_keys[] = {{"track", RELEASED_TRACKS}, {NULL, 0}},
				document_keys[] = {{"copy_of", RELEASED_DOCUMENTS}, {NULL, 0}}, no_keys[] = {{NULL, 0}};

#define FEW(columns) columns, sizeof columns / sizeof *columns

/* How each table is composed: columns of the record that it comes from, then further
 * ones, in the order that `columns` gives (NULL: as they are). */
static const struct {
	const char *name, *about, *order;
	const struct table *base;
	const struct column *more;
	size_t n_more, size;
	const char *columns;
	const struct foreign_key *keys;
} specs[RELEASED_COUNT] = {
	[RELEASED_FIGURES] =
		{"figures", "One number that somebody states about something, with the sentence that says it.",
		 "published (undated last), document, start, end, id", &claim_table, FEW(figure_more),
		 sizeof(struct figure_row),
		 "published measure subject side noun qualifier low best high unit aspect period place_name "
		 "place_admin1 "
		 "place_country source_name source_type source_org_name stated polarity modality quoted surface "
		 "sentence "
		 "reports independent publisher title url published_basis block confidence rules chain place_lat "
		 "place_lon place_precision "
		 "place_parent_name start end sentence_start sentence_end part_of track assertion document source_id "
		 "source_org_id source_org_type place_id place_parent_id id",
		 figure_keys},
	[RELEASED_TIMELINE] =
		{"timeline", "Something that happened, was said or is planned, as one source tells it.",
		 "first day of when (unknown last), when, type, place_name, happening, source_id, id", &event_table,
		 FEW(event_more), sizeof(struct event_row),
		 "when type status agent_name target_name place_name place_admin1 place_country source_name "
		 "source_type "
		 "source_org_name stated polarity modality background quoted surface sentence reports independent "
		 "publisher title url published published_basis plover cameo block confidence rules chain place_lat "
		 "place_lon place_precision place_parent_name happening documents spans agent_id target_id source_id "
		 "source_org_id source_org_type place_id place_parent_id id",
		 event_keys},
	[RELEASED_TRACKS] =
		{"tracks", "One quantity of one episode, with its latest estimate.",
		 "place_name (none last), measure, subject, unit, aspect, episode_from, id", &track_table, NULL, 0,
		 sizeof(struct track),
		 "place_name measure subject unit aspect scope low best high open_low open_high status sources as_of "
		 "why "
		 "episode_from episode_to closed place_admin1 place_country place_lat place_lon place_precision "
		 "place_parent_name assertions aliases place_id place_parent_id id",
		 no_keys},
	[RELEASED_ESTIMATES] =
		{"estimates", "A track as of a day.",
		 "place_name (none last), measure, subject, unit, aspect, track, as_of, id", &estimate_table, NULL, 0,
		 sizeof(struct estimate),
		 "as_of place_name measure subject unit aspect low best high open_low open_high status rule why "
		 "overridden "
		 "place_admin1 place_country place_lat place_lon place_precision place_parent_name basis contested_by "
		 "place_id place_parent_id track id",
		 track_keys},
	[RELEASED_CONTRADICTIONS] = {"contradictions", "Statements of two or more sources that cannot both hold.",
				     "since, kind, subject, id", &contradiction_table, NULL, 0,
				     sizeof(struct contradiction), NULL, track_keys},
	[RELEASED_CHECKS] = {"checks", "An arithmetic relation between tracks.", "as_of, kind, place_name, id",
			     &check_table, NULL, 0, sizeof(struct check), NULL, no_keys},
	[RELEASED_SOURCES] = {"sources", "Who states figures and tells events.", "id", &source_table, NULL, 0,
			      sizeof(struct source_row), NULL, no_keys},
	[RELEASED_DOCUMENTS] = {"documents", "An article that was read.",
				"published (undated last), publisher, document", &document_table, NULL, 0,
				sizeof(struct document_row), NULL, document_keys},
	[RELEASED_CHANGES] = {"changes", "What is different from the release before.",
			      "kind, place_name, measure, subject, id", &change_table, NULL, 0,
			      sizeof(struct change_row), NULL, no_keys},
};

static struct column find(const struct table *base, const struct table *more, struct str name)
{
	int i = more->n ? table_column(more, name) : -1;

	if (i >= 0)
		return more->columns[i];
	i = table_column(base, name);
	assert(i >= 0 && "a released column is no column of its record");
	return base->columns[i];
}

static void compose(struct arena *arena, size_t which, struct released *out)
{
	const struct table *base = specs[which].base;
	const struct table more = {NULL, NULL, specs[which].more, specs[which].n_more, 0};
	struct str rest = str_of(specs[which].columns);
	struct {
		struct column *at;
		size_t n, room;
	} columns = {0};

	while (specs[which].columns && rest.at) {
		struct column c = find(base, &more, str_cut(&rest, ' '));

		LIST_ADD(arena, &columns, c);
	}
	out->table = (struct table){specs[which].name, specs[which].about, columns.n ? columns.at : base->columns,
				    columns.n ? columns.n : base->n, specs[which].size};
	const char **tags = ARENA_ARRAY(arena, const char *, out->table.n);

	for (size_t i = 0; i < out->table.n; i++)
		tags[i] = hxl_tag(arena, specs[which].name, column_name(arena, &out->table.columns[i]));
	out->tags = tags;
}

const struct released *released_tables(struct arena *arena)
{
	struct released *all = ARENA_ARRAY(arena, struct released, RELEASED_COUNT);

	for (size_t i = 0; i < RELEASED_COUNT; i++) {
		all[i] = (struct released){.name = specs[i].name,
					   .about = specs[i].about,
					   .order = specs[i].order,
					   .key = i == RELEASED_DOCUMENTS ? "document"
						  : i == RELEASED_CHANGES ? "what id" /* of a track or contradiction */
									  : "id",
					   .keys = specs[i].keys};
		compose(arena, i, &all[i]);
	}
	return all;
}
