# What leaves is read by others as it was written, and nothing of an article is live in it.
. "$(dirname "$0")/lib.sh"
export RECOUNT_SYNC=0
cat >make.py <<'END'
import json
titles = ['He said "no", twice', 'line one\nline two\r\nline three', '\U0001F691 ambulances \U0001F1F8\U0001F1FE',
          '\u05e9\u05dc\u05d5\u05dd, \u0645\u0631\u062d\u0628\u0627 "x"', '=1+1', '+49 30', '-2+3', '@SUM(A1)', '\ttab first',
          "'=quoted", 'semi;colon|pipe\\back', "Very long headline " + "word " * 8000, ' leading and trailing ',
          '#hash first', 'a,b', '"', "'", '1e5', '00123', '2016-12-09', 'TRUE', '\u202e=reversed\u202c', '\x1b[31mred\x07', 'de\x7fl\x7f',
          '<script>alert(1)</script>', '"><img src=x onerror=alert(1)>', '</title></style></script><svg onload=alert(1)>',
          "=HYPERLINK(\"http://evil.example\",\"x\")", '\u0085=1+1', '\uff1d1+1', "=cmd|' /C calc'!A0", '../../../../tmp/climbed']
urls = ['javascript:alert(1)', 'JaVaScRiPt:alert(1)', ' javascript:alert(1)', 'java\tscript:alert(1)', 'data:text/html,<script>alert(1)</script>',
        'vbscript:x', 'file:///etc/passwd', '=1+1', '"onmouseover="alert(1)', 'https://example.org/"><script>alert(1)</script>', '../../etc/passwd']
for i, t in enumerate(titles):
    print(json.dumps({"id": "%.200s" % t, "title": t, "publisher": t, "byline": t, "agency": t if i % 2 else None,
                      "published": "2016-12-%02d" % (1 + i % 9), "url": urls[i % len(urls)] if i > 20 else "https://example.org/%d" % i,
                      "text": "HOMS (Reuters) - %s said %d people were killed in Homs on Friday, \"%s\" he said.\n\n%s" %
                      ("Police" if i % 3 else "=Cell " + "@Sum", 12 + i, t[:300], t[:300])}))
END
mkdir inbox
python3 make.py >inbox/a.jsonl
ends "texts of every kind in every field" 0 "$recount" run
check "SQLite, Miller and LibreOffice read the cells that Python's csv reads" python3 "$here/tests/chain/readback.py" out/latest
grep '^skip' .said 2>/dev/null
check "nothing of an article is live in any file" python3 "$here/tests/chain/hostile.py" out/latest
check "a cell above a spreadsheet's limit of 32,767 is whole in the CSV" python3 -c '
import csv
csv.field_size_limit(1 << 30)
assert max(len(r["title"]) for r in csv.DictReader(open("out/latest/documents.csv", newline="", encoding="utf-8"))) > 40000'
check "no file lies where a path climbed to" sh -c '! test -e /tmp/climbed && test "$(ls)" = "$(printf "inbox\nmake.py\nout\nstore")"'

# the same bytes anywhere
mkdir elsewhere
cp -r inbox elsewhere/
(cd elsewhere && TZ=Asia/Kathmandu LC_ALL=tr_TR.UTF-8 LANG=tr_TR.UTF-8 "$recount" run --jobs 2 --quiet 2>/dev/null)
same "another folder, time zone and locale" out/latest/ elsewhere/out/latest/
cp -r "$bin" "$work/bin" 2>/dev/null && mkdir -p share && cp -r "${RECOUNT_DATA:-$bin/../share/recount}" share/ 2>/dev/null
mkdir third && cp -r inbox third/
(cd third && env -u RECOUNT_DATA TZ=Pacific/Kiritimati "$work/bin/recount" run --jobs 1 --quiet 2>.log)
same "programs in another place" out/latest/ third/out/latest/
