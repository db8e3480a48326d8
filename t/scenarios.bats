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
