/* A native chart for each track that has one: low and high as thin lines, best as a bold
 * one, over the days of its estimates. */
#include <stdlib.h>

#include "records/quantity_words.h"
#include "workbook_parts.h"

enum {
	CHARTS_A_ROW = 2,
	CHART_WIDTH = 620,  /* [pixels] */
	CHART_HEIGHT = 320, /* [pixels] */
	COLUMNS_A_CHART = 10,
	ROWS_A_CHART = 18, /* its heading included */
	FIRST_ROW = 2,
	LABELS = 6,	 /* days named on an axis, about */
	ROWS_A_PAGE = 3, /* of charts, in print */
	COLOUR_BEST = 0x1F4E79,
	COLOUR_BOUND = 0x7FA7C9,
	COLOUR_GRID = 0xE3E3E3,
	COLOUR_TEXT = 0x404040,
};

/* Columns of estimates that a chart needs, by number. */
struct columns {
	int as_of, place, measure, subject, unit, aspect, low, best, high, status, track;
};

static struct columns columns_of(const struct book *book)
{
	const struct table *t = &book->ex->tables[RELEASED_ESTIMATES].table;

	return (struct columns){
		.as_of = table_column(t, STR("as_of")),
		.place = table_column(t, STR("place_name")),
		.measure = table_column(t, STR("measure")),
		.subject = table_column(t, STR("subject")),
		.unit = table_column(t, STR("unit")),
		.aspect = table_column(t, STR("aspect")),
		.low = table_column(t, STR("low")),
		.best = table_column(t, STR("best")),
		.high = table_column(t, STR("high")),
		.status = table_column(t, STR("status")),
		.track = table_column(t, STR("track")),
	};
}

/* "people evacuated, Aleppo (stock)": what is counted, where, and how where it is no total. */
static struct str title_of(struct book *book, const struct columns *c, const struct str *row)
{
	struct buf b = {.arena = &book->scratch};
	bool cut;

	buf_add(&b, quantity_words(b.arena, row[c->measure], row[c->subject], row[c->unit]));
	if (row[c->place].n)
		buf_printf(&b, ", %.*s", STR_ARG(row[c->place]));
	if (!str_eq(row[c->aspect], STR("cumulative")) && row[c->aspect].n)
		buf_printf(&b, " (%.*s)", STR_ARG(row[c->aspect]));
	struct str title = cell_text(buf_str(&b), &book->scratch, &cut);

	/* The library takes a title that begins with = for a formula. */
	return str_printf(&book->keep, "%s%.*s", str_starts(title, STR("=")) ? " " : "",
			  (int)(title.n > 200 ? 200 : title.n), title.at);
}

static double day_of(struct book *book, struct str text)
{
	struct cell day;

	return cell_date(text, &day, &book->scratch) ? day.number : 0;
}

void workbook_runs_add(struct book *book, const struct str *row, lxw_row_t at)
{
	struct columns c = columns_of(book);
	uint64_t track = workbook_key(row[c.track]);
	struct workbook_run *run = book->runs.n ? &book->runs.at[book->runs.n - 1] : NULL;
	double day = day_of(book, row[c.as_of]);

	if (!run || run->track != track) {
		struct workbook_run new = {.track = track,
					   .rank = workbook_map_find(&book->notes->tracks, track),
					   .title = title_of(book, &c, row),
					   .first = at,
					   .first_day = day};

		LIST_ADD(&book->keep, &book->runs, new);
		run = &book->runs.at[book->runs.n - 1];
	}
	run->last = at;
	run->last_day = day;
	run->status = str_spaced(&book->keep, row[c.status]);
	run->low |= row[c.low].n > 0;
	run->best |= row[c.best].n > 0;
	run->high |= row[c.high].n > 0;
	run->negative |= str_starts(row[c.low], STR("-")) || str_starts(row[c.best], STR("-"));
}

static bool can_be_charted(const struct workbook_run *r)
{
	return r->first_day > 0 && r->last_day >= r->first_day && (r->low || r->best || r->high);
}

