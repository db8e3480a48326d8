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
CPPFLAGS = -D_POSIX_C_SOURCE=200809L -D_DEFAULT_SOURCE -Ilib -DSHAREDIR='"$(SHAREDIR)"'

TOOLS != ls cmd/qrie-*.c | sed 's/\.c$$//'
LIBOBJ != ls lib/*.c | sed 's/\.c$$/.o/'
HEADERS != ls lib/*.h
UNIT != ls t/lib/*-test.c 2>/dev/null | sed 's/\.c$$//'
ALLLIBS = $(JQ) $(JSONC) $(CURL) $(EXPAT) $(CRYPTO)

all: $(TOOLS)

.c.o:
	$(CC) $(WARN) $(CPPFLAGS) $(JSONC_CFLAGS) $(CFLAGS) -c -o $@ $<

lib/libqrie.a: $(LIBOBJ)
	rm -f $@
	ar rcs $@ $(LIBOBJ)

$(LIBOBJ): $(HEADERS)

cmd/qrie-collect: cmd/qrie-collect.o lib/libqrie.a
	$(CC) $(CFLAGS) $(LDFLAGS) -o $@ cmd/qrie-collect.o lib/libqrie.a $(ALLLIBS)
cmd/qrie-diff: cmd/qrie-diff.o lib/libqrie.a
	$(CC) $(CFLAGS) $(LDFLAGS) -o $@ cmd/qrie-diff.o lib/libqrie.a
cmd/qrie-eval: cmd/qrie-eval.o lib/libqrie.a
	$(CC) $(CFLAGS) $(LDFLAGS) -o $@ cmd/qrie-eval.o lib/libqrie.a $(JQ)
cmd/qrie-report: cmd/qrie-report.o lib/libqrie.a
	$(CC) $(CFLAGS) $(LDFLAGS) -o $@ cmd/qrie-report.o lib/libqrie.a $(JSONC)
cmd/qrie-seed: cmd/qrie-seed.o lib/libqrie.a
	$(CC) $(CFLAGS) $(LDFLAGS) -o $@ cmd/qrie-seed.o lib/libqrie.a $(JSONC)
cmd/qrie-tag: cmd/qrie-tag.o lib/libqrie.a
	$(CC) $(CFLAGS) $(LDFLAGS) -o $@ cmd/qrie-tag.o lib/libqrie.a $(JSONC)

cmd/qrie-collect.o cmd/qrie-diff.o cmd/qrie-eval.o cmd/qrie-report.o cmd/qrie-seed.o cmd/qrie-tag.o: $(HEADERS)

# Programs of the tests that drive one file of lib: t/lib/NOUN-test.c
unit: $(UNIT)
$(UNIT): lib/libqrie.a
	$(CC) $(WARN) $(CPPFLAGS) $(JSONC_CFLAGS) $(CFLAGS) $(LDFLAGS) -o $@ $@.c lib/libqrie.a $(ALLLIBS)

clean:
	rm -f $(TOOLS) cmd/*.o lib/*.o lib/libqrie.a $(UNIT) t/fuzz/*-fuzz

.PHONY: all unit clean
