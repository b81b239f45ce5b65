#include "measure_verb.h"
#include "nouns.h"

enum { COMPLEMENT_REACH = 5, PARTICLE_REACH = 8 }; /* [tokens] */

/* The verb group being read: where its words stand and which voice they show. */
struct group {
	uint32_t at;  /* the word after the auxiliaries */
	bool be, aux; /* a form of be stood among them; any auxiliary */
	bool near;    /* it begins right behind the counted phrase */
};

bool verb_has_trigger(const struct figure_scan *s, uint32_t i, bool verb)
{
	size_t end, k = scan_triggers(s, i, &end);

	for (; k < end; k++)
		if (trigger_is_verb(&s->triggers[k]) == verb && s->triggers[k].form != FORM_TOLL)
			return true;
	return false;
}

bool verb_is_aux(const struct figure_scan *s, uint32_t i)
{
	return scan_has(s, i, FUNCTION_BE) || scan_has(s, i, FUNCTION_HAVE) || scan_has(s, i, FUNCTION_DO) ||
	       (scan_has(s, i, FUNCTION_MODAL) && scan_tag(s, i) != TAG_TO && !scan_text(s, i, "to"));
}

bool verb_is_adverb(const struct figure_scan *s, uint32_t i)
{
	enum tag t = scan_tag(s, i);

	if ((scan_text(s, i, "at") && scan_text(s, i + 1, "least")) ||
	    (scan_text(s, i, "least") && scan_text(s, i - 1, "at")))
		return true; /* "were at least partly destroyed" */
	return t == TAG_RB || t == TAG_RBR || scan_has(s, i, FUNCTION_NEGATOR) || scan_text(s, i, "both") ||
	       scan_text(s, i, "all") || scan_text(s, i, "each") || scan_text(s, i, "either");
}

/* A word of the particle list within a few words behind the verb: "staying in two camps". */
static bool place_behind(const struct figure_scan *s, const struct trigger *t)
{
	for (uint32_t i = t->first + t->n; i < s->end && i < t->first + t->n + PARTICLE_REACH; i++) {
		struct str list = t->particle;

		if (scan_text(s, i, ",") || scan_text(s, i, ";") || scan_text(s, i, "to"))
			return false; /* "needed to call for assistance" */
		while (list.at)
			if (str_eq(str_cut(&list, '|'), s->r->tokens.at[i].lower))
				return true;
	}
	return false;
}

/* "taken to a nearby hospital": the particle is what the preposition behind the verb leads to. */
static bool leads_to_particle(const struct figure_scan *s, const struct trigger *t)
{
	uint32_t i = t->first + t->n, past;
	struct str list = t->particle;

	i -= t->n > 1 && scan_text(s, i - 1, "to"); /* "taken to" is a word of its own */

	if (!scan_text(s, i, "to") && !scan_text(s, i, "into") && !scan_text(s, i, "at") && !scan_text(s, i, "in") &&
	    !scan_text(s, i, "by"))
		return false;
	past = verb_past_noun(s, i + 1);
	while (past > i + 1 && list.at) {
		struct str word = str_cut(&list, '|');

		if (str_eq(word, s->r->tokens.at[past - 1].lower) ||
		    (past > i + 2 && str_eq_fold(word, reading_text(s->r, past - 2, 2))))
			return true; /* "taken to Stone Medical Center" */
	}
	return false;
}

bool verb_is_missed(const struct figure_scan *s, const struct trigger *t)
{
	uint32_t at = t->first + t->n;
	enum tag behind = scan_tag(s, at + 1);

	return scan_text(s, at - 1, "shot") && scan_text(s, at, "at") && scan_tag(s, at + 2) != TAG_CD &&
	       (behind == TAG_NONE || behind == TAG_IN || behind == TAG_WRB || behind == TAG_CC || behind == TAG_RB ||
		s->r->tokens.at[at + 1].kind == TOKEN_MARK);
}

static bool is_reflexive(const struct figure_scan *s, uint32_t i)
{
	return scan_text(s, i, "himself") || scan_text(s, i, "herself") || scan_text(s, i, "itself") ||
	       scan_text(s, i, "themselves");
}

/* "four of the family kidnapped two months ago | were found": a past form before a verb of its own is a participle. */
static bool runs_on(const struct figure_scan *s, uint32_t i)
{
	enum { REACH = 7 }; /* [tokens] */
	uint32_t k = i + 1;

	if (scan_tag(s, i) != TAG_VBD || !tag_is_noun(scan_tag(s, i - 1)))
		return false;
	for (; k < s->end && k < i + REACH && !verb_is_aux(s, k); k++) {
		enum tag t = scan_tag(s, k);

		if (t != TAG_IN && t != TAG_DT && t != TAG_CD && t != TAG_RB && !tag_is_noun(t) && !tag_is_adjective(t))
			return false;
	}
	return k > i + 1 && verb_is_aux(s, k);
}

