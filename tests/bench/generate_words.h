/* generate_words - the words that the sentences of generated articles are made of. */
#ifndef RECOUNT_GENERATE_WORDS_H
#define RECOUNT_GENERATE_WORDS_H

static const char *const places[] = {
	"Aleppo",  "Mosul",    "Kabul",	  "Mogadishu", "Manila",    "Port-au-Prince", "Lagos",
	"Donetsk", "Sanaa",    "Tripoli", "Karachi",   "Dhaka",	    "Khartoum",	      "Bamako",
	"Caracas", "Jakarta",  "Beirut",  "Gaza",      "Kathmandu", "Bangui",	      "Maiduguri",
	"Yangon",  "Istanbul", "Baghdad", "Nairobi",   "Lima",	    "Sittwe",	      "Goma",
	"Herat",   "Benghazi", "Marib",	  "Kharkiv",   "Peshawar",  "Quito",	      "Valparaiso",
};
static const char *const sources[] = {
	"the Defence Ministry",
	"police",
	"the Interior Ministry",
	"local officials",
	"the Red Crescent",
	"the United Nations",
	"a rebel spokesman",
	"the governor's office",
	"the mayor",
	"a hospital director",
	"aid workers",
	"witnesses",
	"the state news agency",
	"the prosecutor",
	"the army",
	"a senior diplomat",
	"the Health Ministry",
	"civil defence workers",
	"a monitoring group",
	"the prime minister",
};
static const char *const weekdays[] = {"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"};
static const char *const publishers[] = {"The Morning Ledger",	    "Harbour Times", "Northern Courier",
					 "Daily Observer",	    "City Dispatch", "The Chronicle",
					 "Evening Standard-Bearer", "Plains Gazette"};
static const char *const people[] = {"civilians", "fighters", "soldiers", "residents",	     "children",   "villagers",
				     "workers",	  "migrants", "families", "police officers", "passengers", "rebels"};
static const char *const killed[] = {"were killed", "died", "have been killed", "were shot dead", "lost their lives"};
static const char *const hurt[] = {"were wounded", "were injured", "were hurt", "needed treatment"};
static const char *const moved[] = {"were evacuated",	  "fled their homes", "were displaced", "have returned",
				    "were still trapped", "are missing",      "were rescued",	"were detained"};
static const char *const bounds[] = {"",      "",	 "",	   "at least ", "more than ",  "about ",
				     "some ", "nearly ", "up to ", "around ",	"fewer than ", "an estimated "};
static const char *const causes[] = {"in an air strike",
				     "in a bombing",
				     "in clashes",
				     "when a bus overturned",
				     "in heavy flooding",
				     "in an earthquake",
				     "in a fire at a factory",
				     "when gunmen attacked a market",
				     "after a building collapsed",
				     "in a landslide"};
static const char *const parts[] = {"near", "in", "outside", "in eastern", "in the outskirts of", "in western"};

static const char *const who[] = {
	"The government", "The opposition",
	"The council",	  "A spokeswoman",
	"The committee",  "Residents of the district",
	"The president",  "Negotiators",
	"The company",	  "A group of lawmakers",
	"Aid agencies",	  "The central bank",
	"Teachers",	  "The commission",
	"Farmers",	  "The court",
	"Local traders",  "Investigators",
	"The union",
};
static const char *const did[] = {
	"rejected", "welcomed",	  "criticised", "postponed", "defended",  "discussed", "announced", "considered",
	"approved", "questioned", "described",	"demanded",  "supported", "ignored",   "examined",  "presented",
};
static const char *const what[] = {
	"the proposal",
	"a new plan for the region",
	"the terms of the deal",
	"the latest report",
	"the budget",
	"calls for reform",
	"the results of the inquiry",
	"changes to the law",
	"the decision",
	"the draft",
	"the conditions",
	"an offer of mediation",
	"the allegations",
	"a review of safety rules",
};
static const char *const how[] = {
	"despite objections from neighbouring states",
	"after weeks of talks",
	"without giving details",
	"in a move that surprised observers",
	"amid growing anger",
	"as supplies ran low",
	"while families waited for news",
	"because roads were cut",
	"under pressure from lenders",
	"at a meeting behind closed doors",
	"in a televised address",
	"and promised to publish more",
};
static const char *const attacks[] = {
	"Gunmen attacked a checkpoint",
	"The army launched an offensive",
	"Warplanes bombed positions",
	"Protesters marched",
	"Clashes broke out",
	"Security forces arrested suspected members of an armed group",
	"A ceasefire began",
	"Rescue teams resumed their search",
	"Aid convoys reached villages",
	"Militants seized an army post",
	"Police raided a house",
	"An explosion damaged a police station",
};
static const char *const goods[] = {
	"bread", "fuel", "rice", "cooking oil", "electricity", "rent", "imported wheat", "cement", "maize",
};
static const char *const works[] = {
	"roads", "schools", "a new airport", "hospitals", "housing", "ports", "irrigation", "the railways",
};
static const char *const openings[] = {
	"", "", "", "Meanwhile, ", "However, ", "In the evening, ", "According to officials, "};

/* Is it a night? Then what is said begins with names. */

#endif
