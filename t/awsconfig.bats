#!/usr/bin/env bats
# Resources as AWS Config keeps them: qrie-collect --from aws-config.
load helper

snapshot=$QRIE_TOP/t/data/awsconfig/snapshot.json

read_config() {
	run "-$1" --separate-stderr qrie-collect --from aws-config "${@:2}"
	[ "$1" -eq 3 ] || printf '%s\n' "$output" | sed '/^$/d' >out
}

# of ARN FILTER: something in the record of a resource.
of() {
	jq -c --arg arn "$1" 'select(.ARN == $arn) | '"$2" out
}

# item STATUS TIME VERSIONING [NAME]: a bucket's item.
item() {
	jq -nc --arg status "$1" --arg time "$2" --arg v "$3" --arg name "${4:-logs}" '{configurationItemVersion: "1.3",
		configurationItemCaptureTime: $time, configurationItemStatus: $status, awsAccountId: "111122223333",
		resourceType: "AWS::S3::Bucket", resourceId: $name, ARN: "arn:aws:s3:::\($name)", awsRegion: "eu-west-1",
		configuration: {name: $name}, supplementaryConfiguration: {BucketVersioningConfiguration: {status: $v}},
		tags: {}, relationships: []}'
}

file() {
	jq -sc '{fileVersion: "1.0", configurationItems: .}'
}

@test "INV-01: a snapshot is a record for each resource, sorted, with account, region, time and tags" {
	read_config 0 "$snapshot"
	same "$(jq -r '[.Kind, .Region, .ResourceType] | join(" ")' out | sort | uniq -c | sort -rn | head -1 |
	    sed 's/^ *//')" '2 resource eu-west-1 AWS::DynamoDB::Table'
	same "$(wc -l <out)" "$(jq '.configurationItems | length' "$snapshot")"
	jq -r '[.AccountId, .Region, .ResourceType, .ARN] | @tsv' out >order
	sed 's/ManagedPolicy/Policy/' order | LC_ALL=C sort -c
	same "$(of arn:aws:iam::111122223333:user/ops/anna '[.Source, .AccountService, .Region, .DescribeTime, .LastSeenAt, .Tags]')" \
	    '["aws-config","111122223333_iam","global","2026-11-20T10:00:00Z","2026-11-20T10:00:00Z",{"Team":"ops"}]'
	qrie-collect --from aws-config "$snapshot" | cmp - out
}

@test "members are spelled as the AWS CLI spells them, whatever Config makes of abbreviations" {
	read_config 0 "$snapshot"
	same "$(of arn:aws:rds:eu-west-1:111122223333:db:main '.Configuration | [.DBInstanceIdentifier, .MultiAZ,
		.IAMDatabaseAuthenticationEnabled, .DBParameterGroups[0].DBParameterGroupName, .CACertificateIdentifier,
		.InstanceCreateTime]')" '["main",false,false,"default.postgres16","rds-ca-rsa2048-g1","2024-01-02T03:04:05.678000+00:00"]'
	same "$(of arn:aws:dynamodb:eu-west-1:111122223333:table/orders '.Configuration | [.SSEDescription, .CreationDateTime]')" \
	    '[{"Status":"ENABLED","SSEType":"KMS","KMSMasterKeyArn":"arn:aws:kms:eu-west-1:111122223333:key/k"},"2024-01-02T03:04:05.678000+00:00"]'
	same "$(of arn:aws:lambda:eu-west-1:111122223333:function:hello '.Configuration | [.KMSKeyArn, .State]')" \
	    '["arn:aws:kms:eu-west-1:111122223333:key/k","Active"]'
	same "$(of arn:aws:ec2:eu-west-1:111122223333:instance/i-0aaa '.Configuration | [.State, has("KernelId")]')" \
	    '[{"Code":16,"Name":"running"},false]'
	same "$(of arn:aws:ec2:eu-west-1:111122223333:security-group/sg-1 '.Configuration.IpPermissions[0].IpRanges')" \
	    '[{"CidrIp":"0.0.0.0/0","Description":"all"}]'
	same "$(of arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab '.Configuration |
		[.AWSAccountId, .Rotation, (.Policy | fromjson | .Version)]')" \
	    '["111122223333",{"KeyRotationEnabled":false},"2012-10-17"]'
}

@test "what supplements a bucket is where the collector puts it; null says not configured" {
	read_config 0 "$snapshot"
	same "$(of arn:aws:s3:::logs '.Configuration | [.Versioning, .PublicAccessBlockConfiguration.RestrictPublicBuckets,
		.Encryption.ServerSideEncryptionConfiguration.Rules[0].ApplyServerSideEncryptionByDefault.KMSMasterKeyID,
		.Logging.LoggingEnabled.TargetBucket, .Acl.Grants[1].Permission, (.Policy | type)]')" \
	    '[{"Status":"Enabled","MFADelete":"Disabled"},false,"alias/s3","audit","READ_ACP","string"]'
	same "$(of arn:aws:s3:::bare '.Configuration | [.Versioning, .PublicAccessBlockConfiguration, .Policy, .Logging]')" \
	    '[{},null,null,{}]'
}

