#include "packed.h"

enum { SIZE_BYTES = 10, MEMBER_BYTES = 16 }; /* at most: a size; a member beside its texts */

/* In front of each row. */
struct head {
	uint32_t bytes; /* of the row, with this */
	uint32_t article;
	uint64_t wording;
	struct packed_of of;
};

/* The bits of columns, 64 a word. */
enum { WORD = 64 };

static size_t bits_bytes(const struct table *table)
{
	return (table->n + WORD - 1) / WORD * sizeof(uint64_t);
}

static size_t most_beside_texts(const struct table *table)
{
	return sizeof(struct head) + bits_bytes(table) + SIZE_BYTES + table->n * MEMBER_BYTES;
}

size_t packed_most(const struct table *table, const struct packed *row)
{
	size_t n = 2 * most_beside_texts(table) + SIZE_BYTES + row->line.n;

	for (size_t i = 0; i < table->n; i++) {
		const char *member = (const char *)row->record + table->columns[i].offset;
		const struct strs *list = (const void *)member;

		if (table->columns[i].type == COLUMN_TEXT)
			n += SIZE_BYTES + ((const struct str *)(const void *)member)->n;
		else if (table->columns[i].type == COLUMN_LIST || table->columns[i].type == COLUMN_SPANS)
			for (size_t k = 0; k < list->n; k++)
				n += SIZE_BYTES + list->at[k].n;
	}
	return n;
}

/* Where texts must end, so that what is not text finds room behind them, too. */
static const char *texts_end(const struct table *table, const char *to, size_t room)
{
	size_t rest = most_beside_texts(table);

	return room > rest ? to + (room - rest) : to;
}

/* Seven bits a byte, the last one below 128. */
static char *put_size(char *to, uint64_t n)
{
	for (; n >= 128; n >>= 7)
		*to++ = (char)(n | 128);
	*to++ = (char)n;
	return to;
}

static char *put(char *to, const void *bytes, size_t n)
{
	memcpy(to, bytes, n);
	return to + n;
}

/* These give NULL where texts reach their end. */
static char *put_text(char *to, const char *end, struct str text)
{
	if (end - to < (ptrdiff_t)(SIZE_BYTES + text.n))
		return NULL;
	to = put_size(to, text.n);
	return text.n ? put(to, text.at, text.n) : to;
}

static char *put_list(char *to, const char *end, const struct strs *list)
{
	to = put_size(to, list->n);
	for (size_t i = 0; i < list->n && to; i++)
		to = put_text(to, end, list->at[i]);
	return to;
}

/* As sizes are written, from 1 on, the sign lowest; null is 0. */
static char *put_int(char *to, int64_t n)
{
	uint64_t sized = (uint64_t)n << 1 ^ (n < 0 ? UINT64_MAX : 0);

	return put_size(to, n == COLUMN_NO_INT ? 0 : sized + 1);
}

/* Nothing is written for what is null in a record of zeros: `to` comes back as it was. */
static char *put_member(char *to, const char *end, enum column_type type, const void *member)
{
	switch (type) {
	case COLUMN_TEXT: {
		const struct str *text = member;

		return text->n ? put_text(to, end, *text) : to;
	}
	case COLUMN_INT: {
		const int64_t *number = member;

		return *number ? put_int(to, *number) : to;
	}
	case COLUMN_DECIMAL: {
		const struct decimal *d = member;

		return d->known ? put(put(to, &d->scale, sizeof d->scale), &d->digits, sizeof d->digits) : to;
	}
	case COLUMN_BOOL: {
		const bool *yes = member;

		return *yes ? put(to, yes, sizeof *yes) : to;
	}
	case COLUMN_ENUM: {
		const int *value = member;

		return *value ? put_size(to, (size_t)*value) : to;
	}
	default: {
		const struct strs *list = member;

		return list->n ? put_list(to, end, list) : to;
	}
	}
}

/* The columns of one word, whose bits go to `word`. */
static char *put_columns(const struct table *table, size_t first, const char *record, char *to, const char *end,
			 char *word)
{
	const struct column *columns = table->columns + first;
	size_t n = table->n - first < WORD ? table->n - first : WORD;
	uint64_t bits = 0;

	for (size_t i = 0; i < n && to; i++) {
		char *behind = put_member(to, end, columns[i].type, record + columns[i].offset);

		bits |= (uint64_t)(behind != to) << i;
		to = behind;
	}
	memcpy(word, &bits, sizeof bits);
	return to;
}

