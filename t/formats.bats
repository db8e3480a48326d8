# The formats of qrie-report that other programs read: SARIF 2.1.0, JUnit XML, GitHub's workflow commands.
load helper

now=2026-11-22T22:00:00Z
estate=$QRIE_TOP/t/data/report/estate.ndjson
plan=$QRIE_TOP/t/data/terraform

# A finding: NAME POLICY SEVERITY STATE, with the members of a JSON object {...} put in or in place of its own.
finding() {
	jq -cn --arg name "$1" --arg policy "$2" --argjson severity "$3" --arg state "$4" --arg now "$now" --argjson more "${5:-{\}}" \
		'{Kind: "finding", Policy: $policy, Title: "a title", ARN: "arn:aws:s3:::\($name)", ResourceType: "AWS::S3::Bucket",
		  AccountId: "111122223333", Region: "eu-west-1", Severity: $severity, State: $state, Message: "seen", Evidence: {},
		  DescribeTime: $now, LastEvaluated: $now} + $more'
}

# What a plan of Terraform is judged to be, with file and line.
judged_plan() {
	cp -r "$plan/estate" .
	qrie-collect --from terraform-plan --source estate "$plan/plan.json" | qrie-eval -p @core --now "$now"
}

waiver='{"Waiver":{"Reason":"a web site","Owner":"platform","Expires":"2026-12-31"}}'

# Every text of data, as hostile as JSON allows; $1 is put into each.
hostile() {
	jq -cn --arg x "$1" --arg now "$now" '
		{Kind: "finding", Policy: "P\($x)", Title: "T\($x)", ARN: "arn:aws:s3:::a\($x)", ResourceType: "Y\($x)",
		 AccountId: "A\($x)", Region: "R\($x)", Severity: 90, State: "ACTIVE", Message: "M\($x)", Address: "D\($x)",
		 Location: {File: "f\($x).tf", Line: 3}, Evidence: {("k\($x)"): "secret"}, DescribeTime: $now, LastEvaluated: $now},
		{Kind: "finding", Policy: "P\($x)", ARN: "arn:aws:s3:::n\($x)", Severity: 90, State: "ACTIVE", Message: "M\($x)"},
		{Kind: "finding", Policy: "U\($x)", Title: "T", ARN: "arn:aws:s3:::u\($x)", State: "UNKNOWN", Message: "M\($x)",
		 AccountId: "A\($x)", Evidence: {Unreadable: [{Permission: "s3:\($x)", Code: "C\($x)"}]}},
		{Kind: "finding", Policy: "P\($x)", ARN: "arn:aws:s3:::w\($x)", Severity: 90, State: "ACTIVE", Message: "M\($x)",
		 Waiver: {Reason: "W\($x)", Owner: "O\($x)", Expires: "E\($x)"}},
		{Kind: "coverage", AccountId: "A\($x)", Region: "R\($x)", ResourceType: "Y\($x)", Status: "S\($x)",
		 Code: "C\($x)", Message: "M\($x)", EndedAt: $now},
		{Kind: "evaluation", Policy: "P\($x)", Title: "T\($x)", Status: "active", Severity: 90, Remediation: "R\($x)",
		 Category: "G\($x)", Source: ["https://e.example/\($x)"], ResourceType: "Y\($x)", LastEvaluated: $now, By: []}'
}

bad=$'\033]0;x\a\033[2J\b\r\n\t\177\302\233\302\205\342\200\256\342\200\213\357\277\276\357\277\277"\'<>&]]>--><!--%0A::error::,:\\[l](http://e.example){0}/../..//|'

# What is wrong with a SARIF file: nothing.
sarif_rules() {
	same "$(jq -r -f "$QRIE_TOP/t/lib/sarif.jq" "$1")" ""
}

@test "SARIF: what eval says of an estate is a file by the standard's rules and GitHub's, every finding a result" {
	qrie-seed data --resources 200 --now "$now" | qrie-eval --now "$now" >in
	qrie-report -f sarif --now "$now" in >out
	sarif_rules out
	same "$(jq '.runs[0].results | length' out)" "$(grep -c '"Kind":"finding"' in)"
	same "$(jq '[.runs[0].results[] | select(.kind == "open")] | length' out)" "$(grep -c '"State":"UNKNOWN"' in)"
	[ "$(grep -c '"State":"UNKNOWN"' in)" -gt 0 ]
	# A rule for each policy that judged, so that a reader knows what was looked for.
	same "$(jq '.runs[0].tool.driver.rules | length' out)" "$(jq -s 'map(select(.Kind == "evaluation" and .Policy != "*")) | length' in)"
	jq -r '.runs[0].results[] | .locations[0].logicalLocations[0].name + "#" + .ruleId' out | sort >got
	jq -r 'select(.Kind == "finding").Id' in | sort >expected
	cmp expected got
}

