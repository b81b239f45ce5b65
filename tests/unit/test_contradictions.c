#include "data_of_test.h"
#include "disputes.h"
#include "stated.h"

#define COLUMNS "kind,subject,since,until,sides,sources"

static void expect_stated(const char *lines, const char *want)
{
	struct arena arena = {0};
	struct reconciled r = stated_reconciled(lines, NULL, &arena);

	rows_expect(&contradiction_table, r.contradictions.at, r.contradictions.n, COLUMNS, want);
	arena_free(&arena);
}

Test(contradictions, figures_with_no_number_in_common_name_all_sides)
{
	expect_stated("a 2020-03-06 2020-03-06 army exact 40 40 40\nb 2020-03-06 2020-03-06 police exact 90 90 90\n"
		      "c 2020-03-06 2020-03-06 medics more_than 60 60 -",
		      "figures,people killed,2020-03-06,2020-03-06,army: 40|medics: more than 60|police: "
		      "90,army|medics|police\n");
}

/* "Dozens" go with 40 and contradict nobody; hundreds go with neither number. */
Test(contradictions, vague_words_are_a_side_only_where_no_number_goes_with_them)
{
	expect_stated("a 2020-03-06 2020-03-06 army exact 40 40 40\nb 2020-03-06 2020-03-06 police exact 90 90 90\n"
		      "c 2020-03-06 2020-03-06 medics order 24 - 100",
		      "figures,people killed,2020-03-06,2020-03-06,army: 40|police: 90,army|police\n");
	expect_stated("a 2020-03-06 2020-03-06 army exact 4 4 4\nb 2020-03-06 2020-03-06 police exact 9 9 9\n"
		      "c 2020-03-06 2020-03-06 medics order 100 - 1000",
		      "figures,people killed,2020-03-06,2020-03-06,army: 4|medics: vaguely 100 to 1,000|police: "
		      "9,army|medics|police\n");
}

Test(contradictions, a_run_of_contested_days_is_one)
{
	expect_stated("a 2020-03-06 2020-03-06 army exact 40 40 40\nb 2020-03-06 2020-03-06 police exact 90 90 90\n"
		      "c 2020-03-07 2020-03-07 army exact 42 42 42\nd 2020-03-08 2020-03-08 army exact 90 90 90\n"
		      "e 2020-03-09 2020-03-09 army exact 20 20 20",
		      "figures,people killed,2020-03-06,2020-03-07,army: 42|police: 90,army|police\n"
		      "figures,people killed,2020-03-09,2020-03-09,army: 20|police: 90,army|police\n");
}

Test(contradictions, an_update_is_none)
{
	expect_stated("a 2020-03-06 2020-03-06 army exact 40 40 40\nb 2020-03-07 2020-03-07 army exact 90 90 90", "");
	expect_stated("a 2020-03-06 2020-03-06 army exact 40 40 40\nb 2020-03-16 2020-03-16 police exact 90 90 90", "");
	expect_stated("a 2020-03-06 2020-03-06 army exact 40 40 40\nb 2020-03-06 2020-03-06 police approx - 42 -", "");
	expect_stated("a 2020-03-06 2020-03-06 army exact 40 40 40\nb 2020-03-06 2020-03-06 police exact 9 9 9 "
		      "modality=planned",
		      "");
}

Test(contradictions, a_denial_is_one_with_those_who_state_it)
{
	expect_stated("a 2020-03-06 2020-03-06 army exact 40 40 40\nb 2020-03-07 2020-03-07 police exact 40 40 40 "
		      "polarity=denied\n"
		      "c 2020-03-07 2020-03-07 police exact 12 12 12 polarity=denied\n"
		      "d 2020-03-17 2020-03-17 police exact 40 40 40 polarity=denied",
		      "denial,people killed,2020-03-07,2020-03-07,army: 40|police: denies 40,army|police\n");
}

