# Types that no emulator holds: their records from answers in the APIs' own wire format, as their references show them.
load helper
load respond

teardown() {
	respond_stop
}

# record TYPE: the only record of it, of a run over its collector, which has nothing to complain of.
record() {
	respond_start
	run -0 --separate-stderr qrie-collect -t "$1"
	same "$stderr" ''
	same "$(jq -r 'select(.Kind == "coverage") | "\(.Status) \(.Resources)"' <<<"$output")" 'complete 1'
	record=$(jq -S 'select(.Kind == "resource")' <<<"$output")
}

# configuration: the record's is standard input.
configuration() {
	same "$(jq -S .Configuration <<<"$record")" "$(jq -S .)"
}

# none CODE MESSAGE OPERATION TYPE: it says so, and there is none.
none() {
	answer -s 403 -h "x-amzn-ErrorType: $1" "$3" <<<"{\"message\": \"$2\"}"
	respond_start
	run -0 --separate-stderr qrie-collect -t "$4"
	same "$stderr" ''
	same "$(jq -r '"\(.Kind) \(.Status) \(.Resources)"' <<<"$output")" 'coverage complete 0'
}

# https://docs.aws.amazon.com/access-analyzer/latest/APIReference/API_ListAnalyzers.html
@test "INV-02: Access Analyzer's analyzers, over two pages, with their tags" {
	answer 'GET _analyzer?maxResults=100' <<<'{"analyzers": [], "nextToken": "n/1="}'
	answer 'GET _analyzer?maxResults=100&nextToken=n%2F1%3D' <<'EOF'
{"analyzers": [{"arn": "arn:aws:access-analyzer:eu-west-1:111122223333:analyzer/all", "name": "all", "type": "ACCOUNT",
 "createdAt": "2026-02-03T04:05:06Z", "lastResourceAnalyzed": "arn:aws:s3:::logs", "lastResourceAnalyzedAt": "2026-11-20T10:00:00Z",
 "tags": {"team": "sec"}, "status": "ACTIVE"}]}
EOF
	record AWS::AccessAnalyzer::Analyzer
	same "$(jq -c '[.ARN, .Tags]' <<<"$record")" '["arn:aws:access-analyzer:eu-west-1:111122223333:analyzer/all",{"team":"sec"}]'
	configuration <<'EOF'
{"arn": "arn:aws:access-analyzer:eu-west-1:111122223333:analyzer/all", "name": "all", "type": "ACCOUNT",
 "createdAt": "2026-02-03T04:05:06+00:00", "lastResourceAnalyzed": "arn:aws:s3:::logs", "lastResourceAnalyzedAt": "2026-11-20T10:00:00+00:00",
 "tags": {"team": "sec"}, "status": "ACTIVE"}
EOF
}

# https://docs.aws.amazon.com/macie/latest/APIReference/macie.html
@test "INV-02: the Macie session of a region" {
	answer 'GET _macie' <<'EOF'
{"createdAt": "2026-01-05T11:15:00Z", "findingPublishingFrequency": "FIFTEEN_MINUTES", "serviceRole":
 "arn:aws:iam::111122223333:role/aws-service-role/macie.amazonaws.com/AWSServiceRoleForAmazonMacie", "status": "ENABLED",
 "updatedAt": "2026-01-05T11:15:00Z"}
EOF
	answer 'GET _automated-discovery_configuration' <<<'{"status": "ENABLED", "classificationScopeId": "117aff7ed76b59a59c3224ebdexample"}'
	record AWS::Macie::Session
	same "$(jq -r .ARN <<<"$record")" arn:aws:macie2:eu-west-1:111122223333:session
	configuration <<'EOF'
{"createdAt": "2026-01-05T11:15:00+00:00", "findingPublishingFrequency": "FIFTEEN_MINUTES", "serviceRole":
 "arn:aws:iam::111122223333:role/aws-service-role/macie.amazonaws.com/AWSServiceRoleForAmazonMacie", "status": "ENABLED",
 "updatedAt": "2026-01-05T11:15:00+00:00",
 "AutomatedDiscovery": {"status": "ENABLED", "classificationScopeId": "117aff7ed76b59a59c3224ebdexample"}}
EOF
}

