#!/usr/bin/env bats
# Resources that events name, described anew: qrie-collect --from events.
load helper
load emulator
load respond

setup_file() {
	moto_start || return
	emulator_client "$MOTO_URL"
	"$QRIE_VENV/bin/python" "$QRIE_TOP/t/aws/estate.py" >/dev/null && "$QRIE_VENV/bin/python" - <<-'EOT'
		import boto3
		ec2 = boto3.client("ec2", region_name="us-east-1")
		vpc = ec2.create_vpc(CidrBlock="10.9.0.0/16")["Vpc"]["VpcId"]
		gateway = ec2.create_internet_gateway()["InternetGateway"]["InternetGatewayId"]
		ec2.attach_internet_gateway(InternetGatewayId=gateway, VpcId=vpc)
		ec2.create_subnet(VpcId=vpc, CidrBlock="10.9.1.0/24")
		ec2.create_vpc_endpoint(VpcId=vpc, ServiceName="com.amazonaws.us-east-1.s3")
		ec2.allocate_address(Domain="vpc")
		boto3.client("iam").create_group(GroupName="by-event", Path="/ops/")
	EOT
}

teardown_file() {
	emulators_stop
}

# Records as CloudTrail writes them: trail SOURCE NAME PARAMETERS [MORE].
trail() {
	jq -nc --arg source "$1.amazonaws.com" --arg name "$2" --argjson parameters "$3" --argjson more "${4:-"{}"}" '
		{eventVersion: "1.09", userIdentity: {type: "IAMUser", accountId: "111122223333", userName: "anna",
		arn: "arn:aws:iam::111122223333:user/anna"},
		eventTime: "2026-11-22T20:00:00Z", eventSource: $source, eventName: $name, awsRegion: "us-east-1",
		sourceIPAddress: "203.0.113.7", userAgent: "x", requestParameters: $parameters, responseElements: null,
		readOnly: false, eventType: "AwsApiCall", managementEvent: true, recipientAccountId: "111122223333",
		eventCategory: "Management"} * $more'
}

bucket_event() {
	trail s3 "$1" '{"bucketName":"'"${2:-qrie-good}"'","Host":"s3.amazonaws.com"}' "${3:-"{}"}"
}

envelope() {
	jq -c '{version: "0", id: "1", "detail-type": "AWS API Call via CloudTrail", source: "aws.s3",
		account: .recipientAccountId, time: .eventTime, region: .awsRegion, resources: [], detail: .}'
}

# All types, not only those of the estate.
emulator() {
	local names
	mapfile -t names < <(cd "$QRIE_TOP/share/collectors" && find . -name '*.jq' | sed 's|^\./||; s|\.jq$||')
	emulator_share "${names[@]}"
	emulator_client "$1"
}

read_events() {
	run "-$1" --separate-stderr qrie-collect --from events "${@:2}"
	[ "$1" -eq 3 ] || printf '%s\n' "$output" | sed '/^$/d' >out
}

