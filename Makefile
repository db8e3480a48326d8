# qrie: build, test, install.  GNU make and BSD make both read this file.
.POSIX:
.SUFFIXES: .c .o

CC = cc
OPT = -O2 -g
WARN = -std=c11 -Wall -Wextra -Werror -Wshadow -Wstrict-prototypes -Wmissing-prototypes
CFLAGS = $(OPT)
LDFLAGS =
PREFIX = /usr/local
DESTDIR =
BINDIR = $(PREFIX)/bin
MANDIR = $(PREFIX)/share/man
SHAREDIR = $(PREFIX)/share/qrie

JQ = -ljq
JSONC_CFLAGS != pkg-config --cflags json-c 2>/dev/null || true
JSONC != pkg-config --libs json-c 2>/dev/null || echo -ljson-c
CURL != pkg-config --libs libcurl 2>/dev/null || echo -lcurl
EXPAT != pkg-config --libs expat 2>/dev/null || echo -lexpat
CRYPTO != pkg-config --libs libcrypto 2>/dev/null || echo -lcrypto
YAML != pkg-config --libs yaml-0.1 2>/dev/null || echo -lyaml
ZLIB != pkg-config --libs zlib 2>/dev/null || echo -lz
CPPFLAGS = -D_POSIX_C_SOURCE=200809L -D_DEFAULT_SOURCE -Ilib -DSHAREDIR='"$(SHAREDIR)"'

