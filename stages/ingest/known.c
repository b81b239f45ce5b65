#include "known.h"

#include <assert.h>

#include "base/err.h"
#include "files/lines.h"

enum { HALF_DIGITS = 16, LINE_BYTES = 4096 };

static bool hex_read(struct str digits, uint64_t *out)
{
	*out = 0;
	for (size_t i = 0; i < digits.n; i++) {
		char c = digits.at[i];
		bool digit = ascii_is_digit((unsigned char)c);

		if (!digit && (c < 'a' || c > 'f'))
			return false;
		*out = *out << 4 | (uint64_t)(digit ? c - '0' : c - 'a' + 10);
	}
	return digits.n == HALF_DIGITS;
}

static bool key_of(struct str id, struct key128 *out)
{
	return id.n == 1 + 2 * HALF_DIGITS && id.at[0] == 'd' &&
	       hex_read(str_slice(id, 1, 1 + HALF_DIGITS), &out->high) &&
	       hex_read(str_slice(id, 1 + HALF_DIGITS, id.n), &out->low);
}

void known_read(struct keyset *known, const char *path)
{
	struct err err;
	struct lines *in = lines_open(path, LINE_BYTES, &err);
	enum lines_result got;
	struct key128 key;
	struct line line;

	if (!in)
		die(EXIT_INPUT, "%s", err.message);
	while ((got = lines_next(in, &line, &err)) == LINES_LINE) {
		if (line.text.n == 0)
			continue;
		if (!key_of(line.text, &key))
			die(EXIT_USAGE, "%s:%llu: no id of a document: want d and 32 hex digits", path,
			    (unsigned long long)line.number);
		keyset_add(known, key);
	}
	lines_close(in);
	if (got != LINES_END)
		die(EXIT_INPUT, "%s:%llu: %s", path, (unsigned long long)line.number, err.message);
}

bool known_add(struct keyset *known, struct str id)
{
	struct key128 key;
	bool is_id = key_of(id, &key);

	assert(is_id && "the id of a document");
	return !is_id || keyset_add(known, key);
}
