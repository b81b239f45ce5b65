/* str - a view of text: pointer and length, not always ending in NUL. It owns
 * nothing; the memory belongs to an arena, a mapped file or a literal. */
#ifndef RECOUNT_STR_H
#define RECOUNT_STR_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include "base/arena.h"

struct str {
	const char *at;
	size_t n; /* [bytes] */
};

#define STR(literal) ((struct str){"" literal, sizeof(literal) - 1})
#define STR_NULL     ((struct str){NULL, 0})
/* A row of a table of words: static const struct str words[] = {STR_WORD("in"), STR_WORD("at")}. */
#define STR_WORD(literal)                                                                                              \
	{                                                                                                              \
		"" literal, sizeof(literal) - 1                                                                        \
	}
#define STR_ARG(s) (int)(s).n, (s).n ? (s).at : "" /* for "%.*s" */

/* A view of a NUL-terminated string; NULL gives the empty view. The small functions
 * are in the header because they run many times for each word: the length of a literal
 * is then known when compiling. */
static inline struct str str_of(const char *text)
{
	return (struct str){text, text ? strlen(text) : 0};
}

/* Is it the empty text? Empty stands for null in every record. */
static inline bool str_is_empty(struct str s)
{
	return s.n == 0;
}

static inline bool str_eq(struct str a, struct str b)
{
	return a.n == b.n && (a.n == 0 || (a.at[0] == b.at[0] && memcmp(a.at, b.at, a.n) == 0));
}
/* Is it this word? A literal is told by its length first; of any other that is not asked for: most words differ in
 * their first letter. */
static inline bool str_is(struct str s, const char *word)
{
	size_t i = 0;

	if (__builtin_constant_p(__builtin_strlen(word)))
		return s.n == strlen(word) && memcmp(s.at, word, strlen(word)) == 0;
	while (i < s.n && word[i] && word[i] == s.at[i])
		i++;
	return i == s.n && !word[i];
}
/* Is it one of the n words? Most differ in length, or in their first letter. */
static inline bool str_is_one_of(struct str s, const struct str *words, size_t n)
{
	for (size_t w = 0; w < n; w++)
		if (str_eq(s, words[w]))
			return true;
	return false;
}
/* As str_eq, but ASCII letters are equal in either case. */
bool str_eq_fold(struct str a, struct str b);
static inline bool str_starts(struct str s, struct str prefix)
{
	return s.n >= prefix.n && (prefix.n == 0 || memcmp(s.at, prefix.at, prefix.n) == 0);
}
static inline bool str_ends(struct str s, struct str suffix)
{
	return s.n >= suffix.n && (suffix.n == 0 || memcmp(s.at + s.n - suffix.n, suffix.at, suffix.n) == 0);
}
/* Byte order, shorter first: a total order that is the same on every machine. */
int str_cmp(struct str a, struct str b);
/* Offset of the first occurrence, or -1. */
ptrdiff_t str_find(struct str s, struct str needle);

/* The part [start, end), cut to what s holds. */
static inline struct str str_slice(struct str s, size_t start, size_t end)
{
	if (end > s.n)
		end = s.n;
	if (start > end)
		start = end;
	return s.at ? (struct str){s.at + start, end - start} : STR_NULL;
}
/* Without ASCII white space at both ends. */
struct str str_trim(struct str s);

/* Cut the text before the first `sep` off *rest and return it; *rest becomes
 * what follows, and its .at is NULL once nothing was left to cut. So
 * "a|b|" gives "a", "b", "". Call while (rest.at). */
struct str str_cut(struct str *rest, char sep);

/* Copies into the arena; the copy ends in a NUL that .n does not count. */
struct str str_dup(struct arena *arena, struct str s);
struct str str_lower(struct arena *arena, struct str s);
/* A name as words: "not_complete" is "not complete". */
struct str str_spaced(struct arena *arena, struct str s);
/* The parts one after the other: what str_printf does with "%.*s%.*s", in a fraction of its time. */
struct str str_concat(struct arena *arena, const struct str *parts, size_t n);
struct str str_printf(struct arena *arena, const char *format, ...) __attribute__((format(printf, 2, 3)));
/* White space (also no-break and thin spaces, newlines) folded to one space, both ends trimmed. */
struct str str_fold_space(struct arena *arena, struct str s);
/* True only when that changes nothing; told quickly, and for plain ASCII alone. */
bool str_is_folded(struct str s);

/* Whole text as a decimal integer in [min, max]; "12abc" is not twelve. */
bool str_to_int(struct str s, int64_t min, int64_t max, int64_t *out);

/* ASCII classes, whatever the locale. */
static inline bool ascii_is_digit(unsigned char c)
{
	return (unsigned)c - '0' < 10;
}
static inline bool ascii_is_upper(unsigned char c)
{
	return (unsigned)c - 'A' < 26;
}
static inline bool ascii_is_lower(unsigned char c)
{
	return (unsigned)c - 'a' < 26;
}
static inline bool ascii_is_alpha(unsigned char c)
{
	return (unsigned)(c | 32) - 'a' < 26;
}
static inline bool ascii_is_alnum(unsigned char c)
{
	return ascii_is_alpha(c) || ascii_is_digit(c);
}
static inline bool ascii_is_space(unsigned char c)
{
	return c == ' ' || (c >= '\t' && c <= '\r');
}
static inline char ascii_to_upper(char c)
{
	return ascii_is_lower((unsigned char)c) ? (char)(c & ~32) : c;
}

static inline char ascii_to_lower(char c)
{
	return ascii_is_upper((unsigned char)c) ? (char)(c | 32) : c;
}

/* buf - text that grows in an arena. Zero-initialise with the arena set:
 * struct buf b = {.arena = scratch}; the text is b.at[0..b.n). */
struct buf {
	struct arena *arena;
	char *at;
	size_t n, room;
};

void buf_add(struct buf *b, struct str s);
void buf_add_char(struct buf *b, char c);
/* The number in decimal digits, with zeros before it up to `width` digits: what "%0*d" does, in a fraction of its time.
 */
void buf_add_int(struct buf *b, int64_t v, int width);
void buf_printf(struct buf *b, const char *format, ...) __attribute__((format(printf, 2, 3)));
struct str buf_str(const struct buf *b);

#endif
