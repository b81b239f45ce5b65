#include "once.h"

#include <criterion/criterion.h>

#include "data_of_test.h"

static const struct lexicon *lex;
static const struct gazetteer *places;
static struct arena arena;

static void begin(void)
{
	struct err err = {0};

	lex = lexicon_open(data_of_test("lexicon.bin"), &err);
	cr_assert(lex, "%s: %s", err.field, err.message);
	places = gazetteer_open(data_of_test("gazetteer.bin"), &err);
	cr_assert(places, "%s: %s", err.field, err.message);
}

static void end(void)
{
	arena_free(&arena);
	lexicon_close(lex);
	gazetteer_close(places);
}

TestSuite(who, .init = begin, .fini = end);

static struct who resolve(const char *source, const char *role, const char *org)
{
	struct mention m = {.source = str_of(source), .source_role = str_of(role), .source_org = str_of(org)};

	return who_of(&m, lex, places, &arena);
}

static const struct {
	const char *source, *id, *name, *type, *organisation;
} bodies[] = {
	{"Russia's defence ministry", "russian-ministry-of-defence", "Russian Ministry of Defence", "government",
	 "russian-government"},
	{"the Russian Ministry of Defense", "russian-ministry-of-defence", "Russian Ministry of Defence", "government",
	 "russian-government"},
	{"defence ministry in Moscow", "russian-ministry-of-defence", "Russian Ministry of Defence", "government",
	 "russian-government"},
	{"Russian military’s Center for Reconciliation in Syria", "russian-reconciliation-centre",
	 "Russian Reconciliation Centre", "military", "russian-ministry-of-defence"},
	{"Ankara", "turkish-government", "Turkish government", "government", ""},
	{"Turkey", "turkish-government", "Turkish government", "government", ""},
	{"South Korean army", "south-korean-military", "South Korean military", "military",
	 "south-korean-ministry-of-defence"},
	{"the Pentagon", "us-ministry-of-defence", "US Department of Defense", "government", "us-government"},
	{"Syrian state media", "syrian-state-media", "Syrian state media", "media", ""},
	{"the official Syrian news agency", "syrian-state-media", "Syrian state media", "media", ""},
	{"the independent Syrian news agency", "independent-syrian-news-agency", "independent Syrian news agency",
	 "media", ""},
	{"Turkey’s state-run Anadolu Agency", "anadolu-agency", "Anadolu Agency", "media", "turkish-state-media"},
	{"ICRC", "icrc", "International Committee of the Red Cross", "ngo", ""},
	{"U.N.", "united-nations", "United Nations", "igo", ""},
	{"WHO", "world-health-organization", "World Health Organization", "igo", "united-nations"},
	{"Syrian Observatory for Human Rights", "sohr", "Syrian Observatory for Human Rights", "monitor", ""},
	{"Ministry of Health in Gaza", "gaza-health-ministry", "Gaza Health Ministry", "government", "hamas"},
	{"the Taliban", "taliban", "Taliban", "armed_group", ""},
	{"Médecins Sans Frontières", "medecins-sans-frontieres", "Medecins Sans Frontieres", "ngo", ""},
	{"the health ministry", "health-ministry", "Health Ministry", "government", ""},
	{"police", "police", "police", "government", ""},
	{"U.N. Office for the Coordination of Humanitarian Affairs", "ocha",
	 "Office for the Coordination of Humanitarian Affairs", "igo", "united-nations"},
	{"the UN's humanitarian office", "ocha", "Office for the Coordination of Humanitarian Affairs", "igo",
	 "united-nations"},
	{"Women for Peace", "women-for-peace", "Women for Peace", "ngo", ""},
	{"Men for hire", "men-for-hire", "Men for hire", "anonymous", ""},
	{"Hind Hospital", "hind-hospital", "Hind Hospital", "medical", ""},
};

