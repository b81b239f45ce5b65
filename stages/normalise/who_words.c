#include "base/utf8.h"
#include "who_parts.h"

struct who_words who_words_open(const struct lexicon *lex, const struct gazetteer *places, struct arena *arena)
{
	struct who_words w = {.lex = lex, .places = places, .arena = arena};

	w.column.id = lexicon_column(lex, LEXICON_ACTORS, "id");
	w.column.name = lexicon_column(lex, LEXICON_ACTORS, "name");
	w.column.type = lexicon_column(lex, LEXICON_ACTORS, "type");
	w.column.parent = lexicon_column(lex, LEXICON_ACTORS, "parent");
	w.column.upper = lexicon_column(lex, LEXICON_ACTORS, "case");
	w.column.kind = lexicon_column(lex, LEXICON_SOURCE_NOUNS, "kind");
	w.column.noun_type = lexicon_column(lex, LEXICON_SOURCE_NOUNS, "type");
	w.column.office = lexicon_column(lex, LEXICON_SOURCE_NOUNS, "office");
	w.column.whole = lexicon_column(lex, LEXICON_SOURCE_NOUNS, "whole");
	w.column.title_kind = lexicon_column(lex, LEXICON_TITLES, "kind");
	w.column.title_office = lexicon_column(lex, LEXICON_TITLES, "office");
	return w;
}

bool who_is_one_of(struct str word, const char *const *words)
{
	for (; *words; words++)
		if (str_is(word, *words))
			return true;
	return false;
}

static bool is_article(const struct token *t)
{
	static const char *const words[] = {"the", "a",	  "an",	 "another", "one", "some",
					    "its", "his", "her", "their",   NULL};

	return t->kind == TOKEN_MARK || (who_is_one_of(t->lower, words) && !(t->flags & TOKEN_UPPER));
}

static bool is_possessive(const struct token *t)
{
	return str_eq(t->lower, STR("'s")) || str_eq(t->lower, STR("'"));
}

struct who_phrase who_part(struct who_phrase p, size_t from, size_t to)
{
	to = to < p.n ? to : p.n;
	from = from < to ? from : to;
	return (struct who_phrase){p.at + from, to - from};
}

static struct who_phrase trimmed(struct who_phrase p)
{
	while (p.n && (p.at[p.n - 1].kind == TOKEN_MARK || is_possessive(&p.at[p.n - 1])))
		p.n--;
	while (p.n > 1 && is_article(&p.at[0]))
		p = who_part(p, 1, p.n);
	if (p.n > 2 && !(p.at[0].flags & TOKEN_CAPITAL) && is_possessive(&p.at[1]) && p.at[2].flags & TOKEN_CAPITAL)
		p = who_part(p, 2, p.n); /* "the country's National Disaster Centre" */
	return p;
}

struct who_phrase who_phrase(const struct who_words *w, struct str text)
{
	enum { TEXT_MAX = 400 }; /* [bytes] no name is longer */
	struct tokens tokens = {0};

	text = str_slice(text, 0, TEXT_MAX);
	tokens_cut_phrase(text, w->arena, &tokens);
	return trimmed((struct who_phrase){tokens.at, tokens.n});
}

struct str who_text(const struct who_words *w, struct who_phrase p)
{
	p = trimmed(p);
	if (p.n == 0)
		return STR_NULL;
	const char *from = p.at[0].text.at, *to = p.at[p.n - 1].text.at + p.at[p.n - 1].text.n;

	return str_fold_space(w->arena, (struct str){from, (size_t)(to - from)});
}

/* "WHO" only in capitals, "Total" only with one. */
static bool has_case(const struct who_words *w, const struct token *t, enum lexicon_table table, uint32_t row)
{
	if (table != LEXICON_ACTORS)
		return true;
	struct str want = lexicon_cell(w->lex, table, row, w->column.upper);

	if (str_eq(want, STR("upper")))
		return t->flags & TOKEN_UPPER || t->text.n == 1 || (t->flags & TOKEN_CAPITAL && t->text.n > 5);
	return !str_eq(want, STR("capital")) || t->flags & TOKEN_CAPITAL;
}