# Each type that share/events names.
types_of_events() {
	for file in "$QRIE_TOP"/share/events/*.jq; do
		sed -n '/^module/,/^};$/p' "$file" | sed '1s/^module//; $s/;$//' | jq -r '.Resources[].ResourceType'
	done | sort -u
}

same_as_scan() {
	jq -c 'del(.DescribeTime, .LastSeenAt, .Configuration.LatestRestorableTime)' out >one
	jq -c 'select(.Kind == "resource") | del(.DescribeTime, .LastSeenAt, .Configuration.LatestRestorableTime)' "$1" >all
	[ -s one ]
	grep -vxFf all one && return 1
	return 0
}

@test "INV-13: one PutBucketVersioning event gives exactly one record, for that bucket, and asks for no other" {
	emulator "$MOTO_URL"
	bucket_event PutBucketVersioning >event
	read_events 0 event
	same "$(jq -r '[.Kind, .ARN, .Source] | @tsv' out)" $'resource\tarn:aws:s3:::qrie-good\taws'
}

@test "FND-11: what is described anew is the record of a scan but for its times, for every type that events name" {
	emulator "$MOTO_URL"
	qrie-collect -r us-east-1 >scan 2>/dev/null || [ $? -eq 2 ]
	jq -c 'select(.Kind == "resource") | .Configuration as $c | .AccountId as $account
		| if .ResourceType == "AWS::S3::Bucket" then ["s3", "PutBucketAcl", {bucketName: $c.Name}, .Region]
		elif .ResourceType == "AWS::EC2::Instance" then ["ec2", "ModifyInstanceAttribute", {instanceId: $c.InstanceId}]
		elif .ResourceType == "AWS::EC2::Volume" then ["ec2", "ModifyVolumeAttribute", {volumeId: $c.VolumeId}]
		elif .ResourceType == "AWS::EC2::NetworkInterface" then ["ec2", "ModifyNetworkInterfaceAttribute", {networkInterfaceId: $c.NetworkInterfaceId}]
		elif .ResourceType == "AWS::EC2::RouteTable" then ["ec2", "CreateRoute", {routeTableId: $c.RouteTableId, gatewayId: "igw-1"}]
		elif .ResourceType == "AWS::EC2::InternetGateway" then ["ec2", "CreateInternetGateway", {internetGatewayId: $c.InternetGatewayId}]
		elif .ResourceType == "AWS::EC2::VPCEndpoint" then ["ec2", "ModifyVpcEndpoint", {ModifyVpcEndpointRequest: {VpcEndpointId: $c.VpcEndpointId}}]
		elif .ResourceType == "AWS::EC2::EIP" then ["ec2", "AssociateAddress", {allocationId: $c.AllocationId}]
		elif .ResourceType == "AWS::EC2::NetworkAcl" then ["ec2", "CreateNetworkAclEntry", {networkAclId: $c.NetworkAclId}]
		elif .ResourceType == "AWS::EC2::Subnet" then ["ec2", "ModifySubnetAttribute", {subnetId: $c.SubnetId}]
		elif .ResourceType == "AWS::EC2::VPC" then ["ec2", "ModifyVpcAttribute", {vpcId: $c.VpcId}]
		elif .ResourceType == "AWS::EC2::RegionSettings" then ["ec2", "EnableEbsEncryptionByDefault", {}]
		elif .ResourceType == "AWS::EC2::SecurityGroup" then ["ec2", "AuthorizeSecurityGroupIngress", {groupId: $c.GroupId}]
		elif .ResourceType == "AWS::IAM::User" then ["iam", "TagUser", {userName: $c.UserName}]
		elif .ResourceType == "AWS::IAM::Group" then ["iam", "PutGroupPolicy", {groupName: $c.GroupName}]
		elif .ResourceType == "AWS::IAM::Role" then ["iam", "TagRole", {roleName: $c.RoleName}]
		elif .ResourceType == "AWS::IAM::ManagedPolicy" then ["iam", "TagPolicy", {policyArn: $c.Arn}]
		elif .ResourceType == "AWS::RDS::DBInstance" then ["rds", "RebootDBInstance", {dBInstanceIdentifier: $c.DBInstanceIdentifier}]
		elif .ResourceType == "AWS::KMS::Key" then ["kms", "EnableKey", {keyId: $c.KeyArn}]
		elif .ResourceType == "AWS::Lambda::Function" then ["lambda", "UpdateFunctionCode20150331v2", {functionName: $c.FunctionArn}]
		elif .ResourceType == "AWS::DynamoDB::Table" then ["dynamodb", "UpdateTable", {tableName: $c.TableName}]
		elif .ResourceType == "AWS::SNS::Topic" then ["sns", "SetTopicAttributes", {topicArn: $c.TopicArn}]
		elif .ResourceType == "AWS::Logs::LogGroup" then ["logs", "PutRetentionPolicy", {logGroupName: $c.logGroupName}]
		elif .ResourceType == "AWS::::Account" then ["iam", "UpdateAccountPasswordPolicy", {}]
		else empty end
		| {eventSource: "\(.[0]).amazonaws.com", eventName: .[1], requestParameters: .[2], awsRegion: (.[3] // "us-east-1"),
		eventTime: "2026-11-22T20:00:00Z", recipientAccountId: $account}' scan >events
	[ "$(jq -r .eventSource events | sort -u | wc -l)" -ge 9 ]
	read_events 2 events	# moto answers not all that is asked of the account
	same "$(jq -r .Kind out | sort -u)" resource
	same "$(wc -l <out)" "$(wc -l <events)"
	# Of functions, AWS itself lists less than it describes; moto does not.
	listed='if .ResourceType == "AWS::Lambda::Function" then .Configuration |= del(.State, .StateReason, .StateReasonCode,
		.LastUpdateStatus, .LastUpdateStatusReason, .LastUpdateStatusReasonCode, .RuntimeVersionConfig) else . end'
	jq -c "$listed" out >out.listed && mv out.listed out
	jq -c "$listed" scan >scan.listed
	same_as_scan scan.listed
	types_of_events | while read -r type; do
		grep -qF "\"ResourceType\":\"$type\"" out || { echo "$type" >&2; false; }
	done
}

@test "an event is found bare, in a log file, in an envelope, and in messages of SNS and SQS, which may be in each other" {
	emulator "$MOTO_URL"
	bucket_event PutBucketVersioning >bare
	read_events 0 bare
	jq -c 'del(.DescribeTime, .LastSeenAt)' out >expected
	jq -sc '{Records: .}' bare | gzip >log.json.gz
	envelope <bare >envelope
	jq -c '{Type: "Notification", MessageId: "m", TopicArn: "arn:aws:sns:us-east-1:111122223333:t", Message: tojson}' envelope >sns
	jq -sc '{Records: [{messageId: "m", eventSource: "aws:sqs", body: (.[0] | tojson)}]}' sns >lambda-sqs
	jq -sc '{Messages: [{MessageId: "m", Body: (.[0] | tojson)}]}' envelope >sqs
	jq -sc '{Records: [{EventSource: "aws:sns", Sns: {Message: (.[0] | tojson)}}]}' envelope >lambda-sns
	jq -sc '{Events: [{EventId: "1", EventName: .[0].eventName, ReadOnly: "false", CloudTrailEvent: (.[0] | tojson)}]}' bare >lookup
	jq . envelope >pretty
	for form in log.json.gz envelope sns sqs lambda-sqs lambda-sns lookup pretty; do
		read_events 0 "$form"
		jq -c 'del(.DescribeTime, .LastSeenAt)' out | cmp - expected || { echo "$form" >&2; false; }
	done
	read_events 0 - <envelope
	jq -c 'del(.DescribeTime, .LastSeenAt)' out | cmp - expected
}

@test "failed calls, calls that only read and events about nothing recorded change nothing and ask nothing" {
	bucket_event PutBucketVersioning qrie-good '{"errorCode": "AccessDenied"}' >events
	bucket_event PutBucketVersioning qrie-good '{"readOnly": true}' >>events
	bucket_event GetBucketAcl >>events
	trail elasticbeanstalk UpdateEnvironment '{}' >>events
	trail s3 PutObject '{"bucketName": "b", "key": "k"}' >>events
	AWS_ENDPOINT_URL=http://127.0.0.1:1 read_events 0 events
	[ ! -s out ]
}

@test "a deletion is a tombstone with the event's time, without asking, and needs no credentials" {
	bucket_event DeleteBucket gone >events
	trail ec2 TerminateInstances '{"instancesSet": {"items": [{"instanceId": "i-1"}, {"instanceId": "i-2"}]}}' >>events
	trail iam DeleteUser '{"userName": "anna"}' >>events
	trail rds DeleteDBInstance '{"dBInstanceIdentifier": "Main"}' >>events
	trail kms DeleteKey '{"keyId": "1234abcd-12ab-34cd-56ef-1234567890ab"}' >>events
	trail lambda DeleteFunction20150331 '{"functionName": "arn:aws:lambda:us-east-1:111122223333:function:f"}' >>events
	trail dynamodb DeleteTable '{"tableName": "t"}' >>events
	trail sns DeleteTopic '{"topicArn": "arn:aws:sns:us-east-1:111122223333:t"}' >>events
	trail logs DeleteLogGroup '{"logGroupName": "/aws/l"}' >>events
	read_events 0 events
	same "$(jq -r '[.Region, .ARN] | @tsv' out)" "$(printf '%s\n' \
	    $'global\tarn:aws:iam::111122223333:user/anna' \
	    $'us-east-1\tarn:aws:dynamodb:us-east-1:111122223333:table/t' \
	    $'us-east-1\tarn:aws:ec2:us-east-1:111122223333:instance/i-1' \
	    $'us-east-1\tarn:aws:ec2:us-east-1:111122223333:instance/i-2' \
	    $'us-east-1\tarn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab' \
	    $'us-east-1\tarn:aws:lambda:us-east-1:111122223333:function:f' \
	    $'us-east-1\tarn:aws:logs:us-east-1:111122223333:log-group:/aws/l' \
	    $'us-east-1\tarn:aws:rds:us-east-1:111122223333:db:main' \
	    $'us-east-1\tarn:aws:s3:::gone' \
	    $'us-east-1\tarn:aws:sns:us-east-1:111122223333:t')"
	same "$(jq -c 'select(.ARN == "arn:aws:s3:::gone")' out)" \
	    '{"Kind":"tombstone","ARN":"arn:aws:s3:::gone","ResourceType":"AWS::S3::Bucket","AccountId":"111122223333","Region":"us-east-1","AccountService":"111122223333_s3","Source":"event","DescribeTime":"2026-11-22T20:00:00Z"}'
}

@test "what is not there when it is described is a tombstone too, of every type" {
	emulator "$MOTO_URL"
	bucket_event PutBucketAcl nothing-here >events
	trail ec2 RunInstances 'null' '{"responseElements": {"instancesSet": {"items": [{"instanceId": "i-0123456789abcdef0"}]}}}' >>events
	trail ec2 CreateVolume '{}' '{"responseElements": {"volumeId": "vol-0123456789abcdef0"}}' >>events
	trail ec2 CreateTags '{"resourcesSet": {"items": [{"resourceId": "sg-0123456789abcdef0"}]}}' >>events
	trail iam AttachUserPolicy '{"userName": "nobody", "policyArn": "arn:aws:iam::111122223333:policy/none"}' >>events
	trail iam UpdateAssumeRolePolicy '{"roleName": "none"}' >>events
	trail rds ModifyDBInstance '{"dBInstanceIdentifier": "none"}' >>events
	trail kms EnableKey '{"keyId": "1234abcd-12ab-34cd-56ef-1234567890ab"}' >>events
	trail lambda UpdateFunctionConfiguration20150331v2 '{"functionName": "none"}' >>events
	trail dynamodb UpdateTable '{"tableName": "none"}' >>events
	trail sns SetTopicAttributes '{"topicArn": "arn:aws:sns:us-east-1:111122223333:none"}' >>events
	trail logs PutRetentionPolicy '{"logGroupName": "none"}' >>events
	read_events 0 events --now 2026-11-22T21:00:00Z
	same "$(jq -r '[.Kind, .Source, .DescribeTime] | @tsv' out | sort -u)" $'tombstone\taws\t2026-11-22T21:00:00Z'
	same "$(jq -r .ResourceType out | sort | tr '\n' ' ')" "$(printf 'AWS::%s ' DynamoDB::Table EC2::Instance \
	    EC2::SecurityGroup EC2::Volume IAM::ManagedPolicy IAM::Role IAM::User KMS::Key Lambda::Function Logs::LogGroup \
	    RDS::DBInstance S3::Bucket SNS::Topic)"
}

@test "many events of a resource are one description; the newest says whether it is there" {
	emulator "$MOTO_URL"
	for second in 03 01 02; do
		bucket_event PutBucketAcl qrie-good '{"eventTime": "2026-11-22T20:00:'"$second"'Z"}'
	done >events
	bucket_event DeleteBucket qrie-good '{"eventTime": "2026-11-22T20:00:02Z"}' >>events
	bucket_event CreateBucket other '{"eventTime": "2026-11-22T20:00:01Z"}' >>events
	bucket_event DeleteBucket other '{"eventTime": "2026-11-22T20:00:02Z"}' >>events
	read_events 0 events
	same "$(jq -r '[.Kind, .ARN] | @tsv' out)" $'tombstone\tarn:aws:s3:::other\nresource\tarn:aws:s3:::qrie-good'
}

@test "an event that is older than what is known changes nothing" {
	emulator "$MOTO_URL"
	bucket_event PutBucketAcl >events
	trail iam DeleteUser '{"userName": "anna"}' >>events
	trail iam DeleteUser '{"userName": "bert"}' >>events
	jq -nc '{Kind: "resource", ARN: "arn:aws:s3:::qrie-good", ResourceType: "AWS::S3::Bucket", AccountId: "111122223333",
		Region: "us-east-1", DescribeTime: "2026-11-22T20:00:00Z", Configuration: {Name: "qrie-good"}},
		({Kind: "resource", ResourceType: "AWS::IAM::User", AccountId: "111122223333", Region: "global"}
		| (. + {ARN: "arn:aws:iam::111122223333:user/anna", DescribeTime: "2026-11-22T20:00:01Z", Configuration: {UserName: "anna"}}),
		(. + {ARN: "arn:aws:iam::111122223333:user/ops/bert", DescribeTime: "2026-11-22T19:59:59Z", Configuration: {UserName: "bert"}}))' >known
	AWS_ENDPOINT_URL=http://127.0.0.1:1 read_events 0 --known known events
	same "$(jq -r '[.Kind, .ARN] | @tsv' out)" $'tombstone\tarn:aws:iam::111122223333:user/ops/bert'
}

@test "INV-14: an event keeps its own account; where no role leads to it, that is named, status 2" {
	emulator "$MOTO_URL"
	bucket_event PutBucketAcl theirs '{"recipientAccountId": "444455556666"}' >events
	bucket_event DeleteBucket theirs-too '{"recipientAccountId": "444455556666"}' >>events
	bucket_event PutBucketAcl >>events
	read_events 2 events --now 2026-11-22T21:00:00Z
	same "$(jq -c '[.Kind, .AccountId, .AccountService, .Status, .Code]' out)" \
'["tombstone","444455556666","444455556666_s3",null,null]
["resource","111122223333","111122223333_s3",null,null]
["coverage","444455556666",null,"failed","NoRole"]'
	same "$stderr" 'qrie-collect: 444455556666: no role is named to assume there (--role)'
}

@test "INV-14: by a role, or as --accounts says, what events of other accounts name is described there" {
	ministack_start
	emulator "$MINISTACK_URL"
	AWS_ACCESS_KEY_ID=444455556666 "$QRIE_VENV/bin/python" -c 'import boto3
boto3.client("dynamodb", region_name="us-east-1").create_table(TableName="theirs", BillingMode="PAY_PER_REQUEST",
    KeySchema=[{"AttributeName": "k", "KeyType": "HASH"}], AttributeDefinitions=[{"AttributeName": "k", "AttributeType": "S"}])'
	trail dynamodb CreateTable '{"tableName": "theirs"}' '{"recipientAccountId": "444455556666"}' >event
	read_events 0 event --role audit
	same "$(jq -r '[.Kind, .ARN, .AccountId, .AccountService] | @tsv' out)" \
	    $'resource\tarn:aws:dynamodb:us-east-1:444455556666:table/theirs\t444455556666\t444455556666_dynamodb'
	jq -nc '{AccountId: "444455556666", Role: "audit"}, {AccountId: "777788889999", Role: "audit"}' >accounts
	cp out before
	read_events 0 event --accounts accounts
	jq -c 'del(.DescribeTime, .LastSeenAt)' out | cmp - <(jq -c 'del(.DescribeTime, .LastSeenAt)' before)
}

@test "a bucket that belongs to another account than the caller's is that account's" {
	bucket_event DeleteBucket theirs '{"resources": [{"type": "AWS::S3::Bucket", "accountId": "444455556666"}]}' >events
	read_events 0 events
	same "$(jq -r .AccountId out)" 444455556666
}

@test "both names of one operation count: as CloudTrail has it, and as the SDKs do" {
	for name in DeleteBucketPublicAccessBlock DeletePublicAccessBlock PutBucketPublicAccessBlock PutPublicAccessBlock \
	    PutBucketEncryption PutEncryptionConfiguration; do
		bucket_event "$name" >event
		AWS_ENDPOINT_URL=http://127.0.0.1:1 read_events 3 event	# it is asked about
		[[ $stderr == *'no credentials'* ]]
	done
}

@test "the events of the table name what they change: users by themselves, attached policies, the root user, states" {
	trail iam CreateAccessKey null >events
	trail iam AttachRolePolicy '{"roleName": "r", "policyArn": "arn:aws:iam::aws:policy/X"}' >>events
	trail iam DetachGroupPolicy '{"groupName": "g", "policyArn": "arn:aws:iam::111122223333:policy/p"}' >>events
	trail signin ConsoleLogin null '{"userIdentity": {"type": "Root"}, "responseElements": {"ConsoleLogin": "Success"}}' >>events
	trail ec2 AttachVolume '{"volumeId": "vol-1", "instanceId": "i-1"}' >>events
	trail s3 PutAccountPublicAccessBlock '{"accountId": "111122223333"}' >>events
	jq -nc '{version: "0", "detail-type": "EC2 Instance State-change Notification", source: "aws.ec2", account: "111122223333",
		time: "2026-11-22T20:00:00Z", region: "us-east-1", detail: {"instance-id": "i-9", state: "terminated"}}' >>events
	emulator "$MOTO_URL"
	read_events 2 events
	same "$(jq -r '[.Kind, .ARN] | join(" ")' out | sort)" "$(printf '%s\n' \
	    'resource arn:aws:iam::111122223333:root' \
	    'tombstone arn:aws:ec2:us-east-1:111122223333:instance/i-1' \
	    'tombstone arn:aws:ec2:us-east-1:111122223333:instance/i-9' \
	    'tombstone arn:aws:ec2:us-east-1:111122223333:volume/vol-1' \
	    'tombstone arn:aws:iam::111122223333:group/g' \
	    'tombstone arn:aws:iam::111122223333:policy/p' \
	    'tombstone arn:aws:iam::111122223333:role/r' \
	    'tombstone arn:aws:iam::111122223333:user/anna')"
}

@test "ids are found wherever an operation of EC2 puts them; rules of a group name no other group" {
	trail ec2 DeleteVpcEndpoints '{"DeleteVpcEndpointsRequest": {"VpcEndpointId": [{"tag": 1, "content": "vpce-1a"}, {"tag": 2, "content": "vpce-2b"}]}}' >events
	trail ec2 DeleteSecurityGroup '{"groupId": "sg-1", "x": {"groupId": "sg-2"}}' >>events
	trail ec2 DeleteRouteTable '{"routeTableId": "rtb-1"}' >>events
	trail ec2 DisassociateAddress '{"associationId": "eipassoc-1"}' >>events
	read_events 2 events
	same "$(jq -r '[.Kind, .ARN] | join(" ")' out)" "$(printf 'tombstone arn:aws:ec2:us-east-1:111122223333:%s\n' \
	    route-table/rtb-1 security-group/sg-1 vpc-endpoint/vpce-1a vpc-endpoint/vpce-2b)"
	same "$stderr" 'qrie-collect: events:4: DisassociateAddress does not tell which AWS::EC2::EIP'
}

@test "a failed login of the root user is not its use" {
	trail signin ConsoleLogin null '{"userIdentity": {"type": "Root"}, "responseElements": {"ConsoleLogin": "Failure"}}' >events
	read_events 0 events
	[ ! -s out ]
}

@test "what is no event, or does not tell what it is about, is named with file and line; the rest is told, status 2" {
	{ echo '{"a": 1}'; echo 'oops'; bucket_event DeleteBucket gone; trail s3 PutBucketAcl '{}'
	    echo '{"Type": "Notification", "Message": "hello"}'; bucket_event PutBucketAcl b '{"eventTime": "soon"}'; } >in
	read_events 2 in
	same "$(jq -r .ARN out)" arn:aws:s3:::gone
	same "$stderr" "qrie-collect: in:1: no event of CloudTrail or EventBridge
qrie-collect: in:2: not an object
qrie-collect: in:4: PutBucketAcl does not tell which AWS::S3::Bucket
qrie-collect: in:5: a message that is no JSON
qrie-collect: in:6: an event without eventTime"
}

@test "what cannot be described is Unreadable or failed coverage, never a tombstone" {
	emulator "$MOTO_URL"
	trail iam TagUser '{"userName": "anna"}' >event
	refuse_start "$MOTO_URL" iam GetUser 403 AccessDenied
	AWS_ENDPOINT_URL=$REFUSE_URL read_events 2 event
	same "$(jq -c '[.Kind, .Region, .ResourceType, .Status, .Code]' out)" '["coverage","global","AWS::IAM::User","failed","AccessDenied"]'
}

@test "only the types that are chosen count" {
	bucket_event DeleteBucket b >events
	trail dynamodb DeleteTable '{"tableName": "t"}' >>events
	read_events 0 -t AWS::DynamoDB::Table events
	same "$(jq -r .ARN out)" arn:aws:dynamodb:us-east-1:111122223333:table/t
}

@test "every type that share/events names has a collector that can describe one" {
	types_of_events >types
	[ "$(wc -l <types)" -ge 14 ]
	while read -r type; do
		grep -l "\"ResourceType\": \"$type\"" "$QRIE_TOP"/share/collectors/*/*.jq | xargs grep -q '"One"' || { echo "$type" >&2; false; }
	done <types
}

