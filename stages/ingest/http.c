#include "http.h"

#include "files/deflated.h"
#include "warc_record.h"

void http_media(struct str value, struct str *media, struct str *charset)
{
	struct str rest = value;

	*media = str_trim(str_cut(&rest, ';'));
	*charset = STR_NULL;
	while (rest.at) {
		struct str of = str_trim(str_cut(&rest, ';'));

		if (!str_eq_fold(str_slice(of, 0, 8), STR("charset=")))
			continue;
		*charset = str_trim(str_slice(of, 8, of.n));
		if (charset->n > 1 && (charset->at[0] == '"' || charset->at[0] == '\''))
			*charset = str_slice(*charset, 1, charset->n - 1);
	}
}

bool http_parse(struct str message, struct http_message *out, struct err *err)
{
	size_t head = warc_head_size(message);
	struct str rest = str_slice(message, 0, head), line = str_cut(&rest, '\n'), name, value;
	int64_t status;

	*out = (struct http_message){0};
	(void)str_cut(&line, ' ');
	if (!head || !str_starts(message, STR("HTTP/")) || !line.at ||
	    !str_to_int(str_slice(str_trim(line), 0, 3), 100, 999, &status))
		return err_set(err, "http", "it is no answer of a web server");
	while (rest.at) {
		head_line(&rest, &name, &value);
		if (str_eq_fold(name, STR("Content-Type")))
			http_media(value, &out->media, &out->charset);
		else if (str_eq_fold(name, STR("Transfer-Encoding")))
			out->transfer = value;
		else if (str_eq_fold(name, STR("Content-Encoding")))
			out->encoding = value;
	}
	out->status = (int)status;
	out->body = str_slice(message, head, message.n);
	return true;
}

static int hex_digit(unsigned char c)
{
	if (ascii_is_digit(c))
		return c - '0';
	c |= 32;
	return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

/* The size at the start of a chunk; false when there is none. What would overflow is more than there is. */
static bool chunk_size(struct str line, uint64_t *out)
{
	size_t i = 0;

	*out = 0;
	for (int d; i < line.n && (d = hex_digit((unsigned char)line.at[i])) >= 0; i++)
		*out = *out >> 56 ? UINT64_MAX : *out << 4 | (uint64_t)d;
	struct str after = str_trim(str_slice(line, i, line.n));

	return i && (!after.n || after.at[0] == ';');
}

/* Is the body in chunks, or has the crawler put them together? */
static bool is_chunked(struct str body)
{
	struct str rest = body;
	uint64_t size;

	return chunk_size(str_cut(&rest, '\n'), &size) && rest.at;
}

bool http_unchunk(struct str body, struct arena *arena, struct str *out, struct err *err)
{
	char *to = arena_text(arena, body.n + 1);
	struct str rest = body;
	size_t n = 0;

	for (;;) {
		uint64_t size;

		if (!rest.n)
			return err_set(err, "http", "its last chunk is missing");
		if (!chunk_size(str_cut(&rest, '\n'), &size))
			return err_set(err, "http", "a chunk has no size");
		if (size == 0)
			break;
		if (size > rest.n)
			return err_set(err, "http", "a chunk is longer than what is left of the record");
		memcpy(to + n, rest.at, size);
		n += size;
		rest = str_slice(rest, size, rest.n);
		rest = str_slice(rest, str_starts(rest, STR("\r\n")) ? 2 : str_starts(rest, STR("\n")), rest.n);
	}
	*out = (struct str){to, n};
	return true;
}

static bool unpack(const struct http_message *message, size_t max, struct arena *arena, struct str *body,
		   struct err *err)
{
	bool gzip = str_eq_fold(message->encoding, STR("gzip")) || str_eq_fold(message->encoding, STR("x-gzip"));

	if (!message->encoding.n || str_eq_fold(message->encoding, STR("identity")) || !body->n)
		return true;
	if (gzip)
		return !str_starts(*body, STR("\x1F\x8B")) || deflated_expand(*body, max, arena, body, err);
	if (!str_eq_fold(message->encoding, STR("deflate")))
		return err_set(err, "http", "packed with %.*s, which is not read here",
			       (int)(message->encoding.n < 40 ? message->encoding.n : 40), message->encoding.at);
	struct str first = str_trim(str_slice(*body, 0, 64));

	return str_starts(first, STR("<")) || deflated_expand(*body, max, arena, body, err);
}

bool http_body(const struct http_message *message, size_t max, struct arena *arena, struct str *out, struct err *err)
{
	struct str last = message->transfer;
	const char *comma = last.n ? memrchr(last.at, ',', last.n) : NULL;

	if (comma)
		last = str_slice(last, (size_t)(comma - last.at) + 1, last.n);
	*out = message->body;
	if (str_eq_fold(str_trim(last), STR("chunked")) && is_chunked(*out) && !http_unchunk(*out, arena, out, err))
		return false;
	return unpack(message, max, arena, out, err);
}