/* Does this word state something of its subject in that voice? */
static uint64_t voice_of(const struct figure_scan *s, const struct trigger *t, const struct group *g)
{
	bool participle = t->form == FORM_PAST || t->form == FORM_PARTICIPLE;
	bool object = t->counts == COUNTS_OBJECT || t->counts == COUNTS_BOTH;

	if (!trigger_is_verb(t) || verb_is_missed(s, t))
		return 0;
	if (t->particle.n && !(t->counts == COUNTS_SUBJECT ? place_behind(s, t)
							   : measure_particle_at(s, t->first + t->n, t->particle) ||
								     leads_to_particle(s, t)))
		return 0; /* "were burnt to death" */
	if (object && !g->be && is_reflexive(s, t->first + t->n))
		return RULE_BIT(ACTIVE); /* "shot himself" */
	if (g->be && participle && object)
		return RULE_BIT(PASSIVE);
	if (!g->be && !g->aux && participle && object && !verb_object_follows(s, t) &&
	    (g->near || scan_tag(s, t->first) == TAG_VBN || runs_on(s, t->first)))
		return RULE_BIT(PARTICIPLE);
	return t->counts == COUNTS_SUBJECT || t->counts == COUNTS_BOTH ? RULE_BIT(INTRANSITIVE) : 0;
}

/* "two producers of coca leaves": many of something take no verb in the singular. */
static bool disagrees(const struct figure_scan *s, const struct figure *f, const struct trigger *t)
{
	return t->form == FORM_S && t->n == 1 && f->number.kind == AMOUNT_COUNT && f->noun_n &&
	       decimal_cmp(f->number.value, decimal_of(1)) > 0 &&
	       (scan_tag(s, f->noun_first) == TAG_NNS || scan_tag(s, f->noun_first) == TAG_NNPS);
}

static struct stated verb_at(const struct figure_scan *s, const struct figure *f, const struct group *g)
{
	size_t end, k = scan_triggers(s, g->at, &end);
	struct stated found = {0};

	for (; k < end; k++) {
		uint64_t rule = voice_of(s, &s->triggers[k], g);
		bool closer = !found.trigger || (s->triggers[k].particle.n && !found.trigger->particle.n);

		if (rule && closer && !disagrees(s, f, &s->triggers[k]) && measure_fits(s, f, &s->triggers[k]))
			found = (struct stated){.trigger = &s->triggers[k], .rules = rule};
	}
	return found;
}

/* "very strong shaking": of a noun behind it, and of nothing before. */
static bool is_attributive(const struct figure_scan *s, const struct trigger *t)
{
	uint32_t behind = t->first + t->n;
	enum tag next = scan_tag(s, behind);

	return t->counts == COUNTS_COMPLEMENT && scan_tag(s, behind - 1) == TAG_JJ &&
	       (next == TAG_NN || next == TAG_NNS) && !tag_is_verb(scan_tag(s, behind + 1));
}

/* "dead", "among the wounded", "among those killed", "still inside" at the token. */
struct stated verb_complement(const struct figure_scan *s, const struct figure *f, uint32_t i, bool among)
{
	size_t end, k = scan_triggers(s, i, &end);
	struct stated none = {0};

	if (scan_text(s, i - 1, "played") || scan_text(s, i - 1, "playing") ||
	    (scan_text(s, i - 1, "found") && scan_text(s, i, "inside")))
		return none; /* "played dead", "were found inside" */
	for (; k < end; k++) {
		const struct trigger *t = &s->triggers[k];

		bool those = among && (t->form == FORM_PAST || t->form == FORM_PARTICIPLE) &&
			     (t->counts == COUNTS_OBJECT || t->counts == COUNTS_BOTH) && !t->particle.n;

		if ((t->counts == COUNTS_COMPLEMENT || those ||
		     (among && t->form == FORM_NOUN && t->counts == COUNTS_SELF)) &&
		    !is_attributive(s, t) && measure_fits(s, f, t))
			return (struct stated){.trigger = t, .rules = RULE_BIT(COMPLEMENT)};
	}
	return none;
}

/* The complement of "be" within a few words: "were reported missing", "were among the dead". */
static struct stated complement(const struct figure_scan *s, const struct figure *f, uint32_t i)
{
	struct stated none = {0}, found;
	bool among = false;

	for (uint32_t k = i; k < s->end && k < i + COMPLEMENT_REACH; k++) {
		among |= scan_text(s, k, "among");
		found = verb_complement(s, f, k, among);
		if (found.trigger)
			return found;
		if (!verb_is_adverb(s, k) && scan_tag(s, k) != TAG_DT && !among && !scan_text(s, k, "left") &&
		    scan_tag(s, k) != TAG_OPEN)
			break; /* "were \"dead or missing\"" */
	}
	return none;
}

