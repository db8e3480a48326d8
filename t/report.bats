load helper

now=2026-11-22T22:00:00Z
estate=$QRIE_TOP/t/data/report/estate.ndjson

# An evaluation over all policies, of one cell: TIME EVALUATED PASSED FAILED UNKNOWN OUT-OF-SCOPE
evaluation() {
	printf '{"Kind":"evaluation","Policy":"*","Title":"all policies","LastEvaluated":"%s","By":[{"AccountId":"%s",' \
		"$1" "${account:-111122223333}"
	printf '"Region":"%s","ResourceType":"AWS::S3::Bucket","Evaluated":%d,"Passed":%d,"Failed":%d,' \
		"${region:-eu-west-1}" "$2" "$3" "$4"
	printf '"Unknown":%d,"OutOfScope":%d}]}\n' "$5" "$6"
}

# A finding: NAME POLICY SEVERITY STATE [MESSAGE]
finding() {
	printf '{"Kind":"finding","Policy":"%s","Title":"a title","ARN":"arn:aws:s3:::%s","ResourceType":' "$2" "$1"
	printf '"AWS::S3::Bucket","AccountId":"%s","Region":"eu-west-1","Severity":%d,"State":"%s","Message":"%s",' \
		"${account:-111122223333}" "$3" "$4" "${5-seen}"
	printf '"Evidence":{},"DescribeTime":"%s","LastEvaluated":"%s"}\n' "${at:-$now}" "${at:-$now}"
}

# What jq finds in the JSON report over the file "in".
figure() {
	qrie-report -f json --now "$now" in >report.json 2>errors || true
	jq -cr "$1" report.json
}

# The columns of the widest line.
widest() {
	LC_ALL=C.UTF-8 wc -L <"$1"
}

@test "REP-01: totals by type, by region and by account each add up to the resources evaluated" {
	cp "$estate" in
	same "$(figure .Totals.Resources)" 10
	same "$(figure '[.ByType, .ByRegion, .ByAccount | map(.Resources) | add]')" '[10,10,10]'
	same "$(figure '.ByType | map({(.ResourceType): .Resources}) | add')" \
		'{"AWS::IAM::User":3,"AWS::Lambda::Function":2,"AWS::S3::Bucket":5}'
	same "$(figure '.ByRegion | map({(.Region): .Resources}) | add')" '{"eu-west-1":4,"global":3,"us-east-1":3}'
}

@test "REP-02: three of four resources compliant is a score of 75" {
	evaluation "$now" 4 3 1 0 0 >in
	same "$(figure .Totals.Score)" 75
	run -0 --separate-stderr qrie-report in
	[[ $output == *'SCORE  75.0%'* ]]
}

@test "REP-02: no resource judged has no score, and that is no error" {
	evaluation "$now" 2 0 0 0 2 >in
	same "$(figure .Totals.Score)" null
	run -0 --separate-stderr qrie-report in
	[[ $output == *'SCORE  n/a'* ]]
}

@test "REP-02: what is unknown does not count as compliant, and a score is never rounded up to 100" {
	evaluation "$now" 2 1 0 1 0 >in
	same "$(figure .Totals.Score)" 50
	evaluation "$now" 10000 9999 1 0 0 >in
	same "$(figure .Totals.Score)" 99.9
}

@test "REP-02: no evaluation records, no score: it says so and lists the findings" {
	finding logs S3BucketPublic 90 ACTIVE >in
	same "$(figure '[.Totals, .Findings.Open, .NonCompliant[0].ARN]')" '[null,1,"arn:aws:s3:::logs"]'
	for format in text json; do
		run -0 --separate-stderr qrie-report -f "$format" in
		[[ $output == *'no evaluation records: totals and score are not known'* ]]
		[[ $output == *arn:aws:s3:::logs* ]]
	done
}

