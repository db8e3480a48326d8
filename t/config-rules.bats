# qrie-eval --from config-rules: what rules of AWS Config found, as records.
load helper
load respond

now=2026-01-31T00:00:00Z

from() {	# status [option ...] file ...
	run "-$1" --separate-stderr qrie-eval --from config-rules --now $now "${@:2}"
	printf '%s\n' "${lines[@]}" >out
}

# A result as the API sends it: rule type id compliance [time [annotation]]; time: of 30 January 2026, 09:00.
result() {
	jq -nc --arg rule "$1" --arg type "$2" --arg id "$3" --arg is "$4" --arg time "2026-01-30T${5:-09:00}:00Z" --arg why "${6-}" '
		($time | fromdate) as $t | {EvaluationResultIdentifier: {EvaluationResultQualifier: {ConfigRuleName: $rule,
		ResourceType: $type, ResourceId: $id, EvaluationMode: "DETECTIVE"}, OrderingTimestamp: ($t - 60.877)},
		ComplianceType: $is, ResultRecordedTime: ($t + 5.25), ConfigRuleInvokedTime: ($t + 0.125)}
		+ if $why == "" then {} else {Annotation: $why} end'
}

page() {
	jq -sc '{EvaluationResults: .}'
}

# The same as an aggregator has it: [account [region]].
aggregate() {
	jq -sc --arg account "${1:-111122223333}" --arg region "${2:-eu-west-1}" \
	    '{AggregateEvaluationResults: map(. + {AccountId: $account, AwsRegion: $region})}'
}

# The same as an event: [account [region]].
event() {
	jq -c --arg account "${1:-111122223333}" --arg region "${2:-eu-west-1}" '
		def small: if type == "object" then with_entries(.key |= (.[:1] | ascii_downcase) + .[1:] | .value |= small) else . end;
		def text: floor | todate | sub("Z$"; ".125Z");
		(.EvaluationResultIdentifier.OrderingTimestamp, .ResultRecordedTime, .ConfigRuleInvokedTime) |= text | small
		| .evaluationResultIdentifier.evaluationResultQualifier as $of
		| {version: "0", id: "12345678-1234-1234-1234-123456789012", "detail-type": "Config Rules Compliance Change",
		source: "aws.config", account: $account, time: .resultRecordedTime, region: $region, resources: [],
		detail: {resourceId: $of.resourceId, awsRegion: $region, awsAccountId: $account,
		configRuleName: $of.configRuleName, recordVersion: "1.0",
		configRuleARN: "arn:aws:config:\($region):\($account):config-rule/config-rule-a1b2c3",
		messageType: "ComplianceChangeNotification", newEvaluationResult: ., oldEvaluationResult: null,
		notificationCreationTime: .resultRecordedTime, resourceType: $of.resourceType}}'
}

findings() {
	jq -r 'select(.Kind == "finding") | "\(.Id) \(.State)"' "${1:-out}"
}

verdicts() {
	jq -c 'select(.Kind == "verdicts") | [.ARN, .Passed, .Failed, .Unknown, .OutOfScope, .DescribeTime[11:16]]' out
}

config_inventory() {
	qrie-collect --from aws-config "$QRIE_TOP/t/data/awsconfig/snapshot.json" >inventory
}

user=arn:aws:iam::111122223333:user/ops/anna

