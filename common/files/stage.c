#include "files/stage.h"

#include <dirent.h>
#include <errno.h>
#include <limits.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "files/outfile.h"
#include "files/table_json.h"

static const struct stage_option common_options[] = {
	{"o", "PATH", "where the records go: a folder, a file or -"},
	{"c", "FILE", "the configuration (pipeline.conf)"},
	{"rejects", "FILE", "where bad records go, as JSON lines; FOLDER/: a file for each input"},
	{"data", "DIR", "the folder of the compiled words"},
	{"counts", "FILE", "write the counts there too, as JSON"},
	{"quiet", NULL, "no counts at the end"},
	{"help", NULL, "print this"},
	{"version", NULL, "print the version"},
};

enum {
	COMMON_N = sizeof common_options / sizeof *common_options,
	OPTION_O = 0,
	OPTION_C,
	OPTION_REJECTS,
	OPTION_DATA,
	OPTION_COUNTS,
	OPTION_QUIET,
	OPTION_HELP,
	OPTION_VERSION
};

static size_t count_options(const struct stage_option *options)
{
	size_t n = 0;

	while (options && options[n].name)
		n++;
	return n;
}

static void print_option(const struct stage_option *o)
{
	char left[40];

	snprintf(left, sizeof left, "%s%s %s", o->name[1] ? "--" : "-", o->name, o->what ? o->what : "");
	printf("  %-22s %s\n", left, o->about);
}

static _Noreturn void help(const struct stage_about *about)
{
	printf("usage: recount-%s [options] INPUT...\n%s\nINPUT is %s.\n\n", about->name, about->about,
	       about->inputs ? about->inputs : "a part file, a folder of parts, or - for standard input");
	for (size_t i = 0; i < COMMON_N; i++)
		print_option(&common_options[i]);
	for (size_t i = 0; i < count_options(about->options); i++)
		print_option(&about->options[i]);
	exit(EXIT_DONE);
}

/* Index of the option called `name`: the common ones first, then the stage's own; -1: unknown. */
static int option_index(const struct stage_about *about, struct str name)
{
	for (size_t i = 0; i < COMMON_N; i++)
		if (str_eq(name, str_of(common_options[i].name)))
			return (int)i;
	for (size_t i = 0; i < count_options(about->options); i++)
		if (str_eq(name, str_of(about->options[i].name)))
			return (int)(COMMON_N + i);
	return -1;
}

static const struct stage_option *option_at(const struct stage_about *about, int i)
{
	return i < COMMON_N ? &common_options[i] : &about->options[i - COMMON_N];
}

