/* The whole chain on real articles with what a careful human coder takes from them.
 * RECOUNT_SEEDS names the folder: articles as .txt, expected_figures.csv,
 * expected_tracks.csv, expected_events.csv. Without it the tests are skipped, and say
 * so. RECOUNT_BIN is the folder of the programs (build/bin). */
#include <criterion/criterion.h>
#include <dirent.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "files/lines.h"
#include "files/sheet.h"
#include "files/table.h"
#include "values/decimal.h"

enum { FIGURES_WANTED = 20, TRACKS_WANTED = 7, EVENTS_WANTED = 17, FURTHER_MEASURED = 12, TEXT_BYTES = 1 << 20 };

static struct arena keep;
static char work[64], release[96];

static const char *seeds(void)
{
	return getenv("RECOUNT_SEEDS");
}

/* Their folder, as it is named from everywhere. */
static const char *programs(void)
{
	static char path[PATH_MAX];
	const char *bin = getenv("RECOUNT_BIN");

	cr_assert(realpath(bin ? bin : "build/bin", path), "no folder %s", bin ? bin : "build/bin");
	return path;
}

static int run(const char *command)
{
	int status = system(command);

	return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

/* One run over the three articles for each test: they share nothing. */
static void run_chain(void)
{
	if (!seeds())
		cr_skip_test("RECOUNT_SEEDS is not set: no real articles to read");
	snprintf(work, sizeof work, "/tmp/recount-seeds-XXXXXX");
	cr_assert(mkdtemp(work), "cannot make a folder");
	struct str command = str_printf(&keep,
					"cd %s && mkdir inbox && cp %s/*.txt inbox/ && "
					"%s/recount run --inbox inbox --store store --out out >summary.txt 2>log.txt",
					work, seeds(), programs());

	cr_assert_eq(run(command.at), 0, "recount run failed, see %s/log.txt", work);
	snprintf(release, sizeof release, "%s/out/latest", work);
}

static void clean(void)
{
	if (work[0])
		run(str_printf(&keep, "rm -rf %s", work).at);
	arena_free(&keep);
}

TestSuite(seeds, .init = run_chain, .fini = clean, .timeout = 120);

static struct sheet sheet_of(const char *folder, const char *name)
{
	struct sheet sheet;
	struct err err;

	cr_assert(sheet_read(str_printf(&keep, "%s/%s", folder, name).at, &keep, &sheet, &err), "%s: %s", err.field,
		  err.message);
	return sheet;
}

static struct str cell(const struct sheet *s, size_t row, const char *column)
{
	int c = sheet_column(s, str_of(column));

	cr_assert(c >= 0, "%s has no column %s", s->path, column);
	return s->at[row].cells[c];
}

static bool same_number(struct str a, struct str b)
{
	struct decimal x, y;
	struct err err;

	return decimal_parse(a, &x, &err) && decimal_parse(b, &y, &err) && decimal_eq(x, y);
}

/* The article whose file name begins with the three digits. */
static struct str article(struct str digits)
{
	struct str text = STR_NULL;
	struct err err;
	DIR *dir = opendir(seeds());

	cr_assert(dir);
	for (struct dirent *e; (e = readdir(dir));)
		if (str_starts(str_of(e->d_name), digits) && str_ends(str_of(e->d_name), STR(".txt")))
			cr_assert(lines_file(str_printf(&keep, "%s/%s", seeds(), e->d_name).at, TEXT_BYTES, &keep,
					     &text, &err));
	closedir(dir);
	cr_assert(text.n > 0);
	return text;
}

/* Does an occurrence of the words overlap the span? */
static bool overlaps(struct str text, struct str words, int64_t start, int64_t end)
{
	for (size_t from = 0; from < text.n;) {
		ptrdiff_t hit = str_find(str_slice(text, from, text.n), words);

		if (hit < 0)
			return false;
		int64_t at = (int64_t)from + hit;

		if (at < end && start < at + (int64_t)words.n)
			return true;
		from = (size_t)at + 1;
	}
	return false;
}

static int64_t whole(struct str s)
{
	int64_t v = -1;

	cr_assert(str_to_int(s, 0, INT64_MAX, &v), "'%.*s' is no offset", STR_ARG(s));
	return v;
}

/* The source, or the organisation it speaks for; nothing stated is the narrator. */
static bool source_is(const struct sheet *s, size_t row, struct str name)
{
	if (name.n == 0)
		return str_eq(cell(s, row, "source_type"), STR("none"));
	return str_eq(cell(s, row, "source_name"), name) || str_eq(cell(s, row, "source_org_name"), name);
}

/* A document's ref begins with the digits in its file's name. */
static bool of_document(const struct sheet *documents, struct str id, struct str digits)
{
	for (size_t i = 0; i < documents->n; i++)
		if (str_eq(cell(documents, i, "document"), id))
			return str_starts(cell(documents, i, "ref"), digits);
	return false;
}

static bool figure_matches(const struct sheet *want, size_t w, const struct sheet *got, size_t g)
{
	static const char *const texts[] = {"measure", "subject", "qualifier"}, *const numbers[] = {"low", "best",
												    "high"};

	for (size_t i = 0; i < 3; i++)
		if (!str_eq(cell(want, w, texts[i]), cell(got, g, texts[i])) ||
		    !same_number(cell(want, w, numbers[i]), cell(got, g, numbers[i])))
			return false;
	return source_is(got, g, cell(want, w, "source"));
}

static bool figure_at(const struct sheet *want, size_t w, const struct sheet *got, size_t g,
		      const struct sheet *documents)
{
	struct str doc = cell(want, w, "doc");

	return of_document(documents, cell(got, g, "document"), doc) &&
	       overlaps(article(doc), cell(want, w, "surface"), whole(cell(got, g, "start")),
			whole(cell(got, g, "end")));
}

Test(seeds, the_figures_of_the_human_coder_are_found)
{
	struct sheet want = sheet_of(seeds(), "expected_figures.csv"), got = sheet_of(release, "figures.csv"),
		     documents = sheet_of(release, "documents.csv");
	size_t found = 0, dated = 0, placed = 0;

	for (size_t w = 0; w < want.n; w++) {
		bool hit = false, date = false, place = false;

		for (size_t g = 0; g < got.n; g++) {
			if (!figure_at(&want, w, &got, g, &documents) || !figure_matches(&want, w, &got, g))
				continue;
			hit = true;
			date |= str_eq(cell(&want, w, "stated_on"), cell(&got, g, "stated")) ||
				cell(&want, w, "stated_on").n == 0;
			place |= str_eq_fold(cell(&want, w, "place"), cell(&got, g, "place_name"));
		}
		found += hit;
		dated += date;
		placed += place;
		if (!hit || !date || !place)
			fprintf(stderr, "seeds: %.*s '%.*s': %s%s%s\n", STR_ARG(cell(&want, w, "doc")),
				STR_ARG(cell(&want, w, "surface")), hit ? "" : "not found ", date ? "" : "other date ",
				place ? "" : "other place");
	}
	fprintf(stderr, "seeds: %zu of %zu figures, %zu with their date, %zu with their place\n", found, want.n, dated,
		placed);
	cr_expect(found >= FIGURES_WANTED);
}

Test(seeds, no_flood_of_further_figures)
{
	struct sheet want = sheet_of(seeds(), "expected_figures.csv"), got = sheet_of(release, "figures.csv"),
		     documents = sheet_of(release, "documents.csv");
	size_t further = 0;

	for (size_t g = 0; g < got.n; g++) {
		bool listed = cell(&got, g, "measure").n == 0;

		cr_expect_str_neq(cell(&got, g, "block").at, "teaser");
		for (size_t w = 0; w < want.n && !listed; w++)
			listed = figure_at(&want, w, &got, g, &documents);
		if (!listed)
			fprintf(stderr, "seeds: further: %.*s of %.*s: '%.*s'\n", STR_ARG(cell(&got, g, "measure")),
				STR_ARG(cell(&got, g, "subject")), STR_ARG(cell(&got, g, "surface")));
		further += !listed;
	}
	cr_expect(further <= FURTHER_MEASURED, "%zu further claims with a measure", further);
}

Test(seeds, teasers_and_captions_reach_no_track)
{
	struct sheet got = sheet_of(release, "figures.csv");

	for (size_t g = 0; g < got.n; g++)
		if (str_eq(cell(&got, g, "block"), STR("caption")) || str_eq(cell(&got, g, "block"), STR("title")))
			cr_expect(cell(&got, g, "track").n == 0, "'%.*s' is on a track",
				  STR_ARG(cell(&got, g, "surface")));
}

Test(seeds, all_articles_are_of_one_day)
{
	struct sheet documents = sheet_of(release, "documents.csv");

	cr_expect_eq(documents.n, 3);
	for (size_t i = 0; i < documents.n; i++)
		cr_expect(str_starts(cell(&documents, i, "published"), STR("2016-12-16")), "%.*s is dated '%.*s'",
			  STR_ARG(cell(&documents, i, "ref")), STR_ARG(cell(&documents, i, "published")));
}

static bool track_matches(const struct sheet *want, size_t w, const struct sheet *got, size_t g)
{
	bool open = str_eq(cell(want, w, "open_high"), STR("yes"));

	return str_eq(cell(want, w, "measure"), cell(got, g, "measure")) &&
	       str_eq(cell(want, w, "subject"), cell(got, g, "subject")) &&
	       str_eq(cell(want, w, "place"), cell(got, g, "place_parent_name")) &&
	       str_eq(cell(want, w, "status"), cell(got, g, "status")) &&
	       same_number(cell(want, w, "low"), cell(got, g, "low")) &&
	       same_number(cell(want, w, "high"), cell(got, g, "high")) &&
	       open == str_eq(cell(got, g, "open_high"), STR("true"));
}

Test(seeds, the_tracks_of_the_human_coder_are_found)
{
	struct sheet want = sheet_of(seeds(), "expected_tracks.csv"), got = sheet_of(release, "tracks.csv");
	size_t found = 0;

	for (size_t w = 0; w < want.n; w++) {
		bool hit = false;

		for (size_t g = 0; g < got.n && !hit; g++)
			hit = track_matches(&want, w, &got, g);
		found += hit;
		if (!hit)
			fprintf(stderr, "seeds: no track %.*s %.*s in %.*s\n", STR_ARG(cell(&want, w, "measure")),
				STR_ARG(cell(&want, w, "subject")), STR_ARG(cell(&want, w, "place")));
	}
	fprintf(stderr, "seeds: %zu of %zu tracks\n", found, want.n);
	cr_expect(found >= TRACKS_WANTED);
}

static bool event_in(const struct sheet *got, size_t g, struct str docs, const struct sheet *documents)
{
	struct str list = cell(got, g, "documents");

	while (list.at) {
		struct str id = str_cut(&list, '|'), rest = docs;

		while (rest.at)
			if (of_document(documents, id, str_cut(&rest, ' ')))
				return true;
	}
	return false;
}

static bool event_matches(const struct sheet *want, size_t w, const struct sheet *got, size_t g)
{
	struct str place = cell(want, w, "place");

	return str_eq(cell(want, w, "type"), cell(got, g, "type")) &&
	       str_eq(cell(want, w, "status"), cell(got, g, "status")) &&
	       str_starts(cell(got, g, "when"), cell(want, w, "date")) &&
	       (place.n == 0 || str_eq(place, cell(got, g, "place_name")) ||
		str_eq(place, cell(got, g, "place_parent_name")) || str_eq(place, cell(got, g, "place_admin1"))) &&
	       source_is(got, g, cell(want, w, "claimed_by"));
}

Test(seeds, the_events_of_the_human_coder_are_found)
{
	struct sheet want = sheet_of(seeds(), "expected_events.csv"), got = sheet_of(release, "timeline.csv"),
		     documents = sheet_of(release, "documents.csv");
	size_t found = 0;

	for (size_t w = 0; w < want.n; w++) {
		bool hit = false;

		for (size_t g = 0; g < got.n && !hit; g++)
			hit = event_matches(&want, w, &got, g) && event_in(&got, g, cell(&want, w, "doc"), &documents);
		found += hit;
		if (!hit)
			fprintf(stderr, "seeds: no event %.*s %.*s '%.*s' by '%.*s'\n", STR_ARG(cell(&want, w, "type")),
				STR_ARG(cell(&want, w, "status")), STR_ARG(cell(&want, w, "what")),
				STR_ARG(cell(&want, w, "claimed_by")));
	}
	fprintf(stderr, "seeds: %zu of %zu events\n", found, want.n);
	cr_expect(found >= EVENTS_WANTED);
}

/* All the names are among the sides of one contradiction of the kind. */
static bool has_contradiction(const struct sheet *got, const char *kind, const char *const *names)
{
	for (size_t g = 0; g < got->n; g++) {
		bool all = str_eq(cell(got, g, "kind"), str_of(kind));

		for (size_t i = 0; names[i] && all; i++)
			all = str_find(cell(got, g, "sides"), str_of(names[i])) >= 0;
		if (all)
			return true;
	}
	return false;
}

Test(seeds, rival_accounts_are_named_with_all_their_sources)
{
	static const char *const statuses[] = {"Russian Ministry of Defence",
					       "Syrian government",
					       "International Committee of the Red Cross",
					       "Syrian military source",
					       "Turkish Foreign Ministry",
					       NULL},
				 *const blame[] = {"Syrian government", "Yasser al-Youssef", "Anadolu Agency", NULL};
	struct sheet got = sheet_of(release, "contradictions.csv");

	cr_expect(has_contradiction(&got, "statuses", statuses), "whether it is complete");
	cr_expect(has_contradiction(&got, "blame", blame), "who fired on the convoy");
}

/* Documents that carry the assertion of figure g. */
static size_t reports_of(const struct sheet *figures, size_t g)
{
	struct strs documents = {0};

	for (size_t i = 0; i < figures->n; i++)
		if (str_eq(cell(figures, i, "assertion"), cell(figures, g, "assertion")))
			strs_add(&keep, &documents, cell(figures, i, "document"));
	strs_sort(&documents);
	return documents.n;
}

Test(seeds, one_statement_in_two_articles_is_one_assertion)
{
	struct sheet figures = sheet_of(release, "figures.csv");
	size_t shared = 0;

	for (size_t g = 0; g < figures.n; g++)
		if (str_eq(cell(&figures, g, "measure"), STR("evacuated")) &&
		    (str_eq(cell(&figures, g, "best"), STR("4500")) || str_eq(cell(&figures, g, "best"), STR("337")))) {
			cr_expect_eq(reports_of(&figures, g), 2, "'%.*s'", STR_ARG(cell(&figures, g, "surface")));
			shared++;
		}
	cr_expect_eq(shared, 4);
}

Test(seeds, every_figure_is_explained_down_to_its_sentence)
{
	struct sheet got = sheet_of(release, "figures.csv");

	for (size_t g = 0; g < got.n; g++) {
		struct str id = cell(&got, g, "id"), text;
		struct err err;

		if (cell(&got, g, "measure").n == 0)
			continue;
		cr_assert_eq(run(str_printf(&keep, "cd %s && %s/recount explain --store store %.*s >told.txt", work,
					    programs(), STR_ARG(id))
					 .at),
			     0, "explain %.*s", STR_ARG(id));
		cr_assert(lines_file(str_printf(&keep, "%s/told.txt", work).at, TEXT_BYTES, &keep, &text, &err));
		cr_expect(str_find(text, str_slice(cell(&got, g, "sentence"), 0, 40)) >= 0, "the sentence of %.*s",
			  STR_ARG(id));
		cr_expect(str_find(text, str_printf(&keep, "%.*s-%.*s", STR_ARG(cell(&got, g, "sentence_start")),
						    STR_ARG(cell(&got, g, "sentence_end")))) >= 0 ||
				  str_find(text, str_printf(&keep, "%.*s-%.*s", STR_ARG(cell(&got, g, "start")),
							    STR_ARG(cell(&got, g, "end")))) >= 0,
			  "the byte range of %.*s", STR_ARG(id));
		struct str rules = cell(&got, g, "rules");

		cr_expect(rules.n > 0 && str_find(text, str_cut(&rules, '|')) >= 0, "the rules of %.*s", STR_ARG(id));
	}
}
