#include "geojson.h"

#include "files/digest.h"
#include "files/json_row.h"
#include "files/outfile.h"

struct geojson {
	struct export *ex;
	const char *name;
	struct outfile *out;
	struct sha256 *sum;
	struct arena scratch;
	const struct json_row *properties;
	size_t lat, lon; /* offsets of decimals in the record */
	bool any;
};

/* What a map shows of a row; the rest stands under its id in the table. */
static const char *const shown[RELEASED_COUNT] = {
	[RELEASED_TIMELINE] = "id when type status agent_name target_name place_name place_country place_precision "
			      "source_name stated polarity modality background independent sentence",
	[RELEASED_TRACKS] = "id place_name place_country place_precision measure subject unit aspect low best high "
			    "open_low open_high status sources as_of why episode_from episode_to closed",
};

static const struct column *column_of(const struct table *table, const char *name)
{
	int i = table_column(table, str_of(name));

	return i >= 0 ? &table->columns[i] : NULL;
}

/* The shown columns without groups: properties of a feature are flat, as maps want them. */
static const struct json_row *properties_of(struct arena *arena, const struct table *table, const char *names)
{
	struct table *flat = ARENA_NEW(arena, struct table);
	struct column *columns = ARENA_ARRAY(arena, struct column, table->n);

	for (struct str rest = str_of(names); rest.at;) {
		const char *name = str_dup(arena, str_cut(&rest, ' ')).at;
		const struct column *c = column_of(table, name);

		if (!c)
			continue;
		columns[flat->n] = *c;
		columns[flat->n].group = NULL;
		columns[flat->n++].name = name;
	}
	flat->columns = columns;
	return json_row_of(arena, flat, NULL);
}

struct geojson *geojson_open(struct export *ex, enum released_name which)
{
	const struct table *table = &ex->tables[which].table;
	const struct column *lat = column_of(table, "place_lat"), *lon = column_of(table, "place_lon");
	struct arena *keep = &ex->st->keep;

	if (!shown[which] || !lat || !lon)
		return NULL;
	struct geojson *g = ARENA_NEW(keep, struct geojson);

	*g = (struct geojson){.ex = ex,
			      .name = str_printf(keep, "%s.geojson", ex->tables[which].name).at,
			      .sum = sha256_begin(),
			      .lat = lat->offset,
			      .lon = lon->offset,
			      .properties = properties_of(keep, table, shown[which])};
	g->out = outfile_open(str_printf(keep, "%s/%s", ex->st->output, g->name).at);
	outfile_watch(g->out, sha256_take, g->sum);
	outfile_text(g->out, "{\"type\":\"FeatureCollection\",\"name\":\"");
	outfile_text(g->out, ex->tables[which].name);
	outfile_text(g->out, "\",\"as_of\":\"");
	outfile_write(g->out, ex->as_of); /* a day */
	outfile_text(g->out, "\",\"features\":[");
	return g;
}

void geojson_row(struct geojson *g, const void *record)
{
	struct decimal lat, lon;

	if (!g)
		return;
	memcpy(&lat, (const char *)record + g->lat, sizeof lat);
	memcpy(&lon, (const char *)record + g->lon, sizeof lon);
	if (!lat.known || !lon.known)
		return;
	outfile_text(g->out, g->any ? ",\n" : "\n");
	outfile_text(g->out, "{\"type\":\"Feature\",\"geometry\":{\"type\":\"Point\",\"coordinates\":[");
	outfile_write(g->out, decimal_format(&g->scratch, lon));
	outfile_text(g->out, ",");
	outfile_write(g->out, decimal_format(&g->scratch, lat));
	outfile_text(g->out, "]},\"properties\":");
	json_row_write(g->out, g->properties, record, &g->scratch);
	outfile_text(g->out, "}");
	g->any = true;
	arena_reset(&g->scratch);
}

void geojson_close(struct geojson *g)
{
	char hex[DIGEST_SHA256_HEX];

	if (!g)
		return;
	outfile_text(g->out, "\n]}\n");
	uint64_t bytes = outfile_size(g->out);

	outfile_close(g->out);
	sha256_end(g->sum, hex);
	export_sum(g->ex, g->name, hex, bytes);
	arena_free(&g->scratch);
}