static int by_name(const void *a, const void *b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

struct paths {
	const char **at;
	size_t n, room;
};

static bool is_folder(const char *path)
{
	struct stat st;

	return stat(path, &st) == 0 && S_ISDIR(st.st_mode);
}

/* The parts of a folder in the order of their names; unfinished files (.*) are no parts. */
static void add_folder(struct stage *st, struct paths *to, const char *folder, const char *kind)
{
	char path[PATH_MAX];
	struct paths found = {0};

	if (kind) {
		snprintf(path, sizeof path, "%s/%s", folder, kind);
		if (is_folder(path)) {
			add_folder(st, to, path, NULL);
			return;
		}
	}
	DIR *dir = opendir(folder);

	if (!dir)
		die(EXIT_INPUT, "cannot open the folder %s: %s", folder, strerror(errno));
	for (struct dirent *e; (e = readdir(dir));) {
		if (e->d_name[0] == '.')
			continue;
		struct str full = str_printf(&st->keep, "%s/%s", folder, e->d_name);

		if (!is_folder(full.at))
			LIST_ADD(&st->keep, &found, full.at);
	}
	closedir(dir);
	if (found.n)
		qsort(found.at, found.n, sizeof *found.at, by_name);
	for (size_t i = 0; i < found.n; i++)
		LIST_ADD(&st->keep, to, found.at[i]);
}

static void add_input(struct stage *st, struct paths *to, const char *input, const struct stage_about *about)
{
	if (strcmp(input, "-") != 0 && access(input, F_OK) != 0)
		die(EXIT_INPUT, "cannot open %s: %s", input, strerror(errno));
	if (!about->whole_folders && strcmp(input, "-") != 0 && is_folder(input))
		add_folder(st, to, input, about->input_kind);
	else
		LIST_ADD(&st->keep, to, input);
}

static void read_arguments(struct stage *st, int argc, char **argv, const struct stage_about *about)
{
	struct paths inputs = {0};
	bool only_inputs = false, any = false;

	for (int i = 1; i < argc; i++) {
		struct str arg = str_of(argv[i]);

		if (only_inputs || arg.n < 2 || arg.at[0] != '-') {
			add_input(st, &inputs, argv[i], about);
			any = true;
			continue;
		}
		if (str_eq(arg, STR("--"))) {
			only_inputs = true;
			continue;
		}
		struct str rest = str_slice(arg, arg.at[1] == '-' ? 2 : 1, arg.n), name = str_cut(&rest, '=');
		int option = option_index(about, name);

		if (option < 0 || (name.n == 1) != (arg.at[1] != '-'))
			die(EXIT_USAGE, "no option %s; recount-%s --help lists them", argv[i], about->name);
		st->values[option] = "";
		if (!option_at(about, option)->what)
			continue;
		if (!rest.at && ++i >= argc)
			die(EXIT_USAGE, "option %s wants %s", argv[i - 1], option_at(about, option)->what);
		st->values[option] = rest.at ? rest.at : argv[i];
	}
	if (st->values[OPTION_HELP])
		help(about);
	if (st->values[OPTION_VERSION]) {
		printf("recount-%s %s\n", about->name, RECOUNT_VERSION);
		exit(EXIT_DONE);
	}
	if (!any)
		die(EXIT_USAGE, "give an input (a file, a folder or -); recount-%s --help tells more", about->name);
	st->inputs = inputs.at;
	st->n_inputs = inputs.n;
}

/* Is -o a file rather than a folder? Told by its ending, since it need not exist yet. */
static bool names_file(const char *path)
{
	static const char *const endings[] = {".csv", ".jsonl", ".json", ".gz"};

	for (size_t i = 0; i < sizeof endings / sizeof *endings; i++)
		if (str_ends(str_of(path), str_of(endings[i])))
			return true;
	return false;
}

/* RECOUNT_DATA, else PREFIX/share/recount of PREFIX/bin/recount-STAGE. */
static const char *data_folder(struct stage *st)
{
	char self[PATH_MAX];
	const char *given = st->values[OPTION_DATA] ? st->values[OPTION_DATA] : getenv("RECOUNT_DATA");

	if (given)
		return given;
	ssize_t n = readlink("/proc/self/exe", self, sizeof self - 1);

	if (n < 0)
		die(EXIT_USAGE, "cannot find the data folder: give --data DIR");
	for (int up = 0; up < 2 && n > 0; up++)
		while (n > 0 && self[--n] != '/')
			;
	return str_printf(&st->keep, "%.*s/share/recount", (int)n, self).at;
}

/* A stage that the conductor started ends with it, however that ends: a new run must not
 * meet one of the old. RECOUNT_PARENT is the conductor's process id. */
static void end_with_parent(void)
{
	const char *parent = getenv("RECOUNT_PARENT");
	int64_t pid;

	if (!parent || !str_to_int(str_of(parent), 1, INT32_MAX, &pid))
		return;
	prctl(PR_SET_PDEATHSIG, SIGKILL);
	if (getppid() != (pid_t)pid)
		exit(EXIT_INTERNAL);
}

void stage_open(struct stage *st, int argc, char **argv, const struct stage_about *about)
{
	struct err err;

	end_with_parent();
	arena_keep_freed();
	*st = (struct stage){.name = about->name, .options = about->options, .counts_known = about->counts_known};
	err_program(str_printf(&st->keep, "recount-%s", about->name).at);
	st->values = ARENA_ARRAY(&st->keep, const char *, COMMON_N + count_options(about->options));
	read_arguments(st, argc, argv, about);
	if (!conf_read(st->values[OPTION_C], &st->keep, &st->conf, &err))
		die(EXIT_USAGE, "%s", err.message);
	st->output = st->values[OPTION_O] ? st->values[OPTION_O] : "-";
	st->to_stdout = strcmp(st->output, "-") == 0;
	st->to_folder = !st->to_stdout && !names_file(st->output);
	st->rejects_path = st->values[OPTION_REJECTS];
	if (!st->rejects_path && st->to_folder)
		st->rejects_path = str_printf(&st->keep, "%s/rejects/%s.jsonl", st->output, st->name).at;
	st->quiet = st->values[OPTION_QUIET] != NULL;
	st->data = data_folder(st);
}

const char *stage_value(const struct stage *st, const char *option)
{
	for (size_t i = 0; st->options && st->options[i].name; i++)
		if (strcmp(st->options[i].name, option) == 0)
			return st->values[COMMON_N + i];
	return NULL;
}

const char *stage_data(struct stage *st, const char *file)
{
	return str_printf(&st->keep, "%s/%s", st->data, file).at;
}

const void *stage_opened(const void *file, const struct err *err)
{
	if (!file)
		die(EXIT_USAGE, "%s: %s; build or install it, or give its folder with --data", err->field,
		    err->message);
	return file;
}

const char *stage_part(struct stage *st, const char *input)
{
	const char *slash = strrchr(input, '/'), *base = slash ? slash + 1 : input;

	if (strcmp(input, "-") == 0)
		return "part-00000";
	size_t n = strcspn(base, ".");

	return str_dup(&st->keep, (struct str){base, n}).at;
}

struct outfile *stage_output(struct stage *st, const char *kind, const char *part, const struct table *table)
{
	const char *path =
		!st->to_folder ? st->output : str_printf(&st->keep, "%s/%s/%s.csv", st->output, kind, part).at;
	struct outfile *out = outfile_open(path);

	table_write_header(out, table);
	return out;
}

/* The file of rejects that are met in `file`. */
static struct outfile *rejects_of(struct stage *st, const char *file)
{
	const char *path = st->rejects_path;
	bool each = path && *path && path[strlen(path) - 1] == '/';

	if (!path || (st->rejects && (!each || strcmp(st->rejects_in, file) == 0)))
		return st->rejects;
	if (st->rejects)
		outfile_close(st->rejects);
	if (each) {
		st->rejects_in = str_dup(&st->keep, str_of(file)).at;
		path = str_printf(&st->keep, "%s%s.jsonl", path, stage_part(st, file)).at;
	}
	return st->rejects = outfile_open(path);
}

void stage_reject(struct stage *st, const char *file, uint64_t position, const struct err *err)
{
	st->rejected++;
	if (!rejects_of(st, file)) {
		warn("%s:%llu: %s", file, (unsigned long long)position, err->message);
		return;
	}
	json_t *reject = json_pack("{s:s, s:s, s:I, s:s, s:s}", "stage", st->name, "file", file, "position",
				   (json_int_t)position, "field", err->field, "reason", err->message);
	char *text = reject ? json_dumps(reject, JSON_COMPACT) : NULL;

	/* A path that is not UTF-8 cannot be JSON: tell the rest. */
	outfile_text(st->rejects, text ? text : "{\"reason\":\"a record of a file whose name is not UTF-8\"}");
	outfile_text(st->rejects, "\n");
	free(text);
	json_decref(reject);
}

void stage_progress(struct stage *st, const char *what)
{
	enum { EVERY = 500 };

	if (!st->quiet && st->read % EVERY == 0 && isatty(STDERR_FILENO))
		fprintf(stderr, "\r%s: %llu %s ", st->name, (unsigned long long)st->read, what);
}

static void print_counts(const struct stage *st)
{
	bool see = st->rejected && st->rejects_path;
	char known[48] = "";

	if (st->counts_known)
		snprintf(known, sizeof known, "%llu known, ", (unsigned long long)st->known);
	fprintf(stderr, "%s%s: %llu read, %llu written, %s%llu rejected%s%s\n", isatty(STDERR_FILENO) ? "\r" : "",
		err_program_name(), (unsigned long long)st->read, (unsigned long long)st->written, known,
		(unsigned long long)st->rejected, see ? ", see " : "", see ? st->rejects_path : "");
}

/* For the conductor: {"read":12,"written":12,"known":0,"rejected":0} */
static void write_counts(const struct stage *st, const char *path)
{
	char text[160];
	struct outfile *out = outfile_open(path);

	snprintf(text, sizeof text, "{\"read\":%llu,\"written\":%llu,\"known\":%llu,\"rejected\":%llu",
		 (unsigned long long)st->read, (unsigned long long)st->written, (unsigned long long)st->known,
		 (unsigned long long)st->rejected);
	outfile_text(out, text);
	outfile_text(out, st->more_counts ? st->more_counts : "");
	outfile_text(out, "}\n");
	outfile_close(out);
}

int stage_close(struct stage *st)
{
	int code = st->rejected ? EXIT_REJECTS : EXIT_DONE;

	if (st->rejects)
		outfile_close(st->rejects);
	if (st->values[OPTION_COUNTS])
		write_counts(st, st->values[OPTION_COUNTS]);
	outfile_settle();
	if (!st->quiet)
		print_counts(st);
	err_program("recount");
	arena_free(&st->scratch);
	arena_free(&st->keep);
	return code;
}
