# qrie-seed resources: real ones, on emulators, with boto3 and the AWS CLI as the judges of what is there, and
# qrie-collect and qrie-eval as those of what is found.
load helper
load emulator

setup_file() {
	moto_start && ministack_start AUTH=true && refuse_start "$MOTO_URL"
}

teardown_file() {
	emulators_stop
}

# An empty account, asked directly or, with "refusing", behind what can refuse.
fresh() {
	LAUNCHED='ec2/instance ec2/volume iam/policy iam/user rds/db-instance s3/bucket'
	curl -s -o reset -X POST "$MOTO_URL/moto-api/reset"
	refuse '[]'
	if [ "$1" = refusing ]; then emulator_client "$REFUSE_URL"; else emulator_client "$MOTO_URL"; fi
}

# The calls since the last refuse, one line each: service, operation, status.
asked() {
	curl -s "$REFUSE_URL/_refuse"
}

refuse() {
	curl -s -X PUT -d "$1" "$REFUSE_URL/_refuse"
}

# seed MODE [OPTION...]: what it prints goes to MODE.
seed() {
	local mode=$1
	shift
	qrie-seed resources "--$mode" --yes "$@" >"$mode" 2>"$mode.err" || { local status=$?; cat "$mode.err" >&2; return "$status"; }
}

seeded() {
	"$QRIE_VENV/bin/python" "$QRIE_TOP/t/aws/seeded.py" "$@"
}

aws() {
	"$QRIE_VENV/bin/aws" "$@"
}

in_days() {
	date -u -d "+$1 days" +%FT%TZ 2>/dev/null || date -u -v "+$1d" +%FT%TZ
}

# judged FILE: the findings of a scan, today and 91 days on, are those that FILE expects, no fewer and no more.
judged() {
	local days
	qrie-collect -t AWS::S3::Bucket,AWS::EC2::Instance,AWS::IAM::User,AWS::IAM::ManagedPolicy,AWS::RDS::DBInstance \
	    >inventory 2>collect.err || [ "$?" -eq 2 ]
	for days in 0 91; do
		qrie-eval -p @core --now "$(in_days "$days")" inventory |
		    jq -r 'select(.Kind == "finding" and .State != "RESOLVED") | "\(.Id) \(.State)"' | sort >"got.$days"
		jq -r --argjson days "$days" 'select(.Kind == "expected" and .State == "ACTIVE" and (.Days // 0) <= $days) |
		    "\(.Id) \(.State)"' "$1" | sort >"expected.$days"
		same "$(cat "got.$days")" "$(cat "expected.$days")" || return
	done
}

bad="instance: t3.micro stopped, volumes encrypted [False, True]
qrie-test-no-encryption-T: blocks [True, True, True, True], versioning Enabled, MFA delete None, ServerSideEncryptionConfigurationNotFoundError
qrie-test-no-mfa-delete-T: blocks [True, True, True, True], versioning Enabled, MFA delete None, {'SSEAlgorithm': 'AES256'}
qrie-test-no-versioning-T: blocks [True, True, True, True], versioning Suspended, MFA delete None, {'SSEAlgorithm': 'AES256'}
qrie-test-public-bucket-T: blocks [False, False, False, False], versioning Enabled, MFA delete None, {'SSEAlgorithm': 'AES256'}
qrie-test-public-db-T: db.t3.micro, public True
qrie-test-user-no-mfa-T: console True, MFA 0, keys 0, policies []
qrie-test-user-old-key-T: console False, MFA 0, keys 1, policies []
qrie-test-user-unused-key-T: console False, MFA 0, keys 1, policies []
qrie-test-user-wildcard-T: console False, MFA 0, keys 0, policies ['qrie-test-wildcard-policy-T']
qrie-test-wildcard-policy-T: Allow * on *, attached 1"

good="instance: t3.micro stopped, volumes encrypted [True]
qrie-test-no-encryption-T: blocks [True, True, True, True], versioning Enabled, MFA delete None, {'SSEAlgorithm': 'AES256'}
qrie-test-no-mfa-delete-T: blocks [True, True, True, True], versioning Enabled, MFA delete None, {'SSEAlgorithm': 'AES256'}
qrie-test-no-versioning-T: blocks [True, True, True, True], versioning Enabled, MFA delete None, {'SSEAlgorithm': 'AES256'}
qrie-test-public-bucket-T: blocks [True, True, True, True], versioning Enabled, MFA delete None, {'SSEAlgorithm': 'AES256'}
qrie-test-public-db-T: db.t3.micro, public False
qrie-test-user-no-mfa-T: console False, MFA 0, keys 0, policies []
qrie-test-user-old-key-T: console False, MFA 0, keys 0, policies []
qrie-test-user-unused-key-T: console False, MFA 0, keys 0, policies []
qrie-test-user-wildcard-T: console False, MFA 0, keys 0, policies [ATTACHED]
qrie-test-wildcard-policy-T: Allow sts:GetCallerIdentity on *, attached COUNT"

# What is compliant from the start has the policy attached to nobody; what was made so keeps what was attached.
good() {
	sed "s/ATTACHED/${1:+'$1'}/; s/COUNT/${1:+1}/; s/attached \$/attached 0/" <<<"$good"
}