@test "POL-37: a page as the AWS CLI prints it: NON_COMPLIANT is a finding, its evidence the annotation" {
	[ -x "$QRIE_VENV/bin/aws" ] || skip "no AWS CLI in $QRIE_VENV"
	config_inventory
	result s3-versioning AWS::S3::Bucket logs NON_COMPLIANT 09:00 'Versioning is off.' | page |
	    jq -c '.NextToken = "more"' | answer GetComplianceDetailsByConfigRule
	result s3-versioning AWS::S3::Bucket bare COMPLIANT | page | answer GetComplianceDetailsByConfigRule
	result s3-logging AWS::S3::Bucket logs NON_COMPLIANT | page | answer GetComplianceDetailsByResource
	result iam-policies AWS::IAM::User AIDA1 NON_COMPLIANT | aggregate | answer GetAggregateComplianceDetailsByConfigRule
	respond_start
	export AWS_DEFAULT_REGION=$AWS_REGION
	aws() { "$QRIE_VENV/bin/aws" configservice "$@"; }
	aws get-compliance-details-by-config-rule --config-rule-name s3-versioning >by-rule
	aws get-compliance-details-by-resource --resource-type AWS::S3::Bucket --resource-id logs >by-resource
	aws get-aggregate-compliance-details-by-config-rule --configuration-aggregator-name a --config-rule-name iam-policies \
	    --account-id 111122223333 --aws-region eu-west-1 >aggregate
	respond_stop
	from 0 -a -i inventory by-rule by-resource aggregate
	same "$(findings)" "$user#iam-policies ACTIVE
arn:aws:s3:::logs#s3-logging ACTIVE
arn:aws:s3:::logs#s3-versioning ACTIVE"
	same "$(jq -c 'select(.Kind == "finding" and .Policy == "s3-versioning") | [.Message, .Evidence, .SeverityLabel,
		.ResourceType, .AccountId, .AccountService, .Region, .DescribeTime, .LastEvaluated]' out)" \
	    '["Versioning is off.",{"ComplianceType":"NON_COMPLIANT","Annotation":"Versioning is off.","ResourceId":"logs"},"MEDIUM","AWS::S3::Bucket","111122223333","111122223333_s3","eu-west-1","2026-01-30T09:00:00Z","2026-01-30T09:00:05Z"]'
	same "$(jq -r 'select(.Kind == "evaluation").Policy' out | sort | tr '\n' ' ')" 'iam-policies s3-logging s3-versioning '
	# and what the CLI makes of it is what was sent
	{ cat by-rule; cat by-resource; cat aggregate; } | from 0 -a -i inventory
	cp out printed
	for name in ByConfigRule.1 ByConfigRule.2 ByResource.1; do tail -n 1 "aws/answers/GetComplianceDetails$name"; done >wire
	tail -n 1 aws/answers/GetAggregateComplianceDetailsByConfigRule.1 >>wire
	from 0 -a -i inventory wire
	diff printed out
}

@test "each way to comply: fails, passes, is not known, and does not apply" {
	{
		result a AWS::S3::Bucket logs NON_COMPLIANT
		result b AWS::S3::Bucket logs COMPLIANT
		result c AWS::S3::Bucket logs INSUFFICIENT_DATA
		result d AWS::S3::Bucket logs NOT_APPLICABLE
		result e AWS::S3::Bucket logs ERROR 09:00 'The function timed out.'
	} | aggregate >in
	from 0 in
	same "$(findings)" 'arn:aws:s3:::logs#a ACTIVE
arn:aws:s3:::logs#c UNKNOWN
arn:aws:s3:::logs#e UNKNOWN'
	same "$(jq -r 'select(.Kind == "finding").Message' out | tr '\n' '|')" \
	    'AWS Config says NON_COMPLIANT|AWS Config says INSUFFICIENT_DATA|The function timed out.|'
	same "$(verdicts)" ''
	from 0 -a in
	same "$(verdicts)" '["arn:aws:s3:::logs",["b"],["a"],["c","e"],["d"],"09:00"]'
	from 1 --fail-on MEDIUM in
	from 0 --fail-on HIGH in
}

@test "POL-37: an event of EventBridge, alone, by SNS or by SQS, is the same as the page, and needs no inventory" {
	result s3-versioning AWS::S3::Bucket logs NON_COMPLIANT 09:00 'Versioning is off.' >one
	aggregate <one >page
	event <one >bus
	jq .detail bus >detail
	jq -c '{Type: "Notification", MessageId: "m", TopicArn: "arn:aws:sns:eu-west-1:111122223333:t", Message: (.detail | tojson)}' bus >sns
	jq -c '{Messages: [{MessageId: "m", ReceiptHandle: "r", Body: tojson}]}' sns >sqs
	jq -c '{Records: [{messageId: "m", body: tojson}]}' bus >lambda
	from 0 -a page
	cp out by-page
	same "$(findings)" 'arn:aws:s3:::logs#s3-versioning ACTIVE'
	for file in bus detail sns sqs lambda; do
		from 0 -a "$file"
		diff by-page out
	done
}

