#include "forms.h"

#include "base/hash.h"

enum { LONGEST = 40 };

unsigned forms_listed(const struct forms *forms, uint64_t hash)
{
	uint32_t key = form_key(hash), mask = (1u << forms->bits) - 1;

	for (uint32_t i = (uint32_t)hash & mask, left = mask; left && forms->at[i]; i = (i + 1) & mask, left--)
		if ((forms->at[i] & ~(uint32_t)FORM_READINGS) == key)
			return forms->at[i] & FORM_READINGS;
	return 0;
}

static unsigned base_of(const struct forms *forms, struct str form, size_t cut, const char *add)
{
	char text[LONGEST];
	size_t n = strlen(add);

	if (form.n < cut + 2 || form.n - cut + n > sizeof text)
		return 0;
	memcpy(text, form.at, form.n - cut);
	memcpy(text + (form.n - cut), add, n);
	return forms_listed(forms, hash64((struct str){text, form.n - cut + n}));
}

bool forms_has(const struct forms *forms, struct str form, size_t cut, const char *add, unsigned readings)
{
	return (base_of(forms, form, cut, add) & readings) != 0;
}

/* How endings are put on: what is cut off, what is put in its place, whether
 * the letter before was doubled. */
static const struct ending {
	const char *text, *add;
	uint8_t cut;
	bool doubled;
	uint16_t of_noun, of_verb, of_adjective; /* readings by the base's */
} endings[] = {
	{"s", "", 1, false, FORM_NNS, FORM_VBZ, 0},
	{"es", "", 2, false, FORM_NNS, FORM_VBZ, 0},
	{"ies", "y", 3, false, FORM_NNS, FORM_VBZ, 0},
	{"men", "man", 3, false, FORM_NNS, 0, 0},
	{"ed", "", 2, false, 0, FORM_VBD | FORM_VBN, 0},
	{"ed", "e", 2, false, 0, FORM_VBD | FORM_VBN, 0},
	{"ied", "y", 3, false, 0, FORM_VBD | FORM_VBN, 0},
	{"ed", "", 3, true, 0, FORM_VBD | FORM_VBN, 0},
	{"ing", "", 3, false, 0, FORM_VBG, 0},
	{"ing", "e", 3, false, 0, FORM_VBG, 0},
	{"ying", "ie", 4, false, 0, FORM_VBG, 0},
	{"ing", "", 4, true, 0, FORM_VBG, 0},
	{"er", "", 2, false, 0, 0, FORM_JJR},
	{"er", "e", 2, false, 0, 0, FORM_JJR},
	{"ier", "y", 3, false, 0, 0, FORM_JJR},
	{"er", "", 3, true, 0, 0, FORM_JJR},
	{"est", "", 3, false, 0, 0, FORM_JJS},
	{"est", "e", 3, false, 0, 0, FORM_JJS},
	{"iest", "y", 4, false, 0, 0, FORM_JJS},
	{"est", "", 4, true, 0, 0, FORM_JJS},
};

static unsigned readings_by(const struct forms *forms, struct str form, const struct ending *e)
{
	size_t n = strlen(e->text);

	if (form.n < n + 2 || memcmp(form.at + form.n - n, e->text, n) != 0)
		return 0;
	if (e->doubled && (form.n < n + 3 || form.at[form.n - n - 1] != form.at[form.n - n - 2]))
		return 0;
	unsigned base = base_of(forms, form, e->cut, e->add);

	return (base & FORM_NN ? e->of_noun : 0u) | (base & FORM_VB ? e->of_verb : 0u) |
	       (base & (FORM_JJ | FORM_RB) ? e->of_adjective : 0u);
}

unsigned forms_readings(const struct forms *forms, struct str lower, uint64_t hash)
{
	unsigned readings = forms_listed(forms, hash);

	if (readings || lower.n < 4 || !memchr("sdgrtn", lower.at[lower.n - 1], 6))
		return readings;
	for (size_t i = 0; i < sizeof endings / sizeof *endings; i++)
		readings |= readings_by(forms, lower, &endings[i]);
	return readings;
}

unsigned form_reading_of(struct str name)
{
	static const char *const names[] = {"NN",  "NNS", "NNP", "NNPS", "JJ",	"RB", "VB", "VBD",
					    "VBN", "VBG", "VBZ", "JJR",	 "JJS", "X",  "CD"};

	for (unsigned i = 0; i < sizeof names / sizeof *names; i++)
		if (str_is(name, names[i]))
			return 1u << i;
	return 0;
}
