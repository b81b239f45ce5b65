/* whereabouts - where a figure or an event is: the place expression that governs its
 * token. The place of a speaker ("told reporters in Paris") is not the place of what
 * is said; a sentence without a place takes that of the sentence before it in the same
 * paragraph, or that of the heading, or the main place of the story. A number of many
 * countries has none. */
#ifndef RECOUNT_WHEREABOUTS_H
#define RECOUNT_WHEREABOUTS_H

#include "headline.h"
#include "occasions.h"
#include "records/mention.h"

struct whereabouts_place {
	const struct name *name;
	uint32_t sentence;
	bool spoken;	/* where somebody speaks, not where something is */
	bool adjective; /* "a US raid": whose it is, as an American raid's, and not where */
};

/* A place with how often the text tells it with a disaster of that kind. */
struct disaster {
	struct str kind;
	const struct name *place;
	uint32_t times;
};

struct disasters {
	struct disaster *at;
	size_t n;
	struct disaster lands[8]; /* countries told with one that strikes many towns, of whatever kind */
	size_t lands_n;
};

/* Is the story one of many towns, none of them told more than the others, and what holds them all? */
enum scattering { SCATTERED_NOT, SCATTERED_IN_DIVISION, SCATTERED_IN_COUNTRY };

struct whereabouts {
	struct reading *r;
	const struct occasions *occasions;
	const struct attributions *said;
	struct whereabouts_place *at; /* every place expression, in text order */
	size_t n, room;
	uint32_t *first_of;	    /* [sentences + 1] first place of each sentence */
	const uint32_t *place_rows; /* of the names */
	uint8_t *scopes;	    /* [sentences] bits of the enum place_scope that words in it tell */
	const struct name *
		*section; /* [sentences] place of the heading above each, NULL above the first; NULL: no headings */
	struct disasters disasters;
	struct strs implied;	  /* countries that no name tells */
	struct headline title;	  /* what the title names, where it is no part of the text */
	const struct name *main;  /* the story's main place; NULL: it tells none */
	uint32_t nation;	  /* a place of the country that it tells most; PLACE_NONE: of none */
	bool troubled;		  /* it is one of unrest or war */
	const struct name *topic; /* "Mozambique: …": the place that the title opens with; NULL: none */
	bool bulletin;	    /* the title is that of a report on the topic, and all that it tells no place of is there */
	bool topic_in_text; /* the title is a part of the text */
	bool main_in_title; /* main is a name of the title: its tokens are the headline's */
	bool main_untold;   /* it stands in the dateline alone */
	bool main_far;	    /* and is a capital: of its country at most */
	enum scattering scattered;
	uint32_t abroad; /* the country that is told instead of that, or of none; or PLACE_NONE */
};

void whereabouts_find(struct reading *r, const struct names *names, const struct occasions *occasions,
		      struct whereabouts *out);

/* The text forms of all places of the text and the title, and the countries that words imply: by them normalise tells
 * places apart. */
void whereabouts_places(const struct whereabouts *w, struct strs *out);

/* Fill place, place_surface and place_start, and add the rule, for what hangs on the token. */
void whereabouts_fill(const struct whereabouts *w, uint32_t token, struct mention *m);

#endif
