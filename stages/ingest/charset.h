/* charset - the bytes of a plain-text file as UTF-8 (iconv for what is not). */
#ifndef RECOUNT_CHARSET_H
#define RECOUNT_CHARSET_H

#include "base/err.h"
#include "base/str.h"

/* The encoding that a byte order mark at the beginning tells ("UTF-8", "UTF-16LE" …); *marked is its length. NULL and
 * 0: there is none. */
const char *charset_marked(struct str bytes, size_t *marked);

/* Byte order marks of UTF-8, UTF-16 and UTF-32 are believed and taken off. Without one
 * the text is UTF-8, or else Windows-1252 (which holds ISO-8859-1) if it reads as that:
 * bytes beyond ASCII are few, all of them mean something there, and none of them form
 * UTF-8 sequences, which would tell of damaged UTF-8. *out is in the arena, or bytes itself.
 * False and err (field "encoding") for anything else, and for text that holds NUL. */
bool charset_decode(struct str bytes, struct arena *arena, struct str *out, struct err *err);

/* The bytes of a web page as UTF-8, whatever they are. Believed are, in this order: a byte
 * order mark; the bytes themselves if they are UTF-8 beyond ASCII; `http`, the charset of the HTTP
 * header; the page's own <meta> within its first bytes; what uchardet takes the bytes for;
 * Windows-1252. What is damaged becomes U+FFFD, and NUL a space. False only for UTF-16 or UTF-32
 * that cannot be read. *out is in the arena, or bytes itself. */
bool charset_decode_page(struct str bytes, struct str http, struct arena *arena, struct str *out, struct err *err);

#endif
