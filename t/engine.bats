# How qrie-eval comes to its verdicts: by projections that are remembered.  Whatever it does, jq on whole records is right.
load helper
load jq

now=2026-01-31T00:00:00Z
coarse=$QRIE_TOP/t/data/coarse

strange() {	# policies seed count [readable]: records to be puzzled by
	qrie-eval --list -f json -d "$1" | python3 "$QRIE_TOP/t/lib/strange.py" "${@:2}"
}

# The same output in all ways that there are to make it.
same_in_all_ways() {	# policies file
	local how status n=0
	for how in --no-projection --stats --no-cache "-j 2"; do
		status=0
		# shellcheck disable=SC2086 # options
		qrie-eval -a -d "$1" --now "$now" $how "$2" >"out.$n" 2>"err.$n" || status=$?
		[ "$status" -eq 2 ] || return 1	# some rule always fails
		cmp out.0 "out.$n" || return 1
		n=$((n + 1))
	done
	[ "$(grep -c '"ACTIVE"' out.0)" -gt 100 ] && [ "$(grep -c '"UNKNOWN"' out.0)" -gt 100 ]
}

@test "strange records are judged by the policies that ship as jq judges them whole, with and without memory and projection" {
	for seed in 11 12; do
		strange "$QRIE_TOP/share/policies" $seed 1500 >in
		same_in_all_ways "$QRIE_TOP/share/policies" in
		strange "$QRIE_TOP/share/policies" $seed 1000 readable >readable
		same_as_jq "$QRIE_TOP/share/policies" readable
	done
}

@test "strange records are judged by policies of every kind of read as jq judges them whole" {
	for seed in 21 22; do
		strange "$coarse" $seed 1500 >in
		same_in_all_ways "$coarse" in
		strange "$coarse" $seed 1000 readable >readable
		same_as_jq "$coarse" readable
	done
}

@test "a record that looks like one before, but for a few bytes, is read and refused as if it were the first" {
	qrie-seed data --seed 1 --now "$now" --resources 300 >seeded
	python3 "$QRIE_TOP/t/lib/mutate.py" 1 20000 <seeded >in
	for how in --stats --no-cache; do	# jq 1.6 leaks when fromjson fails
		run -2 env ASAN_OPTIONS=detect_leaks=0 sh -c "qrie-eval -a --now $now $how in >out.$how 2>err.$how"
	done
	cmp out.--stats out.--no-cache
	cmp <(grep '^qrie-eval: in:' err.--stats) <(grep '^qrie-eval: in:' err.--no-cache)
	[ "$(grep -c '"finding"' out.--stats)" -gt 10000 ]
	[ "$(grep -c '^qrie-eval: in:' err.--stats)" -gt 5000 ]
}

@test "what rules are given is what jq's own parser makes of the same text, where it makes anything of it" {
	cat >in <<-'E'
	0
	-0
	-0.0
	[1,-1,123456789012345,1234567890123456,9007199254740993,-9007199254740993,1e3,1E400,-1.5e-7,0.1,12e0,0e9]
	[ ]
	{ }
	[[],{},[{}],{"a":[]}, {"a" : {"b" : [ 1 , 2 ] } } ]
	{"b":1,"a":2,"b":{"c":3},"\u0061":4,"":5}
	["","a\\","\\\"","\"","\u00e9","é","\ud83d\ude00","😀","\udc00 x","\u0000","a\nb\/"]
	{"a\"b":"c\\","\\":"\\\\"}
	[true,false,null,"true"]
	"x"
	E
	awk 'BEGIN { for (n = 60; n < 70; n++) { for (i = 0; i < n; i++) printf "["; for (i = 0; i < n; i++) printf "]"; print "" }
		for (n = 60; n < 70; n++) { for (i = 0; i < n; i++) printf "{\"a\":["; printf "1"; for (i = 0; i < n; i++) printf "]}"; print "" } }' >>in
	strange "$coarse" 41 500 >>in
	[ "$(jqvalue-test <in)" -gt 400 ]
}

