/* html - a web page, made the articles that it holds: the story in reading order, what
 * stands around it told apart by structure, and what the page says about itself (JSON-LD,
 * OpenGraph, Dublin Core, microdata, meta names, time elements). Nothing is ever fetched. */
#ifndef RECOUNT_HTML_H
#define RECOUNT_HTML_H

#include "given.h"

struct signs;

/* What is known about the page before it is read; all may be empty. */
struct html_hint {
	struct str charset; /* as the HTTP header gave it: "iso-8859-1" */
	struct str url;	    /* where it was fetched from; the page's own canonical address is preferred */
};

/* One article, or those of a live page: the page itself first, then its entries in
 * reading order, each with its own time and with `parent`. */
struct html_articles {
	struct given *at;
	size_t n, room;
};

/* Do these first bytes begin a web page? */
bool html_is(struct str head);

/* Read a whole page. Fills title, text, marks, published, stamp, modified, byline,
 * publisher, agency, language, url, parent of each article; path, position, offset, ref are
 * the caller's. All in the arena, bytes need not outlive the call. Time and memory are
 * linear in bytes. False and err (field "encoding", "html" or "text") for a page whose
 * encoding is none, that is nested too deeply, or that holds no article. */
bool html_read(struct str bytes, const struct html_hint *hint, const struct signs *signs, struct arena *arena,
	       struct html_articles *out, struct err *err);

/* As the other kinds of input: a file is a page. */
enum given_result html_next(struct source *from, struct given *out, struct err *err);

#endif