@test "SDR-01, SDR-02, SDR-11, SDR-12, SDR-13, SDR-14, SDR-16, SDR-17, SDR-18, SDR-19, SDR-20: each resource has its defect and no other" {
	fresh
	seed non-compliant --keep
	same "$(seeded)" "$bad"
	judged non-compliant
	# Fourteen findings: two old keys are also unused and one unused key also old, and the buckets have no MFA delete.
	same "$(wc -l <expected.91)" 14
	same "$(jq -r 'select(.Kind == "expected").Policy' non-compliant | sort -u | wc -l)" 10
}

@test "SDR-03, SDR-15: compliant resources on an empty account, with the findings that nobody but root can resolve" {
	fresh
	seed compliant --keep
	same "$(seeded)" "$(good)"
	judged compliant
	same "$(jq -r .Why <(jq 'select(.Kind == "expected" and .State == "ACTIVE")' compliant) | sort -u)" \
	    "only the root user, with an MFA device, can turn on MFA delete"
}

@test "SDR-02, SDR-03, SDR-09: the modes turn the same resources from one into the other, and make no second ones" {
	fresh
	seed non-compliant --keep
	seed compliant --keep
	same "$(seeded)" "$(good qrie-test-wildcard-policy-T)"
	judged compliant
	seed non-compliant --keep
	same "$(seeded)" "$bad"
	judged non-compliant
	same "$(jq -r 'select(.Kind == "seeded").Action' non-compliant | sort | uniq -c | xargs)" "1 skipped 11 updated"
}

@test "SDR-09: a second run of the same mode changes nothing but says updated" {
	fresh
	for mode in non-compliant compliant; do
		seed "$mode" --keep
		seeded tags >before
		aws iam list-users >>before
		aws ec2 describe-volumes >>before
		seed "$mode" --keep
		seeded tags >after
		aws iam list-users >>after
		aws ec2 describe-volumes >>after
		cmp before after
		same "$(jq -r 'select(.Kind == "seeded" and .Action != "skipped").Action' "$mode" | sort -u)" updated
	done
}

@test "SDR-04: remediation leaves no finding but what root alone can resolve, and the same resources" {
	fresh
	seed remediate
	same "$(seeded)" ""
	seed non-compliant --keep
	seed remediate
	same "$(seeded)" "$(good qrie-test-wildcard-policy-T)"
	judged remediate
	same "$(jq -r 'select(.Kind == "expected" and .State == "RESOLVED").Policy' remediate | sort | uniq | wc -l)" 9
}

@test "SDR-05: cleanup deletes all that is marked, with all that hangs on it, and nothing else; a second one finds nothing" {
	fresh
	seed non-compliant --keep
	aws s3api create-bucket --bucket mine >/dev/null
	aws s3api create-bucket --bucket qrie-test-mine >/dev/null
	aws s3api put-bucket-tagging --bucket qrie-test-mine --tagging 'TagSet=[{Key=qrie-test,Value=false}]'
	aws iam create-user --user-name qrie-test-user-mine >/dev/null
	bucket=$(jq -r 'select(.Kind == "seeded" and .Policy == "S3BucketPublic").Name' non-compliant)
	for key in a b; do
		for version in 1 2; do
			echo "$version" | aws s3 cp - "s3://$bucket/$key"
		done
		aws s3api delete-object --bucket "$bucket" --key "$key" >/dev/null
	done
	aws s3api create-multipart-upload --bucket "$bucket" --key half >/dev/null
	user=$(jq -r 'select(.Kind == "seeded" and .Policy == "IAMUserMfaDisabled").Name' non-compliant)
	inline='{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:ListAllMyBuckets","Resource":"*"}]}'
	aws iam create-group --group-name readers >/dev/null
	aws iam add-user-to-group --group-name readers --user-name "$user"
	aws iam create-virtual-mfa-device --virtual-mfa-device-name one --outfile qr --bootstrap-method Base32StringSeed >/dev/null
	aws iam enable-mfa-device --user-name "$user" --serial-number arn:aws:iam::111122223333:mfa/one \
	    --authentication-code1 123456 --authentication-code2 234567
	aws iam put-user-policy --user-name "$user" --policy-name inline --policy-document "$inline"
	aws iam create-role --role-name marked --assume-role-policy-document '{}' --tags Key=qrie-test,Value=true >/dev/null
	aws iam put-role-policy --role-name marked --policy-name inline --policy-document "$inline"
	for name in marked mine; do
		aws iam create-instance-profile --instance-profile-name "$name" --tags Key=qrie-test,Value="${name/marked/true}" >/dev/null
	done
	aws iam add-role-to-instance-profile --instance-profile-name marked --role-name marked
	seed cleanup
	same "$(seeded | sed 's/:.*//')" $'instance\nmine\nqrie-test-mine\nqrie-test-user-mine'
	same "$(aws ec2 describe-instances --query 'Reservations[].Instances[].State.Name' --output text)" terminated
	same "$(aws ec2 describe-volumes --query 'Volumes[].VolumeId' --output text)" ""
	same "$(aws iam list-roles --query 'Roles[].RoleName' --output text)" ""
	same "$(aws iam list-instance-profiles --query 'InstanceProfiles[].InstanceProfileName' --output text)" mine
	same "$(aws iam list-virtual-mfa-devices --query 'VirtualMFADevices[].SerialNumber' --output text)" ""
	same "$(jq -r .Action cleanup | sort -u)" deleted
	# ten resources and the wildcard's user, both volumes of the instance, the role and its instance profile
	same "$(jq -r .ResourceType cleanup | sort | uniq -c | xargs)" "1 AWS::EC2::Instance 2 AWS::EC2::Volume \
1 AWS::IAM::InstanceProfile 1 AWS::IAM::ManagedPolicy 1 AWS::IAM::Role 4 AWS::IAM::User 1 AWS::RDS::DBInstance 4 AWS::S3::Bucket"
	seed cleanup
	same "$(cat cleanup)" ""
}

