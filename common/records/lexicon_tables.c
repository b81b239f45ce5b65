#include "records/lexicon_tables.h"

#include <assert.h>

/* The columns of each table: NAME or NAME? (may be empty), then :CHECK for what a
 * cell must look like. Checks:
 *   (none)     any text             :word      an identifier, a-z 0-9 _
 *   :int       a whole number       :decimal   digits with at most one point, "0.5"
 *   :flag      yes or no            :country   ISO 3166-1 alpha-2, "SY"
 *   :a|b|c     one of these words
 * A '*' after the check allows several, joined with '|' ("killed|injured").
 * The project's own CSV may carry further columns, which are then not checked;
 * a user's may not. A table that is not listed has the column `phrase` alone. */
static const struct {
	enum lexicon_table table;
	const char *columns;
} declared[] = {
	{LEXICON_NUMBERS, "phrase kind:word value:decimal"},
	{LEXICON_VAGUE, "phrase low:decimal high:decimal"},
	{LEXICON_QUALIFIERS, "phrase qualifier:word place:before|after|open"},
	{LEXICON_UNITS, "phrase unit kind:word written? form:word|symbol|glued"},
	{LEXICON_CURRENCIES, "phrase currency place:before|after|both written?"},
	{LEXICON_MEASURES,
	 "phrase measure:word form:base|s|past|participle|ing|noun|adjective|toll "
	 "counts:object|subject|both|self|of|on|killer|complement particle? needs?:word* subject?:word"},
	{LEXICON_SUBJECTS, "phrase subject parent?:word kind:person|group|thing|share"},
	{LEXICON_FUNCTION_WORDS, "phrase kind:word"},
	{LEXICON_TIMES,
	 "phrase kind:month|weekday|weekdays|season|daypart|dayparts|unit|units|fortnight|count|"
	 "ordinal|deictic|overnight|which|which_told|"
	 "stretch|mod|direction|vague|adjective|set|set_fortnight|every|times|halfday|clock|oclock|zone|local|feast|"
	 "plan|done|timetable|put_off|counted|numbered|dated value? guard?:capital|context|number|count|upper"},
	{LEXICON_TRIGGERS, "phrase pos:verb|noun type:word"},
	{LEXICON_STATUSES,
	 "phrase pos:verb|own|noun|adjective|waiting|demand|plan|failing|doing status:word negated?:word"},
	{LEXICON_EVENT_TYPES,
	 "phrase plover? cameo? process:no|yes|told kin?:word sudden?:yes disaster?:stays|moves acled? "
	 "about"},
	{LEXICON_CUES,
	 "phrase word kind:say|deny|show|think|ask|order|promise|stand|judge|adjective|noun|preposition "
	 "takes:that|quote|np|told|to|ing|as|of|for|rest|clause|at|explicit|toll|count* states:yes|no polarity?:denied "
	 "modality?:actual|planned|possible|demanded"},
	{LEXICON_TITLES, "phrase kind:honorific|rank|office|post sex?:m|f office?"},
	{LEXICON_SOURCE_NOUNS,
	 "phrase kind:person|group|media|document "
	 "type?:government|military|armed_group|igo|ngo|monitor|medical|media|company|witness|person|"
	 "anonymous office? whole?"},
	{LEXICON_ACTORS,
	 "phrase id name "
	 "type:government|military|armed_group|igo|ngo|monitor|medical|media|company|witness|person|anonymous "
	 "parent? case?:upper|capital"},
	{LEXICON_PLACE_NOUNS, "phrase "
			      "kind:area|settlement|part|site|water|line|compass|near|inner|toward|verb|nation|unrest|"
			      "world|counts|has|serves|"
			      "implies "
			      "part?:word hint?:word"},
	{LEXICON_NOT_PLACES,
	 "phrase why:word|person|organisation|company|thing|time|deal|faith case?:upper|capital|any"},
	{LEXICON_BLOCKS, "phrase kind:caption|photo|boilerplate|copyright|teaser|related|stamp|credit|label "
			 "where:start|end|within|line then?:colon note?"},
	{LEXICON_AGENCIES, "phrase agency note?"},
	{LEXICON_MARKUP,
	 "phrase kind:none|body|title|lead|byline|time|changed|caption|entry|live|chrome|notice|teaser|comment|hidden "
	 "note?"},
	{LEXICON_METADATA, "phrase field:title|published|modified|byline|publisher|agency|language|url|kind trust:int "
			   "note?"},
};

