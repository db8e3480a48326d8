load helper

# A project of one function with two branches, of which one is run.
setup() {
	command -v "${GCOV:-gcov}" >/dev/null || skip "no gcov"
	cd "$BATS_TEST_TMPDIR" || return
	mkdir -p lib cmd t/.tmp
	cp "$QRIE_TOP/t/coverage" t/coverage
	cat >lib/sign.c <<-'END'
	int sign(int n);
	int sign(int n)
	{
		if (n < 0)
			return -1;
		return 1;
	}
	END
	cat >cmd/main.c <<-'END'
	int sign(int n);
	int main(void)
	{
		return sign(3) == 1 ? 0 : 1;
	}
	END
	for c in lib/sign cmd/main; do
		gcc -O0 --coverage -c -o "$c.o" "$c.c"
	done
	gcc --coverage -o main cmd/main.o lib/sign.o
}

@test "TST-17: coverage prints the share of lines that ran, of each file and of all, and is 0 at the goal" {
	./main
	run -0 sh t/coverage 80
	[[ "${lines[0]}" == *"75.0 %  of      4 lines  lib/sign.c" ]]
	[[ "${lines[1]}" == *"83.3 %  of      6 lines  all" ]]
}

@test "TST-17: coverage below the goal fails" {
	./main
	run -1 sh t/coverage 90
}

@test "TST-17: where nothing ran the coverage is 0 and fails" {
	run -1 sh t/coverage 1
	[[ "$output" == *"  0.0 %"*" all"* ]]
}

@test "TST-17: coverage of a build that does not count is an error, not a figure" {
	rm lib/*.gcno cmd/*.gcno
	run -3 sh t/coverage 80
	[[ "$output" == *"no build with --coverage"* ]]
}
