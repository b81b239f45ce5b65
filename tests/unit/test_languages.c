#include "folder_of_test.h"

#include "languages.h"

TestSuite(languages, .init = folder_begin, .fini = folder_end);

static struct str tell(const char *text, const char *given_language)
{
	struct block block = {0, (uint32_t)strlen(text), BLOCK_BODY};
	struct document doc = {.text = str_of(text), .language = str_of(given_language), .blocks = {&block, 1, 1}};
	struct languages *l = languages_open(&arena);
	struct str told = languages_tell(l, &doc, &arena);

	languages_close(l);
	return told;
}

#define ENGLISH                                                                                                        \
	"Nine people were killed on Monday when a bridge collapsed in the north of the country, the authorities "      \
	"said, and another 12 were brought to hospitals."
#define GERMAN                                                                                                         \
	"Neun Menschen sind am Montag beim Einsturz einer Br\u00fccke im Norden des Landes get\u00f6tet worden, "      \
	"teilten die Beh\u00f6rden mit. Zw\u00f6lf weitere wurden in Krankenh\u00e4user gebracht."

Test(languages, goes_by_the_words_before_what_the_input_says)
{
	expect_text(tell(ENGLISH, ""), "en");
	expect_text(tell(ENGLISH, "en-GB"), "en-GB");
	expect_text(tell(ENGLISH, "de"), "en");
	expect_text(tell("Neun Tote.", "de"), "de");
	expect_text(tell("9 dead", ""), "");
	expect_text(tell("12 34 56 78 90 12 34 56 78 90 12 34 56 78 90 12 34 56 78 90 12 34 56 78 90 12 34 56 78 90 12 "
			 "34 56 78 90 "
			 "12 34 56 78 90",
			 "en"),
		    "en");
}

Test(languages, tells_others_by_their_letters)
{
	if (access("/usr/share/libexttextcat/fpdb.conf", R_OK) != 0)
		cr_skip_test("the models of libexttextcat are not installed");
	expect_text(tell(GERMAN, ""), "de");
	expect_text(tell(GERMAN, "en"), "de");
	expect_text(tell("\u0414\u0435\u0432\u044f\u0442\u044c \u0447\u0435\u043b\u043e\u0432\u0435\u043a "
			 "\u043f\u043e\u0433\u0438\u0431\u043b\u0438 \u0432 "
			 "\u043f\u043e\u043d\u0435\u0434\u0435\u043b\u044c\u043d\u0438\u043a "
			 "\u043f\u0440\u0438 \u043e\u0431\u0440\u0443\u0448\u0435\u043d\u0438\u0438 "
			 "\u043c\u043e\u0441\u0442\u0430 "
			 "\u043d\u0430 \u0441\u0435\u0432\u0435\u0440\u0435 \u0441\u0442\u0440\u0430\u043d\u044b.",
			 ""),
		    "ru");
}

/* An article that is not read is lost. */
Test(languages, leaves_undecided_what_may_be_english)
{
	static const char list[] =
		"Madrid: 12 killed. Barcelona: 5 killed, 3 hurt. Valencia: 7 arrested; Sevilla, Bilbao and "
		"Malaga: 120 detained. Granada, Cadiz and Almeria: none, said Interior. Lleida 3, Girona 4.";
	static const char dutch[] =
		"De politie heeft in Amsterdam vijf mannen aangehouden na een schietpartij waarbij drie "
		"mensen om het leven kwamen. Volgens de burgemeester was het de zwaarste aanslag in jaren "
		"en is de stad in rouw. De mannen zouden uit een naburig dorp komen, zegt het "
		"ministerie van Justitie, dat het onderzoek leidt.";
	struct str found = tell(list, "");

	cr_expect(found.n == 0 || str_eq(found, STR("en")), "%.*s", STR_ARG(found));
	if (access("/usr/share/libexttextcat/fpdb.conf", R_OK) == 0)
		expect_text(tell(dutch, ""), "nl");
}

Test(languages, only_english_and_what_nobody_told_is_read)
{
	static const struct {
		const char *language;
		bool read;
	} cases[] = {{"", true},    {"en", true},   {"en-GB", true}, {"EN", true},	{"eng", true},
		     {"de", false}, {"enm", false}, {"e", false},    {"zh-Hans", false}};

	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct document doc = {.language = str_of(cases[i].language)};

		cr_expect_eq(document_is_read(&doc), cases[i].read, "%s", cases[i].language);
	}
}
