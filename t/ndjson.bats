# Newline-delimited JSON in, as every filter reads it; shown on qrie-eval, which passes coverage records on with -a.
load helper

passed_on() {
	run "$1" --separate-stderr qrie-eval -a "${@:2}"
	records=$(grep -c '"coverage"' <<<"$output" || true)
}

@test "CRLF, a byte order mark and blank lines are no faults" {
	printf '\xef\xbb\xbf{"Kind":"coverage"}\r\n\r\n   \n\t{"Kind":"coverage"} \r\n{"Kind":"coverage"}' >in
	passed_on -0 in
	same "$records" 3
	same "$stderr" ""
}

@test "a bad line is named by file and line, skipped, and remembered in the exit status" {
	printf '%s\n' '{"Kind":"coverage"}' oops '[1]' '{"Kind":"coverage"}' >in
	passed_on -2 in
	same "$records" 2
	same "${stderr_lines[0]}" "qrie-eval: in:2: unexpected character at byte 1"
	same "${stderr_lines[1]}" "qrie-eval: in:3: not an object"
}

@test "a NUL byte, invalid UTF-8, a nesting bomb and a truncated last line cost only themselves" {
	{
		printf '{"Kind":"cover\0age"}\n{"Kind":"\xff"}\n{"a":'
		head -c 5000 /dev/zero | tr '\0' '['
		printf '\n{"Kind":"coverage"}\n{"Kind":"cov'
	} >in
	passed_on -2 in
	same "$records" 1
	same "${stderr_lines[0]}" "qrie-eval: in:1: NUL byte at byte 15"
	same "${stderr_lines[1]}" "qrie-eval: in:2: invalid UTF-8 at byte 10"
	same "${stderr_lines[2]}" "qrie-eval: in:3: nested too deeply at byte 205"
	same "${stderr_lines[3]}" "qrie-eval: in:5: unfinished string at byte 13"
}

@test "a line of 64 MiB is read, a longer one is skipped with its number, and what follows is read" {
	{
		printf '{"Kind":"coverage","Message":"'
		head -c $((64 * 1024 * 1024 - 32)) /dev/zero | tr '\0' x
		printf '"}\n{"Kind":"coverage","Message":"'
		head -c $((64 * 1024 * 1024)) /dev/zero | tr '\0' x
		printf '"}\n{"Kind":"coverage"}\n'
	} >in
	run -2 --separate-stderr sh -c 'qrie-eval -a in | grep -c coverage; qrie-eval -a in >/dev/null'
	same "${lines[0]}" 2
	same "${stderr_lines[0]}" "qrie-eval: in:2: longer than 64 MiB"
}

@test "a file that cannot be read is named and the next one is read" {
	echo '{"Kind":"coverage"}' >in
	passed_on -2 missing in
	same "$records" 1
	same "$stderr" "qrie-eval: missing: No such file or directory"
	passed_on -2 . in
	same "$records" 1
	same "$stderr" "qrie-eval: .: Is a directory"
}

@test "a dash and no name at all are standard input" {
	echo '{"Kind":"coverage"}' >in
	passed_on -0 - in <in
	same "$records" 2
	passed_on -0 <in
	same "$records" 1
	echo oops >bad
	passed_on -2 <bad
	same "$stderr" "qrie-eval: (stdin):1: unexpected character at byte 1"
}

@test "records that arrive byte by byte through a pipe are read whole" {
	run -0 --separate-stderr sh -c '{ printf "{\"Kind\":"; sleep 0.1; printf "\"coverage\"}"; sleep 0.1; printf "\n{\"Kind\":\"coverage\"}"; } | qrie-eval -a | grep -c coverage'
	same "$output" 2
}

@test "a closed pipe downstream ends a filter without a word and without an error" {
	yes '{"Kind":"coverage"}' | head -n 200000 >in
	run -0 --separate-stderr bash -c 'qrie-eval -a in | head -n 1 >/dev/null; echo "${PIPESTATUS[0]}"'
	same "$output" 0
	same "$stderr" ""
}

@test "output that cannot be written is an error" {
	[ -e /dev/full ] || skip "no /dev/full here"
	echo '{"Kind":"coverage"}' >in
	run -3 sh -c 'qrie-eval -a in >/dev/full'
	same "$output" "qrie-eval: standard output: No space left on device"
}
