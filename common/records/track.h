/* track - one quantity of one episode, with what reconcile makes of it: estimates as
 * of each day, contradictions between sources, and checks between tracks. */
#ifndef RECOUNT_TRACK_H
#define RECOUNT_TRACK_H

#include "records/refs.h"

enum estimate_status {
	ESTIMATE_NONE,
	ESTIMATE_SINGLE_SOURCE,
	ESTIMATE_AGREED,
	ESTIMATE_CONTESTED,
	ESTIMATE_VAGUE,
	ESTIMATE_PINNED
};
extern const char *const estimate_statuses[];

/* The members after `aliases` are those of the track's latest estimate. */
struct track {
	struct str id; /* 't' and 32 hex digits: from measure, subject, unit, place, aspect, scope and the episode's
			  first day */
	struct str measure, subject, unit;
	struct place_ref place;
	int aspect;
	struct str scope; /* "since 2011", "in 2008-05": a count of other days than the present episode's */
	struct str episode_from, episode_to; /* EDTF days; episode_to: of the last statement */
	bool closed;			     /* silent for longer than episode_silence_days as of the run */
	struct strs assertions;		     /* in order of time */
	struct strs aliases;		     /* earlier ids */
	struct str as_of;		     /* day of the latest estimate */
	struct decimal low, best, high;
	bool open_low, open_high;
	int status;
	int64_t sources; /* that stand behind or against it */
	struct str why;
};

struct estimate {
	struct str id, track;
	struct str as_of; /* day */
	struct str measure, subject, unit;
	struct place_ref place;
	int aspect;
	struct decimal low, best, high; /* low, high: least and greatest number a current assertion states */
	bool open_low, open_high;	/* a basis leaves that side open */
	int status;
	struct str rule;	  /* the rule that decided best */
	struct strs basis;	  /* assertions it rests on */
	struct strs contested_by; /* source ids that dissent */
	struct str why;		  /* in words, for the analyst */
	bool overridden;
};

enum contradiction_kind {
	CONTRADICTION_NONE,
	CONTRADICTION_FIGURES,
	CONTRADICTION_STATUSES,
	CONTRADICTION_DENIAL,
	CONTRADICTION_BLAME
};
extern const char *const contradiction_kinds[];

struct contradiction {
	struct str id;
	int kind;
	struct str subject; /* what about, in words: "people evacuated, Aleppo" */
	struct str track;   /* for figures */
	struct str type;    /* event type, for statuses and blame */
	struct place_ref place;
	struct str since, until; /* EDTF days */
	struct strs sides;	 /* "Russian Ministry of Defence: complete", one a source, in order of source */
	struct strs sources;	 /* ids, as sides */
	struct strs statements;	 /* assertion or event ids, as sides */
	struct strs sentences;	 /* one a side */
	struct strs documents;
	struct str why;
};

struct check {
	struct str id;
	struct str kind;  /* part_of_whole, sum_of_parts, sum_of_places, monotony, flows, balance */
	struct str as_of; /* day */
	struct place_ref place;
	struct strs tracks; /* the whole first */
	bool holds;
	struct decimal expected, found;
	struct str why;
};

extern const struct table track_table, estimate_table, contradiction_table, check_table;

#endif
