/* times - the time expressions of a document: where they stand, what they say, what
 * they count from, and which of them governs a figure or an event. */
#ifndef RECOUNT_TIMES_H
#define RECOUNT_TIMES_H

#include "reading.h"
#include "values/timex.h"

#define TIME_NONE UINT32_MAX

struct time_mention {
	uint32_t first, n;   /* [tokens] the expression, without the preposition before it */
	uint32_t lead;	     /* tokens before it that belong: "on", "since"; 0 to 3 */
	uint32_t start, end; /* [bytes] */
	uint32_t sentence;
	struct timex_expr timex; /* with the tense of the verb that governs it */
	bool aim;		 /* that tense is the future only by a verb that plans nothing: "sent to clear" */
	uint32_t reach;		 /* the first token that it can date; TIME_NONE: none */
	uint32_t reach_end;	 /* one past the last that it can date; TIME_NONE: all behind */
	uint32_t aftermath;	 /* "| jailed on Monday after a shooting": what lasts or follows, that it goes with */
	uint32_t told;		 /* mention that it counts from (FROM_TOLD, DISTANT); TIME_NONE: none */
	uint32_t until;	  /* "from April" … "to June", "Saturday" and "Sunday": the mention that ends the range;
			     TIME_NONE: none */
	uint32_t said_by; /* token of the verb of saying that it hangs on ("said on Friday"); TIME_NONE: none */
};

struct time_mentions {
	struct time_mention *at; /* by first token */
	size_t n, room;
	bool phrase;	/* a lone phrase, not a text: it looks ahead */
	bool narrative; /* a tale of other years: months without year belong to the year told last */
};

/* Find them all, in document order; tags the sentences that hold one. Needs the lexicon's
 * table of times. Memory is the reading's arena. Linear in the tokens. */
void times_find(struct reading *r, struct time_mentions *out);

/* The text form with its chain of anchors ("… <- …"), as timex_resolve_text reads it. For
 * a range in two mentions ("from April to June") that of the whole range. */
struct str times_text(struct arena *arena, const struct time_mentions *times, uint32_t mention);
/* As times_text, but of this mention alone when it begins a range. */
struct str times_own_text(struct arena *arena, const struct time_mentions *times, uint32_t mention);
/* As times_own_text, but without its open end: the March of "since March". */
struct str times_closed_text(struct arena *arena, const struct time_mentions *times, uint32_t mention);
/* As times_text, for what has happened by the time of publication: "sent troops to clear the square on Monday, killing
 * five" tells of the Monday before. Empty where the time lies ahead: "were killed ahead of an election that will be
 * held on Sunday". */
struct str times_happened_text(struct arena *arena, const struct time_mentions *times, uint32_t mention,
			       struct moment published);
/* What timex_resolve gives for it, by the publication date given. */
void times_resolve(const struct time_mentions *times, uint32_t mention, struct moment published,
		   struct timex_value *out);

/* Is the "at" at that token one that a number follows, not a clock: "the toll stood at", "was put at"? */
bool times_is_level(const struct reading *r, uint32_t at);

/* Which times go with the token of a figure or a trigger: `when`, what it covers or when
 * it happened; `said`, when it was said ("said on Friday that 310,000 had died since 2011"
 * gives since 2011, and Friday). Both may be TIME_NONE. Sets, durations, vague ones and
 * what only lengths an event never govern. */
struct times_governing {
	uint32_t when, said;
	bool alone; /* `when` is meant without its open end: "since March, when 12 died" */
};
struct times_governing times_governing(const struct reading *r, const struct time_mentions *times, uint32_t token);
/* Does a time of a clause of its own date the one token and not the other? */
bool times_tell_apart(const struct reading *r, const struct time_mentions *times, uint32_t token, uint32_t other);
/* The nearest that tells when, of those alone whose tokens `holder` [tokens] gives to `of`: those within one statement.
 */
uint32_t times_when_within(const struct reading *r, const struct time_mentions *times, uint32_t token,
			   const uint32_t *holder, uint32_t of);

/* The first time of the sentence or of one behind it; times->n: none. */
uint32_t times_first(const struct time_mentions *times, uint32_t sentence);

/* Does the time stand in a clause of its own behind the token, which tells something else: "killed four men in the
 * city, where 90 people have died since May"? Not one that tells the happening ("in a fire, which broke out on Monday")
 * nor one of people that states the measure (or STR_NULL) of them: "the bodies of two men, who were killed last week".
 */
bool times_is_aside(const struct reading *r, const struct time_mention *m, uint32_t token, struct str measure);

/* "of the 900 who had been evacuated | some went home on Sunday": does a verb between the token and the time, of no
 * clause within its own, have the time? behind: the token behind the verb of the relative clause. */
bool times_is_of_main(const struct reading *r, const struct time_mention *m, uint32_t behind);

#endif
