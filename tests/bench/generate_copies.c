/* generate_copies N SEED FOLDER - N synthetic articles of which it is known who copied whom,
 * as FOLDER/night-1.jsonl .. night-4.jsonl (each article in a night by chance), and the
 * truth in FOLDER/truth.csv: id,of,kind with
 *
 *   own        an article of its own
 *   exact      the text of another one
 *   edited     another one cut, with a line on top, a paragraph put in, words replaced,
 *              spelled otherwise, or several of these
 *   contains   a live page: it has all of another one, a row for each
 *   contained  the first paragraphs of another one
 *
 * What must stay apart is there as well: follow-ups that share background and a quotation
 * with an article, bulletins written to one pattern, and the closing lines of a publisher
 * under all that it prints. The same N and SEED give the same bytes with one
 * compiler. */
#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/str.h"
#include "chance.h"
#include "values/date.h"

enum { NIGHTS = 4, REMEMBERED = 256, PARAGRAPHS = 12, FIRST_DAY = 17000, HOT_OF = 40, ARTICLES_A_DAY = 100 };

static const char *const nouns[] = {
	"harbour",  "council", "bridge",  "hospital", "school",	  "market",    "court",	  "factory",   "railway",
	"museum",   "library", "airport", "village",  "valley",	  "river",     "forest",  "coast",     "border",
	"mountain", "union",   "company", "ministry", "party",	  "committee", "team",	  "theatre",   "church",
	"mosque",   "prison",  "clinic",  "festival", "election", "budget",    "inquiry", "ceasefire", "strike",
	"harvest",  "drought", "flood",	  "storm",    "tunnel",	  "station",   "farm",	  "mine",      "dam",
	"refinery", "port",    "embassy", "barracks", "shelter",
};
static const char *const adjectives[] = {
	"old",	    "northern", "southern", "crowded",	"quiet",   "disputed",	 "narrow",   "wealthy",
	"remote",   "damaged",	"national", "regional", "private", "public",	 "military", "foreign",
	"local",    "former",	"new",	    "small",	"large",   "central",	 "coastal",  "rural",
	"historic", "modern",	"busy",	    "closed",	"open",	   "threatened",
};
static const char *const verbs[] = {
	"reopened",  "rejected",  "visited",	"criticised",	"defended",  "organised", "expected",  "recognised",
	"abandoned", "inspected", "restored",	"neglected",	"supported", "described", "announced", "postponed",
	"measured",  "flooded",	  "repaired",	"financed",	"guarded",   "occupied",  "surveyed",  "replaced",
	"welcomed",  "evacuated", "questioned", "photographed", "renamed",   "returned",
};
static const char *const adverbials[] = {
	"after weeks of talks",	       "despite a shortage of staff",
	"in the early morning",	       "under heavy rain",
	"with the help of neighbours", "for the second time",
	"without giving a reason",     "as the snow melted",
	"before the holidays",	       "at the request of parents",
	"amid growing criticism",      "because of the cost",
	"to everyone's surprise",      "in a narrow vote",
	"during the night shift",      "against medical advice",
	"while the power was out",     "behind closed doors",
	"in front of cameras",	       "for want of fuel",
};
static const char *const syllables[] = {"ka",  "mo",  "ri",  "ben", "tal", "os", "fir", "lun",
					"dra", "sel", "vik", "ham", "jo",  "ne", "pur", "gos",
					"wel", "tim", "ash", "cor", "den", "ul", "mar", "zin"};
/* The same word in two papers' spelling. */
static const struct {
	const char *one, *other;
} spellings[] = {{"criticised", "criticized"},
		 {"organised", "organized"},
		 {"recognised", "recognized"},
		 {"harbour", "harbor"},
		 {"theatre", "theater"},
		 {"defended", "stood by"},
		 {"the ", "The "},
		 {"percent", "per cent"}};
static const char *const publishers[] = {"The Morning Ledger", "Harbour Times",	 "Northern Courier", "Daily Observer",
					 "City Dispatch",      "Plains Gazette", "Coast Herald",     "Valley Record"};

struct text {
	struct str paragraphs[PARAGRAPHS];
	size_t n;
};