# A policy that reads one place so and a rule.
policy() {	# read rule
	mkdir -p p/s3
	printf 'module {"Title": "t", "ResourceType": "T", "Severity": 1, "Remediation": "r", "Parameters": {"List": ["x"], "Days": 10},\n"Reads": [%s]};\n%s\n' \
		"$1" "def violation(\$now; \$parameters): $2;" >p/s3/One.jq
}

resources() {	# configuration ...
	local n=0 c
	for c; do
		n=$((n + 1))
		printf '{"Kind":"resource","ARN":"r%d","ResourceType":"T","Configuration":%s}\n' $n "$c"
	done
}

# How many answers jq gave.
judged() {
	awk '$1 == "One" { print $4 }' <<<"$stderr"
}

@test "carried texts are told one by one though the rule is asked once" {
	policy '{"Path": ".Configuration.Ids[]", "As": "carried"}' \
		'.Configuration.Ids | {Message: "has \(join(", "))", Evidence: {Ids: ., Twice: (.[0] == .[1])}}'
	resources '{"Ids":["a","b"]}' '{"Ids":["é€","d"]}' '{"Ids":["e","e"]}' '{"Ids":["f","f"]}' >in
	run -0 --separate-stderr qrie-eval -d p --stats in
	same "$(head -n 4 <<<"$output" | jq -c '[.Message, .Evidence.Ids, .Evidence.Twice]')" \
		$'["has a, b",["a","b"],false]\n["has é€, d",["é€","d"],false]\n["has e, e",["e","e"],true]\n["has f, f",["f","f"],true]'
	same "$(judged)" 2
}

@test "a text with an escape, and one that looks like a token, is told as it is and compared as it is" {
	policy '{"Path": ".Configuration.Ids[]", "As": "carried"}' \
		'.Configuration.Ids | {Message: join(","), Evidence: {Ids: ., Twice: (.[0] == .[1])}}'
	resources '{"Ids":["a","b"]}' '{"Ids":["a","\u0061"]}' $'{"Ids":["a","\ufdd0\ufdd2\ufdd2"]}' '{"Ids":["a\"","\ufdd0"]}' \
		'{"Ids":["a",".9902743100"]}' >in
	run -0 --separate-stderr qrie-eval -d p --check 1 in
	same "$stderr" ''
	same "$(head -n 5 <<<"$output" | jq -c '.Evidence.Twice' | tr '\n' ' ')" "false true false false false "
}

@test "more texts than can be carried come as they are" {
	policy '{"Path": ".Configuration.Ids[]", "As": "carried"}' '.Configuration.Ids | {Message: "\(unique | length)", Evidence: .}'
	resources "{\"Ids\":[$(seq -s, -f '"id-%g"' 300),\"id-300\",\"id-1\"]}" '{"Ids":["a"]}' >in
	run -0 --separate-stderr qrie-eval -d p --check 1 in
	same "$stderr" ''
	same "$(head -n 1 <<<"$output" | jq -r '"\(.Message) \(.Evidence | length) \(.Evidence[299])"')" "300 302 id-300"
}

@test "a text that holds one of those named comes as it is, another is carried" {
	policy '{"Path": ".Configuration.Cidr", "OneOf": ["0.0.0.0/0"]}' \
		'.Configuration.Cidr | select(endswith("0.0.0.0/0")) | {Message: ., Evidence: .}'
	resources '{"Cidr":"10.1.0.0/16"}' '{"Cidr":"0.0.0.0/0"}' '{"Cidr":"10.2.0.0/16"}' '{"Cidr":"x0.0.0.0/0"}' '{"Cidr":"10.3.0.0/16"}' >in
	run -0 --separate-stderr qrie-eval -d p --stats in
	same "$(jq -r 'select(.Kind == "finding").Message' <<<"$output" | tr '\n' ' ')" "0.0.0.0/0 x0.0.0.0/0 "
	same "$(judged)" 3
	policy '{"Path": ".Configuration.Cidr", "OneOf": "List"}' \
		'.Configuration.Cidr as $c | select(any($parameters.List[]; . == $c)) | {Message: $c, Evidence: $c}'
	resources '{"Cidr":"a"}' '{"Cidr":"b"}' '{"Cidr":"x"}' >in
	run -0 --separate-stderr qrie-eval -d p --stats in
	same "$(jq -r 'select(.Kind == "finding").Message' <<<"$output")" x
	same "$(judged)" 2
}

