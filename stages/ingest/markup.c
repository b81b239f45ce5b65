#include "markup.h"

#include "base/hash.h"

enum { TAG_SLOTS = 512, WORD_SLOTS = 2048, META_SLOTS = 512, PHRASE_WORDS = 3, TOKEN_WORDS = 32 };

struct word_slot {
	uint64_t hash; /* of the phrase; 0: free */
	uint32_t roles;
};

struct meta_slot {
	uint64_t hash;
	struct meta_name name;
};

struct markup {
	uint8_t tags[TAG_SLOTS]; /* enum tag; 0: free. Open addressing, as the others */
	struct word_slot words[WORD_SLOTS];
	struct meta_slot metas[META_SLOTS];
};

static const struct {
	struct str name;
	unsigned flags;
	uint32_t roles;
} tags[TAG_COUNT] = {
#define X(name, text, flags, roles) [TAG_##name] = {{text, sizeof text - 1}, flags, roles},
	TAG_LIST(X)
#undef X
};

static const struct {
	const char *kind;
	uint32_t roles;
} kinds[] = {
	{"none", 0},
	{"body", ROLE_BODY},
	{"title", ROLE_TITLE},
	{"lead", ROLE_LEAD},
	{"byline", ROLE_BYLINE},
	{"time", ROLE_TIME},
	{"changed", ROLE_TIME | ROLE_CHANGED},
	{"caption", ROLE_CAPTION},
	{"entry", ROLE_ENTRY},
	{"live", ROLE_LIVE},
	{"chrome", ROLE_CHROME | ROLE_NAMED},
	{"notice", ROLE_CHROME},
	{"teaser", ROLE_TEASER | ROLE_NAMED},
	{"comment", ROLE_COMMENT},
	{"hidden", ROLE_HIDDEN | ROLE_NAMED},
};

static const char *const fields[META_FIELDS] = {
	"", "title", "published", "modified", "byline", "publisher", "agency", "language", "url", "kind",
};

unsigned markup_flags(enum tag tag)
{
	return tags[tag].flags;
}

uint32_t markup_roles(enum tag tag)
{
	return tags[tag].roles;
}

/* Letters fold with one bit; digits and '-' have it set already. */
static inline size_t tag_slot(struct str name)
{
	unsigned first = (unsigned char)name.at[0] | 32u, last = (unsigned char)name.at[name.n - 1] | 32u,
		 middle = (unsigned char)name.at[name.n / 2] | 32u;

	return (first * 37 + last * 101 + middle * 11 + (unsigned)name.n * 67) & (TAG_SLOTS - 1);
}

enum tag markup_tag(const struct markup *markup, struct str name)
{
	if (!name.n)
		return TAG_OTHER;
	for (size_t i = tag_slot(name); markup->tags[i]; i = (i + 1) & (TAG_SLOTS - 1))
		if (str_eq_fold(tags[markup->tags[i]].name, name))
			return (enum tag)markup->tags[i];
	return TAG_OTHER;
}

static uint64_t mix(uint64_t h, unsigned char c)
{
	return (h ^ c) * 0x100000001B3u; /* FNV-1a */
}

/* The words of one name as hashes of their letters: cut at whatever is no letter, and at
 * a capital after a small letter. */
struct name_words {
	struct str at[TOKEN_WORDS];
	size_t n;
};

static void name_cut(struct str token, struct name_words *out)
{
	out->n = 0;
	for (size_t i = 0; i < token.n && out->n < TOKEN_WORDS;) {
		size_t start = i;

		if (!ascii_is_alpha((unsigned char)token.at[i])) {
			i++;
			continue;
		}
		while (++i < token.n && ascii_is_alpha((unsigned char)token.at[i]))
			if (ascii_is_upper((unsigned char)token.at[i]) &&
			    ascii_is_lower((unsigned char)token.at[i - 1]))
				break;
		out->at[out->n++] = str_slice(token, start, i);
	}
}

static uint64_t hash_word(uint64_t h, struct str word)
{
	for (size_t i = 0; i < word.n; i++)
		h = mix(h, (unsigned char)word.at[i] | 32);
	return mix(h, '-');
}

static const uint64_t hash_start = 0xCBF29CE484222325u;

static const struct word_slot *word_find(const struct markup *markup, uint64_t h)
{
	size_t i = (h ^ h >> 29) & (WORD_SLOTS - 1);

	while (markup->words[i].hash && markup->words[i].hash != h)
		i = (i + 1) & (WORD_SLOTS - 1);
	return &markup->words[i];
}

