#include "kinds.h"

#include "jsonl.h"
#include "text.h"

/* Tried in this order; plain text claims what is left. */
static const struct input_kind kinds[] = {
	{"JSON Lines", jsonl_is, jsonl_next},
	{"plain text", text_is, text_next},
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
	{{"PK\x03\x04", 4}, "a zip archive or an office file: unpack it"},
	{{"\xD0\xCF\x11\xE0", 4}, "an old office file: save it as text"},
	{{"{\\rtf", 5}, "a rich-text file: save it as text"},
	{{"7z\xBC\xAF", 4}, "a 7z archive: unpack it"},
	{{"Rar!", 4}, "a rar archive: unpack it"},
	{{"BZh91AY", 7}, "compressed with bzip2: unpack it"},
	{{"\xFD"
	  "7zXZ",
	  5},
	 "compressed with xz: unpack it"},
	{{"\x28\xB5\x2F\xFD", 4}, "compressed with zstd: unpack it"},
	{{"\x1F\x8B", 2}, "compressed twice: unpack it once"},
	{{"\x7F"
	  "ELF",
	  4},
	 "a program"},
	{{"SQLite format 3", 15}, "a database"},
	{{"WARC/", 5}, "a web archive: give the articles' text"},
	{{"<!doctype html", 14}, "a web page: give its text"},
	{{"<html", 5}, "a web page: give its text"},
	{{"<?xml", 5}, "an XML file: give the articles' text"},
	{{"<rss", 4}, "a feed: give the articles' text"},
};

const struct input_kind *kinds_find(struct str head, struct err *err)
{
	struct str start = str_trim(head);

	if (str_starts(start, (struct str){"\xEF\xBB\xBF", 3}))
		start = str_trim(str_slice(start, 3, start.n));
	if (str_is_empty(start)) {
		err_set(err, "kind", "not an article: the file is empty");
		return NULL;
	}
	for (size_t i = 0; i < sizeof foreign / sizeof *foreign; i++) {
		struct str magic = foreign[i].magic, begins = str_slice(start, 0, magic.n);

		if (magic.at[0] == '<' ? str_eq_fold(begins, magic) : str_eq(begins, magic)) {
			err_set(err, "kind", "not an article: %s", foreign[i].what);
			return NULL;
		}
	}
	for (size_t i = 0;; i++)
		if (kinds[i].is(start))
			return &kinds[i];
}