@test "a shape is the type and whether it is empty" {
	policy '{"Path": ".Configuration.S", "As": "shape"}' '.Configuration.S | {Message: "\(type) \(. == "" or . == [] or . == {} or . == null or . == false)", Evidence: 1}'
	resources '{"S":"a"}' '{"S":"bc"}' '{"S":""}' '{"S":1}' '{"S":2e5}' '{"S":[1]}' '{"S":[{}]}' '{"S":[ ]}' '{"S":{"a":1}}' '{"S":{"b":2}}' '{"S":{}}' \
		'{"S":false}' '{"S":null}' '{}' >in
	run -0 --separate-stderr qrie-eval -d p --stats in
	same "$(jq -r 'select(.Kind == "finding").Message' <<<"$output" | paste -sd,)" \
		"string false,string false,string true,number false,number false,array false,array false,array true,object false,object false,object true,boolean true,null true,null true"
	same "$(judged)" 10
}

@test "a time is cut to the side of its limit on which it lies, and to whole days beyond it, to the second" {
	policy '{"Path": ".Configuration.D", "Cut": "Days"}' '(.Configuration.D[:19] + "Z" | fromdate) as $t
		| (($now | fromdate) - $t) as $age | select($age > 10 * 86400)
		| {Message: .Configuration.D, Evidence: {D: .Configuration.D, Days: ($age / 86400 | floor)}}'
	resources '{"D":"2026-01-30T00:00:00Z"}' '{"D":"2026-01-29T00:00:00Z"}' '{"D":"2026-01-21T00:00:00Z"}' '{"D":"2026-01-21T00:00:01Z"}' \
		'{"D":"2026-01-20T23:59:59Z"}' '{"D":"2026-01-20T13:59:59+00:00"}' '{"D":"2026-01-20T00:00:00Z"}' '{"D":"2026-01-20T00:00:01Z"}' >in
	run -0 --separate-stderr qrie-eval -d p --now "$now" --stats in
	same "$(jq -r 'select(.Kind == "finding") | "\(.ARN) \(.Evidence.D) \(.Evidence.Days)"' <<<"$output" | paste -sd,)" \
		"r5 2026-01-20T23:59:59Z 10,r6 2026-01-20T13:59:59+00:00 10,r7 2026-01-20T00:00:00Z 11,r8 2026-01-20T00:00:01Z 10"
	same "$(judged)" 4	# younger, the limit itself, ten days and a bit, eleven days
}

