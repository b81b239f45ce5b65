#include "base/str.h"

#include <stdarg.h>
#include <stdio.h>

#include "base/err.h"
#include "base/plain.h"

bool str_eq_fold(struct str a, struct str b)
{
	if (a.n != b.n)
		return false;
	for (size_t i = 0; i < a.n; i++)
		if (ascii_to_lower(a.at[i]) != ascii_to_lower(b.at[i]))
			return false;
	return true;
}

int str_cmp(struct str a, struct str b)
{
	size_t n = a.n < b.n ? a.n : b.n;
	int order = n ? memcmp(a.at, b.at, n) : 0;

	return order ? order : (a.n > b.n) - (a.n < b.n);
}

ptrdiff_t str_find(struct str s, struct str needle)
{
	if (needle.n == 0)
		return 0;
	const char *hit = s.n ? memmem(s.at, s.n, needle.at, needle.n) : NULL;

	return hit ? hit - s.at : -1;
}

struct str str_trim(struct str s)
{
	while (s.n && ascii_is_space((unsigned char)s.at[0]))
		s.at++, s.n--;
	while (s.n && ascii_is_space((unsigned char)s.at[s.n - 1]))
		s.n--;
	return s;
}

struct str str_cut(struct str *rest, char sep)
{
	const char *hit = rest->n ? memchr(rest->at, sep, rest->n) : NULL;
	struct str head = *rest;

	if (!hit) {
		*rest = STR_NULL;
		return head;
	}
	head.n = (size_t)(hit - rest->at);
	*rest = (struct str){hit + 1, rest->n - head.n - 1};
	return head;
}

struct str str_dup(struct arena *arena, struct str s)
{
	char *to = arena_text(arena, s.n + 1);

	if (s.n)
		memcpy(to, s.at, s.n);
	to[s.n] = '\0';
	return (struct str){to, s.n};
}

struct str str_lower(struct arena *arena, struct str s)
{
	char *to = arena_text(arena, s.n + 1);

	for (size_t i = 0; i < s.n; i++)
		to[i] = ascii_to_lower(s.at[i]);
	to[s.n] = '\0';
	return (struct str){to, s.n};
}

struct str str_spaced(struct arena *arena, struct str s)
{
	struct str copy = str_dup(arena, s);

	for (size_t i = 0; i < copy.n; i++)
		if (copy.at[i] == '_')
			((char *)copy.at)[i] = ' ';
	return copy;
}

struct str str_concat(struct arena *arena, const struct str *parts, size_t n)
{
	size_t bytes = 0;

	for (size_t i = 0; i < n; i++)
		bytes += parts[i].n;
	char *to = arena_text(arena, bytes + 1), *at = to;

	for (size_t i = 0; i < n; i++) {
		if (parts[i].n)
			memcpy(at, parts[i].at, parts[i].n);
		at += parts[i].n;
	}
	*at = '\0';
	return (struct str){to, bytes};
}

static struct str format_in(struct arena *arena, const char *format, va_list args)
{
	char brief[256]; /* holds nearly all, so that they are formatted once */
	va_list again;

	va_copy(again, args);
	int n = vsnprintf(brief, sizeof brief, format, again);

	va_end(again);
	if (n < 0)
		die(EXIT_INTERNAL, "cannot format '%s'", format);
	if ((size_t)n < sizeof brief)
		return str_dup(arena, (struct str){brief, (size_t)n});
	char *to = arena_text(arena, (size_t)n + 1);

	vsnprintf(to, (size_t)n + 1, format, args);
	return (struct str){to, (size_t)n};
}

struct str str_printf(struct arena *arena, const char *format, ...)
{
	va_list args;

	va_start(args, format);
	struct str s = format_in(arena, format, args);

	va_end(args);
	return s;
}

/* Bytes of the white space at s[i]: ASCII, U+00A0, U+2000..U+200A, U+202F, U+3000. */
static size_t space_at(struct str s, size_t i)
{
	const unsigned char *p = (const unsigned char *)s.at + i;

	if (ascii_is_space(p[0]))
		return 1;
	if (p[0] == 0xC2 && i + 1 < s.n && p[1] == 0xA0)
		return 2;
	if (i + 2 >= s.n)
		return 0;
	if (p[0] == 0xE2 && p[1] == 0x80 && (p[2] <= 0x8A || p[2] == 0xA8 || p[2] == 0xA9 || p[2] == 0xAF))
		return 3;
	return p[0] == 0xE3 && p[1] == 0x80 && p[2] == 0x80 ? 3 : 0;
}

