#include "workbook.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "values/date.h"
#include "workbook_parts.h"

/* As an analyst goes through them. */
static const enum released_name order[RELEASED_COUNT] = {
	RELEASED_FIGURES, RELEASED_TRACKS,  RELEASED_ESTIMATES, RELEASED_TIMELINE,  RELEASED_CONTRADICTIONS,
	RELEASED_CHECKS,  RELEASED_CHANGES, RELEASED_SOURCES,	RELEASED_DOCUMENTS,
};

void workbook_must(const struct book *book, lxw_error error)
{
	if (error == LXW_NO_ERROR)
		return;
	remove(book->temporary);
	die(error == LXW_ERROR_MEMORY_MALLOC_FAILED ? EXIT_INTERNAL : EXIT_OUTPUT,
	    "cannot write %s/recount.xlsx: %s; free some space and run again, or set workbook = false",
	    book->ex->st->output, lxw_strerror(error));
}

static void add_sheets(struct book *book)
{
	for (size_t i = 0; i < RELEASED_COUNT; i++) {
		book->sheets[order[i]] = workbook_add_worksheet(book->file, workbook_sheet_name(order[i]));
		book->numbers[order[i]] = book->sheets[order[i]]->index + 1u;
		if (order[i] == RELEASED_TRACKS)
			book->charts = workbook_add_worksheet(book->file, "Charts");
	}
	book->about = workbook_add_worksheet(book->file, "About");
	book->readme = workbook_add_worksheet(book->file, "README");
}

static lxw_format *filled(struct book *book, lxw_color_t colour)
{
	lxw_format *f = workbook_add_format(book->file);

	format_set_bg_color(f, colour);
	return f;
}

static void add_formats(struct book *book)
{
	struct workbook_formats *f = &book->formats;

	f->header = filled(book, 0x1F4E79);
	format_set_font_color(f->header, LXW_COLOR_WHITE);
	format_set_bold(f->header);
	f->whole = workbook_add_format(book->file);
	format_set_num_format(f->whole, "#,##0");
	f->link = workbook_add_format(book->file);
	format_set_font_color(f->link, 0x0563C1);
	format_set_underline(f->link, LXW_UNDERLINE_SINGLE);
	f->strong = workbook_add_format(book->file);
	format_set_bold(f->strong);
	format_set_align(f->strong, LXW_ALIGN_VERTICAL_TOP);
	f->title = workbook_add_format(book->file);
	format_set_bold(f->title);
	format_set_font_size(f->title, 16);
	f->wrap = workbook_add_format(book->file);
	format_set_text_wrap(f->wrap);
	format_set_align(f->wrap, LXW_ALIGN_VERTICAL_TOP);
	f->colours[COLOUR_CONTESTED] = filled(book, 0xFCE4C4);
	f->colours[COLOUR_REVISED] = filled(book, 0xD6E6F5);
	f->colours[COLOUR_NEW] = filled(book, 0xDDF0DA);
	f->colours[COLOUR_GONE] = filled(book, 0xE4E4E4);
}

/* The library asks the clock when it is given no time, and takes 0 for none. */
static void set_properties(struct book *book)
{
	time_t noon = (time_t)book->ex->as_of_day * 86400 + 43200;
	lxw_doc_properties p = {
		.title =
			(char *)str_printf(&book->keep, "Figures and timeline as of %.*s", STR_ARG(book->ex->as_of)).at,
		.author = "Recount " RECOUNT_VERSION,
		.comments = "Made from news articles; manifest.json beside it names inputs and settings.",
		.created = noon,
	};

	workbook_must(book, workbook_set_properties(book->file, &p));
}

static void open_book(struct book *book, const struct export *ex)
{
	lxw_workbook_options options = {.constant_memory = LXW_TRUE, .tmpdir = (char *)ex->st->output};

	*book = (struct book){.ex = ex, .notes = ex->notes};
	book->temporary = str_printf(&book->keep, "%s/.recount.xlsx.tmp%ld", ex->st->output, (long)getpid()).at;
	book->file = workbook_new_opt(book->temporary, &options);
	if (!book->file)
		die(EXIT_INTERNAL, "out of memory writing recount.xlsx");
	add_sheets(book);
	add_formats(book);
	set_properties(book);
}

static void choose(struct book *book)
{
	const struct conf *conf = &book->ex->st->conf;

	for (size_t i = 0; i < RELEASED_COUNT; i++) {
		size_t n = book->notes->rows[i].n, whole = (size_t)conf->workbook_whole,
		       most = n <= whole ? n : (size_t)conf->workbook_rows;

		book->choices[i] = workbook_choose(book->notes, (enum released_name)i, most, &book->keep);
	}
}

/* Figures before estimates, which tell what they rest on; estimates before tracks: they
 * tell which tracks are charted, and where. */
static void fill(struct book *book)
{
	workbook_sheet(book, RELEASED_FIGURES);
	workbook_sheet(book, RELEASED_ESTIMATES);
	workbook_charts_choose(book);
	for (size_t i = 0; i < RELEASED_COUNT; i++)
		if (order[i] != RELEASED_FIGURES && order[i] != RELEASED_ESTIMATES)
			workbook_sheet(book, order[i]);
	workbook_charts(book);
	workbook_about(book);
	workbook_readme(book);
}

/* Read back, synced, then renamed: it is there whole or not at all. */
static void close_book(struct book *book)
{
	const char *path = str_printf(&book->keep, "%s/recount.xlsx", book->ex->st->output).at;
	lxw_error error = workbook_close(book->file);

	workbook_must(book, error);
	if (!workbook_is_whole(book))
		workbook_must(book, LXW_ERROR_ZIP_FILE_ADD);
	int fd = open(book->temporary, O_RDONLY | O_CLOEXEC);

	if (fd < 0 || fsync(fd) != 0 || close(fd) != 0 || rename(book->temporary, path) != 0)
		workbook_must(book, LXW_ERROR_CREATING_XLSX_FILE);
	arena_free(&book->keep);
	arena_free(&book->scratch);
}

void workbook_write(const struct export *ex)
{
	struct book *book;

	if (!ex->st->conf.workbook)
		return;
	book = malloc(sizeof *book);
	if (!book)
		die(EXIT_INTERNAL, "out of memory writing recount.xlsx");
	open_book(book, ex);
	choose(book);
	fill(book);
	close_book(book);
	free(book);
}
