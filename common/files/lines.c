#include "files/lines.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>
#include <zlib.h>

enum { CHUNK_BYTES = 256 * 1024, LINE_BYTES = 16 * 1024 * 1024, FREE_BYTES = 64 * 1024 * 1024, RATIO = 200 };

struct lines {
	gzFile gz;
	char *path;
	char *at; /* [room] the window on the text; unread bytes are [from, to) */
	size_t from, to, room, max_line;
	uint64_t number, offset_bytes, expanded;
	uint32_t ratio;
	bool end;
	struct err held; /* what lines_peek ran into, for the reader that gets there; no message: nothing */
};

static bool cannot_open(struct err *err, const char *path, const char *why)
{
	return err_set(err, "open", "cannot open %s: %s", path, why);
}

struct lines *lines_open(const char *path, size_t max_line, struct err *err)
{
	bool standard = strcmp(path, "-") == 0;
	int fd = standard ? dup(STDIN_FILENO) : open(path, O_RDONLY | O_CLOEXEC);
	struct stat st;

	if (fd < 0 || fstat(fd, &st) != 0) {
		cannot_open(err, path, strerror(errno));
		if (fd >= 0)
			close(fd);
		return NULL;
	}
	if (S_ISDIR(st.st_mode)) {
		close(fd);
		cannot_open(err, path, "it is a folder");
		return NULL;
	}
	struct lines *in = calloc(1, sizeof *in);
	gzFile gz = in ? gzdopen(fd, "rb") : NULL;

	if (!gz)
		die(EXIT_INTERNAL, "out of memory opening %s", path);
	gzbuffer(gz, CHUNK_BYTES);
	in->gz = gz;
	in->path = strdup(standard ? "standard input" : path);
	in->max_line = max_line ? max_line : LINE_BYTES;
	in->room = CHUNK_BYTES;
	in->at = malloc(in->room);
	in->ratio = RATIO;
	if (!in->at || !in->path)
		die(EXIT_INTERNAL, "out of memory opening %s", path);
	return in;
}

void lines_expansion(struct lines *in, uint32_t ratio)
{
	in->ratio = ratio;
}

static bool broken(struct lines *in, struct err *err)
{
	int code;
	const char *why = gzerror(in->gz, &code);

	in->end = true;
	if (code == Z_ERRNO)
		why = strerror(errno);
	else if (code == Z_BUF_ERROR)
		why = "the gzip data ends too early";
	return err_set(err, "read", "cannot read %s after byte %llu: %s", in->path, (unsigned long long)in->expanded,
		       why);
}

static bool expands_too_far(const struct lines *in)
{
	return in->expanded > FREE_BYTES && in->expanded / in->ratio > (uint64_t)gzoffset(in->gz);
}

/* At most n bytes into `to`; 0 at the end, -1 with err. gzread tells of a truncated
 * stream only on the read after the last byte, or at gzerror. */
static ptrdiff_t fetch(struct lines *in, char *to, size_t n, struct err *err)
{
	if (in->held.message[0]) {
		*err = in->held;
		in->held.message[0] = '\0';
		return -1;
	}
	if (in->end)
		return 0;
	int got = gzread(in->gz, to, (unsigned)(n < CHUNK_BYTES ? n : CHUNK_BYTES));

	if (got < 0) {
		broken(in, err);
		return -1;
	}
	if (got == 0) {
		int code;

		in->end = true;
		gzerror(in->gz, &code);
		if (code != Z_OK && code != Z_STREAM_END) {
			broken(in, err);
			return -1;
		}
		return 0;
	}
	in->expanded += (uint64_t)got;
	if (expands_too_far(in)) {
		in->end = true;
		err_set(err, "read", "%s expands to more than %u times its size: stopped after byte %llu", in->path,
			in->ratio, (unsigned long long)in->expanded);
		return -1;
	}
	return got;
}

ptrdiff_t lines_bytes(struct lines *in, char *to, size_t n, struct err *err)
{
	size_t had = in->to - in->from;

	if (had) {
		if (had > n)
			had = n;
		memcpy(to, in->at + in->from, had);
		in->from += had;
		return (ptrdiff_t)had;
	}
	return n ? fetch(in, to, n, err) : 0;
}

/* More text behind what is unread: make room by moving it to the front or doubling. */
static ptrdiff_t fill(struct lines *in, struct err *err)
{
	if (in->from) {
		memmove(in->at, in->at + in->from, in->to - in->from);
		in->to -= in->from;
		in->from = 0;
	}
	if (in->to == in->room) {
		char *more = realloc(in->at, 2 * in->room);

		if (!more)
			die(EXIT_INTERNAL, "out of memory reading %s", in->path);
		in->at = more;
		in->room *= 2;
	}
	ptrdiff_t got = fetch(in, in->at + in->to, in->room - in->to, err);

	if (got > 0)
		in->to += (size_t)got;
	return got;
}

struct str lines_peek(struct lines *in, size_t n)
{
	struct err err = {0};

	while (in->to - in->from < n && !in->held.message[0]) {
		ptrdiff_t got = fill(in, &err);

		if (got < 0)
			in->held = err;
		if (got <= 0)
			break;
	}
	size_t have = in->to - in->from;

	return (struct str){in->at + in->from, have < n ? have : n};
}

/* Drop the rest of a line that is too long. False when the file broke meanwhile. */
static bool skip_line(struct lines *in, struct err *err)
{
	for (;;) {
		const char *hit = memchr(in->at + in->from, '\n', in->to - in->from);
		size_t n = hit ? (size_t)(hit - in->at) + 1 - in->from : in->to - in->from;

		in->from += n;
		in->offset_bytes += n;
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

	in->from += n + with_end;
	in->offset_bytes += n + with_end;
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
	gzclose(in->gz);
	free(in->at);
	free(in->path);
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