/* Contested first, then with more than one day, then the newest. */
static int by_rank(const void *a, const void *b)
{
	const struct workbook_run *x = a, *y = b;
	uint64_t contested = workbook_rank(true, 0, 0);
	bool lines_x = x->last > x->first, lines_y = y->last > y->first;

	if ((x->rank & contested) != (y->rank & contested))
		return x->rank & contested ? -1 : 1;
	if (lines_x != lines_y)
		return lines_x ? -1 : 1;
	if (x->rank != y->rank)
		return x->rank > y->rank ? -1 : 1;
	return x->first < y->first ? -1 : 1;
}

/* Row of the heading of the i-th chart. */
static lxw_row_t row_of(size_t i)
{
	return FIRST_ROW + (lxw_row_t)(i / CHARTS_A_ROW) * ROWS_A_CHART;
}

void workbook_charts_choose(struct book *book)
{
	struct workbook_runs *runs = &book->runs;
	size_t n = 0;

	for (size_t i = 0; i < runs->n; i++)
		if (can_be_charted(&runs->at[i]))
			runs->at[n++] = runs->at[i];
	runs->n = n;
	if (n)
		qsort(runs->at, n, sizeof *runs->at, by_rank);
	book->n_charts =
		n < (size_t)book->ex->st->conf.workbook_charts ? n : (size_t)book->ex->st->conf.workbook_charts;
	for (size_t i = 0; i < book->n_charts; i++)
		workbook_map_add(&book->keep, &book->charted, runs->at[i].track, row_of(i));
}

struct look {
	const char *column, *name;
	lxw_color_t colour;
	float width;
	uint8_t dash;
	bool marked;
};

static void add_series(const struct book *book, lxw_chart *chart, const struct workbook_run *run,
		       const struct look *look)
{
	const struct table *t = &book->ex->tables[RELEASED_ESTIMATES].table;
	lxw_col_t days = (lxw_col_t)table_column(t, STR("as_of")),
		  values = (lxw_col_t)table_column(t, str_of(look->column));
	lxw_chart_series *series = chart_add_series(chart, NULL, NULL);
	lxw_chart_line line = {.color = look->colour, .width = look->width, .dash_type = look->dash};
	lxw_chart_fill fill = {.color = look->colour};

	chart_series_set_categories(series, "Estimates", run->first, days, run->last, days);
	chart_series_set_values(series, "Estimates", run->first, values, run->last, values);
	chart_series_set_name(series, look->name);
	chart_series_set_line(series, &line);
	chart_series_set_marker_type(series, look->marked ? LXW_CHART_MARKER_CIRCLE : LXW_CHART_MARKER_LONG_DASH);
	chart_series_set_marker_size(series, look->marked ? 6 : run->last > run->first ? 3 : 7);
	chart_series_set_marker_fill(series, &fill);
	chart_series_set_marker_line(series, &line);
}

static void set_days(lxw_chart *chart, const struct workbook_run *run)
{
	int span = (int)(run->last_day - run->first_day), unit = span < LABELS ? 1 : (span + LABELS - 1) / LABELS,
	    margin = unit < 4 ? 1 : unit / 2;
	lxw_chart_font font = {.size = 9, .color = COLOUR_TEXT};
	lxw_chart_line line = {.color = COLOUR_TEXT, .width = 0.75f};

	chart_axis_set_min(chart->x_axis, run->first_day - margin);
	chart_axis_set_max(chart->x_axis, run->last_day + margin);
	chart_axis_set_major_unit(chart->x_axis, unit);
	chart_axis_set_num_format(chart->x_axis, "yyyy-mm-dd");
	chart_axis_set_num_font(chart->x_axis, &font);
	chart_axis_set_line(chart->x_axis, &line);
	chart_axis_major_gridlines_set_visible(chart->x_axis, LXW_FALSE);
}

static void set_numbers(lxw_chart *chart, const struct workbook_run *run)
{
	lxw_chart_font font = {.size = 9, .color = COLOUR_TEXT};
	lxw_chart_line grid = {.color = COLOUR_GRID, .width = 0.75f};
	lxw_chart_line hidden = {.none = LXW_TRUE};

	if (!run->negative) /* else a spreadsheet makes much of little */
		chart_axis_set_min(chart->y_axis, 0);
	chart_axis_set_num_format(chart->y_axis, "#,##0");
	chart_axis_set_num_font(chart->y_axis, &font);
	chart_axis_major_gridlines_set_line(chart->y_axis, &grid);
	chart_axis_set_line(chart->y_axis, &hidden);
}

