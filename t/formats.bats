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
	for location in null '{}' '{"File":"a.tf"}' '{"File":"a.tf","Line":0}' '{"File":"a.tf","Line":-3}' '{"File":"","Line":3}' '{"File":3,"Line":"x"}'; do
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
	[[ $output == *'"error","message":{"text":"1 resource more that does not comply is not in this report"'* ]]
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

# The suites of a JUnit file with their cases, failures, errors and skipped ones, once it is known to be one.
suites() {
	python3 "$QRIE_TOP/t/lib/junit.py" <"$1"
}

# The cases of a JUnit file: CLASS NAME OUTCOME TYPE MESSAGE.
cases() {
	python3 - "$1" <<-'E'
	import sys, xml.etree.ElementTree as ET
	for case in ET.parse(sys.argv[1]).iter("testcase"):
	    how = case[0] if len(case) else None
	    print(*[case.get("classname"), case.get("name")] + (["passed"] if how is None or how.tag == "system-out" else
	        [how.tag, how.get("type"), how.get("message")]), sep=" | ")
	E
}

@test "JUnit: a suite for each policy that judged, a case for each finding, one for all that passed" {
	qrie-seed data --resources 200 --now "$now" | qrie-eval --now "$now" >in
	qrie-report -f junit --now "$now" in >out
	suites out | tail -n +3 | sort >got
	jq -rs '(map(select(.Kind == "finding")) | group_by(.Policy) | map({(.[0].Policy): .}) | add) as $found
		| .[] | select(.Kind == "evaluation" and .Policy != "*") | ($found[.Policy] // []) as $of
		| ([$of[] | select(.State == "ACTIVE")] | length) as $failed | ([$of[] | select(.State == "UNKNOWN")] | length) as $unknown
		| (if ([.By[].Passed] | add + 0) > 0 then 1 else 0 end) as $passed
		| select($failed + $unknown + $passed > 0) | "\(.Policy): \($failed + $unknown + $passed) \($failed) \($unknown) 0"' in | sort >expected
	cmp expected got
	[ "$(wc -l <got)" -gt 20 ]
	same "$(head -n 1 got | grep -c ' 0$')" 1
	grep -q '<testsuite name="S3BucketPublic".* timestamp="2026-11-22T22:00:00">' out
}

@test "JUnit: open is a failure, unknown an error, waived and in the baseline skipped, resolved not there" {
	{
		finding a P 90 ACTIVE
		finding b P 90 UNKNOWN
		finding c P 90 ACTIVE "$waiver"
		finding d P 90 UNKNOWN "$waiver"
		finding e P 90 ACTIVE '{"Baseline":true}'
		finding f P 90 UNKNOWN '{"Baseline":true}'
		finding g P 90 RESOLVED
	} >in
	qrie-report -f junit in >out
	same "$(suites out)" 'qrie: 7 1 3 3
qrie-report: 1 0 1 0
P: 6 1 2 3'
	same "$(cases out)" 'qrie-report | input | error | input | no evaluation records: totals and score are not known; 2 resources could not be judged in full: what is not known does not count as compliant
P | arn:aws:s3:::a | failure | CRITICAL | seen
P | arn:aws:s3:::e | skipped | CRITICAL | in the baseline: seen
P | arn:aws:s3:::b | error | CRITICAL | not known: seen
P | arn:aws:s3:::f | error | CRITICAL | not known: seen
P | arn:aws:s3:::c | skipped | CRITICAL | waived: a web site (platform, until 2026-12-31): seen
P | arn:aws:s3:::d | skipped | CRITICAL | waived: a web site (platform, until 2026-12-31): not known: seen'
}

@test "JUnit: what is known to be unknown from the counts alone, and what was not looked at, is an error" {
	grep -v '"UNKNOWN"' "$estate" >in
	qrie-report -f junit in >out
	same "$(cases out | grep -v passed)" 'qrie-report | listing AWS::RDS::DBInstance 444455556666 us-east-1 | error | failed | AccessDenied: not authorized to perform rds:DescribeDBInstances
S3BucketPublic | arn:aws:s3:::acme-logs | failure | CRITICAL | its policy lets everyone read
S3BucketPublic | resources not known | error | CRITICAL | 1 not known, without a finding here
IAMUserMfaDisabled | arn:aws:iam::444455556666:user/jo | failure | HIGH | a password and no MFA device
S3BucketVersioningDisabled | arn:aws:s3:::acme-logs | failure | MEDIUM | versioning is not configured'
	same "$(suites out | head -n 2)" 'qrie: 9 3 2 0
qrie-report: 2 0 1 0'
	[[ $(cases out) == 'qrie-report | input | passed'* ]]
	echo oops >>in
	run -2 --separate-stderr qrie-report -f junit in
	cases <(echo "$output") >got
	grep -q '^qrie-report | input | error | input | .*1 record was rejected and not counted' got
}

@test "JUnit: a plan's case is named by its address, and its text has file, line, ARN and what to do" {
	judged_plan >in
	qrie-report -f junit in >out
	suites out >/dev/null
	jq -rs 'map(select(.Kind == "finding" and .State == "ACTIVE" and .Location))[0] | .Address, "\(.Location.File):\(.Location.Line)", .ARN' in >first
	[ "$(wc -l <first)" -eq 3 ]
	python3 - out first <<-'E'
	import sys, xml.etree.ElementTree as ET
	address, place, arn = open(sys.argv[2]).read().split("\n")[:3]
	text = [case[0].text.split("\n") for case in ET.parse(sys.argv[1]).iter("testcase") if case.get("name") == address][0]
	assert place == text[1] and arn == text[2] and text[4].startswith("What to do: ") and len(text[4]) > 40, text
	E
}

@test "JUnit: nothing that data holds makes markup or a character that XML refuses; no evidence" {
	hostile "$bad" >in
	qrie-report -f junit in >out
	same "$(suites out | cut -d: -f1 | grep -c .)" "$(grep -c '<testsuite' out)"
	same "$(cases out | grep -c 'failure\|error\|skipped')" 6
	LC_ALL=C run -1 grep -qP '[\x00-\x08\x0b-\x1f\x7f]|\xc2[\x80-\x9f]' out
	run -1 grep -q 'secret\|<!--' out
	cases out | grep -qF "\"'<>&]]>--><!--"
}

# What GitHub's runner makes of a line: COMMAND, then its properties and message with all that is escaped undone, each
# as JSON, one member a line sorted by name; and nothing for a line that is no command.
annotations() {
	python3 - "$1" <<-'E'
	import json, sys
	UNDO = (("%0D", "\r"), ("%0A", "\n"), ("%3A", ":"), ("%2C", ","), ("%25", "%"))
	def undo(text, pairs):
	    for escaped, plain in pairs:
	        text = text.replace(escaped, plain)
	    return text
	for line in open(sys.argv[1], newline="\n", encoding="utf-8"):
	    line = line.rstrip("\n")
	    if not line.startswith("::"):
	        continue
	    head, message = line[2:].split("::", 1)
	    command, _, rest = head.partition(" ")
	    out = {"command": command, "message": undo(message, UNDO[:2] + UNDO[4:])}
	    for pair in rest.split(","):
	        name, value = pair.split("=", 1)
	        out[name] = undo(value, UNDO)
	    print(json.dumps(out, sort_keys=True, ensure_ascii=False))
	E
}

@test "GitHub: each open finding is an error, a warning or a notice by its severity, and each unknown one a warning" {
	{
		finding a A 70 ACTIVE
		finding b B 69 ACTIVE
		finding c C 40 ACTIVE
		finding d D 39 ACTIVE
		finding e E 95 UNKNOWN
		finding f F 95 ACTIVE '{"Baseline":true}'
		finding g G 95 ACTIVE "$waiver"
		finding h H 95 RESOLVED
		echo '{"Kind":"evaluation","Policy":"A","Title":"t","Severity":70,"Remediation":"mend, it: 100%","LastEvaluated":"'$now'","By":[]}'
	} >in
	qrie-report -f github in >out
	annotations out >got
	same "$(wc -l <got)" "$(wc -l <out)"
	same "$(jq -r 'select(.title != "qrie-report") | [.command, .title, .message] | join("|")' got)" \
		'notice|CRITICAL F (in the baseline)|arn:aws:s3:::f: seen
error|HIGH A|arn:aws:s3:::a: seen
What to do: mend, it: 100%
warning|MEDIUM B|arn:aws:s3:::b: seen
warning|MEDIUM C|arn:aws:s3:::c: seen
notice|LOW D|arn:aws:s3:::d: seen
warning|CRITICAL E (not known)|arn:aws:s3:::e: not known: seen'
	same "$(jq -r 'select(.title == "qrie-report") | .command + " " + .message' got | head -n 2)" \
		'notice 5 open findings. 1 unknown, 1 waived and 1 resolved findings are not among them. 1 of the open ones were in the baseline.
warning no evaluation records: totals and score are not known'
}

@test "GitHub: what a plan would make is annotated in its file and line" {
	judged_plan >in
	qrie-report -f github -n 0 in >out
	annotations out | jq -r 'select(.file) | [.file, .line] | join(":")' | sort -u >got
	jq -r 'select(.Kind == "finding" and .Location) | "\(.Location.File):\(.Location.Line)"' in | sort -u | cmp - got
	[ "$(wc -l <got)" -ge 3 ]
	finding a P 90 ACTIVE '{"Location":{"File":"./a,b:c%.tf","Line":7}}' >in
	qrie-report -f github in >out
	grep -q '^::error file=a%2Cb%3Ac%25.tf,line=7,title=CRITICAL P::arn:aws:s3:::a: seen$' out
}

@test "GitHub: what a limit leaves out is said, of the open ones and of the unknown ones, and what was not looked at" {
	{
		for name in a b c; do finding "$name" P 90 ACTIVE; finding "u$name" P 90 UNKNOWN; finding "u$name" Q 90 UNKNOWN; done
		grep coverage "$estate"
	} >in
	qrie-report -f github -n 1 in >out
	annotations out | jq -r 'select(.command != "notice").message' >got
	same "$(grep 'not shown' got)" '2 more resources with open findings are not shown here: -n 0 shows all
2 more resources that are not known are not shown here: -n 0 shows all'
	same "$(grep -c 'arn:aws:s3:::a:' got) $(grep -c 'not known: seen' got)" '1 2'
	same "$(tail -n 1 got)" 'AWS::RDS::DBInstance 444455556666 us-east-1 failed AccessDenied: not authorized to perform rds:DescribeDBInstances'
	qrie-report -f github -n 0 in >out
	run -1 grep 'not shown' out
	same "$(grep -c '^::error' out) $(grep -c 'not known: seen' out)" '3 6'
}

@test "GitHub: nothing that data holds ends a line, a property or a message, or begins a command; no evidence" {
	hostile "$bad" >in
	qrie-report -f github in >out
	same "$(grep -vc '^::\(error\|warning\|notice\) \(file=[^:,]*,line=[0-9]*,\)\?title=[^:,]*::' out || true)" 0
	# the totals, three warnings, two open, one unknown, one listing
	same "$(wc -l <out)" 8
	annotations out >got
	same "$(jq -r 'select(.file) | .line' got)" 3
	same "$(jq -rs 'map(select(.message | contains("%0A::error::,:"))) | length' got)" 4
	LC_ALL=C tr -d '\n' <out | LC_ALL=C run -1 grep -qP '[\x00-\x1f\x7f]|\xc2[\x80-\x9f]'
	run -1 grep -q secret out
}

# The formats that this file is about.
others=(sarif junit github)

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
