/* recount explain - an id down to the sentences, the articles and the rules. */
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#include "command.h"
#include "files/folder.h"
#include "known.h"
#include "records/quantity_words.h"
#include "settings.h"
#include "wording.h"

struct explaining {
	struct known known;
	struct arena *arena;
	struct strs documents; /* that the explanation names */
	bool printing;	       /* false: only gather the documents */
};

static void say(const struct explaining *e, int indent, const char *format, ...) __attribute__((format(printf, 3, 4)));

static void say(const struct explaining *e, int indent, const char *format, ...)
{
	va_list args;

	if (!e->printing)
		return;
	printf("%*s", 2 * indent, "");
	va_start(args, format);
	vprintf(format, args);
	va_end(args);
	printf("\n");
}

/* A text for the terminal: nothing in it can steer it. */
static const char *safe(const struct explaining *e, struct str s)
{
	struct str cut = wording_cut(e->arena, s, SIZE_MAX);

	return str_dup(e->arena, cut).at;
}

static void explain_document(struct explaining *e, int indent, struct str id)
{
	const struct known_document *d = e->printing ? known_document(&e->known, id) : NULL;

	if (!e->printing)
		strs_add(e->arena, &e->documents, id);
	if (!d) {
		say(e, indent, "in document %.*s", STR_ARG(id));
		return;
	}
	say(e, indent, "in \"%s\"%s%s", d->title.n ? safe(e, d->title) : safe(e, d->ref.n ? d->ref : d->input_path),
	    d->publisher.n ? ", " : "", safe(e, d->publisher));
	if (d->url.n)
		say(e, indent + 1, "%s", safe(e, d->url));
	say(e, indent + 1, "published %s (%s%s); document %.*s",
	    d->published.n ? safe(e, d->published) : "at no known date",
	    d->published_basis == BASIS_INFERRED ? "" : "by its ", published_bases[d->published_basis], STR_ARG(d->id));
	say(e, indent + 1, "input %s at %lld%s%s", safe(e, d->input_path), (long long)d->input_offset,
	    d->ref.n ? ", ref " : "", safe(e, d->ref));
}

static const char *source_words(const struct explaining *e, const struct source_ref *source,
				const struct source_ref *other)
{
	if (source->name.n == 0 && other->name.n == 0)
		return "the narrator";
	if (other->name.n == 0 || str_eq(source->name, other->name))
		return safe(e, source->name);
	if (source->name.n == 0)
		return safe(e, other->name);
	return str_printf(e->arena, "%s (%s)", safe(e, source->name), safe(e, other->name)).at;
}

static const char *figure(const struct explaining *e, int qualifier, struct decimal low, struct decimal best,
			  struct decimal high, struct str unit)
{
	struct str words = wording_figure(e->arena, qualifier, low, best, high, unit);

	return str_dup(e->arena, words).at;
}

static const char *what(const struct explaining *e, struct str measure, struct str subject, struct str unit)
{
	return safe(e, quantity_words(e->arena, measure, subject, unit));
}

static const char *status_words(const struct explaining *e, int status)
{
	return str_spaced(e->arena, str_of(estimate_statuses[status])).at;
}

static void explain_claim(struct explaining *e, int indent, const struct claim *c)
{
	say(e, indent, "claim %.*s: %s, %s", STR_ARG(c->id), figure(e, c->qualifier, c->low, c->best, c->high, c->unit),
	    what(e, c->measure, claim_counted(c, e->arena), STR_NULL));
	say(e, indent + 1, "\"%s\"", safe(e, c->sentence));
	say(e, indent + 1, "words \"%s\" at bytes %lld-%lld, sentence at bytes %lld-%lld, in its %s",
	    safe(e, c->surface), (long long)c->start, (long long)c->end, (long long)c->sentence_start,
	    (long long)c->sentence_end, block_kinds[c->block]);
	say(e, indent + 1, "says %s%s%s; %s%s%s%s", source_words(e, &c->source, &c->source_org),
	    c->stated.n ? " on " : "", safe(e, c->stated), polarities[c->polarity], c->modality ? ", " : "",
	    modalities[c->modality], c->quoted ? ", in a quotation" : "");
	if (c->period.n)
		say(e, indent + 1, "covers %s", safe(e, c->period));
	if (c->place.name.n)
		say(e, indent + 1, "in %s%s%s", safe(e, c->place.name), c->place.country.n ? ", " : "",
		    safe(e, c->place.country));
	say(e, indent + 1, "rules: %s", safe(e, strs_join(e->arena, c->rules)));
	explain_document(e, indent + 1, c->document);
}

