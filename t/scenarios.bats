# What becomes of a whole account's findings: made wrong, mended, made right, taken away.  On an emulator.
load helper
load emulator

setup_file() {
	if [ -x "$QRIE_VENV/bin/moto_server" ]; then
		moto_start
	fi
}

teardown_file() {
	emulators_stop
}

# Buckets as boto3 makes them: boto CALL NAME ...
boto() {
	"$QRIE_VENV/bin/python" - "$@" <<-'E'
	import sys, boto3
	s3 = boto3.client("s3")
	for name in sys.argv[2:]:
	    if sys.argv[1] == "create":
	        s3.create_bucket(Bucket=name)
	    if sys.argv[1] == "mend":
	        s3.put_bucket_versioning(Bucket=name, VersioningConfiguration={"Status": "Enabled"})
	        s3.put_public_access_block(Bucket=name, PublicAccessBlockConfiguration=dict.fromkeys(
	            ["BlockPublicAcls", "IgnorePublicAcls", "BlockPublicPolicy", "RestrictPublicBuckets"], True))
	    if sys.argv[1] == "delete":
	        s3.delete_bucket(Bucket=name)
	E
}

# A day's run, a second after the one before.
scan() {
	sleep 1
	qrie-collect -t AWS::S3::Bucket >inventory
	qrie-eval -a -p S3BucketVersioningDisabled,S3BucketPublic inventory | qrie-diff -F findings.ndjson >transitions
}

states() {
	jq -r 'select(.Kind == "finding") | "\(.Id[13:]) \(.State) \(.ResolvedReason)"' findings.ndjson | sort
}

@test "TST-01, TST-05, TST-06, TST-07: wrong resources have findings, mended ones none, right ones never, and none is left of what is gone" {
	[ -x "$QRIE_VENV/bin/moto_server" ] || skip "no emulator in $QRIE_VENV"
	emulator_client "$MOTO_URL"
	boto create one two
	scan
	same "$(jq -r 'select(.Kind == "resource").ARN[13:]' inventory | sort | tr '\n' ' ')" 'one two '
	same "$(states)" $'one#S3BucketPublic ACTIVE null\none#S3BucketVersioningDisabled ACTIVE null\ntwo#S3BucketPublic ACTIVE null\ntwo#S3BucketVersioningDisabled ACTIVE null'
	same "$(jq -c 'select(.Policy == "S3BucketVersioningDisabled" and .Kind == "finding").Evidence' findings.ndjson | sort -u)" '{"Status":null}'
	boto mend one two
	scan
	same "$(states | cut -d ' ' -f 2- | sort | uniq -c | tr -s ' ')" ' 4 RESOLVED RESOURCE_COMPLIANT'
	boto create right
	boto mend right
	scan
	same "$(jq -r 'select(.Kind == "resource").ARN[13:]' inventory | sort | tr '\n' ' ')" 'one right two '
	same "$(states | grep -c 'ACTIVE\|UNKNOWN\|right')" 0
	boto delete one two right
	scan
	same "$(jq -r 'select(.Kind == "resource").ARN' inventory)" ''
	same "$(states | cut -d ' ' -f 2 | sort -u)" RESOLVED
	qrie-report -f json findings.ndjson >report
	same "$(jq .Findings.Open report)" 0
}

# What EventBridge delivers of a call that was just made: change NAME BUCKET.
change() {
	jq -nc --arg name "$1" --arg bucket "$2" '(now | todate) as $now | {version: "0", id: "1", source: "aws.s3",
		"detail-type": "AWS API Call via CloudTrail", account: "111122223333", time: $now, region: "us-east-1",
		resources: [], detail: {eventVersion: "1.09", eventTime: $now, eventSource: "s3.amazonaws.com",
		eventName: $name, awsRegion: "us-east-1", requestParameters: {bucketName: $bucket}, responseElements: null,
		eventID: ("e-" + $name), readOnly: false, eventType: "AwsApiCall", recipientAccountId: "111122223333"}}'
}

# What the two runs over one change say of all findings, each as a line; and that both say the same.
both_runs() {	# name of the event, bucket
	change "$1" "$2" >event
	(cd by-event && events ../event) </dev/null >/dev/null
	daily-scan by-cron -t AWS::S3::Bucket </dev/null >/dev/null
	for run in by-event by-cron; do
		jq -r 'select(.Kind == "finding") | [.ARN, .Policy, .State, .ResolvedReason, .SeverityLabel, .Message,
			(.Evidence | tojson)] | @tsv' "$run/findings.ndjson" | sort >"$run.findings"
	done
	diff by-event.findings by-cron.findings
}

# How many of them are in a state, for a reason: "ACTIVE", "RESOLVED RESOURCE_DELETED".
how_many() {
	cut -f 3,4 by-cron.findings | tr '\t' ' ' | grep -c "^$1" || true
}

@test "POL-37: over the same change a cron run and an event run give the same findings, with nobody at hand" {
	[ -x "$QRIE_VENV/bin/moto_server" ] || skip "no emulator in $QRIE_VENV"
	PATH=$QRIE_TOP/examples:$PATH
	emulator_client "$MOTO_URL"
	mkdir by-event by-cron
	boto create watched
	both_runs CreateBucket watched
	grep -qP 'watched\tS3BucketVersioningDisabled\tACTIVE\t' by-cron.findings
	[ "$(how_many ACTIVE)" -gt 2 ]
	sleep 1
	boto mend watched
	both_runs PutBucketVersioning watched
	grep -qP 'watched\tS3BucketVersioningDisabled\tRESOLVED\tRESOURCE_COMPLIANT' by-cron.findings
	[ "$(how_many 'RESOLVED RESOURCE_COMPLIANT')" -gt 1 ]
	sleep 1
	boto delete watched
	both_runs DeleteBucket watched
	same "$(how_many ACTIVE)" 0
	[ "$(how_many 'RESOLVED RESOURCE_DELETED')" -gt 0 ]
}
