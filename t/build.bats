# The tree as it is built, installed and moved.
load helper

@test "the top level holds exactly what it should" {
	run -0 git -C "$QRIE_TOP" ls-tree --name-only HEAD
	same "$(grep -v '^\.' <<<"$output" | LC_ALL=C sort | tr '\n' ' ')" "Makefile README cmd examples lib man share t "
}

@test "DOC-04: BSD make and clang build every tool without a warning" {
	command -v bmake clang >/dev/null || skip "no bmake or no clang"
	mkdir tree
	(cd "$QRIE_TOP" && git ls-files -z | xargs -0 tar -cf - 2>/dev/null) | tar -xf - -C tree
	(cd "$QRIE_TOP" && tar -cf - --exclude='*.o' --exclude='*.a' lib cmd/*.c share Makefile) | tar -xf - -C tree
	cd tree
	run -0 env -u MAKEFLAGS bmake -j 2 CC=clang OPT=-O0
	[[ $output != *warning:* ]]
	[ -x cmd/qrie-eval ]
}

@test "TFM-20: the build refuses a library that is too old, and says which is needed" {
	mkdir -p old/curl old/json-c
	printf '#define LIBCURL_VERSION_NUM 0x074100\n' >old/curl/curl.h
	printf '#define JSON_C_VERSION_NUM ((0 << 16) | (14 << 8))\n' >old/json-c/json.h
	run ! cc -fsyntax-only -Iold -I"$QRIE_TOP/lib" "$QRIE_TOP/lib/http.c"
	[[ $output == *"libcurl 7.66.0 or newer is needed"* ]]
	run ! cc -fsyntax-only -Iold -I"$QRIE_TOP/lib" -D_DEFAULT_SOURCE "$QRIE_TOP/lib/tree.c"
	[[ $output == *"json-c 0.15 or newer is needed"* ]]
	# libjq has no version to ask for; 1.5, the one before, has no jq_halt()
	rm -r old/*
	header=$(cc -E -include jq.h -xc /dev/null | sed -n 's/^# 1 "\(.*\/jq\.h\)".*/\1/p' | head -n 1)
	grep -v jq_halt "$header" >old/jq.h
	run ! cc -fsyntax-only -Werror -Iold -I"$QRIE_TOP/lib" -D_DEFAULT_SOURCE "$QRIE_TOP/lib/rules.c"
	[[ $output == *jq_halt* ]]
	cp "$header" old/jq.h
	cc -fsyntax-only -Werror -Iold -I"$QRIE_TOP/lib" -D_DEFAULT_SOURCE "$QRIE_TOP/lib/rules.c"
}

@test "DOC-03: make install puts tools, pages and data where they are found, and no test" {
	make -s -C "$QRIE_TOP" install DESTDIR="$PWD/root" PREFIX=/opt/qrie >/dev/null
	for tool in collect diff eval report seed tag; do
		[ -x "root/opt/qrie/bin/qrie-$tool" ]
		[ -e "root/opt/qrie/share/man/man1/qrie-$tool.1" ]
	done
	[ -e root/opt/qrie/share/man/man5/qrie-records.5 ]
	run -0 find root \( -name '*.bats' -o -name '*-test*' -o -name '*.o' -o -name '*.pyc' \)
	same "$output" ""
	# moved elsewhere, the tools find their data beside them
	mv root/opt/qrie moved
	cd /
	PATH=$BATS_TEST_TMPDIR/moved/bin:/usr/bin:/bin run -0 --separate-stderr qrie-eval --list
	[[ $output == *S3BucketPublic* ]]
	run -0 --separate-stderr env -i "$BATS_TEST_TMPDIR/moved/bin/qrie-collect" --list
	[[ $output == *AWS::S3::Bucket* ]]
}

@test "no source file is longer than a thousand lines, and no function than seventy" {
	cd "$QRIE_TOP"
	for f in lib/*.c cmd/*.c; do
		awk -v f="$f" '
			/^[A-Za-z_].*[^;]$/ && !/^(struct|enum|union|typedef|static const|#|})/ { name = $0 }
			/^\{/ { o = NR } /^\}/ { if (o && NR - o > 70) { print f ": " name ": " NR - o " lines"; bad = 1 } o = 0 }
			END { if (NR > 1000) { print f ": " NR " lines"; bad = 1 } exit bad }' "$f"
	done
}

@test "SEC-08: nothing in the tree names a machine's paths or carries a key of AWS" {
	cd "$QRIE_TOP"
	run -1 git grep -nIE '/(root|home)/[a-z]' -- ':!t/build.bats'
	# the example keys of AWS's own documents and the signing cases are the only ones
	run git grep -nIoE '\b(AKIA|ASIA)[A-Z0-9]{16}\b' -- ':!t/data/sigv4*'
	same "$(grep -vE 'EXAMPLE$|AKIDEXAMPLE' <<<"$output")" ""
}

@test "make bench prints time and memory beside jq's, as ratios" {
	BENCH_RUNS=1 run -0 env -u MAKEFLAGS make -s -C "$QRIE_TOP" bench RESOURCES=200
	for name in qrie-eval 'qrie-eval -j 2' jq 'wc -l'; do
		[[ $output =~ "  $name "\ +[0-9]+\.[0-9]+\ s\ +[0-9]+\.[0-9]+\ MB\ +[0-9]+\.[0-9]+\ x\ qrie-eval ]]
	done
}

@test "make bench-eval prints ratios, finds the same as jq, and counts instructions" {
	BENCH_RUNS=1 FIXED=50 run -0 env -u MAKEFLAGS make -s -C "$QRIE_TOP" bench-eval RESOURCES=100 COPIES=1 DUCKDB=
	for name in qrie-eval 'qrie-eval -j 2' 'qrie-eval --no-cache' 'qrie-eval --no-projection' jq 'wc -l'; do
		same "$(grep -cE "^  $name +[0-9.]+ s +[0-9.]+ s cpu +[0-9.]+ MB +[0-9.]+ x +[0-9.]+ x cpu$" <<<"$output")" 3
	done
	command -v valgrind >/dev/null || return 0
	for inventory in low high unique; do
		[[ $output =~ "  $inventory "\ +[0-9]+\ +[0-9]+\ a\ resource ]]
	done
}

@test "TST-19: tests of files pass with no network and without credentials" {
	unshare -rn true || skip "users may make no network namespace here"
	path=${PATH//"$BATS_LIBEXEC:"/}
	for f in ndjson ignore; do
		run -0 env -i PATH="$path" HOME="$PWD" TMPDIR="$PWD" unshare -rn "${BATS:-bats}" --formatter tap "$QRIE_TOP/t/$f.bats"
		[[ $output == *"ok 9 "* && $output != *"# skip"* ]]
	done
}