@test "of one rule and resource the newest result counts, however they come" {
	result r AWS::S3::Bucket logs NON_COMPLIANT 09:00 >old
	result r AWS::S3::Bucket logs COMPLIANT 10:00 >new
	result r AWS::S3::Bucket logs NOT_APPLICABLE 11:00 >last
	from 0 -a <(event <new) <(aggregate <old)
	same "$(findings)$(verdicts)" '["arn:aws:s3:::logs",["r"],[],[],[],"10:00"]'
	cat old new | aggregate >in
	from 0 -a in
	same "$(findings)$(verdicts)" '["arn:aws:s3:::logs",["r"],[],[],[],"10:00"]'
	cat old old | aggregate >in
	from 0 -a in
	same "$(findings)" 'arn:aws:s3:::logs#r ACTIVE'
	cat last old new | aggregate >in
	from 0 -a in
	same "$(findings)$(verdicts)" '["arn:aws:s3:::logs",[],[],[],["r"],"11:00"]'
}

@test "rules that looked at different times have verdicts of their own, and none hides what failed" {
	{
		result old AWS::S3::Bucket logs NON_COMPLIANT 08:00
		result newer AWS::S3::Bucket logs COMPLIANT 09:00
		result newest AWS::S3::Bucket logs COMPLIANT 10:00
	} | aggregate >in
	from 0 -a in
	same "$(verdicts)" '["arn:aws:s3:::logs",["newer"],["old"],[],[],"09:00"]
["arn:aws:s3:::logs",["newest"],["old"],[],[],"10:00"]
["arn:aws:s3:::logs",[],["old"],[],[],"08:00"]'
}

@test "FND-02: their findings open, resolve and end in one state with ours" {
	{ given AWS::S3::Bucket logs '{"Name": "logs", "Versioning": {"Status": "Suspended"}}' '{}' |
	    sed 's/arn:aws:x:eu-west-1:111122223333:/arn:aws:s3:::/'; } >ours
	qrie-eval -a -p S3BucketVersioningDisabled ours | qrie-diff -F state >/dev/null
	result r AWS::S3::Bucket logs NON_COMPLIANT 09:00 | event | qrie-eval --from config-rules -a | qrie-diff -F state >transitions
	same "$(jq -r 'select(.Kind == "finding") | "\(.Id) \(.State)"' transitions)" 'arn:aws:s3:::logs#r ACTIVE'
	qrie-eval -a -p S3BucketVersioningDisabled ours | qrie-diff -F state >/dev/null
	same "$(findings state)" 'arn:aws:s3:::logs#S3BucketVersioningDisabled ACTIVE
arn:aws:s3:::logs#r ACTIVE'
	cp state before
	result r AWS::S3::Bucket logs NON_COMPLIANT 08:00 | event | qrie-eval --from config-rules -a | qrie-diff -F state >transitions
	same "$(findings transitions)" ''
	result r AWS::S3::Bucket logs INSUFFICIENT_DATA 10:00 | event | qrie-eval --from config-rules -a | qrie-diff -F state >transitions
	same "$(findings transitions)" ''
	result r AWS::S3::Bucket logs COMPLIANT 11:00 | event | qrie-eval --from config-rules -a | qrie-diff -F state >transitions
	same "$(jq -r 'select(.Kind == "finding") | "\(.Policy) \(.State) \(.ResolvedReason)"' transitions)" 'r RESOLVED RESOURCE_COMPLIANT'
	result r AWS::S3::Bucket logs NON_COMPLIANT 12:00 | event | qrie-eval --from config-rules -a | qrie-diff -F state >/dev/null
	result r AWS::S3::Bucket logs NOT_APPLICABLE 13:00 | event | qrie-eval --from config-rules -a | qrie-diff -F state >transitions
	same "$(jq -r 'select(.Kind == "finding") | "\(.Policy) \(.State) \(.ResolvedReason)"' transitions)" 'r RESOLVED SCOPE_EXCLUDED'
	same "$(qrie-report -f json state | jq .Findings.Open)" 1
}

