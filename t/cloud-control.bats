#!/usr/bin/env bats
# Types without a collector, by the Cloud Control API, on recorded answers: no emulator has it.
# And what an aggregator of AWS Config answers.
load helper
load respond

teardown() {
	respond_stop
}

# listed [-t TOKEN] IDENTIFIER=PROPERTIES...: an answer to ListResources.
listed() {
	local token=null
	if [ "$1" = -t ]; then
		token="\"$2\""
		shift 2
	fi
	printf '%s\n' "$@" | jq -Rnc --argjson token "$token" '{TypeName: "AWS::X::Y", NextToken: $token,
		ResourceDescriptions: [inputs | select(. != "") | capture("(?<Identifier>[^=]*)=(?<Properties>.*)")]}'
}

# got IDENTIFIER PROPERTIES [TYPE]: an answer to GetResource.
got() {
	jq -nc --arg i "$1" --arg p "$2" --arg t "${3:-AWS::SNS::Topic}" \
	    '{TypeName: $t, ResourceDescription: {Identifier: $i, Properties: $p}}'
}

read_types() {
	run "-$1" --separate-stderr qrie-collect --from cloud-control "${@:2}"
	[ "$1" -eq 3 ] || printf '%s\n' "$output" | sed '/^$/d' >out
}

topic=arn:aws:sns:eu-west-1:111122223333:alerts

