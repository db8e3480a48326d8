# Plan lint: what of a plan fails when it is applied, or must not come into an account (share/benchmarks/deploy.json).
# The plans are recorded; where Terraform is, the last test makes the one of t/data/terraform/lint anew, and compares.
load helper

data=$QRIE_TOP/t/data/terraform

# found PLAN POLICY: "STATE message" of what a policy says.
found() {
	qrie-collect --from terraform-plan --account 111122223333 ${3+--live "$3"} "$1" | qrie-eval -p "$2" |
	    jq -r 'select(.Kind == "finding") | "\(.Address) \(.State) \(.Message)"'
}

@test "LNT-01: a comma that a provider's default tags bring to a key is an error, with what to write instead" {
	run -0 --separate-stderr found "$data/wide.json" KMSKeyTagRefused
	same "$output" "aws_kms_key.main ACTIVE Framework: SOC2,PCI-DSS, better SOC2-PCI-DSS"
}

@test "LNT-04: a value that Aurora MySQL refuses is an error that names the allowed ones; MySQL may have it" {
	run -0 --separate-stderr found "$data/wide.json" RDSClusterParameterValueRefused
	same "$output" "aws_rds_cluster_parameter_group.main ACTIVE require_secure_transport is 1, allowed values are: ON,OFF"
}

@test "LNT-03, LNT-06: what an account has already cannot be made; without an inventory that is unknown" {
	printf '%s\n' '{"Kind":"resource","ARN":"arn:aws:iam::111122223333:role/config-prod-1","ResourceType":"AWS::IAM::Role","AccountId":"111122223333","Region":"global"}' \
	    '{"Kind":"resource","ARN":"arn:aws:config:us-east-1:111122223333:a","ResourceType":"AWS::Config::ConfigurationRecorder","AccountId":"111122223333","Region":"us-east-1"}' >inventory
	run -0 --separate-stderr found "$data/wide.json" IAMRoleNameTaken,ConfigRecorderAlreadyThere inventory
	same "$(sort <<<"$output")" "aws_config_configuration_recorder.main ACTIVE the account and region have a recorder, and may have one
aws_iam_role.config ACTIVE there is already arn:aws:iam::111122223333:role/config-prod-1"
	run -0 --separate-stderr found "$data/wide.json" IAMRoleNameTaken
	same "$output" "aws_iam_role.config UNKNOWN could not read .Live: NoInventory"
}

# region NAME ZONES VERSIONS: an inventory of what a region has, as qrie-collect tells it.
region() {
	jq -nc --arg region "$1" --argjson zones "$2" --argjson versions "$3" '{Kind: "resource",
	    ARN: "arn:aws:ec2:\($region):111122223333:region/\($region)", ResourceType: "AWS::::Region",
	    AccountId: "111122223333", Region: $region, Configuration: {AuroraMySQLServerlessV2: $versions,
	      AvailabilityZones: ($zones | map({ZoneName: ($region + .), State: "available"}))}}'
}

@test "LNT-02, LNT-05: a key without the statement for its log group or for who feeds its topic is named with the principal" {
	run -0 --separate-stderr found "$data/lint.json" KMSKeyLogGroupsNotAllowed,KMSKeyServicesNotAllowed
	same "$(sort <<<"$output")" "aws_kms_key.bad ACTIVE events.amazonaws.com has no kms:Decrypt, kms:GenerateDataKey for bad-dev-7
aws_kms_key.bad ACTIVE logs.us-east-1.amazonaws.com has no kms:Decrypt, kms:DescribeKey, kms:Encrypt, kms:GenerateDataKey, kms:ReEncryptFrom, kms:ReEncryptTo for /bad/dev-7"
	# a trail, and a policy that is known after apply only
	run -0 --separate-stderr found "$data/wide.json" KMSKeyServicesNotAllowed
	[[ $output == "aws_kms_key.main ACTIVE cloudtrail.amazonaws.com has no kms:DescribeKey, kms:GenerateDataKey for main-prod-1; events"* ]]
	jq -c '(.resource_changes[] | select(.address == "aws_kms_key.bad") | .change) |= (del(.after.policy) | .after_unknown.policy = true)' \
	    "$data/lint.json" >in
	run -0 --separate-stderr found in KMSKeyLogGroupsNotAllowed
	same "$output" "aws_kms_key.bad UNKNOWN could not read .Configuration.Policy: KnownAfterApply"
}

