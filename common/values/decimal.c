#include "values/decimal.h"

/* Products and aligned operands need up to 36 digits. */
__extension__ typedef __int128 wide;

static const int64_t power[] = {
	1,
	10,
	100,
	1000,
	10000,
	100000,
	1000000,
	10000000,
	100000000,
	1000000000,
	10000000000,
	100000000000,
	1000000000000,
	10000000000000,
	100000000000000,
	1000000000000000,
	10000000000000000,
	100000000000000000,
	1000000000000000000,
};

static const int64_t limit = 999999999999999999;

int64_t decimal_power(unsigned n)
{
	return power[n];
}

static struct decimal from_digits(int64_t digits, unsigned scale)
{
	while (scale > 0 && digits % 10 == 0) {
		digits /= 10;
		scale--;
	}
	if (digits > limit || digits < -limit || scale > DECIMAL_SCALE_MAX)
		return DECIMAL_NULL;
	return (struct decimal){digits, (uint8_t)scale, true};
}

static struct decimal from_wide(wide digits, unsigned scale)
{
	while (scale > 0 && digits % 10 == 0) {
		digits /= 10;
		scale--;
	}
	if (digits > limit || digits < -limit || scale > DECIMAL_SCALE_MAX)
		return DECIMAL_NULL;
	return (struct decimal){(int64_t)digits, (uint8_t)scale, true};
}

/* Both coefficients on the larger of the two scales. */
static unsigned align(struct decimal a, struct decimal b, wide *x, wide *y)
{
	unsigned scale = a.scale > b.scale ? a.scale : b.scale;

	*x = (wide)a.digits * power[scale - a.scale];
	*y = (wide)b.digits * power[scale - b.scale];
	return scale;
}

struct decimal decimal_of(int64_t whole)
{
	return from_digits(whole, 0);
}

struct decimal decimal_make(int64_t digits, unsigned scale)
{
	return from_digits(digits, scale);
}

bool decimal_parse(struct str text, struct decimal *out, struct err *err)
{
	size_t i = 0, digits = 0;
	unsigned scale = 0;
	bool negative = false, point = false;
	uint64_t value = 0; /* below ten times the limit: fits */

	*out = DECIMAL_NULL;
	if (text.n == 0)
		return true;
	if (text.at[0] == '-') {
		negative = true;
		i = 1;
	}
	for (; i < text.n; i++) {
		char c = text.at[i];

		if (c == '.' && !point && digits) {
			point = true;
			continue;
		}
		if (!ascii_is_digit((unsigned char)c))
			return err_set(err, "number", "want digits in '%.*s'", STR_ARG(str_slice(text, 0, 60)));
		value = 10 * value + (uint64_t)(c - '0');
		digits++;
		scale += point;
		if (value > (uint64_t)limit || scale > DECIMAL_SCALE_MAX)
			return err_set(err, "number", "want at most 18 digits, 15 behind the point, in '%.*s'",
				       STR_ARG(str_slice(text, 0, 60)));
	}
	if (!digits || (point && !scale))
		return err_set(err, "number", "want digits in '%.*s'", STR_ARG(str_slice(text, 0, 60)));
	*out = from_digits(negative ? -(int64_t)value : (int64_t)value, scale);
	return true;
}

static unsigned digits_of(uint64_t v)
{
	unsigned n = 1;

	while (n <= DECIMAL_DIGITS_MAX && v >= (uint64_t)power[n])
		n++;
	return n;
}

/* So many digits of it; returns their end. */
static char *put_digits(char *to, uint64_t v, unsigned n)
{
	for (unsigned i = n; i--; v /= 10)
		to[i] = (char)('0' + v % 10);
	return to + n;
}

static uint64_t without_sign(int64_t v)
{
	return v < 0 ? 0 - (uint64_t)v : (uint64_t)v;
}

/* A whole number; its sign is told apart. */
static char *put_whole(char *to, uint64_t v, bool negative)
{
	if (negative)
		*to++ = '-';
	return put_digits(to, v, digits_of(v));
}

char *decimal_put_int(char *to, int64_t v)
{
	return put_whole(to, without_sign(v), v < 0);
}

