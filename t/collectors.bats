# What qrie-collect records against what AWS's models and the AWS CLI say, on two emulators.
load helper
load emulator

setup_file() {
	verifying_start && moto_start || return
	emulator_client "$MINISTACK_URL"
	"$QRIE_VENV/bin/python" "$QRIE_TOP/t/aws/estate.py" >"$BATS_FILE_TMPDIR/ministack.expected" || return
	emulator_client "$MOTO_URL"
	"$QRIE_VENV/bin/python" "$QRIE_TOP/t/aws/estate.py" >"$BATS_FILE_TMPDIR/moto.expected" || return
	emulator_client "$REFUSE_URL"
	emulator_user qrie || return
	printf 'export AWS_ACCESS_KEY_ID=%s AWS_SECRET_ACCESS_KEY=%s\n' \
	    "$AWS_ACCESS_KEY_ID" "$AWS_SECRET_ACCESS_KEY" >"$BATS_FILE_TMPDIR/key"
}

teardown_file() {
	emulators_stop
}

# As a user who may collect and no more, whose signatures ministack verifies.
as_user() {
	emulator_client "$REFUSE_URL"
	. "$BATS_FILE_TMPDIR/key"
}

python() {
	"$QRIE_VENV/bin/python" "$QRIE_TOP/t/aws/$1.py" "${@:2}"
}

# As root: the CLI asks for more than the collecting user may.
compare() {
	AWS_ACCESS_KEY_ID=test AWS_SECRET_ACCESS_KEY=test python compare "$@"
}

@test "every operation, parameter and path of the collectors is in AWS's models, and each paged call is paged" {
	unset QRIE_SHARE
	python model >&2
}

@test "INV-21: a misspelt path, an undeclared page token and a missing parameter do not pass the models" {
	export QRIE_SHARE=$PWD/share
	cp -R "$QRIE_TOP/share" .
	sed -i.old -e 's/"TagSet"/"Tagset"/' share/collectors/s3/bucket.jq
	sed -i.old -e 's/"Token": "NextToken", //' share/collectors/sns/topic.jq
	sed -i.old -e 's/"PolicyName": "default"/"Name": "default"/' share/collectors/kms/key.jq
	run -1 python model
	[[ $output == *"s3/bucket: Detail GetBucketTagging: GetBucketTaggingOutput has no member Tagset"* ]]
	[[ $output == *"sns/topic: List ListTopics: ListTopics is paged by NextToken"* ]]
	[[ $output == *"kms/key: Detail GetKeyPolicy: GetKeyPolicy has no parameter Name"* ]]
}

@test "INV-06, INV-07: Configuration is, field by field, what the AWS CLI prints, for every type (verified signatures)" {
	as_user
	run -0 --separate-stderr qrie-collect -r us-east-1,eu-west-1
	same "$stderr" ""
	printf '%s\n' "$output" >resources
	compare resources us-east-1 eu-west-1 >&2
}

@test "INV-06, INV-07, TST-09, TST-18: Configuration is, field by field, what the AWS CLI prints, for every type (moto)" {
	emulator_client "$MOTO_URL"
	# Its credential report has no row for root: the only thing that could not be read.
	run -2 --separate-stderr qrie-collect -r us-east-1,eu-west-1
	printf '%s\n' "$output" >resources
	run -0 jq -r '.Unreadable // empty | .[].Path' resources
	same "$output" .Configuration.RootCredentialReport
	compare resources us-east-1 eu-west-1 >&2
}

@test "the comparison with the CLI sees a changed value, a missing member, a record too many and one too few" {
	as_user
	run -0 --separate-stderr qrie-collect -t AWS::SNS::Topic
	printf '%s\n' "$output" >resources
	jq -c 'if .Kind != "resource" then . elif .Configuration.TopicArn | endswith("alerts") then
	    .Configuration.Attributes.Owner = "444455556666" | del(.Configuration.Tags) else .ARN += "2" end' resources >changed
	run -1 compare changed us-east-1
	[[ $output == *'alerts: .Attributes.Owner: expected "111122223333", got "444455556666"'* ]]
	[[ $output == *'alerts: .Tags: expected '*', there is none'* ]]
	[[ $output == *'arn:aws:sns:us-east-1:111122223333:bare: no record'* ]]
	[[ $output == *'arn:aws:sns:us-east-1:111122223333:bare2: the CLI knows it not'* ]]
}