@test "an ARN is the id if that is one, else what the inventory has, else what the collector makes of the id" {
	config_inventory
	while read -r type id arn how; do
		case $how in
		page) result r "$type" "$id" NON_COMPLIANT | page >in ;;
		*) result r "$type" "$id" NON_COMPLIANT | aggregate >in ;;
		esac
		[[ $how == *alone* || $how == page ]] && from 0 in || from 0 -i inventory in
		same "$type $id: $(jq -r 'select(.Kind == "finding").ARN' out)" "$type $id: $arn"
	done <<-'E'
	AWS::SNS::Topic arn:aws:sns:eu-west-1:111122223333:alerts arn:aws:sns:eu-west-1:111122223333:alerts page
	AWS::IAM::User AIDA1 arn:aws:iam::111122223333:user/ops/anna inventory
	AWS::IAM::Policy ANPA1 arn:aws:iam::111122223333:policy/everything inventory
	AWS::RDS::DBInstance db-ABC arn:aws:rds:eu-west-1:111122223333:db:main inventory
	AWS::Lambda::Function hello arn:aws:lambda:eu-west-1:111122223333:function:hello inventory
	AWS::IoT::Thing lamp arn:aws:iot:eu-west-1:111122223333:thing/lamp inventory
	AWS::EC2::Instance i-0aaa arn:aws:ec2:eu-west-1:111122223333:instance/i-0aaa inventory
	AWS::EC2::Instance i-0bbb arn:aws:ec2:eu-west-1:111122223333:instance/i-0bbb alone
	AWS::DynamoDB::Table orders arn:aws:dynamodb:eu-west-1:111122223333:table/orders alone
	AWS::::Account 111122223333 arn:aws:iam::111122223333:root alone
	E
	result r AWS::S3::Bucket kept NON_COMPLIANT | aggregate 111122223333 cn-north-1 >in
	from 0 in
	same "$(jq -r 'select(.Kind == "finding") | "\(.ARN) \(.Region)"' out)" 'arn:aws-cn:s3:::kept cn-north-1'
	result r AWS::IAM::User AIDA1 NON_COMPLIANT | aggregate 111122223333 us-east-1 >in
	from 0 -i inventory in
	same "$(jq -r 'select(.Kind == "finding") | "\(.ARN) \(.Region)"' out)" "$user global"
}