@test "SARIF: a rule has what GitHub shows of it, in GitHub's words" {
	{
		for row in 'A 100 access_control' 'B 90 encryption' 'C 89 logging' 'D 70 cost' 'E 40 ' 'F 0 monitoring'; do
			read -r id severity category <<<"$row"
			jq -cn --arg id "$id" --argjson severity "$severity" --arg category "$category" --arg now "$now" \
				'{Kind: "evaluation", Policy: $id, Title: "t \($id)", Status: "active", Severity: $severity, Remediation: "mend it",
				  Category: (if $category == "" then null else $category end), Source: ["https://a.example/1", "https://a.example/2"],
				  LastEvaluated: $now, By: []}'
		done
		echo '{"Kind":"evaluation","Policy":"G","Status":"suspended","Severity":1,"Source":["javascript:alert(1)"],"LastEvaluated":"'$now'","By":[]}'
		finding b Bare 60 ACTIVE
	} >in
	qrie-report -f sarif in >out
	sarif_rules out
	jq -r '.runs[0].tool.driver.rules | sort_by(.id)[]
		| [.id, .defaultConfiguration.level, .defaultConfiguration.enabled, .properties["security-severity"], (.properties.tags | join(","))] | @csv' out >rules
	same "$(tr -d '"' <rules)" "A,error,,10.0,security,access_control
B,error,,9.1,security,encryption
Bare,warning,,6.0,security
C,error,,8.9,security,logging
D,error,,,cost
E,warning,,4.0,security
F,note,,,security,monitoring
G,note,false,0.1,security"
	same "$(jq -c '.runs[0].tool.driver.rules | map(select(.id == "A")) | .[0] | [.shortDescription.text, .help.text, .helpUri]' out)" \
		'["t A","mend it","https://a.example/1"]'
	same "$(jq -c '.runs[0].tool.driver.rules | map(select(.id == "G")) | .[0] | [.shortDescription.text, has("helpUri")]' out)" '["G",false]'
}

@test "SARIF: what a plan would make is found in the file and line that say so, an address and an ARN beside it" {
	judged_plan >in
	qrie-report -f sarif in >out
	sarif_rules out
	jq -r '.runs[0].results[] | .locations[0] | .physicalLocation | [.artifactLocation.uri, .region.startLine, .artifactLocation.uriBaseId] | @tsv' out | sort -u >got
	jq -r 'select(.Kind == "finding" and .Location) | [.Location.File, .Location.Line, "%SRCROOT%"] | @tsv' in | sort -u >expected
	[ "$(wc -l <expected)" -ge 3 ]
	run -0 comm -23 expected got
	same "$output" ""
	while IFS=$'\t' read -r file line _; do
		sed -n "${line}p" "$file" | grep -q '^resource '
	done <expected
	same "$(jq -r '[.runs[0].results[] | .locations[0].logicalLocations[1].name] | map(select(. == "aws_s3_bucket.bad")) | length > 0' out)" \
		"$(jq -rs 'map(select(.Kind == "finding" and .Address == "aws_s3_bucket.bad")) | length > 0' in)"
	finding a P 90 ACTIVE '{"Location":{"File":"./b:c d%/é.tf","Line":7}}' >in
	same "$(qrie-report -f sarif in | jq -c '.runs[0].results[0].locations[0].physicalLocation')" \
		'{"artifactLocation":{"uri":"b%3Ac%20d%25/%C3%A9.tf","uriBaseId":"%SRCROOT%"},"region":{"startLine":7}}'
	finding a P 90 ACTIVE '{"Location":{"File":"/x/y.tf","Line":7}}' >in
	same "$(qrie-report -f sarif in | jq -c '.runs[0].results[0].locations[0].physicalLocation.artifactLocation')" '{"uri":"file:///x/y.tf"}'
	for location in null '{}' '{"File":"a.tf"}' '{"File":"a.tf","Line":0}' '{"File":"","Line":3}' '{"File":3,"Line":"x"}'; do
		finding a P 90 ACTIVE "{\"Location\":$location}" >in
		same "$(qrie-report -f sarif in | jq -c '.runs[0].results[0].locations[0].physicalLocation')" \
			'{"artifactLocation":{"uri":"aws/arn:aws:s3:::a"},"region":{"startLine":1}}'
	done
}

@test "SARIF: a result keeps its fingerprint from run to run, and no two of them share one" {
	qrie-seed data --resources 200 --now "$now" | qrie-eval --now "$now" >in
	qrie-report -f sarif in | jq -r '.runs[0].results[] | .partialFingerprints[]' | sort >all
	same "$(uniq <all | wc -l)" "$(grep -c '"Kind":"finding"' in)"
	sed "s/$now/2026-11-23T22:00:00Z/g; s/\"Severity\":[0-9]*/\"Severity\":1/" in >later
	qrie-report -f sarif later | jq -r '.runs[0].results[] | .partialFingerprints[]' | sort | cmp all
}