Test(who, knows_bodies_by_lexicon_and_by_rule)
{
	for (size_t i = 0; i < sizeof bodies / sizeof *bodies; i++) {
		struct who w = resolve(bodies[i].source, "", "");

		cr_expect(str_eq(w.source.id, str_of(bodies[i].id)), "%s: id %.*s", bodies[i].source,
			  STR_ARG(w.source.id));
		cr_expect(str_eq(w.source.name, str_of(bodies[i].name)), "%s: %.*s", bodies[i].source,
			  STR_ARG(w.source.name));
		cr_expect(str_eq(w.source.type, str_of(bodies[i].type)), "%s: %.*s", bodies[i].source,
			  STR_ARG(w.source.type));
		cr_expect(str_eq(w.organisation.id, str_of(bodies[i].organisation)), "%s: part of %.*s",
			  bodies[i].source, STR_ARG(w.organisation.id));
	}
}

static const struct {
	const char *source, *role, *org, *id, *type, *organisation;
} people[] = {
	{"Selim Aydin", "Turkish Foreign Minister", "", "selim-aydin", "person", "turkish-foreign-ministry"},
	{"Ivan Orlov", "Russian President", "", "ivan-orlov", "person", "russian-government"},
	{"Helen Ward", "US Secretary of State", "", "helen-ward", "person", "us-state-department"},
	{"Wei Lin", "China's foreign minister", "", "wei-lin", "person", "chinese-foreign-ministry"},
	{"Carla Benz", "UN peace envoy for Syria", "Syria", "carla-benz", "person", "united-nations"},
	{"Paul Mayer", "ICRC’s regional director", "", "paul-mayer", "person", "icrc"},
	{"Abu Hamza", "Syrian rebel spokesman", "Free Syrian Army", "abu-hamza", "person", "free-syrian-army"},
	{"Omar Said", "a doctor in the town", "", "omar-said", "medical", ""},
	{"Juma Deng", "farmer", "", "juma-deng", "witness", ""},
	{"Syrian military source", "", "Syrian", "syrian-military-source", "anonymous", "syrian-military"},
	{"Turkish officials", "", "", "turkish-officials", "anonymous", "turkish-government"},
	{"AFP correspondent", "", "AFP", "afp-correspondent", "anonymous", "afp"},
	{"residents", "", "", "residents", "witness", ""},
	{"security source", "", "", "security-source", "anonymous", ""},
	{"Karim Noor", "Afghan interior ministry spokesman", "", "karim-noor", "person", "afghan-interior-ministry"},
	/* whatever stands before the body */
	{"two senior Turkish officials", "", "", "two-senior-turkish-officials", "anonymous", "turkish-government"},
	{"Two UN officials", "", "", "two-un-officials", "anonymous", "united-nations"},
	{"local health ministry official", "", "", "local-health-ministry-official", "anonymous", "health-ministry"},
	{"two senior Turkish rebels", "", "", "two-senior-turkish-rebels", "armed_group", ""},
	{"National Rescue Authority official", "", "National Rescue Authority", "national-rescue-authority-official",
	 "anonymous", "national-rescue-authority"},
	{"spokesman for Sind Railways", "", "Sind Railways", "spokesman-for-sind-railways", "anonymous",
	 "sind-railways"},
	{"Sources in the town", "", "", "sources-in-the-town", "anonymous", ""},
	{"Will Ross", "Maine State Police Col.", "", "will-ross", "person", "maine-state-police"},
	{"Adan Hassan", "National police spokesman Maj.", "", "adan-hassan", "person", "police"},
	{"Ali Musa", "Kaduna State Police Command spokesman", "", "ali-musa", "person", "kaduna-state-police-command"},
	/* a rank is the country's that stands right before it */
	{"Omar Said", "Egyptian Brig. Gen.", "", "omar-said", "person", "egyptian-military"},
	{"Omar Said", "Syrian rebel Col.", "", "omar-said", "armed_group", ""},
	/* portfolios of every government */
	{"Tariq Khan", "Railways Minister", "", "tariq-khan", "person", "railways-ministry"},
	{"Olena Moroz", "Ukraine's Infrastructure Minister", "", "olena-moroz", "person",
	 "ukrainian-infrastructure-ministry"},
	/* a post tells the sort where no organisation does */
	{"Roger Tamo", "mayor of Bafoussam", "Bafoussam", "roger-tamo", "government", ""},
	{"Ana Reyes", "Prime Minister", "", "ana-reyes", "government", ""},
	{"governor of the province", "", "", "governor-of-the-province", "government", ""},
	/* neither a town nor a country's adjective is an organisation */
	{"Omar Said", "a Syrian journalist", "Syrian", "omar-said", "person", ""},
	{"Ali Omar", "a trader from Bafoussam", "Bafoussam", "ali-omar", "person", ""},
};

