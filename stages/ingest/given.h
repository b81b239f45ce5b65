/* given - an article as an input gave it: nothing read into it yet. */
#ifndef RECOUNT_GIVEN_H
#define RECOUNT_GIVEN_H

#include "base/err.h"
#include "base/str.h"
#include "records/document.h"

/* All texts are UTF-8 and in the arena of the source; empty is what was not given. */
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
	GIVEN_BAD,    /* this record is bad: err says why, *out holds its position; go on */
	GIVEN_END,    /* nothing more */
	GIVEN_BROKEN, /* the file breaks off here: err says why; nothing follows */
};

struct signs;

/* A file that is being read. */
struct source {
	struct lines *lines;
	const char *path;
	const struct signs *signs; /* for the kinds that tell markup */
	struct arena *arena;	   /* for the texts of the record at hand */
	size_t max_record;	   /* [bytes] */
	uint64_t records;	   /* given so far, bad ones too: 0 tells the first call */
};

/* One kind of file that articles come in. */
struct input_kind {
	const char *name; /* "JSON Lines", as a person would say it */
	/* Do these first bytes (up to INPUT_HEAD of them, the whole file if it is shorter) begin such a file? */
	bool (*is)(struct str head);
	enum given_result (*next)(struct source *from, struct given *out, struct err *err);
};

enum { INPUT_HEAD = 4096 };

#endif
