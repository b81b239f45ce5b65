#include "files/inflow.h"

#include <libdeflate.h>
#include <stdlib.h>
#include <zlib.h>

#include "files/marks.h"

enum {
	RAW_BYTES = 256 * 1024,
	WHOLE_BYTES = 64 * 1024,       /* a member that ends within these is expanded in one go */
	SMALL_BYTES = 1024 * 1024,     /* and to no more than these */
	FREE_BYTES = 64 * 1024 * 1024, /* expanding so far is never a bomb */
	RATIO = 200,
	BOMBS = 16, /* in a file; more are allowed one in BOMBS_OF members */
	BOMBS_OF = 64,
	SPARE_BYTES = 1024 * 1024, /* read twice; more are allowed one in SPARE_OF */
	SPARE_OF = 4,
};

enum state {
	AT_START,  /* nothing read yet */
	PLAIN,	   /* no gzip */
	BETWEEN,   /* a member may begin */
	IN_SMALL,  /* its text waits in `small` */
	IN_MEMBER, /* zlib is in the middle of one */
	AT_END,
	BROKEN,
};

struct inflow {
	struct inflow_source source;
	enum state state;
	char *raw; /* [RAW_BYTES] unread bytes are [from, to) */
	size_t from, to;
	uint64_t raw_read; /* [bytes] up to raw[to) */
	bool raw_end;
	uint32_t ratio;
	uint64_t given;	       /* [bytes] expanded */
	uint64_t member_given; /* of them, of this member */
	uint64_t member_raw;   /* where it begins in the file */
	uint64_t forgiven;     /* [bytes] expanded of members that were bombs */
	uint64_t members, bombs;
	z_stream z;
	bool z_ready;
	struct libdeflate_decompressor *fast;
	char *small; /* [SMALL_BYTES] */
	size_t small_from, small_to;
	size_t head;	 /* of this member in raw; NOWHERE: no longer there */
	uint64_t wasted; /* [bytes] read for nothing: a large member tried at once, a damaged one searched again */
	bool track;
	struct marks marks; /* members that were not asked for yet */
};

#define NOWHERE SIZE_MAX

/* --- raw bytes ------------------------------------------------------------------------ */

struct inflow *inflow_open(const struct inflow_source *source)
{
	struct inflow *in = calloc(1, sizeof *in);
	char *raw = malloc(RAW_BYTES);

	if (!in || !raw)
		die(EXIT_INTERNAL, "out of memory opening %s", source->name);
	in->source = *source;
	in->raw = raw;
	in->head = NOWHERE;
	in->ratio = RATIO;
	return in;
}

void inflow_close(struct inflow *in)
{
	if (!in)
		return;
	if (in->source.close)
		in->source.close(in->source.with);
	if (in->z_ready)
		inflateEnd(&in->z);
	libdeflate_free_decompressor(in->fast);
	marks_free(&in->marks);
	free(in->small);
	free(in->raw);
	free(in);
}

void inflow_expansion(struct inflow *in, uint32_t ratio)
{
	in->ratio = ratio;
}

uint64_t inflow_given(const struct inflow *in)
{
	return in->given;
}

static ptrdiff_t broken(struct inflow *in, struct err *err, const char *why)
{
	in->state = BROKEN;
	err_set(err, "read", "cannot read %s after byte %llu: %s", in->source.name, (unsigned long long)in->given, why);
	return -1;
}

/* At least n raw bytes in the window, or all that are left; -1 with err. */
static ptrdiff_t want(struct inflow *in, size_t n, struct err *err)
{
	struct err why = {0};

	if (in->to - in->from >= n || in->raw_end)
		return (ptrdiff_t)(in->to - in->from);
	memmove(in->raw, in->raw + in->from, in->to - in->from);
	in->head = in->head != NOWHERE && in->head >= in->from ? in->head - in->from : NOWHERE;
	in->to -= in->from;
	in->from = 0;
	while (in->to < n) {
		ptrdiff_t got = in->source.read(in->source.with, in->raw + in->to, RAW_BYTES - in->to, &why);

		if (got < 0) {
			in->raw_end = true;
			return broken(in, err, why.message);
		}
		if (got == 0) {
			in->raw_end = true;
			break;
		}
		in->to += (size_t)got;
		in->raw_read += (uint64_t)got;
	}
	return (ptrdiff_t)(in->to - in->from);
}

