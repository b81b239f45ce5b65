#include "speakers_parts.h"

/* Which way a mark may turn. */
enum turn { TURN_NONE, TURN_OPENS, TURN_CLOSES, TURN_EITHER };

/* The kinds of marks; those of one pair share a letter. An apostrophe closes only a single quotation. */
static const struct {
	struct str text;
	char pair;
	enum turn turn;
} turns[] = {
	{STR_WORD("\""), '"', TURN_EITHER}, {STR_WORD("“"), '"', TURN_OPENS},	{STR_WORD("”"), '"', TURN_CLOSES},
	{STR_WORD("„"), '"', TURN_OPENS},   {STR_WORD("«"), '"', TURN_OPENS},	{STR_WORD("»"), '"', TURN_CLOSES},
	{STR_WORD("``"), '"', TURN_OPENS},  {STR_WORD("''"), '"', TURN_EITHER}, {STR_WORD("‘"), '\'', TURN_OPENS},
	{STR_WORD("’"), '\'', TURN_CLOSES}, {STR_WORD("'"), '\'', TURN_EITHER}, {STR_WORD("`"), '\'', TURN_OPENS},
};

/* The quotation that is open. */
struct open {
	uint32_t first;
	char pair;  /* 0: none is open */
	bool inner; /* within it, one in the other kind of marks is open */
};

/* Commas and stops are most of the marks. */
static bool may_turn(const struct token *t)
{
	if (t->kind != TOKEN_MARK)
		return false;
	char c = t->text.at[0];

	return c != ',' && c != '.' && c != '-';
}

static size_t turn_of(const struct token *t)
{
	if (t->kind != TOKEN_MARK || t->text.n > 3)
		return sizeof turns / sizeof *turns;
	for (size_t k = 0; k < sizeof turns / sizeof *turns; k++)
		if (str_eq(t->text, turns[k].text))
			return k;
	return sizeof turns / sizeof *turns;
}

static bool space_follows(const struct speech *s, uint32_t i)
{
	return i + 1 >= s->r->tokens.n || token_at(s, i + 1)->flags & (TOKEN_SPACE | TOKEN_BREAK | TOKEN_PARA);
}

/* An apostrophe of a plural ("the Russians' claim") is no mark; one behind a stop or comma may close. */
static bool closes_single(const struct speech *s, uint32_t i)
{
	return i > 0 && !(token_at(s, i)->flags & TOKEN_SPACE) && space_follows(s, i);
}

static enum turn turn_at(const struct speech *s, uint32_t i, size_t kind, const struct open *open)
{
	enum turn turn = turns[kind].turn;
	bool space = token_at(s, i)->flags & (TOKEN_SPACE | TOKEN_BREAK | TOKEN_PARA) || i == 0;

	if (turns[kind].pair == '\'') {
		if (turn != TURN_CLOSES && space && !space_follows(s, i))
			return TURN_OPENS;
		return open->pair == '\'' && closes_single(s, i) ? TURN_CLOSES : TURN_NONE;
	}
	if (turn == TURN_EITHER)
		turn = open->pair == '"' ? (space && !space_follows(s, i) ? TURN_EITHER : TURN_CLOSES) : TURN_OPENS;
	if (turn == TURN_EITHER)
		turn = token_at(s, i)->flags & TOKEN_PARA ? TURN_OPENS : TURN_CLOSES;
	return turn;
}

static void add_quote(struct speech *s, uint32_t first, uint32_t end, bool closed)
{
	struct quote q = {first, end, closed, false, false};

	if (end <= first + 1)
		return;
	LIST_ADD(s->r->arena, &s->quotes, q);
	s->mark[first] = 1;
	s->spoken[s->r->sentence_of[first]] = true;
	if (closed) {
		s->mark[end - 1] = 2;
		s->spoken[s->r->sentence_of[end - 1]] = true;
	}
	for (uint32_t i = first; i < end; i++)
		s->quote_of[i] = (uint32_t)s->quotes.n;
	memset(&s->out->quoted[first], true, end - first);
}

static bool new_paragraph(const struct speech *s, uint32_t i)
{
	uint32_t now = s->r->sentence_of[i], before = i ? s->r->sentence_of[i - 1] : now;

	if (i && s->r->block_of[now] != s->r->block_of[before])
		return true;
	return token_at(s, i)->flags & TOKEN_PARA || (token_at(s, i)->flags & TOKEN_BREAK && now != before);
}

/* A paragraph ends within a quotation: it goes on when the next one opens again. */
static void end_paragraph(struct speech *s, uint32_t i, struct open *open)
{
	size_t kind = turn_of(token_at(s, i));
	bool again = kind < sizeof turns / sizeof *turns && turns[kind].pair == open->pair;

	add_quote(s, open->first, i, false);
	if (s->quotes.n)
		s->quotes.at[s->quotes.n - 1].goes_on = again;
	open->pair = 0;
}

static void read_mark(struct speech *s, uint32_t i, size_t kind, struct open *open)
{
	enum turn turn = turn_at(s, i, kind, open);

	if (turn == TURN_OPENS && !open->pair) {
		*open = (struct open){i, turns[kind].pair, false};
	} else if (turn == TURN_OPENS && open->pair == turns[kind].pair && turns[kind].turn == TURN_OPENS) {
		add_quote(s, open->first, i, false); /* the one before was never closed */
		*open = (struct open){i, turns[kind].pair, false};
	} else if (turn == TURN_CLOSES && open->pair == turns[kind].pair) {
		uint32_t end = i + 1;

		if (end < s->r->tokens.n && token_is(s, end, "'") && !(token_at(s, end)->flags & TOKEN_SPACE) &&
		    closes_single(s, end))
			end++; /* ,''' closes an inner one too */
		add_quote(s, open->first, end, true);
		open->pair = 0;
	}
}

void quotes_find(struct speech *s)
{
	uint32_t n = (uint32_t)s->r->tokens.n;
	struct open open = {0};

	for (uint32_t i = 0; i < n; i++) {
		size_t kind;

		if (open.pair && new_paragraph(s, i))
			end_paragraph(s, i, &open);
		if (may_turn(token_at(s, i)) && (kind = turn_of(token_at(s, i))) < sizeof turns / sizeof *turns)
			read_mark(s, i, kind, &open);
	}
	if (open.pair)
		add_quote(s, open.first, n, false);
}
