# make            build everything into build/
# make run        build, run the whole chain on the fixtures, print a summary
# make test       build and run all tests
# make check      test under sanitizers, static analysis, formatting
# make bench      speed and memory of every stage (bench-nights: of a night in a full store; bench-copies: how well
#                 copies are told); make accuracy: how well it reads
# make fuzz-dates FUZZ_SECONDS=300   any bytes, under sanitizers: one target for each tests/fuzz/fuzz_*.c
# make train TREEBANK=DIR   train the tagger again
# make install    PREFIX=/usr/local DESTDIR=

BUILD    ?= build
PREFIX   ?= /usr/local
CC       ?= gcc
VERSION  := 0.1.0
CFLAGS   ?= -O3 -g
WARN     := -Wall -Wextra -Wshadow -Wstrict-prototypes -Wmissing-prototypes -Wpointer-arith
ALL_CFLAGS = -std=c17 -D_GNU_SOURCE -DRECOUNT_VERSION='"$(VERSION)"' $(WARN) -Icommon -isystem /usr/include/libxml2 $(CFLAGS)
# Each program is linked with what it uses of these, no more.
LIBS     := -Wl,--as-needed -lcsv -ljansson -lz -lxxhash -lutf8proc -lconfuse -lcrypto -lxml2 -luchardet -larchive \
	-lxlsxwriter -ldeflate -lexttextcat-2.0 -lm -pthread

STAGES   := ingest extract normalise deduplicate reconcile export
PROGRAMS := $(STAGES:%=$(BUILD)/bin/recount-%) $(BUILD)/bin/recount
DATA     := $(BUILD)/share/recount

# Short lines; make V=1 shows the commands.
ifeq ($(V),1)
SAY = @:
Q =
else
SAY = @echo
Q = @
endif