Test(contradictions, a_denial_may_repeat_a_number_days_later)
{
	expect_stated("a 2020-03-06 2020-03-06 union more_than 1000 1000 -\n"
		      "b 2020-03-09 2020-03-09 police more_than 1000 1000 - polarity=denied",
		      "denial,people killed,2020-03-09,2020-03-09,police: denies more than 1,000|union: more than "
		      "1,000,police|union\n");
	expect_stated("a 2020-03-06 2020-03-06 union exact 90 90 90\n"
		      "b 2020-03-09 2020-03-09 police more_than 80 80 - polarity=denied",
		      "");
	expect_stated("b 2020-03-06 2020-03-06 police exact 40 40 40 polarity=denied\n"
		      "a 2020-03-09 2020-03-09 union exact 40 40 40",
		      "");
}

static const char header[] =
	"id,happening,documents,type,status,when,agent_id,agent_name,target_name,source_id,source_name,"
	"source_type,source_org_id,source_org_name,place_parent_id,place_parent_name,polarity,modality,"
	"cameo,sentence\n";

static void expect_told(const char *events, const char *want)
{
	struct arena arena = {0};
	struct conf *conf = stated_conf(&arena);
	struct overrides none = {0};
	struct err err;
	struct terms terms = {.conf = conf,
			      .overrides = &none,
			      .bodies = bodies_open(lexicon_open(data_of_test("lexicon.bin"), &err), &arena),
			      .as_of = DATE_DAYS_MAX};
	struct rows rows = rows_read(&event_table, str_printf(&arena, "%s%s", header, events).at, &arena);
	struct tales tales = {0};
	struct contradictions out = {0};

	for (size_t i = 0; i < rows.n; i++) {
		const struct event *e = (const struct event *)(const void *)rows.at + i;
		struct dated_event one = {e, event_day(e)};

		LIST_ADD(&arena, &tales, one);
	}
	disputes_find(&tales, &terms, &out, &arena);
	rows_expect(&contradiction_table, out.at, out.n, COLUMNS, want);
	arena_free(&arena);
}

#define END	 ",town,Town,asserted,actual,08,\n"
#define COMPLETE "e1,,d1,evacuation,complete,2020-03-06,,,,ministry,Ministry,government,," END

Test(contradictions, complete_excludes_suspended_and_unfinished_which_hold_together)
{
	expect_told(
		COMPLETE "e2,,d2,evacuation,suspended,2020-03-06,,,,army,Army,military,," END
			 "e3,,d2,evacuation,not_complete,2020-03-07,,,,envoy,An Envoy,person,un,United Nations" END
			 "e4,,d2,evacuation,begun,2020-03-06,,,,mayor,Mayor,person,," END
			 "e5,,d2,evacuation,not_complete,2020-03-07,,,,army,Army,military,," END,
		"statuses,evacuation, Town,2020-03-06,2020-03-07,Army: not_complete|Army: suspended|Ministry: complete|"
		"An Envoy (United Nations): not_complete,army|army|ministry|un\n");
	expect_told("e2,,d2,evacuation,suspended,2020-03-06,,,,army,Army,military,," END
		    "e3,,d2,evacuation,not_complete,2020-03-06,,,,mayor,Mayor,person,," END,
		    "");
}

static const char *const no_dispute[] = {
	COMPLETE "e2,,d2,evacuation,suspended,2020-03-05,,,,army,Army,military,," END,
	COMPLETE "e2,,d2,evacuation,suspended,2020-03-16,,,,army,Army,military,," END,
	COMPLETE "e2,,d2,evacuation,suspended,2020-03-06,,,,ministry,Ministry,government,," END,
	COMPLETE "e2,,d2,withdrawal,suspended,2020-03-06,,,,army,Army,military,," END,
	COMPLETE "e2,,d2,evacuation,suspended,2020-03-06,,,,army,Army,military,,,city,City,asserted,actual,08,\n",
	COMPLETE "e2,,d2,evacuation,suspended,2020-03-06,,,,army,Army,military,,,town,Town,asserted,planned,08,\n",
	COMPLETE "e2,,d2,evacuation,resumed,2020-03-06,,,,army,Army,military,," END,
};

Test(contradictions, a_process_goes_on_without_contradicting_itself)
{
	for (size_t i = 0; i < sizeof no_dispute / sizeof *no_dispute; i++)
		expect_told(no_dispute[i], "");
}

