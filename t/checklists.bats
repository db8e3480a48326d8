# The checklists of the documents as benchmarks: -p @tagging, @security-baseline, @web-application.
load helper
load emulator

teardown_file() {
	emulators_stop
}

resource() {	# type name region tags configuration
	given "$1" "$2" "$5" "$4" "$3"
}

# Of the findings by a benchmark those of these policies, as "POLICY NAME".
found() {	# benchmark policy,...
	violations "$1" | cut -d ' ' -f 1,2 | grep -xE "($(tr , '|' <<<"$2")) .*" | sort
}

all='{"Environment":"prod","Owner":"a","CostCenter":"42","CreatedAt":"2026-01-01","Project":"p","ComplianceStatus":"compliant"}'

@test "POL-17: by the approved regions a resource elsewhere is found, and a global one is not" {
	{
		resource AWS::SQS::Queue far ap-southeast-2 "$all" '{}'
		resource AWS::SQS::Queue near us-east-1 "$all" '{}'
		resource AWS::IAM::User ana global "$all" '{}'
	} >in
	same "$(found @tagging ResourceRegionNotApproved)" "ResourceRegionNotApproved far"
}

@test "TAG-03, CST-02: one finding names both keys that a resource lacks, and one that nobody pays for it" {
	resource AWS::EC2::Volume v eu-west-1 "$(jq -c 'del(.Owner, .CostCenter)' <<<"$all")" '{"Attachments":[{}]}' >in
	same "$(found @tagging RequiredTagsMissing,CostUnallocated)" $'CostUnallocated v\nRequiredTagsMissing v'
	same "$(jq -c 'select(.Policy == "RequiredTagsMissing" and .Kind == "finding").Evidence.Missing' all)" '["Owner","CostCenter"]'
}

@test "POL-18: a critical resource without a destination for its logs is found" {
	{
		resource AWS::CloudTrail::Trail silent eu-west-1 "$all" '{}'
		resource AWS::CloudTrail::Trail heard eu-west-1 "$all" '{"CloudWatchLogsLogGroupArn":"arn:aws:logs:eu-west-1:111122223333:log-group:t"}'
	} >in
	same "$(found @tagging CriticalResourceUnlogged)" "CriticalResourceUnlogged silent"
}

@test "POL-32, LNT-26: a failed stack, one without outputs and one of production without protection are found" {
	stack=AWS::CloudFormation::Stack
	good='"StackStatus":"CREATE_COMPLETE","Outputs":[{"OutputKey":"VpcId","OutputValue":"vpc-1"}]'
	{
		resource $stack failed eu-west-1 "$all" '{"StackStatus":"ROLLBACK_COMPLETE","EnableTerminationProtection":true,"Outputs":[{"OutputKey":"a"}]}'
		resource $stack mute eu-west-1 "$all" '{"StackStatus":"CREATE_COMPLETE","EnableTerminationProtection":true}'
		resource $stack open eu-west-1 "$all" "{$good,\"EnableTerminationProtection\":false}"
		resource $stack test eu-west-1 '{"Environment":"test"}' "{$good,\"EnableTerminationProtection\":true}"
		resource $stack fine eu-west-1 "$all" "{$good,\"EnableTerminationProtection\":true}"
	} >in
	same "$(found @security-baseline CloudFormationStackFailed,CloudFormationStackOutputMissing,CloudFormationStackUnprotected,CloudFormationStackProtectedInTest)" \
		'CloudFormationStackFailed failed
CloudFormationStackOutputMissing mute
CloudFormationStackProtectedInTest test
CloudFormationStackUnprotected open'
}

@test "POL-33: a recorder of AWS Config that is stopped is found, and one that records is not" {
	{
		resource AWS::Config::ConfigurationRecorder stopped eu-west-1 '{}' '{"Status":[{"recording":false}]}'
		resource AWS::Config::ConfigurationRecorder started eu-west-1 '{}' '{"Status":[{"recording":true,"lastStatus":"SUCCESS"}]}'
	} >in
	same "$(found @security-baseline ConfigRecorderStopped)" "ConfigRecorderStopped stopped"
}

@test "LNT-17, LNT-18, LNT-24: log groups and topics without a key, and another policy on AWS Config's role, are found" {
	trust='"AssumeRolePolicyDocument":{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Service":"config.amazonaws.com"},"Action":"sts:AssumeRole"}]}'
	{
		resource AWS::Logs::LogGroup plain eu-west-1 "$all" '{"retentionInDays":365}'
		resource AWS::Logs::LogGroup keyed eu-west-1 "$all" '{"kmsKeyId":"arn:aws:kms:eu-west-1:111122223333:key/a"}'
		resource AWS::SNS::Topic open eu-west-1 "$all" '{"Attributes":{}}'
		resource AWS::SNS::Topic closed eu-west-1 "$all" '{"Attributes":{"KmsMasterKeyId":"alias/shop"}}'
		resource AWS::IAM::Role old global "$all" "{$trust,\"AttachedPolicies\":[{\"PolicyArn\":\"arn:aws:iam::aws:policy/service-role/AWSConfigRole\"}]}"
		resource AWS::IAM::Role new global "$all" "{$trust,\"AttachedPolicies\":[{\"PolicyArn\":\"arn:aws:iam::aws:policy/service-role/AWS_ConfigRole\"}]}"
	} >in
	same "$(found @security-baseline LogGroupUnencrypted,SNSTopicUnencrypted,ConfigRolePolicyOther)" \
		$'ConfigRolePolicyOther old\nLogGroupUnencrypted plain\nSNSTopicUnencrypted open'
}

