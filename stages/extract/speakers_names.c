#include "speakers_names.h"

static struct span no_span;

enum tag source_tag(const struct speech *s, uint32_t i)
{
	return (enum tag)token_at(s, i)->tag;
}

/* "Syrian", "Central | Command", not "Earlier" where it opens the sentence. */
static bool is_proper_adjective(const struct speech *s, uint32_t i)
{
	struct sentence at = s->r->sentences.at[s->r->sentence_of[i]];

	return token_at(s, i)->flags & TOKEN_CAPITAL && tag_is_adjective(source_tag(s, i)) &&
	       (i != at.first || (at.n > 1 && tag_is_proper(source_tag(s, i + 1))) ||
		gazetteer_demonym(s->r->know->places, token_at(s, i)->text) != PLACE_NONE);
}

bool source_is_proper(const struct speech *s, uint32_t i)
{
	return tag_is_proper(source_tag(s, i)) ||
	       (token_at(s, i)->flags & TOKEN_UPPER && tag_is_verb(source_tag(s, i))) /* CARE, AID */ ||
	       is_proper_adjective(s, i);
}

static bool is_mark(const struct speech *s, uint32_t i, const char *marks)
{
	struct str t = token_at(s, i)->text;

	return token_at(s, i)->kind == TOKEN_MARK && t.n == 1 && strchr(marks, t.at[0]);
}

bool source_joins(const struct speech *s, uint32_t i)
{
	static const struct str words[] = {
		STR_WORD("de"),	 STR_WORD("al"),  STR_WORD("el"),  STR_WORD("bin"), STR_WORD("ibn"), STR_WORD("von"),
		STR_WORD("van"), STR_WORD("der"), STR_WORD("den"), STR_WORD("la"),  STR_WORD("du"),  STR_WORD("da"),
		STR_WORD("dos"), STR_WORD("-"),	  STR_WORD("'"),   STR_WORD("’"),   STR_WORD("&"),   STR_WORD(".")};
	enum { LONGEST = 3 };

	return token_at(s, i)->lower.n <= LONGEST && token_is_one_of(s, i, words, sizeof words / sizeof *words);
}

/* Is a phrase of the table there that ends at `end` or before, with the cell `want` in `column`? */
const struct hit *source_hit(const struct speech *s, uint32_t i, uint32_t end, enum lexicon_table table)
{
	const struct reading *r = s->r;

	if (!reading_begins(r, i, table))
		return NULL;
	for (uint32_t h = r->first_hit[i]; h < r->first_hit[i + 1]; h++)
		if (r->hits.at[h].tables & (1u << table) && i + r->hits.at[h].n <= end)
			return &r->hits.at[h];
	return NULL;
}

/* The end of the part of the phrase before its first comma, bracket or dash. */
uint32_t source_segment_end(const struct speech *s, struct span words)
{
	uint32_t i = words.first;

	while (i < words.end && !is_mark(s, i, ",([-") && source_tag(s, i) != TAG_LRB)
		i++;
	if (i < words.end && is_mark(s, i, "-") && !(token_at(s, i)->flags & TOKEN_SPACE)) { /* al-Dbis */
		struct span rest = {i + 1, words.end};

		return source_segment_end(s, rest);
	}
	return i;
}

uint32_t source_head_end(const struct speech *s, struct span words)
{
	uint32_t i = words.first;

	while (i < words.end) {
		enum tag t = source_tag(s, i);
		const struct hit *title = source_hit(s, i, words.end, LEXICON_TITLES);

		if (title && title->n > 1) { /* "Secretary of State" */
			i += title->n;
			continue;
		}

		if ((t == TAG_IN || t == TAG_TO || t == TAG_WP || t == TAG_WDT || t == TAG_MD) && i > words.first &&
		    !source_joins(s, i))
			break;
		if (tag_is_verb(t) && i > words.first && tag_is_noun(source_tag(s, i - 1)))
			break;
		i++;
	}
	return i;
}

uint32_t source_skip_determiners(const struct speech *s, uint32_t i, uint32_t end)
{
	while (i < end && (source_tag(s, i) == TAG_DT || source_tag(s, i) == TAG_PDT || source_tag(s, i) == TAG_CC ||
			   token_at(s, i)->kind == TOKEN_MARK))
		i++;
	return i;
}

/* "Ban Ki | - | moon": the small half of a name. */
static bool is_tail(const struct speech *s, uint32_t first, uint32_t i)
{
	return i >= first + 2 && token_is(s, i - 1, "-") && !(token_at(s, i)->flags & TOKEN_SPACE) &&
	       token_at(s, i)->kind == TOKEN_WORD && source_is_proper(s, i - 2);
}

/* First token of the proper name that ends the head [first, end); end when none does. */
static uint32_t name_start(const struct speech *s, uint32_t first, uint32_t end)
{
	uint32_t i = end;

	while (i > first &&
	       (source_is_proper(s, i - 1) || (i < end && source_joins(s, i - 1)) || is_tail(s, first, i - 1)))
		i--;
	while (i < end && source_joins(s, i) && !(token_at(s, i)->flags & TOKEN_CAPITAL) &&
	       token_at(s, i)->kind == TOKEN_MARK)
		i++;
	return i;
}