/* The longest phrase that begins at word i; *used: its words. */
static const struct word_slot *phrase_at(const struct markup *markup, const struct name_words *w, size_t i,
					 size_t *used)
{
	const struct word_slot *best = NULL;
	uint64_t h = hash_start;

	*used = 1;
	for (size_t k = 0; k < PHRASE_WORDS && i + k < w->n; k++) {
		h = hash_word(h, w->at[i + k]);
		const struct word_slot *slot = word_find(markup, h);

		if (slot->hash) {
			best = slot;
			*used = k + 1;
		}
	}
	return best;
}

uint32_t markup_phrases(const struct markup *markup, struct str token)
{
	struct name_words w;
	uint32_t roles = 0;
	size_t used;

	name_cut(token, &w);
	for (size_t i = 0; i < w.n; i += used) {
		const struct word_slot *slot = phrase_at(markup, &w, i, &used);

		if (slot)
			roles |= slot->roles;
	}
	return roles;
}

uint32_t markup_words(const struct markup *markup, struct str names)
{
	uint32_t roles = 0;

	for (size_t i = 0; i < names.n;) {
		size_t start = i;

		while (i < names.n && !ascii_is_space((unsigned char)names.at[i]))
			i++;
		if (i > start)
			roles |= markup_phrases(markup, str_slice(names, start, i));
		i++;
	}
	return roles;
}

static uint64_t meta_hash(struct str name)
{
	uint64_t h = hash_start;

	for (size_t i = 0; i < name.n; i++)
		h = mix(h, (unsigned char)ascii_to_lower(name.at[i]));
	return h ? h : 1;
}

static const struct meta_slot *meta_find(const struct markup *markup, uint64_t h)
{
	size_t i = (h ^ h >> 29) & (META_SLOTS - 1);

	while (markup->metas[i].hash && markup->metas[i].hash != h)
		i = (i + 1) & (META_SLOTS - 1);
	return &markup->metas[i];
}

struct meta_name markup_meta(const struct markup *markup, struct str name)
{
	return meta_find(markup, meta_hash(name))->name;
}

static uint32_t roles_of_kind(struct str kind)
{
	for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
		if (str_eq(kind, str_of(kinds[i].kind)))
			return kinds[i].roles;
	return 0;
}

static void load_words(const struct lexicon *lex, struct markup *markup)
{
	uint32_t kind = lexicon_column(lex, LEXICON_MARKUP, "kind"), rows = lexicon_rows(lex, LEXICON_MARKUP);

	for (uint32_t i = 0; i < rows && i < WORD_SLOTS / 2; i++) {
		struct name_words w;
		uint64_t h = hash_start;

		name_cut(lexicon_cell(lex, LEXICON_MARKUP, i, 0), &w);
		for (size_t k = 0; k < w.n; k++)
			h = hash_word(h, w.at[k]);
		struct word_slot *slot = (struct word_slot *)word_find(markup, h);

		*slot = (struct word_slot){h, roles_of_kind(lexicon_cell(lex, LEXICON_MARKUP, i, kind))};
	}
}

static enum meta_field field_of(struct str name)
{
	for (int i = 1; i < META_FIELDS; i++)
		if (str_eq(name, str_of(fields[i])))
			return (enum meta_field)i;
	return META_NONE;
}

static void load_metas(const struct lexicon *lex, struct markup *markup)
{
	uint32_t field = lexicon_column(lex, LEXICON_METADATA, "field"),
		 trust = lexicon_column(lex, LEXICON_METADATA, "trust"), rows = lexicon_rows(lex, LEXICON_METADATA);

	for (uint32_t i = 0; i < rows && i < META_SLOTS / 2; i++) {
		uint64_t h = meta_hash(lexicon_cell(lex, LEXICON_METADATA, i, 0));
		struct meta_slot *slot = (struct meta_slot *)meta_find(markup, h);
		int64_t n = 0;

		(void)str_to_int(lexicon_cell(lex, LEXICON_METADATA, i, trust), 0, 100, &n);
		*slot = (struct meta_slot){h, {field_of(lexicon_cell(lex, LEXICON_METADATA, i, field)), (int)n}};
	}
}

const struct markup *markup_load(const struct lexicon *lex, struct arena *arena)
{
	struct markup *markup = ARENA_NEW(arena, struct markup);

	for (int tag = 1; tag < TAG_COUNT; tag++) {
		size_t i = tag_slot(tags[tag].name);

		while (markup->tags[i])
			i = (i + 1) & (TAG_SLOTS - 1);
		markup->tags[i] = (uint8_t)tag;
	}
	load_words(lex, markup);
	load_metas(lex, markup);
	return markup;
}