@test "a time that is carried, too, is cut to before its limit, at it or after it, to the second" {
	policy '{"Path": ".Configuration.D", "Cut": "Days", "As": "carried"}' '(.Configuration.D[:19] + "Z" | fromdate) as $t
		| (($now | fromdate) - $t) as $age | select($age >= 10 * 86400)
		| {Message: .Configuration.D, Evidence: {D: .Configuration.D, At: ($age == 10 * 86400)}}'
	resources '{"D":"2026-01-30T00:00:00Z"}' '{"D":"2026-01-21T00:00:01Z"}' '{"D":"2026-01-21T00:00:00Z"}' '{"D":"2026-01-21T00:00:00+00:00"}' \
		'{"D":"2026-01-20T23:59:59Z"}' '{"D":"2026-01-19T00:00:00Z"}' '{"D":"1971-01-01T00:00:00.5Z"}' '{"D":"2030-01-01T00:00:00Z"}' >in
	run -0 --separate-stderr qrie-eval -d p --now "$now" --stats in
	same "$(jq -r 'select(.Kind == "finding") | "\(.ARN) \(.Message) \(.Evidence.D) \(.Evidence.At)"' <<<"$output" | paste -sd,)" \
		"$(printf '%s\n' 'r3 2026-01-21T00:00:00Z' 'r4 2026-01-21T00:00:00+00:00' 'r5 2026-01-20T23:59:59Z' 'r6 2026-01-19T00:00:00Z' \
		'r7 1971-01-01T00:00:00.5Z' | awk '{ print $1, $2, $2, $1 == "r3" || $1 == "r4" ? "true" : "false" }' | paste -sd,)"
	same "$(judged)" 3
	# the same ahead of now, and of now itself
	for days in 10 0; do
		policy "{\"As\": \"carried\", \"Path\": \".Configuration.D\", \"CutAhead\": $days}" "(.Configuration.D[:19] + \"Z\" | fromdate) as \$t
			| select(\$t <= (\$now | fromdate) + $days * 86400) | {Message: .Configuration.D, Evidence: 1}"
		printf '%s\n' 2026-02-10T00:00:01Z 2028-01-01T00:00:00Z 2026-02-10T00:00:00Z 2026-02-09T23:59:59Z 2026-02-05T03:00:00Z \
			2026-01-31T00:00:01Z 2026-01-31T00:00:00Z 2026-01-30T23:59:59Z 2020-01-01T05:00:00Z >times
		# shellcheck disable=SC2046 # a list
		resources $(sed 's/.*/{"D":"&"}/' times) >in
		run -0 --separate-stderr qrie-eval -d p --now "$now" --stats in
		same "$(jq -r 'select(.Kind == "finding").Message' <<<"$output" | paste -sd,)" \
			"$(sed -n "$([ $days = 10 ] && echo 3 || echo 7),\$p" times | paste -sd,)"
		same "$(judged)" 3
	done
}

@test "a rule that counts days, or shows a date alone, where it asks for the side of a limit is found out by --test and --check" {
	for rule in '{Message: "\(($age / 86400 | floor)) days", Evidence: 1}' '{Message: .Configuration.D[:10], Evidence: 1}'; do
		policy '{"Path": ".Configuration.D", "Cut": "Days", "As": "carried"}' '(.Configuration.D[:19] + "Z" | fromdate) as $t
			| (($now | fromdate) - $t) as $age | select($age > 10 * 86400) | '"$rule"
		resources '{"D":"2026-01-30T00:00:00Z"}' '{"D":"2026-01-20T00:00:00Z"}' '{"D":"2026-01-02T13:00:00Z"}' >in
		run -3 --separate-stderr qrie-eval -d p --now "$now" --check 1 in
		[[ ${stderr_lines[0]} == "qrie-eval: in:"[23]": One declares to read something else than it does: "* ]]
		printf '%s\n' '{"Expect": "violation", "Now": "2026-01-31T00:00:00Z", "Resource": {"Configuration": {"D": "2026-01-02T13:00:00Z"}}}' \
			>p/s3/One.cases
		run -1 --separate-stderr qrie-eval --test -d p
		same "${stderr_lines[0]}" "qrie-eval: p/s3/One.cases:1: the whole resource is judged otherwise: Reads is incomplete, or reads too coarsely"
	done
	rm p/s3/One.cases
}

@test "a rule that cuts a carried text to pieces, or fails, is asked about what the record holds" {
	policy '{"Path": ".Configuration.Id", "As": "carried"}' '.Configuration.Id | {Message: .[:2], Evidence: .}'
	resources '{"Id":"abcd"}' '{"Id":"efgh"}' >in
	run -0 --separate-stderr qrie-eval -d p --stats in
	same "$(jq -r 'select(.Kind == "finding").Message' <<<"$output" | paste -sd,)" ab,ef
	same "$(awk '$1 == "One" { print $5 }' <<<"$stderr")" 2
	policy '{"Path": ".Configuration.Id", "As": "carried"}' '.Configuration.Id | error("no \(.)")'
	run -2 --separate-stderr qrie-eval -d p in
	same "$stderr" $'qrie-eval: in:1: One failed: no abcd\nqrie-eval: in:2: One failed: no efgh'
}