@test "INV-06: where Macie is not enabled there is no session, but who may not ask is told so" {
	none AccessDeniedException 'Macie is not enabled.' 'GET _macie' AWS::Macie::Session
	respond_stop
	rm -r aws
	answer -s 403 -h 'x-amzn-ErrorType: AccessDeniedException' 'GET _macie' <<<'{"message": "User is not authorized to perform: macie2:GetMacieSession"}'
	respond_start
	run -2 --separate-stderr qrie-collect -t AWS::Macie::Session
	same "$(jq -r '"\(.Status) \(.Code)"' <<<"$output")" 'failed AccessDeniedException'
}

# https://docs.aws.amazon.com/securityhub/1.0/APIReference/API_DescribeHub.html and API_GetEnabledStandards.html
@test "INV-02: Security Hub, with the standards that it judges by and its tags" {
	answer 'GET _accounts' <<'EOF'
{"HubArn": "arn:aws:securityhub:eu-west-1:111122223333:hub/default", "SubscribedAt": "2026-03-01T00:00:00.000Z",
 "AutoEnableControls": true, "ControlFindingGenerator": "SECURITY_CONTROL"}
EOF
	answer 'POST _standards_get' <<'EOF'
{"StandardsSubscriptions": [{"StandardsArn": "arn:aws:securityhub:eu-west-1::standards/aws-foundational-security-best-practices/v/1.0.0",
 "StandardsInput": {}, "StandardsStatus": "READY", "StandardsSubscriptionArn":
 "arn:aws:securityhub:eu-west-1:111122223333:subscription/aws-foundational-security-best-practices/v/1.0.0"}]}
EOF
	answer 'GET _tags_arn%3Aaws%3Asecurityhub%3Aeu-west-1%3A111122223333%3Ahub%2Fdefault' <<<'{"Tags": {"team": "sec"}}'
	record AWS::SecurityHub::Hub
	same "$(jq -c '[.ARN, .Tags]' <<<"$record")" '["arn:aws:securityhub:eu-west-1:111122223333:hub/default",{"team":"sec"}]'
	configuration <<'EOF'
{"HubArn": "arn:aws:securityhub:eu-west-1:111122223333:hub/default", "SubscribedAt": "2026-03-01T00:00:00.000Z",
 "AutoEnableControls": true, "ControlFindingGenerator": "SECURITY_CONTROL", "Tags": {"team": "sec"}, "EnabledStandards": [
 {"StandardsArn": "arn:aws:securityhub:eu-west-1::standards/aws-foundational-security-best-practices/v/1.0.0",
 "StandardsInput": {}, "StandardsStatus": "READY", "StandardsSubscriptionArn":
 "arn:aws:securityhub:eu-west-1:111122223333:subscription/aws-foundational-security-best-practices/v/1.0.0"}]}
EOF
}

@test "INV-06: an account that is not subscribed to Security Hub has no hub" {
	none InvalidAccessException 'Account 111122223333 is not subscribed to AWS Security Hub' 'GET _accounts' AWS::SecurityHub::Hub
}