Test(contradictions, a_denied_event_is_one)
{
	expect_told(COMPLETE
		    "e2,,d2,evacuation,complete,2020-03-07,,,,army,Army,military,,,town,Town,denied,actual,08,\n",
		    "denial,evacuation complete, Town,2020-03-07,2020-03-07,Army: denies complete|Ministry: "
		    "complete,army|ministry\n");
}

Test(contradictions, who_speaks_for_nobody_denies_nothing)
{
	expect_stated("a 2020-03-06 2020-03-06 army exact 40 40 40\n"
		      "b 2020-03-06 2020-03-06 neighbour exact 40 40 40 polarity=denied source_type=person",
		      "");
	expect_told(COMPLETE "e2,,d2,evacuation,complete,2020-03-07,,,,ann,Ann,person,,,town,Town,denied,actual,08,\n",
		    "");
}

#define CONVOY ",convoy,"
#define FIRED  ",town,Town,asserted,actual,18,\n"

Test(contradictions, blame_laid_on_opposite_sides_is_one)
{
	expect_told("e1,h1,d1,attack,,2020-03-06,rebels,rebels" CONVOY "army,Army,military,," FIRED
		    "e2,h1,d1,attack,,2020-03-06,soldiers,the troops" CONVOY
		    "speaker,A Speaker,person,rebels,The rebels" FIRED
		    "e3,h1,d1,attack,,2020-03-06,,,convoy,medics,Medics,medical,," FIRED,
		    "blame,attack on convoy, Town,2020-03-06,2020-03-06,Army: rebels|A Speaker (The rebels): the "
		    "troops,army|rebels\n");
}

Test(contradictions, one_side_named_more_and_less_closely_is_one_side)
{
	static const char *const others[] = {"russian-warplanes,Russian warplanes", "warplane,a warplane",
					     "the-warplanes,the warplanes"};

	for (size_t i = 0; i < sizeof others / sizeof *others; i++) {
		struct arena arena = {0};
		const char *events =
			str_printf(&arena,
				   "e1,h1,d1,attack,,2020-03-06,warplanes,warplanes" CONVOY "army,Army,military,," FIRED
				   "e2,h1,d1,attack,,2020-03-06,%s" CONVOY "medics,Medics,medical,," FIRED,
				   others[i])
				.at;

		expect_told(events, "");
		arena_free(&arena);
	}
	expect_told("e1,h1,d1,attack,,2020-03-06,warplanes,warplanes" CONVOY "army,Army,military,," FIRED
		    "e2,h1,d1,attack,,2020-03-06,russian-warplanes,Russian warplanes" CONVOY
		    "medics,Medics,medical,," FIRED
		    "e3,h1,d1,attack,,2020-03-06,syrian-warplanes,Syrian warplanes" CONVOY "mayor,Mayor,person,," FIRED,
		    "blame,attack on convoy, Town,2020-03-06,2020-03-06,Army: warplanes|Mayor: Syrian "
		    "warplanes|Medics: Russian warplanes,army|mayor|medics\n");
}

#define SHELLED(n, agent, source) "e" #n ",h1,d1,attack,,2020-03-06," agent CONVOY source ",Source,medical,," FIRED

Test(contradictions, a_body_and_what_it_is_part_of_are_one_side)
{
	expect_told(SHELLED(1, "army,the army", "a") SHELLED(2, "syrian-government,Syrian government", "b")
			    SHELLED(3, "syrian-soldiers,Syrian soldiers", "c")
				    SHELLED(4, "syrian-military,Syrian military", "d")
					    SHELLED(5, "government-forces,government forces", "e")
						    SHELLED(6, "syrian-troops,Syrian troops", "f"),
		    "");
	expect_told(SHELLED(1, "army,the army", "a") SHELLED(2, "syrian-army,Syrian Army", "b"), "");
	expect_told(SHELLED(1, "fighters,fighters", "a") SHELLED(2, "fsa-fighters,Free Syrian Army fighters", "b"), "");
	expect_told(SHELLED(1, "us-navy,US Navy", "a") SHELLED(2, "us-government,US government", "b"), "");
}