char *decimal_put(char *to, struct decimal d)
{
	uint64_t rest = without_sign(d.digits), unit = (uint64_t)power[d.scale];

	if (!d.known)
		return to;
	if (!d.scale)
		return put_whole(to, rest, d.digits < 0);
	to = put_whole(to, rest / unit, d.digits < 0);
	*to++ = '.';
	return put_digits(to, rest % unit, d.scale);
}

struct str decimal_format_int(struct arena *arena, int64_t v)
{
	char text[DECIMAL_TEXT_MAX], *end = decimal_put_int(text, v);

	return str_dup(arena, (struct str){text, (size_t)(end - text)});
}

struct str decimal_format(struct arena *arena, struct decimal d)
{
	char text[DECIMAL_TEXT_MAX];

	return d.known ? str_dup(arena, (struct str){text, (size_t)(decimal_put(text, d) - text)}) : STR_NULL;
}

struct str decimal_grouped(struct arena *arena, struct decimal d)
{
	struct str digits = decimal_format(arena, d);
	ptrdiff_t point = str_find(digits, STR("."));
	size_t whole = point < 0 ? digits.n : (size_t)point, sign = digits.n && digits.at[0] == '-';
	struct buf b = {.arena = arena};

	for (size_t i = 0; i < digits.n; i++) {
		if (i > sign && i < whole && (whole - i) % 3 == 0)
			buf_add_char(&b, ',');
		buf_add_char(&b, digits.at[i]);
	}
	return buf_str(&b);
}

int decimal_cmp(struct decimal a, struct decimal b)
{
	wide x, y;

	if (!a.known || !b.known)
		return a.known - b.known;
	align(a, b, &x, &y);
	return (x > y) - (x < y);
}

bool decimal_eq(struct decimal a, struct decimal b)
{
	return a.known == b.known && a.digits == b.digits && a.scale == b.scale;
}

struct decimal decimal_add(struct decimal a, struct decimal b)
{
	wide x, y;

	if (!a.known || !b.known)
		return DECIMAL_NULL;
	unsigned scale = align(a, b, &x, &y);

	return from_wide(x + y, scale);
}

struct decimal decimal_sub(struct decimal a, struct decimal b)
{
	b.digits = -b.digits;
	return decimal_add(a, b);
}

struct decimal decimal_mul(struct decimal a, struct decimal b)
{
	if (!a.known || !b.known)
		return DECIMAL_NULL;
	return from_wide((wide)a.digits * b.digits, (unsigned)a.scale + b.scale);
}

struct decimal decimal_div(struct decimal a, struct decimal b)
{
	wide x, y;
	enum { PLACES = 6 };

	if (!a.known || !b.known || b.digits == 0)
		return DECIMAL_NULL;
	align(a, b, &x, &y);
	bool negative = (x < 0) != (y < 0);

	x = x < 0 ? -x : x;
	y = y < 0 ? -y : y;
	/* x may have 33 digits: six more still fit 38; beyond that give up precision first. */
	unsigned places = 0;
	wide whole = x / y, rest = x % y;

	while (places < PLACES && rest && whole < limit / 10) {
		if (rest > ((wide)1 << 120)) {
			break;
		}
		rest *= 10;
		whole = 10 * whole + rest / y;
		rest %= y;
		places++;
	}
	if (rest && rest >= y - rest)
		whole++;
	return from_wide(negative ? -whole : whole, places);
}

struct decimal decimal_min(struct decimal a, struct decimal b)
{
	if (!a.known || !b.known)
		return a.known ? a : b;
	return decimal_cmp(a, b) <= 0 ? a : b;
}

struct decimal decimal_max(struct decimal a, struct decimal b)
{
	if (!a.known || !b.known)
		return a.known ? a : b;
	return decimal_cmp(a, b) >= 0 ? a : b;
}

bool decimal_is_whole(struct decimal d)
{
	return d.known && d.scale == 0;
}

unsigned decimal_width(struct decimal d)
{
	uint64_t rest = d.digits < 0 ? 0 - (uint64_t)d.digits : (uint64_t)d.digits;
	unsigned n = 1;

	while (rest /= 10)
		n++;
	return n;
}
