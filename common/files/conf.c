#include "files/conf.h"

#include <confuse.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

static const char *const policies[] = {"median", "latest", "preferred", "weighted"};

/* libconfuse reports through a callback without user data; the last message waits here for conf_read. */
static struct err *report;
static const char *report_path; /* a section does not know its file */

static void on_error(cfg_t *cfg, const char *format, va_list args)
{
	char message[200];

	vsnprintf(message, sizeof message, format, args);
	err_set(report, "conf", "%s:%d: %s", report_path, cfg ? cfg->line : 0, message);
}

static int in_range(cfg_t *cfg, cfg_opt_t *opt, long min, long max)
{
	long v = cfg_opt_getnint(opt, 0);

	if (v >= min && v <= max)
		return 0;
	cfg_error(cfg, "%s = %ld: want %ld to %ld", opt->name, v, min, max);
	return -1;
}

static int check_count(cfg_t *cfg, cfg_opt_t *opt)
{
	return in_range(cfg, opt, 0, 1000000000);
}

static int check_positive(cfg_t *cfg, cfg_opt_t *opt)
{
	return in_range(cfg, opt, 1, 1000000000);
}

static int check_buckets(cfg_t *cfg, cfg_opt_t *opt)
{
	return in_range(cfg, opt, 1, 1024);
}

static int check_sheet(cfg_t *cfg, cfg_opt_t *opt)
{
	return in_range(cfg, opt, 0, 1048575);
}

static int check_percent(cfg_t *cfg, cfg_opt_t *opt)
{
	return in_range(cfg, opt, 0, 100);
}

static int check_policy(cfg_t *cfg, cfg_opt_t *opt)
{
	const char *v = cfg_opt_getnstr(opt, 0);

	for (size_t i = 0; i < sizeof policies / sizeof *policies; i++)
		if (strcmp(v, policies[i]) == 0)
			return 0;
	cfg_error(cfg, "%s = \"%s\": want median, latest, preferred or weighted", opt->name, v);
	return -1;
}

static const struct {
	const char *key;
	cfg_validate_callback_t check;
} checks[] = {
	{"jobs", check_count},
	{"part_documents", check_positive},
	{"buckets", check_buckets},
	{"max_record", check_positive},
	{"max_rejects", check_count},
	{"max_page", check_positive},
	{"max_expansion", check_positive},
	{"max_columns", check_positive},
	{"as_of_gap_days", check_count},
	{"tolerance_percent", check_percent},
	{"stock_window_days", check_positive},
	{"total_window_days", check_positive},
	{"episode_silence_days", check_positive},
	{"policy", check_policy},
	{"workbook_whole", check_sheet},
	{"workbook_rows", check_sheet},
	{"workbook_charts", check_sheet},
	{"keep_releases", check_count},
	{"page|plots", check_count},
	{"page|singles", check_count},
	{"page|statements", check_positive},
	{"page|rows", check_count},
	{"page|events", check_count},
};

static const char *text_of(cfg_t *cfg, const char *key, struct arena *arena)
{
	const char *v = cfg_getstr(cfg, key);

	return str_dup(arena, str_of(v ? v : "")).at;
}

static struct conf_list list_of(cfg_t *cfg, const char *key, struct arena *arena)
{
	struct conf_list list = {.n = cfg_size(cfg, key)};

	list.at = ARENA_ARRAY(arena, const char *, list.n);
	for (size_t i = 0; i < list.n; i++)
		list.at[i] = str_dup(arena, str_of(cfg_getnstr(cfg, key, (unsigned)i))).at;
	return list;
}

static enum conf_policy policy_of(const char *name)
{
	for (size_t i = 0; i < sizeof policies / sizeof *policies; i++)
		if (strcmp(name, policies[i]) == 0)
			return (enum conf_policy)i;
	return POLICY_MEDIAN;
}

