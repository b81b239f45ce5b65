#include "page.h"

#include "files/outfile.h"

void page_flush(struct page *p)
{
	outfile_write(p->out, buf_str(&p->html));
	arena_reset(&p->scratch);
	p->html = (struct buf){.arena = &p->scratch};
}

bool page_is_full(const struct page *p, enum page_room room)
{
	return outfile_size(p->out) > (uint64_t)room * 1000000;
}

void page_left_out(struct page *p, size_t n, const char *file)
{
	buf_printf(&p->html, "<p class=\"note\">The page is full; %zu more in %s.</p>\n", n, file);
}

static void write_all(struct page *p)
{
	page_head(p);
	page_summary(p);
	page_changes(p);
	page_contested(p);
	page_timeline(p);
	page_tracks(p);
	page_rest(p);
	page_legend(p);
	page_tail(p);
}

void page_write(struct export *ex)
{
	struct arena keep = {0};
	struct page p = {.ex = ex, .keep = &keep};

	page_load(&p);
	page_load_statements(&p);
	page_load_events(&p);
	page_choose(&p);
	p.out = outfile_open(str_printf(&keep, "%s/report.html", ex->st->output).at);
	p.html = (struct buf){.arena = &p.scratch};
	write_all(&p);
	outfile_close(p.out);
	arena_free(&p.scratch);
	arena_free(&keep);
}