@test "LNT-07: an alias that is there already is refused and named, one that is free is not" {
	alias='{"Kind":"resource","ARN":"arn:aws:kms:us-east-1:111122223333:alias/main-prod-1","ResourceType":"AWS::KMS::Alias","AccountId":"111122223333","Region":"us-east-1"}'
	echo "$alias" >inventory
	run -0 --separate-stderr found "$data/wide.json" KMSAliasNameTaken inventory
	same "$output" "aws_kms_alias.main ACTIVE there is already arn:aws:kms:us-east-1:111122223333:alias/main-prod-1"
	echo "${alias//main-prod-1/other}" >inventory
	jq -nc '{Kind: "coverage", AccountId: "111122223333", Region: "us-east-1", ResourceType: "AWS::KMS::Alias", Status: "complete",
	    Resources: 1, StartedAt: "2026-11-22T20:58:00Z", EndedAt: "2026-11-22T20:59:00Z"}' >>inventory
	run -0 --separate-stderr found "$data/wide.json" KMSAliasNameTaken inventory
	same "$output" ""
}

@test "LNT-08: a bucket must have the account's id and the suffix in its name, and a name that nobody has" {
	run -0 --separate-stderr found "$data/lint.json" S3BucketNameWithoutAccountId,ResourceNameWithoutSuffix
	same "$(grep s3_bucket <<<"$output" | sort)" "aws_s3_bucket.bad ACTIVE the name bad-dev-7 is not 111122223333's alone
module.plain.aws_s3_bucket.kind ACTIVE kind is made of no suffix
module.plain.aws_s3_bucket.kind ACTIVE the name kind is not 111122223333's alone"
	echo '{"Kind":"resource","ARN":"arn:aws:s3:::bad-dev-7","ResourceType":"AWS::S3::Bucket","AccountId":"111122223333","Region":"eu-west-1"}' >inventory
	run -0 --separate-stderr found "$data/lint.json" S3BucketNameTaken inventory
	[[ $output == *"aws_s3_bucket.bad ACTIVE there is already arn:aws:s3:::bad-dev-7"* ]]
}

@test "LNT-09, LNT-10: zones and an engine that the region does not have are found, Medium and High, and others not" {
	region us-east-1 '["a","b"]' '[]' >inventory
	run -0 --separate-stderr found "$data/lint.json" VPCZonesNotInRegion,RDSClusterServerlessNotInRegion inventory
	same "$(sort <<<"$output")" "aws_rds_cluster.bad ACTIVE us-east-1 has no Serverless v2 for aurora-mysql
aws_vpc.main ACTIVE 3 zones asked for, us-east-1 has 2: not us-east-1c"
	qrie-collect --from terraform-plan --account 111122223333 --live inventory "$data/lint.json" >in
	run -0 jq -r 'select(.Kind == "finding") | .SeverityLabel' <(qrie-eval -p VPCZonesNotInRegion,RDSClusterServerlessNotInRegion in)
	same "$(sort <<<"$output")" $'HIGH\nMEDIUM'
	region us-east-1 '["a","b","c"]' '["8.0.mysql_aurora.3.08.0"]' >inventory
	run -0 --separate-stderr found "$data/lint.json" VPCZonesNotInRegion,RDSClusterServerlessNotInRegion inventory
	same "$output" ""
	run -0 --separate-stderr found "$data/lint.json" VPCZonesNotInRegion,RDSClusterServerlessNotInRegion
	same "$(sort <<<"$output")" "aws_rds_cluster.bad UNKNOWN could not read .Live: NoInventory
aws_vpc.main UNKNOWN could not read .Live: NoInventory
module.named.aws_vpc.kind UNKNOWN could not read .Live: NoInventory
module.plain.aws_vpc.kind UNKNOWN could not read .Live: NoInventory"
}