@test "LNT-30, LNT-31: a placeholder's certificate and alert address are found, and a subscription that waits is noted" {
	{
		resource AWS::CertificateManager::Certificate placeholder eu-west-1 "$all" '{"DomainName":"www.example.com"}'
		resource AWS::CertificateManager::Certificate own eu-west-1 "$all" '{"DomainName":"www.shop.io"}'
		resource AWS::SNS::Subscription nobody eu-west-1 '{}' '{"SubscriptionArn":"arn:aws:sns:eu-west-1:111122223333:t:1","Protocol":"email","Endpoint":"security@example.com"}'
		resource AWS::SNS::Subscription waits eu-west-1 '{}' '{"SubscriptionArn":"PendingConfirmation","Protocol":"email","Endpoint":"security@shop.io"}'
	} >in
	same "$(found @web-application ACMCertificateDomainPlaceholder,SNSSubscriptionEndpointPlaceholder,SNSSubscriptionUnconfirmed)" \
		'ACMCertificateDomainPlaceholder placeholder
SNSSubscriptionEndpointPlaceholder nobody
SNSSubscriptionUnconfirmed waits'
}

@test "LNT-36, LNT-37, CST-08: what could be cached, scaled and watched better is noted, and not judged without being asked" {
	{
		resource AWS::CloudFront::Distribution slow global "$all" '{"DefaultCacheBehavior":{"ViewerProtocolPolicy":"https-only"}}'
		resource AWS::AutoScaling::AutoScalingGroup fixed eu-west-1 "$all" '{"AvailabilityZones":["a","b"],"ScalingPolicies":[]}'
		resource AWS::Budgets::Budget silent global "$all" '{"Notifications":[]}'
	} >in
	same "$(found @web-application CloudFrontDistributionCachePolicyMissing,AutoScalingGroupScalingAlarmMissing,BudgetAlertMissing)" \
		'AutoScalingGroupScalingAlarmMissing fixed
BudgetAlertMissing silent
CloudFrontDistributionCachePolicyMissing slow'
	qrie-eval in >all || [ $? -eq 2 ]
	jq -se 'any(.[]; .Kind == "evaluation" and .Policy == "BudgetAlertMissing")' all >/dev/null
	same "$(jq -r 'select(.Kind == "evaluation").Policy' all | grep -cE '^(CloudFrontDistributionCachePolicyMissing|AutoScalingGroupScalingAlarmMissing)$')" 0
}

@test "POL-16: a role that may do everything with everything is found, one with named actions and ARNs is not" {
	role() {	# name action resource
		resource AWS::IAM::Role "$1" global "$all" '{"Policies":[{"PolicyName":"p","PolicyDocument":{"Version":"2012-10-17",
			"Statement":[{"Effect":"Allow","Action":"'"$2"'","Resource":"'"$3"'"}]}}],"AttachedPolicies":[]}' | tr -d '\n\t'
		echo
	}
	{
		role everything '*' '*'
		role enough s3:GetObject 'arn:aws:s3:::shop-orders/*'
	} >in
	same "$(found @tagging IAMInlinePolicyOverlyPermissive,IAMInlinePolicyServiceWildcard,IAMInlinePolicyPrivilegeEscalation)" \
		'IAMInlinePolicyOverlyPermissive everything'
}

@test "POL-31: on an emulator databases and clusters without encryption are found, those with it are not" {
	[ -x "$QRIE_VENV/bin/moto_server" ] || skip "no emulator in $QRIE_VENV"
	moto_start
	QRIE_SHARE=$QRIE_TOP/share emulator_client "$MOTO_URL"
	"$QRIE_VENV/bin/python" - <<-'E'
	import boto3
	rds = boto3.client("rds")
	login = dict(MasterUsername="admin", MasterUserPassword="not-a-secret-1")
	for name, encrypted in ("closed", True), ("open", False):
	    rds.create_db_instance(DBInstanceIdentifier=name, Engine="mysql", DBInstanceClass="db.t3.micro", AllocatedStorage=20,
	        StorageEncrypted=encrypted, **login)
	    rds.create_db_cluster(DBClusterIdentifier="cluster-" + name, Engine="aurora-mysql", StorageEncrypted=encrypted, **login)
	E
	qrie-collect -t AWS::RDS::DBInstance,AWS::RDS::DBCluster >in 2>err || [ $? -eq 2 ]	# moto has no AWS Backup
	same "$(jq -r 'select(.Kind == "resource").ARN' in | wc -l)" 4
	same "$(found @security-baseline RDSInstanceUnencrypted,RDSClusterUnencrypted)" \
		$'RDSClusterUnencrypted cluster-open\nRDSInstanceUnencrypted open'
}

@test "TFM-15: the packs vault, iam, scp and kms have cases of their own, which hold when each runs alone" {
	for pack in vault iam scp kms; do
		run -0 --separate-stderr qrie-eval --test -p "@$pack"
		[[ $output =~ ^[1-9][0-9]*\ policies,\ [1-9][0-9]*\ cases,\ 0\ failed$ ]]
	done
}
