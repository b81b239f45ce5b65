#include "files/pack.h"

/* Bytes of a member that holds no pointer; 0 for texts and lists. */
static size_t plain_size(enum column_type type)
{
	static const size_t sizes[] = {
		[COLUMN_INT] = sizeof(int64_t),
		[COLUMN_DECIMAL] = sizeof(struct decimal),
		[COLUMN_BOOL] = sizeof(bool),
		[COLUMN_ENUM] = sizeof(int),
		[COLUMN_SPANS] = 0,
	};
	return sizes[type];
}

static size_t list_size(struct strs list)
{
	size_t n = sizeof(uint32_t);

	for (size_t i = 0; i < list.n; i++)
		n += sizeof(uint32_t) + list.at[i].n;
	return n;
}

static size_t packed_size(const struct table *table, const void *record)
{
	size_t n = 0;

	for (size_t i = 0; i < table->n; i++) {
		const struct column *c = &table->columns[i];
		const void *member = (const char *)record + c->offset;

		if (c->type == COLUMN_TEXT)
			n += sizeof(uint32_t) + ((const struct str *)member)->n;
		else if (c->type == COLUMN_LIST || c->type == COLUMN_SPANS)
			n += list_size(*(const struct strs *)member);
		else
			n += plain_size(c->type);
	}
	return n;
}

static char *put(char *to, const void *at, size_t n)
{
	if (n)
		memcpy(to, at, n);
	return to + n;
}

static char *put_text(char *to, struct str s)
{
	uint32_t n = (uint32_t)s.n;

	return put(put(to, &n, sizeof n), s.at, s.n);
}

static char *put_list(char *to, struct strs list)
{
	uint32_t n = (uint32_t)list.n;

	to = put(to, &n, sizeof n);
	for (size_t i = 0; i < list.n; i++)
		to = put_text(to, list.at[i]);
	return to;
}

static void pack_into(const struct table *table, const void *record, char *to)
{
	for (size_t i = 0; i < table->n; i++) {
		const struct column *c = &table->columns[i];
		const char *member = (const char *)record + c->offset;

		if (c->type == COLUMN_TEXT)
			to = put_text(to, *(const struct str *)member);
		else if (c->type == COLUMN_LIST || c->type == COLUMN_SPANS)
			to = put_list(to, *(const struct strs *)member);
		else
			to = put(to, member, plain_size(c->type));
	}
}

struct str pack_record(const struct table *table, const void *record, struct arena *arena)
{
	size_t n = packed_size(table, record);
	char *at = arena_text(arena, n ? n : 1);

	pack_into(table, record, at);
	return (struct str){at, n};
}

static struct str take(struct str *bytes, size_t n)
{
	struct str part = str_slice(*bytes, 0, n);

	bytes->at += n;
	bytes->n -= n;
	return part;
}

static uint32_t take_count(struct str *bytes)
{
	uint32_t n;

	memcpy(&n, take(bytes, sizeof n).at, sizeof n);
	return n;
}

static struct str take_text(struct str *bytes)
{
	uint32_t n = take_count(bytes);

	return n ? take(bytes, n) : STR_NULL;
}

void unpack_record(const struct table *table, struct str bytes, void *record, struct arena *arena)
{
	memset(record, 0, table->size);
	for (size_t i = 0; i < table->n; i++) {
		const struct column *c = &table->columns[i];
		char *member = (char *)record + c->offset;

		if (c->type == COLUMN_TEXT) {
			*(struct str *)member = take_text(&bytes);
		} else if (c->type == COLUMN_LIST || c->type == COLUMN_SPANS) {
			struct strs list = {.n = take_count(&bytes)};

			list.at = ARENA_ARRAY(arena, struct str, list.n ? list.n : 1);
			list.room = list.n;
			for (size_t k = 0; k < list.n; k++)
				list.at[k] = take_text(&bytes);
			*(struct strs *)member = list;
		} else {
			memcpy(member, take(&bytes, plain_size(c->type)).at, plain_size(c->type));
		}
	}
}
