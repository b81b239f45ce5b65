/* conf - pipeline.conf, read once (libconfuse). Every key is explained there, with
 * its unit; a missing file or key means the default shown there. */
#ifndef RECOUNT_CONF_H
#define RECOUNT_CONF_H

#include "base/err.h"
#include "base/str.h"

/* How a contested estimate picks its best number. */
enum conf_policy { POLICY_MEDIAN, POLICY_LATEST, POLICY_PREFERRED, POLICY_WEIGHTED };

struct conf_list {
	const char **at;
	size_t n;
};

struct conf {
	const char *inbox, *store, *out, *overrides; /* paths; "" when not set */
	struct conf_list lexicon;		     /* further lexicon folders */
	long jobs;				     /* processes at once; 0: all cores */
	long part_documents;			     /* documents a part */
	long buckets;				     /* 1..1024 */
	size_t max_record;			     /* [bytes] */
	long max_rejects;			     /* records; more fail the run */
	size_t max_page;	  /* [bytes] of a record of a web archive, and of what it expands to */
	long max_expansion;	  /* ratio, compressed input */
	long max_columns;	  /* of a row of an inbox's CSV */
	struct conf_list columns; /* "field=Column": what the columns of an inbox's CSV are */
	long as_of_gap_days;	  /* one document beyond all others by more: warn */
	/* reconcile */
	long tolerance_percent;	   /* what "about" reaches to each side */
	long stock_window_days;	   /* how long a statement of a stock stays current */
	long total_window_days;	   /* how long a running total stays current beside newer ones */
	long episode_silence_days; /* silent days after which an episode closes */
	enum conf_policy policy;
	struct conf_list preferred_sources; /* ids, best first */
	struct conf_list source_weights;    /* "type=weight" */
	/* export */
	bool csv_bom, csv_hxl, csv_semicolon, plain_quantities;
	bool workbook;	      /* make recount.xlsx */
	long workbook_whole;  /* rows of a table up to which it is whole in the workbook */
	long workbook_rows;   /* of a longer one in it, at most */
	long workbook_charts; /* drawn in it, at most */
	long keep_releases;   /* 0: all */
	long page_plots, page_singles, page_statements, page_rows,
		page_events; /* on report.html, at most; statements: of a plot */
};

/* Read the file into *out; NULL or "" gives the defaults. A wrong key or value is
 * err with FILE:LINE. Texts live in the arena. */
bool conf_read(const char *path, struct arena *arena, struct conf *out, struct err *err);

/* The settings that decide what the records say, as one text (fixed order), for digests. */
struct str conf_fingerprint(const struct conf *conf, struct arena *arena);

#endif
