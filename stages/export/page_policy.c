#include "page_policy.h"

#include "files/digest.h"

static void add_base64(struct buf *b, const uint8_t *bytes, size_t n)
{
	static const char digits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

	for (size_t i = 0; i < n; i += 3) {
		uint32_t three = (uint32_t)bytes[i] << 16 | (i + 1 < n ? (uint32_t)bytes[i + 1] << 8 : 0) |
				 (i + 2 < n ? bytes[i + 2] : 0);

		buf_add_char(b, digits[three >> 18]);
		buf_add_char(b, digits[three >> 12 & 63]);
		buf_add_char(b, i + 1 < n ? digits[three >> 6 & 63] : '=');
		buf_add_char(b, i + 2 < n ? digits[three & 63] : '=');
	}
}

static uint8_t nibble(char c)
{
	return (uint8_t)(c <= '9' ? c - '0' : c - 'a' + 10);
}

struct str page_policy_hash(struct arena *arena, struct str bytes)
{
	enum { BYTES = (DIGEST_SHA256_HEX - 1) / 2 };
	struct buf b = {.arena = arena};
	char hex[DIGEST_SHA256_HEX];
	uint8_t digest[BYTES];
	struct sha256 *sum = sha256_begin();

	sha256_take(sum, bytes.at, bytes.n);
	sha256_end(sum, hex);
	for (size_t i = 0; i < BYTES; i++)
		digest[i] = (uint8_t)(nibble(hex[2 * i]) << 4 | nibble(hex[2 * i + 1]));
	buf_add(&b, STR("sha256-"));
	add_base64(&b, digest, sizeof digest);
	return buf_str(&b);
}

struct str page_policy(struct arena *arena, struct str style, struct str script)
{
	return str_printf(arena,
			  "default-src 'none'; style-src '%.*s'; script-src '%.*s'; img-src data:; base-uri 'none'; "
			  "form-action 'none'",
			  STR_ARG(page_policy_hash(arena, style)), STR_ARG(page_policy_hash(arena, script)));
}