/* "ambushed and killed", "beaten and later shot dead": where the second of two participles stands that share the
 * auxiliary; 0: none does. */
static uint32_t joined_participle(const struct figure_scan *s, uint32_t i)
{
	uint32_t next = i + 1;

	while (verb_is_adverb(s, next) || scan_text(s, next, "then") || scan_text(s, next, "later"))
		next++;
	return scan_tag(s, i) == TAG_CC && scan_tag(s, i - 1) == TAG_VBN &&
			       (scan_tag(s, next) == TAG_VBN || scan_tag(s, next) == TAG_VBD ||
				verb_has_trigger(s, next, true))
		       ? next
		       : 0;
}

/* "fell and died", "slipped and was hurt": do two past tenses stand about the conjunction? */
static bool joined_past(const struct figure_scan *s, uint32_t i)
{
	enum tag next = scan_tag(s, i + 1);

	return scan_text(s, i, "and") && (scan_tag(s, i - 1) == TAG_VBD || scan_tag(s, i - 1) == TAG_VBN) &&
	       (next == TAG_VBD || scan_has(s, i + 1, FUNCTION_BE));
}

/* Behind a verb that is none of a measure: "managed to flee", "are believed to have been killed", "were
 * reported dead". */
static struct stated chained(const struct figure_scan *s, const struct figure *f, uint32_t verb, bool be)
{
	struct group g = {.be = be, .near = be};
	struct stated none = {0}, found;

	for (g.at = verb + 1; g.at < s->end && g.at < verb + 7; g.at++) {
		found = verb_at(s, f, &g);
		if (!found.trigger && !figure_word(s->r, verb, FUNCTION_STAYING)) /* "were hiding in the hospital" */
			found = verb_complement(s, f, g.at, false);
		if (found.trigger)
			return found;
		if (scan_has(s, g.at, FUNCTION_BE))
			g.be = true;
		else if (be && joined_participle(s, g.at))
			return verb_shared(s, f, joined_participle(s, g.at), true);
		else if (!be && joined_past(s, g.at))
			return verb_shared(s, f, g.at + 1, false);
		else if (scan_text(s, g.at, "to"))
			g.be = g.near = false;
		else if (scan_has(s, g.at, FUNCTION_HAVE))
			g.aux = true;
		else if (!verb_is_adverb(s, g.at) && !tag_is_verb(scan_tag(s, g.at)))
			break;
	}
	return none;
}

/* One past a noun phrase with its determiners and pronoun that begins at i; i when none does. */
uint32_t verb_past_noun(const struct figure_scan *s, uint32_t i)
{
	uint32_t head, head_n, end;

	while (i < s->end) {
		const struct hit *bound = reading_hit(s->r, i, LEXICON_QUALIFIERS);

		if (bound && scan_tag(s, i + bound->n) == TAG_CD)
			i += bound->n; /* "and at least 30 rebels" */
		else if (scan_tag(s, i) == TAG_DT || scan_tag(s, i) == TAG_PRPS || scan_tag(s, i) == TAG_PRP ||
			 scan_tag(s, i) == TAG_CD || verb_is_adverb(s, i))
			i++;
		else
			break;
	}
	end = noun_phrase_end(s, i, false, &head, &head_n);
	return end > i ? end : i;
}

/* "had wounds or illnesses requiring medical attention": a participle behind what they have. */
static struct stated had_behind(const struct figure_scan *s, const struct figure *f, uint32_t i)
{
	struct group g = {.at = verb_past_noun(s, i)};

	if (g.at > i && scan_tag(s, g.at) == TAG_CC)
		g.at = verb_past_noun(s, g.at + 1);
	if (g.at == i || scan_tag(s, g.at) != TAG_VBG)
		return (struct stated){0};
	return verb_at(s, f, &g);
}

/* "pre-emptively": a word that a hyphen joins to an adverb. */
static bool is_compound_adverb(const struct figure_scan *s, uint32_t i)
{
	return i + 2 < s->end && figure_is_dash(s->r, i + 1) && !(s->r->tokens.at[i + 1].flags & TOKEN_SPACE) &&
	       str_ends(s->r->tokens.at[i + 2].lower, STR("ly"));
}

/* Past the auxiliaries; what "be" or "remain" leads to, if that states something. */
static struct stated read_auxiliaries(const struct figure_scan *s, const struct figure *f, struct group *g)
{
	struct stated found = {0}, stays = {0};

