/* kept - what one folder's outlines, claims and events say, in one file of packed rows by
 * bucket: read again in no time, where parsing the CSV would cost most of the run. The
 * folder's articles are numbered in the order in which they came; rows tell of them by
 * number. Numbers are as the machine has them and structs as this program has them: a file
 * whose key is another is of no use and is made anew. */
#ifndef RECOUNT_KEPT_H
#define RECOUNT_KEPT_H

#include "articles.h"
#include "packed.h"
#include "shared.h"

enum kept_kind { KEPT_CLAIMS, KEPT_EVENTS, KEPT_KINDS };

struct kept_writer;

/* Begin the file; it has its name only after kept_end. key: 32 characters of what it is
 * made from. */
struct kept_writer *kept_begin(const char *path, struct str key, size_t buckets);
void kept_add(struct kept_writer *w, enum kept_kind kind, size_t bucket, const struct packed *row);
/* What could date an article (dating.h), with the folder's number of it. */
void kept_add_statements(struct kept_writer *w, const struct postings *statements);
void kept_add_articles(struct kept_writer *w, const struct article *at, size_t n);
void kept_end(struct kept_writer *w);

struct kept;

/* NULL when there is no such file, or it has another key or other buckets. Dies
 * (EXIT_INPUT) when it cannot be read. */
struct kept *kept_open(const char *path, struct str key, size_t buckets);
void kept_close(struct kept *k);

/* Its articles; what they point to is in `keep`. The array is to be freed by the caller. */
struct article *kept_articles(struct kept *k, size_t *n, struct arena *keep);
/* Add its statements, each of the article number[its number]; those of NO_ARTICLE are left out. */
void kept_statements(struct kept *k, const uint32_t *number, struct postings *to, struct arena *keep);
/* How many rows a bucket has, and their bytes together. */
size_t kept_count(const struct kept *k, enum kept_kind kind, size_t bucket, size_t *bytes);
/* The bucket's rows as bytes, one behind the other, to `to`. */
void kept_read(struct kept *k, enum kept_kind kind, size_t bucket, char *to);

#endif