static void take(cfg_t *cfg, struct arena *arena, struct conf *out)
{
	cfg_t *csv = cfg_getsec(cfg, "csv"), *page = cfg_getsec(cfg, "page");

	*out = (struct conf){
		.inbox = text_of(cfg, "inbox", arena),
		.store = text_of(cfg, "store", arena),
		.out = text_of(cfg, "out", arena),
		.overrides = text_of(cfg, "overrides", arena),
		.lexicon = list_of(cfg, "lexicon", arena),
		.jobs = cfg_getint(cfg, "jobs"),
		.part_documents = cfg_getint(cfg, "part_documents"),
		.buckets = cfg_getint(cfg, "buckets"),
		.max_record = (size_t)cfg_getint(cfg, "max_record"),
		.max_rejects = cfg_getint(cfg, "max_rejects"),
		.max_page = (size_t)cfg_getint(cfg, "max_page"),
		.max_expansion = cfg_getint(cfg, "max_expansion"),
		.max_columns = cfg_getint(cfg, "max_columns"),
		.columns = list_of(cfg, "columns", arena),
		.as_of_gap_days = cfg_getint(cfg, "as_of_gap_days"),
		.tolerance_percent = cfg_getint(cfg, "tolerance_percent"),
		.stock_window_days = cfg_getint(cfg, "stock_window_days"),
		.total_window_days = cfg_getint(cfg, "total_window_days"),
		.episode_silence_days = cfg_getint(cfg, "episode_silence_days"),
		.policy = policy_of(cfg_getstr(cfg, "policy")),
		.preferred_sources = list_of(cfg, "preferred_sources", arena),
		.source_weights = list_of(cfg, "source_weights", arena),
		.csv_bom = cfg_getbool(csv, "bom"),
		.csv_hxl = cfg_getbool(csv, "hxl"),
		.csv_semicolon = cfg_getbool(csv, "semicolon"),
		.plain_quantities = cfg_getbool(cfg, "plain_quantities"),
		.workbook = cfg_getbool(cfg, "workbook"),
		.workbook_whole = cfg_getint(cfg, "workbook_whole"),
		.workbook_rows = cfg_getint(cfg, "workbook_rows"),
		.workbook_charts = cfg_getint(cfg, "workbook_charts"),
		.keep_releases = cfg_getint(cfg, "keep_releases"),
		.page_plots = cfg_getint(page, "plots"),
		.page_singles = cfg_getint(page, "singles"),
		.page_statements = cfg_getint(page, "statements"),
		.page_rows = cfg_getint(page, "rows"),
		.page_events = cfg_getint(page, "events"),
	};
}

/* A folder would make libconfuse's scanner end the program. */
static bool is_readable(const char *path)
{
	struct stat st;

	return access(path, R_OK) == 0 && stat(path, &st) == 0 && !S_ISDIR(st.st_mode);
}