@test "SDR-05, FND-13: cleanup purges the account's findings once nothing is left, and those of no other account" {
	fresh refusing
	seed non-compliant --services s3 -o estate
	qrie-collect -t AWS::S3::Bucket 2>/dev/null | qrie-eval -a -l estate/policies.ndjson | qrie-diff -F estate/findings.ndjson >out
	same "$(jq -r 'select(.Kind == "finding") | "\(.Id) \(.State)"' estate/findings.ndjson | sort)" \
	    "$(jq -r 'select(.Kind == "expected") | "\(.Id) \(.State)"' non-compliant | sort)"
	sed 's/111122223333/444455556666/g; s/:::/:::other-/g' estate/findings.ndjson >other
	qrie-diff -F estate/findings.ndjson other >out
	run -3 --separate-stderr qrie-seed resources --cleanup -o estate --services s3 --yes
	same "$stderr" "qrie-seed: --cleanup --output purges all findings of an account: not with --services"
	refuse '[{"Service": "s3", "Operation": "DeleteBucket", "Status": 403, "Code": "AccessDenied"}]'
	run -2 --separate-stderr qrie-seed resources --cleanup -o estate --yes
	same "$(jq -s 'map(select(.AccountId == "111122223333" and .Kind == "finding")) | length' estate/findings.ndjson)" 6
	refuse '[]'
	# once all is gone there is nothing to print but the purge: where that is lost, the findings are not
	seed cleanup
	if [ -e /dev/full ]; then
		run -3 --separate-stderr sh -c 'qrie-seed resources --cleanup -o estate --yes >/dev/full'
		[[ $stderr == *"qrie-seed: standard output: No space left on device" ]]
		same "$(jq -s 'map(select(.AccountId == "111122223333" and .Kind == "finding")) | length' estate/findings.ndjson)" 6
	fi
	seed cleanup -o estate
	same "$(jq -r 'select(.Kind == "purge") | "\(.AccountId) \(.Findings)"' cleanup)" "111122223333 6"
	same "$(jq -r 'select(.Kind == "finding").AccountId' estate/findings.ndjson | sort | uniq -c | xargs)" "6 444455556666"
	seed cleanup -o estate
	same "$(jq -r '"\(.Kind) \(.Findings)"' cleanup)" "purge 0"
	rm estate/findings.ndjson
	seed cleanup -o estate
	same "$(cat cleanup)" ""
}

@test "SDR-25, INV-15: the account is registered and the eleven policies are active before anything is made, once however often" {
	fresh
	mkdir estate
	qrie-eval -l estate/policies.ndjson --launch S3BucketPublic --scope IncludeAccounts=111122223333 >out
	qrie-eval -l estate/policies.ndjson --launch EC2UnencryptedEBS >out
	qrie-eval -l estate/policies.ndjson --delete EC2UnencryptedEBS >out
	printf '# ours\n444455556666\n{"AccountId":"111122223333","Status":"closed","Role":"a"}' >estate/accounts.ndjson
	seed non-compliant --services s3 -o estate
	same "$(cat estate/accounts.ndjson)" $'# ours\n444455556666\n{"AccountId":"111122223333","Status":"active","Role":"a"}'
	same "$(jq -r .Status estate/policies.ndjson | uniq -c | xargs)" "11 active"
	same "$(jq -c 'select(.Scope != {}) | [.PolicyId, .Scope]' estate/policies.ndjson)" \
	    '["S3BucketPublic",{"IncludeAccounts":["111122223333"]}]'
	cp -R estate before
	seed compliant --services s3 -o estate
	diff -r estate before
	seed remediate --services s3 -o fresh --now 2026-11-22T21:00:00Z
	same "$(cat fresh/accounts.ndjson)" '{"AccountId":"111122223333","AccountName":"Test Account 111122223333",'\
'"Status":"active","OnboardedAt":"2026-11-22T21:00:00Z"}'
	same "$(jq -r '"\(.Status) \(.Scope)"' fresh/policies.ndjson | uniq -c | xargs)" "11 active {}"
	echo oops >estate/policies.ndjson
	seed cleanup
	run -3 --separate-stderr qrie-seed resources --non-compliant -o estate --yes
	same "$(seeded | grep -v terminated)" ""
}

