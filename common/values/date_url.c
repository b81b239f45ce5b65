#include "values/date_url.h"

#include "values/date_text.h"

/* n digits of url at i as a number in [min, max], with no digit after them; 0 else. */
static int url_number(struct str url, size_t i, size_t n, int min, int max)
{
	int64_t v;

	if (i + n > url.n || (i + n < url.n && ascii_is_digit((unsigned char)url.at[i + n])))
		return 0;
	for (size_t k = i; k < i + n; k++)
		if (!ascii_is_digit((unsigned char)url.at[k]))
			return 0;
	return str_to_int(str_slice(url, i, i + n), min, max, &v) ? (int)v : 0;
}

/* The date that starts at url[i], a year of four digits or eight digits. */
static struct date url_date(struct str url, size_t i)
{
	int whole = url_number(url, i, 8, 19800101, 21001231);

	if (whole)
		return date_of(whole / 10000, whole / 100 % 100 ? whole / 100 % 100 : 13,
			       whole % 100 ? whole % 100 : 32);

	int year = url_number(url, i, 4, 1980, 2100);
	char sep = i + 4 < url.n ? url.at[i + 4] : '\0';
	struct str rest = str_slice(url, i + 5, url.n);

	if (!year || (sep != '/' && sep != '-' && sep != '_'))
		return (struct date){0};

	struct str word = str_slice(rest, 0, 3);
	bool named = date_text_month(word) && word.at[2] != '.';
	int month = named ? date_text_month(word) : url_number(url, i + 5, 2, 1, 12);
	size_t at = i + 5 + (named ? 3 : 2);

	if (!month && sep == '/' && (month = url_number(url, i + 5, 1, 1, 9)))
		at = i + 6;
	if (!month || (at < url.n && url.at[at] != sep))
		return (struct date){0};

	int day = url_number(url, at + 1, 2, 1, 31);

	if (!day && sep == '/')
		day = url_number(url, at + 1, 1, 1, 9);
	return sep == '/' || day ? date_of(year, month, day) : (struct date){0};
}

bool date_url_find(struct str url, struct date *out)
{
	struct date best = {0};

	for (size_t i = 1; i < url.n; i++) {
		if (!ascii_is_digit((unsigned char)url.at[i]) || !url.at[i - 1] || !strchr("/-_=.", url.at[i - 1]))
			continue;

		struct date d = url_date(url, i);

		if (d.grain > best.grain)
			best = d;
	}
	if (date_is_none(best))
		return false;
	*out = best;
	return true;
}