# https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListServerCertificates.html
@test "INV-02: IAM's server certificates, with when they expire and their tags" {
	reply ListServerCertificates <<-'EOF'
		<IsTruncated>false</IsTruncated><ServerCertificateMetadataList><member>
		<ServerCertificateName>ProdServerCert</ServerCertificateName><Path>/company/servercerts/</Path>
		<Arn>arn:aws:iam::111122223333:server-certificate/company/servercerts/ProdServerCert</Arn>
		<UploadDate>2026-05-08T01:02:03.004Z</UploadDate><ServerCertificateId>ASCACKCEVSQ6C2EXAMPLE</ServerCertificateId>
		<Expiration>2027-05-08T01:02:03.004Z</Expiration></member></ServerCertificateMetadataList>
	EOF
	reply ListServerCertificateTags <<<'<IsTruncated>false</IsTruncated><Tags><member><Key>Dept</Key><Value>12345</Value></member></Tags>'
	record AWS::IAM::ServerCertificate
	same "$(jq -c '[.ARN, .Region, .Tags]' <<<"$record")" \
	    '["arn:aws:iam::111122223333:server-certificate/company/servercerts/ProdServerCert","global",{"Dept":"12345"}]'
	configuration <<'EOF'
{"ServerCertificateName": "ProdServerCert", "Path": "/company/servercerts/",
 "Arn": "arn:aws:iam::111122223333:server-certificate/company/servercerts/ProdServerCert",
 "UploadDate": "2026-05-08T01:02:03.004000+00:00", "ServerCertificateId": "ASCACKCEVSQ6C2EXAMPLE",
 "Expiration": "2027-05-08T01:02:03.004000+00:00", "Tags": [{"Key": "Dept", "Value": "12345"}]}
EOF
}

# https://docs.aws.amazon.com/network-firewall/latest/APIReference/API_DescribeFirewallPolicy.html
@test "INV-02: Network Firewall's policies, with their default actions" {
	answer ListFirewallPolicies <<<'{"FirewallPolicies": [{"Arn": "arn:aws:network-firewall:eu-west-1:111122223333:firewall-policy/p", "Name": "p"}]}'
	answer DescribeFirewallPolicy <<'EOF'
{"FirewallPolicy": {"StatelessDefaultActions": ["aws:drop"], "StatelessFragmentDefaultActions": ["aws:drop"],
 "StatefulRuleGroupReferences": [{"ResourceArn": "arn:aws:network-firewall:eu-west-1:111122223333:stateful-rulegroup/g"}]},
 "FirewallPolicyResponse": {"FirewallPolicyArn": "arn:aws:network-firewall:eu-west-1:111122223333:firewall-policy/p",
 "FirewallPolicyName": "p", "FirewallPolicyId": "0b1c2d3e-example", "FirewallPolicyStatus": "ACTIVE",
 "LastModifiedTime": 1767323045.6, "Tags": [{"Key": "team", "Value": "net"}]}, "UpdateToken": "u-1"}
EOF
	record AWS::NetworkFirewall::FirewallPolicy
	same "$(jq -c '[.ARN, .AccountService, .Tags]' <<<"$record")" \
	    '["arn:aws:network-firewall:eu-west-1:111122223333:firewall-policy/p","111122223333_networkfirewall",{"team":"net"}]'
	configuration <<'EOF'
{"Arn": "arn:aws:network-firewall:eu-west-1:111122223333:firewall-policy/p", "Name": "p", "UpdateToken": "u-1",
 "FirewallPolicy": {"StatelessDefaultActions": ["aws:drop"], "StatelessFragmentDefaultActions": ["aws:drop"],
 "StatefulRuleGroupReferences": [{"ResourceArn": "arn:aws:network-firewall:eu-west-1:111122223333:stateful-rulegroup/g"}]},
 "FirewallPolicyResponse": {"FirewallPolicyArn": "arn:aws:network-firewall:eu-west-1:111122223333:firewall-policy/p",
 "FirewallPolicyName": "p", "FirewallPolicyId": "0b1c2d3e-example", "FirewallPolicyStatus": "ACTIVE",
 "LastModifiedTime": "2026-01-02T03:04:05.600000+00:00", "Tags": [{"Key": "team", "Value": "net"}]}}
EOF
}