# A call without a shape is an error only when it comes to it.
@test "every call that share/seed names can be made" {
	jq -rn 'def calls($of): if type == "object" then (.Service // $of) as $service |
	        (select(.Operation) | "\($service) \(.Operation)"), (.[] | calls($service))
	    elif type == "array" then .[] | calls($of) else empty end;
	    inputs | calls(null)' "$QRIE_TOP"/share/seed/*.json "$QRIE_TOP"/share/seed/types/*.json | sort -u >named
	[ "$(wc -l <named)" -ge 70 ]
	jq -r '.Operations | keys[] as $o | "\(input_filename | sub(".*/"; "") | sub(".json$"; "")) \($o)"' \
	    "$QRIE_TOP"/share/shapes/*.json | sort -u >shaped
	same "$(comm -23 named shaped)" ""
}

@test "SDR-06: a mode is needed, and two exclude each other; nothing is made" {
	fresh
	for modes in '' '--compliant --cleanup' '--non-compliant --remediate' '--test-e2e --cleanup'; do
		# shellcheck disable=SC2086 # several words
		run -3 --separate-stderr qrie-seed --seed-resources --yes $modes
		same "$stderr" "qrie-seed: --seed-resources requires one of: --non-compliant, --compliant, --remediate, --cleanup"
	done
	same "$(seeded)" ""
}

@test "SDR-07, SDR-27, SDR-33: the options in both spellings, a profile and another region; the caller's account alone" {
	fresh
	printf '[other]\naws_access_key_id = test\naws_secret_access_key = test\n' >"$AWS_SHARED_CREDENTIALS_FILE"
	unset AWS_ACCESS_KEY_ID AWS_SECRET_ACCESS_KEY
	qrie-seed --test-e2e --account-id 111122223333 --region eu-west-1 --profile other --keep --yes >out
	export AWS_ACCESS_KEY_ID=test AWS_SECRET_ACCESS_KEY=test
	same "$(jq -r 'select(.Kind == "expected").Region' out | sort -u | xargs)" "eu-west-1 global"
	same "$(seeded eu-west-1)" "$bad"
	bucket=$(jq -r 'select(.Kind == "seeded" and .Policy == "S3BucketPublic").Name' out)
	same "$(aws s3api get-bucket-location --bucket "$bucket" --output text)" eu-west-1
	run -3 --separate-stderr qrie-seed resources --cleanup --account 444455556666 --yes
	same "$stderr" "qrie-seed: --account 444455556666: these credentials are of account 111122223333"
	run -3 --separate-stderr qrie-seed resources --cleanup --account 4444 --yes
	same "$stderr" "qrie-seed: --account 4444: not an account's id of twelve digits"
	for wrong in '--account ,' '--account 111122223333,111122223333' '--services s3,lambda' '--services ,' '-j 0' '--bogus' '-j 4 more'; do
		# shellcheck disable=SC2086 # several words
		run -3 --separate-stderr qrie-seed resources --non-compliant --yes $wrong
		same "$output" ""
		[ -n "$stderr" ]
	done
	qrie-seed --test-e2e-cleanup --account 111122223333 --region eu-west-1 --yes >out
	same "$(seeded eu-west-1 | sed 's/ stopped.*//')" "instance: t3.micro terminated, volumes encrypted []"
}

@test "SDR-08, CST-10: it is shown and asked before; without a terminal or a yes nothing is made" {
	fresh refusing
	for answer in - n ''; do
		run -3 --separate-stderr "$QRIE_VENV/bin/python" "$QRIE_TOP/t/aws/asked.py" "$answer" qrie-seed resources --non-compliant
		[[ ${stderr_lines[-1]} == 'qrie-seed: cancelled'* ]]
		same "$output" ""
	done
	same "${stderr_lines[0]}" "Operation:     create or update resources to be non-compliant"
	same "${stderr_lines[1]}" "Target:        AWS Account 111122223333 (us-east-1)"
	same "${stderr_lines[2]}" "Resources:     S3 buckets, EC2 instances, IAM users, RDS instances"
	same "${stderr_lines[3]}" 'Cost:          ~$0.03 per operation'
	for kind in 'EC2 instances *1, \$0.01' 'IAM users *4, \$0.00' 'RDS instances *1, \$0.02' 'S3 buckets *4, \$0.00'; do
		grep "^  $kind\$" <<<"$stderr"
	done
	grep '^Prerequisites: account onboarded, policies active with default scope$' <<<"$stderr"
	same "$(asked | grep -vE '^[a-z0-9]* (Get|List|Describe)[A-Za-z]* ')" ""
	same "$(seeded)" ""
	run -0 "$QRIE_VENV/bin/python" "$QRIE_TOP/t/aws/asked.py" y qrie-seed resources --non-compliant --services s3
	same "$(seeded | wc -l)" 4
	run -0 --separate-stderr qrie-seed resources --cleanup --yes
	grep '^Warning:       This will DELETE resources and PURGE findings$' <<<"$stderr"
	grep '^Cost:          Free$' <<<"$stderr"
}

@test "SDR-10: names carry the time of their run, and two runs have none in common" {
	fresh
	for now in 2026-11-22T21:00:00Z 2026-11-23T21:00:00Z; do
		seed non-compliant --now "$now"
		jq -r 'select(.Kind == "seeded" and (.Name // "" | startswith("qrie"))).Name' non-compliant >>names
		seed cleanup
	done
	same "$(grep -cE -- '-2026112[23]-210000$' names)" 20
	same "$(sort -u names | wc -l)" 20
}

