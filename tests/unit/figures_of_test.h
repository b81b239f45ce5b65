/* figures_of_test - sentences read with the build's own lexicon and tagger, and what is found in them as
 * one line of text, for the tests of numbers, nouns, measures and figures. */
#ifndef RECOUNT_FIGURES_OF_TEST_H
#define RECOUNT_FIGURES_OF_TEST_H

#include "figures.h"
#include "reading_of_test.h"
#include "times.h"

static inline struct figures figures_of(struct reading *r)
{
	struct time_mentions times;
	struct figures out;

	times_find(r, &times);
	figures_find(r, &times, &out);
	return out;
}

static inline void add_value(struct buf *out, const struct mention *m)
{
	buf_add(out, decimal_format(&arena, m->value));
	if (m->value_to.known)
		buf_printf(out, "..%.*s", STR_ARG(decimal_format(&arena, m->value_to)));
}

/* Every figure of the text as `tell` puts it, with "; " between. */
static inline const char *figures_told(const char *text, void (*tell)(struct buf *, const struct mention *))
{
	struct reading *r = reading_of(str_of(text));
	struct figures f = figures_of(r);
	struct buf out = {.arena = &arena};

	for (size_t i = 0; i < f.n; i++) {
		struct mention m = {0};

		figure_fill(r, &f.at[i], &m);
		buf_add(&out, i ? STR("; ") : STR(""));
		add_value(&out, &m);
		tell(&out, &m);
	}
	buf_add_char(&out, '\0');
	return out.at;
}

static inline void tell_number(struct buf *out, const struct mention *m)
{
	buf_printf(out, " %s%s%.*s", qualifiers[m->qualifier], m->unit.n ? " " : "", STR_ARG(m->unit));
}

static inline void tell_measure(struct buf *out, const struct mention *m)
{
	buf_printf(out, " %.*s/%.*s/%.*s", STR_ARG(m->measure), STR_ARG(m->subject), STR_ARG(m->noun));
}

/* "12 exact; 5..7 range kilometre": value, qualifier and unit. */
static inline const char *numbers_in(const char *text)
{
	return figures_told(text, tell_number);
}

/* "12 killed/soldiers/soldiers; 3 injured/people/civilians": value, measure, subject and noun. */
static inline const char *stated_in(const char *text)
{
	return figures_told(text, tell_measure);
}

struct text_case {
	const char *text, *want;
};

#define EXPECT_ALL(cases, function)                                                                                    \
	for (size_t k = 0; k < sizeof(cases) / sizeof *(cases); k++) {                                                 \
		const char *got = function((cases)[k].text);                                                           \
                                                                                                                       \
		cr_expect_str_eq(got, (cases)[k].want, "'%s': want '%s', got '%s'", (cases)[k].text, (cases)[k].want,  \
				 got);                                                                                 \
	}

#endif
