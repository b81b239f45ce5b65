/* arena - memory that is given back all at once. A stage has two: `scratch`
 * empties when the next record is read, `keep` lives as long as the run. Memory
 * is never returned piecemeal, so transforms need no clean-up. Running out of
 * memory ends the program (EXIT_INTERNAL). */
#ifndef RECOUNT_ARENA_H
#define RECOUNT_ARENA_H

#include <stddef.h>

struct arena_block;

/* Zero-initialised is an empty arena. */
struct arena {
	struct arena_block *first, *current;
	size_t used; /* [bytes] in the current block */
};

/* n bytes, aligned for any type, zeroed. */
void *arena_alloc(struct arena *arena, size_t n);
/* As arena_alloc, unaligned and not zeroed: for text. */
char *arena_text(struct arena *arena, size_t n);
/* Room for `count` items of `size` bytes, the first `had` copied from `old`; what follows is not zeroed. */
void *arena_more(struct arena *arena, const void *old, size_t had, size_t count, size_t size);
/* As arena_more, and what follows is zeroed. */
void *arena_grow(struct arena *arena, const void *old, size_t had, size_t count, size_t size);
/* Forget all that it holds, keeping one block for reuse (blocks past 1 MiB are freed). */
void arena_reset(struct arena *arena);
/* Give everything back; the arena is empty and may be used again. */
void arena_free(struct arena *arena);

/* From now on memory that is given back stays with the program, up to some tens of megabytes: the next
 * chunk, bucket or table asks for as much again, and a page that the system hands out anew is cleared and
 * costs a fault. It comes in large pages, so that 2 MiB cost one. Asked once, when a program starts. */
void arena_keep_freed(void);

/* One item of type T, zeroed. */
#define ARENA_NEW(arena, T) ((T *)arena_alloc((arena), sizeof(T)))
/* An array of n items of type T, zeroed. */
#define ARENA_ARRAY(arena, T, n) ((T *)arena_alloc((arena), sizeof(T) * (size_t)(n)))

/* Append `item` to a list {T *at; size_t n, room;} that grows in the arena. */
#define LIST_ADD(arena, list, item)                                                                                    \
	do {                                                                                                           \
		if ((list)->n == (list)->room) {                                                                       \
			(list)->room = (list)->room ? 2 * (list)->room : 8;                                            \
			(list)->at = arena_more((arena), (list)->at, (list)->n, (list)->room, sizeof *(list)->at);     \
		}                                                                                                      \
		(list)->at[(list)->n++] = (item);                                                                      \
	} while (0)

#endif