@test "what ids.json says a type is called by is a member of its records, and Config's names of types are those of the maps" {
	config_inventory
	ids=$QRIE_TOP/share/config/ids.json
	jq -r --slurpfile ids "$ids" '($ids[0] | with_entries(.key as $k | .key = (.value.ResourceType // $k))) as $ids
		| .ResourceType as $type | ($ids[$type].Id? // empty) as $id | select(.Configuration != null and $id != "$Account")
		| "\(.Configuration | has($id)) \($type) \($id)"' inventory | sort -u >has
	[ "$(grep -c ^true has)" -ge 20 ]
	same "$(grep -v ^true has)" 'false AWS::DynamoDB::Table TableName'	# one that Config has not recorded
	jq -r 'keys[] as $k | .[$k].ResourceType // $k' "$ids" | while read -r type; do
		grep -qr "\"ResourceType\": \"$type\"" "$QRIE_TOP/share/collectors" || { echo "$type" >&2; false; }
	done
	for map in $(grep -l ConfigType "$QRIE_TOP"/share/config/*/*.jq); do
		type=$(grep -o '"ConfigType": "[^"]*"' "$map" | cut -d '"' -f 4)
		same "$(jq -r --arg t "$type" '.[$t].ResourceType' "$ids")" "$(grep -o '"ResourceType": "[^"]*"' "$map" | cut -d '"' -f 4)"
	done
}

@test "what cannot be resolved is named with its line, costs that result alone, and is no guess" {
	config_inventory
	{
		given AWS::IAM::Role twin-1 '{"RoleId": "AROA9"}'
		given AWS::IAM::Role twin-2 '{"RoleId": "AROA9"}'
		given AWS::Logs::LogGroup log-group:/aws/x '{}'
	} >>inventory
	{
		result r AWS::IAM::User AIDA9 NON_COMPLIANT
		result r AWS::IAM::User anna NON_COMPLIANT
		result r AWS::IAM::Role AROA9 NON_COMPLIANT
		result r AWS::Logs::LogGroup x NON_COMPLIANT
		result r AWS::S3::Bucket logs NON_COMPLIANT
		result r AWS::SNS::Topic arn:short NON_COMPLIANT
		result r AWS::IAM::User AIDA8 NOT_APPLICABLE
	} >in
	from 2 -i inventory in
	same "$(findings)" 'arn:aws:s3:::logs#r ACTIVE'
	same "$(sort <<<"$stderr")" 'qrie-eval: in:1: AWS::IAM::User AIDA9: not in the inventory
qrie-eval: in:2: AWS::IAM::User anna: not in the inventory
qrie-eval: in:3: AWS::IAM::Role AROA9: several resources of the inventory have this id
qrie-eval: in:4: AWS::Logs::LogGroup x: not in the inventory
qrie-eval: in:6: AWS::SNS::Topic arn:short: not in the inventory'
	from 2 --fail-on LOW -i inventory in
	result r AWS::S3::Bucket logs NON_COMPLIANT | page >in
	from 2 in
	same "$stderr" 'qrie-eval: in:1: AWS::S3::Bucket logs: its ARN is not known without an inventory (-i)'
	same "$(findings)" ''
	result r AWS::S3::Bucket logs NON_COMPLIANT | aggregate 444455556666 >in	# somebody else's
	from 0 in
	from 2 -i nowhere in
	[[ $stderr == *nowhere* ]]
}

@test "what a collector makes of an id is no ARN if it needs more than the id, or fails" {
	mkdir -p share/collectors/s3
	cp -R "$QRIE_TOP/share/config" share/config
	result r AWS::S3::Bucket logs NON_COMPLIANT | aggregate >in
	while read -r arn; do
		sed "s|^def arn(.at).*|def arn(\$at): ${arn//\\/\\\\};|" "$QRIE_TOP/share/collectors/s3/bucket.jq" >share/collectors/s3/bucket.jq
		QRIE_SHARE=$PWD/share from 2 in
		same "$arn $stderr" "$arn qrie-eval: in:1: AWS::S3::Bucket logs: its ARN is not known without an inventory (-i)"
		same "$(findings)" ''
	done <<-'E'
	"arn:aws:s3:::\(.Owner)/\(.Name)"
	"arn:aws:s3::\(.Owner):\(.Name)"
	"arn:aws:s3:::\(.Name)/\(.Owner)"
	"arn:aws:s3:::x\(.Name)"
	"s3:\(.Name)"
	.Arn
	error("no")
	E
	sed -i 's|^def arn(.at).*|def arn($at): "arn:aws:s3:::of/\\(.Name)";|' share/collectors/s3/bucket.jq
	QRIE_SHARE=$PWD/share from 0 in
	same "$(findings)" 'arn:aws:s3:::of/logs#r ACTIVE'
	sed -i 's|^def arn(.at).*|def arn($at): of($at);|' share/collectors/s3/bucket.jq
	QRIE_SHARE=$PWD/share from 3 in
	[[ $stderr == *bucket.jq* && $(wc -l <<<"$stderr") -eq 1 ]]
}

@test "two accounts' resources of one id are told apart by account and region" {
	{
		given AWS::Logs::LogGroup log-group:x '{}'
		given AWS::Logs::LogGroup log-group:x '{}' '{}' us-east-1
		given AWS::Logs::LogGroup log-group:x '{}' | sed 's/111122223333/444455556666/g'
	} >inventory
	result r AWS::Logs::LogGroup x NON_COMPLIANT >one
	aggregate 444455556666 eu-west-1 <one >in
	from 0 -i inventory in
	same "$(findings)" 'arn:aws:x:eu-west-1:444455556666:log-group:x#r ACTIVE'
	aggregate 111122223333 us-east-1 <one >in
	from 0 -i inventory in
	same "$(findings)" 'arn:aws:x:us-east-1:111122223333:log-group:x#r ACTIVE'
	aggregate 111122223333 us-west-2 <one >in
	from 2 -i inventory in
	same "$(findings)" ''
	from 2 -i inventory one
	same "$(findings)" ''
}

@test "what is no result is named and costs itself, and no input is not clean" {
	result r AWS::S3::Bucket logs NON_COMPLIANT >one
	while IFS='|' read -r change reason; do
		{ jq -c "$change" one; aggregate <one; } >in
		from 2 in
		same "$change: $stderr" "$change: qrie-eval: in:1: $reason"
		same "$(findings)" 'arn:aws:s3:::logs#r ACTIVE'
	done <<-'E'
	{}|no result of a rule of AWS Config
	{EvaluationResults: null}|no result of a rule of AWS Config
	{ConfigRules: [.]}|no result of a rule of AWS Config
	{detail: {configurationItem: {}}}|no result of a rule of AWS Config
	{detail: {newEvaluationResult: null}}|an event without a new result
	{Message: "hello"}|a message that is no JSON
	del(.ComplianceType)|a result without ComplianceType
	del(.ResultRecordedTime)|a result without ResultRecordedTime
	.ResultRecordedTime = "yesterday"|a result without ResultRecordedTime
	.EvaluationResultIdentifier = {}|a result without ConfigRuleName, ResourceType or ResourceId
	.EvaluationResultIdentifier.EvaluationResultQualifier.ResourceId = ""|a result without ConfigRuleName, ResourceType or ResourceId
	.EvaluationResultIdentifier.EvaluationResultQualifier.EvaluationMode = "PROACTIVE"|a proactive result: its resource is not there yet
	E
	{ echo oops; aggregate <one; } >in
	from 2 in
	same "$(findings)" 'arn:aws:s3:::logs#r ACTIVE'
	aggregate < <(jq -c 'del(.EvaluationResultIdentifier.OrderingTimestamp, .ConfigRuleInvokedTime)' one) >in
	from 0 in
	same "$(jq -r 'select(.Kind == "finding").DescribeTime' out)" 2026-01-30T09:00:05Z
	for text in '' $'\n \n'; do
		printf %s "$text" >in
		from 2 in
		[[ $stderr == *"no result" ]]
	done
	for text in '{"EvaluationResults": []}' '[]' '{"AggregateEvaluationResults": [], "NextToken": "t"}'; do
		echo "$text" >in
		from 0 in
		same "$(cat out)$stderr" ''
	done
}

@test "waivers and baselines hold for them as for our own" {
	{ result a AWS::S3::Bucket logs NON_COMPLIANT; result b AWS::S3::Bucket logs INSUFFICIENT_DATA; } | aggregate >in
	echo '{"Policy":"a","ARN":"arn:aws:s3:::logs","Reason":"r","Owner":"o","Expires":"2026-06-30"}' >w
	from 0 in
	grep '"Policy":"b"' out >base
	from 0 --fail-on LOW,UNKNOWN -w w --new-only base in
	same "$(jq -c 'select(.Kind == "finding") | [.Waiver.Owner, .Baseline]' out | tr '\n' ' ')" '["o",null] [null,true] '
	from 1 --fail-on LOW,UNKNOWN in
}

@test "a reader that goes away is no error, and -i goes with nothing else" {
	for i in $(seq 300); do result r AWS::S3::Bucket "logs-$i" NON_COMPLIANT; done | aggregate >in
	qrie-eval --from config-rules -a in 2>said | head -n 1 >first
	same "${PIPESTATUS[0]}$(cat said)" 0
	grep -q '"Kind":"finding"' first
	for i in opa x; do run -3 --separate-stderr qrie-eval --from "$i" -i in in; done
	run -3 --separate-stderr qrie-eval -i in in
	[[ $stderr == usage:* ]]
}
