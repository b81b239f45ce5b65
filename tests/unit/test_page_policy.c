#include "folder_of_test.h"

#include "page_policy.h"

TestSuite(page_policy, .init = folder_begin, .fini = folder_end);

Test(page_policy, hashes_are_what_a_browser_reckons)
{
	/* printf '' | openssl dgst -sha256 -binary | base64, and so on */
	static const struct {
		const char *text, *hash;
	} cases[] = {
		{"", "sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU="},
		{"abc", "sha256-ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0="},
		{"alert('Hello, world.');", "sha256-qznLcsROx4GACP2dm0UCKCzCG+HiZ1guq6ZZDob/Tng="},
	};

	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
		expect_text(page_policy_hash(&arena, str_of(cases[i].text)), cases[i].hash);
}

Test(page_policy, allows_nothing_but_its_own_style_and_script)
{
	expect_text(page_policy(&arena, STR("abc"), STR("")),
		    "default-src 'none'; style-src 'sha256-ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0='; "
		    "script-src 'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='; img-src data:; "
		    "base-uri 'none'; form-action 'none'");
}
