/* err - what went wrong, told where somebody can do something about it. A bad
 * record fills a struct err and goes to the rejects; a failing world dies. */
#ifndef RECOUNT_ERR_H
#define RECOUNT_ERR_H

#include <stdbool.h>
#include <stddef.h>

/* Exit codes of every program. */
enum {
	EXIT_DONE = 0,	   /* all went well */
	EXIT_REJECTS = 1,  /* done, but some records were rejected */
	EXIT_USAGE = 2,	   /* usage or configuration */
	EXIT_INPUT = 3,	   /* an input could not be read */
	EXIT_OUTPUT = 4,   /* an output could not be written */
	EXIT_INTERNAL = 5, /* memory, or a fault of ours */
};

/* Why a record is bad. `field` names the part that is wrong. */
struct err {
	char field[64];
	char message[256];
};

/* Fill err (may be NULL) and return false, so that a parser can `return err_set(...)`. */
bool err_set(struct err *err, const char *field, const char *format, ...) __attribute__((format(printf, 3, 4)));

/* The program's name in messages ("recount-extract"); set once at start. */
void err_program(const char *name);
const char *err_program_name(void);

/* Print "PROGRAM: message" to standard error. */
void warn(const char *format, ...) __attribute__((format(printf, 1, 2)));

/* As warn, then end the program with `code`. Output files that were not closed
 * never take their name. The message says which file and what to do. */
_Noreturn void die(int code, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* Call `clean` when die() ends the program (temporary files): one at a time may be set. */
void die_cleans(void (*clean)(void));

#endif