@test "every event of the table that was asked for is in share/events" {
	for name in ModifyNetworkInterfaceAttribute CreateRoute ReplaceRoute DeleteRoute AssociateRouteTable \
	    DisassociateRouteTable CreateInternetGateway AttachInternetGateway DetachInternetGateway DeleteInternetGateway \
	    CreateVpcEndpoint DeleteVpcEndpoints ModifyVpcEndpoint AssociateAddress DisassociateAddress \
	    EnableEbsEncryptionByDefault PutGroupPolicy DeleteGroupPolicy PutBucketPolicy DeleteBucketPolicy PutBucketAcl PutBucketPublicAccessBlock DeletePublicAccessBlock \
	    PutBucketOwnershipControls PutBucketEncryption PutBucketVersioning PutBucketReplication CreateBucket DeleteBucket \
	    PutBucketLogging PutBucketCors PutBucketLifecycleConfiguration DeleteBucketEncryption DeleteBucketPublicAccessBlock \
	    PutBucketTagging DeleteBucketTagging AuthorizeSecurityGroupIngress RevokeSecurityGroupIngress \
	    AuthorizeSecurityGroupEgress RevokeSecurityGroupEgress CreateSecurityGroup DeleteSecurityGroup CreateUser DeleteUser \
	    CreateLoginProfile UpdateLoginProfile CreateAccessKey UpdateAccessKey DeleteAccessKey CreateRole DeleteRole \
	    UpdateAssumeRolePolicy UpdateRole UpdateRoleDescription AttachRolePolicy DetachRolePolicy PutRolePolicy \
	    DeleteRolePolicy AttachUserPolicy DetachUserPolicy PutUserPolicy DeleteUserPolicy CreatePolicy CreatePolicyVersion \
	    SetDefaultPolicyVersion DeletePolicyVersion RunInstances TerminateInstances CreateVolume AttachVolume DetachVolume \
	    DeleteVolume CreateTags DeleteTags EnableMFADevice DeactivateMFADevice DeleteLoginProfile DeletePolicy \
	    AttachGroupPolicy DetachGroupPolicy UpdateAccountPasswordPolicy ConsoleLogin CreateDBInstance ModifyDBInstance \
	    DeleteDBInstance; do
		grep -q "\"$name\"" "$QRIE_TOP"/share/events/*.jq || { echo "$name" >&2; false; }
	done
}

# As boto3: an expression, with s3 made.
boto() {
	"$QRIE_VENV/bin/python" -c "import boto3; s3 = boto3.client('s3', region_name='us-east-1'); $1"
}

# now_event NAME BUCKET SECONDS: an event that many seconds from now; scans and events a second apart are told apart.
now_event() {
	bucket_event "$1" "$2" '{"eventTime": "'"$(date -u -d "+$3 seconds" +%FT%TZ)"'"}' | envelope
}

transitions() {
	jq -r 'select(.Kind == "finding" and .Policy == "S3BucketVersioningDisabled") | "\(.State) \(.ResolvedReason)"' out
}

@test "TST-10, FND-11, POL-37: a bucket's findings appear, resolve and end by events as they do by scans" {
	emulator "$MOTO_URL"
	boto 's3.create_bucket(Bucket="by-event")'
	now_event CreateBucket by-event 0 >event
	qrie-collect --from events <event | qrie-eval -p @core -a | qrie-diff -F findings.ndjson >out
	same "$(transitions)" 'ACTIVE null'
	qrie-collect -t AWS::S3::Bucket | qrie-eval -p @core -a | qrie-diff -F by-scan >/dev/null
	same "$(jq -r 'select(.Kind == "finding" and (.ARN | endswith(":by-event"))) | "\(.Id) \(.State)"' findings.ndjson | sort)" \
	    "$(jq -r 'select(.Kind == "finding" and (.ARN | endswith(":by-event"))) | "\(.Id) \(.State)"' by-scan | sort)"
	sleep 1.1
	boto 's3.put_bucket_versioning(Bucket="by-event", VersioningConfiguration={"Status": "Enabled"})'
	now_event PutBucketVersioning by-event 0 >event
	qrie-collect --from events <event | qrie-eval -p @core -a | qrie-diff -F findings.ndjson >out
	same "$(transitions)" 'RESOLVED RESOURCE_COMPLIANT'
	boto 's3.delete_bucket(Bucket="by-event")'
	now_event DeleteBucket by-event 2 >event
	qrie-collect --from events <event | qrie-eval -p @core -a | qrie-diff -F findings.ndjson >out
	same "$(jq -r 'select(.ARN == "arn:aws:s3:::by-event" and .State != "RESOLVED") | .Id' findings.ndjson)" ''
	jq -e 'select(.ResolvedReason == "RESOURCE_DELETED" and .Policy == "S3BucketPublic")' out
	qrie-collect --from events <event | qrie-eval -p @core -a | qrie-diff -F findings.ndjson >out
	same "$(jq -c 'select(.Kind == "finding")' out)" ''
}

@test "a late event neither resolves nor opens anything: what is known since is newer" {
	emulator "$MOTO_URL"
	boto 's3.create_bucket(Bucket="late")'
	bucket_event DeleteBucket late >late
	qrie-collect -t AWS::S3::Bucket | qrie-eval -p @core -a | qrie-diff -F findings.ndjson >/dev/null
	cp findings.ndjson before
	qrie-collect --from events late | qrie-eval -p @core -a | qrie-diff -F findings.ndjson >out
	same "$(jq -c 'select(.Kind == "finding")' out)" ''
	same "$(jq -c 'select(.Kind == "finding" and (.ARN | endswith(":late"))) | [.Id, .State]' findings.ndjson)" \
	    "$(jq -c 'select(.Kind == "finding" and (.ARN | endswith(":late"))) | [.Id, .State]' before)"
	boto 's3.delete_bucket(Bucket="late")'
}

# What IAM says of a role, by list and by itself; the latter is more.
@test "FND-11: what AWS tells of one resource beyond what its list says is not in the record" {
	local listed='<Path>/</Path><RoleName>app</RoleName><RoleId>AROA1</RoleId><Arn>arn:aws:iam::111122223333:role/app</Arn>
		<CreateDate>2024-01-02T03:04:05Z</CreateDate><AssumeRolePolicyDocument>%7B%7D</AssumeRolePolicyDocument>'
	reply ListRoles <<<"<IsTruncated>false</IsTruncated><Roles><member>$listed</member></Roles>"
	reply GetRole <<<"<Role>$listed<PermissionsBoundary><PermissionsBoundaryType>Policy</PermissionsBoundaryType>
		<PermissionsBoundaryArn>arn:aws:iam::111122223333:policy/b</PermissionsBoundaryArn></PermissionsBoundary>
		<RoleLastUsed><Region>eu-west-1</Region></RoleLastUsed>
		<Tags><member><Key>a</Key><Value>b</Value></member></Tags></Role>"
	reply ListAttachedRolePolicies <<<'<IsTruncated>false</IsTruncated><AttachedPolicies/>'
	reply ListRolePolicies <<<'<IsTruncated>false</IsTruncated><PolicyNames/>'
	reply ListInstanceProfilesForRole <<<'<IsTruncated>false</IsTruncated><InstanceProfiles/>'
	reply ListRoleTags <<<'<IsTruncated>false</IsTruncated><Tags><member><Key>a</Key><Value>b</Value></member></Tags>'
	trail iam TagRole '{"roleName": "app"}' >event
	respond_start
	qrie-collect -t iam/role --now 2026-11-22T21:00:00Z >scan
	read_events 0 event --now 2026-11-22T21:00:00Z
	respond_stop
	same "$(cat out)" "$(jq -c 'select(.Kind == "resource")' scan)"
	same "$(jq -c '.Configuration | has("PermissionsBoundary")' out)" false
}
