#include "languages.h"

#include <libexttextcat/textcat.h>
#include <unistd.h>

#include "language.h"

enum {
	LEAST_BYTES = 120, /* of a story whose language can be told by its letters, */
	LEAST_PLAIN = 250, /* where these are ASCII alone: names are of many languages */
	MOST_BYTES = 600,  /* looked at */
};

struct languages {
	void *models; /* NULL: not loaded, or not there */
	bool tried;
};

/* Folders of the models, the first that is there. */
static const char *const folders[] = {"/usr/share/libexttextcat/", "/usr/local/share/libexttextcat/"};

struct languages *languages_open(struct arena *arena)
{
	return ARENA_NEW(arena, struct languages);
}

void languages_close(struct languages *l)
{
	if (l->models)
		textcat_Done(l->models);
	*l = (struct languages){0};
}

static void load(struct languages *l)
{
	struct arena arena = {0};

	for (size_t i = 0; !l->tried && !l->models && i < sizeof folders / sizeof *folders; i++) {
		const char *list = str_printf(&arena, "%sfpdb.conf", folders[i]).at;

		if (access(list, R_OK) == 0)
			l->models = special_textcat_Init(list, folders[i]);
	}
	l->tried = true;
	arena_free(&arena);
}

static bool is_boundary(struct str s, size_t i)
{
	return i == s.n || ((unsigned char)s.at[i] & 0xC0) != 0x80;
}

/* The beginning of the longest stretch of the story. */
static struct str sample_of(const struct document *doc)
{
	struct str best = STR_NULL;

	for (size_t i = 0; i < doc->blocks.n; i++) {
		struct block b = doc->blocks.at[i];

		if (block_counts(b.kind) && b.end - b.start > best.n)
			best = str_slice(doc->text, b.start, b.end);
	}
	size_t n = best.n < MOST_BYTES ? best.n : MOST_BYTES;

	while (n && !is_boundary(best, n))
		n--;
	return str_slice(best, 0, n);
}

/* "[de--utf8][nl--utf8]": the first is the likeliest; English among them is likely enough. */
static struct str choose(struct str answer, struct arena *arena)
{
	struct str first = STR_NULL, rest = answer;

	if (!str_starts(answer, STR("[")))
		return STR_NULL; /* UNKNOWN, SHORT */
	while (rest.at) {
		struct str one = str_cut(&rest, ']'), name = str_slice(one, 1, one.n);
		ptrdiff_t end = str_find(name, STR("--"));

		name = end >= 0 ? str_slice(name, 0, (size_t)end) : name;
		if (str_eq(name, STR("en")) || str_eq(name, STR("sco")))
			return STR("en");
		if (!first.n)
			first = name;
	}
	return str_dup(arena, first);
}

static bool is_english(struct str language)
{
	return str_eq_fold(str_slice(language, 0, 2), STR("en")) && (language.n == 2 || language.at[2] == '-');
}

static bool is_plain(struct str s)
{
	for (size_t i = 0; i < s.n; i++)
		if ((unsigned char)s.at[i] >= 0x80)
			return false;
	return true;
}

/* Too short to tell, or it holds English: an article that isn't read is lost, so only what is surely another's is. */
static bool is_undecided(struct str sample)
{
	return sample.n < (is_plain(sample) ? LEAST_PLAIN : LEAST_BYTES) || language_may_be_english(sample);
}

struct str languages_tell(struct languages *l, const struct document *doc, struct arena *arena)
{
	struct str sample = sample_of(doc), found = language_guess(sample);

	if (found.n)
		return is_english(doc->language) ? doc->language : found;
	if (is_undecided(sample))
		return doc->language;
	load(l);
	if (l->models)
		found = choose(str_of(textcat_Classify(l->models, sample.at, sample.n)), arena);
	return found.n && !(is_english(found) && is_english(doc->language)) ? found : doc->language;
}
