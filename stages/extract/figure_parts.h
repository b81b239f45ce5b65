/* figure_parts - how the figures of a document hang together: subsets ("including 337
 * wounded", "of whom 22", "the rest"), two counts of one thing ("100 families (400 people)"),
 * and numbers that take measure and noun from what they refer to ("a figure of around 8,000"). */
#ifndef RECOUNT_FIGURE_PARTS_H
#define RECOUNT_FIGURE_PARTS_H

#include "figure_scan.h"

/* Link figure `at` of the list to the ones before it, which are done; s is its sentence. */
void figure_link(const struct figure_scan *s, struct figures *all, uint32_t at);

/* Whoever was missing and is told to be found is no longer missing: "the last two people missing were found safe".
 * As below, for all from `from` on. */
void figure_find_missing(const struct figure_scan *s, struct figures *all, size_t from);

/* The index of the last figure before `at`, however far back, that states the measure and of which it can be a
 * part; -1: nobody counted them. */
int32_t figure_counted_before(const struct figure_scan *s, const struct figures *all, uint32_t at, struct str measure);

/* "Three of the dead", "among the wounded were three", "three of the victims were children", "a dozen were hurt, three
 * seriously": the index of the figure that `at` is some of; -1: of none. */
int32_t figure_some_of_told(const struct figure_scan *s, const struct figures *all, uint32_t at);

/* "the murder of the six priests", told of before: a reference to known ones states no measure again. For all
 * from `from` on, which are those of the sentence. */
void figure_forget_known(const struct figure_scan *s, struct figures *all, size_t from);

/* "All six on board died", told beside the eight whom the crash killed: some of them. For all of the document, when
 * all are read. */
void figure_link_all(const struct reading *r, struct figures *all);

/* "Five men were shot, three of them fatally": whom a word of harm counts that leaves open who lives are killed or
 * injured, where some of them died. For all of the document, when they are linked. */
void figure_count_fatal(const struct reading *r, struct figures *all);

/* "Three are in critical condition", "12 were slightly hurt": so many of those who are hurt; none hurt badly is no
 * count. For all of the document, when they are linked. */
void figure_mark_severity(const struct reading *r, struct figures *all);

/* "Six of his children", "20 members of the team": those of one family or crew. For all of the document. */
void figure_mark_own(const struct reading *r, struct figures *all);

/* "Four adults and two children were killed": a figure of all whom one word counts in a list, before its members, which
 * are parts of it. For all from `from` on. */
void figure_add_sums(const struct figure_scan *s, struct figures *all, size_t from);

/* f states what g states; rule: why. */
void figure_take_measure(struct figure *f, const struct figure *g, uint64_t rule);

/* A word of reference ("a figure of 8,000") takes the measure of what it refers to; false: there is none. */
bool figure_refer(const struct figure_scan *s, struct figures *all, uint32_t at);

/* A number without a measure that goes on with the one before it: "31 in Hatay, in Adana 12", "up from 10". */
void figure_continue(const struct figure_scan *s, struct figures *all, uint32_t at);

/* Of those: what goes on without its verb ("31 in Hatay, in Adana 12", "but activists said 20", "Spain 324"). */
void figure_continue_list(const struct figure_scan *s, struct figures *all, uint32_t at);

/* "921 families (3,500 people)": another count of what the figure before counts takes its measure; false: it is none.
 */
bool figure_restated(const struct figure_scan *s, struct figures *all, uint32_t at);

/* f counts what g counts. */
void figure_take_noun(struct figure *f, const struct figure *g);

/* Put a figure of the last sentence at the index; the links of that sentence's figures follow. */
void figure_insert(struct reading *r, struct figures *all, size_t at, struct figure f);

/* A number without a noun takes that of the figure before it: "42 people killed and 100 injured". */
void figure_share_noun(const struct figure_scan *s, struct figures *all, uint32_t at);

#endif
