#include "folder_of_test.h"

#include "feed.h"
#include "feed_words.h"
#include "kind_of_test.h"

TestSuite(feed, .init = folder_begin, .fini = folder_end);

static const struct input_kind kind = {.next = feed_next, .end = feed_end};

static void tell(const struct given *g, struct buf *b)
{
	buf_printf(b, "[%llu ref=%.*s title=%.*s url=%.*s date=%.*s by=%.*s of=%.*s in=%.*s text=%.*s]",
		   (unsigned long long)g->position, STR_ARG(g->ref), STR_ARG(g->title), STR_ARG(g->url),
		   STR_ARG(g->published), STR_ARG(g->byline), STR_ARG(g->publisher), STR_ARG(g->language),
		   STR_ARG(g->text));
}

#define RSS(items)                                                                                                     \
	"<?xml version=\"1.0\"?><rss version=\"2.0\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" "                   \
	"xmlns:content=\"http://purl.org/rss/1.0/modules/content/\"><channel><title>The Feed</title>"                  \
	"<language>en</language><image><title>Logo</title></image>" items "</channel></rss>"

Test(feed, takes_what_an_entry_says)
{
	static const struct {
		const char *xml, *got;
	} cases[] = {
		{RSS("<item><title>A &amp;amp; B</title><link>http://x.org/1</link><guid>a1</guid>"
		     "<pubDate>Fri, 16 Dec 2016 10:00:00 GMT</pubDate><dc:creator>Jane Doe</dc:creator>"
		     "<description>Nine people &lt;b&gt;died&lt;/b&gt; &amp;#8211; police</description></item>"),
		 "[1 ref=a1 title=A & B url=http://x.org/1 date=Fri, 16 Dec 2016 10:00:00 GMT by=Jane Doe of=The Feed "
		 "in=en "
		 "text=Nine people died \u2013 police]"},
		{RSS("<item><guid>http://x.org/2</guid><description>short</description>"
		     "<content:encoded><![CDATA[<p>Ten died.</p><p>Police said.</p>]]></content:encoded></item>"),
		 "[1 ref= title= url=http://x.org/2 date= by= of=The Feed in=en text=Ten died.\n\nPolice said.]"},
		{RSS("<item><title>No text</title></item><item><description>Six died.</description></item>"),
		 "[2 ref= title= url= date= by= of=The Feed in=en text=Six died.]"},
		{"<feed xmlns=\"http://www.w3.org/2005/Atom\"><title>Atom</title><entry><title>T</title>"
		 "<link rel=\"self\" href=\"http://x.org/s\"/><link href=\"http://x.org/3\"/><id>urn:3</id>"
		 "<published>2016-12-16</published><updated>2016-12-17</updated>"
		 "<author><name>Jane</name><email>j@x.org</email></author><source><id>z</id><title>Origin</title></"
		 "source>"
		 "<content type=\"xhtml\"><div xmlns=\"http://www.w3.org/1999/xhtml\"><p>Two &lt; three "
		 "died.</p></div></content>"
		 "</entry></feed>",
		 "[1 ref=urn:3 title=T url=http://x.org/3 date=2016-12-16 by=Jane of=Origin in= text=Two < three "
		 "died.]"},
		{"<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\" "
		 "xmlns=\"http://purl.org/rss/1.0/\" "
		 "xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><channel><title>Old</title></channel><item><title>T</"
		 "title>"
		 "<description>Five died.</description><dc:date>2016-12-16</dc:date></item></rdf:RDF>",
		 "[1 ref= title=T url= date=2016-12-16 by= of=Old in= text=Five died.]"},
	};

	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
		for (size_t k = 3; k < 10000; k *= 17)
			expect_text(all_articles(&kind, str_of(cases[i].xml), k, tell), cases[i].got);
}

Test(feed, keeps_the_entries_before_a_break)
{
	struct buf xml = {.arena = &arena};

	buf_add(&xml, STR("<rss><channel><item><description>One died.</description></item>"));
	for (int i = 0; i < 200; i++)
		buf_add(&xml, STR("<!-- filling -->"));
	buf_add(&xml, STR("<item><description>Two</wrong>"));
	struct str got = all_articles(&kind, buf_str(&xml), 100, tell);

	cr_expect(str_starts(got, STR("[1 ")) && str_find(got, STR("One died.")) > 0 && str_ends(got, STR("?")), "%.*s",
		  STR_ARG(got));
}

Test(feed, is_told_by_its_first_element)
{
	static const struct {
		const char *head;
		bool is;
	} heads[] = {
		{"<rss version='2.0'>", true},
		{"\xEF\xBB\xBF<?xml version='1.0'?>\n<!-- made > here --><feed xmlns='x'>", true},
		{"<!DOCTYPE rss [<!ENTITY a 'b'>]><rss>", true},
		{"<!DOCTYPE rss SYSTEM 'x'><rss>", true},
		{"<rdf:RDF xmlns:rdf='x'>", true},
		{"<rssy>", false},
		{"<html><rss>", false},
		{"<?xml version='1.0'", false},
		{"rss", false},
		{"", false},
	};

	for (size_t i = 0; i < sizeof heads / sizeof *heads; i++)
		cr_expect_eq(feed_is(str_of(heads[i].head)), heads[i].is, "%s", heads[i].head);
}

Test(feed, expands_no_entities_and_fetches_nothing)
{
	struct buf xml = {.arena = &arena};

	buf_add(&xml, STR("<!DOCTYPE rss [<!ENTITY f SYSTEM \"file:///etc/passwd\"><!ENTITY a0 \"ha\">"));
	for (int i = 1; i < 12; i++)
		buf_printf(&xml, "<!ENTITY a%d \"&a%d;&a%d;&a%d;&a%d;&a%d;&a%d;&a%d;&a%d;\">", i, i - 1, i - 1, i - 1,
			   i - 1, i - 1, i - 1, i - 1, i - 1);
	buf_add(&xml,
		STR("]><rss><channel><item><description>Nine &a11; &f; died.</description></item></channel></rss>"));
	struct str got = all_articles(&kind, buf_str(&xml), 512, tell);

	cr_expect(got.n < 1000 && str_find(got, STR("root")) < 0, "%.*s", STR_ARG(str_slice(got, 0, 2000)));
}

Test(feed, takes_the_words_of_a_scrap)
{
	static const struct {
		const char *scrap, *words;
	} cases[] = {
		{"plain", "plain"},
		{"<p>a <b>b</b></p><p>c</p>", "a b\n\nc"},
		{"a<br/>b &lt; c &amp; d", "a\n\nb < c & d"},
		{"5 < 6 > 4", "5 < 6 > 4"},
		{"open <a href=\"x", "open"},
		{"<!-- x -->", ""},
		{"", ""},
	};

	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
		expect_text(feed_words(str_of(cases[i].scrap), &arena), cases[i].words);
}
