#!/bin/sh
# Are the libraries there? Installs what is missing with apt-get when it may (root, or
# sudo that asks for no password), else prints the one line to type. Quiet when all is well.
# usage: deps.sh [test]     test: also what only the tests need
set -eu
CC=${CC:-gcc}
missing=

need() { # PACKAGE HEADER
	command -v "$CC" >/dev/null 2>&1 && printf '#include <stdio.h>\n#include <stdint.h>\n#include <%s>\n' "$2" |
		"$CC" -E -I/usr/include/libxml2 -x c - >/dev/null 2>&1 || missing="$missing $1"
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
if [ "${1:-}" = test ]; then
	need libcriterion-dev criterion/criterion.h
fi
[ -n "$missing" ] || exit 0

if ! command -v apt-get >/dev/null 2>&1; then
	echo "missing:$missing (names of Debian packages); install them and run make again" >&2
	exit 2
fi
if [ "$(id -u)" = 0 ]; then
	as=
elif command -v sudo >/dev/null 2>&1 && sudo -n true 2>/dev/null; then
	as=sudo
else
	echo "missing libraries; type this, then run make again:" >&2
	echo "  sudo apt-get install -y$missing" >&2
	exit 2
fi
echo "installing$missing" >&2
export DEBIAN_FRONTEND=noninteractive
# shellcheck disable=SC2086
$as apt-get install -y -qq --no-install-recommends $missing >/dev/null 2>&1 ||
	{ $as apt-get update -qq >/dev/null && $as apt-get install -y -qq --no-install-recommends $missing >/dev/null; }