static uint64_t raw_at(const struct inflow *in)
{
	return in->raw_read - (in->to - in->from);
}

bool inflow_is_gzip(const struct inflow *in)
{
	return in->members > 0;
}

/* --- members -------------------------------------------------------------------------- */

static bool is_gzip(const struct inflow *in)
{
	return in->to - in->from >= 2 && in->raw[in->from] == '\x1F' && in->raw[in->from + 1] == '\x8B';
}

/* The head of a member as it is written: deflate, no reserved flags. */
static bool is_head(const char *at)
{
	return at[0] == '\x1F' && at[1] == '\x8B' && at[2] == 8 && !((unsigned char)at[3] & 0xE0);
}

/* Skip to what looks like the head of a member; false at the end. */
static bool find_head(struct inflow *in)
{
	struct err unused;

	while (want(in, RAW_BYTES / 2, &unused) >= 4) {
		for (; in->to - in->from >= 4; in->from++) {
			const char *hit = memchr(in->raw + in->from, '\x1F', in->to - in->from - 3);

			in->from = hit ? (size_t)(hit - in->raw) : in->to - 4;
			if (is_head(in->raw + in->from))
				return true;
		}
	}
	return false;
}

void inflow_track(struct inflow *in, bool on)
{
	in->track = on;
	if (!on)
		marks_free(&in->marks);
}

int64_t inflow_member(struct inflow *in, uint64_t offset)
{
	return marks_find(&in->marks, offset);
}

/* What hostile input makes us read twice stays a part of what there is. */
static bool may_waste(const struct inflow *in)
{
	return in->wasted <= SPARE_BYTES + raw_at(in) / SPARE_OF;
}

static void start_zlib(struct inflow *in)
{
	int code = in->z_ready ? inflateReset(&in->z) : inflateInit2(&in->z, 16 + MAX_WBITS);

	if (code != Z_OK)
		die(EXIT_INTERNAL, "out of memory reading %s", in->source.name);
	in->z_ready = true;
	in->state = IN_MEMBER;
}

/* The whole member at once, when it is small; false when it must be read bit by bit. */
static bool expand_small(struct inflow *in)
{
	size_t took, gave;

	if (!may_waste(in))
		return false;
	if (!in->small && !(in->small = malloc(SMALL_BYTES)))
		return false;
	if (!in->fast && !(in->fast = libdeflate_alloc_decompressor()))
		return false;
	if (libdeflate_gzip_decompress_ex(in->fast, in->raw + in->from, in->to - in->from, in->small, SMALL_BYTES,
					  &took, &gave) != LIBDEFLATE_SUCCESS) {
		in->wasted += in->to - in->from;
		return false;
	}
	in->from += took;
	in->small_from = 0;
	in->small_to = gave;
	in->state = IN_SMALL;
	return true;
}

/* A member, or the end: of the file, or in front of bytes that are no gzip, as gzip has it. */
static ptrdiff_t next_member(struct inflow *in, struct err *err)
{
	if (want(in, WHOLE_BYTES, err) < 0)
		return -1;
	if (!is_gzip(in)) {
		uint64_t at = raw_at(in);

		if (in->to == in->from || !find_head(in)) {
			in->state = AT_END;
			return 0;
		}
		in->state = BROKEN;
		err_set(err, "read", "%s: what stands at byte %llu is no gzip", in->source.name,
			(unsigned long long)at);
		return -1;
	}
	in->members++;
	in->member_given = 0;
	in->member_raw = raw_at(in);
	in->head = in->from;
	if (in->track)
		marks_add(&in->marks, in->given, (int64_t)in->member_raw);
	if (!expand_small(in))
		start_zlib(in);
	return 1;
}

/* --- reading -------------------------------------------------------------------------- */

static uint64_t spent(const struct inflow *in)
{
	return in->source.spent ? in->source.spent(in->source.with) : raw_at(in);
}

