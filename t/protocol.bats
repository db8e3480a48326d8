# The five wire protocols: requests built and answers read, case by case.
load helper

cases() {
	run -0 protocol-test "$QRIE_TOP/share/shapes" "$QRIE_TOP/t/data/protocol/$1.ndjson"
}

@test "query: requests and answers are as the protocol says" {
	cases query
}

@test "ec2: requests and answers are as the protocol says" {
	cases ec2
}

@test "json: requests and answers are as the protocol says" {
	cases json
}

@test "rest-json: requests and answers are as the protocol says" {
	cases rest-json
}

@test "rest-xml: requests and answers are as the protocol says" {
	cases rest-xml
}

@test "a case that is not as expected is named and fails" {
	head -n 1 "$QRIE_TOP/t/data/protocol/ec2.ndjson" | sed 's/Action=DescribeInstances/Action=Other/' >in
	run -1 protocol-test "$QRIE_TOP/share/shapes" in
}

@test "there are at least 150 cases, of every protocol both ways" {
	cat "$QRIE_TOP"/t/data/protocol/*.ndjson >all
	[ "$(wc -l <all)" -ge 150 ]
	for f in "$QRIE_TOP"/t/data/protocol/*.ndjson; do
		same "$(jq -r .Kind "$f" | sort -u | tr '\n' ' ')" "build read "
	done
}

# Answers that a case file need not spell out: stdin has one, made by jq.
answer() {
	jq -nc "$1" >in
	run -0 protocol-test -p "$QRIE_TOP/share/shapes" in
}

@test "elements and JSON nested too deep are malformed, not a crash" {
	answer '{Service: "iam", Operation: "ListUsers", Kind: "read", Status: 200, Body: ("<a>" * 250 + "</a>" * 250)}'
	same "$output" '{"Code":"MalformedResponse","Message":"XML line 1: nested too deep"}'
	answer '{Service: "kms", Operation: "ListKeys", Kind: "read", Status: 200, Body: ("[" * 100000)}'
	[[ $output == '{"Code":"MalformedResponse","Message":"JSON byte 201: '* ]]
}

@test "a policy document nested deeper than records allow stays text" {
	for depth in 90 150; do
		answer '{Service: "iam", Operation: "GetPolicyVersion", Kind: "read", Status: 200, Body:
		    ("<GetPolicyVersionResponse><GetPolicyVersionResult><PolicyVersion><Document>" + "[" * '$depth' + "]" * '$depth' +
		    "</Document></PolicyVersion></GetPolicyVersionResult></GetPolicyVersionResponse>")}'
		jq -r '.Output.PolicyVersion.Document | type' <<<"$output" >>types
	done
	same "$(cat types)" $'array\nstring'
}

@test "an answer of ten thousand items is read whole" {
	answer '{Service: "iam", Operation: "ListUsers", Kind: "read", Status: 200, Body:
	    ("<ListUsersResponse><ListUsersResult><Users>" + "<member><UserName>a</UserName></member>" * 10000 +
	    "</Users></ListUsersResult></ListUsersResponse>")}'
	same "$(jq '.Output.Users | length' <<<"$output")" 10000
}

@test "every prefix of an answer is malformed, never a shorter inventory" {
	for file in ec2 query json rest-json rest-xml; do
		jq -c 'select(.Kind == "read" and (.Expect.Output.Reservations // .Expect.Output.Users // .Expect.Output.Keys //
		    .Expect.Output.Functions // .Expect.Output.Buckets | length) > 0)
		    | .Body as $body | range(1; $body | sub("\\s+$"; "") | length) as $n | .Body = $body[:$n] | .Expect = {Code: "MalformedResponse"}' \
		    "$QRIE_TOP/t/data/protocol/$file.ndjson" >prefixes
		[ -s prefixes ]
		run -0 protocol-test "$QRIE_TOP/share/shapes" prefixes
	done
}

@test "a model that is broken or missing is named" {
	run -3 --separate-stderr protocol-test . "$QRIE_TOP/t/data/protocol/ec2.ndjson"
	[[ $stderr == 'protocol-test: ./ec2.json: No such file'* ]]
	sed 's/"Shape":"Volume"/"Shape":"Nothing"/; s/"List":"Volume"/"List":"Nothing"/' "$QRIE_TOP/share/shapes/ec2.json" >ec2.json
	run -3 --separate-stderr protocol-test . "$QRIE_TOP/t/data/protocol/ec2.ndjson"
	same "$stderr" 'protocol-test: ./ec2.json: VolumeList is missing or wrong'
	head -c 1000 "$QRIE_TOP/share/shapes/ec2.json" >ec2.json
	run -3 --separate-stderr protocol-test . "$QRIE_TOP/t/data/protocol/ec2.ndjson"
	[[ $stderr == 'protocol-test: ./ec2.json: byte 1'* ]]
}

@test "every operation that a collector names has its shapes" {
	for jq in "$QRIE_TOP"/share/collectors/*/*.jq; do
		service=$(basename "$(dirname "$jq")")
		jq -cn --arg service "$service" "$(sed -n '/^module/,/^};/p' "$jq" | sed '1s/^module//; $s/;$//')"'
		    | def all($s): if type == "object" then (.Service // $s) as $s
			| (select(.Operation) | {s: $s, o: .Operation}), (.[] | all($s)) elif type == "array" then .[] | all($s) else empty end;
		    all($service)' >>named
	done
	[ "$(wc -l <named)" -gt 40 ]
	jq -n '[inputs | {(input_filename | sub(".*/"; "") | rtrimstr(".json")): .Operations}] | add' \
	    "$QRIE_TOP"/share/shapes/*.json >operations
	same "$(jq -r --slurpfile have operations 'select($have[0][.s][.o] | not) | "\(.s) \(.o)"' named)" ""
}

@test "what each operation sends and reads is what botocore and the AWS CLI send and read" {
	[ -x "$QRIE_VENV/bin/python" ] || skip "no Python environment: sh t/setup make check makes it"
	cat "$QRIE_TOP"/t/data/protocol/*.ndjson >given
	"$QRIE_VENV/bin/python" "$QRIE_TOP/t/shapes/expect" <given >cases
	"$QRIE_VENV/bin/python" "$QRIE_TOP/t/shapes/expect" --random 6 >>cases
	[ "$(wc -l <cases)" -gt 700 ]
	run -0 protocol-test "$QRIE_TOP/share/shapes" cases
}
