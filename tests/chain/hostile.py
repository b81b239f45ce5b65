"""hostile.py FOLDER - nothing of an article is live in any file of a release: no formula in a
CSV or workbook, no script, handler or javascript: link in the page or a link of the workbook,
no raw control in any text."""
import csv, glob, html.parser, json, os, re, sys, zipfile

csv.field_size_limit(1 << 30)
folder = sys.argv[1]
wrong = []
number = re.compile(r"^-?[0-9]+(\.[0-9]+)?$")
controls = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\x80-\x9f]")
overrides = re.compile("[\u202d\u202e]")
safe_link = re.compile(r"^(https?://|mailto:|#|internal:|data:,$|$)", re.I)  # data:, is an empty icon


def tables():
    for path in glob.glob(folder + "/*.csv"):
        for row in csv.reader(open(path, newline="", encoding="utf-8"), strict=True):
            for cell in row:
                if cell and cell[0] in "=+-@\t\r\uff1d\uff0b\uff0d\uff20" and not number.match(cell):
                    wrong.append((path, "formula", cell[:60]))
                if controls.search(cell) or overrides.search(cell):
                    wrong.append((path, "control", cell[:60]))


def objects():
    for path in glob.glob(folder + "/*json"):
        json.load(open(path, encoding="utf-8"))  # a raw control would not be JSON


class Page(html.parser.HTMLParser):
    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.script = False

    def handle_starttag(self, tag, attrs):
        self.script = tag == "script"
        for name, value in attrs:
            value = value or ""
            if name.startswith("on"):
                wrong.append(("report.html", "handler", name))
            if name in ("href", "src", "action", "xlink:href", "formaction") and not safe_link.match(value.strip()):
                wrong.append(("report.html", "link", value[:60]))
        if tag in ("iframe", "object", "embed", "base"):
            wrong.append(("report.html", "element", tag))

    def handle_data(self, data):
        if self.script and "alert(" in data:
            wrong.append(("report.html", "script", data[:60]))

    def handle_endtag(self, tag):
        self.script = False


def page():
    path = folder + "/report.html"
    if os.path.exists(path):
        text = open(path, encoding="utf-8").read()
        Page().feed(text)
        if "Content-Security-Policy" not in text:
            wrong.append(("report.html", "no policy", ""))


def workbook():
    path = folder + "/recount.xlsx"
    if not os.path.exists(path):
        return
    with zipfile.ZipFile(path) as z:
        for name in z.namelist():
            text = z.read(name).decode("utf-8", "replace")
            if name.startswith("xl/worksheets/sheet"):
                for f in re.findall(r"<f[ >].*?</f>", text):
                    wrong.append((name, "formula", f[:60]))
            for target in re.findall(r'Target="([^"]*)"\s+TargetMode="External"', text):
                if not re.match(r"^https?://", target, re.I):
                    wrong.append((name, "link", target[:60]))


for look in (tables, objects, page, workbook):
    look()
for w in wrong[:20]:
    print(*w)
sys.exit(1 if wrong else 0)