@test "the newest evaluation of a cell counts, parts of one run add up, the same record twice counts once" {
	evaluation 2026-11-22T20:00:00Z 9 9 0 0 0 >old
	evaluation 2026-11-22T21:00:00Z 4 3 1 0 0 >new
	evaluation 2026-11-22T21:00:00Z 2 2 0 0 0 >part
	cat new old >in
	same "$(figure .Totals.Resources)" 4
	cat old new >in
	same "$(figure .Totals.Resources)" 4
	cat new part >in
	same "$(figure '[.Totals.Resources, .Totals.Compliant]')" '[6,5]'
	cat new new part >in
	same "$(figure '[.Totals.Resources, .Warnings[0]]')" \
		'[6,"1 evaluation record was given more than once and counted once"]'
	{ region=us-east-1 evaluation 2026-11-22T20:00:00Z 1 1 0 0 0; cat new; } >in
	same "$(figure .Totals.Resources)" 5
}

@test "REP-03: each non-compliant resource is listed once, with its policies and evidence; compliant ones are absent" {
	cp "$estate" in
	same "$(figure '.NonCompliant | map({(.ARN): (.Violations | map(.Policy))}) | add')" \
		'{"arn:aws:s3:::acme-logs":["S3BucketPublic","S3BucketVersioningDisabled"],"arn:aws:iam::444455556666:user/jo":["IAMUserMfaDisabled"]}'
	same "$(figure '.NonCompliant[0].Violations[0].Evidence')" '{"PolicyStatus":{"IsPublic":true}}'
	run -0 --separate-stderr qrie-report in
	[[ $output == *$'arn:aws:s3:::acme-logs\n'*'its policy lets everyone read'*'"IsPublic": true'* ]]
	[[ $output != *acme-web* ]]
}

@test "REP-04: every violation carries the remediation of its policy" {
	cp "$estate" in
	same "$(figure '[.NonCompliant[].Violations[] | .Remediation | length > 0] | all')" true
	same "$(figure '.NonCompliant[0].Violations[0].Remediation')" "Turn on the bucket's public access block."
	run -0 --separate-stderr qrie-report in
	[[ $output == *"Have the user register an MFA device."* ]]
}

@test "REP-08: the header says when, over which accounts and regions, and from which inputs" {
	cp "$estate" in
	same "$(figure '[.GeneratedAt, .EvaluatedTo]')" '["2026-11-22T22:00:00Z","2026-11-22T21:00:00Z"]'
	same "$(figure '[.Accounts, .Regions]')" '[["111122223333","444455556666"],["eu-west-1","global","us-east-1"]]'
	same "$(figure '.Inputs')" '[{"Name":"in","Records":10}]'
	run -0 --separate-stderr qrie-report --now "$now" - in <"$estate"
	[[ ${lines[0]} == 'COMPLIANCE REPORT '*' 2026-11-22T22:00:00Z' ]]
	[[ $output == *'Accounts   2: 111122223333, 444455556666'* ]]
	[[ $output == *'Regions    3: eu-west-1, global, us-east-1'* ]]
	[[ $output == *'Inputs     (stdin) (10 records), in (10 records)'* ]]
}

@test "REP-09: of 10,000 lines with three bad ones 9,997 are counted, three named and reported, status 2" {
	for ((i = 1; i <= 10000; i++)); do
		case $i in
		10 | 5000) echo '{"Kind":"finding",' ;;
		9999) echo '{"Kind":"finding","State":"ACTIVE","Policy":"P"}' ;;
		*) finding "bucket-$i" S3BucketPublic 90 ACTIVE ;;
		esac
	done >in
	run -2 --separate-stderr qrie-report -f json in
	same "$(jq -c '.Records | [.Counted, .Rejected, .ByKind.finding]' <<<"$output")" '[9997,3,9997]'
	same "$(jq -c '[.Findings.Open, (.NonCompliant | length)]' <<<"$output")" '[9997,9997]'
	same "${#stderr_lines[@]}" 3
	[[ ${stderr_lines[0]} == 'qrie-report: in:10: '* ]]
	[[ ${stderr_lines[2]} == 'qrie-report: in:9999: finding without ARN' ]]
	[[ $output == *'3 records were rejected and not counted'* ]]
}
