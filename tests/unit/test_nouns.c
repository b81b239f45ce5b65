#include "figures_of_test.h"

#include "nouns.h"

TestSuite(nouns, .init = begin, .fini = end);

Test(nouns, finds_the_counted_head)
{
	static const struct text_case cases[] = {
		{"The list names 31 other people.", "31 /people/people"},
		{"The list names 12 of the rebels.", "12 /fighters/rebels"},
		{"The list names 200 more tents.", "200 /homes/tents"},
		{"The list names five elderly Dutch tourists.", "5 /people/tourists"},
		{"The list names two human rights activists.", "2 /activists/activists"},
		{"The list names six members of the council.", "6 /people/members"},
		{"The list names three suicide bombers.", "3 /fighters/suicide bombers"},
		{"The list names 12 Salvadorans.", "12 /people/Salvadorans"},
		{"The list names a 131-page report.", "131 //page"},
		{"The list names dozens of police officers.", "24..100 /police/police officers"},
		{"The list names 190 universities.", "190 //universities"},
	};
	EXPECT_ALL(cases, stated_in);
}

Test(nouns, finds_the_noun_in_front)
{
	static const struct text_case cases[] = {
		{"They are fighters, numbering between 1,500 and 5,000, and their families.",
		 "1500..5000 /fighters/fighters"},
	};
	EXPECT_ALL(cases, stated_in);
}

Test(nouns, knows_when_there_is_none)
{
	static const struct text_case cases[] = {
		{"78 were dead by nightfall.", "78 killed/people/"},
		{"Another 12 were hurt.", "12 injured/people/"},
		{"The death toll stands at 154.", "154 killed/people/"},
	};
	EXPECT_ALL(cases, stated_in);
}

Test(nouns, tells_the_class_that_a_class_is_part_of)
{
	struct reading *r = reading_of(STR("x"));

	cr_expect(str_eq(noun_parent(r, STR("children")), STR("people")));
	cr_expect(str_eq(noun_parent(r, STR("armour")), STR("vehicles")));
	cr_expect(str_is_empty(noun_parent(r, STR("people"))));
	cr_expect(str_is_empty(noun_parent(r, STR("no such class"))));
}
