#include "text.h"

#include "base/utf8.h"
#include "charset.h"
#include "jsonl.h"
#include "space.h"
#include "whole.h"

bool text_is(struct str head)
{
	(void)head;
	return true;
}

bool text_check(struct str text, struct err *err)
{
	size_t letters = 0, controls = 0;

	for (size_t i = 0; i < text.n; i++) {
		unsigned char c = (unsigned char)text.at[i];

		letters += ascii_is_alpha(c) || c >= 0x80;
		controls += c < ' ' && !ascii_is_space(c);
	}
	if (controls > 1 + text.n / 500)
		return err_set(err, "text", "not an article: it holds %zu control characters", controls);
	return (letters > 0 && space_trim(text).n) || err_set(err, "text", "not an article: it holds no words");
}

/* "a17" of "inbox/a17.txt.gz"; empty for standard input and for names that are not UTF-8. */
static struct str name_of(struct arena *arena, const char *path)
{
	struct str name = str_of(path), rest = name;

	while (rest.at)
		name = str_cut(&rest, '/');
	if (str_ends(name, STR(".gz")))
		name.n -= 3;
	for (size_t i = name.n; i-- > 1;)
		if (name.at[i] == '.') {
			name.n = i;
			break;
		}
	return str_eq(name, STR("-")) || utf8_invalid(name) >= 0 ? STR_NULL : str_dup(arena, name);
}

enum given_result text_next(struct source *from, struct given *out, struct err *err)
{
	struct str bytes;

	*out = (struct given){.path = from->path, .position = 1, .ref_is_name = true};
	if (from->records++ > 0)
		return GIVEN_END;
	if (!whole_read(from, from->arena, &bytes, err) || !charset_decode(bytes, from->arena, &out->text, err) ||
	    !text_check(out->text, err))
		return GIVEN_BAD;
	if (out->text.n != bytes.n && jsonl_is(out->text)) {
		err_set(err, "encoding", "JSON is read as UTF-8 only: convert it");
		return GIVEN_BAD;
	}
	out->ref = name_of(from->arena, from->path);
	return GIVEN_ARTICLE;
}
