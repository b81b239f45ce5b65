#include "package.h"

#include <jansson.h>

#include "fields.h"
#include "files/folder.h"
#include "manifest.h"

static void add_file(struct export *ex, json_t *resource, const char *name)
{
	struct file_sum sum = manifest_sum(ex, str_of(name));

	json_object_set_new(resource, "bytes", json_integer((json_int_t)sum.bytes));
	json_object_set_new(resource, "hash", json_string(str_printf(&ex->st->keep, "sha256:%s", sum.hex).at));
}

static json_t *dialect_of(const struct conf *conf)
{
	json_t *dialect = json_pack("{s:s, s:s, s:s, s:b, s:b}", "delimiter", conf->csv_semicolon ? ";" : ",",
				    "quoteChar", "\"", "lineTerminator", "\n", "doubleQuote", 1, "header", 1);

	/* The row of hashtags under the header begins with one; of other rows it is quoted. */
	if (conf->csv_hxl)
		json_object_set_new(dialect, "commentChar", json_string("#"));
	return dialect;
}

static json_t *csv_resource(struct export *ex, const struct released *t)
{
	const char *path = str_printf(&ex->st->keep, "%s.csv", t->name).at;
	json_t *schema = fields_schema(ex->tables, (enum released_name)(t - ex->tables));

	if (ex->select) /* ids may name rows that were not selected */
		json_object_del(schema, "foreignKeys");
	struct str about = str_printf(
		&ex->st->keep,
		"%s Rows are in order of: %s. A list is joined with | (escaped by \\ within items). Empty is not "
		"known. White space in a text is folded, its control characters are spaces. A text that a spreadsheet "
		"would run as a formula (it begins with = + - @) has an apostrophe in front: where a cell begins with "
		"apostrophes and then one of these, take one apostrophe away to have the text as it was; %s.json has "
		"it unaltered.",
		t->about, t->order, t->name);
	json_t *r = json_pack("{s:s, s:s, s:s, s:s, s:s, s:s, s:s, s:o, s:o}", "name", t->name, "title", t->about,
			      "path", path, "profile", "tabular-data-resource", "format", "csv", "mediatype",
			      "text/csv", "encoding", "utf-8", "dialect", dialect_of(&ex->st->conf), "schema", schema);

	json_object_set_new(r, "description", json_string(about.at));
	add_file(ex, r, path);
	return r;
}

static json_t *json_resource(struct export *ex, const struct released *t)
{
	const char *path = str_printf(&ex->st->keep, "%s.json", t->name).at,
		   *name = str_printf(&ex->st->keep, "%s-json", t->name).at,
		   *about = str_printf(&ex->st->keep,
				       "The rows of %s.csv as an array of objects, one a line, texts unaltered.",
				       t->name)
				    .at;
	json_t *r =
		json_pack("{s:s, s:s, s:s, s:s, s:s, s:s, s:s}", "name", name, "path", path, "profile", "data-resource",
			  "format", "json", "mediatype", "application/json", "encoding", "utf-8", "description", about);

	add_file(ex, r, path);
	return r;
}

/* What stands beside the tables, where it was made. */
static const struct {
	const char *path, *name, *format, *mediatype, *about;
} others[] = {
	{"timeline.geojson", "timeline-geojson", "geojson", "application/geo+json",
	 "Located events of timeline.csv as points (RFC 7946)."},
	{"tracks.geojson", "tracks-geojson", "geojson", "application/geo+json",
	 "Located tracks of tracks.csv as points (RFC 7946)."},
	{"recount.xlsx", "workbook", "xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
	 "The tables as a workbook, with a chart a track."},
	{"report.html", "report", "html", "text/html", "The release as a page: changes, timeline, a plot a track."},
};

static void add_others(struct export *ex, json_t *resources)
{
	for (size_t i = 0; i < sizeof others / sizeof *others; i++) {
		if (!path_exists(str_printf(&ex->st->keep, "%s/%s", ex->st->output, others[i].path).at))
			continue;
		json_t *r = json_pack("{s:s, s:s, s:s, s:s, s:s, s:s}", "name", others[i].name, "path", others[i].path,
				      "profile", "data-resource", "format", others[i].format, "mediatype",
				      others[i].mediatype, "description", others[i].about);

		add_file(ex, r, others[i].path);
		json_array_append_new(resources, r);
	}
}

static json_t *resources_of(struct export *ex)
{
	json_t *resources = json_array();

	for (size_t i = 0; i < RELEASED_COUNT; i++) {
		json_array_append_new(resources, csv_resource(ex, &ex->tables[i]));
		json_array_append_new(resources, json_resource(ex, &ex->tables[i]));
	}
	add_others(ex, resources);
	return resources;
}

static json_t *licences(void)
{
	return json_pack("[{s:s, s:s, s:s}]", "name", "CC-BY-4.0", "title",
			 "Places: GeoNames, Creative Commons Attribution 4.0. The sentences belong to their "
			 "publishers.",
			 "path", "https://creativecommons.org/licenses/by/4.0/");
}

static json_t *sources(void)
{
	return json_pack("[{s:s}, {s:s, s:s}, {s:s, s:s}]", "title", "The articles listed in documents.csv", "title",
			 "Places: GeoNames", "path", "https://www.geonames.org/", "title",
			 "Countries: ISO 3166-1; precision of places as UCDP GED grades it", "path",
			 "https://ucdp.uu.se/downloads/");
}

/* The profile is data-package, for not every resource is a table; the CSV have their own. */
void package_write(struct export *ex)
{
	const char *name = str_printf(&ex->st->keep, "recount-%s", ex->as_of.at).at,
		   *title = str_printf(&ex->st->keep, "Figures and timeline as of %s", ex->as_of.at).at;

	const char *part = ex->selection ? str_printf(&ex->st->keep,
						      " Only rows with %s; ids may name rows that are "
						      "not among them.",
						      ex->selection)
						   .at
					 : "";
	struct str about =
		str_printf(&ex->st->keep,
			   "What news articles state: who said how many, when and where, in "
			   "which words; and what follows from it, with the contradictions "
			   "named.%s Made by Recount " RECOUNT_VERSION "; manifest.json names the inputs and settings.",
			   part);

	manifest_json(ex, "datapackage.json",
		      json_pack("{s:s, s:s, s:s, s:s, s:s, s:s, s:o, s:o, s:[s, s, s], s:o}", "profile", "data-package",
				"name", name, "title", title, "version", ex->as_of.at, "as_of", ex->as_of.at,
				"description", about.at, "licenses", licences(), "sources", sources(), "keywords",
				"news", "figures", "timeline", "resources", resources_of(ex)));
}