struct article {
	uint32_t id, cluster;
	uint32_t beginning; /* the first article that has only its beginning; 0: none yet */
	int32_t day;
	struct text text;
	struct arena memory;
};

static void name(struct buf *b)
{
	for (int word = 0; word < 2; word++) {
		const char *first = PICK(syllables);

		buf_printf(b, "%s%c%s%s%s", word ? " " : "", first[0] - 32, first + 1, PICK(syllables),
			   PICK(syllables));
	}
}

static void sentence(struct buf *b)
{
	buf_printf(b, "The %s %s ", PICK(adjectives), PICK(nouns));
	switch (below(4)) {
	case 0:
		buf_printf(b, "%s the %s %s %s, ", PICK(verbs), PICK(adjectives), PICK(nouns), PICK(adverbials));
		name(b);
		buf_printf(b, " said.");
		break;
	case 1:
		buf_printf(b, "near the %s %s the %s %s %s.", PICK(nouns), PICK(verbs), PICK(adjectives), PICK(nouns),
			   PICK(adverbials));
		break;
	case 2:
		buf_printf(b, "of ");
		name(b);
		buf_printf(b, " was %s %s and cost %u million dollars.", PICK(verbs), PICK(adverbials), 2 + below(900));
		break;
	default:
		buf_printf(b, "%s %u percent of the %s, a %s told ", PICK(verbs), 2 + below(90), PICK(nouns),
			   PICK(nouns));
		name(b);
		buf_printf(b, " %s.", PICK(adverbials));
	}
}

static struct str paragraph(uint32_t sentences, struct arena *arena)
{
	struct buf b = {.arena = arena};

	for (uint32_t i = 0; i < sentences; i++) {
		if (i)
			buf_add_char(&b, ' ');
		sentence(&b);
	}
	return buf_str(&b);
}

static struct text story(struct arena *arena)
{
	struct text t = {.n = 5 + below(PARAGRAPHS - 6)};

	for (size_t i = 0; i < t.n; i++)
		t.paragraphs[i] = paragraph(2 + below(2), arena);
	return t;
}

/* A quake report, word for word as all are but for its numbers and names. */
static struct text bulletin(struct arena *arena)
{
	struct text t = {.n = 2};
	struct buf place = {.arena = arena};

	name(&place);
	t.paragraphs[0] =
		str_printf(arena,
			   "An earthquake of magnitude %u.%u struck %u kilometres north of %.*s, the survey said. "
			   "It was centred at a depth of %u kilometres and was felt in the town of %.*s.",
			   4 + below(3), below(10), 5 + below(200), STR_ARG(buf_str(&place)), 5 + below(90),
			   STR_ARG(buf_str(&place)));
	name(&place);
	t.paragraphs[1] =
		str_printf(arena,
			   "There were no reports of damage at %u local time, said %.*s of the survey's office. "
			   "The region had %u such tremors in the last %u months.",
			   100 + below(2300), STR_ARG(buf_str(&place)), 2 + below(40), 2 + below(30));
	return t;
}

static void insert(struct text *t, size_t at, struct str paragraph)
{
	if (t->n == PARAGRAPHS)
		t->n--;
	for (size_t i = t->n++; i > at; i--)
		t->paragraphs[i] = t->paragraphs[i - 1];
	t->paragraphs[at] = paragraph;
}

static struct str respelled(struct str text, struct arena *arena)
{
	struct buf b = {.arena = arena};

	for (size_t i = 0; i < text.n;) {
		size_t k = 0, all = sizeof spellings / sizeof *spellings;

		while (k < all && !str_starts(str_slice(text, i, text.n), str_of(spellings[k].one)))
			k++;
		if (k < all) {
			buf_add(&b, str_of(spellings[k].other));
			i += strlen(spellings[k].one);
		} else {
			buf_add_char(&b, text.at[i++]);
		}
	}
	return buf_str(&b);
}

/* One word in twenty gives way to another. */
static struct str reworded(struct str text, struct arena *arena)
{
	struct buf b = {.arena = arena};
	bool word = true; /* a word begins here */