static const char *const names[] = {
#define X(name, file) file,
	LEXICON_LIST(X)
#undef X
};

/* A node of the trie has one bit for each table. */
static_assert(LEXICON_COUNT <= 32, "more tables than bits in lexicon_node.tables");

const char *lexicon_table_name(enum lexicon_table table)
{
	return names[table];
}

static struct lexicon_column_spec spec_of(struct str text)
{
	struct lexicon_column_spec spec = {.name = str_cut(&text, ':')};

	spec.check = text.at ? text : STR("");
	if (str_ends(spec.name, STR("?"))) {
		spec.name.n--;
		spec.may_be_empty = true;
	}
	return spec;
}

size_t lexicon_specs(enum lexicon_table table, struct lexicon_column_spec out[LEXICON_MOST_COLUMNS])
{
	struct str rest = STR("phrase");
	size_t n = 0;

	for (size_t i = 0; i < sizeof declared / sizeof *declared; i++)
		if (declared[i].table == table)
			rest = str_of(declared[i].columns);
	while (rest.at) {
		struct str column = str_cut(&rest, ' ');

		assert(n < LEXICON_MOST_COLUMNS);
		if (column.n)
			out[n++] = spec_of(column);
	}
	assert(n && str_eq(out[0].name, STR("phrase")));
	return n;
}

static bool is_word(struct str s)
{
	for (size_t i = 0; i < s.n; i++)
		if (!ascii_is_lower((unsigned char)s.at[i]) && !ascii_is_digit((unsigned char)s.at[i]) &&
		    s.at[i] != '_')
			return false;
	return s.n > 0;
}

static bool is_int(struct str s)
{
	int64_t unused;

	return str_to_int(s, INT64_MIN, INT64_MAX, &unused);
}

static bool is_decimal(struct str s)
{
	size_t points = 0, digits = 0;

	if (str_starts(s, STR("-")))
		s = str_slice(s, 1, s.n);
	for (size_t i = 0; i < s.n; i++) {
		points += s.at[i] == '.';
		digits += ascii_is_digit((unsigned char)s.at[i]);
	}
	return digits > 0 && points <= 1 && points + digits == s.n;
}

static bool is_flag(struct str s)
{
	return str_eq(s, STR("yes")) || str_eq(s, STR("no"));
}

static bool is_country(struct str s)
{
	return s.n == 2 && ascii_is_upper((unsigned char)s.at[0]) && ascii_is_upper((unsigned char)s.at[1]);
}

static const struct check {
	const char *name, *want;
	bool (*holds)(struct str);
} checks[] = {
	{"word", "an identifier of a-z, 0-9 and _", is_word},	     {"int", "a whole number", is_int},
	{"decimal", "digits with at most one point", is_decimal},    {"flag", "yes or no", is_flag},
	{"country", "two capital letters (ISO 3166-1)", is_country},
};

/* A check with a name of its own; a list of words that happens to begin with one ("word|thing") is not that. */
static const struct check *check_named(struct str name)
{
	for (size_t i = 0; i < sizeof checks / sizeof *checks; i++)
		if (str_eq(name, str_of(checks[i].name)))
			return &checks[i];
	return NULL;
}

static bool is_one_of(struct str words, struct str item)
{
	while (words.at)
		if (str_eq(str_cut(&words, '|'), item))
			return true;
	return false;
}

static bool check_item(const struct lexicon_column_spec *spec, struct str check, struct str item, struct err *err)
{
	const struct check *named = check_named(check);

	if (named ? named->holds(item) : is_one_of(check, item))
		return true;
	return named ? err_set(err, "cell", "%.*s: '%.*s': want %s", STR_ARG(spec->name), STR_ARG(item), named->want)
		     : err_set(err, "cell", "%.*s: '%.*s': want one of %.*s", STR_ARG(spec->name), STR_ARG(item),
			       STR_ARG(check));
}

bool lexicon_check(const struct lexicon_column_spec *spec, struct str cell, struct err *err)
{
	struct str check = spec->check, rest = cell;

	if (str_is_empty(cell))
		return spec->may_be_empty || err_set(err, "cell", "%.*s: is empty", STR_ARG(spec->name));
	if (str_is_empty(check))
		return true;
	if (!str_ends(check, STR("*")))
		return check_item(spec, check, cell, err);
	check.n--;
	while (rest.at)
		if (!check_item(spec, check, str_cut(&rest, '|'), err))
			return false;
	return true;
}