Test(who, knows_whom_a_person_speaks_for)
{
	for (size_t i = 0; i < sizeof people / sizeof *people; i++) {
		struct who w = resolve(people[i].source, people[i].role, people[i].org);

		cr_expect(str_eq(w.source.id, str_of(people[i].id)), "%s: id %.*s", people[i].source,
			  STR_ARG(w.source.id));
		cr_expect(str_eq(w.source.type, str_of(people[i].type)), "%s: %.*s", people[i].source,
			  STR_ARG(w.source.type));
		cr_expect(str_eq(w.organisation.id, str_of(people[i].organisation)), "%s: speaks for %.*s",
			  people[i].source, STR_ARG(w.organisation.id));
	}
}

static const struct {
	const char *surface, *source, *role, *type;
} sorts[] = {
	{"The Emergency Lawyers, a monitoring group,", "Emergency Lawyers", "a monitoring group", "monitor"},
	{"Medianova, an independent outlet,", "Medianova", "an independent outlet", "media"},
	{"SBK Insight, a Lagos-based risk consultancy,", "SBK Insight", "a Lagos-based risk consultancy", "company"},
	{"The Joint Relief Centre, the emergency body for the coast,", "Joint Relief Centre",
	 "the emergency body for the coast", "government"},
	{"State-run KRTV", "KRTV", "State-run", "media"},
	{"state-owned Petronor", "Petronor", "state-owned", "company"},
	{"The Permanent Framework", "Permanent Framework", "", "ngo"},
	{"It", "Permanent Framework", "", "ngo"},
	{"images analysed by Terravis", "Terravis", "", "ngo"},
	{"data from the Joint Consortium", "Joint Consortium", "", "ngo"},
	{"a statement by Omar Haddad", "Omar Haddad", "", "person"},
	{"the country's National Disaster Centre", "country's National Disaster Centre", "", "government"},
	{"Caritas Norway, an agency working in the area,", "Caritas Norway", "an agency working in the area", "ngo"},
	{"Harvel University", "Harvel University", "", "ngo"},
	{"the Kenya National Commission on Pay", "Kenya National Commission on Pay", "", "government"},
	{"the International Commission on Dams", "International Commission on Dams", "", "igo"},
	{"the court", "court", "", "government"},
	/* people */
	{"Omar Haddad", "Omar Haddad", "", "person"},
	{"He", "Omar Haddad", "", "person"},
	{"The mayor, Omar Haddad,", "Omar Haddad", "mayor", "government"},
	{"Omar Haddad, a resident,", "Omar Haddad", "a resident", "witness"},
	{"the group", "group", "", "anonymous"},
};

Test(who, knows_a_body_of_no_table_by_what_is_told_of_it)
{
	for (size_t i = 0; i < sizeof sorts / sizeof *sorts; i++) {
		struct mention m = {.source = str_of(sorts[i].source),
				    .source_surface = str_of(sorts[i].surface),
				    .source_role = str_of(sorts[i].role)};
		struct who w = who_of(&m, lex, places, &arena);

		cr_expect(str_eq(w.source.type, str_of(sorts[i].type)), "%s: %.*s", sorts[i].surface,
			  STR_ARG(w.source.type));
	}
}

Test(who, leaves_the_narrator_without_a_name)
{
	struct who w = resolve("", "", "");

	cr_expect(str_eq(w.source.type, STR("none")));
	cr_expect(str_is_empty(w.source.id) && str_is_empty(w.source.name) && str_is_empty(w.organisation.id));
}

