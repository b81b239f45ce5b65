#include "files/digest.h"

#include <errno.h>
#include <fcntl.h>
#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>
#include <xxhash.h>

enum { CHUNK_BYTES = 256 * 1024 };

struct digest {
	XXH3_state_t *state;
	uint64_t lines; /* of the file at hand */
	char chunk[CHUNK_BYTES];
};

static bool cannot_read(struct err *err, const char *path, int fd)
{
	err_set(err, "open", "cannot read %s: %s; check its permissions", path, strerror(errno));
	if (fd >= 0)
		close(fd);
	return false;
}

/* Hand the bytes of a file, chunk by chunk, to `take`. */
static bool each_chunk(const char *path, char chunk[CHUNK_BYTES], void (*take)(void *, const char *, size_t), void *to,
		       uint64_t *bytes, struct err *err)
{
	int fd = open(path, O_RDONLY | O_CLOEXEC);
	ssize_t got = 0;

	*bytes = 0;
	if (fd < 0)
		return cannot_read(err, path, fd);
	while ((got = read(fd, chunk, CHUNK_BYTES)) != 0) {
		if (got < 0 && errno == EINTR)
			continue;
		if (got < 0)
			return cannot_read(err, path, fd);
		take(to, chunk, (size_t)got);
		*bytes += (uint64_t)got;
	}
	close(fd);
	return true;
}

/* libcrypto reads the machine's openssl.cnf unless told not to: no setting of a machine
 * is to reach a digest, nor its reading to cost a start. */
struct sha256 *sha256_begin(void)
{
	OPENSSL_init_crypto(OPENSSL_INIT_NO_LOAD_CONFIG, NULL);
	EVP_MD_CTX *sum = EVP_MD_CTX_new();

	if (!sum || EVP_DigestInit_ex(sum, EVP_sha256(), NULL) != 1)
		die(EXIT_INTERNAL, "libcrypto gives no SHA-256");
	return (struct sha256 *)sum;
}

void sha256_take(void *sum, const char *at, size_t n)
{
	if (EVP_DigestUpdate(sum, at, n) != 1)
		die(EXIT_INTERNAL, "libcrypto gives no SHA-256");
}

void sha256_end(struct sha256 *sum, char out[DIGEST_SHA256_HEX])
{
	unsigned char bytes[EVP_MAX_MD_SIZE];
	unsigned n = 0;

	if (EVP_DigestFinal_ex((EVP_MD_CTX *)sum, bytes, &n) != 1)
		die(EXIT_INTERNAL, "libcrypto gives no SHA-256");
	for (unsigned i = 0; i < n; i++)
		snprintf(out + 2 * i, 3, "%02x", bytes[i]);
	EVP_MD_CTX_free((EVP_MD_CTX *)sum);
}

bool digest_sha256(const char *path, char out[DIGEST_SHA256_HEX], uint64_t *bytes, struct err *err)
{
	struct sha256 *sum = sha256_begin();
	char *chunk = malloc(CHUNK_BYTES);
	uint64_t n;

	if (!chunk)
		die(EXIT_INTERNAL, "out of memory reading %s", path);
	bool done = each_chunk(path, chunk, sha256_take, sum, &n, err);

	free(chunk);
	sha256_end(sum, out);
	if (done && bytes)
		*bytes = n;
	return done;
}

struct digest *digest_begin(void)
{
	struct digest *d = malloc(sizeof *d);

	if (!d || !(d->state = XXH3_createState()))
		die(EXIT_INTERNAL, "out of memory");
	XXH3_128bits_reset(d->state);
	return d;
}

void digest_text(struct digest *d, struct str text)
{
	uint64_t n = text.n;

	XXH3_128bits_update(d->state, &n, sizeof n);
	XXH3_128bits_update(d->state, text.at, text.n);
}

static void take_quick(void *to, const char *at, size_t n)
{
	XXH3_128bits_update(((struct digest *)to)->state, at, n);
}

static void take_lines(void *to, const char *at, size_t n)
{
	struct digest *d = to;

	take_quick(d, at, n);
	for (const char *end = at + n; (at = memchr(at, '\n', (size_t)(end - at))); at++)
		d->lines++;
}

static bool add_file(struct digest *d, const char *path, void (*take)(void *, const char *, size_t), struct err *err)
{
	uint64_t n;

	if (!each_chunk(path, d->chunk, take, d, &n, err))
		return false;
	XXH3_128bits_update(d->state, &n, sizeof n);
	return true;
}

bool digest_file(struct digest *d, const char *path, struct err *err)
{
	return add_file(d, path, take_quick, err);
}

bool digest_lines(struct digest *d, const char *path, uint64_t *lines, struct err *err)
{
	d->lines = 0;
	if (!add_file(d, path, take_lines, err))
		return false;
	*lines = d->lines;
	return true;
}

void digest_end(struct digest *d, char out[DIGEST_QUICK_HEX])
{
	XXH128_hash_t h = XXH3_128bits_digest(d->state);

	snprintf(out, DIGEST_QUICK_HEX, "%016llx%016llx", (unsigned long long)h.high64, (unsigned long long)h.low64);
	XXH3_freeState(d->state);
	free(d);
}
