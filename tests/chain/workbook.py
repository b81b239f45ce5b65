# The workbook read with nothing but zip and XML, beside the CSV files that it is made of.
# usage: workbook.py CHECK RELEASE [FOLDER]     fails with the cell that is wrong
import csv, datetime, re, sys, xml.etree.ElementTree as ET, zipfile

M = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
TABLES = ["Figures", "Tracks", "Estimates", "Timeline", "Contradictions", "Checks", "Changes", "Sources", "Documents"]
CUT = " … (cut: the CSV has all of it)"
ARMED = re.compile("^'+[=+@\uff1d\uff0b\uff0d\uff20-]")  # what the CSV disarms
csv.field_size_limit(10**9)


def number_of(ref):  # column of "AB12", from 0
    n = 0
    for letter in re.match("[A-Z]+", ref).group():
        n = n * 26 + ord(letter) - 64
    return n - 1


class Book:
    def __init__(self, path):
        self.zip = zipfile.ZipFile(path)
        rels = {r.get("Id"): r.get("Target") for r in self.xml("xl/_rels/workbook.xml.rels")}
        sheets = self.xml("xl/workbook.xml").find(M + "sheets")
        self.paths = {s.get("name"): "xl/" + rels[s.get(R + "id")] for s in sheets}
        styles = self.xml("xl/styles.xml")
        codes = {f.get("numFmtId"): f.get("formatCode") for f in styles.iter(M + "numFmt")}
        self.patterns = [codes.get(x.get("numFmtId"), "") for x in styles.find(M + "cellXfs")]

    def xml(self, part):
        return ET.fromstring(self.zip.read(part))

    def rows(self, name):  # each {column: value}
        for row in self.xml(self.paths[name]).iter(M + "row"):
            assert not list(row.iter(M + "f")), "a formula in " + name
            yield {number_of(c.get("r")): self.value(c) for c in row}

    def value(self, c):
        if c.get("t") == "inlineStr":
            text = "".join(t.text or "" for t in c.iter(M + "t"))
            return re.sub("_x([0-9A-Fa-f]{4})_", lambda m: chr(int(m[1], 16)), text)
        v = c.find(M + "v").text
        if c.get("t") == "b":
            return v == "1"
        pattern = self.patterns[int(c.get("s", 0))]
        return date(float(v), pattern) if pattern.startswith("yyyy") else float(v)

    def links(self, name):  # (cell, address, place within)
        path = self.paths[name].replace("worksheets/", "worksheets/_rels/") + ".rels"
        outside = {r.get("Id"): r.get("Target") for r in self.xml(path)} if path in self.zip.namelist() else {}
        for h in self.xml(self.paths[name]).iter(M + "hyperlink"):
            yield h.get("ref"), outside.get(h.get(R + "id")), h.get("location")


def date(number, pattern):
    at = datetime.datetime(1899, 12, 30) + datetime.timedelta(seconds=round(number * 86400))
    steps = ("yyyy", "%Y"), ("hh:mm", "%H:%M"), ("mm", "%m"), ("dd", "%d"), ("ss", "%S"), ('"', "")
    for a, b in steps:
        pattern = pattern.replace(a, b)
    return at.strftime(pattern)


def released(folder, table, name="{}.csv", dialect={}):
    path = folder + "/" + name.format(table.lower())
    return list(csv.reader(open(path, newline="", encoding="utf-8-sig"), strict=True, **dialect))


def plain(cell):  # the CSV's text before it was disarmed, as XML can hold it
    cell = cell[1:] if ARMED.match(cell) else cell
    return cell.replace("\ufffe", "\ufffd").replace("\uffff", "\ufffd")


def same(got, want):
    if isinstance(got, bool):
        return want == ("true" if got else "false")
    if isinstance(got, float):
        return bool(re.fullmatch(r"-?[0-9]+(\.[0-9]+)?", want)) and float(want) == got
    want = plain(want)
    if got and got.endswith(CUT):
        return want.startswith(got[: -len(CUT)]) and len(want.encode("utf-16-le")) > 2 * 32767
    return (got or "") == want


