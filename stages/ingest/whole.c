#include "whole.h"

#include "files/lines.h"

bool whole_read(struct source *from, struct arena *arena, struct str *out, struct err *err)
{
	enum { CHUNK = 64 * 1024 };
	struct buf all = {.arena = arena};
	char *chunk = arena_text(arena, CHUNK);
	ptrdiff_t got;

	while ((got = lines_bytes(from->lines, chunk, CHUNK, err)) > 0) {
		if (all.n + (size_t)got > from->max_record)
			return err_set(err, "size", "the file is larger than %zu bytes (max_record)", from->max_record);
		buf_add(&all, (struct str){chunk, (size_t)got});
	}
	*out = buf_str(&all);
	return got == 0;
}

static ptrdiff_t read_some(void *with, char *to, size_t n, struct err *err)
{
	struct str *left = with;

	(void)err;
	if (n > left->n)
		n = left->n;
	if (n)
		memcpy(to, left->at, n);
	*left = str_slice(*left, n, left->n);
	return (ptrdiff_t)n;
}

struct inflow_source whole_source(struct str bytes, const char *name, struct arena *arena)
{
	struct str *left = ARENA_NEW(arena, struct str);

	*left = bytes;
	return (struct inflow_source){.read = read_some, .with = left, .name = name};
}