@test "INV-03, INV-05: every record has its fields, and both times lie between the start and the end of the run" {
	as_user
	start=$(date -u +%FT%TZ)
	run -0 --separate-stderr qrie-collect
	end=$(date -u +%FT%TZ)
	printf '%s\n' "$output" >resources
	run -0 jq -n --arg begin "$start" --arg finish "$end" '
	    def good: keys_unsorted == ["Kind", "ARN", "ResourceType", "AccountId", "Region", "AccountService", "Source",
	        "DescribeTime", "LastSeenAt", "Tags", "Configuration"] and .AccountId == "111122223333" and .Source == "aws"
	        and (.AccountService | test("^[0-9]{12}_[a-z0-9]+$")) and all(.DescribeTime, .LastSeenAt; $begin <= . and . <= $finish);
	    [inputs | select(.Kind == "resource" and (good | not)).ARN]' resources
	same "$output" "[]"
}

@test "INV-04: ARNs have the form that the services themselves give" {
	as_user
	run -0 --separate-stderr qrie-collect -t AWS::S3::Bucket,AWS::EC2::Instance,AWS::IAM::User,AWS::::Account
	printf '%s\n' "$output" >resources
	run -0 jq -r 'select(.Kind == "resource") | .ARN | gsub("i-[0-9a-f]{17}"; "ID")' resources
	same "$(printf '%s\n' "$output" | sort -u)" "$(printf '%s\n' \
	    arn:aws:ec2:us-east-1:111122223333:instance/ID \
	    arn:aws:iam::111122223333:root \
	    arn:aws:iam::111122223333:user/{key-active,key-inactive,mfa,no-console,no-mfa,qrie} \
	    arn:aws:s3:::qrie-{bare,europe,good,half-public,logs,suspended})"
}

@test "INV-01: a bucket's record names its own region, an instance is found in each region that is asked for" {
	as_user
	run -0 --separate-stderr qrie-collect -t AWS::S3::Bucket,AWS::EC2::Instance -r us-east-1,us-west-2,eu-west-1
	printf '%s\n' "$output" >resources
	run -0 jq -r 'select(.ARN == "arn:aws:s3:::qrie-europe").Region' resources
	same "$output" eu-west-1
	run -0 jq -r 'select(.ResourceType == "AWS::EC2::Instance" and .Kind == "resource").Region' resources
	same "$(sort <<<"$output" | uniq -c | tr -s ' ')" $' 1 eu-west-1\n 4 us-east-1'
}

@test "INV-06: a bucket that was never touched is recorded with null, not with errors" {
	as_user
	run -0 --separate-stderr qrie-collect -t AWS::S3::Bucket
	same "$stderr" ""
	printf '%s\n' "$output" >resources
	run -0 jq -c 'select(.ARN == "arn:aws:s3:::qrie-bare") | .Configuration
	    | [.PublicAccessBlockConfiguration, .Versioning, .Tags, .Policy, .OwnershipControls, .Logging]' resources
	same "$output" '[null,{},null,null,null,{}]'
	emulator_client "$MOTO_URL"
	run -0 --separate-stderr qrie-collect -t AWS::S3::Bucket
	printf '%s\n' "$output" >resources
	run -0 jq -c 'select(.ARN == "arn:aws:s3:::qrie-bare") | .Configuration
	    | [.PublicAccessBlockConfiguration, .AccountPublicAccessBlockConfiguration, .Encryption, .Tags, .Policy,
	       .PolicyStatus, .OwnershipControls]' resources
	same "$output" '[null,null,null,null,null,null,null]'
}

@test "INV-06: tags are one map whatever shape the service gives them, with every script" {
	as_user
	run -0 --separate-stderr qrie-collect
	printf '%s\n' "$output" >resources
	run -0 jq -nc '[inputs | select(.Tags."grüße") | {ResourceType, Tags: (.Tags | del(.Name))}] | unique
	    | [map(.ResourceType), (map(.Tags) | unique)]' resources
	same "$output" '[["AWS::DynamoDB::Table","AWS::EC2::Instance","AWS::EC2::Volume","AWS::KMS::Key","AWS::Logs::LogGroup",'\
'"AWS::RDS::DBInstance","AWS::S3::Bucket","AWS::SNS::Topic"],[{"Environment":"prod","owner":"data platform / core","grüße":"日本"}]]'
}

@test "SEC-08: no secret is in a record: a function's environment shows names only" {
	as_user
	run -0 --separate-stderr qrie-collect
	[[ $output != *correct-Horse* ]]
	[[ $stderr != *correct-Horse* ]]
	[[ $output != *"$AWS_SECRET_ACCESS_KEY"* ]]
	printf '%s\n' "$output" >resources
	run -0 jq -c 'select(.ARN | strings | endswith(":function:open")).Configuration.Environment' resources
	same "$output" '{"Variables":{"DB_PASSWORD":"(redacted)"}}'
}