def compare(name, got, want, equal):
    assert len(got) == len(want), (name, len(got), len(want))
    for g, w in zip(got, want):
        for i, cell in enumerate(w):
            assert equal(g.get(i), cell), (name, want[0][i], g.get(i), cell[:99])


def wellformed(release):
    z = zipfile.ZipFile(release + "/recount.xlsx")
    assert z.testzip() is None
    for i in z.infolist():
        assert i.date_time == (1980, 1, 1, 0, 0, 0), i
        ET.fromstring(z.read(i))
    day = z.read("docProps/core.xml").decode().split("dcterms:W3CDTF")
    assert len(day) == 3 and all(d.startswith('">2016-12-09T12:00:00Z<') for d in day[1:]), day


def sheets(release):
    b = Book(release + "/recount.xlsx")
    assert list(b.paths) == TABLES[:2] + ["Charts"] + TABLES[2:] + ["About", "README"], list(b.paths)
    for name in TABLES:
        root = b.xml(b.paths[name])
        assert root.find(f".//{M}pane").get("state") == "frozen", name
        assert root.find(M + "autoFilter").get("ref").endswith(str(len(released(release, name)))), name
        assert len(root.find(M + "cols")) > 3, name
    readme = [(r.get(0), r.get(1)) for r in b.rows("README")]
    for name in TABLES:
        more = ["statement_1 …"] if name == "Estimates" else []
        assert [c for s, c in readme if s == name and c] == released(release, name)[0] + more, name


def values(release):
    b, kinds = Book(release + "/recount.xlsx"), {}
    for name in TABLES:
        want, got = released(release, name), list(b.rows(name))
        compare(name, got, want, same)
        for g in got[1:]:
            for i, v in ((i, v) for i, v in g.items() if i < len(want[0])):
                kinds.setdefault((name, want[0][i]), set()).add(type(v))
    assert kinds["Tracks", "best"] == {float} and kinds["Tracks", "open_low"] == {bool}
    assert kinds["Documents", "ref"] == {str}
    titles = {r.get(3) for r in b.rows("Documents")}
    assert {"2016-12-16", "true"} <= titles and any(t and t.endswith(CUT) for t in titles)
    published = {r.get(0) for r in b.rows("Documents")}
    assert {"2016-12-09T10:00:05Z", "2016-12-09T23:30+05:45", "1899-12-31"} <= published, published


def live(release):
    b, outside, inside = Book(release + "/recount.xlsx"), set(), 0
    for name in b.paths:
        for ref, address, place in b.links(name):
            outside |= {address} - {None}
            if not address:
                inside += 1
                sheet, row = re.fullmatch(r"'?(\w+)'?!A(\d+)", place).groups()
                assert sheet in b.paths and int(row) >= 1, place
    assert outside and inside > 50
    for address in outside:
        assert re.match("https?://", address, re.I) and len(address) < 2080, address
        assert not re.search("autolink|script|passwd", address), address
    for part in b.zip.namelist():
        assert not re.search("vba|externalLink|connection|activeX|embedding|macro|query", part, re.I), part


def leads(release):
    b = Book(release + "/recount.xlsx")
    rows = {name: list(b.rows(name)) for name in TABLES}
    columns = {name: {v: k for k, v in rows[name][0].items()} for name in TABLES}
    for name, column, to, key, every in (
        ("Estimates", "basis", "Figures", "assertion", True),
        ("Estimates", "track", "Tracks", "id", True),
        ("Figures", "document", "Documents", "document", True),
        ("Figures", "track", "Tracks", "id", True),
        ("Contradictions", "documents", "Documents", "document", True),
        ("Tracks", "assertions", "Figures", "assertion", True),
        ("Documents", "copy_of", "Documents", "document", False),
    ):
        at, n = columns[name][column], 0
        for ref, _, place in b.links(name):
            if number_of(ref) != at:
                continue
            sheet, row = place.replace("'", "").split("!A")
            ids = rows[name][int(re.sub("[A-Z]", "", ref)) - 1][at].split("|")
            assert sheet == to and rows[to][int(row) - 1][columns[to][key]] in ids, (name, column, ref, place)
            n += 1
        assert n == sum(1 for r in rows[name][1:] if r.get(at)) or not every, (name, column, n)
    basis, column = columns["Estimates"]["basis"], columns["Estimates"]["statement_1"]
    places = {ref: place for ref, _, place in b.links("Estimates")}
    for number, row in enumerate(rows["Estimates"][1:], 2):
        ids = row[basis].split("|")
        for i, one in enumerate(ids[:4]):
            at = next(ref for ref in places if number_of(ref) == column + i and re.sub("[A-Z]", "", ref) == str(number))
            figure = rows["Figures"][int(places[at].split("!A")[1]) - 1]
            assert figure[columns["Figures"]["assertion"]] == one, (number, i)
            assert row[column + i].startswith(figure.get(columns["Figures"]["source_name"], "the article") + ": "), row[column + i]
            assert figure[columns["Figures"]["surface"]] in row[column + i], row[column + i]


