#include "parts.h"

#include "files/outfile.h"

static struct outfile *open_part(struct parts *parts)
{
	struct stage *st = parts->st;

	if (!st->to_folder)
		return outfile_open(st->output);
	return outfile_open(
		str_printf(&st->scratch, "%s/documents/part-%05lld.jsonl", st->output, (long long)parts->number).at);
}

void parts_open(struct parts *parts, struct stage *st, int64_t first, int64_t most)
{
	*parts = (struct parts){.st = st, .number = first, .most = most};
	parts->out = open_part(parts);
}

static bool is_full(const struct parts *parts)
{
	return parts->st->to_folder && (parts->documents == parts->most || outfile_size(parts->out) >= PART_BYTES);
}

void parts_write(struct parts *parts, const struct document *doc)
{
	if (is_full(parts)) {
		outfile_close(parts->out);
		parts->number++;
		parts->documents = 0;
		parts->out = open_part(parts);
	}
	document_write(parts->out, doc);
	parts->documents++;
	parts->st->written++;
}

void parts_close(struct parts *parts)
{
	outfile_close(parts->out);
}