@test "faults of a coarse read are named" {
	resources '{}' >in
	while IFS='|' read -r read reason; do
		policy "$read" empty
		run -3 --separate-stderr qrie-eval -d p in
		same "$stderr" "qrie-eval: p/s3/One.jq:2: $reason"
	done <<-'E'
	{"Path": ".A", "As": "something"}|a read has Path, Possible, and As ("carried", "shape"), OneOf, Cut or CutAhead
	{"Path": ".A", "Caried": true}|a read has Path, Possible, and As ("carried", "shape"), OneOf, Cut or CutAhead
	{"Path": ".A", "As": "shape", "Cut": 1}|a read is one of As, OneOf, Cut and CutAhead, or Cut or CutAhead with As ("carried")
	{"Path": ".A", "As": "shape", "As": "carried"}|a read is one of As, OneOf, Cut and CutAhead, or Cut or CutAhead with As ("carried")
	{"Path": ".A", "OneOf": ["a"], "As": "carried"}|a read is one of As, OneOf, Cut and CutAhead, or Cut or CutAhead with As ("carried")
	{"Path": ".A", "Cut": 1, "CutAhead": 1, "As": "carried"}|a read is one of As, OneOf, Cut and CutAhead, or Cut or CutAhead with As ("carried")
	{"Path": ".A", "OneOf": "Absent"}|OneOf is a list of texts, Cut a whole number of days; or either names a parameter
	{"Path": ".A", "Cut": ["1"]}|OneOf is a list of texts, Cut a whole number of days; or either names a parameter
	E
}

@test "a policy whose answers never come again is not remembered, and one that starts to repeat itself is again" {
	policy '".Configuration.N"' '.Configuration.N | select(. == 5) | {Message: "five", Evidence: 5}'
	# shellcheck disable=SC2046 # a list
	resources $(seq -f '{"N":%.0f}' 9000) >in
	for _ in $(seq 30); do
		head -n 1000 in
	done >again
	run -0 --separate-stderr qrie-eval -d p --stats in
	same "$(jq -r 'select(.Kind == "finding").ARN' <<<"$output")" r5
	same "$(judged)" 9000
	run -0 --separate-stderr sh -c 'cat in again | qrie-eval -d p --stats >out'
	same "$(grep -c '"finding"' out)" 31
	[ "$(judged)" -lt 15000 ]
}

@test "a rule that loops, gives violations without end or a huge one costs its own verdict and is named" {
	policy '".Configuration.N"' '
		if .Configuration.N == 1 then last(range(1e12)) elif .Configuration.N == 2 then range(1e12)
		elif .Configuration.N == 3 then {Message: "m", Evidence: ("x" * 2000000)} else {Message: "m", Evidence: 1} end'
	cp p/s3/One.jq p/s3/Two.jq
	sed -i '3s/.*/def violation($now; $parameters): {Message: "m", Evidence: 1};/; 4,$d' p/s3/Two.jq
	resources '{"N":1}' '{"N":2}' '{"N":3}' '{"N":4}' '{"N":1}' >in
	run -2 --separate-stderr qrie-eval -d p in
	same "$stderr" "$(printf 'qrie-eval: in:%s\n' '1: One failed: the rule took more than 2 seconds' \
		'2: One failed: the rule gave more than one violation' "3: One failed: the rule's answer is longer than 1 MiB" \
		'5: One failed: the rule took more than 2 seconds')"
	same "$(jq -r 'select(.Kind == "finding") | "\(.Id) \(.State)"' <<<"$output" | paste -sd,)" \
		"r1#One UNKNOWN,r1#Two ACTIVE,r2#One UNKNOWN,r2#Two ACTIVE,r3#One UNKNOWN,r3#Two ACTIVE,r4#One ACTIVE,r4#Two ACTIVE,r5#One UNKNOWN,r5#Two ACTIVE"
	# a dozen more that loop take no time: it is not asked any more
	for n in $(seq 12); do
		resources "{\"N\":1,\"M\":$n}"
	done >loops
	run -2 --separate-stderr qrie-eval -d p --no-cache loops
	same "${#stderr_lines[@]}" 12
}