Test(who, makes_one_source_of_a_body_and_its_own_relay)
{
	struct mention m = {.source = STR("Russia")};

	strs_add(&arena, &m.chain, STR("Russian military’s Center for Reconciliation"));
	struct who w = who_of(&m, lex, places, &arena);

	cr_expect(str_eq(w.source.id, STR("russian-reconciliation-centre")), "%.*s", STR_ARG(w.source.id));
	cr_expect_eq(w.chain.n, 0u);
}

Test(who, chains_the_wire_and_the_publisher_outermost_last)
{
	struct mention m = {.source = STR("Syrian Observatory"), .agency = STR("AFP"), .publisher = STR("The Daily")};
	struct who w = who_of(&m, lex, places, &arena);

	cr_assert_eq(w.chain.n, 2u);
	cr_expect(str_eq(w.chain.at[0], STR("afp")), "%.*s", STR_ARG(w.chain.at[0]));
	cr_expect(str_eq(w.chain.at[1], STR("daily")), "%.*s", STR_ARG(w.chain.at[1]));
}

static const char *const strange[] = {"'s",  "-", "...",	"\xEF\xBF\xBD", "of of of of", "the the the",
				      "’’’", "|", "Минобороны", "وزارة الصحة",	"a",	       "The"};

Test(who, bears_any_name)
{
	struct buf endless = {.arena = &arena};
	struct who_words words = who_words_open(lex, places, &arena);

	for (size_t i = 0; i < sizeof strange / sizeof *strange; i++) {
		resolve(strange[i], strange[i], strange[i]);
		who_named(&words, str_of(strange[i]));
	}
	for (int i = 0; i < 100000; i++)
		buf_add(&endless, STR("ministry of "));
	resolve(str_dup(&arena, buf_str(&endless)).at, "", "");
}

static const struct {
	const char *source, *role, *country, *name, *organisation;
} home[] = {
	{"the health ministry", "", "YE", "Yemeni Health Ministry", "yemeni-government"},
	{"the government", "", "KE", "Kenyan government", ""},
	{"the energy minister", "", "TR", "energy minister", "turkish-energy-ministry"},
	{"Selim Aksoy", "Energy Minister", "TR", "Selim Aksoy", "turkish-energy-ministry"},
	/* what may be another country's, or nobody knows whose it is */
	{"the foreign ministry", "", "YE", "Foreign Ministry", ""},
	{"the army", "", "YE", "army", ""},
	{"Russia's health ministry", "", "YE", "Russian Health Ministry", "russian-government"},
	{"the health ministry", "", "", "Health Ministry", ""},
	{"Selim Aksoy", "Prime Minister", "TR", "Selim Aksoy", ""},
};

Test(who, an_office_is_that_of_the_country_that_the_article_is_about)
{
	struct who_words w = who_words_open(lex, places, &arena);

	for (size_t i = 0; i < sizeof home / sizeof *home; i++) {
		struct who who = resolve(home[i].source, home[i].role, "");

		who = who_at_home(&w, &who, str_of(home[i].country));
		cr_expect(str_is(who.source.name, home[i].name) && str_is(who.organisation.id, home[i].organisation),
			  "%s: %.*s of '%.*s'", home[i].source, STR_ARG(who.source.name), STR_ARG(who.organisation.id));
	}
}

/* Attacks on "the buses" and on "a convoy" of one day may be one; those on a hospital and on a market are two. */
Test(who, tells_targets_apart_but_not_what_people_ride_in)
{
	struct once *o = once_open(lex, places);
	struct str buses = once_target(o, STR("buses")).id, convoy = once_target(o, STR("an aid convoy")).id;
	struct str hospital = once_target(o, STR("hospital")).id, market = once_target(o, STR("market")).id;

	cr_expect(str_is(buses, "vehicles"), "%.*s", STR_ARG(buses));
	cr_expect(str_eq(buses, convoy));
	cr_expect(str_eq(once_target(o, STR("buses")).name, STR("buses")));
	cr_expect_not(str_eq(hospital, market));
	cr_expect_not(once_target(o, STR_NULL).id.n);
	once_close(o);
}
