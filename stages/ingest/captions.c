#include "base/hash.h"
#include "page.h"
#include "values/date_text.h"

enum {
	SAME_BYTES = 60,    /* so much the same at the start is a repetition */
	MORE_BYTES = 80,    /* by so much a repetition may be longer: its credit */
	BEFORE_MOST = 3,    /* captions in front of a dateline */
	CAPTION_WORDS = 25, /* a line without a stop beyond that was cut off: no headline */
};

/* Does a month's name stand within the last words of s? */
static bool month_at_end(struct str s)
{
	for (int words = 0; words < 3 && s.n; words++) {
		size_t i = s.n;

		while (i && s.at[i - 1] != ' ')
			i--;
		struct str word = str_trim(str_slice(s, i, s.n));

		if (word.n && word.at[word.n - 1] == ',')
			word.n--;
		if (date_text_month(word))
			return true;
		s = str_trim(str_slice(s, 0, i));
	}
	return false;
}

/* "Dec. 5, 2016", "5 December 2016": captions tell the year, reports of the day don't. */
static bool holds_full_date(struct str s)
{
	for (size_t i = 4; i < s.n; i++) {
		bool digits = true;

		if (s.at[i - 4] != ' ' || (s.at[i - 3] != '1' && s.at[i - 3] != '2'))
			continue;
		for (size_t k = 0; k < 4 && i - 3 + k < s.n; k++)
			digits = digits && ascii_is_digit((unsigned char)s.at[i - 3 + k]);
		if (digits && (i + 1 == s.n || !ascii_is_digit((unsigned char)s.at[i + 1])) &&
		    month_at_end(str_slice(s, 0, i - 4)))
			return true;
	}
	return false;
}

/* Few paragraphs in front of a dateline are captions; many are a story that quotes another. */
static void find_before(struct page *page, size_t dateline)
{
	size_t n = 0;

	for (size_t i = 0; i < dateline; i++)
		n += page->list.at[i].kind == BLOCK_NONE;
	for (size_t i = 0; n <= BEFORE_MOST && i < dateline; i++) {
		struct paragraph *p = &page->list.at[i];

		if (p->kind == BLOCK_NONE &&
		    ((!p->stop && p->words > CAPTION_WORDS) || holds_full_date(paragraph_text(page->text, p))))
			p->kind = BLOCK_CAPTION;
	}
}

/* Is b the words of a once more, but for a credit at the end? */
static bool repeats(struct str a, struct str b)
{
	size_t same = 0, most = a.n < b.n ? a.n : b.n;

	while (same < most && a.at[same] == b.at[same])
		same++;
	return same >= SAME_BYTES && same + MORE_BYTES >= b.n;
}

/* Open addressing over the starts of the paragraphs seen, `room` a power of two. */
static void find_repeated(struct page *page)
{
	size_t room = 16;

	while (room < 2 * page->list.n)
		room *= 2;
	uint32_t *seen = ARENA_ARRAY(page->arena, uint32_t, room);

	for (size_t i = 0; i < page->list.n; i++) {
		struct paragraph *p = &page->list.at[i];
		struct str s = paragraph_text(page->text, p);

		if (s.n < SAME_BYTES || (p->kind != BLOCK_NONE && p->kind != BLOCK_CAPTION))
			continue;
		size_t slot = hash64(str_slice(s, 0, SAME_BYTES)) & (room - 1);

		for (int tries = 0; seen[slot] && tries < 8; tries++) {
			const struct paragraph *other = &page->list.at[seen[slot] - 1];

			if (other->kind == BLOCK_NONE && repeats(paragraph_text(page->text, other), s))
				p->kind = BLOCK_CAPTION;
			slot = (slot + 1) & (room - 1);
		}
		if (!seen[slot])
			seen[slot] = (uint32_t)i + 1;
	}
}

void captions_find(struct page *page, size_t dateline)
{
	if (dateline < page->list.n)
		find_before(page, dateline);
	if (page->list.n > 2)
		find_repeated(page);
}
