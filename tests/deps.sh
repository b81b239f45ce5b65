#!/bin/sh
# Are the libraries there? Installs what is missing with apt-get when it may (root, or
# sudo that asks for no password), else prints the one line to type. Quiet when all is well.
# usage: deps.sh [test|check]     test: also what only the tests need, and what they read a release with where it
#                                 can be had (without it those tests say that they are skipped)
#                                 check: also what `make check` runs
set -eu
CC=${CC:-gcc}
missing=
wished=

need() { # PACKAGE HEADER
	command -v "$CC" >/dev/null 2>&1 && printf '#include <stdio.h>\n#include <stdint.h>\n#include <%s>\n' "$2" |
		"$CC" -E -I/usr/include/libxml2 -x c - >/dev/null 2>&1 || missing="$missing $1"
}

tool() { # PACKAGE PROGRAM
	command -v "$2" >/dev/null 2>&1 || missing="$missing $1"
}

wish() { # PACKAGE COMMAND…
	package=$1
	shift
	"$@" >/dev/null 2>&1 || wished="$wished $package"
}

command -v "$CC" >/dev/null 2>&1 || missing="$missing $CC libc6-dev"
need libcsv-dev csv.h
need libjansson-dev jansson.h
need zlib1g-dev zlib.h
need libxxhash-dev xxhash.h
need libutf8proc-dev utf8proc.h
need libconfuse-dev confuse.h
need libssl-dev openssl/evp.h
need libxml2-dev libxml/tree.h
need libuchardet-dev uchardet/uchardet.h
need libarchive-dev archive.h
need libdeflate-dev libdeflate.h
need libexttextcat-dev libexttextcat/textcat.h
[ -e /usr/share/libexttextcat/fpdb.conf ] || missing="$missing libexttextcat-data"
need libxlsxwriter-dev xlsxwriter.h
if [ "${1:-}" = test ] || [ "${1:-}" = check ]; then
	need libcriterion-dev criterion/criterion.h
	tool python3 python3
	wish python3-jsonschema python3 -c 'import jsonschema'
	wish sqlite3 sqlite3 --version
	wish miller mlr --version
fi
if [ "${1:-}" = check ]; then
	tool clang clang
	tool clang-format clang-format
	tool cppcheck cppcheck
fi
[ -n "$missing$wished" ] || exit 0

as=
if ! command -v apt-get >/dev/null 2>&1; then
	why="missing:$missing (names of Debian packages); install them and run make again"
elif [ "$(id -u)" = 0 ]; then
	why=
elif command -v sudo >/dev/null 2>&1 && sudo -n true 2>/dev/null; then
	why= as=sudo
else
	why="missing libraries; type this, then run make again:
  sudo apt-get install -y$missing$wished"
fi
if [ -n "$why" ]; then
	[ -n "$missing" ] || exit 0
	echo "$why" >&2
	exit 2
fi

install() {
	echo "installing $*" >&2
	$as apt-get install -y -qq --no-install-recommends "$@" >/dev/null 2>&1 ||
		{ $as apt-get update -qq >/dev/null && $as apt-get install -y -qq --no-install-recommends "$@" >/dev/null; }
}
export DEBIAN_FRONTEND=noninteractive
# shellcheck disable=SC2086
{
	[ -z "$missing" ] || install $missing
	[ -z "$wished" ] || install $wished || echo "not installed:$wished" >&2
}