bool conf_read(const char *path, struct arena *arena, struct conf *out, struct err *err)
{
	cfg_opt_t csv[] = {CFG_BOOL("bom", cfg_false, CFGF_NONE), CFG_BOOL("hxl", cfg_false, CFGF_NONE),
			   CFG_BOOL("semicolon", cfg_false, CFGF_NONE), CFG_END()};
	cfg_opt_t page[] = {CFG_INT("plots", 200, CFGF_NONE),	  CFG_INT("singles", 60, CFGF_NONE),
			    CFG_INT("statements", 40, CFGF_NONE), CFG_INT("rows", 2000, CFGF_NONE),
			    CFG_INT("events", 1000, CFGF_NONE),	  CFG_END()};
	cfg_opt_t options[] = {
		CFG_STR("inbox", "inbox", CFGF_NONE),
		CFG_STR("store", "store", CFGF_NONE),
		CFG_STR("out", "out", CFGF_NONE),
		CFG_STR("overrides", "", CFGF_NONE),
		CFG_STR_LIST("lexicon", "{}", CFGF_NONE),
		CFG_INT("jobs", 0, CFGF_NONE),
		CFG_INT("part_documents", 1000, CFGF_NONE),
		CFG_INT("buckets", 64, CFGF_NONE),
		CFG_INT("max_record", 16 * 1024 * 1024, CFGF_NONE),
		CFG_INT("max_rejects", 1000, CFGF_NONE),
		CFG_INT("max_page", 8 * 1024 * 1024, CFGF_NONE),
		CFG_INT("max_expansion", 200, CFGF_NONE),
		CFG_INT("max_columns", 4096, CFGF_NONE),
		CFG_STR_LIST("columns", "{}", CFGF_NONE),
		CFG_INT("as_of_gap_days", 30, CFGF_NONE),
		CFG_INT("tolerance_percent", 10, CFGF_NONE),
		CFG_INT("stock_window_days", 1, CFGF_NONE),
		CFG_INT("total_window_days", 1, CFGF_NONE),
		CFG_INT("episode_silence_days", 14, CFGF_NONE),
		CFG_STR("policy", "median", CFGF_NONE),
		CFG_STR_LIST("preferred_sources", "{}", CFGF_NONE),
		CFG_STR_LIST("source_weights", "{}", CFGF_NONE),
		CFG_SEC("csv", csv, CFGF_NONE),
		CFG_SEC("page", page, CFGF_NONE),
		CFG_BOOL("plain_quantities", cfg_true, CFGF_NONE),
		CFG_BOOL("workbook", cfg_true, CFGF_NONE),
		CFG_INT("workbook_whole", 3000, CFGF_NONE),
		CFG_INT("workbook_rows", 1000, CFGF_NONE),
		CFG_INT("workbook_charts", 100, CFGF_NONE),
		CFG_INT("keep_releases", 0, CFGF_NONE),
		CFG_END(),
	};
	cfg_t *cfg = cfg_init(options, CFGF_NONE);

	if (!cfg)
		die(EXIT_INTERNAL, "out of memory reading %s", path ? path : "the defaults");
	report = err;
	report_path = path;
	cfg_set_error_function(cfg, on_error);
	for (size_t i = 0; i < sizeof checks / sizeof *checks; i++)
		cfg_set_validate_func(cfg, checks[i].key, checks[i].check);
	bool given = path && *path;
	int result = given && !is_readable(path) ? CFG_FILE_ERROR
		     : given			 ? cfg_parse(cfg, path)
						 : cfg_parse_buf(cfg, "");

	if (result == CFG_FILE_ERROR)
		err_set(err, "conf", "cannot read %s; give the configuration with -c FILE", path);
	if (result == CFG_SUCCESS)
		take(cfg, arena, out);
	cfg_free(cfg);
	report = NULL;
	return result == CFG_SUCCESS;
}

static void add_list(struct buf *b, const char *key, struct conf_list list)
{
	buf_printf(b, "%s=", key);
	for (size_t i = 0; i < list.n; i++)
		buf_printf(b, "%s|", list.at[i]);
	buf_add_char(b, '\n');
}

struct str conf_fingerprint(const struct conf *conf, struct arena *arena)
{
	struct buf b = {.arena = arena};

	buf_printf(&b, "max_record=%zu\nmax_page=%zu\nmax_expansion=%ld\nmax_columns=%ld\n", conf->max_record,
		   conf->max_page, conf->max_expansion, conf->max_columns);
	add_list(&b, "columns", conf->columns);
	buf_printf(
		&b, "tolerance_percent=%ld\nstock_window_days=%ld\ntotal_window_days=%ld\nepisode_silence_days=%ld\n",
		conf->tolerance_percent, conf->stock_window_days, conf->total_window_days, conf->episode_silence_days);
	buf_printf(&b, "policy=%s\n", policies[conf->policy]);
	add_list(&b, "preferred_sources", conf->preferred_sources);
	add_list(&b, "source_weights", conf->source_weights);
	buf_printf(&b, "csv=%d%d%d\nplain_quantities=%d\n", conf->csv_bom, conf->csv_hxl, conf->csv_semicolon,
		   conf->plain_quantities);
	buf_printf(&b, "workbook=%d\nworkbook_whole=%ld\nworkbook_rows=%ld\nworkbook_charts=%ld\n", conf->workbook,
		   conf->workbook_whole, conf->workbook_rows, conf->workbook_charts);
	buf_printf(&b, "page=%ld,%ld,%ld,%ld,%ld\n", conf->page_plots, conf->page_singles, conf->page_statements,
		   conf->page_rows, conf->page_events);
	return buf_str(&b);
}
