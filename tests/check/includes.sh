#!/bin/sh
# Includes point downwards only: base <- values <- files <- records <- stages; a stage
# never includes another stage; no header includes itself by way of others.
set -eu
cd "$(dirname "$0")/../.."
bad=$(git ls-files 'common/*.[ch]' 'stages/*.[ch]' | xargs grep -nH '^#include "' | awk -F: '
	BEGIN { rank["base"] = 1; rank["values"] = 2; rank["files"] = 3; rank["records"] = 4; rank["lexicon"] = 5 }
	{
		split($1, at, "/")
		name = $3; sub(/^#include "/, "", name); sub(/".*/, "", name)
		parts = split(name, to, "/")
		from = at[1] == "stages" ? 6 : rank[at[2]]
		if (parts == 1)
			next # its own folder
		if (!(to[1] in rank))
			print $1 ":" $2 ": " name " is no layer of common/"
		else if (rank[to[1]] > from)
			print $1 ":" $2 ": " name " lies above " at[2]
	}')
# A header of the own folder must be there: else it is another stage'"'"'s.
for f in $(git ls-files 'common/*.[ch]' 'stages/*.[ch]'); do
	for h in $(sed -n 's/^#include "\([^"/]*\)".*/\1/p' "$f"); do
		case $h in token_words.h | page_files.h) continue ;; esac # made by the build
		[ -f "$(dirname "$f")/$h" ] || [ -f "$(dirname "$(dirname "$f")")/$h" ] ||
			bad="$bad
$f: $h is not in its folder"
	done
done
cycles=$(git ls-files 'common/*.h' 'stages/*.h' | while read -r f; do
	for h in $(sed -n 's/^#include "\([^"]*\)".*/\1/p' "$f"); do
		case $h in */*) echo "$f common/$h" ;; *) echo "$f $(dirname "$f")/$h" ;; esac
	done
done | tsort 2>&1 >/dev/null || true)
if [ -n "$bad$cycles" ]; then
	echo "$bad"
	echo "$cycles"
	exit 1
fi
