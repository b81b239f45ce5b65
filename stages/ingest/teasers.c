#include "teasers.h"

#include "records/refs.h"
#include "signs.h"

enum {
	SET_BITS = 1 << 15,   /* of the words of the story */
	WORD_LETTERS = 4,     /* shorter words say nothing about the subject */
	HEAD_MOST = 24,	      /* [words] of a headline */
	BLURB_MOST = 60,      /* [words] of a blurb */
	STORY_PARAGRAPHS = 2, /* of a story before its end */
	STORY_WORDS = 30,
	POINTER_MOST = 30, /* [words] of a line that points elsewhere; more is the story it points to */
	LIST_MOST = 8,	   /* headlines under a "Related" in the middle of a story */
	PAIRS_ALONE = 4,   /* pairs that tell by themselves, without a mark */
	MARKS_MOST = 8,	   /* marks tried, so that the work stays linear */
};

/* Shares of words in the story, in percent. */
enum { SHARE_ALONE = 30, SHARE_STORY = 45 };

struct word_set {
	uint64_t bits[SET_BITS / 64];
};

struct tail {
	struct str text;
	struct paragraphs *list;
	struct word_set *story; /* words of the paragraphs before `from` */
	size_t from;
};

static bool is_letter(unsigned char c)
{
	return ascii_is_alpha(c) || c >= 0x80;
}

/* The next word of WORD_LETTERS or more as a hash in lower case (of its first bytes, so
 * that endings count less); 0 at the end. */
static uint32_t next_word(struct str s, size_t *i)
{
	while (*i < s.n) {
		uint32_t h = 2166136261u;
		size_t n = 0;

		for (; *i < s.n && is_letter((unsigned char)s.at[*i]); n++, ++*i)
			if (n < 6)
				h = (h ^ (unsigned char)(s.at[*i] | 32)) * 16777619u;
		if (n >= WORD_LETTERS)
			return (h ^ h >> 15) | 1;
		if (n == 0)
			++*i;
	}
	return 0;
}

static void add_words(struct word_set *set, struct str s)
{
	size_t i = 0;

	for (uint32_t h; (h = next_word(s, &i));)
		set->bits[h / 64 % (SET_BITS / 64)] |= 1ull << (h >> 20 & 63);
}

static bool has_word(const struct word_set *set, uint32_t h)
{
	return set->bits[h / 64 % (SET_BITS / 64)] >> (h >> 20 & 63) & 1;
}

struct share {
	size_t words, shared;
};

static struct share share_of(const struct tail *t, size_t i)
{
	struct str s = paragraph_text(t->text, &t->list->at[i]);
	struct share share = {0};
	size_t k = 0;

	for (uint32_t h; (h = next_word(s, &k));) {
		share.words++;
		share.shared += has_word(t->story, h);
	}
	return share;
}

static bool is_story(const struct paragraph *p)
{
	return p->kind == BLOCK_NONE;
}

static bool is_head(const struct paragraph *p)
{
	return is_story(p) && !p->stop && p->words >= 3 && p->words <= HEAD_MOST;
}

static bool is_blurb(const struct paragraph *p)
{
	return is_story(p) && p->stop && p->words <= BLURB_MOST;
}

/* How much a paragraph tells that the story ends with it. */
enum mark {
	MARK_NONE,
	MARK_DATE,    /* its date stands below it; but a live page has many */
	MARK_CREDIT,  /* its authors, its wire, its copyright */
	MARK_RELATED, /* the head of a list of other stories */
};

static enum mark mark_of(const struct paragraph *p)
{
	if (sign_in(p->signs, SIGN_RELATED))
		return MARK_RELATED;
	if (sign_in(p->signs, SIGN_CREDIT) || sign_in(p->signs, SIGN_COPYRIGHT))
		return MARK_CREDIT;
	return p->kind == BLOCK_TIMESTAMP ? MARK_DATE : MARK_NONE;
}

/* What it takes behind such a mark: headlines, pairs of headline and blurb, and at most
 * that share [percent] of words that the story has too. */
static const struct {
	size_t heads, pairs, share;
} demands[] = {
	[MARK_DATE] = {2, 2, 40},
	[MARK_CREDIT] = {2, 0, 50},
	[MARK_RELATED] = {1, 0, 100},
};

/* Extend the words of the story to the paragraphs before `end`. */
static void story_until(struct tail *t, size_t end)
{
	for (; t->from < end; t->from++)
		if (is_story(&t->list->at[t->from]))
			add_words(t->story, paragraph_text(t->text, &t->list->at[t->from]));
}

/* What stands behind a place in the text. */
struct behind {
	size_t heads, blurbs, prose, pairs;
	struct share share;
	size_t end; /* the first paragraph where the story goes on; list.n: it doesn't */
};

/* Two paragraphs of prose in a row that speak in the story's words: it goes on. */
static bool goes_on(const struct tail *t, size_t i)
{
	size_t run = 0;

	for (; i < t->list->n && run < 2; i++) {
		const struct paragraph *p = &t->list->at[i];
		struct share share = share_of(t, i);

		if (!is_story(p) || !p->stop || p->words < 12 || 100 * share.shared < SHARE_STORY * share.words)
			return false;
		run++;
	}
	return run == 2;
}

