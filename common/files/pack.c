#include "files/pack.h"

static void add_text(struct buf *b, struct str s)
{
	uint32_t n = (uint32_t)s.n;

	buf_add(b, (struct str){(const char *)&n, sizeof n});
	buf_add(b, s);
}

static void add_list(struct buf *b, struct strs list)
{
	uint32_t n = (uint32_t)list.n;

	buf_add(b, (struct str){(const char *)&n, sizeof n});
	for (size_t i = 0; i < list.n; i++)
		add_text(b, list.at[i]);
}

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

struct str pack_record(const struct table *table, const void *record, struct arena *arena)
{
	struct buf b = {.arena = arena};

	for (size_t i = 0; i < table->n; i++) {
		const struct column *c = &table->columns[i];
		const char *member = (const char *)record + c->offset;

		if (c->type == COLUMN_TEXT)
			add_text(&b, *(const struct str *)member);
		else if (c->type == COLUMN_LIST || c->type == COLUMN_SPANS)
			add_list(&b, *(const struct strs *)member);
		else
			buf_add(&b, (struct str){member, plain_size(c->type)});
	}
	return buf_str(&b);
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
	return take(bytes, take_count(bytes));
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