static const struct {
	const char *one, *other;
} opposite[] = {
	{"army,the army", "rebels,rebels"},
	{"syrian-military,Syrian military", "free-syrian-army,Free Syrian Army"},
	{"russian-military,Russian military", "syrian-government,Syrian government"},
	{"syrian-government,Syrian government", "rebel-commander,rebel commander"},
	{"syrian-police,Syrian police", "syrian-military,Syrian military"},
	{"army,the army", "free-syrian-army,Free Syrian Army"},
	{"army,the army", "free-northern-army,Free Northern Army"},
	{"soldiers,soldiers", "mahdi-army,Mahdi Army"},
};

Test(contradictions, arms_of_one_government_and_other_armies_are_two_sides)
{
	for (size_t i = 0; i < sizeof opposite / sizeof *opposite; i++) {
		struct arena arena = {0};
		struct str one = str_of(opposite[i].one), other = str_of(opposite[i].other);
		const char *events = str_printf(&arena,
						"e1,h1,d1,attack,,2020-03-06,%.*s" CONVOY "a,A,medical,," FIRED
						"e2,h1,d1,attack,,2020-03-06,%.*s" CONVOY "b,B,medical,," FIRED,
						STR_ARG(one), STR_ARG(other))
					     .at;

		str_cut(&one, ',');
		str_cut(&other, ',');
		expect_told(events,
			    str_printf(&arena,
				       "blame,attack on convoy, Town,2020-03-06,2020-03-06,A: %.*s|B: %.*s,a|b\n",
				       STR_ARG(one), STR_ARG(other))
				    .at);
		arena_free(&arena);
	}
}

#define STATUS(n, status, day, source, org) "e" #n ",,d1,evacuation," status "," day ",,,," source "," org END

Test(contradictions, a_ministry_and_its_government_are_one_source)
{
	expect_told(STATUS(1, "complete", "2020-03-06", "syrian-government,Syrian government,government", ",")
			    STATUS(2, "suspended", "2020-03-06", "syrian-military,Syrian military,military",
				   "syrian-ministry-of-defence,Syrian Ministry of Defence")
				    STATUS(3, "not_complete", "2020-03-06", "minister,A Minister,person",
					   "syrian-ministry-of-defence,Syrian Ministry of Defence"),
		    "");
	expect_told(STATUS(1, "complete", "2020-03-06", "syrian-government,Syrian government,government", ",")
			    STATUS(2, "suspended", "2020-03-06", "russian-military,Russian military,military",
				   "russian-ministry-of-defence,Russian Ministry of Defence"),
		    "statuses,evacuation, Town,2020-03-06,2020-03-06,Russian military (Russian Ministry of Defence): "
		    "suspended|Syrian government: complete,russian-military|syrian-government\n");
	expect_told(STATUS(1, "complete", "2020-03-06", "police,police,government", ",")
			    STATUS(2, "suspended", "2020-03-06", "government,The government,government", ","),
		    "statuses,evacuation, Town,2020-03-06,2020-03-06,The government: suspended|police: "
		    "complete,government|police\n");
}

Test(contradictions, blame_for_different_deeds_is_none)
{
	expect_told("e1,h1,d1,attack,,2020-03-06,rebels,rebels" CONVOY "army,Army,military,," FIRED
		    "e2,h2,d1,attack,,2020-03-06,soldiers,troops" CONVOY "medics,Medics,medical,," FIRED,
		    "");
	expect_told("e1,h1,d1,attack,,2020-03-06,rebels,rebels" CONVOY "army,Army,military,," FIRED
		    "e2,h1,d1,attack,,2020-03-06,rebels,gunmen" CONVOY "medics,Medics,medical,," FIRED,
		    "");
	expect_told("e1,h1,d1,attack,,2020-03-06,gunman,gunman" CONVOY "police,Police,police,," FIRED
		    "e2,h1,d1,attack,,2020-03-06,suspect,the suspect" CONVOY "medics,Medics,medical,," FIRED
		    "e3,h1,d1,attack,,2020-03-06,shot,long-distance shot" CONVOY "mayor,Mayor,person,," FIRED,
		    "");
	expect_told("e1,h1,d1,meeting,,2020-03-06,rebels,rebels" CONVOY
		    "army,Army,military,,,town,Town,asserted,actual,04,\n"
		    "e2,h1,d1,meeting,,2020-03-06,soldiers,troops" CONVOY
		    "medics,Medics,medical,,,town,Town,asserted,actual,04,\n",
		    "");
}