static struct behind look_behind(const struct tail *t, size_t from)
{
	struct behind b = {.end = from};

	for (; b.end < t->list->n && !goes_on(t, b.end); b.end++) {
		const struct paragraph *p = &t->list->at[b.end];

		if (!is_story(p))
			continue;
		struct share share = share_of(t, b.end);

		b.share.words += share.words;
		b.share.shared += share.shared;
		b.heads += is_head(p);
		b.blurbs += is_blurb(p);
		b.prose += !is_head(p) && !is_blurb(p) && p->stop;
		b.pairs += is_blurb(p) && b.end > from && is_head(p - 1);
	}
	return b;
}

/* The date line and the caption right behind the story are the story's own; those
 * between teasers are not. */
static void make_teasers(struct tail *t, size_t from, size_t end)
{
	while (from < end && !is_story(&t->list->at[from]))
		from++;
	for (size_t i = from; i < end; i++)
		if (t->list->at[i].kind != BLOCK_BOILERPLATE)
			t->list->at[i].kind = BLOCK_TEASER;
}

/* The story before a place in the text. */
struct before {
	size_t paragraphs, heads, words;
};

static void count_before(struct before *b, const struct paragraph *p)
{
	if (!is_story(p))
		return;
	b->paragraphs += p->stop;
	b->heads += is_head(p);
	b->words += p->words;
}

static bool is_enough(const struct before *b)
{
	return b->paragraphs >= STORY_PARAGRAPHS && b->words >= STORY_WORDS;
}

static bool share_below(struct share s, size_t percent)
{
	return 100 * s.shared <= percent * s.words;
}

/* Behind the mark at i: a run of headlines of other stories? */
static bool ends_story(struct tail *t, size_t i)
{
	enum mark mark = mark_of(&t->list->at[i]);

	story_until(t, i);
	struct behind b = look_behind(t, i + 1);

	if (b.end != t->list->n || b.heads < demands[mark].heads || b.pairs < demands[mark].pairs)
		return false;
	if (2 * b.heads < b.blurbs + b.prose || 4 * b.prose > b.heads + b.blurbs ||
	    !share_below(b.share, demands[mark].share))
		return false;
	make_teasers(t, i + 1, b.end);
	return true;
}

/* "Related" in the middle: the lines without a stop behind it. */
static void take_list(struct tail *t, size_t head)
{
	size_t end = head + 1;

	while (end < t->list->n && end <= head + LIST_MOST && is_head(&t->list->at[end]))
		end++;
	/* A sub-heading before the story goes on is not of the list. */
	if (end < t->list->n && end > head + 1 && t->list->at[end].stop && t->list->at[end - 1].gap)
		end--;
	make_teasers(t, head + 1, end);
}

/* Where the run of pairs to the end of the text begins; list.n when there is none. */
static size_t pairs_begin(const struct tail *t)
{
	size_t i = t->list->n, pairs = 0;

	while (i && !is_story(&t->list->at[i - 1]))
		i--;
	while (i >= 2 && is_blurb(&t->list->at[i - 1]) && is_head(&t->list->at[i - 2])) {
		i -= 2;
		pairs++;
	}
	return pairs >= PAIRS_ALONE ? i : t->list->n;
}

/* Pairs without a mark: only behind plain prose, and about something else. */
static void find_alone(struct tail *t, size_t begin)
{
	struct before before = {0};

	for (size_t i = 0; i < begin; i++)
		count_before(&before, &t->list->at[i]);
	if (!is_enough(&before) || 5 * before.heads > before.paragraphs)
		return;
	story_until(t, begin);
	if (share_below(look_behind(t, begin).share, SHARE_ALONE))
		make_teasers(t, begin, t->list->n);
}

static void need_words(struct tail *t, struct arena *arena)
{
	if (!t->story)
		t->story = ARENA_NEW(arena, struct word_set);
}

/* True when the end of the story was found at one of the marks. */
static bool find_marked(struct tail *t, struct arena *arena)
{
	struct before before = {0};
	size_t tried = 0;

	for (size_t i = 0; i + 1 < t->list->n; i++) {
		count_before(&before, &t->list->at[i]);
		if (mark_of(&t->list->at[i]) == MARK_NONE || !is_enough(&before))
			continue;
		need_words(t, arena);
		if (tried++ < MARKS_MOST && ends_story(t, i))
			return true;
		if (sign_in(t->list->at[i].signs, SIGN_RELATED))
			take_list(t, i);
	}
	return false;
}

void teasers_find(struct str text, struct paragraphs *list, struct arena *arena)
{
	struct tail t = {.text = text, .list = list};

	for (size_t i = 0; i < list->n; i++)
		if (sign_in(list->at[i].signs, SIGN_TEASER) && is_story(&list->at[i]) &&
		    list->at[i].words <= POINTER_MOST)
			list->at[i].kind = BLOCK_TEASER;
	if (find_marked(&t, arena))
		return;
	size_t begin = pairs_begin(&t);

	if (begin == list->n)
		return;
	need_words(&t, arena);
	find_alone(&t, begin);
}
