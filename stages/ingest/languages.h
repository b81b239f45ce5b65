/* languages - which language a text is in (libexttextcat, letters that follow each other
 * compared with those of 180 languages), where the commonest words do not tell English.
 * Without the models that Debian's libexttextcat-data installs, English alone is told. */
#ifndef RECOUNT_LANGUAGES_H
#define RECOUNT_LANGUAGES_H

#include "records/document.h"

struct languages;

/* Nothing is loaded before it is asked for. Lives in the arena; languages_close gives back the models. */
struct languages *languages_open(struct arena *arena);
void languages_close(struct languages *l);

/* The language of the document's story, BCP 47: what the words tell, where they are enough,
 * else what the input gave, else empty. */
struct str languages_tell(struct languages *l, const struct document *doc, struct arena *arena);

#endif