static void explain_assertion(struct explaining *e, int indent, const struct assertion *a)
{
	say(e, indent, "assertion %.*s: %s says %s (%s, %s)", STR_ARG(a->id), source_words(e, &a->source, &a->speaker),
	    figure(e, a->qualifier, a->low, a->best, a->high, a->unit), what(e, a->measure, a->subject, STR_NULL),
	    a->place.name.n ? safe(e, a->place.name) : "no place");
	say(e, indent + 1, "stated %s; %lld report%s, %lld independent",
	    a->stated.n ? safe(e, a->stated) : "at no known date", (long long)a->reports, a->reports == 1 ? "" : "s",
	    (long long)a->independent);
	if (a->supersedes.n)
		say(e, indent + 1, "supersedes assertion %.*s", STR_ARG(a->supersedes));
	for (size_t i = 0; i < a->claims.n; i++) {
		const struct claim *c = known_record(&e->known, KNOWN_CLAIMS, a->claims.at[i]);

		if (c)
			explain_claim(e, indent + 1, c);
		else
			say(e, indent + 1, "claim %.*s", STR_ARG(a->claims.at[i]));
	}
}

static void explain_event(struct explaining *e, int indent, const struct event *v)
{
	say(e, indent, "event %.*s: %.*s%s%s", STR_ARG(v->id), STR_ARG(v->type), v->status ? ", " : "",
	    statuses[v->status]);
	say(e, indent + 1, "\"%s\"", safe(e, v->sentence));
	say(e, indent + 1, "says %s; when %s; where %s; %s%s", source_words(e, &v->source, &v->source_org),
	    v->when.n ? safe(e, v->when) : "not known", v->place.name.n ? safe(e, v->place.name) : "not known",
	    polarities[v->polarity], v->background ? ", told as background" : "");
	if (v->agent_name.n || v->target_name.n)
		say(e, indent + 1, "who: %s > %s", v->agent_name.n ? safe(e, v->agent_name) : "?",
		    v->target_name.n ? safe(e, v->target_name) : "?");
	say(e, indent + 1, "sentences at %s", safe(e, strs_join(e->arena, v->spans)));
	say(e, indent + 1, "rules: %s", safe(e, strs_join(e->arena, v->rules)));
	for (size_t i = 0; i < v->documents.n; i++)
		explain_document(e, indent + 1, v->documents.at[i]);
}

static void explain_statements(struct explaining *e, int indent, struct strs ids)
{
	for (size_t i = 0; i < ids.n; i++) {
		const struct assertion *a = known_record(&e->known, KNOWN_ASSERTIONS, ids.at[i]);
		const struct event *v = known_record(&e->known, KNOWN_EVENTS, ids.at[i]);

		if (a)
			explain_assertion(e, indent, a);
		else if (v)
			explain_event(e, indent, v);
		else
			say(e, indent, "%.*s", STR_ARG(ids.at[i]));
	}
}

static void explain_estimate(struct explaining *e, int indent, const struct estimate *s)
{
	say(e, indent, "estimate %.*s: %s, %s, as of %s", STR_ARG(s->id), what(e, s->measure, s->subject, s->unit),
	    s->place.name.n ? safe(e, s->place.name) : "no place", safe(e, s->as_of));
	say(e, indent + 1, "%s, %s, by the rule %s",
	    str_dup(e->arena, wording_estimate(e->arena, s->low, s->best, s->high, s->open_low, s->open_high)).at,
	    status_words(e, s->status), safe(e, s->rule));
	say(e, indent + 1, "%s", safe(e, s->why));
	if (s->contested_by.n)
		say(e, indent + 1, "contested by %s", safe(e, strs_join(e->arena, s->contested_by)));
	say(e, indent + 1, "it rests on");
	explain_statements(e, indent + 2, s->basis);
}

static void explain_track(struct explaining *e, int indent, const struct track *t)
{
	const struct known_rows *estimates = &e->known.rows[KNOWN_ESTIMATES];

	say(e, indent, "track %.*s: %s, %s, %s to %s%s", STR_ARG(t->id), what(e, t->measure, t->subject, t->unit),
	    t->place.name.n ? safe(e, t->place.name) : "no place", safe(e, t->episode_from), safe(e, t->episode_to),
	    t->closed ? ", closed" : "");
	say(e, indent + 1, "as of %s: %s, %s", safe(e, t->as_of),
	    str_dup(e->arena, wording_estimate(e->arena, t->low, t->best, t->high, t->open_low, t->open_high)).at,
	    status_words(e, t->status));
	say(e, indent + 1, "%s", safe(e, t->why));
	say(e, indent + 1, "its estimates");
	for (size_t i = 0; i < estimates->n; i++) {
		const struct estimate *s = (const struct estimate *)estimates->at + i;

		if (str_eq(s->track, t->id))
			say(e, indent + 2, "%s  %s, %s  (%.*s)", safe(e, s->as_of),
			    str_dup(e->arena,
				    wording_estimate(e->arena, s->low, s->best, s->high, s->open_low, s->open_high))
				    .at,
			    status_words(e, s->status), STR_ARG(s->id));
	}
	say(e, indent + 1, "its statements in order of time");
	explain_statements(e, indent + 2, t->assertions);
}