# https://docs.aws.amazon.com/network-firewall/latest/APIReference/API_DescribeRuleGroup.html
@test "INV-02: Network Firewall's rule groups, with their rules" {
	answer ListRuleGroups <<<'{"RuleGroups": [{"Arn": "arn:aws:network-firewall:eu-west-1:111122223333:stateless-rulegroup/g", "Name": "g"}]}'
	answer DescribeRuleGroup <<'EOF'
{"RuleGroup": {"RulesSource": {"StatelessRulesAndCustomActions": {"StatelessRules": []}}}, "UpdateToken": "u-2",
 "RuleGroupResponse": {"RuleGroupArn": "arn:aws:network-firewall:eu-west-1:111122223333:stateless-rulegroup/g",
 "RuleGroupName": "g", "RuleGroupId": "1c2d3e4f-example", "Type": "STATELESS", "Capacity": 100, "NumberOfAssociations": 0}}
EOF
	record AWS::NetworkFirewall::RuleGroup
	same "$(jq -c .Tags <<<"$record")" '{}'
	configuration <<'EOF'
{"Arn": "arn:aws:network-firewall:eu-west-1:111122223333:stateless-rulegroup/g", "Name": "g", "UpdateToken": "u-2",
 "RuleGroup": {"RulesSource": {"StatelessRulesAndCustomActions": {"StatelessRules": []}}},
 "RuleGroupResponse": {"RuleGroupArn": "arn:aws:network-firewall:eu-west-1:111122223333:stateless-rulegroup/g",
 "RuleGroupName": "g", "RuleGroupId": "1c2d3e4f-example", "Type": "STATELESS", "Capacity": 100, "NumberOfAssociations": 0}}
EOF
	same "$(jq -c 'select(.Operation == "ListRuleGroups").Parameters.Scope' aws/log)" '"ACCOUNT"'
}

# https://docs.aws.amazon.com/codebuild/latest/APIReference/API_BatchGetReportGroups.html
@test "INV-02: CodeBuild's report groups, with where they export to" {
	arn=arn:aws:codebuild:eu-west-1:111122223333:report-group/tests
	answer ListReportGroups <<<"{\"reportGroups\": [\"$arn\"]}"
	answer BatchGetReportGroups <<EOF
{"reportGroups": [{"arn": "$arn", "name": "tests", "type": "TEST", "created": 1767323045.0, "exportConfig": {"exportConfigType": "S3",
 "s3Destination": {"bucket": "reports", "encryptionDisabled": true}}, "tags": [{"key": "team", "value": "ci"}]}], "reportGroupsNotFound": []}
EOF
	record AWS::CodeBuild::ReportGroup
	same "$(jq -c '[.ARN, .Tags]' <<<"$record")" "[\"$arn\",{\"team\":\"ci\"}]"
	configuration <<EOF
{"arn": "$arn", "name": "tests", "type": "TEST", "created": "2026-01-02T03:04:05+00:00", "exportConfig": {"exportConfigType": "S3",
 "s3Destination": {"bucket": "reports", "encryptionDisabled": true}}, "tags": [{"key": "team", "value": "ci"}]}
EOF
	same "$(jq -c 'select(.Operation == "BatchGetReportGroups").Parameters' aws/log)" "{\"reportGroupArns\":[\"$arn\"]}"
}

# https://docs.aws.amazon.com/glue/latest/webapi/API_GetMLTransforms.html
@test "INV-02: Glue's machine-learning transforms, with their encryption" {
	answer GetMLTransforms <<'EOF'
{"Transforms": [{"TransformId": "tfm-1", "Name": "match", "Status": "READY", "CreatedOn": 1767323045.0, "MaxCapacity": 10.0,
 "TransformEncryption": {"MlUserDataEncryption": {"MlUserDataEncryptionMode": "DISABLED"}}}]}
EOF
	answer GetTags <<<'{"Tags": {"team": "data"}}'
	record AWS::Glue::MLTransform
	same "$(jq -c '[.ARN, .Tags]' <<<"$record")" '["arn:aws:glue:eu-west-1:111122223333:mlTransform/tfm-1",{"team":"data"}]'
	configuration <<'EOF'
{"TransformId": "tfm-1", "Name": "match", "Status": "READY", "CreatedOn": "2026-01-02T03:04:05+00:00", "MaxCapacity": 10.0,
 "TransformEncryption": {"MlUserDataEncryption": {"MlUserDataEncryptionMode": "DISABLED"}}, "Tags": {"team": "data"}}
EOF
}