uint32_t source_behind_titles(const struct speech *s, uint32_t first, uint32_t end)
{
	uint32_t behind = first;

	for (uint32_t i = first; i < end; i++) {
		const struct hit *hit = source_hit(s, i, end, LEXICON_TITLES);

		if (hit)
			behind = i + hit->n;
	}
	return behind;
}

const struct hit *source_noun_ending(const struct speech *s, uint32_t i)
{
	enum { LONGEST = 3 };

	for (uint32_t n = i + 1 < LONGEST ? i + 1 : LONGEST; n > 0; n--) {
		uint32_t first = i + 1 - n;

		if (!reading_begins(s->r, first, LEXICON_SOURCE_NOUNS))
			continue;
		for (uint32_t h = s->r->first_hit[first]; h < s->r->first_hit[first + 1]; h++)
			if (s->r->hits.at[h].n == n && s->r->hits.at[h].tables & (1u << LEXICON_SOURCE_NOUNS))
				return &s->r->hits.at[h];
	}
	return NULL;
}

uint32_t source_noun_kind(const struct speech *s, uint32_t i)
{
	return source_kind(s, source_noun_ending(s, i));
}

struct span source_modifier(const struct speech *s, uint32_t first, uint32_t end)
{
	uint32_t i = first = source_skip_determiners(s, first, end), last;

	while (i < end && (source_is_proper(s, i) || source_joins(s, i)))
		i++;
	last = i;
	if (last == end)
		return no_span;
	return (struct span){first, last};
}

static bool is_pronoun(const struct speech *s, struct span words)
{
	enum tag t = source_tag(s, words.first);

	if (token_is(s, words.first, "whose"))
		return true;
	return words.end - words.first == 1 &&
	       (t == TAG_PRP || t == TAG_PRPS || t == TAG_WP || t == TAG_WDT || t == TAG_DT);
}

/* An actor of the lexicon that begins here, however it goes on: "Syrian Observatory for Human Rights". */
uint32_t source_actor_end(const struct speech *s, uint32_t i, uint32_t end)
{
	const struct hit *hit = source_hit(s, i, end, LEXICON_ACTORS);

	return hit && hit->n > 1 ? i + hit->n : i;
}

/* "for Human | Rights" */
static bool is_capital_noun(const struct speech *s, uint32_t i)
{
	return token_at(s, i)->flags & TOKEN_CAPITAL && tag_is_noun(source_tag(s, i));
}

/* "… of Foreign Affairs", "for Human Rights": belongs to a body's name where both are proper. */
static uint32_t body_end(const struct speech *s, uint32_t head, uint32_t end)
{
	uint32_t i = head;

	while (i + 1 < end && (token_is(s, i, "of") || token_is(s, i, "for") || (token_is(s, i, "and") && i > head))) {
		uint32_t k = source_skip_determiners(s, i + 1, end), from = k;

		while (k < end && (source_is_proper(s, k) || source_joins(s, k) || is_capital_noun(s, k)))
			k++;
		if (k == from)
			break;
		i = k;
	}
	return i;
}

bool source_is_day(const struct speech *s, uint32_t i)
{
	static const struct str words[] = {STR_WORD("today"),	  STR_WORD("yesterday"), STR_WORD("tonight"),
					   STR_WORD("tomorrow"),  STR_WORD("monday"),	 STR_WORD("tuesday"),
					   STR_WORD("wednesday"), STR_WORD("thursday"),	 STR_WORD("friday"),
					   STR_WORD("saturday"),  STR_WORD("sunday")};

	return token_is_one_of(s, i, words, sizeof words / sizeof *words);
}

/* "Office of Civil Defence | deputy director Ana Reyes": a person behind the body's name. */
static bool read_officer(const struct speech *s, struct span part, uint32_t body, struct person *p)
{
	uint32_t name = name_start(s, body, part.end), behind = source_behind_titles(s, body, part.end);

	if (behind <= body || name >= part.end)
		return false;
	name = behind > name ? behind : name;
	if (name >= part.end)
		return false;
	p->name = (struct span){name, part.end};
	p->role = (struct span){part.first, name};
	p->org = (struct span){part.first, body};
	p->proper = p->human = true;
	return true;
}

/* "sources at the ministry | quoted by the radio": who only relays them is no part of their name. */
static uint32_t before_relay(const struct speech *s, struct span part)
{
	static const struct str words[] = {STR_WORD("quoted"), STR_WORD("cited"), STR_WORD("interviewed"),
					   STR_WORD("contacted")};

	for (uint32_t i = part.first + 1; i + 1 < part.end; i++)
		if (token_is_one_of(s, i, words, sizeof words / sizeof *words) && token_is(s, i + 1, "by"))
			return i;
	return part.end;
}