static bool expands_too_far(const struct inflow *in)
{
	uint64_t all = in->given - in->forgiven, member = raw_at(in) - in->member_raw;

	return (in->member_given > FREE_BYTES && in->member_given / in->ratio > member) ||
	       (all > FREE_BYTES && all / in->ratio > spent(in));
}

static ptrdiff_t took(struct inflow *in, size_t n, struct err *err)
{
	in->given += n;
	in->member_given += n;
	if (!expands_too_far(in))
		return (ptrdiff_t)n;
	in->state = BROKEN;
	in->bombs++;
	in->forgiven += in->member_given;
	err_set(err, "read", "%s expands to more than %u times its size: stopped after byte %llu", in->source.name,
		in->ratio, (unsigned long long)in->given);
	return -1;
}

static ptrdiff_t read_small(struct inflow *in, char *to, size_t n, struct err *err)
{
	size_t had = in->small_to - in->small_from;

	if (had > n)
		had = n;
	memcpy(to, in->small + in->small_from, had);
	in->small_from += had;
	if (in->small_from == in->small_to)
		in->state = BETWEEN;
	return took(in, had, err);
}

static ptrdiff_t read_member(struct inflow *in, char *to, size_t n, struct err *err)
{
	in->z.next_out = (Bytef *)to;
	in->z.avail_out = (uInt)(n < RAW_BYTES ? n : RAW_BYTES);
	uInt room = in->z.avail_out;

	while (in->z.avail_out == room) {
		ptrdiff_t had = want(in, 1, err);

		if (had < 0)
			return -1;
		in->z.next_in = (Bytef *)in->raw + in->from;
		in->z.avail_in = (uInt)had;
		int code = inflate(&in->z, Z_NO_FLUSH);

		in->from = in->to - in->z.avail_in;
		if (code == Z_STREAM_END) {
			in->state = BETWEEN;
			break;
		}
		if (code == Z_MEM_ERROR)
			die(EXIT_INTERNAL, "out of memory reading %s", in->source.name);
		if (code != Z_OK && code != Z_BUF_ERROR)
			return broken(in, err, in->z.msg ? in->z.msg : "the gzip data is damaged");
		if (had == 0 && in->z.avail_out == room)
			return broken(in, err, "the gzip data ends too early");
	}
	return took(in, room - in->z.avail_out, err);
}

static ptrdiff_t read_plain(struct inflow *in, char *to, size_t n, struct err *err)
{
	struct err why = {0};
	size_t had = in->to - in->from;

	if (had) {
		had = had < n ? had : n;
		memcpy(to, in->raw + in->from, had);
		in->from += had;
	} else if (!in->raw_end) {
		ptrdiff_t got = in->source.read(in->source.with, to, n, &why);

		if (got < 0)
			return broken(in, err, why.message);
		had = (size_t)got;
		in->raw_read += had;
	}
	in->given += had;
	return (ptrdiff_t)had;
}

ptrdiff_t inflow_read(struct inflow *in, char *to, size_t n, struct err *err)
{
	ptrdiff_t got = 0;

	while (n && got == 0) {
		switch (in->state) {
		case AT_START:
			if (want(in, 2, err) < 0)
				return -1;
			in->state = is_gzip(in) ? BETWEEN : PLAIN;
			break;
		case PLAIN:
			return read_plain(in, to, n, err);
		case BETWEEN:
			if (next_member(in, err) < 0)
				return -1;
			break;
		case IN_SMALL:
			got = read_small(in, to, n, err);
			break;
		case IN_MEMBER:
			got = read_member(in, to, n, err);
			break;
		case AT_END:
		case BROKEN:
			return 0;
		}
	}
	return got;
}

/* Damage shows late: what was read since the head of the member may hold the next one. */
static void back_to_head(struct inflow *in)
{
	if (in->head == NOWHERE || in->head >= in->from || !may_waste(in))
		return;
	in->wasted += in->from - in->head;
	in->from = in->head + 1;
}

bool inflow_resume(struct inflow *in)
{
	if (in->state != BROKEN || !in->members || in->bombs > BOMBS + in->members / BOMBS_OF)
		return false;
	back_to_head(in);
	in->head = NOWHERE;
	if (!find_head(in))
		return false;
	in->state = BETWEEN;
	return true;
}
