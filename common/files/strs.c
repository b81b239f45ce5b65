/* Lists of texts, as they stand in one cell. */
#include <stdlib.h>

#include "base/plain.h"
#include "files/table.h"

static bool needs_escape(struct str s)
{
	return s.n && (memchr(s.at, '|', s.n) || memchr(s.at, '\\', s.n));
}

/* Copy with '\' before '|' and '\'; returns the end. */
static char *put_item(char *to, struct str item)
{
	if (!needs_escape(item)) {
		if (item.n)
			memcpy(to, item.at, item.n);
		return to + item.n;
	}
	for (size_t i = 0; i < item.n; i++) {
		if (item.at[i] == '|' || item.at[i] == '\\')
			*to++ = '\\';
		*to++ = item.at[i];
	}
	return to;
}

/* Eight bytes of letters, digits and marks alone? */
static bool is_simple8(const char *at)
{
	uint64_t x = plain_load(at);

	return !(x & PLAIN_TOPS) && ((x + (PLAIN_TOPS - PLAIN_ONES * ('!'))) & PLAIN_TOPS) == PLAIN_TOPS &&
	       !(plain_find(x, '|') | plain_find(x, '\\'));
}

/* Nothing to fold, nothing to escape? */
static bool is_simple(struct str s)
{
	bool simple = true;

	for (size_t i = 0; i + 8 <= s.n; i += 8)
		simple &= is_simple8(s.at + i);
	if (s.n >= 8)
		return simple && is_simple8(s.at + s.n - 8);
	for (size_t i = 0; i < s.n; i++) {
		unsigned char c = (unsigned char)s.at[i];

		simple &= c > ' ' && c < 0x80 && c != '|' && c != '\\';
	}
	return simple;
}

static char *put_folded(char *to, struct str item, struct arena *arena)
{
	if (!is_simple(item))
		return put_item(to, str_fold_space(arena, item));
	if (item.n)
		memcpy(to, item.at, item.n);
	return to + item.n;
}

struct str strs_join(struct arena *arena, struct strs list)
{
	size_t most = 1;
	char *text, *to;

	if (list.n == 1 && is_simple(list.at[0]))
		return list.at[0];
	for (size_t i = 0; i < list.n; i++)
		most += 2 * list.at[i].n + 1;
	text = to = arena_text(arena, most);
	for (size_t i = 0; i < list.n; i++) {
		if (i)
			*to++ = '|';
		to = put_folded(to, list.at[i], arena);
	}
	*to = '\0';
	return (struct str){text, (size_t)(to - text)};
}

/* Items without escapes are slices of one copy. */
static struct strs split_plain(struct arena *arena, struct str text)
{
	struct strs list = {.room = 1};

	for (const char *p = text.at; (p = memchr(p, '|', (size_t)(text.at + text.n - p))); p++)
		list.room++;
	list.at = ARENA_ARRAY(arena, struct str, list.room);
	for (struct str rest = str_dup(arena, text); rest.at;) {
		struct str item = str_cut(&rest, '|');

		((char *)item.at)[item.n] = '\0'; /* our own copy: each item ends in a NUL, as str_dup gives */
		list.at[list.n++] = item;
	}
	return list;
}

struct strs strs_split(struct arena *arena, struct str text)
{
	struct strs list = {0};
	struct buf item = {.arena = arena};

	if (text.n == 0)
		return list;
	if (!memchr(text.at, '\\', text.n))
		return split_plain(arena, text);
	for (size_t i = 0; i <= text.n; i++) {
		if (i == text.n || text.at[i] == '|') {
			LIST_ADD(arena, &list, buf_str(&item));
			item = (struct buf){.arena = arena};
			continue;
		}
		if (text.at[i] == '\\' && i + 1 < text.n)
			i++;
		buf_add_char(&item, text.at[i]);
	}
	return list;
}

void strs_add(struct arena *arena, struct strs *list, struct str item)
{
	LIST_ADD(arena, list, item);
}

bool strs_has(struct strs list, struct str item)
{
	for (size_t i = 0; i < list.n; i++)
		if (str_eq(list.at[i], item))
			return true;
	return false;
}

static int by_bytes(const void *a, const void *b)
{
	return str_cmp(*(const struct str *)a, *(const struct str *)b);
}

void strs_sort(struct strs *list)
{
	size_t n = 0;

	if (list->n)
		qsort(list->at, list->n, sizeof *list->at, by_bytes);
	for (size_t i = 0; i < list->n; i++)
		if (i == 0 || !str_eq(list->at[i], list->at[n - 1]))
			list->at[n++] = list->at[i];
	list->n = n;
}

bool strs_find(struct strs sorted, struct str item)
{
	return sorted.n && bsearch(&item, sorted.at, sorted.n, sizeof item, by_bytes);
}
