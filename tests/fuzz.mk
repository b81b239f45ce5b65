# make fuzz-dates FUZZ_SECONDS=300: any bytes as input, by clang's libFuzzer under the sanitizers. What a run finds
# beyond the seeds stays in build/fuzz/corpus; an input that fails is left in build/fuzz.

FUZZ_SECONDS ?= 60
FUZZ_FLAGS := -O1 -g -fsanitize=fuzzer-no-link,address,undefined -fno-sanitize-recover=undefined -fno-omit-frame-pointer

# fuzz_NAME.c, the stages whose libraries it is linked with, the longest input [bytes], seeds
define FUZZ
.PHONY: fuzz-$(1) fuzz-$(1)-here
fuzz-$(1):
	@$$(MAKE) --no-print-directory BUILD=$$(BUILD)/fuzz CC=clang CFLAGS='$$(FUZZ_FLAGS)' fuzz-$(1)-here
fuzz-$(1)-here: $$(BUILD)/tests/fuzz_$(1) data
	@mkdir -p $$(BUILD)/corpus/$(1)
	RECOUNT_DATA=$$(abspath $$(DATA)) $$< -max_total_time=$$(FUZZ_SECONDS) -max_len=$(3) -timeout=10 \
		-artifact_prefix=$$(BUILD)/ $$(BUILD)/corpus/$(1) $(4)
$$(BUILD)/obj/tests/fuzz/fuzz_$(1).o: ALL_CFLAGS += $(2:%=-Istages/%)
$$(BUILD)/tests/fuzz_$(1): $$(BUILD)/obj/tests/fuzz/fuzz_$(1).o $(2:%=$$(BUILD)/lib/lib%.a) $$(COMMON_LIB)
	@mkdir -p $$(@D)
	$$(SAY) "ld    $$@"
	$$(Q)$$(CC) $$(ALL_CFLAGS) -fsanitize=fuzzer,address,undefined -o $$@ $$< -Wl,--start-group $$(filter %.a,$$^) \
		-Wl,--end-group $$(LIBS)
endef
$(eval $(call FUZZ,tagger,extract,4096))
$(eval $(call FUZZ,numbers,extract,2048))
$(foreach f,dates speakers,$(eval $(call FUZZ,$(f),extract normalise,4096)))
$(eval $(call FUZZ,ingest,ingest,8192))
$(eval $(call FUZZ,html,ingest,16384,fixtures/web-pages/articles))
$(foreach f,warc http feed rows jsonl,$(eval $(call FUZZ,$(f),ingest,16384,tests/fuzz/seeds/$(f))))
