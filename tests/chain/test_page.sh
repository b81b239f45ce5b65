# report.html: the same bytes anywhere, nothing of a hostile article alive in it, and what a
# reader sees in a browser. The browser is Chromium, driven by playwright-core, with axe-core
# looking at it; both come from npm into the build folder, for this test alone.
. "$(dirname "$0")/lib.sh"
tools=${RECOUNT_NPM:-$(dirname "$bin")/npm}
page=$here/tests/chain/page.js

mkdir inbox
articles 1 60 >inbox/a.jsonl
cat >inbox/h.jsonl <<'END'
{"id":"\"><script>pwned=1</script>","published":"2016-12-09","publisher":"<img src=x onerror=pwned=1>","title":"</style><script>pwned=1</script>\u202Edesrever","url":"javascript:pwned=1","text":"HOMS (Reuters) - At least 12 people were killed in Homs on Friday, </script><script>pwned=1</script> police said."}
{"id":"h2","published":"2016-12-09","publisher":"A\" onmouseover=\"pwned=1","title":"'><svg onload=pwned=1>\u0007\u009B","url":"https://example.org/\" onclick=\"pwned=1","text":"HOMS (AP) - Some 15 people were killed in Homs on Friday, the <b onclick=pwned=1>army</b> said. \u2066Thirty\u202E people were wounded, the army said."}
{"id":"h3","published":"2016-12-09","publisher":"Plain","title":"Link","url":"https://user@evil.example/","text":"HAMA (AFP) - About 40 people were wounded in Hama on Thursday, doctors said. --><!-- <base href=//evil.example> {{7*7}}"}
END
ends "a first night" 0 "$recount" run --as-of 2016-12-09
cat >inbox/b.jsonl <<'END'
{"id":"n1","published":"2016-12-10","publisher":"The Harbour Times","title":"Toll rises","url":"https://harbour.example/toll","text":"HOMS (Reuters) - At least 35 people were killed in Homs on Friday, the army said on Saturday, up from 15. The Red Cross put the number of people killed in Homs at 50."}
{"id":"n2","published":"2016-12-10","publisher":"Levant Daily","title":"Toll rises again","url":"https://levant.example/toll","text":"HOMS (Reuters) - At least 35 people were killed in Homs on Friday, the army said on Saturday, up from 15. The Red Cross put the number of people killed in Homs at 50."}
END
ends "and a second" 0 "$recount" run --as-of 2016-12-10

check "the page tells what changed since the first" grep -q "Since the release of 9 December 2016" out/2016-12-10/report.html
check "and the list of checksums has it" grep -q "  report.html$" out/2016-12-10/SHA256SUMS
set -- store/nights/* store/merged store/reconciled
TZ=Asia/Kathmandu LC_ALL=tr_TR.UTF-8 "$bin/recount-export" --quiet -o again --as-of 2016-12-10 --before out/2016-12-09 "$@"
same "the same bytes in another zone and locale" again/report.html out/2016-12-10/report.html
check "one style, one script, each named by its digest; nothing else is allowed" python3 -c '
import base64, hashlib, re, sys
page = open("out/latest/report.html", encoding="utf-8").read()
def named(tag):
    found = re.findall(f"<{tag}[^>]*>(.*?)</{tag}>", page, re.S)
    assert len(found) == 1, (tag, len(found))
    return "sha256-" + base64.b64encode(hashlib.sha256(found[0].encode()).digest()).decode()
policy = re.search("Content-Security-Policy\" content=\"([^\"]*)\"", page).group(1)
style, script = named("style"), named("script")
assert policy == ("default-src \x27none\x27; style-src \x27%s\x27; script-src \x27%s\x27; img-src data:; "
                  "base-uri \x27none\x27; form-action \x27none\x27" % (style, script)), policy
'
check "no live markup of an article, no address but http and https, no hidden character" python3 -c '
import re
from html.parser import HTMLParser
page = open("out/latest/report.html", encoding="utf-8").read()
known = set("""html head meta link title style body a svg defs circle path stop lineargradient header p h1 h2 h3 h4 span
ul ol li b bdi nav form label select option button main section article div blockquote details summary figure figcaption line
rect text tspan use table caption thead tbody tr th td em code footer script br g""".split())
class Look(HTMLParser):
    def handle_starttag(self, tag, attrs):
        assert tag in known, tag
        for name, value in attrs:
            assert not name.startswith("on") and name not in ("style", "src", "srcdoc", "action", "formaction"), (tag, name)
            if name == "href" and tag == "a":
                assert re.match("(https?://[^@]+|#.*)$", value), value
                if value[0] != "#": assert dict(attrs)["rel"] == "noopener noreferrer nofollow"
            if name == "href" and tag == "use": assert value[0] == "#"
Look().feed(page)
assert "pwned" in page
assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]", page)
'
printf 'page {\n plots = 2\n statements = 3\n rows = 4\n events = 5\n}\n' >conf
ends "a page cut short" 0 "$bin/recount-export" --quiet -c conf -o short --as-of 2016-12-10 "$@"
check "has no more than it may, and says where the rest is" python3 -c '
import re
page = open("short/report.html", encoding="utf-8").read()
assert page.count("<figure") == 2 and "timeline.csv has all" in page and "tracks.csv has all" in page
rest = page[page.index("id=\"rest\""):]
assert rest.count("<tr") == 4 + 1, rest.count("<tr")
'
printf 'csv {\n bom = true\n hxl = true\n semicolon = true\n}\n' >conf
"$bin/recount-export" --quiet -c conf -o dialect --as-of 2016-12-10 --before out/2016-12-09 "$@"
same "whatever the dialect of the tables, the page is the same" dialect/report.html out/2016-12-10/report.html

browser=$(command -v chromium || command -v chromium-browser || command -v google-chrome) || browser=
if [ -z "$browser" ] || ! command -v node >/dev/null || ! command -v npm >/dev/null; then
	skip "the page in a browser: wants chromium, node and npm"
	exit 0
fi
if [ ! -d "$tools/node_modules/axe-core" ]; then
	mkdir -p "$tools"
	(cd "$tools" && timeout 120 npm install --no-save --no-audit --no-fund --fetch-retries=0 --fetch-timeout=30000 --prefix . \
		playwright-core@1 axe-core@4) >npm.log 2>&1 ||
		rm -rf "$tools/node_modules"
fi
if [ ! -d "$tools/node_modules/axe-core" ]; then
	skip "the page in a browser: npm gave no playwright-core and axe-core"
	exit 0
fi
NODE_PATH=$tools/node_modules node "$page" "$browser" "$work/out/2016-12-10/report.html" 2>node.err ||
	{ echo "not ok - the page in a browser"; tail -n 5 node.err | sed 's/^/    /'; }
