#include "files/marks.h"

#include <stdlib.h>
#include <string.h>

#include "base/err.h"

enum { FIRST_ROOM = 64 };

/* Room for one more: the forgotten make room when they are half of it. */
static void make_room(struct marks *m)
{
	if (m->n < m->room)
		return;
	if (2 * m->from >= m->room && m->from) {
		memmove(m->at, m->at + m->from, (m->n - m->from) * sizeof *m->at);
		m->n -= m->from;
		m->from = 0;
		return;
	}
	m->room = m->room ? 2 * m->room : FIRST_ROOM;
	m->at = realloc(m->at, m->room * sizeof *m->at);
	if (!m->at)
		die(EXIT_INTERNAL, "out of memory for %zu members", m->room);
}

void marks_add(struct marks *m, uint64_t expanded, int64_t raw)
{
	if (m->n > m->from && m->at[m->n - 1].expanded == expanded)
		m->n--;
	make_room(m);
	m->at[m->n++] = (struct mark){expanded, raw};
}

int64_t marks_find(struct marks *m, uint64_t expanded)
{
	while (m->from < m->n && m->at[m->from].expanded < expanded)
		m->from++;
	return m->from < m->n && m->at[m->from].expanded == expanded ? m->at[m->from].raw : -1;
}

void marks_free(struct marks *m)
{
	free(m->at);
	*m = (struct marks){0};
}