# Rules in one file for each that behaves otherwise.
rule() {	# id rule
	policy '".Configuration.N"' "$2"
	mv p/s3/One.jq "p/s3/$1.jq"
}

@test "rules that are asked at once answer as each would alone: those that throw, give more than one answer or none, or end jq" {
	rule A '{Message: "a", Evidence: .Configuration.N}'
	rule B 'select(.Configuration.N % 5 == 0) | error("b \(.Configuration.N)")'
	rule C 'select(.Configuration.N % 3 == 0) | {Message: "c", Evidence: 1}, {Message: "c", Evidence: 2}'
	rule D 'select(.Configuration.N % 7 == 0) | halt'
	rule E 'select(.Configuration.N % 2 == 0) | {Message: "e", Evidence: $parameters}'
	rule F 'select(.Configuration.N % 11 == 0) | {Message: "f", Evidence: 1}, error("f")'
	rule G 'select(.Configuration.N % 4 == 1) | "text"'
	rule H 'select(.Configuration.N % 9 == 1) | label $out | {Message: "h", Evidence: 1} | ., break $out'
	rule I 'select(.Configuration.N % 4 == 2) | [1, "e", 2]'
	rule J '.Configuration.N = 1 | .Configuration | select(false)'
	rule K 'select(.Configuration.N % 2 == 1) | {Message: "k", Evidence: [.Configuration.N, $now]}'
	# shellcheck disable=SC2046 # a list
	resources $(seq -f '{"N":%.0f}' 400) >in
	for how in "--memory" "--no-cache" "--no-projection" "-j 2"; do
		# shellcheck disable=SC2086 # options
		run -2 --separate-stderr qrie-eval -a -d p --now "$now" ${how#--memory} in
		[ "$how" != --memory ] || { expected=$output faults=$stderr; }
		same "$output" "$expected"
		same "$stderr" "$faults"
	done
	# one by one: sets of one policy
	for id in A B C D E F G H I J K; do
		qrie-eval -d p -p $id --now "$now" in 2>>alone.err || [ $? -eq 2 ]
	done | grep '"finding"' | sort >alone
	cmp alone <(grep '"finding"' <<<"$expected" | sort)
	same "$(sed 's/^qrie-eval: in:\([0-9]*\): /\1 /' alone.err | sort)" \
		"$(awk '{ n = $2; sub(/^in:/, "", n); sub(/:$/, "", n); sub(/^[^ ]* [^ ]* /, ""); k = split($0, part, "; ")
			for (i = 1; i <= k; i++) print n, part[i] }' <<<"$faults" | sort)"
	same "$(jq -r 'select(.Kind == "finding") | "\(.Policy) \(.State)"' alone | sort | uniq -c | awk '{ print $2, $3, $1 }' | paste -sd,)" \
		"A ACTIVE 400,B UNKNOWN 80,C UNKNOWN 133,D UNKNOWN 57,E ACTIVE 200,F UNKNOWN 36,G UNKNOWN 100,H ACTIVE 45,I UNKNOWN 100,K ACTIVE 200"
}

@test "a rule that loops takes no other's verdict where rules are asked at once" {
	rule A '{Message: "a", Evidence: .Configuration.N}'
	rule B 'if .Configuration.N == 3 then last(range(1e12)) else {Message: "b", Evidence: 1} end'
	rule C 'select(.Configuration.N != 4) | {Message: "c", Evidence: 1}'
	resources '{"N":1}' '{"N":2}' '{"N":3}' '{"N":4}' >in
	run -2 --separate-stderr qrie-eval --no-cache -d p in
	same "$stderr" "qrie-eval: in:3: B failed: the rule took more than 2 seconds"
	same "$(jq -r 'select(.Kind == "finding") | "\(.Id)\(.State[:1])"' <<<"$output" | paste -sd,)" \
		"r1#AA,r1#BA,r1#CA,r2#AA,r2#BA,r2#CA,r3#AA,r3#BU,r3#CA,r4#AA,r4#BA"
}