organization() {
	answer DescribeOrganization <<EOF
{"Organization": {"Id": "o-exampleorgid", "Arn": "arn:aws:organizations::$1:organization/o-exampleorgid", "FeatureSet": "ALL",
 "MasterAccountId": "$1", "AvailablePolicyTypes": [{"Type": "SERVICE_CONTROL_POLICY", "Status": "ENABLED"}]}}
EOF
}

# https://docs.aws.amazon.com/organizations/latest/APIReference/API_DescribeOrganization.html and the like
@test "INV-02: the organization, of its management account, with roots, delegates and its own policy" {
	organization 111122223333
	answer ListRoots <<<'{"Roots": [{"Id": "r-exampleroot", "Name": "Root", "PolicyTypes": []}]}'
	answer -s 400 DescribeResourcePolicy <<<'{"__type": "ResourcePolicyNotFoundException", "message": "no"}'
	answer ListDelegatedAdministrators <<<'{"DelegatedAdministrators": [{"Id": "444455556666", "DelegationEnabledDate": 1767323045.0}]}'
	record AWS::Organizations::Organization
	same "$(jq -r '"\(.ARN) \(.Region)"' <<<"$record")" 'arn:aws:organizations::111122223333:organization/o-exampleorgid global'
	configuration <<'EOF'
{"Id": "o-exampleorgid", "Arn": "arn:aws:organizations::111122223333:organization/o-exampleorgid", "FeatureSet": "ALL",
 "MasterAccountId": "111122223333", "AvailablePolicyTypes": [{"Type": "SERVICE_CONTROL_POLICY", "Status": "ENABLED"}],
 "Roots": [{"Id": "r-exampleroot", "Name": "Root", "PolicyTypes": []}], "ResourcePolicy": null,
 "DelegatedAdministrators": [{"Id": "444455556666", "DelegationEnabledDate": "2026-01-02T03:04:05+00:00"}]}
EOF
	same "$(jq -r 'select(.Operation == "ListRoots").Headers.authorization | split("/")[2:4] | join("/")' aws/log)" us-east-1/organizations
}

@test "a member of an organization is not asked for what its management account alone may list, and has none of it" {
	organization 444455556666
	respond_start
	run -0 --separate-stderr qrie-collect --service organizations
	same "$stderr" ''
	same "$(jq -r '"\(.Kind) \(.Region) \(.Status) \(.Resources)"' <<<"$output" | sort | uniq -c | xargs)" '3 coverage global complete 0'
	same "$(jq -r .Operation aws/log | sort | uniq -c | xargs)" '3 DescribeOrganization 1 GetCallerIdentity'
}

# The calls of what watches over a region, where everything is on.
region() {
	answer DescribeTrails <<<'{"trailList": [{"Name": "all", "TrailARN": "arn:aws:cloudtrail:us-east-1:111122223333:trail/all", "HomeRegion": "us-east-1"}]}'
	answer GetTrailStatus <<<'{"IsLogging": true, "LatestDeliveryTime": 1767323045.0}'
	answer DescribeConfigurationRecorders <<<'{"ConfigurationRecorders": [{"name": "default", "roleARN": "arn:aws:iam::111122223333:role/c"}]}'
	answer DescribeConfigurationRecorderStatus <<<'{"ConfigurationRecordersStatus": [{"name": "default", "recording": true}]}'
	answer 'GET _detector?maxResults=50' <<<'{"detectorIds": ["12abc34d567e8fa901bc2d34e56789f0"]}'
	answer 'GET _detector_12abc34d567e8fa901bc2d34e56789f0' <<<'{"createdAt": "2026-01-05", "status": "ENABLED"}'
	answer 'GET _accounts' <<<'{"HubArn": "arn:aws:securityhub:eu-west-1:111122223333:hub/default", "AutoEnableControls": true}'
	answer 'GET _analyzer?maxResults=100' <<<'{"analyzers": [{"name": "all", "type": "ACCOUNT", "status": "ACTIVE"}]}'
	answer 'POST _status_batch_get' <<<'{"accounts": [{"accountId": "111122223333", "state": {"status": "ENABLED"}, "resourceState": {"ec2": {"status": "ENABLED"}}}]}'
	answer 'GET _macie' <<<'{"status": "PAUSED"}'
	answer DescribeAlarms <<<'{"MetricAlarms": [{"AlarmName": "cpu", "Namespace": "AWS/EC2", "MetricName": "CPUUtilization", "ActionsEnabled": true, "Threshold": 80.0}]}'
}