@test "LNT-11: a recorder that does not await its role's policies, and a database that names its network by a text, are found" {
	run -0 --separate-stderr found "$data/lint.json" ConfigRecorderPermissionsNotAwaited,ResourceDependencyUnwritten
	same "$(sort <<<"$output")" "aws_config_configuration_recorder.bad ACTIVE depends_on lacks aws_iam_role_policy_attachment.config
aws_rds_cluster.bad ACTIVE aws_rds_cluster.bad: db_subnet_group_name does not wait for aws_db_subnet_group.main"
	# depends_on, and a group that is there already, are as good as a reference
	jq -c '(.configuration.root_module.resources[] | select(.address == "aws_rds_cluster.bad")).depends_on = ["aws_db_subnet_group.main"]' "$data/lint.json" >in
	run -0 --separate-stderr found in ResourceDependencyUnwritten
	same "$output" ""
	jq -c '(.resource_changes[] | select(.address == "aws_db_subnet_group.main") | .change) |= (.actions = ["no-op"] | .before = .after)' "$data/lint.json" >in
	run -0 --separate-stderr found in ResourceDependencyUnwritten
	same "$output" ""
}

@test "LNT-12: a bucket that does not let in the access logs sent to it is found" {
	run -0 --separate-stderr found "$data/lint.json" S3BucketLogDeliveryNotAllowed
	same "$output" "aws_s3_bucket.bad ACTIVE logging.s3.amazonaws.com may not write what aws_s3_bucket_logging.bad sends here"
}

# suffixed N: the report's status and word on 24 named resources of which the first N have the suffix.
suffixed() {
	jq -c --argjson n "$1" '(.resource_changes[] | select((.address | startswith("aws_sns_topic.many")) and .index < $n) | .change.after.name)
	    |= (rtrimstr("-dev-7") + "-dev-7")' "$data/lint.json" >in
	qrie-collect --from terraform-plan in | jq -c 'select(.Address | startswith("aws_sns_topic.many"))' >records
	qrie-eval -p ResourceNameWithoutSuffix records | qrie-report --fail-under ResourceNameWithoutSuffix=80 2>&1 >report
}

@test "LNT-13: 19 of 24 names with the suffix are 79.2% and too few, 20 are 83.3% and enough" {
	run -1 suffixed 19
	same "$output" "qrie-report: ResourceNameWithoutSuffix: 79.2% of 24 resources pass, under 80%"
	run -0 suffixed 20
	same "$output" "qrie-report: ResourceNameWithoutSuffix: 83.3% of 24 resources pass, at least 80%"
	# a name that is made of a local value is not known to have it, and does not pass
	jq -c '(.configuration.root_module.resources[] | select(.address == "aws_sns_topic.many") | .expressions.name) = {references: ["local.names"]}' in >unknown
	qrie-collect --from terraform-plan unknown | jq -c 'select(.Address | startswith("aws_sns_topic.many"))' | qrie-eval -p ResourceNameWithoutSuffix >judged || same "$?" 2
	run -1 --separate-stderr qrie-report -f json --fail-under ResourceNameWithoutSuffix=0.1 judged
	same "$stderr" "qrie-report: ResourceNameWithoutSuffix: 0.0% of 24 resources pass, under 0.1%"
}

@test "LNT-14: of one of each kind without the suffix all are found, and with it none" {
	run -0 --separate-stderr found "$data/lint.json" ResourceNameWithoutSuffix
	same "$(sed -n 's/^module\.plain\.\([^ ]*\)\.kind.* ACTIVE .*/\1/p' <<<"$output" | sort -u | paste -sd' ' -)" \
	    'aws_autoscaling_group aws_cloudtrail aws_cloudwatch_log_group aws_db_instance aws_flow_log aws_kms_alias aws_kms_key aws_launch_template aws_lb aws_s3_bucket aws_secretsmanager_secret aws_security_group aws_sns_topic aws_vpc aws_wafv2_web_acl'
	same "$(grep -c 'plain.aws_security_group.*\["\(alb\|ec2\|rds\)"\]' <<<"$output")" 3
	same "$(grep -c 'module\.named' <<<"$output")" 0
	same "$(grep -c UNKNOWN <<<"$output")" 0
	# a name whose end comes from elsewhere is not known to have one, until it is said which
	jq -c '(.configuration.root_module.resources[] | select(.address == "aws_sqs_queue.good") | .expressions.name) = {references: ["local.suffix"]}' "$data/lint.json" >in
	run -0 --separate-stderr found in ResourceNameWithoutSuffix
	[[ $output == *"aws_sqs_queue.good UNKNOWN"* ]]
	echo '{"ResourceNameWithoutSuffix": {"Suffix": "dev-7"}}' >parameters
	qrie-collect --from terraform-plan --account 111122223333 in | qrie-eval -p ResourceNameWithoutSuffix --parameters parameters >out
	same "$(jq -r 'select(.Kind == "finding" and (.Address | startswith("aws_sqs_queue"))) | .Address' out)" aws_sqs_queue.bad
}