@test "memory stays bounded when nothing comes again" {
	! grep -q __asan_init "$QRIE_TOP/cmd/qrie-eval" || skip "a sanitizer keeps what was freed"
	[ -z "${QRIE_VALGRIND-}" ] || skip "valgrind needs memory of its own"
	policy '".Configuration.N"' '.Configuration.N | select(. == "5") | {Message: "five", Evidence: 5}'
	awk 'BEGIN { for (i = 0; i < 60000; i++)
		printf "{\"Kind\":\"resource\",\"ARN\":\"r\",\"ResourceType\":\"T\",\"Configuration\":{\"N\":\"%0300d\"}}\n", i / 2 }' >in
	env time -q -f %M -o rss qrie-eval -d p in >out
	[ "$(cat rss)" -lt 16384 ]
}

# Policies for types T0, T1 …, eight for each; each finds its own number.
library() {	# count
	local i
	mkdir -p p/s3
	for ((i = 0; i < $1; i++)); do
		printf 'module {"Title": "t", "ResourceType": "T%d", "Severity": 1, "Remediation": "r", "Reads": [".Configuration.N"]};\n%s\n' \
			$((i / 8)) "def own: $i; def violation: .Configuration.N | select(. == own) | {Message: \"\(own)\", Evidence: .};" >p/s3/P$i.jq
	done
}

@test "each of a hundred policies is asked its own rule, in whatever program it is" {
	library 100
	for i in $(seq 0 99); do
		printf '{"Kind":"resource","ARN":"r%d","ResourceType":"T%d","Configuration":{"N":%d}}\n' "$i" $((i / 8)) "$i"
	done >in
	for how in "" --no-projection "-j 2"; do
		# shellcheck disable=SC2086 # options
		run -0 --separate-stderr qrie-eval -d p $how in
		same "$stderr" ''
		same "$(jq -r 'select(.Kind == "finding") | "\(.Policy) \(.ARN) \(.Message)"' <<<"$output")" \
			"$(for i in $(seq 0 99); do echo "P$i r$i $i"; done)"
	done
}

@test "in a large library a rule that does not compile is found when it is needed, and by --list and --test always" {
	library 60
	sed -i '2s/.*/\ndef violation: sellect(.);/' p/s3/P41.jq
	resources '{"N":1}' | sed 's/"T"/"T0"/' >other
	resources '{"N":1}' | sed 's/"T"/"T5"/' >needed
	run -0 --separate-stderr qrie-eval -d p other
	for how in needed "-j 2 needed" "-j 2 other needed" --list --test; do
		# shellcheck disable=SC2086 # options
		run -3 --separate-stderr qrie-eval -d p $how
		[[ $stderr == "qrie-eval: "*"/p/s3/P41.jq:3: sellect/1 is not defined" ]]
		same "${#stderr_lines[@]}" 1
	done
	# a small set is compiled at the start
	rm p/s3/P[0-3]*.jq
	run -3 --separate-stderr qrie-eval -d p other
}

@test "with -j what files hold anywhere, and a pipe at first, is compiled before the work is divided" {
	library 60
	sed -i '2s/.*/\ndef violation: sellect(.);/' p/s3/P41.jq
	# a thousand kilobytes of one type, with findings, then as much of the type whose rule does not compile
	awk 'BEGIN { for (i = 0; i < 16000; i++)
		printf "{\"Kind\":\"resource\",\"ARN\":\"r%d\",\"ResourceType\":\"T%d\",\"Configuration\":{\"N\":%d}}\n", i, i < 8000 ? 0 : 5, i % 8 }' >in
	head -n 8000 in >other
	run -3 --separate-stderr sh -c 'qrie-eval -d p -j 1 in | wc -c; exit 3'
	[ "$output" -gt 100000 ]
	for how in "in" "other in" "other - <in" "<in"; do
		run -3 --separate-stderr sh -c "qrie-eval -d p -j 2 $how"
		same "$output" ''
		[[ $stderr == "qrie-eval: "*"/p/s3/P41.jq:3: sellect/1 is not defined" ]]
		same "${#stderr_lines[@]}" 1
	done
	run -3 --separate-stderr sh -c 'tail -n 1 in | qrie-eval -d p -j 2'
	same "$output" ''
}

