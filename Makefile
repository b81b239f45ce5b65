# make            build everything into build/
# make run        build, run the whole chain on the fixtures, print a summary
# make test       build and run all tests
# make check      test under sanitizers, static analysis, formatting
# make bench      speed and memory of every stage; make accuracy: how well it reads
# make train TREEBANK=DIR   train the tagger again
# make install    PREFIX=/usr/local DESTDIR=

BUILD    ?= build
PREFIX   ?= /usr/local
CC       ?= gcc
VERSION  := 0.1.0
CFLAGS   ?= -O2 -g
WARN     := -Wall -Wextra -Wshadow -Wstrict-prototypes -Wmissing-prototypes -Wpointer-arith
ALL_CFLAGS = -std=c17 -D_GNU_SOURCE -DRECOUNT_VERSION='"$(VERSION)"' $(WARN) -Icommon $(CFLAGS)
LIBS     := -lcsv -ljansson -lz -lxxhash -lutf8proc -lconfuse -lmd

STAGES   := ingest extract normalise deduplicate reconcile export
PROGRAMS := $(STAGES:%=$(BUILD)/bin/recount-%) $(BUILD)/bin/recount
DATA     := $(BUILD)/share/recount

COMMON_SRC := $(wildcard common/base/*.c common/values/*.c common/files/*.c common/records/*.c)
COMMON_LIB := $(BUILD)/lib/libcommon.a
obj = $(patsubst %.c,$(BUILD)/obj/%.o,$(1))
stage_src = $(filter-out stages/$(1)/main.c,$(wildcard stages/$(1)/*.c))

.PHONY: all clean
all: $(PROGRAMS)

$(BUILD)/obj/%.o: %.c
	@mkdir -p $(@D)
	$(CC) $(ALL_CFLAGS) $(if $(filter stages/%,$<),-I$(dir $<)) -MMD -MP -c $< -o $@

$(COMMON_LIB): $(call obj,$(COMMON_SRC))
	@mkdir -p $(@D)
	@rm -f $@
	ar rcsD $@ $^

define STAGE
$(BUILD)/lib/lib$(1).a: $(call obj,$(call stage_src,$(1)))
	@mkdir -p $$(@D)
	@rm -f $$@
	ar rcsD $$@ $$^
$(BUILD)/bin/$(2): $(BUILD)/obj/stages/$(1)/main.o $(BUILD)/lib/lib$(1).a $(COMMON_LIB)
	@mkdir -p $$(@D)
	$(CC) $(ALL_CFLAGS) $(LDFLAGS) -o $$@ $$^ $(LIBS)
endef
$(foreach s,$(STAGES),$(eval $(call STAGE,$(s),recount-$(s))))
$(eval $(call STAGE,recount,recount))

clean:
	rm -rf $(BUILD)

-include $(shell find $(BUILD)/obj -name '*.d' 2>/dev/null)
