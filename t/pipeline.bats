# collect | eval | diff | report on emulators, on an estate that boto3 made: what violates a policy is found, its good
# twin is not, and what could not be read is never a pass.
load helper
load emulator

setup_file() {
	local dir
	dir=$(emulator_dir)
	verifying_start && moto_start || return
	emulator_client "$MINISTACK_URL"
	"$QRIE_VENV/bin/python" "$QRIE_TOP/t/aws/estate.py" >"$dir/ministack.expected" || return
	"$QRIE_VENV/bin/python" "$QRIE_TOP/t/aws/user.py" qrie >"$dir/key" || return
	emulator_client "$MOTO_URL"
	"$QRIE_VENV/bin/python" "$QRIE_TOP/t/aws/estate.py" >"$dir/moto.expected"
}

teardown_file() {
	emulators_stop
}

as_user() {
	emulator_client "$REFUSE_URL"
	read -r AWS_ACCESS_KEY_ID AWS_SECRET_ACCESS_KEY <"$BATS_FILE_TMPDIR/key"
}

# As root, by boto3: allow the user all again, or deny what is named.
deny() {
	AWS_ENDPOINT_URL=$MINISTACK_URL AWS_ACCESS_KEY_ID=test AWS_SECRET_ACCESS_KEY=test "$QRIE_VENV/bin/python" - "$@" <<'EOT'
import json, sys, boto3
iam = boto3.client("iam")
if sys.argv[1:]:
    iam.put_user_policy(UserName="qrie", PolicyName="deny", PolicyDocument=json.dumps({
        "Version": "2012-10-17", "Statement": [{"Effect": "Deny", "Action": sys.argv[1:], "Resource": "*"}]}))
else:
    iam.delete_user_policy(UserName="qrie", PolicyName="deny")
EOT
}

in_days() {
	date -u -d "+$1 days" +%FT%TZ 2>/dev/null || date -u -v "+$1d" +%FT%TZ
}