bool str_is_folded(struct str s)
{
	uint64_t after_space = 0x80;
	size_t i = 0;

	if (s.n == 0 || s.at[s.n - 1] == ' ')
		return false;
	for (; i + 8 <= s.n; i += 8)
		if (!plain_is(plain_load(s.at + i), &after_space))
			return false;
	for (; i < s.n; i++) {
		if ((unsigned char)s.at[i] < ' ' || (unsigned char)s.at[i] >= 0x80 || (s.at[i] == ' ' && after_space))
			return false;
		after_space = s.at[i] == ' ';
	}
	return true;
}

struct str str_fold_space(struct arena *arena, struct str s)
{
	char *to = arena_text(arena, s.n + 1);
	size_t n = 0;

	for (size_t i = 0, skip; i < s.n; i += skip) {
		size_t blocks = plain_copy_blocks(to + n, s.at + i, s.n - i, n ? to[n - 1] : ' ');

		i += blocks;
		n += blocks;
		uint64_t after_space = n == 0 || to[n - 1] == ' ' ? 0x80 : 0;

		for (; i + 8 <= s.n && plain_is(plain_load(s.at + i), &after_space); i += 8, n += 8)
			memcpy(to + n, s.at + i, 8);
		if (i == s.n)
			break;
		skip = space_at(s, i);
		if (!skip)
			to[n++] = s.at[i], skip = 1;
		else if (n && to[n - 1] != ' ')
			to[n++] = ' ';
	}
	if (n && to[n - 1] == ' ')
		n--;
	to[n] = '\0';
	return (struct str){to, n};
}

bool str_to_int(struct str s, int64_t min, int64_t max, int64_t *out)
{
	enum { SURE_DIGITS = 18 }; /* fit whatever they are */
	bool negative = s.n && s.at[0] == '-';
	uint64_t value = 0, most = negative ? (uint64_t)INT64_MAX + 1 : INT64_MAX;

	if (negative)
		s = str_slice(s, 1, s.n);
	if (s.n == 0)
		return false;
	for (size_t i = 0; i < s.n; i++) {
		unsigned digit = (unsigned char)s.at[i] - '0';

		if (digit > 9 || (i >= SURE_DIGITS && value > (most - digit) / 10))
			return false;
		value = 10 * value + digit;
	}
	int64_t v = negative ? (int64_t)(0 - value) : (int64_t)value;

	if (v < min || v > max)
		return false;
	*out = v;
	return true;
}

static void make_room(struct buf *b, size_t more)
{
	if (b->room - b->n >= more)
		return;
	size_t room = b->room ? 2 * b->room : 64;

	while (room - b->n < more)
		room *= 2;
	char *to = arena_text(b->arena, room);

	if (b->n)
		memcpy(to, b->at, b->n);
	b->at = to;
	b->room = room;
}

void buf_add(struct buf *b, struct str s)
{
	if (!s.n)
		return;
	make_room(b, s.n);
	memcpy(b->at + b->n, s.at, s.n);
	b->n += s.n;
}

void buf_add_char(struct buf *b, char c)
{
	make_room(b, 1);
	b->at[b->n++] = c;
}

void buf_add_int(struct buf *b, int64_t v, int width)
{
	char text[40], *end = text + sizeof text, *at = end;
	uint64_t rest = v < 0 ? 0 - (uint64_t)v : (uint64_t)v;

	for (; rest || (end - at < width && at > text + 1); rest /= 10)
		*--at = (char)('0' + rest % 10);
	if (v < 0)
		*--at = '-';
	buf_add(b, (struct str){at, (size_t)(end - at)});
}

void buf_printf(struct buf *b, const char *format, ...)
{
	va_list args;

	va_start(args, format);
	buf_add(b, format_in(b->arena, format, args));
	va_end(args);
}

struct str buf_str(const struct buf *b)
{
	return (struct str){b->at, b->n};
}
