/* whereabouts_parts - what the files of whereabouts share. */
#ifndef RECOUNT_WHEREABOUTS_PARTS_H
#define RECOUNT_WHEREABOUTS_PARTS_H

#include "place_words.h"
#include "whereabouts.h"

/* Can something be told to happen there? Not where a state acts, nor for a demonym or an adjective. */
bool whereabouts_governs(const struct whereabouts_place *p);

/* "a US raid": a country's name in letters before a noun is an adjective, as its people's is ("an American raid"), but
 * for what lies or is counted there ("the US states", "US deaths"). So is one that tells whose another is: "the
 * Iran-aligned movement". */
bool whereabouts_is_adjective(const struct whereabouts *w, const struct name *n);

/* What a place is sought for. */
struct sought {
	uint32_t token;
	bool leaves; /* who leaves a place is told by it: "displaced from Homs" */
};

/* A place that costs more says less than the story's main place. */
enum { WHEREABOUTS_TELLING = 30 };

/* whereabouts_cost.c: how far a place is from the token, in tokens, with what makes it less likely to govern it. */
uint32_t whereabouts_cost(const struct whereabouts *w, const struct whereabouts_place *p, struct sought of);

/* whereabouts_anothers.c: "12 died, including 3 in Homs", "12 died, though no one in Homs did": the place behind is
 * another's. */
bool whereabouts_is_anothers(const struct whereabouts *w, const struct name *n, uint32_t token);

/* whereabouts_sentence.c: the place of the sentence with the least cost, and no more than `most`. Only those near the
 * token are looked at: a sentence with 10,000 places must not cost its square. */
const struct name *whereabouts_in_sentence(const struct whereabouts *w, uint32_t sentence, struct sought of,
					   uint32_t most);

/* "the border with Mexico", "the region bordering Niger": nothing is told to happen there. */
bool whereabouts_is_beyond(const struct whereabouts *w, const struct name *n);

/* "also felt in neighboring Mexico": no story is of what it tells as another's neighbour, if it tells of that, too. */
bool whereabouts_is_beside(const struct whereabouts *w, const struct name *name);

/* "told journalists in Geneva": where they were told, whatever it was. */
bool whereabouts_is_of_press(const struct whereabouts *w, const struct name *n);

/* Does the sentence open with the place, for all that it tells ("In Mexico, …")? */
bool whereabouts_sets_scene(const struct whereabouts *w, const struct whereabouts_place *p, uint32_t token);

/* The attribution that holds the token; ATTRIBUTION_NONE: none. */
uint32_t whereabouts_holder(const struct whereabouts *w, uint32_t token);

/* Is the token that word (in small letters)? */
static inline bool whereabouts_is(const struct whereabouts *w, uint32_t i, const char *word)
{
	return i < w->r->tokens.n && str_is(w->r->tokens.at[i].lower, word);
}

static inline bool whereabouts_is_one_of(const struct whereabouts *w, uint32_t i, const struct str *words, size_t n)
{
	return i < w->r->tokens.n && str_is_one_of(w->r->tokens.at[i].lower, words, n);
}

/* What the lexicon's place_nouns say of the word that begins at the token; NULL: nothing. */
const struct place_row *whereabouts_word(const struct whereabouts *w, uint32_t i);
/* Of how much that word tells. */
enum place_scope whereabouts_scope(const struct whereabouts *w, uint32_t i);
/* Does such a word stand in the sentence? Asked before its tokens are: in most stands none. */
static inline bool whereabouts_scoped(const struct whereabouts *w, uint32_t sentence, enum place_scope scope)
{
	return w->scopes[sentence] & 1u << scope;
}

/* "Florida Department of Health": the name of an office, which says where nothing is. */
bool whereabouts_is_office(const struct whereabouts *w, const struct name *name);

/* whereabouts_world.c: is the token a number of many countries ("in 41 countries", "worldwide")? It has no place. */
bool whereabouts_is_worldwide(const struct whereabouts *w, uint32_t token);
/* Is the place the first of several countries that a toll is of ("killed 700 in Mozambique, Zimbabwe and Malawi")? */
bool whereabouts_is_of_countries(const struct whereabouts *w, const struct name *here, const struct mention *m);

/* The end of what is told of the token, a number's first, with no other number, place or clause. */
uint32_t whereabouts_told_end(const struct whereabouts *w, uint32_t token);

/* whereabouts_outside.c: did it happen anywhere but there ("no deaths outside Mexico")? Then it has no place. */
bool whereabouts_is_elsewhere(const struct whereabouts *w, uint32_t token);

