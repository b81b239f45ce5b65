#include "spoken.h"

#include <stdlib.h>

/* A name, and no post: two words or more, all with capitals. */
static bool is_name(struct str name)
{
	size_t words = 0;

	while (name.n) {
		struct str word = str_cut(&name, ' ');

		if (word.n && (ascii_is_lower(word.at[0]) || ascii_is_digit((unsigned char)word.at[0])))
			return false;
		words += word.n > 0;
	}
	return words > 1;
}

/* A person, also one whom a text calls by an office alone ("Prime Minister Ana Ruiz"). */
static bool may_be_speaker(const struct source_ref *source)
{
	return source_speaks_for(source->type) || str_is(source->type, "government") ||
	       str_is(source->type, "military");
}

static int by_speaker(const void *pa, const void *pb)
{
	const struct record *a = *(const struct record *const *)pa, *b = *(const struct record *const *)pb;
	int c = str_cmp(a->speaker.id, b->speaker.id);

	c = c ? c : str_cmp(a->source.id, b->source.id);
	c = c ? c : str_cmp(a->source.name, b->source.name);
	return c ? c : str_cmp(a->source.type, b->source.type);
}

static int id_against_speaker(const void *id, const void *record)
{
	return str_cmp(*(const struct str *)id, (*(const struct record *const *)record)->speaker.id);
}

/* Those who speak for one body alone, each once, by the ids of the speakers; their number. */
static size_t find_speakers(const struct recorded *all, const struct record **out)
{
	size_t n = 0, kept = 0;

	for (size_t i = 0; i < all->n; i++)
		if (is_name(all->at[i]->speaker.name))
			out[n++] = all->at[i];
	if (n)
		qsort(out, n, sizeof(const struct record *), by_speaker);
	for (size_t i = 0, end; i < n; i = end) {
		bool one = true;

		for (end = i + 1; end < n && str_eq(out[i]->speaker.id, out[end]->speaker.id); end++)
			one &= str_eq(out[i]->source.id, out[end]->source.id);
		if (one)
			out[kept++] = out[i];
	}
	return kept;
}

void spoken_settle(struct recorded *all, struct arena *arena)
{
	const struct record **speakers = ARENA_ARRAY(arena, const struct record *, all->n);
	size_t n = find_speakers(all, speakers);

	for (size_t i = 0; i < all->n && n; i++) {
		struct record *r = all->at[i];
		const struct record *const *found =
			r->narrator || r->speaker.id.n || r->part_of.n || !may_be_speaker(&r->source)
				? NULL
				: bsearch(&r->source.id, speakers, n, sizeof(const struct record *),
					  id_against_speaker);

		if (found) {
			r->speaker = r->source;
			r->source = (*found)->source;
		}
	}
}