/* Fill from the part without commas. */
static void read_part(const struct speech *s, struct span part, struct person *p)
{
	uint32_t first = source_skip_determiners(s, part.first, part.end);

	if (first == part.end)
		first = part.first;
	while (part.end > first + 1 && source_is_day(s, part.end - 1))
		part.end--;
	part.end = before_relay(s, part);
	uint32_t head = source_head_end(s, (struct span){first, part.end});
	uint32_t name = name_start(s, first, head), behind = source_behind_titles(s, first, head);

	if (source_post(s, (struct span){first, part.end}, head, p))
		return;
	uint32_t kind = source_noun_kind(s, head - 1), actor = source_actor_end(s, first, part.end);
	bool known = actor >= head && actor > first;

	p->proper = name < head || known;
	if (!p->proper && kind == 'g' && token_at(s, head - 1)->flags & TOKEN_CAPITAL &&
	    read_officer(s, (struct span){first, part.end}, body_end(s, head, part.end), p))
		return; /* "Ministry of Health spokesman Omar Said", whose first word may look like a common one */
	if (p->proper && (kind == 'g' || kind == 'm' || known)) { /* a body: its whole name */
		uint32_t whole = actor;

		whole = whole > head ? whole : body_end(s, head, part.end);
		if (!read_officer(s, (struct span){first, part.end}, whole, p))
			p->name = (struct span){first, whole};
		return;
	}
	if (behind > name && behind < head)
		name = behind;
	if (!p->proper || behind >= head) { /* "a hospital official", "the foreign minister" */
		p->proper = false;
		p->name = (struct span){first, part.end};
		p->human = behind >= head || kind == 'p';
		p->org = source_behind_preposition(s, part, false);
		if (p->org.end == p->org.first)
			p->org = source_modifier(s, first, head);
		return;
	}
	p->name = (struct span){name, head};
	if (name > first) {
		uint32_t before = source_noun_kind(s, name - 1);

		p->role = (struct span){first, name};
		p->human = before != 'g' && before != 'm'; /* "rights group Memorial" */
		if (behind <= first)
			p->org = source_modifier(s, first, name);
	}
	if (part.end > head) {
		p->org = source_behind_preposition(s, (struct span){head - 1, part.end}, false);
		p->human |= p->org.end > p->org.first;
	}
}

/* "Dr.", "Gen.": tells less than what follows, "a surgeon at the hospital". */
static bool is_only_title(const struct speech *s, struct span role)
{
	return role.end - role.first == 1 && source_noun_kind(s, role.first) != 'p';
}

/* "police in Salem, | Ohio": the state of the town before the comma. */
static bool is_state(const struct speech *s, struct span part)
{
	return part.first > 2 && source_is_proper(s, part.first - 2) && words_on_map(s, part.first, part.end);
}

/* The parts behind the comma tell a name's role or a role's name. */
static void read_apposition(const struct speech *s, struct span part, struct person *p)
{
	struct person other = {0};

	enum tag opens = part.end > part.first ? source_tag(s, part.first) : TAG_CD;

	/* "authorities in Tete, which borders Malawi": a clause names others */
	if (opens == TAG_CD || opens == TAG_WP || opens == TAG_WDT || opens == TAG_WRB)
		return;
	read_part(s, part, &other);
	if (!p->proper && other.proper && is_state(s, part))
		return;
	if (!p->proper && other.proper) {
		p->role = p->name;
		p->name = other.name;
		p->proper = p->human = true;
		p->org = other.org.end > other.org.first ? other.org : p->org;
	} else if (p->proper && !other.proper && (p->role.end == p->role.first || is_only_title(s, p->role))) {
		p->role = part;
		p->human |= other.human;
		p->org = p->org.end > p->org.first ? p->org : other.org;
	}
}

/* "officials Friday | morning" */
static bool is_part_of_day(const struct speech *s, struct span words)
{
	static const struct str parts[] = {STR_WORD("morning"), STR_WORD("afternoon"), STR_WORD("evening"),
					   STR_WORD("night")};

	return words.end > words.first + 2 && source_is_day(s, words.end - 2) &&
	       token_is_one_of(s, words.end - 1, parts, sizeof parts / sizeof *parts);
}

struct person person_read(const struct speech *s, struct span words)
{
	struct person p = {0};

	if (is_pronoun(s, words)) {
		p.pronoun = true;
		return p;
	}
	while (words.end > words.first + 1 && (source_is_day(s, words.end - 1) || is_part_of_day(s, words)))
		words.end--;
	uint32_t end = source_segment_end(s, words);

	end -= end > words.first && source_tag(s, end - 1) == TAG_POS;
	if (end == words.first) {
		p.name = words;
		return p;
	}
	bool document = source_document(s, (struct span){words.first, end}, &p);

	if (document && !p.given)
		return p;
	if (!document)
		read_part(s, (struct span){words.first, end}, &p);
	while (end < words.end) {
		struct span rest = {end + 1, words.end};

		rest.end = source_segment_end(s, rest);
		read_apposition(s, rest, &p);
		end = rest.end;
	}
	source_given_name(s, words, &p);
	return p;
}
