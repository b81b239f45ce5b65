#include "tags.h"

static const char *const tags[TAG_COUNT] = {
#define X(name, penn) penn,
	TAG_LIST(X)
#undef X
};

static const char *const classes[UD_COUNT] = {
#define X(name) #name,
	UD_LIST(X)
#undef X
};

const char *tag_name(enum tag tag)
{
	return tag < TAG_COUNT ? tags[tag] : "";
}

enum tag tag_of(struct str penn)
{
	for (int i = 1; i < TAG_COUNT; i++)
		if (str_is(penn, tags[i]))
			return (enum tag)i;
	return TAG_NONE;
}

const char *ud_name(enum ud_class ud)
{
	return ud && ud < UD_COUNT ? classes[ud] : "";
}

enum ud_class ud_of(struct str name)
{
	for (int i = 1; i < UD_COUNT; i++)
		if (str_is(name, classes[i]))
			return (enum ud_class)i;
	return UD_NONE;
}
