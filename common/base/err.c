#include "base/err.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char *program = "recount";
static void (*cleaner)(void);

bool err_set(struct err *err, const char *field, const char *format, ...)
{
	va_list args;

	if (!err)
		return false;
	snprintf(err->field, sizeof err->field, "%s", field);
	va_start(args, format);
	vsnprintf(err->message, sizeof err->message, format, args);
	va_end(args);
	return false;
}

void err_program(const char *name)
{
	program = name;
}

const char *err_program_name(void)
{
	return program;
}

/* One write per message, so that the lines of parallel stages do not mix. */
static void say(const char *format, va_list args)
{
	char line[4096];
	int n = snprintf(line, sizeof line, "%s: ", program);

	n += vsnprintf(line + n, sizeof line - (size_t)n - 1, format, args);
	if (n > (int)sizeof line - 2)
		n = (int)sizeof line - 2;
	line[n] = '\n';
	fflush(stdout);
	fwrite(line, 1, (size_t)n + 1, stderr);
	fflush(stderr);
}

void warn(const char *format, ...)
{
	va_list args;

	va_start(args, format);
	say(format, args);
	va_end(args);
}

void die(int code, const char *format, ...)
{
	va_list args;

	va_start(args, format);
	say(format, args);
	va_end(args);
	if (cleaner)
		cleaner();
	exit(code);
}

void die_cleans(void (*clean)(void))
{
	cleaner = clean;
}
