/* who - canonical sources: the speaker of a mention, the organisation that a person speaks
 * for, and who relayed it. Organisations come from the lexicon's table of actors;
 * governments, ministries, armies, police and state media of every country by rule from
 * the country (name, demonym, capital that stands for its government) and the office
 * (source_nouns, titles): "Russia's defence ministry", "the Russian Ministry of Defense"
 * and "the defence ministry in Moscow" are russian-ministry-of-defence. Others get an id
 * from their name. */
#ifndef RECOUNT_WHO_H
#define RECOUNT_WHO_H

#include "records/gazetteer.h"
#include "records/lexicon.h"
#include "records/mention.h"

struct who {
	struct source_ref source; /* type "none" and no name: the narrator */
	struct source_ref
		organisation; /* of a person: whom they speak for; of a body: what it is part of; empty: unknown */
	struct strs chain;    /* ids of those who relayed it, outermost last: the wire, then the publisher */
	const char *rule;     /* name of the rule that decided */
};

/* What the words are looked up in, with the columns of the lexicon's tables. Texts that are made go into
 * the arena. */
struct who_words {
	const struct lexicon *lex;
	const struct gazetteer *places;
	struct arena *arena;
	struct {
		uint32_t id, name, type, parent, upper;	 /* of actors */
		uint32_t kind, noun_type, office, whole; /* of source_nouns */
		uint32_t title_kind, title_office;	 /* of titles */
	} column;
};

struct who_words who_words_open(const struct lexicon *lex, const struct gazetteer *places, struct arena *arena);

/* The mention's source fields, resolved. Texts are the arena's, the lexicon's or the mention's. */
struct who who_of(const struct mention *m, const struct lexicon *lex, const struct gazetteer *places,
		  struct arena *arena);

/* The parts of who_of, for a caller that resolves many mentions: who speaks, without a chain; and one more link of its
 * chain (none for the speaker's own id, or one that is there). */
struct who who_speaks(const struct who_words *w, const struct mention *m);
void who_add_relay(struct who *who, struct str id, struct arena *arena);

/* "The health ministry", told of a place in that country (ISO 3166-1 alpha-2; empty: not known): the country's, as
 * other articles call it. */
struct who who_at_home(const struct who_words *w, const struct who *who, struct str country);

/* A name or phrase alone: an event's agent ("pro-government forces", "Ankara"). Empty for an empty text. */
struct source_ref who_named(const struct who_words *w, struct str text);

#endif
