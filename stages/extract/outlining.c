#include "outlining.h"

#include "base/hash.h"

static bool is_word(const struct token *t)
{
	return t->kind != TOKEN_MARK;
}

static bool counts(const struct reading *r, uint32_t sentence)
{
	return block_counts(r->block_of[sentence]);
}

static void add_wording(struct arena *arena, struct strs *list, const struct wording *w)
{
	uint64_t hash = wording_finish(w);

	if (hash)
		strs_add(arena, list, wording_format(arena, hash));
}

enum quote_mark { NO_MARK, OPENS, CLOSES, TURNS };

static enum quote_mark quote_mark(const struct token *t)
{
	if (str_eq(t->text, STR("\u201c")) || str_eq(t->text, STR("``")))
		return OPENS;
	if (str_eq(t->text, STR("\u201d")) || str_eq(t->text, STR("''")))
		return CLOSES;
	return str_eq(t->text, STR("\"")) ? TURNS : NO_MARK;
}

/* Its words to the sketch; the wording of the sentence, and of each stretch of it in quotation marks. */
static void read_words(const struct reading *r, struct sentence s, struct sketch *sketch, struct strs *list)
{
	struct wording whole, quote;
	bool open = false;

	wording_start(&whole);
	wording_start(&quote);
	for (uint32_t i = s.first; i < s.first + s.n; i++) {
		const struct token *t = &r->tokens.at[i];
		enum quote_mark mark = is_word(t) ? NO_MARK : quote_mark(t);

		if (mark != NO_MARK) {
			if (open)
				add_wording(r->arena, list, &quote);
			open = mark == OPENS || (mark == TURNS && !open);
			wording_start(&quote);
		} else if (is_word(t)) {
			sketch_word(sketch, t->hash);
			wording_word(&whole, t->hash);
			if (open)
				wording_word(&quote, t->hash);
		}
	}
	if (open)
		add_wording(r->arena, list, &quote);
	add_wording(r->arena, list, &whole);
}

static void add_words(const struct reading *r, struct outline *o)
{
	struct sketch sketch;

	sketch_start(&sketch);
	for (uint32_t s = 0; s < r->sentences.n; s++)
		if (counts(r, s))
			read_words(r, r->sentences.at[s], &sketch, &o->sentences);
	o->words = (int64_t)sketch.words;
	o->sketch = outline_sketch(r->arena, &sketch);
}

static struct str hash_text(struct arena *arena, struct str text)
{
	return wording_format(arena, hash64(text));
}

/* The weekday of "on Friday" said of something past or present; 0 for everything else. */
static int recent_weekday(const struct timex_expr *t)
{
	const struct timex_point *p = &t->at;
	bool bare = p->from == FROM_NOTHING && p->unit == UNIT_NONE && p->which == TIMEX_NO_WHICH && !p->year &&
		    !p->month && !p->day && !p->shift;

	return t->kind == TIMEX_POINT && bare && t->tense != TIMEX_TENSE_FUTURE ? p->weekday : 0;
}

/* Weekdays that the story tells as the nearest past, and the latest date that it names. */
static void add_days(const struct reading *r, const struct time_mentions *times, struct outline *o)
{
	enum { DAYS = 7 };
	bool told[DAYS + 1] = {false};
	struct interval latest = {0};
	struct buf days = {.arena = r->arena};
	int32_t last = DATE_DAYS_MIN;

	for (size_t i = 0; i < times->n; i++) {
		const struct time_mention *t = &times->at[i];
		struct timex_value value;
		int32_t end;

		if (!counts(r, r->sentence_of[t->first]))
			continue;
		int day = recent_weekday(&t->timex);

		if (day)
			told[day] = true;
		timex_resolve(&t->timex, &(struct timex_anchor){0}, &value);
		if (value.type != TIMEX_DATE || value.floating || t->timex.tense == TIMEX_TENSE_FUTURE ||
		    !interval_first_day(&value.edtf, &end) || end <= last)
			continue;
		last = end;
		latest = value.edtf;
	}
	for (int d = 1; d <= DAYS; d++)
		if (told[d]) {
			if (days.n)
				buf_add_char(&days, '|');
			buf_add_int(&days, d, 1);
		}
	o->weekdays = buf_str(&days);
	o->last_date = interval_format(r->arena, &latest);
}

struct outline outline_of(const struct reading *r, const struct time_mentions *times)
{
	const struct document *d = r->doc;
	struct outline o = {
		.document = d->id,
		.ref = d->ref,
		.input_path = d->input_path,
		.input_offset = d->input_offset,
		.url = d->url,
		.publisher = d->publisher,
		.agency = d->agency,
		.byline = d->byline,
		.title = d->title,
		.language = d->language,
		.dateline_place = d->dateline_place,
		.published = d->published,
		.published_basis = d->published_basis,
		.modified = d->modified,
		.bytes_hash = hash_text(r->arena, d->text),
		.text_hash = hash_text(r->arena, str_fold_space(r->arena, d->text)),
	};

	add_words(r, &o);
	add_days(r, times, &o);
	return o;
}
