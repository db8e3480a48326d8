# The parsers under libFuzzer, ASan and UBSan: a second each here, longer with make fuzz.
load helper

@test "no parser is broken by what a second of fuzzing finds" {
	command -v clang >/dev/null || skip "no clang"
	run -0 env -u MAKEFLAGS make -s -C "$QRIE_TOP" fuzz FUZZ_SECONDS=1
	for target in "$QRIE_TOP"/t/fuzz/*-fuzz.c; do
		name=$(basename "$target" -fuzz.c)
		[[ $output == *"fuzz: $name: 1 s, nothing found"* ]]
		[ -n "$(ls "$QRIE_TOP/t/fuzz/corpus/$name")" ]
	done
}