# judged EXPECTED FINDINGS DAYS: prints each expectation that the findings do not meet, and how many there were.
judged() {
	jq -rn --slurpfile expected "$1" --argjson days "$3" '
	    (reduce (inputs | select(.Kind == "finding")) as $f ({}; .[$f.Id] = $f.State)) as $found
	    | [$expected[] | select((.Days // 0) == $days)]
	    | (.[] | . + {Got: $found["\(.ARN)#\(.Policy)"]}
	        | select(.Got != (if .Expect == "violation" then "ACTIVE" else null end)) | tojson),
	      "\(length) expected, \([.[] | select(.Expect == "violation")] | length) of them violations"' "$2"
}

@test "FND-04, POL-01: on moto every violation is ACTIVE and every good twin has no finding" {
	emulator_client "$MOTO_URL"
	run -2 --separate-stderr qrie-collect -r us-east-1,eu-west-1
	printf '%s\n' "$output" >inventory
	run -0 --separate-stderr qrie-eval -p @core inventory
	printf '%s\n' "$output" >findings
	run -0 judged "$BATS_FILE_TMPDIR/moto.expected" findings 0
	same "$output" "43 expected, 17 of them violations"
	# moto's credential report has no row for root.
	run -0 jq -r 'select(.Kind == "finding" and .State == "UNKNOWN") | "\(.Policy) \(.ARN)"' findings
	same "$output" "IAMRootAccountActive arn:aws:iam::111122223333:root"
}

@test "FND-04, POL-01: on ministack, signatures verified, every violation is ACTIVE and every good twin has no finding" {
	as_user
	run -0 --separate-stderr qrie-collect -r us-east-1,eu-west-1
	printf '%s\n' "$output" >inventory
	run -0 --separate-stderr qrie-eval -p @core inventory
	printf '%s\n' "$output" >findings
	run -0 judged "$BATS_FILE_TMPDIR/ministack.expected" findings 0
	same "$output" "41 expected, 15 of them violations"
	run -0 jq -r 'select(.State? == "UNKNOWN")' findings
	same "$output" ""
}

@test "POL-09, POL-10: a hundred days later the active key is too old and unused, the inactive one is neither" {
	for emulator in moto ministack; do
		as_user
		[ "$emulator" = ministack ] || emulator_client "$MOTO_URL"
		qrie-collect -t AWS::IAM::User >inventory
		run -0 --separate-stderr qrie-eval -p @core --now "$(in_days 100)" inventory
		printf '%s\n' "$output" >findings
		run -0 judged "$BATS_FILE_TMPDIR/$emulator.expected" findings 100
		same "$output" "4 expected, 2 of them violations"
	done
}

@test "a denied call gives UNKNOWN, never a pass, for each policy that needs its answer" {
	as_user
	deny s3:GetBucketPublicAccessBlock s3:GetBucketVersioning s3:GetEncryptionConfiguration ec2:DescribeVolumes \
	    iam:GetAccountSummary iam:GetCredentialReport iam:GetLoginProfile iam:ListMFADevices iam:ListAccessKeys \
	    iam:GetPolicyVersion
	run -2 --separate-stderr qrie-collect -t "AWS::S3::Bucket,AWS::EC2::Instance,AWS::::Account,AWS::IAM::User,\
AWS::IAM::ManagedPolicy"
	deny
	printf '%s\n' "$output" >inventory
	run -0 --separate-stderr qrie-eval -p @core -a inventory
	printf '%s\n' "$output" >findings
	run -0 jq -r 'select(.Kind == "verdicts") | .Passed[]' findings
	same "$output" ""
	run -0 jq -r 'select(.Kind == "finding") | "\(.Policy) \(.State)"' findings
	same "$(sort -u <<<"$output")" "$(printf '%s UNKNOWN\n' EC2UnencryptedEBS IAMAccessKeyNotRotated IAMAccessKeyUnused \
	    IAMPolicyOverlyPermissive IAMRootAccountActive IAMUserMfaDisabled S3BucketEncryptionDisabled \
	    S3BucketMfaDeleteDisabled S3BucketPublic S3BucketVersioningDisabled)"
	run -0 jq -c 'select(.Id == "arn:aws:s3:::qrie-good#S3BucketVersioningDisabled").Evidence' findings
	same "$output" '{"Unreadable":[{"Path":".Configuration.Versioning","Operation":"GetBucketVersioning",'\
'"Code":"AccessDenied","Permission":"s3:GetBucketVersioning"}]}'
	# The score leaves them out: nothing is known.
	run -0 jq -c 'select(.Kind == "evaluation" and .Policy == "*") | [.By[] | [.Passed, .Failed] | add] | add' findings
	same "$output" 0
}

@test "the access key's last use alone denied: old keys may be unused, so that policy says UNKNOWN, the other still finds" {
	as_user
	deny iam:GetAccessKeyLastUsed
	run -2 --separate-stderr qrie-collect -t AWS::IAM::User
	deny
	printf '%s\n' "$output" >inventory
	run -0 --separate-stderr qrie-eval -p IAMAccessKeyUnused,IAMAccessKeyNotRotated --now "$(in_days 100)" inventory
	printf '%s\n' "$output" >findings
	run -0 jq -r 'select(.Kind == "finding" and (.ARN | endswith("/key-active"))) | "\(.Policy) \(.State)"' findings
	same "$(sort <<<"$output")" $'IAMAccessKeyNotRotated ACTIVE\nIAMAccessKeyUnused UNKNOWN'
}

@test "POL-02: the account's public access block, all four set, protects every bucket" {
	emulator_client "$MOTO_URL"
	s3control() {
		"$QRIE_VENV/bin/python" - "$@" <<-'EOT'
			import socket, sys, boto3
			resolve = socket.getaddrinfo
			socket.getaddrinfo = lambda host, *rest, **more: resolve("127.0.0.1", *rest, **more)
			s3 = boto3.client("s3control")
			if sys.argv[1] == "on":
			    s3.put_public_access_block(AccountId="111122223333", PublicAccessBlockConfiguration={
			        "BlockPublicAcls": True, "IgnorePublicAcls": True, "BlockPublicPolicy": True, "RestrictPublicBuckets": True})
			else:
			    s3.delete_public_access_block(AccountId="111122223333")
		EOT
	}
	s3control on
	run -0 --separate-stderr qrie-collect -t AWS::S3::Bucket
	s3control off
	printf '%s\n' "$output" >inventory
	run -0 jq -c 'select(.Kind == "resource") | .Configuration.AccountPublicAccessBlockConfiguration' inventory
	same "$(sort -u <<<"$output")" \
	    '{"BlockPublicAcls":true,"IgnorePublicAcls":true,"BlockPublicPolicy":true,"RestrictPublicBuckets":true}'
	run -0 --separate-stderr qrie-eval -p S3BucketPublic inventory
	[[ $output != *'"Kind":"finding"'* ]]
}

# scan NAME: collects the buckets of moto, judges them and brings the state up to date; NAME holds the transitions.
scan() {
	qrie-collect -t AWS::S3::Bucket >inventory
	qrie-eval -p @core -a inventory >judged
	qrie-diff -F state.ndjson judged >"$1"
}

@test "FND-05, FND-09, FND-13: found, then mended, broken again and deleted, a bucket's findings follow" {
	emulator_client "$MOTO_URL"
	s3() {
		"$QRIE_VENV/bin/python" -c 'import sys, json, boto3
getattr(boto3.client("s3"), sys.argv[1])(Bucket="qrie-passing", **json.loads(sys.argv[2]))' "$1" "${2-{\}}"
	}
	state='select(.Id == "arn:aws:s3:::qrie-passing#S3BucketVersioningDisabled") | [.State, .ResolvedReason, .ReopenedAt != null]'
	s3 create_bucket
	scan first
	run -0 jq -c "$state" state.ndjson
	same "$output" '["ACTIVE",null,false]'
	sleep 1
	s3 put_bucket_versioning '{"VersioningConfiguration": {"Status": "Enabled"}}'
	scan second
	run -0 jq -c "$state" state.ndjson
	same "$output" '["RESOLVED","RESOURCE_COMPLIANT",false]'
	sleep 1
	s3 put_bucket_versioning '{"VersioningConfiguration": {"Status": "Suspended"}}'
	scan third
	run -0 jq -c "$state" state.ndjson
	same "$output" '["ACTIVE",null,true]'
	sleep 1
	s3 delete_bucket
	scan fourth
	run -0 jq -c "$state" state.ndjson
	same "$output" '["RESOLVED","RESOURCE_DELETED",true]'
}

@test "what a denied list could not look at stays as it was found" {
	as_user
	qrie-collect -t AWS::S3::Bucket >inventory
	qrie-eval -p @core -a inventory >judged
	qrie-diff -F state.ndjson judged >first
	run -0 jq -s 'map(select(.State == "ACTIVE")) | length' state.ndjson
	found=$output
	[ "$found" -gt 0 ]
	sleep 1
	deny s3:ListAllMyBuckets
	run -2 --separate-stderr qrie-collect -t AWS::S3::Bucket
	deny
	printf '%s\n' "$output" >inventory
	qrie-eval -p @core -a inventory >judged
	run -0 --separate-stderr qrie-diff -F state.ndjson judged
	run -0 jq -s 'map(select(.State == "ACTIVE")) | length' state.ndjson
	same "$output" "$found"
}

@test "INV-07: a change made by another client is what qrie-diff then shows" {
	emulator_client "$MOTO_URL"
	qrie-collect -t AWS::S3::Bucket >old
	"$QRIE_VENV/bin/aws" s3api put-bucket-versioning --bucket qrie-suspended --versioning-configuration Status=Enabled
	run -0 "$QRIE_VENV/bin/aws" s3api get-bucket-versioning --bucket qrie-suspended --query Status --output text
	same "$output" Enabled
	qrie-collect -t AWS::S3::Bucket >new
	"$QRIE_VENV/bin/aws" s3api put-bucket-versioning --bucket qrie-suspended --versioning-configuration Status=Suspended
	run -0 --separate-stderr qrie-diff old new
	same "$(jq -c '[.ARN, .Change, .Changes]' <<<"$output")" \
	    '["arn:aws:s3:::qrie-suspended","updated",[{"Path":"/Configuration/Versioning/Status","Old":"Suspended","New":"Enabled"}]]'
}

@test "the pipeline of the README runs on an emulator as written" {
	as_user
	qrie-collect | qrie-eval -p @core | qrie-report >report
	grep -q S3BucketPublic report
	grep -q qrie-bare report
}

@test "make demo-aws: the whole job on emulators, with nothing that could not be read, and they are stopped again" {
	run -0 --separate-stderr env -u BATS_FILE_TMPDIR bash "$QRIE_TOP/t/demo-aws"
	[[ $output == *"SCORE"* ]]
	[[ $output == *"0 unknown and 0 resolved"* ]]
	[[ $stderr != *qrie-collect:* ]]
	grep -q qrie-half-public report.html
}