@test "POL-33, POL-35: what watches over a region is one record" {
	region
	record AWS::::Monitoring
	same "$(jq -c '[.ARN, .Region, .AccountService, .Tags]' <<<"$record")" \
	    '["arn:aws:account:eu-west-1:111122223333:monitoring","eu-west-1","111122223333_account",{}]'
	configuration <<'EOF'
{"Trails": [{"Name": "all", "TrailARN": "arn:aws:cloudtrail:us-east-1:111122223333:trail/all", "HomeRegion": "us-east-1", "IsLogging": true}],
 "ConfigurationRecorders": [{"name": "default", "roleARN": "arn:aws:iam::111122223333:role/c"}],
 "ConfigurationRecordersStatus": [{"name": "default", "recording": true}],
 "Detectors": [{"DetectorId": "12abc34d567e8fa901bc2d34e56789f0", "Status": "ENABLED"}],
 "SecurityHub": {"HubArn": "arn:aws:securityhub:eu-west-1:111122223333:hub/default", "AutoEnableControls": true},
 "Analyzers": [{"name": "all", "type": "ACCOUNT", "status": "ACTIVE"}],
 "Inspector": [{"accountId": "111122223333", "state": {"status": "ENABLED"}, "resourceState": {"ec2": {"status": "ENABLED"}}}],
 "Macie": {"status": "PAUSED"},
 "Alarms": [{"AlarmName": "cpu", "Namespace": "AWS/EC2", "MetricName": "CPUUtilization", "ActionsEnabled": true}]}
EOF
}

@test "POL-33, POL-35: where nothing watches over a region there is a record all the same, and it says so" {
	region
	rm aws/answers/*
	answer DescribeTrails <<<'{"trailList": []}'
	answer DescribeConfigurationRecorders <<<'{"ConfigurationRecorders": []}'
	answer DescribeConfigurationRecorderStatus <<<'{"ConfigurationRecordersStatus": []}'
	answer 'GET _detector?maxResults=50' <<<'{"detectorIds": []}'
	answer -s 403 -h 'x-amzn-ErrorType: InvalidAccessException' 'GET _accounts' <<<'{"Message": "Account 111122223333 is not subscribed to AWS Security Hub"}'
	answer 'GET _analyzer?maxResults=100' <<<'{"analyzers": []}'
	answer 'POST _status_batch_get' <<<'{"accounts": [{"accountId": "111122223333", "state": {"status": "DISABLED"}}]}'
	answer -s 403 -h 'x-amzn-ErrorType: AccessDeniedException' 'GET _macie' <<<'{"message": "Macie is not enabled."}'
	answer DescribeAlarms <<<'{"MetricAlarms": []}'
	record AWS::::Monitoring
	configuration <<'EOF'
{"Trails": [], "ConfigurationRecorders": [], "ConfigurationRecordersStatus": [], "Detectors": [], "SecurityHub": null,
 "Analyzers": [], "Inspector": [{"accountId": "111122223333", "state": {"status": "DISABLED"}}], "Macie": null,
 "Alarms": []}
EOF
}