char *packed_put(const struct table *table, const struct packed *row, char *to, size_t room)
{
	char *from = to, *words = to + sizeof(struct head);
	const char *end = texts_end(table, to, room);

	if (end == to)
		return NULL;
	to = put_text(words + bits_bytes(table), end, row->line);
	for (size_t i = 0; i < table->n && to; i += WORD, words += sizeof(uint64_t))
		to = put_columns(table, i, row->record, to, end, words);
	if (!to)
		return NULL;
	struct head head = {(uint32_t)(to - from), row->article, row->wording, row->of};

	put(from, &head, sizeof head);
	return to;
}

static uint64_t take_size(const char **at)
{
	uint64_t n = (unsigned char)*(*at)++;

	if (n < 128)
		return n;
	n &= 127;
	for (unsigned shift = 7;; shift += 7) {
		unsigned char c = (unsigned char)*(*at)++;

		n |= (uint64_t)(c & 127) << shift;
		if (c < 128)
			return n;
	}
}

static int64_t take_int(const char **at)
{
	uint64_t sized = take_size(at);

	return sized ? (int64_t)((sized - 1) >> 1 ^ -((sized - 1) & 1)) : COLUMN_NO_INT;
}

static const char *take(const char *at, void *to, size_t n)
{
	memcpy(to, at, n);
	return at + n;
}

static struct str take_text(const char **at)
{
	struct str text = {NULL, take_size(at)};

	text.at = *at;
	*at += text.n;
	return text.n ? text : STR_NULL;
}

static struct strs take_list(const char **at, struct arena *arena)
{
	struct strs list = {.n = take_size(at)};

	list.room = list.n;
	list.at = ARENA_ARRAY(arena, struct str, list.n);
	for (size_t i = 0; i < list.n; i++)
		list.at[i] = take_text(at);
	return list;
}

static const char *take_member(const char *at, enum column_type type, void *member, struct arena *arena)
{
	switch (type) {
	case COLUMN_TEXT:
		*(struct str *)member = take_text(&at);
		return at;
	case COLUMN_INT:
		*(int64_t *)member = take_int(&at);
		return at;
	case COLUMN_DECIMAL: {
		struct decimal *d = member;

		d->known = true;
		return take(take(at, &d->scale, sizeof d->scale), &d->digits, sizeof d->digits);
	}
	case COLUMN_BOOL:
		return take(at, member, sizeof(bool));
	case COLUMN_ENUM:
		*(int *)member = (int)take_size(&at);
		return at;
	default:
		*(struct strs *)member = take_list(&at, arena);
		return at;
	}
}

static struct head head_of(const char *at)
{
	struct head head;

	memcpy(&head, at, sizeof head);
	return head;
}

/* The columns of one word. */
static const char *take_columns(const struct column *columns, uint64_t bits, const char *at, char *record,
				struct arena *arena)
{
	for (; bits; bits &= bits - 1) {
		const struct column *c = &columns[__builtin_ctzll(bits)];

		at = take_member(at, c->type, record + c->offset, arena);
	}
	return at;
}

const char *packed_take(const struct table *table, const char *at, struct packed *row, void *record,
			struct arena *arena)
{
	const char *words = at + sizeof(struct head);
	struct head head = head_of(at);

	memset(record, 0, table->size);
	*row = (struct packed){.record = record, .article = head.article, .wording = head.wording, .of = head.of};
	at = words + bits_bytes(table);
	row->line = take_text(&at);
	for (size_t i = 0; i < table->n; i += WORD, words += sizeof(uint64_t)) {
		uint64_t bits;

		memcpy(&bits, words, sizeof bits);
		at = take_columns(table->columns + i, bits, at, record, arena);
	}
	return at;
}

const char *packed_next(const char *at)
{
	return at + head_of(at).bytes;
}

uint32_t packed_article(const char *at)
{
	return head_of(at).article;
}

uint64_t packed_wording(const char *at)
{
	return head_of(at).wording;
}

struct packed_of packed_of(const char *at)
{
	return head_of(at).of;
}

struct str packed_line(const struct table *table, const char *at)
{
	at += sizeof(struct head) + bits_bytes(table);
	return take_text(&at);
}