size_t who_match(const struct who_words *w, struct who_phrase p, size_t from, enum lexicon_table table, uint32_t *row)
{
	const struct lexicon_node *node = NULL;
	size_t found = 0;

	for (size_t i = from; i < p.n; i++) {
		node = lexicon_step(w->lex, node, p.at[i].hash);
		if (!node)
			break;
		int64_t at = lexicon_entry_row(w->lex, node, table);

		if (at >= 0 && (i > from || has_case(w, &p.at[from], table, (uint32_t)at))) {
			found = i + 1 - from;
			*row = (uint32_t)at;
		}
		if (!node->next)
			break;
	}
	return found;
}

static bool find_country(const struct who_words *w, struct str text, uint32_t *country)
{
	const uint32_t *places;
	uint32_t demonym = gazetteer_demonym(w->places, text);

	if (demonym != PLACE_NONE) {
		*country = demonym;
		return true;
	}
	if (gazetteer_find(w->places, gazetteer_key(w->arena, text), &places) == 0 ||
	    gazetteer_place(w->places, places[0]).kind != PLACE_COUNTRY)
		return false;
	*country = places[0];
	return true;
}

size_t who_country(const struct who_words *w, struct who_phrase p, size_t from, uint32_t *country)
{
	enum { WORDS_MAX = 5 };
	size_t most = p.n - from < WORDS_MAX ? p.n - from : WORDS_MAX;

	if (from >= p.n || !(p.at[from].flags & TOKEN_CAPITAL))
		return 0;
	for (size_t n = most; n > 0; n--) {
		const struct token *last = &p.at[from + n - 1];
		struct str text = {p.at[from].text.at, (size_t)(last->text.at + last->text.n - p.at[from].text.at)};

		if (is_possessive(last) || !find_country(w, text, country))
			continue;
		return n + (from + n < p.n && is_possessive(&p.at[from + n]));
	}
	return 0;
}

struct str who_slug(struct arena *arena, struct str name)
{
	struct str folded = utf8_fold(arena, name);
	struct buf slug = {.arena = arena};

	for (size_t i = 0; i < folded.n; i++) {
		unsigned char c = (unsigned char)folded.at[i];

		if (ascii_is_alpha(c) || ascii_is_digit(c) || c >= 0x80)
			buf_add_char(&slug, (char)c);
		else if (c != '.' && c != '\'' && slug.n && slug.at[slug.n - 1] != '-')
			buf_add_char(&slug, '-');
	}
	while (slug.n && slug.at[slug.n - 1] == '-')
		slug.n--;
	return buf_str(&slug);
}

static bool ends_head(struct str word)
{
	static const char *const words[] = {"of",     "in",    "from",	"with",	 "at",	"for",	"near",
					    "who",    "on",    "to",	"by",	 "and", "that", "close",
					    "inside", "which", "whose", "based", NULL};

	return who_is_one_of(word, words);
}

size_t who_head(struct who_phrase p)
{
	size_t n = 1;

	while (n < p.n && !(ends_head(p.at[n].lower)) && p.at[n].kind != TOKEN_MARK)
		n++;
	while (n < p.n && p.at[n].kind == TOKEN_MARK && str_eq(p.at[n].text, STR("-"))) {
		n += 2; /* whatever the hyphen joins: "Lagos-based" */
		while (n < p.n && !ends_head(p.at[n].lower) && p.at[n].kind != TOKEN_MARK)
			n++;
	}
	return n < p.n ? n : p.n;
}

int64_t who_noun(const struct who_words *w, struct who_phrase p, size_t *words)
{
	size_t head = who_head(p);
	uint32_t row = 0;

	for (size_t i = 0; i < head; i++) {
		struct who_phrase tail = who_part(p, i, head);

		if (who_match(w, tail, 0, LEXICON_SOURCE_NOUNS, &row) == tail.n) {
			*words = tail.n;
			return row;
		}
	}
	return -1;
}
