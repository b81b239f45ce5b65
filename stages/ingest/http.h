/* http - an HTTP message as a crawler kept it: its head read, its body given back as the
 * page that the server meant. Source: RFC 9110, RFC 9112. */
#ifndef RECOUNT_HTTP_H
#define RECOUNT_HTTP_H

#include "base/err.h"
#include "base/str.h"

/* Views into the message. */
struct http_message {
	int status;	  /* 100..999 */
	struct str media; /* "text/html", without its parameters */
	struct str charset;
	struct str transfer, encoding; /* Transfer-Encoding, Content-Encoding; of several the last */
	struct str body;	       /* as it was sent */
};

/* False and err (field "http") when it does not begin as an answer does. */
bool http_parse(struct str message, struct http_message *out, struct err *err);

/* "text/html; charset=utf-8" taken apart; both may be empty. */
void http_media(struct str value, struct str *media, struct str *charset);

/* The body without chunks and compression: a view, or at most `max` bytes in the arena.
 * Crawlers often keep the head of what they have unpacked already: a body that is not
 * what its head says is taken as it is. False and err (field "http") when it breaks off,
 * its chunks are no chunks, it grows above max, or is packed in another way than gzip and deflate. */
bool http_body(const struct http_message *message, size_t max, struct arena *arena, struct str *out, struct err *err);

/* The chunks of a body put together in the arena. */
bool http_unchunk(struct str body, struct arena *arena, struct str *out, struct err *err);

#endif