@test "a type is listed over all pages, each resource is asked for, and its record says what it is" {
	listed -t page-2 "$topic={\"TopicArn\":\"$topic\"}" | answer ListResources
	listed "$topic-2={\"TopicArn\":\"$topic-2\"}" | answer ListResources@page-2
	got "$topic" '{"TopicArn":"'$topic'","DisplayName":"a \"b\"","Tags":[{"Key":"Owner","Value":"ops"}],"N":12}' | answer "GetResource@$topic"
	got "$topic-2" '{"TopicArn":"'$topic-2'"}' | answer "GetResource@$topic-2"
	respond_start
	read_types 0 -t AWS::SNS::Topic --now 2026-11-22T21:00:00Z
	same "$(head -1 out)" '{"Kind":"resource","ARN":"'$topic'","ResourceType":"AWS::SNS::Topic","AccountId":"111122223333","Region":"eu-west-1","AccountService":"111122223333_sns","Source":"aws","DescribeTime":"2026-11-22T21:00:00Z","LastSeenAt":"2026-11-22T21:00:00Z","Tags":{"Owner":"ops"},"Configuration":{"TopicArn":"'$topic'","DisplayName":"a \"b\"","Tags":[{"Key":"Owner","Value":"ops"}],"N":12}}'
	same "$(jq -c '[.Kind, .ARN, .Status, .Resources, .Calls]' out | tail -2)" \
"[\"resource\",\"$topic-2\",null,null,null]
[\"coverage\",null,\"complete\",2,4]"
	same "$(jq -c 'select(.Operation == "ListResources") | .Parameters' aws/log)" \
'{"TypeName":"AWS::SNS::Topic"}
{"TypeName":"AWS::SNS::Topic","NextToken":"page-2"}'
	same "$(jq -r 'select(.Operation == "GetResource") | .Headers["x-amz-target"]' aws/log | sort -u)" CloudApiService.GetResource
}

@test "an ARN among the properties names the resource; without one its type and identifier do" {
	listed 'app={"Name":"app"}' 'bare={"Name":"bare"}' | answer ListResources
	got app '{"Name":"app","Arn":"arn:aws:apprunner:eu-west-1:111122223333:service/app"}' AWS::AppRunner::Service | answer GetResource@app
	got bare '{"Name":"bare","Tags":{"a":"b"}}' AWS::AppRunner::Service | answer GetResource@bare
	respond_start
	read_types 0 -t AWS::AppRunner::Service
	same "$(jq -c 'select(.Kind == "resource") | [.ARN, .AccountService, .Tags]' out)" \
'["arn:aws:apprunner:eu-west-1:111122223333:service/app","111122223333_apprunner",{}]
["cloudcontrol:111122223333:eu-west-1:AWS::AppRunner::Service:bare","111122223333_apprunner",{"a":"b"}]'
}

@test "several types, each where it belongs: a type of no region is asked for once" {
	listed | answer ListResources
	respond_start
	read_types 0 -t AWS::SQS::Queue,AWS::CloudFront::Distribution -r eu-west-1,eu-west-2
	same "$(jq -r '[.Region, .ResourceType, .Status] | join(" ")' out)" "eu-west-1 AWS::SQS::Queue complete
eu-west-2 AWS::SQS::Queue complete
global AWS::CloudFront::Distribution complete"
	same "$(jq -r 'select(.Operation == "ListResources" and .Parameters.TypeName == "AWS::CloudFront::Distribution") |
	    .Headers.authorization | capture("/(?<r>[^/]*)/cloudcontrolapi/").r' aws/log)" us-east-1
}

@test "what a list needs to know goes with it" {
	listed | answer ListResources
	respond_start
	read_types 0 -t AWS::ElasticLoadBalancingV2::Listener --resource-model '{"LoadBalancerArn":"arn:x"}'
	same "$(jq -r 'select(.Operation == "ListResources") | .Parameters.ResourceModel' aws/log)" '{"LoadBalancerArn":"arn:x"}'
}

@test "a type that is not there, cannot be listed or may not be is failed coverage with AWS's code, never an empty list" {
	for code in TypeNotFoundException UnsupportedActionException AccessDeniedException InvalidRequestException; do
		answer -s 400 "ListResources@AWS::X::$code" <<<"{\"__type\":\"com.amazon.coral#$code\",\"Message\":\"no\"}"
	done
	respond_start
	read_types 2 -t AWS::X::TypeNotFoundException,AWS::X::UnsupportedActionException,AWS::X::AccessDeniedException,AWS::X::InvalidRequestException
	same "$(jq -r '[.ResourceType, .Status, .Code] | join(" ")' out)" "$(for code in AccessDeniedException \
	    InvalidRequestException TypeNotFoundException UnsupportedActionException; do echo "AWS::X::$code failed $code"; done)"
}

@test "throttling is waited out" {
	answer -s 400 ListResources <<<'{"__type":"ThrottlingException","Message":"Rate exceeded"}'
	listed "$topic={}" | answer ListResources
	got "$topic" '{"TopicArn":"'$topic'"}' | answer GetResource
	respond_start
	read_types 0 -t AWS::SNS::Topic
	same "$(jq -c '[.Kind, .Status, .Retries]' out | tail -1)" '["coverage","complete",1]'
}

@test "a resource that could not be described is Unreadable, and what the list said of it stays" {
	listed "$topic={\"TopicArn\":\"$topic\"}" | answer ListResources
	answer -s 400 GetResource <<<'{"__type":"AccessDeniedException","Message":"no"}'
	respond_start
	read_types 2 -t AWS::SNS::Topic
	same "$(jq -c 'select(.Kind == "resource") | [.ARN, .Configuration, .Tags, .Unreadable]' out)" \
	    '["'$topic'",{"TopicArn":"'$topic'"},null,[{"Path":".Configuration","Operation":"GetResource","Code":"AccessDeniedException","Permission":"cloudformation:GetResource"},{"Path":".Tags","Operation":"GetResource","Code":"AccessDeniedException","Permission":"cloudformation:GetResource"}]]'
}

@test "one that may have an ARN which could not be read is in no record, and its type not covered" {
	listed 'app={"Name":"app"}' | answer ListResources
	answer -s 400 GetResource <<<'{"__type":"AccessDeniedException","Message":"no"}'
	respond_start
	read_types 2 -t AWS::AppRunner::Service
	same "$(jq -c '[.Kind, .Status, .Code]' out)" '["coverage","partial","UnexpectedAnswer"]'
}

@test "one that is gone when it is asked for is in no record" {
	listed "$topic={}" | answer ListResources
	answer -s 400 GetResource <<<'{"__type":"ResourceNotFoundException","Message":"no"}'
	respond_start
	read_types 0 -t AWS::SNS::Topic
	same "$(jq -c '[.Kind, .Status]' out)" '["coverage","complete"]'
}

@test "properties that are no JSON are Unreadable" {
	listed "$topic={}" | answer ListResources
	got "$topic" '{"Topic' | answer GetResource
	respond_start
	read_types 2 -t AWS::SNS::Topic
	same "$(jq -c 'select(.Kind == "resource") | [.ARN, .Configuration, .Unreadable[0].Path, .Unreadable[0].Code]' out)" \
	    '["'$topic'",{},".Configuration","UnexpectedAnswer"]'
}

@test "types must be named, and be types; files have no place" {
	read_types 3
	[[ $stderr == *'needs types (-t)'* ]]
	read_types 3 -t s3/bucket
	[[ $stderr == *"s3/bucket is no type of CloudFormation's"* ]]
	read_types 3 -t AWS::SNS::Topic file
	[[ $stderr == *'reads no files'* ]]
}

# results TOKEN ITEM...: an answer to SelectAggregateResourceConfig.
results() {
	local token=$1
	printf '%s\n' "${@:2}" | jq -Rnc --argjson token "$token" '{Results: [inputs | select(. != "")], NextToken: $token,
		QueryInfo: {SelectFields: [{Name: "arn"}]}}'
}

