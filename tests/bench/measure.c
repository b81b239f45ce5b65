/* measure REPEATS COMMAND [ARG…] - runs the command REPEATS times and prints the least
 * wall time [s], the greatest resident memory [MB] of it or any of its children, and the
 * time of the processor [s] of all repeats together: "measured 0.213 14 0.209". Its output goes where it goes. Exits
 * with the command's code. */
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/time.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static double now(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

static double seconds(struct timeval t)
{
	return (double)t.tv_sec + (double)t.tv_usec / 1e6;
}

static int run_once(char **command)
{
	int status;
	pid_t child = fork();

	if (child == 0) {
		execvp(command[0], command);
		perror(command[0]);
		_exit(127);
	}
	if (child < 0 || waitpid(child, &status, 0) < 0) {
		perror("measure");
		exit(5);
	}
	return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

int main(int argc, char **argv)
{
	int repeats = argc > 2 ? atoi(argv[1]) : 0, code = 0;
	double least = 1e9;
	struct rusage used;

	if (repeats < 1) {
		fprintf(stderr, "usage: measure REPEATS COMMAND [ARG...]\n");
		return 2;
	}
	for (int i = 0; i < repeats; i++) {
		double began = now();

		code = run_once(argv + 2);
		double took = now() - began;

		if (took < least)
			least = took;
	}
	getrusage(RUSAGE_CHILDREN, &used);
	fprintf(stderr, "measured %.3f %ld %.3f\n", least, used.ru_maxrss / 1024,
		seconds(used.ru_utime) + seconds(used.ru_stime));
	return code;
}
