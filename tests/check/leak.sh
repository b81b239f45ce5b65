#!/bin/sh
# A planted leak must make the test run fail: leak.sh FOLDER
set -eu
folder=$1
mkdir -p "$folder"
cat >"$folder/test_leak.c" <<'C'
#include <criterion/criterion.h>
#include <stdlib.h>

Test(leak, planted)
{
	volatile char *lost = malloc(37);

	lost[0] = 1;
	lost = NULL;
	cr_expect(lost == NULL);
}
C
clang -g -fsanitize=address -o "$folder/test_leak" "$folder/test_leak.c" -lcriterion
if sh "$(dirname "$0")/../run.sh" "$folder/logs" "$folder/test_leak" >"$folder/out" 2>&1; then
	echo "check: a planted leak went unnoticed, see $folder/out"
	exit 1
fi