@test "SARIF: what is unknown is open, what is waived is suppressed with the reason, and neither is left out" {
	{
		finding a P 90 ACTIVE
		finding b P 90 UNKNOWN
		finding c P 90 ACTIVE "$waiver"
		finding d P 90 UNKNOWN "$waiver"
		finding e P 90 RESOLVED
	} >in
	qrie-report -f sarif in >out
	sarif_rules out
	same "$(jq -c '.runs[0].results | map([.message.text, .kind, .level, (.suppressions | map(.status, .justification))])[]' out)" \
		'["arn:aws:s3:::a: seen","fail","error",[]]
["arn:aws:s3:::b: not known: seen","open","none",[]]
["arn:aws:s3:::c: seen","fail","error",["accepted","a web site (platform, until 2026-12-31)"]]
["arn:aws:s3:::d: not known: seen","open","none",["accepted","a web site (platform, until 2026-12-31)"]]'
	same "$(qrie-report -f sarif "$estate" | jq -c '.runs[0].results | map(has("suppressions"), has("baselineState")) | unique')" '[false]'
}

@test "SARIF: with --new-only each result says whether the baseline had it" {
	{
		finding a P 90 ACTIVE '{"Baseline":true}'
		finding b P 90 ACTIVE
		finding c P 90 UNKNOWN
	} >in
	qrie-report -f sarif in >out
	sarif_rules out
	same "$(jq -c '.runs[0].results | map(.baselineState)' out)" '["unchanged","new","new"]'
}

@test "SARIF: what was not looked at or not read is said, and what a limit leaves out" {
	qrie-report -f sarif "$estate" >out
	same "$(jq -c '.runs[0].invocations[0] | [.executionSuccessful, (.toolExecutionNotifications | map(select(.level == "error").message.text))]' out)" \
		'[true,["not looked at: AWS::RDS::DBInstance 444455556666 us-east-1 failed AccessDenied: not authorized to perform rds:DescribeDBInstances"]]'
	{ cat "$estate"; echo oops; } >in
	run -2 --separate-stderr qrie-report -f sarif -n 1 in
	same "$(jq -c '.runs[0] | [.invocations[0].executionSuccessful, (.results | map(.ruleId))]' <<<"$output")" \
		'[false,["S3BucketPublic","S3BucketVersioningDisabled","S3BucketPublic"]]'
	[[ $output == *'1 record was rejected and not counted'* ]]
	[[ $output == *'"error","message":{"text":"1 resources more that do not comply are not in this report"'* ]]
}

@test "SARIF: nothing that data holds makes a link, a placeholder, another address or a control character; no evidence" {
	hostile "$bad" >in
	qrie-report -f sarif in >out
	sarif_rules out
	same "$(jq -r '.runs[0].results | length' out)" 4
	LC_ALL=C tr -d '\n' <out | LC_ALL=C run -1 grep -qP '[\x00-\x1f\x7f]'
	jq -r '.. | strings' out | run -1 grep -qP '[\x{7f}-\x{9f}\x{200b}-\x{200f}\x{202a}-\x{202e}\x{fffe}\x{ffff}]|\x1b'
	run -1 grep -q secret out
	jq -e '[.runs[0].results[].message.text] | all(contains("{{0}}"))' out
	# Bytes that are no UTF-8 are no JSON: that line is refused, the file stays good.
	printf '{"Kind":"finding","Policy":"P","ARN":"\377","State":"ACTIVE"}\n' >>in
	run -2 --separate-stderr qrie-report -f sarif in
	sarif_rules <(echo "$output")
}

# The formats that this file is about.
others=(sarif)

@test "an empty input, a reader that goes away, a full disk, and a gate: each format of these is as the others" {
	for ((i = 0; i < 2000; i++)); do echo "{\"Kind\":\"finding\",\"Policy\":\"P\",\"ARN\":\"a$i\",\"Severity\":70,\"State\":\"ACTIVE\"}"; done >in
	mkfifo pipe
	for format in "${others[@]}"; do
		run -0 --separate-stderr qrie-report -f "$format" </dev/null
		[[ $output == *'no evaluation records'* ]]
		head -c 100 pipe >/dev/null &
		status=0
		qrie-report -f "$format" -n 0 in >pipe 2>errors || status=$?
		wait $!
		same "$format $status $(cat errors)" "$format 0 "
		run -3 --separate-stderr bash -c 'qrie-report -n 0 -f "$2" "$1" >/dev/full' - in "$format"
		same "$stderr" 'qrie-report: standard output: No space left on device'
		run -1 --separate-stderr qrie-report -f "$format" --fail-on HIGH in
		run -0 --separate-stderr qrie-report -f "$format" --fail-on CRITICAL in
		qrie-report -f "$format" --now "$now" in >one
		qrie-report -f "$format" --now "$now" in >two
		cmp one two
	done
}
