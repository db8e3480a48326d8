# The JSON scanner that every tool reads with.
load helper

@test "every text of the JSON parsing suite is accepted or refused as RFC 8259 says" {
	run -0 scan-test texts <"$QRIE_TOP/t/data/json-texts"
	same "$output" "316 texts, 0 wrong"
}

@test "a hundred thousand open brackets are refused and do not exhaust the stack" {
	head -c 100000 /dev/zero | tr '\0' '[' >bomb
	run -1 scan-test check <bomb
	same "$output" "200: nested too deeply"
}

@test "two hundred levels of nesting are read, one more is refused" {
	printf '%200s' '' | tr ' ' '[' >deep
	printf '%200s' '' | tr ' ' ']' >>deep
	run -0 scan-test check <deep
	printf '[' | cat - deep >deeper
	printf ']' >>deeper
	run -1 scan-test check <deeper
}

@test "a fault is named with the offset of its byte" {
	run -1 scan-test check <<<'{"a": tru}'
	same "$output" "6: unexpected character"
	run -1 scan-test check <<<'{"a": 1,}'
	same "$output" "8: expected a key"
	run -1 scan-test check <<<'["a'
	same "$output" "3: control character in a string"
	printf '["a' >cut
	run -1 scan-test check <cut
	same "$output" "3: unfinished string"
}

@test "the last of two equal keys wins, whichever way they are spelled" {
	run -0 scan-test get a a.b <<<'{"a": 1, "\u0061": {"b": [2, "}"]}}'
	same "${lines[0]}" '{"b": [2, "}"]}'
	same "${lines[1]}" '[2, "}"]'
}

@test "what is not there is told apart from null" {
	run -0 scan-test get a b a.b <<<'{"a": null}'
	same "$output" $'null\nnone\nnone'
}

@test "escapes decode to UTF-8, a lone surrogate to the replacement character" {
	run -0 scan-test decode <<<'"\ud834\udd1e \u00e9 \t\/\"\\ \ud800x"'
	same "$output" $'\xf0\x9d\x84\x9e \xc3\xa9 \t/"\\ \xef\xbf\xbdx'
}

@test "integers are read to the last digit, and what does not fit is none" {
	run -0 scan-test integer <<<'9223372036854775806'
	same "$output" 9223372036854775806
	run -0 scan-test integer <<<'-9223372036854775808'
	same "$output" -9223372036854775808
	run -0 scan-test integer <<<'9223372036854775808'
	same "$output" 9223372036854775807
	run -0 scan-test integer <<<'1.0'
	same "$output" 9223372036854775807
}