	for (size_t i = 0; i < text.n; i++) {
		if (word && below(20) == 0 && ascii_is_lower((unsigned char)text.at[i])) {
			buf_printf(&b, "%s", PICK(adjectives));
			while (i < text.n && ascii_is_alpha((unsigned char)text.at[i]))
				i++;
		}
		if (i < text.n)
			buf_add_char(&b, text.at[i]);
		word = i < text.n && text.at[i] == ' ';
	}
	return buf_str(&b);
}

static void each(struct text *t, struct str (*change)(struct str, struct arena *), struct arena *arena)
{
	for (size_t i = 0; i < t->n; i++)
		t->paragraphs[i] = change(t->paragraphs[i], arena);
}

/* An editor's hand: one change, two, or three. */
static struct text edited(struct text t, struct arena *arena)
{
	for (uint32_t changes = 1 + below(3); changes; changes--)
		switch (below(6)) {
		case 0:
			t.n -= below((uint32_t)t.n / 4 + 1);
			break;
		case 1:
			insert(&t, 0, paragraph(1, arena));
			break;
		case 2:
			insert(&t, below((uint32_t)t.n), paragraph(1 + below(2), arena));
			break;
		case 3:
			each(&t, respelled, arena);
			break;
		case 4:
			t.paragraphs[below((uint32_t)t.n)] = paragraph(2, arena);
			break;
		default:
			each(&t, reworded, arena);
		}
	return t;
}

/* Paragraphs [from, end) of the text in one. */
static struct str joined(const struct text *t, size_t from, size_t end, struct arena *arena)
{
	struct buf b = {.arena = arena};

	for (size_t i = from; i < end && i < t->n; i++)
		buf_printf(&b, "%s%.*s", i > from ? " " : "", STR_ARG(t->paragraphs[i]));
	return buf_str(&b);
}

struct output {
	FILE *nights[NIGHTS], *truth;
	struct article made[REMEMBERED]; /* what may still be copied */
	struct article *hot;		 /* a wire's story that many print */
};

static FILE *open_file(const char *folder, const char *file, struct arena *arena)
{
	const char *path = str_printf(arena, "%s/%s", folder, file).at;
	FILE *out = fopen(path, "w");

	if (!out) {
		perror(path);
		exit(4);
	}
	return out;
}

static void tell(struct output *out, uint32_t id, uint32_t of, const char *kind)
{
	fprintf(out->truth, "c%06u,c%06u,%s\n", id, of, kind);
}

static void write_article(struct output *out, uint32_t id, int32_t day, const struct text *t, struct arena *arena)
{
	const char *publisher = PICK(publishers);
	FILE *to = out->nights[below(NIGHTS)];
	struct buf b = {.arena = arena};

	for (size_t i = 0; i < t->n; i++)
		buf_printf(&b, "%.*s\n\n", STR_ARG(t->paragraphs[i]));
	if (below(3))
		buf_printf(&b, "Sign up for the newsletter of %s and have our best stories sent to you every day.",
			   publisher);
	json_t *o = json_pack("{s:s, s:s%, s:s, s:s, s:s}", "id", str_printf(arena, "c%06u", id).at, "text", b.at, b.n,
			      "published", str_dup(arena, date_format(arena, date_of_days(day))).at, "publisher",
			      publisher, "url", str_printf(arena, "https://news.example/%u", id).at);

	json_dumpf(o, to, JSON_COMPACT);
	putc('\n', to);
	json_decref(o);
}

static void remember(struct output *out, uint32_t id, uint32_t cluster, int32_t day, const struct text *t)
{
	struct article *a = &out->made[id < REMEMBERED ? id : below(REMEMBERED)];

	if (a == out->hot)
		out->hot = NULL;
	arena_reset(&a->memory);
	a->id = id;
	a->cluster = cluster;
	a->beginning = 0;
	a->day = day;
	a->text.n = t->n;
	for (size_t i = 0; i < t->n; i++)
		a->text.paragraphs[i] = str_dup(&a->memory, t->paragraphs[i]);
	if (id == cluster && below(HOT_OF) == 0)
		out->hot = a;
}

static struct article *pick(struct output *out)
{
	struct article *a = &out->made[below(REMEMBERED)];

	return out->hot && below(3) == 0 ? out->hot : a;
}