@test "SDR-21, SDR-26: a record for each resource and each finding, the root user's check is skipped with a warning" {
	fresh
	seed non-compliant
	same "$(jq -r .Kind non-compliant | uniq -c | head -1 | xargs)" "12 seeded"
	same "$(jq -c 'select(.Action == "skipped") | [.Policy, .Why]' non-compliant)" \
	    '["IAMRootAccountActive","it takes the root user'"'"'s credentials to make the root user active"]'
	same "$(jq -r 'select(.Kind == "seeded" and .State) | "\(.Policy) \(.State)"' non-compliant | xargs)" \
	    "EC2UnencryptedEBS stopped RDSPublicAccess deleted"
	same "$(jq -c 'select(.Kind == "expected" and (.Policy == "S3BucketPublic")) | keys_unsorted' non-compliant)" \
	    '["Kind","Policy","ARN","ResourceType","AccountId","Region","Id","State"]'
	grep 'wait 1-2 minutes for CloudTrail events' non-compliant.err
	grep 'warning: IAMRootAccountActive is skipped' non-compliant.err
	grep 'Resources seeded successfully (non-compliant)' non-compliant.err
}

@test "SDR-22: the database is deleted at once, and the record made in between has its finding" {
	fresh refusing
	seed non-compliant
	same "$(asked | grep '^rds .*DBInstance ' | xargs)" "rds CreateDBInstance 200 rds DeleteDBInstance 200"
	same "$(aws rds describe-db-instances --region us-east-1 --endpoint-url "$MOTO_URL" --query 'DBInstances[].DBInstanceIdentifier' --output text)" ""
	run -0 qrie-eval -p @core non-compliant
	same "$(jq -r 'select(.Kind == "finding") | "\(.Id) \(.State)"' <<<"$output")" \
	    "$(jq -r 'select(.Kind == "expected" and .Policy == "RDSPublicAccess") | "\(.Id) ACTIVE"' non-compliant)"
}

@test "SDR-23, SDR-24: every resource carries all six marks" {
	fresh
	seed non-compliant --keep --now 2026-11-22T21:00:00Z
	seeded tags | sed 's/^[^:]*: //; s/^Name=[^ ]* //; s/qrie-test-policy=[^ ]*/qrie-test-policy=P/' | sort | uniq -c >marks
	same "$(xargs <marks)" "13 auto-cleanup=true qrie-test-account=111122223333 qrie-test-policy=P \
qrie-test-run=20261122-210000 qrie-test-timestamp=2026-11-22T21:00:00Z qrie-test=true"
	seeded tags | grep -c 'qrie-test-no-mfa-delete.*qrie-test-policy=S3BucketMfaDeleteDisabled'
}

@test "SDR-29: --verify waits for the findings, and fails when they do not come" {
	fresh
	# Six: three buckets each for its own policy, and MFA delete of the three whose versioning is enabled (POL-06).
	run -2 --separate-stderr qrie-seed resources --non-compliant --services s3 --yes --verify findings --timeout 0
	same "$(grep -c 'should be ACTIVE' <<<"$stderr")" 6
	qrie-collect -t AWS::S3::Bucket 2>/dev/null | qrie-eval -p @core >findings
	run -0 --separate-stderr qrie-seed resources --non-compliant --services s3 --yes --verify findings --timeout 0
	grep 'findings: the 6 findings are as expected' <<<"$stderr"
	(while [ ! -e ended ]; do
		sleep 1
		qrie-collect -t AWS::S3::Bucket 2>/dev/null | qrie-eval -p @core >new
		mv new findings
	done) 3>&- &
	run -0 --separate-stderr qrie-seed resources --remediate --services s3 --yes --verify findings --timeout 60
	: >ended
	wait
}

@test "SDR-30: what is made is made side by side, and comes to the same as one call after the other" {
	fresh refusing
	for at_once in 16 1; do
		refuse '[{"Delay": 0.1}]'
		seed non-compliant --keep -j "$at_once"
		curl -s "$REFUSE_URL/_refuse/most" >"most.$at_once"
		seeded >"seeded.$at_once"
		refuse '[]'
		seed cleanup
		curl -s -o reset -X POST "$MOTO_URL/moto-api/reset"
	done
	same "$(cat most.1)" 1
	[ "$(cat most.16)" -ge 5 ]
	[ "$(cat most.16)" -le 16 ]
	same "$(cat seeded.16)" "$bad"
	same "$(cat seeded.1)" "$bad"
}

# Wherever it is killed, what was made carries its marks from the call on that made it.
@test "SDR-05, SDR-23: killed in the middle of creation, what it has made is found by its tags alone, and goes" {
	fresh refusing
	for calls in 1 4 10 16 24; do
		refuse '[{"Delay": 0.02}]'
		qrie-seed resources --non-compliant --keep --yes >/dev/null 2>&1 3>&- &
		pid=$!
		until [ "$(asked | grep -cE ' (Create|Run|Put|Attach)[A-Za-z]* 200')" -ge "$calls" ] || ! kill -0 "$pid"; do
			sleep 0.02
		done
		kill -9 "$pid"
		wait "$pid" && return 1
		sleep 0.3	# for calls that were under way
		[ -n "$(seeded | grep -v terminated)" ]
		seed cleanup
		same "$(seeded | grep -v terminated)" ""
		same "$(aws ec2 describe-volumes --query 'Volumes[].VolumeId' --output text)" ""
	done
}

