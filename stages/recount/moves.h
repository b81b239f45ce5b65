/* moves - what became of the tracks and contradictions of one release in another, and
 * which statements are new behind it. */
#ifndef RECOUNT_MOVES_H
#define RECOUNT_MOVES_H

#include "released.h"

enum move_kind { MOVE_NONE, MOVE_NEW, MOVE_REVISED, MOVE_CONTESTED, MOVE_SETTLED, MOVE_GONE, MOVE_KINDS };
extern const char *const move_kinds[];

/* A statement as the later release's figures have it. */
struct statement {
	struct str assertion, source, stated, figure, sentence, publisher, url;
};

struct move {
	int kind;
	const struct released_track *before, *now; /* NULL: new, or gone */
	struct strs fresh;			   /* assertions that the earlier release did not have */
	size_t dropped;				   /* assertions that the later one has not */
};

struct contradiction_move {
	int kind; /* MOVE_NEW or MOVE_SETTLED */
	const struct released_contradiction *what;
};

struct moves {
	struct {
		struct move *at;
		size_t n, room;
	} tracks; /* in the order of the later release, then those that are gone */
	struct {
		struct contradiction_move *at;
		size_t n, room;
	} contradictions;
	struct {
		struct statement *at;
		size_t n, room;
	} statements; /* of the fresh assertions, sorted by assertion */
};

/* A track whose episode turned out to begin earlier has another id and keeps its former
 * one as an alias: it is the same track. */
void moves_find(const struct released *before, const struct released *now, struct arena *arena, struct moves *out);
/* Fill the statements from the later release's figures. */
void moves_statements(const char *release, struct arena *arena, struct moves *moves);
/* NULL when the figures do not have it. */
const struct statement *moves_statement(const struct moves *moves, struct str assertion);

#endif
