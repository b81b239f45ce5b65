#include "files/lines.h"

#include <stdlib.h>

#include "files/rawfile.h"

enum { CHUNK_BYTES = 256 * 1024, LINE_BYTES = 16 * 1024 * 1024 };

struct lines {
	struct inflow *bytes;
	char *at; /* [room] the window on the text; unread bytes are [from, to) */
	size_t from, to, room, max_line;
	uint64_t number, offset_bytes;
	bool end;
	struct err held; /* what lines_peek ran into, for the reader that gets there; no message: nothing */
};

struct lines *lines_over(const struct inflow_source *source, size_t max_line)
{
	struct lines *in = calloc(1, sizeof *in);

	if (!in || !(in->at = malloc(CHUNK_BYTES)))
		die(EXIT_INTERNAL, "out of memory opening %s", source->name);
	in->bytes = inflow_open(source);
	in->max_line = max_line ? max_line : LINE_BYTES;
	in->room = CHUNK_BYTES;
	return in;
}

struct lines *lines_open(const char *path, size_t max_line, struct err *err)
{
	struct inflow_source source;

	return rawfile_open(path, &source, err) ? lines_over(&source, max_line) : NULL;
}

void lines_expansion(struct lines *in, uint32_t ratio)
{
	inflow_expansion(in->bytes, ratio);
}

/* At most n bytes into `to`; 0 at the end, -1 with err. */
static ptrdiff_t fetch(struct lines *in, char *to, size_t n, struct err *err)
{
	if (in->held.message[0]) {
		if (err)
			*err = in->held;
		in->held.message[0] = '\0';
		in->end = true;
		return -1;
	}
	if (in->end)
		return 0;
	ptrdiff_t got = inflow_read(in->bytes, to, n < CHUNK_BYTES ? n : CHUNK_BYTES, err);

	in->end = got <= 0;
	return got;
}

ptrdiff_t lines_bytes(struct lines *in, char *to, size_t n, struct err *err)
{
	size_t had = in->to - in->from;

	if (had) {
		if (had > n)
			had = n;
		memcpy(to, in->at + in->from, had);
		lines_skip(in, had);
		return (ptrdiff_t)had;
	}
	ptrdiff_t got = n ? fetch(in, to, n, err) : 0;

	in->offset_bytes += got > 0 ? (uint64_t)got : 0;
	return got;
}

/* Room for n unread bytes. They move to the front when that frees an eighth of the window,
 * so that each byte is moved a few times only; else the window grows. */
static void reserve(struct lines *in, size_t n)
{
	if (in->room - in->from >= n)
		return;
	if (8 * in->from >= in->room || in->from == in->to) {
		memmove(in->at, in->at + in->from, in->to - in->from);
		in->to -= in->from;
		in->from = 0;
	}
	if (in->room - in->from >= n)
		return;
	in->room = in->from + n + n / 8;
	in->at = realloc(in->at, in->room);
	if (!in->at)
		die(EXIT_INTERNAL, "out of memory for a line of %zu bytes", n);
}

/* More text behind what is unread. */
static ptrdiff_t fill(struct lines *in, struct err *err)
{
	if (in->to == in->room)
		reserve(in, 2 * (in->to - in->from) + 1);
	ptrdiff_t got = fetch(in, in->at + in->to, in->room - in->to, err);

	if (got > 0)
		in->to += (size_t)got;
	return got;
}

struct str lines_peek(struct lines *in, size_t n)
{
	struct err err = {0};

	reserve(in, n);
	while (in->to - in->from < n && !in->held.message[0]) {
		ptrdiff_t got = fill(in, &err);

		if (got < 0) {
			in->held = err;
			in->end = false; /* not before it is told */
		}
		if (got <= 0)
			break;
	}
	size_t have = in->to - in->from;

	return (struct str){in->at + in->from, have < n ? have : n};
}

void lines_skip(struct lines *in, size_t n)
{
	in->from += n;
	in->offset_bytes += n;
}

bool lines_are_packed(const struct lines *in)
{
	return inflow_is_gzip(in->bytes);
}

uint64_t lines_offset(const struct lines *in)
{
	return in->offset_bytes;
}

void lines_track(struct lines *in, bool on)
{
	inflow_track(in->bytes, on);
}

int64_t lines_member(struct lines *in)
{
	return inflow_member(in->bytes, in->offset_bytes);
}

bool lines_broke(struct lines *in, struct err *err)
{
	bool broke = in->held.message[0] != '\0';

	if (broke)
		*err = in->held;
	return broke;
}

bool lines_resume(struct lines *in)
{
	lines_skip(in, in->to - in->from);
	in->held.message[0] = '\0';
	in->end = !inflow_resume(in->bytes);
	return !in->end;
}

/* Drop the rest of a line that is too long. False when the file broke meanwhile. */
static bool skip_line(struct lines *in, struct err *err)
{
	for (;;) {
		const char *hit = memchr(in->at + in->from, '\n', in->to - in->from);
		size_t n = hit ? (size_t)(hit - in->at) + 1 - in->from : in->to - in->from;

		lines_skip(in, n);
		if (hit)
			return true;
		ptrdiff_t got = fill(in, err);

		if (got <= 0)
			return got == 0;
	}
}

static enum lines_result give(struct lines *in, struct line *out, size_t n, bool with_end)
{
	struct str text = {in->at + in->from, n};

	lines_skip(in, n + with_end);
	if (text.n && text.at[text.n - 1] == '\r')
		text.n--;
	out->text = text;
	return LINES_LINE;
}

enum lines_result lines_next(struct lines *in, struct line *out, struct err *err)
{
	size_t seen = 0;

	*out = (struct line){.number = ++in->number, .offset_bytes = in->offset_bytes};
	for (;;) {
		size_t have = in->to - in->from;
		const char *hit = memchr(in->at + in->from + seen, '\n', have - seen);
		size_t n = hit ? (size_t)(hit - in->at) - in->from : have;

		if (n > in->max_line) {
			if (!skip_line(in, err))
				return LINES_BROKEN;
			err_set(err, "line", "the line is longer than %zu bytes (max_record)", in->max_line);
			return LINES_TOO_LONG;
		}
		if (hit)
			return give(in, out, n, true);
		seen = have;
		ptrdiff_t got = fill(in, err);

		if (got < 0)
			return LINES_BROKEN;
		if (got == 0)
			return have ? give(in, out, have, false) : LINES_END;
	}
}

void lines_close(struct lines *in)
{
	if (!in)
		return;
	inflow_close(in->bytes);
	free(in->at);
	free(in);
}

bool lines_file(const char *path, size_t max, struct arena *arena, struct str *out, struct err *err)
{
	struct lines *in = lines_open(path, max, err);
	struct buf text = {.arena = arena};
	char chunk[16 * 1024];
	ptrdiff_t got;

	if (!in)
		return false;
	while ((got = lines_bytes(in, chunk, sizeof chunk, err)) > 0 && text.n <= max)
		buf_add(&text, (struct str){chunk, (size_t)got});
	lines_close(in);
	if (got < 0)
		return false;
	if (text.n > max)
		return err_set(err, "size", "%s is larger than %zu bytes (max_record)", path, max);
	*out = buf_str(&text);
	return true;
}
