/* speakers - who says what: the sources of a text, their words of saying and how far what
 * they say reaches. "X said", "said X", "according to X", "X told Y that", "the army's
 * claim that", quotations (over sentences and paragraphs), "he added", layers ("state TV
 * quoted the governor as saying"), two sources in one line. A source is who states a
 * thing, not who is talked about; where nobody is named, it is the narrator.
 * Words come from the lexicon's tables cues, titles and source_nouns; the rest is the
 * order of phrases in news English. Only sentences with a word of saying or a quotation
 * mark are looked at; the time is linear in the text. */
#ifndef RECOUNT_SPEAKERS_H
#define RECOUNT_SPEAKERS_H

#include "reading.h"
#include "records/mention.h"

/* Tokens [first, end); empty when first == end. */
struct span {
	uint32_t first, end;
};

struct spans {
	struct span *at;
	size_t n, room;
};

/* One who speaks. Names are views into the text or texts in the reading's arena. */
struct speaker {
	struct span words;    /* the whole phrase at the cue: "Ali Omar, a doctor in the town," */
	struct str name;      /* the full name, antecedents filled in: "Ali Omar"; without articles and titles */
	struct str role, org; /* "a doctor in the town"; "Red Crescent"; empty when not told */
};

#define ATTRIBUTION_NONE UINT32_MAX

struct attribution {
	struct span source;	  /* as written at the cue; empty: nobody is named ("it is believed") */
	struct speaker *speakers; /* [n_speakers] "the army and the police said": two, as written */
	uint32_t n_speakers;
	struct span cue;	/* "has repeatedly said"; empty when a quotation goes on without one */
	uint32_t verb;		/* the token of the word of saying within cue; where cue is empty, that of the source */
	struct spans contents;	/* in text order */
	uint32_t within;	/* index of the attribution that relays this one, or ATTRIBUTION_NONE */
	uint32_t sentence;	/* of the cue */
	uint8_t kind;		/* enum cue_kind (speakers_parts.h) */
	bool states;		/* what follows is claimed to be so ("said", "fears"), not only wanted or judged */
	bool quoted;		/* a content is, or holds, a quotation */
	bool cited;		/* "citing the governor": the same contents as the one that relays it */
	int polarity, modality; /* of the cue: "denied", "fears" */
	const char *rule;	/* name of the rule that made it: "say.after" */
};

struct attributions {
	struct attribution *at; /* by cue (or first content), in text order */
	size_t n, room;
	uint32_t *holder; /* [tokens of the reading] smallest stating attribution over the token, or ATTRIBUTION_NONE */
	uint8_t *quoted;  /* [tokens of the reading] inside a quotation */
	size_t tokens;
};

/* Find all attributions of the document, in text order. */
void speakers_find(struct reading *r, struct attributions *out);

/* The innermost statement that holds the token; NULL: the narrator speaks. */
const struct attribution *speakers_of(const struct attributions *a, uint32_t token);

/* The verb (or noun) of saying that governs the token: the time expressions beside it tell when
 * the thing was said, not when it happened. TOKEN_NONE where the narrator speaks. */
#define TOKEN_NONE UINT32_MAX
uint32_t speakers_verb(const struct attributions *a, uint32_t token);

/* Does it accuse, blame, condemn? Then what is stated is what the accused did, not what is mentioned beside it. */
bool speakers_accuse(const struct attribution *a);

/* Fill source, source_surface, source_role, source_org, chain, cue, source_start, quoted,
 * and polarity where the cue denies; the k-th of the speakers (0: the first).
 * a may be NULL: the narrator; quoted is told by the token all the same. */
void speaker_fill(const struct reading *r, const struct attributions *all, const struct attribution *a, uint32_t k,
		  uint32_t token, struct mention *m);

/* The record of an attribution itself: kind, spans in bytes, source fields, rules. */
void speaker_mention(const struct reading *r, const struct attributions *all, const struct attribution *a,
		     struct mention *m);

#endif
