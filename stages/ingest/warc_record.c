#include "warc_record.h"

static const struct {
	struct str name;
	enum warc_type type;
} types[] = {
	{{"response", 8}, WARC_RESPONSE},
	{{"revisit", 7}, WARC_REVISIT},
	{{"resource", 8}, WARC_RESOURCE},
	{{"conversion", 10}, WARC_CONVERSION},
};

bool warc_record_begins(struct str at)
{
	static const size_t version = 8; /* of "WARC/1.0" */

	if (at.n <= version || !str_starts(at, STR("WARC/")))
		return false;
	return ascii_is_digit((unsigned char)at.at[5]) && at.at[6] == '.' && ascii_is_digit((unsigned char)at.at[7]) &&
	       (at.at[version] == '\r' || at.at[version] == '\n');
}

ptrdiff_t warc_record_find(struct str text, size_t from)
{
	while (from < text.n) {
		const char *hit = memmem(text.at + from, text.n - from, "WARC/", 5);

		if (!hit)
			return -1;
		from = (size_t)(hit - text.at);
		if ((from == 0 || hit[-1] == '\n') && warc_record_begins(str_slice(text, from, text.n)))
			return (ptrdiff_t)from;
		from++;
	}
	return -1;
}

size_t warc_head_size(struct str text)
{
	for (size_t i = 0; i < text.n;) {
		const char *hit = memchr(text.at + i, '\n', text.n - i);

		if (!hit)
			return 0;
		i = (size_t)(hit - text.at) + 1;
		if (i < text.n && text.at[i] == '\n')
			return i + 1;
		if (i + 1 < text.n && text.at[i] == '\r' && text.at[i + 1] == '\n')
			return i + 2;
	}
	return 0;
}

void head_line(struct str *rest, struct str *name, struct str *value)
{
	struct str line = str_cut(rest, '\n'), after = line;

	*name = str_trim(str_cut(&after, ':'));
	*value = after.at ? str_trim(after) : STR_NULL;
	if (!after.at)
		*name = STR_NULL;
}

static struct str without_brackets(struct str url)
{
	return url.n > 1 && url.at[0] == '<' && url.at[url.n - 1] == '>' ? str_slice(url, 1, url.n - 1) : url;
}

static enum warc_type type_of(struct str name)
{
	for (size_t i = 0; i < sizeof types / sizeof *types; i++)
		if (str_eq_fold(name, types[i].name))
			return types[i].type;
	return WARC_OTHER;
}

bool warc_record_parse(struct str head, struct warc_record *out, struct err *err)
{
	struct str rest = head, name, value;
	int64_t length = -1;

	*out = (struct warc_record){0};
	(void)str_cut(&rest, '\n');
	while (rest.at) {
		head_line(&rest, &name, &value);
		if (str_eq_fold(name, STR("Content-Length")) && !str_to_int(value, 0, INT64_MAX / 2, &length))
			return err_set(err, "warc", "Content-Length is no length: '%.*s'",
				       (int)(value.n < 40 ? value.n : 40), value.n ? value.at : "");
		if (str_eq_fold(name, STR("WARC-Type")))
			out->type_name = value;
		else if (str_eq_fold(name, STR("WARC-Target-URI")))
			out->url = without_brackets(value);
		else if (str_eq_fold(name, STR("Content-Type")))
			out->media = value;
		else if (str_eq_fold(name, STR("WARC-Identified-Payload-Type")))
			out->payload = value;
	}
	out->type = type_of(out->type_name);
	out->length = (uint64_t)length;
	if (length < 0)
		return err_set(err, "warc", "the record has no Content-Length");
	return out->type_name.n || err_set(err, "warc", "the record has no WARC-Type");
}