static void draw(struct book *book, const struct workbook_run *run, lxw_row_t row, lxw_col_t column)
{
	static const struct look best = {"best", "best", COLOUR_BEST, 2.75f, LXW_CHART_LINE_DASH_SOLID, true},
				 low = {"low", "low", COLOUR_BOUND, 1.0f, LXW_CHART_LINE_DASH_SOLID, false},
				 high = {"high", "high", COLOUR_BOUND, 1.0f, LXW_CHART_LINE_DASH_DASH, false};
	lxw_chart *chart = workbook_add_chart(book->file, LXW_CHART_SCATTER_STRAIGHT_WITH_MARKERS);
	lxw_chart_font title = {.size = 12, .bold = LXW_TRUE, .color = COLOUR_TEXT};
	lxw_chart_options at = {.x_offset = 2, .y_offset = 2};

	if (run->low)
		add_series(book, chart, run, &low);
	if (run->high)
		add_series(book, chart, run, &high);
	if (run->best) /* last: it lies on top */
		add_series(book, chart, run, &best);
	chart_title_set_name(chart, run->title.at);
	chart_title_set_name_font(chart, &title);
	chart_legend_set_position(chart, LXW_CHART_LEGEND_BOTTOM);
	set_days(chart, run);
	set_numbers(chart, run);
	at.x_scale = CHART_WIDTH / 480.0;
	at.y_scale = CHART_HEIGHT / 288.0;
	workbook_must(book, worksheet_insert_chart_opt(book->charts, row, column, chart, &at));
}

static void head(struct book *book, const struct workbook_run *run, lxw_row_t row, lxw_col_t column)
{
	uint64_t to = workbook_map_find(&book->choices[RELEASED_TRACKS].rows, run->track);
	const char *text = str_printf(&book->keep, "%.*s: %.*s", STR_ARG(run->title), STR_ARG(run->status)).at;

	if (to == WORKBOOK_NOWHERE)
		workbook_must(book, worksheet_write_string(book->charts, row, column, text, book->formats.strong));
	else
		workbook_must(book,
			      worksheet_write_url_opt(
				      book->charts, row, column,
				      str_printf(&book->keep, "internal:'Tracks'!A%llu", (unsigned long long)to + 1).at,
				      book->formats.link, text, NULL));
}

static void set_pages(struct book *book)
{
	size_t rows = (book->n_charts + CHARTS_A_ROW - 1) / CHARTS_A_ROW, n = 0;
	lxw_row_t *breaks = ARENA_ARRAY(&book->keep, lxw_row_t, rows / ROWS_A_PAGE + 2);

	for (size_t i = ROWS_A_PAGE; i < rows; i += ROWS_A_PAGE)
		if (n < LXW_BREAKS_MAX)
			breaks[n++] = FIRST_ROW + (lxw_row_t)i * ROWS_A_CHART;
	if (n)
		workbook_must(book, worksheet_set_h_pagebreaks(book->charts, breaks));
	worksheet_set_landscape(book->charts);
	worksheet_set_paper(book->charts, 9); /* A4 */
	worksheet_set_print_scale(book->charts, 55);
	worksheet_gridlines(book->charts, LXW_HIDE_ALL_GRIDLINES);
}

void workbook_charts(struct book *book)
{
	uint64_t tracks = book->choices[RELEASED_TRACKS].of;
	const char *about =
		str_printf(&book->keep,
			   "%zu of %llu tracks are charted: contested ones first, then those with several days, then "
			   "the newest. Low and high are the least and the greatest number that a current statement "
			   "gives.",
			   book->n_charts, (unsigned long long)tracks)
			.at;

	workbook_must(book, worksheet_write_string(book->charts, 0, 0, about, NULL));
	for (size_t i = 0; i < book->n_charts; i++) { /* headings first: rows must come in order */
		lxw_col_t column = (lxw_col_t)(i % CHARTS_A_ROW * COLUMNS_A_CHART);

		head(book, &book->runs.at[i], row_of(i), column);
		draw(book, &book->runs.at[i], row_of(i) + 1, column);
	}
	set_pages(book);
}