@test "LNT-15: an account id and an environment that are written out are found, references are not" {
	run -0 --separate-stderr found "$data/lint.json" ResourceAccountIdHardcoded,ResourceEnvironmentHardcoded
	same "$(sort <<<"$output")" "aws_db_subnet_group.main ACTIVE name is written out as main-dev
aws_sqs_queue.bad ACTIVE kms_master_key_id has 111122223333
aws_sqs_queue.bad ACTIVE name is written out as jobs-prod"
}

@test "LNT-16, LNT-17, LNT-18, LNT-19: buckets, log groups and topics without a key, and networks whose flows go to one place, are found" {
	run -0 --separate-stderr found "$data/lint.json" S3BucketWithoutKms,LogGroupUnencrypted,SNSTopicUnencrypted,VPCFlowLogsNotToBoth
	for bad in aws_s3_bucket.bad module.plain.aws_cloudwatch_log_group.kind module.plain.aws_sns_topic.kind module.plain.aws_vpc.kind; do
		grep -q "^$bad ACTIVE" <<<"$output"
	done
	for good in aws_cloudwatch_log_group.good aws_sns_topic.good; do
		[[ $output != *"$good ACTIVE"* ]]
	done
}

@test "LNT-20: a group that writes no egress is found, one that writes it and a default group are not" {
	run -0 --separate-stderr found "$data/lint.json" EC2SecurityGroupWithoutEgress
	same "$(grep -v ^module <<<"$output")" "aws_security_group.bad ACTIVE no egress rule is written"
	run -0 --separate-stderr found "$data/wide.json" EC2SecurityGroupWithoutEgress
	same "$output" ""
}

@test "LNT-21, LNT-22, LNT-24: a role that denies nothing, one of long sessions, and AWS Config by another policy are found" {
	run -0 --separate-stderr found "$data/lint.json" IAMRoleWithoutDeny,IAMRoleLongSessions,ConfigRolePolicyOther
	same "$output" "aws_iam_role.config ACTIVE no statement of its inline policies denies anything"
	jq -c '(.resource_changes[] | select(.address == "aws_iam_role.config") | .change.after.max_session_duration) = 43200
	    | (.resource_changes[] | select(.address == "aws_iam_role_policy_attachment.config") | .change.after.policy_arn)
	      |= sub("service-role/AWS_ConfigRole"; "ReadOnlyAccess")' "$data/lint.json" >in
	run -0 --separate-stderr found in IAMRoleLongSessions,ConfigRolePolicyOther
	same "${#lines[@]}" 2
	[[ $output != *UNKNOWN* ]]
}

@test "LNT-23: a group that allows TLS 1.1 is found, and one from 1.2 on is not" {
	run -0 --separate-stderr found "$data/wide.json" RDSClusterParameterGroupOldTLSAllowed
	same "$output" ""
	sed 's/TLSv1.2,TLSv1.3/TLSv1.1,TLSv1.2/g' "$data/wide.json" >in
	run -0 --separate-stderr found in RDSClusterParameterGroupOldTLSAllowed
	[[ $output == "aws_rds_cluster_parameter_group.main ACTIVE "* ]]
}

