#!/usr/bin/env bats
# JSON objects wherever they stand (lib/documents.h), as qrie-collect --from reads AWS's files.
load helper

read_them() {
	run "$1" --separate-stderr documents-test Records,configurationItems "${@:2}"
}

@test "objects come one by one from lines, from several lines and from one behind the other" {
	printf '{"a":1}\n\n{\n  "b": [1,\n 2]\n}\r\n{"c":"}{"}{"d":{}}\n' >in
	read_them -0 in
	same "$output" $'1 {"a":1}\n3 {\n  "b": [1,\n 2]\n}\n7 {"c":"}{"}\n7 {"d":{}}'
}

@test "the items of a list that is named come by themselves, what stands around it does not" {
	printf '{"fileVersion":"1.0","x":{"Records":[{"no":1}]},"configurationItems":[{"a":[{"b":"]"}]}, {"c":2}],"y":[{}]}' >in
	read_them -0 in
	same "$output" $'1 {"a":[{"b":"]"}]}\n1 {"c":2}'
	printf '{"Records" : [\n{"a":1},\n{"a":2}\n]}\n{"Records":[]}\n{"a":3}\n' >in
	read_them -0 in
	same "$output" $'2 {"a":1}\n3 {"a":2}\n6 {"a":3}'
}

@test "a list that stands alone is its items" {
	printf '[{"a":1},{"Records":[{"a":2}]}]\n{"Records":7}' >in
	read_them -0 in
	same "$output" $'1 {"a":1}\n1 {"Records":[{"a":2}]}\n2 {"Records":7}'
}

@test "gzip and plain files are told apart by what is in them, standard input too" {
	printf '{"Records":[{"a":1}]}' | gzip >one
	printf '{"a":2}\n' >two
	{ printf '{"a":3}\n' | gzip; printf '{"a":4}\n' | gzip; } >three
	read_them -0 one two - <three
	same "$output" $'1 {"a":1}\n1 {"a":2}\n1 {"a":3}\n2 {"a":4}'
}

@test "a gzip file that is cut short gives what is there, and is named" {
	seq 9999 | jq -c '{n: ., m: @base64}' | gzip >whole
	head -c 20000 whole >half
	read_them -2 half
	[ "${#lines[@]}" -gt 100 ]
	[[ $stderr == *'half: the compressed file is cut short'* ]]
}

@test "what is broken is named by file and line, and costs no object behind it" {
	printf '%s\n' '{"a":1}' oops '{"a":2' '{"a":3}' '{"a":"x' '{"a":4}' '{"a":tru}' '{"Records":[{"a":5},7,{"a":6' \
	    '{"a":7}' ']}' '{"a":8}' >in
	read_them -2 in
	same "$output" $'1 {"a":1}\n4 {"a":3}\n6 {"a":4}\n8 {"a":5}\n9 {"a":7}\n11 {"a":8}'
	same "$stderr" "documents-test: in:2: not an object
documents-test: in:3: it is cut short
documents-test: in:5: a text is not ended in its line
documents-test: in:7: unexpected character at byte 6
documents-test: in:8: not an object
documents-test: in:8: it is cut short"
}

@test "a file that ends in the middle of an object or a list is named" {
	printf '{"Records":[{"a":1},' >in
	printf '{"a":' >in2
	read_them -2 in in2 none
	same "$output" '1 {"a":1}'
	same "$stderr" "documents-test: in:1: it is cut short
documents-test: in2:1: it is cut short
documents-test: none: No such file or directory"
}

@test "objects over the ends of blocks are whole" {
	jq -nc '{x: "y", configurationItems: [range(3000) | {n: ., pad: ("ab\"\\" * (. % 500))}]}' >in
	read_them -0 in
	sed 's/^[0-9]* //' <<<"$output" >got
	jq -c '.configurationItems[]' in | cmp - got
}

@test "memory does not grow with a list, and an object longer than 64 MiB is passed over" {
	python3 - >in <<-'EOT'
		print('{"Records":[{"a":1},{"a":"' + 'x' * (65 << 20) + '"},{"a":2}]}')
	EOT
	read_them -2 in
	same "$output" $'1 {"a":1}\n1 {"a":2}'
	same "$stderr" 'documents-test: in:1: longer than 64 MiB'
	[ -z "${QRIE_VALGRIND-}" ] || skip "its own memory would be measured"
	export ASAN_OPTIONS=quarantine_size_mb=1	# what is freed is not to count
	peak() {
		jq -nc --argjson n "$1" '{Records: [range($n) | {a: ("x" * 1000)}]}' >in
		env time -q -f %M -o rss documents-test Records in | wc -l >n
		same "$(cat n)" "$1"
		cat rss
	}
	[ "$(peak 60000)" -lt "$(($(peak 10000) * 5 / 4))" ]
}