@test "policy documents come decoded, and of a managed policy the version in force" {
	read_config 0 "$snapshot"
	same "$(of arn:aws:iam::111122223333:policy/everything '[.ResourceType, .Configuration.PolicyVersion.VersionId,
		.Configuration.PolicyVersion.Document.Statement[0].Action]')" '["AWS::IAM::ManagedPolicy","v2","*"]'
	same "$(of arn:aws:iam::111122223333:role/app '.Configuration | [.AssumeRolePolicyDocument.Statement[0].Action,
		.Policies[0].PolicyDocument.Statement[0].Effect]')" '["sts:AssumeRole","Allow"]'
}

@test "what a collector gives and Config does not record is Unreadable, never null, for every type that is mapped" {
	read_config 0 "$snapshot"
	same "$(of arn:aws:iam::111122223333:user/ops/anna '[.Unreadable[] | select(.Code == "NotRecorded") | .Path][:4]')" \
	    '[".Configuration.LoginProfile",".Configuration.MFADevices",".Configuration.AccessKeys",".Configuration.PasswordLastUsed"]'
	same "$(of arn:aws:s3:::bare '[.Unreadable[] | .Path | ltrimstr(".Configuration.")][:5]')" \
	    '["AccountPublicAccessBlockConfiguration","Encryption","PolicyStatus","Acl","OwnershipControls"]'
	for map in "$QRIE_TOP"/share/config/*/*.jq; do
		name=${map#"$QRIE_TOP/share/config/"}
		sed -n '/^module/,/^};$/p' "$QRIE_TOP/share/collectors/$name" | sed '1s/^module//; $s/;$//' |
		    jq -r '.ResourceType as $t | (.Once // [])[], (.Detail // [])[] | select(.Into != "." and .Each == null) | "\($t) \(.Into)"'
	done >into
	[ "$(wc -l <into)" -gt 30 ]
	while read -r type into; do
		jq --arg type "$type" --arg into "$into" 'select(.Kind == "resource" and .ResourceType == $type and .Configuration != {})
			| (.Configuration | has($into)) or any(.Unreadable[]?; .Path == ".Configuration.\($into)")' out >answer
		same "$type $into $(sort -u answer)" "$type $into true"
	done <into
}

@test "a policy that reads what Config does not record says UNKNOWN, and the same policies judge the rest" {
	read_config 0 "$snapshot"
	qrie-eval -p @core out | jq -r 'select(.Kind == "finding") | "\(.ARN) \(.Policy) \(.State)"' >findings
	grep -qx 'arn:aws:iam::111122223333:user/ops/anna IAMUserMfaDisabled UNKNOWN' findings
	grep -qx 'arn:aws:ec2:eu-west-1:111122223333:instance/i-0aaa EC2UnencryptedEBS UNKNOWN' findings
	grep -qx 'arn:aws:s3:::bare S3BucketVersioningDisabled ACTIVE' findings
	grep -qx 'arn:aws:rds:eu-west-1:111122223333:db:main RDSPublicAccess ACTIVE' findings
	grep -qx 'arn:aws:iam::111122223333:policy/everything IAMPolicyOverlyPermissive ACTIVE' findings
}

@test "a type without a map is told in capitals; nothing is claimed of one that policies could judge" {
	read_config 0 "$snapshot"
	same "$(of arn:aws:iot:eu-west-1:111122223333:thing/lamp '[.Configuration, .AccountService, .Unreadable]')" \
	    '[{"ThingName":"lamp","AttributePayload":{"Attributes":{"Colour":"red"}}},"111122223333_iot",null]'
	same "$(of config:111122223333:eu-west-1:AWS::CodeDeploy::Application:app-1 .Configuration)" '{"ApplicationName":"app"}'
	cp -R "$QRIE_TOP/share" share
	rm share/config/rds/db-instance.jq
	QRIE_SHARE=share read_config 0 "$snapshot"
	same "$(of arn:aws:rds:eu-west-1:111122223333:db:main '[.Configuration.PubliclyAccessible, .Unreadable[0].Path, .Unreadable[0].Code]')" \
	    '[true,".Configuration","NotMapped"]'
	qrie-eval -p @core out >evaluated
	same "$(jq -r 'select(.Kind == "finding" and .Policy == "RDSPublicAccess") | .State' evaluated)" UNKNOWN
}

@test "what is deleted is a tombstone; what the recorder leaves out is there and not known" {
	read_config 0 "$snapshot"
	same "$(of arn:aws:sns:eu-west-1:111122223333:old .)" \
	    '{"Kind":"tombstone","ARN":"arn:aws:sns:eu-west-1:111122223333:old","ResourceType":"AWS::SNS::Topic","AccountId":"111122223333","Region":"eu-west-1","AccountService":"111122223333_sns","Source":"aws-config","DescribeTime":"2026-11-20T10:00:00Z"}'
	same "$(of arn:aws:dynamodb:eu-west-1:111122223333:table/hidden '[.Kind, .Tags, .Configuration, [.Unreadable[].Path]]')" \
	    '["resource",null,{},[".Configuration",".Tags"]]'
}

@test "secrets in items do not get into records" {
	read_config 0 "$snapshot"
	grep -q hunter2 "$snapshot"
	run -1 grep hunter2 out
}

@test "of a history the newest item counts, in whatever file and order, plain or gzip" {
	{ item OK 2026-11-02T00:00:00.000Z Enabled; item OK 2026-11-01T00:00:00.000Z Off; } | file | gzip >one.json.gz
	{ item OK 2026-10-01T00:00:00.000Z Suspended; item OK 2026-10-01T00:00:00.000Z Enabled other
	    item ResourceDeleted 2026-10-02T00:00:00.000Z Off other; } | file >two.json
	read_config 0 one.json.gz two.json
	same "$(jq -c '[.Kind, .ARN, .DescribeTime, .Configuration.Versioning.Status]' out)" \
'["resource","arn:aws:s3:::logs","2026-11-02T00:00:00Z","Enabled"]
["tombstone","arn:aws:s3:::other","2026-10-02T00:00:00Z",null]'
	cp out before
	read_config 0 two.json - <one.json.gz
	cmp out before
}

@test "items as the API answers them, one a line, and in a notification, are the same" {
	item OK 2026-11-02T00:00:00.000Z Enabled | file >file.json
	read_config 0 file.json
	cp out before
	item OK 2026-11-02T00:00:00.000Z Enabled | jq -c '.accountId = .awsAccountId | .arn = .ARN | del(.awsAccountId, .ARN)
	    | .configuration |= tojson | .supplementaryConfiguration |= map_values(tojson)' >lines
	read_config 0 lines
	cmp out before
	jq -c '{source: "aws.config", "detail-type": "Config Configuration Item Change", detail: {configurationItem: .}}' lines >event
	read_config 0 event
	cmp out before
}

@test "what is no item is named with its file and line, the rest is told, status 2" {
	{ item OK 2026-11-02T00:00:00.000Z Enabled; echo '{"a":1}'; item OK yesterday Off
	    item OK 2026-11-02T00:00:00.000Z Off b; } >in
	read_config 2 in
	same "$(jq -r .ARN out)" $'arn:aws:s3:::b\narn:aws:s3:::logs'
	same "$stderr" "qrie-collect: in:2: no configuration item: it lacks resourceType, resourceId, awsAccountId or awsRegion
qrie-collect: in:3: configurationItemCaptureTime is no time"
}

@test "a map that fails leaves all of it unknown, says so, status 2" {
	item OK 2026-11-02T00:00:00.000Z Enabled |
	    jq -c '.supplementaryConfiguration.AccessControlList = "{\"grantList\":[{\"grantee\":\"Martians\",\"permission\":\"Read\"}]}"' >in
	read_config 2 in
	same "$(jq -c '[.Configuration, .Unreadable[0].Path, .Unreadable[0].Code]' out)" '[{},".Configuration","UnexpectedAnswer"]'
	[[ $stderr == *'arn:aws:s3:::logs: config/s3/bucket.jq: the grantee Martians is not known'* ]]
}

@test "types and services can be chosen by our names, by Config's and by the collector's" {
	for chosen in '-t AWS::IAM::ManagedPolicy' '-t AWS::IAM::Policy' '-t iam/policy'; do
		# shellcheck disable=SC2086 # an option and its value
		read_config 0 $chosen "$snapshot"
		same "$(jq -r .ARN out)" arn:aws:iam::111122223333:policy/everything
	done
	read_config 0 --service s3 "$snapshot"
	same "$(jq -r .ARN out)" $'arn:aws:s3:::logs\narn:aws:s3:::bare'
}

@test "a map leaves no name in the spelling of Config, and says of no member both that it is there and that it is not" {
	read_config 0 "$snapshot"
	same "$(jq -r 'select(.Kind == "resource" and (.ResourceType | IN("AWS::IoT::Thing", "AWS::Logs::LogGroup") | not)) | .ResourceType as $t
		| .Configuration | keys[] | select(test("^[a-z]")) | "\($t) \(.)"' out)" ''
	same "$(jq -r 'select(.Unreadable) | .Configuration as $c | .Unreadable[] | select(.Code == "NotRecorded")
		| .Path | ltrimstr(".Configuration.") | select(test("^[A-Za-z]+$")) | . as $name | select($c | has($name))' out)" ''
	same "$(jq -c 'select(.ResourceType == "AWS::EC2::VPC") | [.Tags, .Configuration.Tags, .Configuration.VpcId]' out)" \
	    '[{"Owner":"net"},[{"Key":"Owner","Value":"net"}],"x-vpcId"]'
}