static void explain_contradiction(struct explaining *e, int indent, const struct contradiction *x)
{
	say(e, indent, "contradiction %.*s (%s): %s", STR_ARG(x->id), contradiction_kinds[x->kind],
	    safe(e, x->subject));
	say(e, indent + 1, "%s", safe(e, x->why));
	say(e, indent + 1, "since %s%s%s", safe(e, x->since), x->until.n ? ", until " : "", safe(e, x->until));
	for (size_t i = 0; i < x->sides.n; i++)
		say(e, indent + 1, "side %zu: %s", i + 1, safe(e, x->sides.at[i]));
	explain_statements(e, indent + 1, x->statements);
}

static void explain_check(struct explaining *e, int indent, const struct check *k)
{
	say(e, indent, "check %.*s: %s, as of %s: %s", STR_ARG(k->id), safe(e, k->kind), safe(e, k->as_of),
	    k->holds ? "holds" : "broken");
	say(e, indent + 1, "%s", safe(e, k->why));
	for (size_t i = 0; i < k->tracks.n; i++) {
		const struct track *t = known_record(&e->known, KNOWN_TRACKS, k->tracks.at[i]);

		if (t)
			explain_track(e, indent + 1, t);
		else
			say(e, indent + 1, "track %.*s", STR_ARG(k->tracks.at[i]));
	}
}

static void explain(struct explaining *e)
{
	const void *r = e->known.record;

	switch (e->known.kind) {
	case KNOWN_CLAIMS:
		explain_claim(e, 0, r);
		if (((const struct claim *)r)->assertion.n)
			say(e, 1, "belongs to assertion %.*s", STR_ARG(((const struct claim *)r)->assertion));
		return;
	case KNOWN_ASSERTIONS:
		explain_assertion(e, 0, r);
		return;
	case KNOWN_EVENTS:
		explain_event(e, 0, r);
		return;
	case KNOWN_TRACKS:
		explain_track(e, 0, r);
		return;
	case KNOWN_ESTIMATES:
		explain_estimate(e, 0, r);
		return;
	case KNOWN_CONTRADICTIONS:
		explain_contradiction(e, 0, r);
		return;
	case KNOWN_CHECKS:
		explain_check(e, 0, r);
		return;
	case KNOWN_KINDS:
		return;
	}
}

int command_explain(int argc, char **argv)
{
	struct arena arena = {0};
	const char *conf = NULL, *path = NULL, *out = NULL;
	const struct command_option options[] = {
		{"c", "FILE", "the configuration (default: ./pipeline.conf if there is one)", &conf},
		{"store", "DIR", "where earlier nights are kept", &path},
		{"out", "DIR", "taken as by run; the store alone is asked", &out},
		{NULL, NULL, NULL, NULL},
	};
	char **inputs;
	int n;
	struct settings s;
	struct store store;
	struct explaining e = {.arena = &arena};

	command_options(argc, argv, "explain [options] ID...", options, &inputs, &n);
	if (n == 0)
		die(EXIT_USAGE, "give an id: of a claim, assertion, estimate, track, event, contradiction or check");
	settings_conf(&s, conf ? conf : path_exists("pipeline.conf") ? "pipeline.conf" : NULL, &arena);
	path = path ? path : s.conf.store;
	if (!store_look(&store, path, &arena))
		die(EXIT_INPUT, "there is no store %s; name it with --store", path);
	if (store_holder(&store, &arena).n)
		warn("a run is going on in %s: what is shown may change with it", path);
	for (int i = 0; i < n; i++) {
		known_find(&e.known, &store, str_of(inputs[i]));
		e.documents = (struct strs){0};
		e.printing = false;
		explain(&e);
		known_documents(&e.known, e.documents);
		e.printing = true;
		explain(&e);
	}
	free(inputs);
	if (fflush(stdout) != 0)
		die(EXIT_OUTPUT, "cannot write to standard output");
	arena_free(&arena);
	return EXIT_DONE;
}
