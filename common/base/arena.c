#include "base/arena.h"

#include <malloc.h>
#include <stdalign.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "base/err.h"

enum {
	BLOCK_BYTES = 64 * 1024,
	KEEP_BYTES = 1024 * 1024,
	HEAP_BYTES = 128 * 1024 * 1024,
	FREED_BYTES = 64 * 1024 * 1024,
	LARGE_BYTES = 8 * 1024 * 1024, /* pieces from here on go back to the system at once */
	PAGE_BYTES = 2 * 1024 * 1024,
};

struct arena_block {
	struct arena_block *next;
	size_t room;
	alignas(max_align_t) char at[];
};

static struct arena_block *block_new(size_t room)
{
	struct arena_block *b = room > SIZE_MAX / 2 ? NULL : malloc(sizeof *b + room);

	if (!b)
		die(EXIT_INTERNAL, "out of memory (%zu bytes wanted)", room);
	b->next = NULL;
	b->room = room;
	return b;
}

/* Doubling keeps the number of blocks, and so the cost of a reset, small. */
static void next_block(struct arena *a, size_t n)
{
	size_t room = a->current ? 2 * a->current->room : BLOCK_BYTES;

	if (room > KEEP_BYTES)
		room = KEEP_BYTES;
	if (room < n)
		room = n;
	struct arena_block *b = block_new(room);

	if (a->current)
		a->current->next = b;
	else
		a->first = b;
	a->current = b;
	a->used = 0;
}

static inline char *take(struct arena *a, size_t n, size_t align)
{
	size_t at = (a->used + align - 1) & ~(align - 1);

	if (!a->current || at > a->current->room || n > a->current->room - at) {
		next_block(a, n);
		at = 0;
	}
	a->used = at + n;
	return a->current->at + at;
}

void *arena_alloc(struct arena *arena, size_t n)
{
	return memset(take(arena, n, alignof(max_align_t)), 0, n);
}

char *arena_text(struct arena *arena, size_t n)
{
	return take(arena, n, 1);
}

void *arena_more(struct arena *arena, const void *old, size_t had, size_t count, size_t size)
{
	size_t bytes;

	if (__builtin_mul_overflow(count, size, &bytes))
		die(EXIT_INTERNAL, "out of memory (%zu items wanted)", count);
	char *to = take(arena, bytes, alignof(max_align_t));

	if (had)
		memcpy(to, old, had * size);
	return to;
}

void *arena_grow(struct arena *arena, const void *old, size_t had, size_t count, size_t size)
{
	char *to = arena_more(arena, old, had, count, size);

	memset(to + had * size, 0, (count - had) * size);
	return to;
}

void arena_reset(struct arena *arena)
{
	struct arena_block *last = arena->current;

	if (!last)
		return;
	/* Keep the largest block that is not huge: it is the newest. */
	for (struct arena_block *b = arena->first, *next; b != last; b = next) {
		next = b->next;
		free(b);
	}
	arena->first = last;
	arena->used = 0;
	if (last->room > KEEP_BYTES)
		arena_free(arena);
}

void arena_free(struct arena *arena)
{
	for (struct arena_block *b = arena->first, *next; b; b = next) {
		next = b->next;
		free(b);
	}
	*arena = (struct arena){0};
}

/* Addresses for so much are asked for at once; memory comes to them when they are touched, in large pages where
 * the system has them. */
static void ask_for_heap(void)
{
	mallopt(M_TOP_PAD, HEAP_BYTES);
	char *first = malloc(PAGE_BYTES);
	uintptr_t from = ((uintptr_t)first + PAGE_BYTES - 1) & ~(uintptr_t)(PAGE_BYTES - 1), to = (uintptr_t)sbrk(0);

	if (first && from < to)
		(void)madvise((void *)from, to - from, MADV_HUGEPAGE);
	free(first);
}

void arena_keep_freed(void)
{
	mallopt(M_TRIM_THRESHOLD, HEAP_BYTES + FREED_BYTES);
	mallopt(M_MMAP_THRESHOLD, LARGE_BYTES);
	ask_for_heap();
}