TOOLS != ls cmd/qrie-*.c | sed 's/\.c$$//'
LIBOBJ != ls lib/*.c | sed 's/\.c$$/.o/'
CMDOBJ != ls cmd/*.c | sed 's/\.c$$/.o/'
HEADERS != ls lib/*.h cmd/*.h
UNIT != ls t/lib/*-test.c t/aws/*.c 2>/dev/null | sed 's/\.c$$//'
ALLLIBS = $(JQ) $(JSONC) $(CURL) $(EXPAT) $(CRYPTO) $(ZLIB) $(YAML)

all: $(TOOLS)

.c.o:
	$(CC) $(WARN) $(CPPFLAGS) $(JSONC_CFLAGS) $(CFLAGS) -c -o $@ $<

lib/libqrie.a: $(LIBOBJ)
	rm -f $@
	ar rcs $@ $(LIBOBJ)

$(LIBOBJ): $(HEADERS)

cmd/qrie-collect: cmd/qrie-collect.o cmd/collect_options.o cmd/connection.o cmd/share_needed.o lib/libqrie.a
	$(CC) $(CFLAGS) $(LDFLAGS) -o $@ cmd/qrie-collect.o cmd/collect_options.o cmd/connection.o cmd/share_needed.o lib/libqrie.a $(ALLLIBS)
cmd/qrie-diff: cmd/qrie-diff.o cmd/diff_drift.o cmd/share_needed.o lib/libqrie.a
	$(CC) $(CFLAGS) $(LDFLAGS) -o $@ cmd/qrie-diff.o cmd/diff_drift.o cmd/share_needed.o lib/libqrie.a
cmd/qrie-eval: cmd/qrie-eval.o cmd/share_needed.o lib/libqrie.a
	$(CC) $(CFLAGS) $(LDFLAGS) -o $@ cmd/qrie-eval.o cmd/share_needed.o lib/libqrie.a $(JQ) $(ZLIB) $(JSONC) $(YAML)
cmd/qrie-report: cmd/qrie-report.o lib/libqrie.a
	$(CC) $(CFLAGS) $(LDFLAGS) -o $@ cmd/qrie-report.o lib/libqrie.a
cmd/qrie-seed: cmd/qrie-seed.o cmd/seed_resources.o cmd/seed_state.o cmd/seed_template.o cmd/connection.o cmd/share_needed.o lib/libqrie.a
	$(CC) $(CFLAGS) $(LDFLAGS) -o $@ cmd/qrie-seed.o cmd/seed_resources.o cmd/seed_state.o cmd/seed_template.o cmd/connection.o cmd/share_needed.o lib/libqrie.a $(ALLLIBS)
cmd/qrie-tag: cmd/qrie-tag.o cmd/tag_apply.o cmd/tag_options.o cmd/tag_plan.o cmd/connection.o cmd/share_needed.o lib/libqrie.a
	$(CC) $(CFLAGS) $(LDFLAGS) -o $@ cmd/qrie-tag.o cmd/tag_apply.o cmd/tag_options.o cmd/tag_plan.o cmd/connection.o cmd/share_needed.o lib/libqrie.a $(ALLLIBS)

$(CMDOBJ): $(HEADERS)

# Programs of the tests: those that drive one file of lib (t/lib/NOUN-test.c), and a made-up AWS (t/aws/cloud.c)
unit: $(UNIT)
$(UNIT): lib/libqrie.a
.c:
	$(CC) $(WARN) $(CPPFLAGS) $(JSONC_CFLAGS) $(CFLAGS) $(LDFLAGS) -o $@ $< lib/libqrie.a $(ALLLIBS)

# The main job on made-up data, and on an emulator of AWS.  sh t/setup make demo installs what this needs first.
demo: all
	sh t/demo
demo-aws: all
	bash t/demo-aws

check: all unit
	sh t/run $(TESTS)

SAN = -fsanitize=address,undefined -fno-sanitize-recover=undefined -fno-omit-frame-pointer
check-sanitize: clean
	$(MAKE) check OPT='-g -O1 $(SAN)' LDFLAGS='$(SAN)'
	$(MAKE) clean

# The whole suite on a build that counts which lines ran; fails below COVERAGE percent.
COVERAGE = 80
coverage: clean
	$(MAKE) check OPT='-g -O0 --coverage' LDFLAGS=--coverage
	sh t/coverage $(COVERAGE)
	$(MAKE) clean

check-valgrind: all unit
	QRIE_VALGRIND=1 sh t/run $(TESTS)

# Each target runs FUZZ_SECONDS over its corpus; longer by hand.
FUZZ_SECONDS = 10
fuzz:
	bash t/fuzz/run $(FUZZ_SECONDS)

# RESOURCES: how many, for each table of figures.
RESOURCES = 100000 1000000
bench: all
	bash t/bench/eval $(RESOURCES)

# qrie-collect beside boto3, and what else is installed, on a made-up AWS
bench-collect: all unit
	bash t/bench/collect

# qrie-eval beside jq, gojq, OPA and DuckDB where they are: DUCKDB is a python that has it.  RESOURCES=10000000 works too.
INVENTORIES = low high unique
COPIES = 1 14
DUCKDB =
bench-eval: all
	RESOURCES="$(RESOURCES)" INVENTORIES="$(INVENTORIES)" COPIES="$(COPIES)" DUCKDB="$(DUCKDB)" CC="$(CC)" bash t/bench/engine

# qrie-diff beside sort and join, DuckDB and jq; 1.5 million findings through their lifecycle
FINDINGS = 1500000
bench-diff: all
	FINDINGS="$(FINDINGS)" DUCKDB="$(DUCKDB)" CC="$(CC)" bash t/bench/diff

# qrie-collect and qrie-eval on a big Terraform plan, beside jq and OPA
bench-plan: all
	bash t/bench/plan

lint:
	sh t/lint

install: all
	mkdir -p $(DESTDIR)$(BINDIR) $(DESTDIR)$(MANDIR)/man1 $(DESTDIR)$(MANDIR)/man5 $(DESTDIR)$(MANDIR)/man7 \
	    $(DESTDIR)$(SHAREDIR)
	for t in $(TOOLS); do install -m 755 $$t $(DESTDIR)$(BINDIR)/ || exit 1; done
	for s in 1 5 7; do install -m 644 man/*.$$s $(DESTDIR)$(MANDIR)/man$$s/ || exit 1; done
	cp -R share/. $(DESTDIR)$(SHAREDIR)/

clean:
	rm -f $(TOOLS) cmd/*.o lib/*.o lib/libqrie.a $(UNIT) t/fuzz/*-fuzz lib/*.gc?? cmd/*.gc?? t/lib/*.gc?? t/aws/*.gc??

.PHONY: all unit demo demo-aws check check-sanitize check-valgrind coverage fuzz bench bench-collect bench-diff bench-eval bench-plan lint install clean