COMMON_SRC := $(wildcard common/base/*.c common/values/*.c common/files/*.c common/records/*.c)
COMMON_LIB := $(BUILD)/lib/libcommon.a
obj = $(patsubst %.c,$(BUILD)/obj/%.o,$(1))
stage_src = $(filter-out stages/$(1)/main.c,$(wildcard stages/$(1)/*.c))

.PHONY: all clean data
all: $(PROGRAMS) data

$(BUILD)/obj/%.o: %.c
	@mkdir -p $(@D)
	$(SAY) "cc    $<"
	$(Q)$(CC) $(ALL_CFLAGS) $(if $(filter stages/%,$<),-I$(dir $<)) -MMD -MP -c $< -o $@

$(COMMON_LIB): $(call obj,$(COMMON_SRC))
	@mkdir -p $(@D)
	@rm -f $@
	$(SAY) "ar    $@"
	$(Q)ar rcsD $@ $^

define STAGE
$(BUILD)/lib/lib$(1).a: $(call obj,$(call stage_src,$(1)))
	@mkdir -p $$(@D)
	@rm -f $$@
	$(SAY) "ar    $$@"
	$(Q)ar rcsD $$@ $$^
$(BUILD)/bin/$(2): $(BUILD)/obj/stages/$(1)/main.o $(BUILD)/lib/lib$(1).a $(COMMON_LIB)
	@mkdir -p $$(@D)
	$(SAY) "ld    $$@"
	$(Q)$(CC) $(ALL_CFLAGS) $(LDFLAGS) -o $$@ $$^ $(LIBS)
endef
$(foreach s,$(STAGES),$(eval $(call STAGE,$(s),recount-$(s))))
$(eval $(call STAGE,recount,recount))

# Words and places, compiled into what a stage maps at start.
COMPILE := $(BUILD)/bin/lexicon-compile
data: $(DATA)/lexicon.bin $(DATA)/gazetteer.bin

$(COMPILE): $(BUILD)/obj/common/lexicon/compile.o $(COMMON_LIB)
	@mkdir -p $(@D)
	$(SAY) "ld    $@"
	$(Q)$(CC) $(ALL_CFLAGS) $(LDFLAGS) -o $@ $^ $(LIBS)

$(DATA)/lexicon.bin: $(COMPILE) $(wildcard common/lexicon/*.csv)
	@mkdir -p $(@D)
	$(SAY) "words $@"
	$(Q)$(COMPILE) lexicon common/lexicon $@

$(DATA)/gazetteer.bin: $(COMPILE) $(wildcard common/lexicon/gazetteer/*.csv common/lexicon/gazetteer/*.csv.gz)
	@mkdir -p $(@D)
	$(SAY) "words $@"
	$(Q)$(COMPILE) gazetteer common/lexicon/gazetteer $@

# The words as people write them lie beside: own folders are compiled together with them.
data: $(DATA)/lexicon
$(DATA)/lexicon: $(wildcard common/lexicon/*.csv)
	$(SAY) "words $@/"
	$(Q)rm -rf $@ && mkdir -p $@ && cp $^ $@/

# --- language floor of extract: word tables, tagger, training -----------------------------
TOKEN_WORDS := $(BUILD)/gen/token_words.h
$(TOKEN_WORDS): common/values/words.awk common/lexicon/abbreviations.csv common/lexicon/splits.csv
	@mkdir -p $(@D)
	LC_ALL=C awk -f $^ > $@.tmp && mv $@.tmp $@
$(BUILD)/obj/common/values/words.o: ALL_CFLAGS += -I$(BUILD)/gen
$(BUILD)/obj/common/values/words.o: $(TOKEN_WORDS)

# --- style and script of the page, as strings
PAGE_FILES := $(BUILD)/gen/page_files.h
$(PAGE_FILES): stages/export/page_files.awk stages/export/page.css stages/export/page.js
	@mkdir -p $(@D)
	LC_ALL=C awk -f $^ > $@.tmp && mv $@.tmp $@
$(BUILD)/obj/stages/export/page_head.o: ALL_CFLAGS += -I$(BUILD)/gen
$(BUILD)/obj/stages/export/page_head.o: $(PAGE_FILES)

data: $(DATA)/tagger.model
$(DATA)/tagger.model: stages/extract/tagger.model
	@mkdir -p $(@D)
	cp $< $@.tmp && mv $@.tmp $@

# The trainer is not installed. Its model is committed: train again after a change of tag_features.c, tag_glance.h or tokens.
TRAIN := $(BUILD)/bin/train-tagger
$(BUILD)/obj/stages/extract/train/%.o: ALL_CFLAGS += -Istages/extract -O3 -ffp-contract=off
$(TRAIN): $(call obj,$(wildcard stages/extract/train/*.c)) $(BUILD)/lib/libextract.a $(COMMON_LIB)
	@mkdir -p $(@D)
	$(SAY) "ld    $@"
	$(Q)$(CC) $(ALL_CFLAGS) $(LDFLAGS) -o $@ $^ $(LIBS) -lm
.PHONY: train
train: $(TRAIN)
	@test -n "$(TREEBANK)" || { echo "make train: say where the treebanks are: make train TREEBANK=DIR" >&2; exit 2; }
	$(TRAIN) $(TREEBANK) common/lexicon/lemmas.csv stages/extract/train/forms.csv stages/extract/tagger.model
# make accuracy: the tagger's part reads treebanks as the trainer does.
$(BUILD)/lib/libtreebank.a: $(call obj,$(addprefix stages/extract/train/,accuracy.c treebank.c variants.c))
	@mkdir -p $(@D)
	@rm -f $@
	$(SAY) "ar    $@"
	$(Q)ar rcsD $@ $^
$(BUILD)/tests/accuracy_tagging: $(BUILD)/lib/libtreebank.a

# --- end of the language floor ------------------------------------------------------------

# --- run and install ----------------------------------------------------------------------
# The articles of all fixtures in one inbox, with a store of its own under build/run.
.PHONY: run run-fixtures install
run: deps
	@$(MAKE) --no-print-directory all
	@$(MAKE) --no-print-directory run-fixtures
run-fixtures:
	@rm -rf $(BUILD)/run && mkdir -p $(BUILD)/run/inbox
	@for case in fixtures/*/articles; do name=$${case#fixtures/}; cp -r $$case $(BUILD)/run/inbox/$${name%/articles}; done
	@$(BUILD)/bin/recount run -c pipeline.conf --inbox $(BUILD)/run/inbox --store $(BUILD)/run/store \
		--out $(BUILD)/run/out --table

MAN := $(wildcard stages/*/*.1)
install: all
	install -d $(DESTDIR)$(PREFIX)/bin $(DESTDIR)$(PREFIX)/share/recount/lexicon $(DESTDIR)$(PREFIX)/share/man/man1 \
		$(DESTDIR)$(PREFIX)/share/doc/recount
	install -m 755 $(PROGRAMS) $(DESTDIR)$(PREFIX)/bin
	install -m 644 $(DATA)/*.bin $(DATA)/tagger.model $(DESTDIR)$(PREFIX)/share/recount
	install -m 644 $(DATA)/lexicon/*.csv $(DESTDIR)$(PREFIX)/share/recount/lexicon
	install -m 644 $(MAN) $(DESTDIR)$(PREFIX)/share/man/man1
	install -m 644 pipeline.conf $(wildcard README.md CHANGELOG.md LICENSE) $(DESTDIR)$(PREFIX)/share/doc/recount
	install -m 644 stages/recount/recount.cron stages/recount/recount.service stages/recount/recount.timer \
		$(DESTDIR)$(PREFIX)/share/doc/recount

include tests/tests.mk
include tests/quality.mk
include tests/fuzz.mk

clean:
	rm -rf $(BUILD)

-include $(shell find $(BUILD)/obj -name '*.d' 2>/dev/null)
