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
	struct table flat; /* the shown columns */
	const struct json_row *properties;
	size_t *from;		/* [flat.n] their numbers in the table */
	struct row_cell *shown; /* [flat.n] */
	int lat, lon;		/* columns of the table */
	bool any;
};

/* What a map shows of a row; the rest stands under its id in the table. */
static const char *const shown[RELEASED_COUNT] = {
	[RELEASED_TIMELINE] = "id when type status agent_name target_name place_name place_country place_precision "
			      "source_name stated polarity modality background independent sentence",
	[RELEASED_TRACKS] = "id place_name place_country place_precision measure subject unit aspect low best high "
			    "open_low open_high status sources as_of why episode_from episode_to closed",
};

/* The shown columns without groups: properties of a feature are flat, as maps want them. */
static void lay_out(struct geojson *g, const struct table *table, const char *names, struct arena *arena)
{
	struct column *columns = ARENA_ARRAY(arena, struct column, table->n);

	g->from = ARENA_ARRAY(arena, size_t, table->n);
	g->shown = ARENA_ARRAY(arena, struct row_cell, table->n);
	g->flat.columns = columns;
	for (struct str rest = str_of(names); rest.at;) {
		const char *name = str_dup(arena, str_cut(&rest, ' ')).at;
		int column = table_column(table, str_of(name));

		if (column < 0)
			continue;
		g->from[g->flat.n] = (size_t)column;
		columns[g->flat.n] = table->columns[column];
		columns[g->flat.n].group = NULL;
		columns[g->flat.n++].name = name;
	}
	g->properties = json_row_of(arena, &g->flat, NULL);
}

struct geojson *geojson_open(struct export *ex, enum released_name which)
{
	const struct table *table = &ex->tables[which].table;
	int lat = table_column(table, STR("place_lat")), lon = table_column(table, STR("place_lon"));
	struct arena *keep = &ex->st->keep;

	if (!shown[which] || lat < 0 || lon < 0)
		return NULL;
	struct geojson *g = ARENA_NEW(keep, struct geojson);

	*g = (struct geojson){.ex = ex,
			      .name = str_printf(keep, "%s.geojson", ex->tables[which].name).at,
			      .sum = sha256_begin(),
			      .lat = lat,
			      .lon = lon};
	lay_out(g, table, shown[which], keep);
	g->out = outfile_open(str_printf(keep, "%s/%s", ex->st->output, g->name).at);
	outfile_watch(g->out, sha256_take, g->sum);
	outfile_text(g->out, "{\"type\":\"FeatureCollection\",\"name\":\"");
	outfile_text(g->out, ex->tables[which].name);
	outfile_text(g->out, "\",\"as_of\":\"");
	outfile_write(g->out, ex->as_of); /* a day */
	outfile_text(g->out, "\",\"features\":[");
	return g;
}

void geojson_row(struct geojson *g, const struct row_cell *cells)
{
	if (!g || cells[g->lat].text.n == 0 || cells[g->lon].text.n == 0)
		return;
	for (size_t i = 0; i < g->flat.n; i++)
		g->shown[i] = cells[g->from[i]];
	outfile_text(g->out, g->any ? ",\n" : "\n");
	outfile_text(g->out, "{\"type\":\"Feature\",\"geometry\":{\"type\":\"Point\",\"coordinates\":[");
	outfile_write(g->out, cells[g->lon].text);
	outfile_text(g->out, ",");
	outfile_write(g->out, cells[g->lat].text);
	outfile_text(g->out, "]},\"properties\":");
	json_row_write(g->out, g->properties, g->shown, &g->scratch);
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
