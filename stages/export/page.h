/* page - report.html: the release as one page to read. It needs no network and no script:
 * what changed and what is contested on top, then the timeline by day, then a plot for each
 * track with a table beside it, then the tracks that have no plot as a table. */
#ifndef RECOUNT_PAGE_H
#define RECOUNT_PAGE_H

#include "export.h"
#include "page_index.h"

/* An article that carries a statement. */
struct page_report {
	struct str document, publisher, title, url, published;
	bool copy; /* it carries another article's words */
};

enum { PAGE_REPORTS = 5, PAGE_NO_TRACK = -1 };

/* An assertion: what one source says, in however many articles. */
struct page_statement {
	struct str id;
	struct str source; /* id of the organisation, person or publication that says it; empty: unknown */
	struct str who;	   /* its name as shown: "Rosa Quispe (civil defence)" */
	struct str stated, sentence;
	int qualifier, polarity, modality;
	struct decimal low, best, high;
	int32_t day; /* on which it was said, else published [days since 1970-01-01] */
	bool dated, found;
	bool current;  /* the latest estimate rests on it */
	int64_t count; /* reports; independent ones */
	int64_t independent;
	struct page_report reports[PAGE_REPORTS];
	size_t n_reports;		     /* of these */
	const struct page_statement *before; /* same source, other number: this one revises it */
};

/* An estimate: a track as of a day. */
struct page_step {
	int32_t day;
	struct estimate estimate;
};

struct page_track {
	struct track track;
	bool plotted;
	struct page_statement *statements; /* [n] the latest ones, in order of time */
	size_t n, earlier;		   /* earlier: statements that are left out */
	struct {
		struct page_step *at;
		size_t n, room;
	} steps;		 /* in order of days; of a plotted track */
	unsigned place, measure; /* numbers for the filter */
};

struct page_event {
	struct event_row row;
	size_t number; /* in order of the table */
	int32_t day;
	bool dated;
};

/* A word to filter by, and how often it stands on the page. */
struct page_choice {
	struct str id, name;
	uint32_t n;
	uint32_t rank; /* 0: most frequent */
};

struct page_choices {
	struct page_choice *at;
	size_t n, room;
	struct page_index index; /* by id */
};

struct page {
	struct export *ex;
	struct arena *keep;
	struct arena scratch; /* empties after each piece is written */
	struct buf html;
	struct outfile *out;
	struct page_track *tracks; /* [n_tracks] plotted ones first */
	size_t n_tracks, n_plotted;
	uint64_t all_tracks, all_events, all_changes, all_contested, all_contradictions, all_sources, all_documents,
		all_figures;
	struct page_index plotted; /* tracks with a plot: number into `tracks` */
	struct page_index wanted;  /* assertions: number into `statements` */
	struct {
		struct page_statement **at;
		size_t n, room;
	} statements;
	struct {
		struct contradiction *at;
		size_t n, room;
	} contradictions;	/* latest first */
	struct page_index told; /* event ids of contradictions: number into `tellings` */
	struct {
		struct page_report *at;
		size_t n, room;
	} tellings;
	struct {
		struct change_row *at;
		size_t n, room;
	} changes;
	struct {
		struct page_event *at;
		size_t n, room;
	} events; /* in order of days */
	struct page_choices places, measures, sources;
};

/* Write FOLDER/report.html from the finished tables of the release. */
void page_write(struct export *ex);

/* --- what it is made of, in the order of the page --- */
void page_load(struct page *p);		   /* page_load.c */
void page_load_statements(struct page *p); /* page_statements.c */
void page_load_events(struct page *p);	   /* page_events.c */
void page_choose(struct page *p);	   /* page_choices.c: who and where, ranked */
void page_head(struct page *p);		   /* page_head.c */
void page_summary(struct page *p);	   /* page_summary.c */
void page_changes(struct page *p);	   /* page_changes.c */
void page_contested(struct page *p);	   /* page_contested.c */
void page_timeline(struct page *p);	   /* page_timeline.c */
void page_tracks(struct page *p);	   /* page_tracks.c */
void page_rest(struct page *p);		   /* page_rest.c: tracks without a plot */
void page_legend(struct page *p);	   /* page_legend.c: how to read it */
void page_tail(struct page *p);		   /* page_head.c */

/* What was written goes to the file; the scratch arena empties. */
void page_flush(struct page *p);

/* Has a part of the page used up what it may, in MB of the file so far? Then it says how
 * much is left out, and the parts after it still have room: together below 20 MB, whatever
 * the articles hold. */
enum page_room {
	PAGE_ROOM_CHANGES = 3,
	PAGE_ROOM_CONTESTED = 6,
	PAGE_ROOM_TIMELINE = 9,
	PAGE_ROOM_PLOTS = 16,
	PAGE_ROOM_REST = 18
};
bool page_is_full(const struct page *p, enum page_room room);
/* "and 12 more in tracks.csv" as an element of its own. */
void page_left_out(struct page *p, size_t n, const char *file);

#endif
