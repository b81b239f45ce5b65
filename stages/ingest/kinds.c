#include "kinds.h"

#include "feed.h"
#include "html.h"
#include "jsonl.h"
#include "packed.h"
#include "rows.h"
#include "text.h"
#include "warc.h"

/* Tried in this order; plain text claims what is left. */
static const struct input_kind kinds[] = {
	{.name = "web archive (WARC)",
	 .why = "it begins with WARC/ and a version",
	 .is = warc_is,
	 .next = warc_next,
	 .members = true},
	{.name = "archive",
	 .why = "it begins as zip, tar, bzip2, xz or zstd do",
	 .is = packed_is,
	 .next = packed_next,
	 .end = packed_end,
	 .outer = true},
	{.name = "feed (RSS or Atom)",
	 .why = "its first element is rss, feed or RDF",
	 .is = feed_is,
	 .next = feed_next,
	 .end = feed_end},
	{.name = "web page (HTML)", .why = "it begins with a tag of HTML", .is = html_is, .next = html_next},
	{.name = "JSON Lines", .why = "a line begins as a JSON object does", .is = jsonl_is, .next = jsonl_next},
	{.name = "CSV",
	 .why = "its first line names columns, that of the text among them",
	 .is = rows_is,
	 .is_set = rows_is_set,
	 .next = rows_next,
	 .end = rows_end},
	{.name = "plain text", .why = "it is nothing else that is known here", .is = text_is, .next = text_next},
};

/* What is surely none of them. Those that begin with '<' match in either case. */
static const struct {
	struct str magic;
	const char *what;
} foreign[] = {
	{{"\x89PNG", 4}, "a PNG image"},
	{{"\xFF\xD8\xFF", 3}, "a JPEG image"},
	{{"GIF8", 4}, "a GIF image"},
	{{"RIFF", 4}, "an image or a sound (RIFF)"},
	{{"OggS", 4}, "a sound or a film (Ogg)"},
	{{"ID3", 3}, "a sound (MP3)"},
	{{"%PDF-", 5}, "a PDF file: give its text"},
	{{"\xD0\xCF\x11\xE0", 4}, "an old office file: save it as text"},
	{{"{\\rtf", 5}, "a rich-text file: save it as text"},
	{{"7z\xBC\xAF", 4}, "a 7z archive: unpack it"},
	{{"Rar!", 4}, "a rar archive: unpack it"},
	{{"\x1F\x8B", 2}, "compressed twice: unpack it once"},
	{{"\x7F"
	  "ELF",
	  4},
	 "a program"},
	{{"SQLite format 3", 15}, "a database"},
	{{"<?xml", 5}, "an XML file: give the articles' text"},
};

/* In a few words what is surely no article; NULL: nothing is sure. Of XML the kinds that
 * read it are asked first. */
static const char *foreign_what(struct str start, bool xml)
{
	for (size_t i = 0; i < sizeof foreign / sizeof *foreign; i++) {
		struct str magic = foreign[i].magic, begins = str_slice(start, 0, magic.n);
		bool is_xml = magic.at[0] == '<';

		if (is_xml == xml && (xml ? str_eq_fold(begins, magic) : str_eq(begins, magic)))
			return foreign[i].what;
	}
	return NULL;
}

/* Documents of office programs and books are zip archives of a kind of their own. */
static bool is_office(struct str head)
{
	static const struct str names[] = {{"[Content_Types].xml", 19}, {"_rels/", 6}, {"mimetype", 8}};
	enum { NAME_AT = 30 };
	struct str name = str_slice(head, NAME_AT, head.n);

	for (size_t i = 0; str_starts(head, STR("PK\x03\x04")) && i < sizeof names / sizeof *names; i++)
		if (str_starts(name, names[i]))
			return true;
	return false;
}

static struct str after_space(struct str head)
{
	size_t i = 0;

	while (i < head.n && ascii_is_space((unsigned char)head.at[i]))
		i++;
	return str_slice(head, i, head.n);
}

const struct input_kind *kinds_find(struct str head, const struct conf *conf, struct err *err)
{
	struct str start = after_space(head);
	const struct input_kind *kind = kinds, *last = kinds + sizeof kinds / sizeof *kinds - 1;

	if (str_starts(start, (struct str){"\xEF\xBB\xBF", 3}))
		start = after_space(str_slice(start, 3, start.n));
	if (str_is_empty(start)) {
		err_set(err, "kind", "not an article: the file is empty");
		return NULL;
	}
	const char *what = is_office(head) ? "an office file or a book: save it as text" : foreign_what(start, false);

	/* A tar file's head is binary: it is shown as it stands. */
	while (!what && kind < last && !kind->is(kind->outer ? head : start) &&
	       !(kind->is_set && kind->is_set(start, conf)))
		kind++;
	if (!what && kind == last)
		what = foreign_what(start, true);
	if (!what)
		return kind;
	err_set(err, "kind", "not an article: %s", what);
	return NULL;
}