@test "SDR-31: when a call is refused, what the run made is deleted again; what was there before stays" {
	fresh refusing
	refuse '[{"Service": "rds", "Operation": "CreateDBInstance", "Status": 400, "Code": "StorageQuotaExceeded"}]'
	run -3 --separate-stderr qrie-seed resources --non-compliant --yes
	same "$output" ""
	grep '^qrie-seed: 111122223333/us-east-1 rds CreateDBInstance qrie-test-public-db-.*: StorageQuotaExceeded' <<<"$stderr"
	grep '^qrie-seed: failed: 10 resources that were made have been deleted again$' <<<"$stderr"
	same "$(seeded)" "instance: t3.micro terminated, volumes encrypted []"
	seed non-compliant --services s3
	run -3 --separate-stderr qrie-seed resources --non-compliant --yes
	same "$(seeded | grep -c 'qrie-test-.*: blocks')" 4
	same "$(seeded | grep -c user)" 0
}

@test "SDR-31: a signal ends the run, and what was made is deleted again" {
	fresh refusing
	for signal in INT TERM; do
		refuse '[{"Delay": 0.02}]'
		# a shell has its jobs in the background ignore INT
		"$QRIE_VENV/bin/python" -c 'import os, signal, sys; signal.signal(signal.SIGINT, signal.SIG_DFL); os.execvp(sys.argv[1], sys.argv[1:])' \
		    qrie-seed resources --non-compliant --keep --yes >out 2>err 3>&- &
		pid=$!
		until [ "$(asked | grep -cE ' (Create|Run|Put|Attach)[A-Za-z]* 200')" -ge 8 ] || ! kill -0 "$pid"; do
			sleep 0.02
		done
		kill -"$signal" "$pid"
		status=0
		wait "$pid" || status=$?
		same "$status" 3
		same "$(cat out)" ""
		grep -E '^qrie-seed: failed: [1-9][0-9]* resources that were made have been deleted again$' err
		refuse '[]'
		same "$(seeded | grep -v terminated)" ""
	done
}

@test "a reader that goes away is no error, a full disk is one, and without credentials nothing is tried" {
	fresh
	{ qrie-seed resources --non-compliant --services s3 --yes 2>err; echo $? >status; } | :
	same "$(cat status)" 0
	run -0 --separate-stderr qrie-seed resources --cleanup --yes
	same "$(jq -r .Action <<<"$output" | uniq -c | xargs)" "4 deleted"
	if [ -e /dev/full ]; then
		same "$(qrie-seed resources --non-compliant --services s3 --yes 2>&1 >/dev/full | tail -1)" \
		    "qrie-seed: standard output: No space left on device"
	fi
	unset AWS_ACCESS_KEY_ID AWS_SECRET_ACCESS_KEY
	run -3 --separate-stderr qrie-seed resources --cleanup --yes
	[[ $stderr == 'qrie-seed: no credentials: AWS_ACCESS_KEY_ID is not set, '* ]]
	same "${#stderr_lines[@]}" 1
	AWS_PROFILE=nobody run -3 --separate-stderr qrie-seed resources --cleanup --yes
	[[ $stderr == 'qrie-seed: profile "nobody" is not in '* ]]
}

@test "SDR-31: an account that cannot be looked through is left alone" {
	fresh refusing
	refuse '[{"Service": "iam", "Operation": "ListUsers", "Status": 403, "Code": "AccessDenied"}]'
	run -3 --separate-stderr qrie-seed resources --non-compliant --yes
	grep '^qrie-seed: 111122223333/us-east-1 iam ListUsers: AccessDenied' <<<"$stderr"
	refuse '[]'
	same "$(seeded)" ""
}

@test "what cannot be deleted is named, and remembered in the exit status" {
	fresh refusing
	seed non-compliant --services s3,iam
	refuse '[{"Service": "iam", "Operation": "DeletePolicy", "Status": 403, "Code": "AccessDenied"}]'
	run -2 --separate-stderr qrie-seed resources --cleanup --yes
	grep '^qrie-seed: 111122223333/global iam DeletePolicy qrie-test-wildcard-policy-.*: AccessDenied' <<<"$stderr"
	same "$(seeded | sed 's/-T.*//')" qrie-test-wildcard-policy
	same "$(jq -r .Action <<<"$output" | sort | uniq -c | xargs)" "8 deleted"
}

@test "AWS_MAX_ATTEMPTS and QRIE_CONNECT_TO are heard, as by the tools that read" {
	fresh refusing
	refuse '[{"Service": "iam", "Operation": "ListUsers", "Status": 500, "Code": "ServiceFailure"}]'
	AWS_MAX_ATTEMPTS=2 run -3 --separate-stderr qrie-seed resources --non-compliant --yes
	same "$(asked | grep -c 'ListUsers 500')" 2
	AWS_MAX_ATTEMPTS=often run -3 --separate-stderr qrie-seed resources --non-compliant --yes
	same "$stderr" "qrie-seed: AWS_MAX_ATTEMPTS: often is not a whole number from 1 to 100"
	refuse '[]'
	AWS_ENDPOINT_URL=http://127.0.0.1:1 QRIE_CONNECT_TO=127.0.0.1:1:${REFUSE_URL#http://} seed non-compliant --services s3
	same "$(asked | grep -c 'CreateBucket 200')" 4
}