@test "LNT-25, LNT-28: protection that is off in production and on in a test, and backups of one day, are found" {
	all=RDSDeletionProtectionWrongForEnvironment,ELBDeletionProtectionWrongForEnvironment,RDSProductionBackupRetentionShort
	# whose logs go where is known after apply only, and stands beside what is judged
	jq -c '(.resource_changes[] | select(.address == "aws_lb.web") | .change) |= (.after.access_logs[0].bucket = "logs-prod-1" | del(.after_unknown.access_logs))
	    | (.resource_changes[].change.after | objects | .backup_retention_period | values) |= 30' "$data/wide.json" >fine
	wrong() {
		found "$1" $all | grep -v ^aws_rds_cluster_instance | cut -d' ' -f1,2 | sort | uniq -c | tr -s ' ' | paste -sd';' -
	}
	same "$(wrong fine)" ""
	jq -c '(.resource_changes[].change.after | objects | .deletion_protection, .enable_deletion_protection | values) |= false
	    | (.resource_changes[].change.after | objects | .backup_retention_period | values) |= 1' fine >in
	same "$(wrong in)" ' 1 aws_lb.web ACTIVE; 2 aws_rds_cluster.main ACTIVE'
	jq -c '(.resource_changes[].change.after | objects | .tags_all | objects | .Environment) = "test"' fine >in
	same "$(wrong in)" ' 1 aws_lb.web ACTIVE; 1 aws_rds_cluster.main ACTIVE'
	# the switch: a variable whose default is true
	run -0 jq -c 'select(.Address == "aws_lb.web") | .Written.Variables[0] | [.Variable, .Default]' <(qrie-collect --from terraform-plan "$data/wide.json")
	same "$output" '["protect",true]'
}

@test "LNT-29: a condition on MFA is tried with it and without, and a listed action that is denied is an error" {
	run -0 --separate-stderr found "$data/lint.json" IAMPolicyBlockedWithoutMfa
	same "$output" "aws_iam_policy.bad ACTIVE sts:GetSessionToken: not allowed with MFA, denied without"
	qrie-collect --from terraform-plan "$data/lint.json" | qrie-eval -p IAMPolicyBlockedWithoutMfa >out
	run -0 jq -c 'select(.Kind == "finding") | .Evidence.Simulated | [length, .[0]]' out
	same "$output" '[7,{"Action":"iam:CreateVirtualMFADevice","WithMfa":"not allowed","WithoutMfa":"not allowed"}]'
	echo '{"IAMPolicyBlockedWithoutMfa": {"Actions": ["s3:GetObject"]}}' >parameters
	qrie-collect --from terraform-plan "$data/lint.json" | qrie-eval -p IAMPolicyBlockedWithoutMfa --parameters parameters >out
	same "$(jq -r 'select(.Kind == "finding") | .Address' out | sort | paste -sd' ' -)" 'aws_iam_policy.bad aws_iam_policy.good'
}

@test "LNT-30, LNT-31: a placeholder as a certificate's domain or an alert's address is found; another is not" {
	run -0 --separate-stderr found "$data/wide.json" ACMCertificateDomainPlaceholder,SNSSubscriptionEndpointPlaceholder
	same "$(cut -d' ' -f1,2 <<<"$output" | sort)" $'aws_acm_certificate.web ACTIVE\naws_sns_topic_subscription.mail ACTIVE'
	sed 's/example\.com/shop.io/g' "$data/wide.json" >in
	run -0 --separate-stderr found in ACMCertificateDomainPlaceholder,SNSSubscriptionEndpointPlaceholder
	same "$output" ""
}

@test "LNT-33, LNT-34, LNT-36, LNT-37: rotation, endpoints, caching and alarms that lack in a plan are found, and those that are there not" {
	all=SecretsManagerRotationDisabled,VPCEndpointsMissing,CloudFrontDistributionCachePolicyMissing,AutoScalingGroupScalingAlarmMissing
	run -0 --separate-stderr found "$data/wide.json" $all
	[[ $output == *"aws_secretsmanager_secret.plain ACTIVE"* ]]
	for good in aws_secretsmanager_secret.database aws_cloudfront_distribution.web aws_vpc.main; do
		[[ $output != *"$good ACTIVE"* ]]
	done
	run -0 --separate-stderr found "$data/lint.json" $all
	for bad in module.plain.aws_secretsmanager_secret.kind module.plain.aws_vpc.kind module.plain.aws_autoscaling_group.kind; do
		grep -q "^$bad ACTIVE" <<<"$output"
	done
	jq -c '(.resource_changes[] | select(.type == "aws_cloudfront_distribution") | .change.after.default_cache_behavior[0].cache_policy_id) = ""' "$data/wide.json" >in
	run -0 --separate-stderr found in CloudFrontDistributionCachePolicyMissing
	[[ $output == "aws_cloudfront_distribution.web ACTIVE "* ]]
}

