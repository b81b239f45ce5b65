/* mention - a span of text that states something: read, not yet turned into values.
 * Written by extract; normalise reads nothing else, so every row carries what it
 * needs of its document. Rows of one document are consecutive; the first of them
 * carries `places`, the context by which places are told apart. */
#ifndef RECOUNT_MENTION_H
#define RECOUNT_MENTION_H

#include "records/refs.h"

enum mention_kind { MENTION_NONE, MENTION_FIGURE, MENTION_EVENT, MENTION_STATUS, MENTION_TIME, MENTION_ATTRIBUTION };
extern const char *const mention_kinds[];

struct mention {
	/* every kind */
	struct str id, document;
	struct str published; /* of the document; empty: not known */
	int published_basis;
	struct str publisher, agency, dateline_place;
	struct strs places; /* of the document, in the order of the text, as `place`; first row only */
	int kind, block;
	int64_t sentence_start, sentence_end; /* [bytes] into the document's text */
	int64_t start, end;		      /* [bytes] */
	struct str surface, sentence;	      /* sentence: its words, white space folded */

	/* figure: the number */
	struct str number;		/* as written: "4,500", "between 1,500 and 5,000" */
	struct decimal value, value_to; /* value_to: the upper end of a range */
	struct str vague;		/* phrase of the lexicon's vague counts: "tens of thousands" */
	int qualifier;			/* enum qualifier */
	struct str qualifier_surface;
	struct str unit,
		unit_surface; /* canonical unit ("percent", "share", "USD", "kilometre"); empty: a plain count */
	/* figure: what is counted */
	struct str noun;	/* head as written: "rebels" */
	struct str noun_phrase; /* the whole phrase: "rebel fighters" */
	struct str subject;	/* class of the lexicon: "fighters" */
	struct str measure;	/* of the lexicon: "evacuated"; empty: a plain quantity */
	struct str trigger;	/* the words that state the measure */
	int aspect;		/* enum aspect */
	struct str part_of;	/* id of the mention whose subset this is */
	/* event, status */
	struct str type;	  /* of the lexicon's event types */
	int status;		  /* enum status */
	struct str agent, target; /* names or phrases as written, antecedents filled in */
	bool background;	  /* told as background of an earlier date */
	/* figure, event, status: when, where, who */
	struct str time, time_surface; /* timex text form (values/timex.h) of what it covers */
	struct str said, said_surface; /* timex text form of when it was said */
	struct str told; /* timex text form of the last date told before it: the anchor of "a day earlier" */
	struct str place, place_surface; /* where text form (stages/normalise/where.h) */
	int64_t place_start;
	struct str source;	   /* full name, antecedent filled in; empty: the narrator */
	struct str source_surface; /* as written at the cue */
	struct str source_role;	   /* "a doctor", "foreign minister" */
	struct str source_org;	   /* whom a person speaks for, as written */
	struct strs chain;	   /* who relayed it, outermost last, names */
	struct str cue;		   /* "said" */
	int64_t source_start;
	bool quoted;
	int polarity, modality;	   /* enums */
	struct decimal confidence; /* 0..1 */
	struct strs rules;	   /* names of the rules that made it */
	/* attribution (and only written on demand): spans "12-30", several joined by '|' */
	struct strs source_spans, cue_spans, content_spans;
};

extern const struct table mention_table;

/* 'm' and 32 hex digits: from document, kind, span, and measure or type. */
struct str mention_id(struct arena *arena, const struct mention *m);

#endif