/* whereabouts_disaster.c: where the disasters were that the text tells; by them the place of what is tied to one by its
 * name alone ("the quake killed 200,000") in a story that is of another country; NULL: not told. */
void whereabouts_find_disasters(struct whereabouts *w);
const struct name *whereabouts_of_disaster(const struct whereabouts *w, uint32_t token);
/* The country of the earthquake, flood or storm that the text tells of, where the story is of one of its towns and the
 * mention's number more than one town's ("the quake killed 200,000"); NULL: it is not. The number is filled. */
const struct name *whereabouts_of_land(const struct whereabouts *w, const struct mention *m);

/* whereabouts_owner.c: the country that counts what is its own or has it ("Italy recorded 793", "Samoa had 1,700
 * cases", "Egypt said it had none"); NULL: no country does. */
const struct name *whereabouts_owner(const struct whereabouts *w, uint32_t token);

/* Does the government count cases of a disease and their deaths ("the ministry has recorded 300 cases")? */
bool whereabouts_counts_nation(const struct whereabouts *w, uint32_t token);

/* "Suva hosts thousands who fled Apia", "Suva reported two deaths": the place that has those of the mention within it;
 * NULL: none does. */
const struct name *whereabouts_host(const struct whereabouts *w, uint32_t token, const struct mention *m);

/* "Butte County Sheriff Kory Qwert told reporters that 228 people were missing", "authorities in Geneva said": those
 * who serve a place short of a country speak of it. NULL: no such speaker states the token. */
const struct name *whereabouts_served(const struct whereabouts *w, uint32_t token);

/* "Officials in Liberia said 12 people had died there": where the speaker is. NULL: the words don't say so. */
const struct name *whereabouts_there(const struct whereabouts *w, uint32_t token);

/* The text form, with ";seat=yes", of the one town whose police the text tells of ("Pittsburgh police said"): quarters
 * that nothing else holds are its. False: there is none, or several. */
bool whereabouts_seat(const struct whereabouts *w, struct str *out);

/* whereabouts_nation.c: sets nation, abroad and troubled; is a number that names no place of a whole country, whatever
 * town the story is about ("have died since the conflict began")? The mention's measure, number and time are filled. */
void whereabouts_find_nation(struct whereabouts *w);
bool whereabouts_is_nationwide(const struct whereabouts *w, uint32_t token, const struct mention *m);

/* whereabouts_title.c: sets topic; is a place of another country than it? */
void whereabouts_find_topic(struct whereabouts *w);
bool whereabouts_is_off_topic(const struct whereabouts *w, const struct name *name);

/* The place of a title that tells the mention's number ("Floods kill 40 in Sindh"); NULL: it tells another number, or
 * no place, or one that holds `near`, which then is where it was, if it is not what the title opens with. */
const struct name *whereabouts_of_title(const struct whereabouts *w, const struct mention *m, const struct name *near);

/* whereabouts_main.c: choose the story's main place among those of its text and title: main, main_in_title, main_far.
 */
void whereabouts_choose_main(struct whereabouts *w);

/* whereabouts_fill.c: tell the mention's place, and the rule that found it, whose name lives as long as the program: a
 * name of the text; a name of the title, which is no part of the text, so that the place stands nowhere in it; the
 * country of the gazetteer's place, by name (false, and nothing told: there is none). */
void whereabouts_fill_told(const struct whereabouts *w, const struct name *name, const char *rule, struct mention *m);
void whereabouts_fill_titled(const struct whereabouts *w, const struct name *name, struct mention *m);
bool whereabouts_fill_country(const struct whereabouts *w, uint32_t of, const char *rule, struct mention *m);
/* Where the story is. A dateline alone is where the reporter sits, or the body that he writes of. */
void whereabouts_fill_story(const struct whereabouts *w, uint32_t token, struct mention *m);

/* whereabouts_sections.c: sets section. Linear. */
void whereabouts_find_sections(struct whereabouts *w);

/* Does the token's sentence open with "Overall", "In all"? */
bool whereabouts_sums_up(const struct whereabouts *w, uint32_t token);

/* Where a sum is that stands behind the place `near`, unless that is a country or the story's own: in the country of
 * both, which is filled; else `near` is cleared, and the story tells. */
bool whereabouts_fill_sum(const struct whereabouts *w, const struct name **near, struct mention *m);

/* "47 dead in three states, with 14 deaths in Assam": is the place that of a part of what is spread over many? */
bool whereabouts_is_of_one_division(const struct whereabouts *w, const struct name *here, uint32_t token);

#endif