@test "LNT-35: a plan of an application without its parameter in Parameter Store is noted, one with it is not" {
	run -0 --separate-stderr found "$data/lint.json" AutoScalingGroupConfigParameterMissing
	same "$(sort <<<"$output")" "module.named.aws_autoscaling_group.kind ACTIVE no parameter /app/*/config is in the plan
module.plain.aws_autoscaling_group.kind ACTIVE no parameter /app/*/config is in the plan"
	run -0 --separate-stderr found "$data/wide.json" AutoScalingGroupConfigParameterMissing
	same "$output" ""
}

@test "LNT-41: the same plan for three regions is judged by what each of them has; what names one region is found in all" {
	{
		region us-east-1 '["a","b","c"]' '["8.0.mysql_aurora.3.08.0"]'
		region us-west-2 '["a","b"]' '["8.0.mysql_aurora.3.08.0"]'
		region eu-west-1 '["a","b","c"]' '[]'
	} >inventory
	for case in us-east-1: us-west-2:aws_vpc.main eu-west-1:aws_rds_cluster.bad; do
		# as "terraform plan -var region=..." has it: what is written out stays
		jq -c --arg region "${case%%:*}" '.variables.region.value = $region
		    | (.planned_values, .resource_changes, .prior_state) |= walk(if type == "string" then gsub("us-east-1"; $region) else . end)' "$data/lint.json" >in
		run -0 --separate-stderr found in VPCZonesNotInRegion,RDSClusterServerlessNotInRegion inventory
		same "$case ${output%% *}" "$case ${case#*:}"
		run -0 --separate-stderr found in ResourceRegionHardcoded
		same "$(sort <<<"$output")" "aws_ebs_volume.bad ACTIVE availability_zone has us-east-1
aws_sqs_queue.bad ACTIVE kms_master_key_id has us-east-1"
	done
}

@test "each row of LNT is in the benchmark deploy, with policies or with why there is none" {
	run -0 jq -r '.Controls[].Id' "$QRIE_TOP/share/benchmarks/deploy.json"
	same "$output" "$(printf 'LNT-%02d\n' $(seq 42))"
	run -0 jq -r '[.Controls[] | select(.Policies == []) | .Id] | join(" ")' "$QRIE_TOP/share/benchmarks/deploy.json"
	same "$output" "LNT-26 LNT-27 LNT-38 LNT-39 LNT-40 LNT-42"
	# all of it is judged in one run, and nothing of it fails
	qrie-collect --from terraform-plan --account 111122223333 "$data/lint.json" >in
	run -0 --separate-stderr qrie-eval -p @deploy in
	same "$stderr" ""
}

@test "what the real Terraform plans is found the same as what is recorded" {
	[ -n "${QRIE_TERRAFORM_PLUGINS-}" ] && command -v terraform >/dev/null || skip "no terraform, or QRIE_TERRAFORM_PLUGINS does not say where its AWS provider is"
	cp -R "$data/lint" lint
	(
		export TF_CLI_CONFIG_FILE=/dev/null CHECKPOINT_DISABLE=1 TF_IN_AUTOMATION=1
		cd lint
		terraform init -input=false -no-color -plugin-dir="$QRIE_TERRAFORM_PLUGINS"
		terraform plan -input=false -no-color -out=plan.out
		terraform show -json plan.out >../plan.json
	) >log 2>&1 || { tail -20 log; false; }
	found plan.json @deploy | sort >got
	found "$data/lint.json" @deploy | sort >wanted
	cmp wanted got
	[ "$(grep -c . got)" -gt 40 ]
}