@test "a policy includes functions that others share, hides them by its own, and has none that it does not include" {
	policy '".Configuration.N"' '.Configuration.N | shared | {Message: ., Evidence: 1}'
	cp p/s3/One.jq p/s3/Two.jq
	cp p/s3/One.jq p/s3/Three.jq
	sed -i '2s/$/\ninclude "deep";/' p/s3/One.jq
	sed -i '2s/$/ # why\n\tinclude  "other" ;\ninclude "deep"; # and how\ndef shared: "own";/' p/s3/Two.jq
	sed -i '2s/$/\nimport "deep" as deep;/; s/shared/deep::shared/' p/s3/Three.jq
	printf 'include "other";\ndef shared: other + "2"; # no end' >p/deep.jq
	echo 'def other: "shared";' >p/other.jq
	resources '{"N":1}' >in
	run -0 --separate-stderr qrie-eval -d p in
	same "$stderr" ''
	same "$(jq -r 'select(.Kind == "finding") | "\(.Policy) \(.Message)"' <<<"$output" | paste -sd,)" "One shared2,Three shared2,Two own"
	qrie-eval --list -f json -d p >before
	echo 'def other: "other";' >p/other.jq
	qrie-eval --list -f json -d p >after
	same "$(jq -r .Revision before after | sort -u | grep -c .)" 6
	policy '".Configuration.N"' '.Configuration.N | shared | {Message: ., Evidence: 1}'
	run -3 --separate-stderr qrie-eval -d p in
	[[ $stderr == *"/p/s3/One.jq:3: shared/0 is not defined" ]]
	sed -i '2s/$/\n\ninclude "absent";/' p/s3/One.jq
	run -3 --separate-stderr qrie-eval -d p in
	same "$stderr" "qrie-eval: p/s3/One.jq:4: no such module in the folder of policies"
	sed -i 's/absent/deep/' p/s3/One.jq
	printf 'include "deep";\ndef other: 1;' >p/other.jq
	run -3 --separate-stderr qrie-eval -d p in
	[[ $stderr == "qrie-eval: p/s3/"*".jq:"*": includes that include each other" ]]
	printf 'def other: 1 + ;' >p/other.jq
	run -3 --separate-stderr qrie-eval -d p in
	[[ $stderr == "qrie-eval: /"*"/p/other.jq:1: "* ]]
}

@test "half a surrogate pair is the replacement character, and where no policy reads it, it changes nothing" {
	printf '%s\n' '{"Kind":"resource","ARN":"a","ResourceType":"AWS::S3::Bucket","Configuration":{"X":"\ud800"}}' \
		'{"Kind":"resource","ARN":"b","ResourceType":"AWS::S3::Bucket","Configuration":{"Versioning":{"Status":"\udbff \ud83d\ude00 \u0041 \udc00"}}}' >in
	run -0 --separate-stderr qrie-eval -p S3BucketVersioningDisabled --now "$now" in
	printed=$output
	[ "$(jq -r 'select(.ARN == "a") | .State' <<<"$output")" = ACTIVE ]
	[[ $(jq -r 'select(.ARN == "b") | .Message' <<<"$output") == *'� 😀 A �'* ]]
	run -0 --separate-stderr qrie-eval -p S3BucketVersioningDisabled --now "$now" --no-projection --no-cache in
	same "$output" "$printed"
}

@test "a message with a NUL in it is told whole" {
	printf '%s\n' '{"Kind":"resource","ARN":"a","ResourceType":"AWS::S3::Bucket","Configuration":{"Versioning":{"Status":"x\u0000y"}}}' >in
	run -0 --separate-stderr qrie-eval -p S3BucketVersioningDisabled --now "$now" in
	[[ $output == *'"Message":"versioning is x\u0000y"'* ]]
}