def charts(release):
    b = Book(release + "/recount.xlsx")
    names = [n for n in b.zip.namelist() if n.startswith("xl/charts/chart")]
    tracks = released(release, "Tracks")
    day = tracks[0].index("as_of")
    assert len(names) == sum(1 for t in tracks[1:] if t[day] >= "1900-03"), len(names)
    for n in names:
        text = b.zip.read(n).decode()
        assert "yyyy-mm-dd" in text and "<a:t>" in text
        assert [s for s in re.findall("<c:v>(low|high|best)</c:v>", text)] in (
            ["low", "high", "best"], ["low", "best"], ["high", "best"], ["best"]), n
    assert "<a:t>people evacuated, " in b.zip.read("xl/charts/chart1.xml").decode()


def few(release):
    b, dialect = Book(release + "/recount.xlsx"), {"delimiter": ";"}
    for name in TABLES:
        rows, of = list(b.rows(name)), len(released(release, name, dialect=dialect)) - 2
        left_out = f"7 of {of} rows: the contested and the newest; all are in {name.lower()}.csv"
        assert len(rows) == 1 + (of if of <= 8 else 7 + 1), name
        assert of <= 8 or rows[-1] == {0: left_out}, rows[-1]
        assert of <= 8 or re.search('<autoFilter ref="A1:[A-Z]+8"', b.zip.read(b.paths[name]).decode()), name
    assert sum(1 for n in b.zip.namelist() if n.startswith("xl/charts/chart")) == 2
    figures, tracks = (released(release, n, dialect=dialect)[2:] for n in ("Figures", "Tracks"))
    about = [r.get(1) for r in b.rows("About")]
    assert f"7 of {len(figures)} rows: the contested and the newest; all are in figures.csv" in about, about
    contested = sum(1 for r in tracks if "contested" in r)
    assert sum(1 for r in b.rows("Tracks") if "contested" in r.values()) == min(7, contested), contested


def equal_in_office(got, want):
    if want in ("true", "false"):
        return got.lower() == want
    if re.fullmatch(r"[0-9-]{10} [0-9:]{8}", got):  # a clock time, written as LibreOffice does
        return got.replace(" ", "T").startswith(re.sub(r"(Z|[+-]\d\d:\d\d)$", "", want))
    if re.fullmatch(r"-?[0-9.]+", want) and re.fullmatch(r"-?[0-9.E+]+", got):
        return float(got) == float(want)
    return same(got, want)


def office(release, folder):
    for name in TABLES:
        got = list(csv.reader(open(f"{folder}/recount-{name}.csv", newline="", encoding="utf-8")))
        compare(name, [dict(enumerate(g)) for g in got], released(release, name), equal_in_office)


def texts(release, folder):  # the CSV, read by LibreOffice as texts and written again
    for name in TABLES:
        got = list(csv.reader(open(f"{folder}/{name.lower()}.csv", newline="", encoding="utf-8")))
        for g, w in zip(got, released(release, name), strict=True):
            for i, cell in enumerate(w):
                short = g[i] if i < len(g) else ""
                assert short == cell or (len(cell) > 32767 and cell.startswith(short[:30000])), (name, short[:99], cell[:99])


globals()[sys.argv[1]](*sys.argv[2:])