/* Some articles that it took over whole, under a line of its own. */
static void write_page(struct output *out, uint32_t id, struct arena *arena)
{
	enum { ENTRIES = 3 };
	const struct article *entries[ENTRIES];
	struct text t = {.paragraphs = {paragraph(2, arena)}, .n = 1};
	int32_t day = 0;

	tell(out, id, id, "own");
	for (size_t k = 0; k < ENTRIES; k++) {
		do
			entries[k] = pick(out);
		while ((k > 0 && entries[k] == entries[0]) || (k > 1 && entries[k] == entries[1]));
		const struct text *e = &entries[k]->text;

		tell(out, id, entries[k]->cluster, "contains");
		day = entries[k]->day > day ? entries[k]->day : day;
		for (size_t i = 0; i < e->n; i += 4)
			t.paragraphs[t.n++] = joined(e, i, i + 4, arena);
	}
	write_article(out, id, day, &t, arena);
}

static void write_own(struct output *out, uint32_t id, struct text t, int32_t day, bool copied, struct arena *arena)
{
	tell(out, id, id, "own");
	write_article(out, id, day, &t, arena);
	if (copied)
		remember(out, id, id, day, &t);
}

/* Background and a quotation of an earlier article, under news of its own. */
static void write_follow_up(struct output *out, uint32_t id, const struct article *of, struct arena *arena)
{
	struct text t = story(arena);

	insert(&t, t.n, of->text.paragraphs[of->text.n - 1]);
	write_own(out, id, t, of->day + (int32_t)below(9), true, arena);
}

/* The first third; a second one of the same article is its copy. */
static void write_beginning(struct output *out, uint32_t id, struct article *of, struct arena *arena)
{
	struct text t = of->text;

	t.n = (t.n + 1) / 3;
	if (of->beginning) {
		tell(out, id, of->beginning, "exact");
	} else {
		of->beginning = id;
		tell(out, id, id, "own");
		tell(out, id, of->cluster, "contained");
	}
	write_article(out, id, of->day + (int32_t)below(3), &t, arena);
}

static void write_next(struct output *out, uint32_t id, struct arena *arena)
{
	uint32_t form = id < REMEMBERED ? 0 : below(100);
	struct article *of = pick(out);
	int32_t day = FIRST_DAY + (int32_t)(id / ARTICLES_A_DAY), later = of->day + (int32_t)below(3);
	struct text t = of->text;

	if (form < 50) {
		write_own(out, id, story(arena), day, true, arena);
	} else if (form < 55) {
		write_own(out, id, bulletin(arena), day, false, arena);
	} else if (form < 62) {
		write_follow_up(out, id, of, arena);
	} else if (form < 67) {
		write_page(out, id, arena);
	} else if (form < 71) {
		write_beginning(out, id, of, arena);
	} else if (form < 83) {
		tell(out, id, of->cluster, "exact");
		write_article(out, id, later, &t, arena);
	} else {
		t = edited(t, arena);
		tell(out, id, of->cluster, "edited");
		write_article(out, id, later, &t, arena);
	}
}

int main(int argc, char **argv)
{
	static struct output out;
	struct arena arena = {0};
	int64_t n, seed;

	if (argc != 4 || !str_to_int(str_of(argv[1]), 0, 10000000, &n) ||
	    !str_to_int(str_of(argv[2]), 1, INT64_MAX, &seed)) {
		fprintf(stderr, "usage: generate_copies N SEED FOLDER\n");
		return 2;
	}
	chance_state = (uint64_t)seed;
	for (int i = 0; i < NIGHTS; i++)
		out.nights[i] = open_file(argv[3], str_printf(&arena, "night-%d.jsonl", i + 1).at, &arena);
	out.truth = open_file(argv[3], "truth.csv", &arena);
	fprintf(out.truth, "id,of,kind\n");
	for (uint32_t i = 0; i < (uint32_t)n; i++) {
		arena_reset(&arena);
		write_next(&out, i, &arena);
	}
	for (size_t i = 0; i < REMEMBERED; i++)
		arena_free(&out.made[i].memory);
	arena_free(&arena);
	int failed = fclose(out.truth) != 0;

	for (int i = 0; i < NIGHTS; i++)
		failed |= fclose(out.nights[i]) != 0;
	return failed ? 4 : 0;
}