	while (g->at < s->end && (verb_is_aux(s, g->at) || verb_is_adverb(s, g->at) || is_compound_adverb(s, g->at))) {
		bool be = scan_has(s, g->at, FUNCTION_BE), aux = verb_is_aux(s, g->at);

		if (verb_has_trigger(s, g->at, true)) {
			found = verb_at(s, f, g);
			if (found.trigger && !(be && found.trigger->n == 1))
				return found;
			stays = found.trigger ? found : stays; /* "remain", unless more follows: "remain displaced" */
		}
		if (figure_is_dash(s->r, g->at + 1) && !(s->r->tokens.at[g->at + 1].flags & TOKEN_SPACE))
			g->at += 2; /* "were pre-emptively evacuated" */
		g->be |= be;
		g->aux |= aux;
		found = be ? complement(s, f, g->at + 1) : (struct stated){0};
		if (found.trigger)
			return found;
		g->at += 1u + (be && scan_tag(s, g->at + 1) == TAG_OPEN); /* "were \"presumed dead\"" */
	}
	if (stays.trigger) {
		found = verb_at(s, f, g);
		return found.trigger ? found : stays;
	}
	return (struct stated){0};
}

/* Read the group that begins at i; *next is where to go on when it states nothing. */
struct stated verb_read(const struct figure_scan *s, const struct figure *f, uint32_t i, bool near, uint32_t *next)
{
	struct group g = {.at = i, .near = near};
	struct stated found = read_auxiliaries(s, f, &g);

	*next = g.at + 1;
	if (!found.trigger)
		found = verb_at(s, f, &g);
	if (found.trigger) {
		struct stated hurt = {0};

		*next = found.trigger->first + found.trigger->n;
		if (str_eq(found.trigger->measure, STR("needing_care")) ||
		    measure_needs(found.trigger->needs, "context"))
			hurt = verb_hurt_behind(s, f, *next);
		return hurt.trigger ? hurt : found;
	}
	if (verb_asks_context(s, g.at) && (found = verb_hurt_behind(s, f, g.at + 1)).trigger)
		return found;
	if (verb_has_trigger(s, g.at, true) && !g.be && tag_is_verb(scan_tag(s, g.at)) &&
	    scan_tag(s, g.at) != TAG_VBN && !(scan_text(s, g.at, "reported") && scan_text(s, g.at + 1, "to")))
		return found; /* an agent: "12 soldiers killed 3"; but "12 people reported to have died" */
	if ((g.be || (g.at > i && scan_has(s, g.at - 1, FUNCTION_HAVE))) && scan_text(s, g.at, "to"))
		return chained(s, f, g.at - 1, false); /* "are to leave", "had to be evacuated" */
	if (g.be && scan_text(s, g.at + 1, "to") &&
	    (scan_has(s, g.at, FUNCTION_PLANNED) || scan_has(s, g.at, FUNCTION_POSSIBLE) ||
	     scan_text(s, g.at, "able") || scan_text(s, g.at, "about")))
		return chained(s, f, g.at, false); /* "are due to be released", "are likely to flee", "were able to" */
	if (tag_is_verb(scan_tag(s, g.at))) {
		found = chained(s, f, g.at, g.be);
		return found.trigger || !g.be ? found : verb_hurt_behind(s, f, g.at + 1);
	}
	if (g.at > i && scan_has(s, g.at - 1, FUNCTION_HAVE))
		return had_behind(s, f, g.at);
	return (struct stated){0};
}

struct stated verb_shared(const struct figure_scan *s, const struct figure *f, uint32_t i, bool be)
{
	struct group g = {.at = i, .be = be, .aux = true};
	struct stated found = read_auxiliaries(s, f, &g);

	if (!found.trigger)
		found = verb_at(s, f, &g);
	if (found.trigger && trigger_is_verb(found.trigger) && verb_object_follows(s, found.trigger))
		found = (struct stated){0}; /* "were hit and killed three others" */
	return found;
}

/* "station", "rescue": base forms and third persons that may be nouns, and are tagged so. */
static bool is_noun_too(const struct figure_scan *s, uint32_t i)
{
	size_t end, k = scan_triggers(s, i, &end), first = k;
	bool counted = scan_tag(s, i - 1) == TAG_CD; /* "56 dead and 200 hurt" */

	for (; counted && k < end; k++)
		if (s->triggers[k].form == FORM_PAST)
			return false;
	return first < end && (s->triggers[first].form == FORM_BASE || s->triggers[first].form == FORM_S) &&
	       tag_is_noun(scan_tag(s, i)) && scan_tag(s, i + 1) != TAG_CD;
}

bool verb_begins(const struct figure_scan *s, uint32_t i)
{
	if (scan_has(s, i, FUNCTION_INCLUDE))
		return false;
	return verb_is_aux(s, i) || tag_is_verb(scan_tag(s, i)) || scan_tag(s, i) == TAG_MD ||
	       (verb_has_trigger(s, i, true) && !is_noun_too(s, i));
}
