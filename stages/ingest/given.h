/* given - an article as an input gave it: nothing read into it yet. */
#ifndef RECOUNT_GIVEN_H
#define RECOUNT_GIVEN_H

#include "base/err.h"
#include "base/str.h"
#include "files/inflow.h"
#include "records/document.h"

/* All texts are UTF-8, without NUL; empty is what was not given. They lie in the arenas of the
 * source or are views of its bytes, and live until the next article is asked for. */
struct given {
	struct str ref;	  /* the id that the input gave */
	bool ref_is_name; /* ref is the name of a file: shown, but no part of the document's id */
	struct str text;  /* never empty */
	struct str title, url, publisher, agency, byline, language;
	struct str published; /* the publication date as it was given */
	struct str modified;  /* when it was changed last, as it was given */
	struct str stamp;     /* the publication date as the page shows it to its readers: after that of the address */
	struct str parent;    /* address of the live page that it is an entry of */
	struct blocks marks;  /* the paragraphs, where the markup tells them, covering all words; BLOCK_BODY: the story
				 unless its words say otherwise. Empty: the text alone tells */
	const char *path;     /* of the input */
	uint64_t position;    /* for messages: line of the record; 1 where the file is one article */
	int64_t offset;	      /* [bytes] where the record begins in the expanded input */
};

enum given_result {
	GIVEN_ARTICLE,
	GIVEN_FILE,   /* not an article but a file within this one: from->inner says which */
	GIVEN_BAD,    /* this record is bad: err says why, *out holds its position; go on */
	GIVEN_END,    /* nothing more */
	GIVEN_BROKEN, /* the file breaks off here: err says why; nothing follows */
};

struct conf;
struct signs;
struct tally;

/* Articles that came out of one record. */
struct given_list {
	struct given *at;
	size_t n, room;
};

/* A file within a file: an entry of an archive, a feed in a web archive. */
struct inner {
	struct inflow_source bytes; /* closed before the container goes on */
	const char *path;	    /* as it is shown: "a.zip/b.txt"; in `held` */
	bool placed;		    /* its articles stand where the container's record does: */
	uint64_t position;
	int64_t offset;
	struct str url; /* where it is from, for articles that don't say it; in `held` */
};

/* A file that is being read. */
struct source {
	struct lines *lines;
	const char *path;
	const struct signs *signs; /* for the kinds that tell markup */
	const struct conf *conf;   /* NULL: the defaults */
	struct arena *arena;	   /* for the texts of the record at hand */
	struct arena *held;	   /* for what outlives it: the kind empties it; freed with the file */
	struct tally *skipped;	   /* records that are no articles, by what they are; NULL: not counted */
	size_t max_record;	   /* [bytes] */
	uint64_t records;	   /* given so far, bad ones too: 0 tells the first call */
	struct given_list waiting; /* in `held`: given one by one before `next` is called again */
	struct inner inner;	   /* with GIVEN_FILE */
	void *state;		   /* the kind's own; `end` gives it back */
};

/* One kind of file that articles come in. */
struct input_kind {
	const char *name; /* "JSON Lines", as a person would say it */
	const char *why;  /* what tells it: "it begins with WARC/ and a version" */
	/* Do these first bytes (up to INPUT_HEAD of them, the whole file if it is shorter) begin such a file? */
	bool (*is)(struct str head);
	bool (*is_set)(struct str head, const struct conf *conf); /* the same by the settings; may be NULL */
	enum given_result (*next)(struct source *from, struct given *out, struct err *err);
	void (*end)(struct source *from); /* NULL: nothing to give back */
	bool outer;			  /* not read within another file */
	bool members;			  /* it asks where gzip members begin */
};

enum { INPUT_HEAD = 4096 };

#endif