@test "a terminated instance, which EC2 still shows, is no resource" {
	emulator_client "$MOTO_URL"	# ministack shows it for a shorter time
	run -0 "$QRIE_VENV/bin/aws" ec2 describe-instances --query "length(Reservations[].Instances[?State.Name=='terminated'][])"
	same "$output" 1
	run -0 --separate-stderr qrie-collect -t AWS::EC2::Instance
	printf '%s\n' "$output" >resources
	run -0 jq -r 'select(.Configuration.State.Name == "terminated").ARN' resources
	same "$output" ""
}

@test "INV-20: lists longer than a page are complete, and paged: log groups by 50, tables and topics by 100" {
	emulator_client "$MINISTACK_URL"
	"$QRIE_VENV/bin/python" -c '
import boto3
logs, sns, dynamodb = (boto3.client(name, region_name="us-west-2") for name in ("logs", "sns", "dynamodb"))
for n in range(130): logs.create_log_group(logGroupName=f"/page/{n}")
for n in range(105):
    sns.create_topic(Name=f"page-{n}")
    dynamodb.create_table(TableName=f"page-{n}", BillingMode="PAY_PER_REQUEST",
        KeySchema=[{"AttributeName": "id", "KeyType": "HASH"}],
        AttributeDefinitions=[{"AttributeName": "id", "AttributeType": "S"}])'
	as_user
	export AWS_ENDPOINT_URL=$MINISTACK_URL
	run -0 --separate-stderr qrie-collect -r us-west-2 -t AWS::Logs::LogGroup,AWS::SNS::Topic,AWS::DynamoDB::Table
	printf '%s\n' "$output" >resources
	run -0 jq -r 'select(.Kind == "coverage") | "\(.ResourceType) \(.Status) \(.Resources) by \(.Calls) calls"' resources
	# Pages, and the details of each: five of a table, two of a log group, two of a topic; three for all log groups.
	same "$(sort <<<"$output")" "$(printf '%s\n' "AWS::DynamoDB::Table complete 105 by $((2 + 5 * 105)) calls" \
	    "AWS::Logs::LogGroup complete 130 by $((3 + 3 + 2 * 130)) calls" "AWS::SNS::Topic complete 105 by $((2 + 2 * 105)) calls")"
	run -0 jq -r 'select(.Kind == "resource").ARN' resources
	same "$(sort -u <<<"$output" | grep -c page)" 340
}

# refuse SERVICE OPERATION STATUS CODE: the stand-in does from now on; without arguments no longer.
refuse() {
	curl -s -X PUT "$REFUSE_URL/_refuse" -d "$([ $# -eq 0 ] && echo '[]' ||
	    printf '[{"Service": "%s", "Operation": "%s", "Status": %s, "Code": "%s"}]' "$@")"
}

@test "a token that expires during the run fails the lists that it hits, and is named" {
	as_user
	refuse sns ListTopics 403 ExpiredToken
	run -2 --separate-stderr qrie-collect -t AWS::SNS::Topic,AWS::Logs::LogGroup
	refuse
	[[ $stderr == *'sns ListTopics: ExpiredToken'* ]]
	printf '%s\n' "$output" >resources
	run -0 jq -r 'select(.Kind == "coverage") | "\(.ResourceType) \(.Status) \(.Code)"' resources
	same "$(sort <<<"$output")" $'AWS::Logs::LogGroup complete null\nAWS::SNS::Topic failed ExpiredToken'
}

@test "a token that has expired before ends the run with 3" {
	as_user
	refuse sts GetCallerIdentity 403 ExpiredToken
	run -3 --separate-stderr qrie-collect -t AWS::SNS::Topic
	refuse
	same "$output" ""
	[[ $stderr == 'qrie-collect: cannot sign in: '*ExpiredToken* ]]
}

@test "each answer that means 'not configured' becomes null, for every call that has one" {
	as_user
	for name in account/account dynamodb/table iam/user kms/key lambda/function s3/bucket; do
		python absent "$name" >said || { cat said >&2; return 1; }
		[ -s said ]
	done
}

@test "the launched collectors with calls that can say 'not configured' are the six tested" {
	run -0 env PYTHONPATH="$QRIE_TOP/t/aws" "$QRIE_VENV/bin/python" -c '
import collectors, sys
print(*[n for n in sys.argv[1].split() if any("NotConfigured" in c for _, c, _ in collectors.calls(collectors.load(n)))])' "$LAUNCHED"
	same "$output" "account/account dynamodb/table iam/user kms/key lambda/function s3/bucket"
}

@test "INV-23: a resource that is gone when its details are asked for leaves no record and no complaint" {
	as_user
	python gone >said || { cat said >&2; return 1; }
	[ "$(wc -l <said)" -ge 9 ]
}