@test "SDR-32: what is older than an hour is reported" {
	fresh
	seed non-compliant --services s3 --now 2026-11-22T21:00:00Z
	seed non-compliant --services s3 --now 2026-11-22T21:59:00Z
	same "$(grep -c 'more than an hour' non-compliant.err)" 0
	seed non-compliant --services s3 --now 2026-11-22T22:01:00Z
	same "$(grep -c ': a test resource since 2026-11-22T21:00:00Z: more than an hour' non-compliant.err)" 4
	aws s3api create-bucket --bucket mine >/dev/null
	qrie-collect -t AWS::S3::Bucket >inventory 2>collect.err || [ $? -eq 2 ]
	for time in '21:59:00 0' '22:01:00 4'; do
		qrie-eval -p ResourceTestForgotten --now "2026-11-22T${time% *}Z" inventory >judged
		same "$(jq -r 'select(.Kind == "finding" and .State == "ACTIVE").ARN' judged | grep -c qrie-test)" "${time#* }"
	done
}

@test "SDR-35: each service can be seeded alone" {
	fresh
	for one in 's3 4' 'iam 5' 'ec2 1' 'rds 1'; do
		seed non-compliant --keep --services "${one% *}"
		same "$(seeded | grep -vc terminated)" "${one#* }"
		judged non-compliant
		seed cleanup
	done
}

@test "SDR-34: --terraform asks nobody, and refuses what it cannot say" {
	export AWS_ENDPOINT_URL=http://127.0.0.1:1
	run -0 qrie-seed resources --compliant --terraform --services rds,s3 --region eu-west-1 --now 2026-11-22T21:00:00Z
	same "$(head -10 <<<"$output" | xargs)" 'locals { compliant = true run = 20261122-210000 time = 2026-11-22T21:00:00Z services = [rds, s3] } provider aws { region = eu-west-1 }'
	for wrong in '' --cleanup '--compliant --non-compliant' '--compliant --services lambda' '--compliant --services ,' \
	    '--compliant --services s3,iam,s3' \
	    '--compliant --region a"' '--compliant --account 111122223333' '--compliant --verify findings'; do
		# shellcheck disable=SC2086 # several words
		run -3 --separate-stderr qrie-seed resources --terraform $wrong
		same "$output" ""
		same "${#stderr_lines[@]}" 1
	done
}

@test "SDR-34: Terraform plans and makes the same resources, bad and good, and cleanup finds them" {
	{ [ -n "${QRIE_TERRAFORM_PLUGINS-}" ] && command -v terraform >/dev/null; } || skip "no terraform, or no QRIE_TERRAFORM_PLUGINS"
	export TF_CLI_CONFIG_FILE=/dev/null CHECKPOINT_DISABLE=1 TF_IN_AUTOMATION=1 TF_VAR_image
	terraformed() {	# mode
		fresh
		TF_VAR_image=$(aws ec2 describe-images --output text --query 'Images[?RootDeviceType==`ebs`].ImageId | [0]')
		mkdir "terraform-$1"
		qrie-seed resources "--$1" --terraform >"terraform-$1/main.tf"
		cat >"terraform-$1/emulator.tf" <<-'EOT'
			provider "aws" {
			  s3_use_path_style           = true
			  skip_credentials_validation = true
			  skip_metadata_api_check     = true
			}
		EOT
		(cd "terraform-$1" && terraform fmt -check main.tf && terraform init -input=false -no-color -plugin-dir="$QRIE_TERRAFORM_PLUGINS" &&
		    terraform plan -input=false -no-color -out=plan && terraform show -json plan >plan.json &&
		    terraform apply -input=false -no-color plan) >"$1.log" 2>&1 || { tail -30 "$1.log" >&2; return 1; }
	}
	terraformed non-compliant
	same "$(seeded)" "$bad"
	qrie-collect --from terraform-plan terraform-non-compliant/plan.json >plan
	same "$(qrie-eval -p @core plan | jq -r 'select(.Kind == "finding" and .State == "ACTIVE").Policy' | sort | uniq -c | xargs)" \
	    "1 EC2UnencryptedEBS 1 IAMPolicyOverlyPermissive 1 IAMUserMfaDisabled 1 RDSPublicAccess \
1 S3BucketEncryptionDisabled 3 S3BucketMfaDeleteDisabled 1 S3BucketPublic 1 S3BucketVersioningDisabled"
	same "$(seeded tags | sed 's/^[^:]*: //; s/^Name=[^ ]* //; s/=2[^ ]*/=T/g; s/qrie-test-policy=[^ ]*/qrie-test-policy=P/' | sort | uniq -c | xargs)" \
	    "13 auto-cleanup=true qrie-test-account=111122223333 qrie-test-policy=P qrie-test-run=T qrie-test-timestamp=T qrie-test=true"
	# What Terraform has made is found again by its marks, as what qrie-seed makes is.
	seed non-compliant --keep
	same "$(jq -r 'select(.Kind == "seeded").Action' non-compliant | sort | uniq -c | xargs)" "1 skipped 11 updated"
	seed cleanup
	same "$(seeded)" "instance: t3.micro terminated, volumes encrypted []"
	terraformed compliant
	same "$(seeded)" "$(good)"
}

