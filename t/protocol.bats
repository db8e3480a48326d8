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

@test "there are at least sixty cases, of every protocol both ways" {
	cat "$QRIE_TOP"/t/data/protocol/*.ndjson >all
	[ "$(wc -l <all)" -ge 60 ]
	for f in "$QRIE_TOP"/t/data/protocol/*.ndjson; do
		same "$(jq -r .Kind "$f" | sort -u | tr '\n' ' ')" "build read "
	done
}
