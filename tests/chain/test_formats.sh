# Containers of articles: what another program wrote is read whole, every record is accounted
# for, and what is hostile costs itself.
. "$(dirname "$0")/lib.sh"

ingest=$bin/recount-ingest

# --- the same article in every format: the same figures --------------------------------------
for file in "$here"/fixtures/one-story-in-every-format/articles/*; do
	"$recount" read --json "$file" 2>/dev/null | python3 -c '
import json, sys
for line in sys.stdin:
    r = json.loads(line)
    if r["record"] == "claim" and r["block"] in ("body", "dateline", "quote"):
        print(r["measure"], r["subject"], r["qualifier"], r["low"], r["best"], r["high"], r["stated"], r["source"]["name"], r["surface"], r["sentence"], sep="|")
' >"claims-${file##*/}"
	# A text or a page of text says less of its date than a feed: days are compared with those that say one.
	cut -d "|" -f 1-6,8- "claims-${file##*/}" >"figures-${file##*/}"
done
for file in "$here"/fixtures/one-story-in-every-format/articles/*; do
	same "the same figures from ${file##*/}" figures-story.jsonl "figures-${file##*/}"
done
check "which are four" test "$(wc -l <figures-story.jsonl)" -eq 4

# --- a crawl of 10,000 records -----------------------------------------------------------------
python3 - >crawl.made <<'END'
import gzip, random
dice = random.Random(10000)
page = ("<html><head><title>Flood %d</title></head><body><nav><a href='/'>Home</a></nav><article><h1>Flood %d</h1>"
        "<p>At least %d people were killed when river number %d broke its banks, the police said.</p>"
        "<p>Another %d were taken to hospitals of the district, a doctor said.</p></article></body></html>")
def record(kind, i, block, media, length=None):
    return ("WARC/1.0\r\nWARC-Type: %s\r\nWARC-Target-URI: http://x.org/%d\r\nContent-Type: %s\r\nContent-Length: %d\r\n\r\n"
            % (kind, i, media, len(block) if length is None else length)).encode() + block + b"\r\n\r\n"
def answer(head, body):
    return b"HTTP/1.1 " + head + b"\r\n\r\n" + body
articles = skipped = damaged = 0
with open("crawl.warc.gz", "wb") as out:
    for i in range(10000):
        story = (page % (i, i, i % 50 + 3, i, i % 90 + 2)).encode()
        what = dice.randrange(20)
        if what < 6:
            r = record("request", i, b"GET / HTTP/1.1\r\n\r\n", "application/http"); skipped += 1
        elif what == 6:
            r = record("metadata", i, b"fetchTimeMs: 1\r\n", "application/warc-fields"); skipped += 1
        elif what == 7:
            r = record("response", i, answer(b"404 Not Found\r\nContent-Type: text/html", story), "application/http"); skipped += 1
        elif what == 8:
            r = record("response", i, answer(b"200 OK\r\nContent-Type: image/png", b"\x89PNG"), "application/http"); skipped += 1
        elif what == 9:
            r = record("revisit", i, answer(b"200 OK\r\nContent-Type: text/html", b""), "application/http"); skipped += 1
        elif what == 10:
            r = record("resource", i, story, "text/html"); articles += 1
        elif what == 11:
            body = b"".join(b"%x\r\n%s\r\n" % (len(story[k:k + 100]), story[k:k + 100]) for k in range(0, len(story), 100)) + b"0\r\n\r\n"
            r = record("response", i, answer(b"200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked", body), "application/http"); articles += 1
        elif what == 12:
            r = record("response", i, answer(b"200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip", gzip.compress(story)), "application/http"); articles += 1
        else:
            r = record("response", i, answer(b"200 OK\r\nContent-Type: text/html", story), "application/http"); articles += 1
        if what == 19 and i % 7 == 0:
            r = record("response", i, answer(b"200 OK", story), "application/http", 10 if i % 2 else 10 ** 6); articles -= 1; damaged += 1
            out.write(gzip.compress(r))
        elif what == 18 and i % 7 == 0:
            z = bytearray(gzip.compress(r)); z[40:60] = b"\xff" * 20; articles -= 1; damaged += 1
            out.write(bytes(z))
        else:
            out.write(gzip.compress(r))
print("records=10000 articles=%d skipped=%d damaged=%d" % (articles, skipped, damaged))
END
. ./crawl.made
ends "a crawl of $records records" 1 "$ingest" -o crawl --counts crawl.json crawl.warc.gz
check "each of them read, passed over or rejected" python3 -c '
import json, sys
records, articles, skipped, damaged = map(int, sys.argv[1:])
c = json.load(open("crawl.json"))
assert c["read"] == articles and c["written"] == articles, c
assert sum(c["skipped"].values()) == skipped, c
assert c["rejected"] == damaged, c
assert c["read"] + sum(c["skipped"].values()) + c["rejected"] == records, c
rejects = [json.loads(l) for l in open("crawl/rejects/ingest.jsonl")]
assert all(r["file"] == "crawl.warc.gz" and r["position"] > 0 and r["reason"] for r in rejects)
' "$records" "$articles" "$skipped" "$damaged"
offset=$(sed -n '100p' crawl/documents/part-00000.jsonl | sed 's/.*"offset":\([0-9]*\).*/\1/')
url=$(sed -n '100p' crawl/documents/part-00000.jsonl | sed 's/.*"url":"\([^"]*\)".*/\1/')
check "a document's offset is where its record lies in the file" sh -c \
	"tail -c +$((offset + 1)) crawl.warc.gz | gzip -dc 2>/dev/null | head -5 | grep -qF 'WARC-Target-URI: $url'"
if ! grep -q __asan_init "$ingest"; then # sanitizers take memory of their own
	check "in at most 64 MB" python3 -c '
import resource, subprocess, sys
subprocess.run([sys.argv[1], "--quiet", "-o", "crawl2", "crawl.warc.gz"], check=False)
assert resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss <= 64 * 1024
' "$ingest"
fi

# --- an archive written by wget -----------------------------------------------------------------
if command -v wget >/dev/null && command -v python3 >/dev/null; then
	mkdir site
	for i in 1 2 3 4 5; do
		sed "s/At least 14/At least $i/; s,page.example/1,page.example/$i," \
			"$here/fixtures/one-story-in-every-format/articles/story.html" >"site/$i.html"
		echo "<p><a href=\"$i.html\">Story $i</a></p>" >>site/list
	done
	{
		echo "<!DOCTYPE html><html><head><title>All</title></head><body>"
		cat site/list
		echo '<img src="logo.png"></body></html>'
	} >site/index.html
	rm site/list
	printf '\211PNG\r\n\032\n' >site/logo.png
	(cd site && exec python3 -u -c '
import http.server, sys
s = http.server.ThreadingHTTPServer(("127.0.0.1", 0), http.server.SimpleHTTPRequestHandler)
print(s.server_address[1], flush=True)
s.serve_forever()
' >"$work/port" 2>/dev/null) &
	server=$!
	for i in 1 2 3 4 5 6 7 8 9 10; do
		[ -s port ] || sleep 0.3
	done
	wget -q -r -p --no-proxy --warc-file="$work/site-warc" -P "$work/mirror" "http://127.0.0.1:$(cat port)/" || true
	kill "$server" 2>/dev/null
	wait "$server" 2>/dev/null
	ends "an archive written by wget" 0 "$ingest" -o wget --counts wget.json site-warc.warc.gz
	all=$(gzip -dc site-warc.warc.gz | grep -ac '^WARC/1')
	check "all $all records of it" python3 -c '
import json, sys
c = json.load(open("wget.json"))
assert c["written"] == 5 and c["rejected"] == 0, c
assert c["read"] + sum(c["skipped"].values()) == int(sys.argv[1]), c
' "$all"
	check "its five stories" sh -c 'for i in 1 2 3 4 5; do grep -q "At least $i people were killed" wget/documents/*.jsonl || exit 1; done'
else
	skip "an archive written by wget: wget or python3 is missing"
fi

# --- what is hostile --------------------------------------------------------------------------
python3 - <<'END'
import gzip, io, tarfile, zipfile
text = b"Nine people were killed on Monday when a dam gave way, the police said."
def record(url, block, length=None, media="text/plain"):
    head = "WARC/1.0\r\nWARC-Type: conversion\r\nWARC-Target-URI: %s\r\nContent-Type: %s\r\nContent-Length: %d\r\n\r\n"
    return (head % (url, media, len(block) if length is None else length)).encode() + block + b"\r\n\r\n"
good = [record("http://x.org/%d" % i, text + b" %d" % i) for i in range(4)]
lies = [good[0], record("http://x.org/a", text, 10), good[1], record("http://x.org/b", text, 10**9), good[2],
        record("http://x.org/c", text, 300), good[3]]
open("lies.warc", "wb").write(b"".join(lies))
open("lies.warc.gz", "wb").write(b"".join(gzip.compress(r) for r in lies))
damaged = bytearray(gzip.compress(record("http://x.org/d", text * 9)))
damaged[30:50] = b"\xff" * 20
bomb = gzip.compress(record("http://x.org/e", b"\0" * (1 << 28)), 9)
open("damaged.warc.gz", "wb").write(gzip.compress(good[0]) + bytes(damaged) + gzip.compress(good[1]) + bomb + gzip.compress(good[2]))
answer = b"HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nTransfer-Encoding: chunked\r\n\r\n%s\r\n" + text + b"\r\n0\r\n\r\n"
def response(block):
    return record("http://x.org/r", block).replace(b"conversion", b"response", 1)
open("chunks.warc", "wb").write(good[0] + response(answer % b"FFFFFFFFFFFFFFFFF") + response(answer % b"7fffffff") + response(answer % (b"%x" % len(text))))
with tarfile.open("climbs.tar", "w") as t:
    for name in ("a.txt", "../../climbs.txt", "/tmp/climbs.txt", "b.txt"):
        i = tarfile.TarInfo(name); d = text + name.encode(); i.size = len(d); t.addfile(i, io.BytesIO(d))
    i = tarfile.TarInfo("link.txt"); i.type = tarfile.SYMTYPE; i.linkname = "/etc/passwd"; t.addfile(i)
import warnings
warnings.simplefilter("ignore")
with zipfile.ZipFile("twice.zip", "w", zipfile.ZIP_DEFLATED) as z:
    z.writestr("a.txt", text + b" One."); z.writestr("a.txt", text + b" Two.")
with zipfile.ZipFile("bomb.zip", "w", zipfile.ZIP_DEFLATED) as z:
    z.writestr("a.txt", text); z.writestr("b.txt", b"a" * (1 << 28)); z.writestr("c.txt", text + b" Three.")
open("entities.rss", "wb").write(b'<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a0 "ha">' + b"".join(
    b'<!ENTITY a%d "%s">' % (i, b"&a%d;" % (i - 1) * 10) for i in range(1, 12)) +
    b'<!ENTITY f SYSTEM "file:///etc/passwd">]><rss><channel><item><title>A</title><description>' + text +
    b'</description></item>' + b' ' * 4000 + b'<item><title>&a11;</title><description>&f; &a11;</description></item></channel></rss>')
open("quote.csv", "wb").write(b"id,text,published\r\n" + b"".join(
    b'%d,"%s",2016-12-%02d\r\n' % (i, text, i + 1) for i in range(9)).replace(b'said.",2016-12-05', b'said.,2016-12-05', 1))
open("wide.csv", "wb").write(b'id,text\r\n1,"' + text + b'"\r\n' + b"," * 20000000 + b'\r\n2,"' + text + b'"\r\n3' + b"," * 100000 + b'\r\n4,"' + text + b'"\r\n')
END
hostile() { # NAME FILE CODE WRITTEN SAID
	ends "$1" "$3" timeout 20 "$ingest" -o "hostile-${2%.*}" --counts counts.json "$2"
	check "$1: $4 articles are kept" grep -q "\"written\":$4," counts.json
	[ -z "$5" ] || check "$1: the reason is told" grep -qF -- "$5" "hostile-${2%.*}/rejects/ingest.jsonl"
}
hostile "lengths that lie" lies.warc 1 4 "no record ends there"
hostile "lengths that lie, compressed" lies.warc.gz 1 4 "longer than 8388608 bytes"
hostile "a damaged member and a bomb" damaged.warc.gz 1 3 "cannot read damaged.warc.gz after byte"
hostile "chunks that overflow" chunks.warc 1 2 "a chunk is longer than"
hostile "paths that climb" climbs.tar 1 2 "leads out of the archive"
check "paths that climb: nothing is written" test ! -e ../../climbs.txt -a ! -e /tmp/climbs.txt
hostile "two entries of one name" twice.zip 0 2 ""
hostile "a bomb in a zip" bomb.zip 1 2 "larger than 16777216 bytes"
hostile "entities that expand" entities.rss 1 1 "the feed breaks off"
check "entities that expand: nothing is fetched" sh -c '! grep -q root: hostile-entities/documents/*'
hostile "an open quote" quote.csv 1 8 "a quote stands where none belongs"
hostile "twenty million columns" wide.csv 1 3 "max_columns"
ends "what a file is taken for" 0 "$ingest" --explain "$here/fixtures/one-story-in-every-format/articles/story.warc.gz"
said "and why" "web archive (WARC), gzip; it begins with WARC/ and a version"
