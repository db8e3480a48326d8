# What becomes of a whole account's findings: made wrong, mended, made right, taken away.  On an emulator; what none can
# hold, on recorded answers.
load helper
load emulator
load respond

setup_file() {
	if [ -x "$QRIE_VENV/bin/moto_server" ]; then
		moto_start
	fi
}

teardown() {
	respond_stop
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

# The same of what some policies read, at a time of its own: look, a day later each time.
look() {
	day=$((${day-21} + 1))
	qrie-collect "--for-policies=$policies" --now "2026-11-${day}T00:00:00Z" >inventory 2>collect.err || { cat collect.err >&2; return 1; }
	qrie-eval -a -p "$policies" --now "2026-11-${day}T00:00:00Z" inventory | qrie-diff -F findings.ndjson >transitions
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

# An emulator has no root user who signs in, no key that is older than itself, and forgets MFA delete: two scans of
# recorded answers, wrong and right.
@test "TST-01, TST-05: the root user, old keys and MFA delete, which no emulator holds, by recorded answers" {
	report() {	# password_last_used
		printf '<State>COMPLETE</State><ReportFormat>text/csv</ReportFormat><Content>%s</Content>' "$(printf '%s\n%s\n' \
		    user,arn,user_creation_time,password_enabled,password_last_used,mfa_active,access_key_1_active,access_key_2_active \
		    "<root_account>,arn:aws:iam::111122223333:root,2020-01-01T00:00:00+00:00,not_supported,$1,true,false,false" | base64 -w0)"
	}
	user() {	# members of its key
		reply ListAccessKeys <<<"<AccessKeyMetadata>$1</AccessKeyMetadata><IsTruncated>false</IsTruncated>"
	}
	bucket() {	# MFADelete
		answer 'GET _logs?versioning' <<<"<VersioningConfiguration><Status>Enabled</Status><MfaDelete>$1</MfaDelete></VersioningConfiguration>"
	}
	reply GetAccountSummary <<<'<SummaryMap><entry><key>AccountAccessKeysPresent</key><value>0</value></entry></SummaryMap>'
	reply GenerateCredentialReport <<<'<State>COMPLETE</State>'
	report 2026-11-20T00:00:00+00:00 | reply GetCredentialReport
	report 2020-11-20T00:00:00+00:00 | reply GetCredentialReport
	old='<UserName>ann</UserName><AccessKeyId>AKIAOLD</AccessKeyId><Status>Active</Status><CreateDate>2020-01-01T00:00:00Z</CreateDate>'
	user "<member>$old</member>"
	user ''
	reply GetAccessKeyLastUsed <<<'<UserName>ann</UserName><AccessKeyLastUsed><LastUsedDate>2020-02-01T00:00:00Z</LastUsedDate>'\
'<ServiceName>s3</ServiceName><Region>eu-west-1</Region></AccessKeyLastUsed>'
	reply ListUserTags <<<'<Tags></Tags><IsTruncated>false</IsTruncated>'
	reply ListUsers <<<'<Users><member><UserName>ann</UserName><UserId>AIDA</UserId><Path>/</Path>'\
'<Arn>arn:aws:iam::111122223333:user/ann</Arn><CreateDate>2020-01-01T00:00:00Z</CreateDate></member></Users><IsTruncated>false</IsTruncated>'
	answer 'GET _?max-buckets=10000' <<<'<ListAllMyBucketsResult><Buckets><Bucket><Name>logs</Name><BucketRegion>eu-west-1</BucketRegion>'\
'<CreationDate>2020-01-01T00:00:00Z</CreationDate></Bucket></Buckets></ListAllMyBucketsResult>'
	answer 'GET _logs?location' <<<'<LocationConstraint>eu-west-1</LocationConstraint>'
	bucket Disabled
	bucket Enabled
	respond_start
	policies=IAMRootAccountActive,IAMAccessKeyNotRotated,IAMAccessKeyUnused,S3BucketMfaDeleteDisabled
	for state in 'ACTIVE null' 'RESOLVED RESOURCE_COMPLIANT'; do
		look
		same "$(jq -r 'select(.Kind == "finding") | "\(.Id) \(.State) \(.ResolvedReason)"' findings.ndjson)" \
		    "arn:aws:iam::111122223333:root#IAMRootAccountActive $state
arn:aws:iam::111122223333:user/ann#IAMAccessKeyNotRotated $state
arn:aws:iam::111122223333:user/ann#IAMAccessKeyUnused $state
arn:aws:s3:::logs#S3BucketMfaDeleteDisabled $state"
	done
}