bucket() {
	jq -nc --arg name "$1" --arg account "$2" '{accountId: $account, arn: "arn:aws:s3:::\($name)", awsRegion: "eu-west-1",
		configuration: {name: $name}, configurationItemCaptureTime: "2026-11-20T10:00:00.000Z",
		configurationItemStatus: "OK", resourceId: $name, resourceName: $name, resourceType: "AWS::S3::Bucket",
		supplementaryConfiguration: {BucketVersioningConfiguration: {status: "Enabled", isMfaDeleteEnabled: false}},
		tags: [{key: "Owner", value: "ops", tag: "Owner=ops"}]}'
}

aggregate() {
	run "-$1" --separate-stderr qrie-collect --from aws-config --aggregator all "${@:2}"
	printf '%s\n' "$output" | sed '/^$/d' >out
}

@test "INV-01, INV-16: an aggregator is asked page by page for the items of all its accounts" {
	results '"more"' "$(bucket b 444455556666)" "$(bucket a 111122223333)" | answer SelectAggregateResourceConfig
	results null "$(bucket c 111122223333)" | answer SelectAggregateResourceConfig@more
	respond_start
	aggregate 0 -t AWS::S3::Bucket,AWS::IAM::ManagedPolicy
	same "$(jq -c '[.AccountId, .ARN, .Source, .Tags, .Configuration.Versioning]' out)" \
'["111122223333","arn:aws:s3:::a","aws-config",{"Owner":"ops"},{"Status":"Enabled","MFADelete":"Disabled"}]
["111122223333","arn:aws:s3:::c","aws-config",{"Owner":"ops"},{"Status":"Enabled","MFADelete":"Disabled"}]
["444455556666","arn:aws:s3:::b","aws-config",{"Owner":"ops"},{"Status":"Enabled","MFADelete":"Disabled"}]'
	same "$(jq -r 'select(.Operation == "SelectAggregateResourceConfig") | .Parameters.Expression' aws/log | sort -u | sed 's/.* WHERE //')" \
	    "resourceType IN ('AWS::S3::Bucket', 'AWS::IAM::Policy')"
	same "$(jq -r 'select(.Operation == "SelectAggregateResourceConfig") | .Parameters.ConfigurationAggregatorName' aws/log)" $'all\nall'
}

@test "an expression of one's own is asked as it is" {
	results null | answer SelectAggregateResourceConfig
	respond_start
	aggregate 0 --expression "SELECT accountId WHERE tags.tag = 'a=b'"
	same "$(jq -r 'select(.Operation == "SelectAggregateResourceConfig") | .Parameters.Expression' aws/log)" "SELECT accountId WHERE tags.tag = 'a=b'"
}

@test "an aggregator that breaks off tells what there was, and that it is not all" {
	results '"more"' "$(bucket a 111122223333)" '{"a":1}' | answer SelectAggregateResourceConfig
	answer -s 400 SelectAggregateResourceConfig@more <<<'{"__type":"NoSuchConfigurationAggregatorException","message":"gone"}'
	respond_start
	aggregate 2
	same "$(jq -c '[.Kind, .ARN, .Status, .Code, .ResourceType]' out | sort)" \
'["coverage",null,"failed","NoSuchConfigurationAggregatorException","*"]
["resource","arn:aws:s3:::a",null,null,"AWS::S3::Bucket"]'
	[[ $stderr == *'SelectAggregateResourceConfig: no configuration item'* ]]
	[[ $stderr == *'111122223333/eu-west-1 config SelectAggregateResourceConfig all: NoSuchConfigurationAggregatorException: gone'* ]]
}

@test "an aggregator that gives the same page again does not hang the run" {
	results '"again"' "$(bucket a 111122223333)" | answer SelectAggregateResourceConfig
	respond_start
	aggregate 2
	same "$(jq -r 'select(.Kind == "coverage").Code' out)" RepeatedToken
}
