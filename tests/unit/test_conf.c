#include "folder_of_test.h"

#include "files/conf.h"

TestSuite(conf, .init = folder_begin, .fini = folder_end);

Test(conf, without_a_file_the_defaults_hold)
{
	struct conf conf;
	struct err err;

	cr_assert(conf_read(NULL, &arena, &conf, &err));
	cr_expect_str_eq(conf.inbox, "inbox");
	cr_expect_str_eq(conf.overrides, "");
	cr_expect_eq(conf.lexicon.n, 0);
	cr_expect_eq(conf.buckets, 64);
	cr_expect_eq(conf.max_record, (size_t)16 << 20);
	cr_expect_eq(conf.policy, POLICY_MEDIAN);
	cr_expect_not(conf.csv_bom);
	cr_expect(conf.plain_quantities);
}

/* pipeline.conf shows the defaults: reading it changes nothing. */
Test(conf, the_file_of_the_project_shows_the_defaults)
{
	struct conf file, none;
	struct err err;

	cr_assert(conf_read("pipeline.conf", &arena, &file, &err), "%s", err.message);
	cr_assert(conf_read("", &arena, &none, &err));
	cr_expect(str_eq(conf_fingerprint(&file, &arena), conf_fingerprint(&none, &arena)));
	cr_expect_str_eq(file.inbox, none.inbox);
	cr_expect_str_eq(file.store, none.store);
	cr_expect_str_eq(file.out, none.out);
	cr_expect_eq(file.jobs, none.jobs);
	cr_expect_eq(file.part_documents, none.part_documents);
	cr_expect_eq(file.buckets, none.buckets);
	cr_expect_eq(file.max_rejects, none.max_rejects);
	cr_expect_eq(file.as_of_gap_days, none.as_of_gap_days);
	cr_expect_eq(file.keep_releases, none.keep_releases);
}

Test(conf, reads_every_kind_of_value)
{
	struct conf conf;
	struct err err;
	const char *path = given(
		"c", "inbox = \"/in\"\nlexicon = {\"a\", \"b c\"}\njobs = 3\npolicy = \"weighted\"\n"
		     "source_weights = {\"monitor=3\"}\ncsv {\n hxl = true\n}\nplain_quantities = false\n# words\n");

	cr_assert(conf_read(path, &arena, &conf, &err), "%s", err.message);
	cr_expect_str_eq(conf.inbox, "/in");
	cr_expect_eq(conf.lexicon.n, 2);
	cr_expect_str_eq(conf.lexicon.at[1], "b c");
	cr_expect_eq(conf.jobs, 3);
	cr_expect_eq(conf.policy, POLICY_WEIGHTED);
	cr_expect_str_eq(conf.source_weights.at[0], "monitor=3");
	cr_expect(conf.csv_hxl && !conf.csv_bom && !conf.plain_quantities);
}

Test(conf, a_wrong_line_is_told_with_its_number)
{
	static const struct {
		const char *text, *where;
	} bad[] = {
		{"jobs = -1\n", "c:1:"},
		{"\nbuckets = 0\n", "c:2:"},
		{"buckets = 1025\n", "c:1:"},
		{"tolerance_percent = 101\n", "c:1:"},
		{"policy = \"loudest\"\n", "c:1:"},
		{"jobs = many\n", "c:1:"},
		{"jobz = 1\n", "c:1:"},
		{"jobs = 1\nstore = \"open\n", "c:"},
		{"csv { bom = perhaps }\n", "c:1:"},
	};

	for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
		struct conf conf;
		struct err err = {0};

		cr_expect_not(conf_read(given("c", bad[i].text), &arena, &conf, &err), "accepted '%s'", bad[i].text);
		cr_expect(strstr(err.message, bad[i].where), "'%s' for '%s'", err.message, bad[i].text);
	}
}

Test(conf, a_file_that_cannot_be_read_is_told)
{
	struct conf conf;
	struct err err;

	cr_expect_not(conf_read(in_folder("missing"), &arena, &conf, &err));
	cr_expect(strstr(err.message, "missing"), "'%s'", err.message);
	cr_expect_not(conf_read(folder, &arena, &conf, &err));
}

Test(conf, the_fingerprint_follows_what_decides_the_records)
{
	static const struct {
		const char *text;
		bool differs;
	} cases[] = {
		{"jobs = 7\n", false},		 {"inbox = \"elsewhere\"\n", false},
		{"keep_releases = 3\n", false},	 {"tolerance_percent = 11\n", true},
		{"policy = \"latest\"\n", true}, {"preferred_sources = {\"a\"}\n", true},
		{"csv { bom = true }\n", true},	 {"page { plots = 3 }\n", true},
	};
	struct conf conf;
	struct err err;

	cr_assert(conf_read(NULL, &arena, &conf, &err));
	struct str plain = conf_fingerprint(&conf, &arena);

	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		cr_assert(conf_read(given("c", cases[i].text), &arena, &conf, &err), "%s", err.message);
		cr_expect_eq(!str_eq(plain, conf_fingerprint(&conf, &arena)), cases[i].differs, "%s", cases[i].text);
	}
}