# A moto that is told no account knows whose a call is by its key: a role's is of the role's account.
@test "INV-16: several accounts at once, by a role in those that are not the caller's, each with all that is its own" {
	local own=123456789012 other=444455556666
	moto_start env -u MOTO_ACCOUNT_ID
	fresh
	# as_other COMMAND...: with the key of a role in the other account.
	as_other() {
		# shellcheck disable=SC2046 # three words
		env $(aws sts assume-role --role-arn "arn:aws:iam::$other:role/tester" --role-session-name tester --output text \
		    --query 'Credentials.[AccessKeyId, SecretAccessKey, SessionToken]' |
		    awk '{ print "AWS_ACCESS_KEY_ID=" $1, "AWS_SECRET_ACCESS_KEY=" $2, "AWS_SESSION_TOKEN=" $3 }') "$@"
	}
	seen() {
		"$QRIE_VENV/bin/python" "$QRIE_TOP/t/aws/seeded.py"
	}
	run -3 --separate-stderr qrie-seed resources --non-compliant --yes --account $own,$other
	same "$stderr" "qrie-seed: --account $other: these credentials are of account $own"
	seed non-compliant --keep --account $own,$other --role tester -o estate
	same "$(jq -r 'select(.Kind == "seeded" and .Action == "created").AccountId' non-compliant | sort | uniq -c | xargs)" \
	    "11 $own 11 $other"
	same "$(jq -r 'select(.Kind == "seeded" and .Name) | "\(.AccountId) \(.ARN)"' non-compliant | grep -vc "$own .*:$other:\|$other .*:$own:")" 22
	same "$(jq -r 'select(.Kind == "seeded" and .ResourceType == "AWS::S3::Bucket").Name' non-compliant | sort -u | wc -l)" 8
	same "$(seen)" "$bad"
	same "$(as_other "$QRIE_VENV/bin/python" "$QRIE_TOP/t/aws/seeded.py")" "$bad"
	same "$(jq -r .AccountId estate/accounts.ndjson | xargs)" "$own $other"
	# What is scanned by that file is judged as expected, in both.
	qrie-collect --accounts estate/accounts.ndjson --role tester \
	    -t AWS::S3::Bucket,AWS::EC2::Instance,AWS::IAM::User,AWS::IAM::ManagedPolicy,AWS::RDS::DBInstance >inventory 2>collect.err || [ $? -eq 2 ]
	qrie-eval -a -l estate/policies.ndjson inventory | qrie-diff -F estate/findings.ndjson >out
	same "$(jq -r 'select(.Kind == "finding" and .State == "ACTIVE") | "\(.AccountId) \(.Id)"' estate/findings.ndjson | sort)" \
	    "$(jq -r 'select(.Kind == "expected" and .State == "ACTIVE" and .Days == null) | "\(.AccountId) \(.Id)"' non-compliant | sort)"
	seed cleanup --account $other --role tester -o estate
	same "$(seen)" "$bad"
	same "$(as_other "$QRIE_VENV/bin/python" "$QRIE_TOP/t/aws/seeded.py")" "instance: t3.micro terminated, volumes encrypted []"
	same "$(jq -r 'select(.Kind == "finding").AccountId' estate/findings.ndjson | sort -u)" $own
	seed cleanup
	same "$(seen)" "instance: t3.micro terminated, volumes encrypted []"
}

# ministack verifies signatures, and encrypts every bucket as S3 does; of volumes' encryption it knows nothing.
@test "SDR-13: signatures verified, the bucket that S3 has encrypted by itself is told, not expected" {
	emulator_client "$MINISTACK_URL"
	AWS_ENDPOINT_URL=$MINISTACK_URL "$QRIE_VENV/bin/python" - >key <<-'EOT'
		import json, boto3
		iam = boto3.client("iam")
		iam.create_user(UserName="tester")
		iam.put_user_policy(UserName="tester", PolicyName="all", PolicyDocument=json.dumps({
		    "Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "*", "Resource": "*"}]}))
		key = iam.create_access_key(UserName="tester")["AccessKey"]
		print(key["AccessKeyId"], key["SecretAccessKey"])
	EOT
	read -r AWS_ACCESS_KEY_ID AWS_SECRET_ACCESS_KEY <key
	seed non-compliant --services s3,iam
	same "$(jq -r 'select(.Kind == "expected" and .Policy == "S3BucketEncryptionDisabled") | "\(.State): \(.Why)"' non-compliant)" \
	    "RESOLVED: S3 encrypts every bucket by default: one without encryption cannot be made"
	seed remediate
	seed cleanup
	same "$(jq -r .Action cleanup | uniq -c | xargs)" "9 deleted"
	seed cleanup
	same "$(cat cleanup)" ""
}
