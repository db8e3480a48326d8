# Services that no emulator holds whole: answers in the wire format of their API reference's examples.
load helper
load respond

export QRIE_SHARE=$QRIE_TOP/share

teardown() {
	respond_stop
}

# record TYPE: its only one, as ARN, tags and Configuration.
record() {
	respond_start
	run -0 --separate-stderr qrie-collect -t "$1"
	same "$stderr" ''
	jq -c 'select(.ARN) | [.ARN, .Tags, .Configuration]' <<<"$output" >got
	same "$(wc -l <got | tr -d ' ')" 1
}

# json OPERATION: the answer of a JSON service, from standard input.
json() {
	answer -h 'Content-Type: application/x-amz-json-1.1' "$@"
}

# https://docs.aws.amazon.com/elasticbeanstalk/latest/api/API_DescribeConfigurationSettings.html
@test "SEC-08: a Beanstalk environment has its settings and none of its variables' values" {
	reply DescribeEnvironments <<-'EOT'
		<Environments><member>
		<EnvironmentName>web-prod</EnvironmentName><EnvironmentId>e-icsgecu3wf</EnvironmentId><ApplicationName>web</ApplicationName>
		<EnvironmentArn>arn:aws:elasticbeanstalk:eu-west-1:111122223333:environment/web/web-prod</EnvironmentArn>
		<Status>Ready</Status></member></Environments>
	EOT
	reply DescribeConfigurationSettings <<-'EOT'
		<ConfigurationSettings><member><OptionSettings>
		<member><Namespace>aws:elasticbeanstalk:healthreporting:system</Namespace><OptionName>SystemType</OptionName>
		<Value>enhanced</Value></member>
		<member><Namespace>aws:elasticbeanstalk:application:environment</Namespace><OptionName>PASSWORD</OptionName>
		<Value>hunter2</Value></member>
		<member><Namespace>aws:autoscaling:asg</Namespace><OptionName>Cooldown</OptionName></member>
		</OptionSettings><ApplicationName>web</ApplicationName></member></ConfigurationSettings>
	EOT
	reply ListTagsForResource <<<'<ResourceTags><member><Key>team</Key><Value>web</Value></member></ResourceTags>'
	record AWS::ElasticBeanstalk::Environment
	[[ $output != *hunter2* ]]
	same "$(jq -c '.[1], .[2].OptionSettings[]' got)" "$(cat <<-'EOT'
		{"team":"web"}
		{"Namespace":"aws:elasticbeanstalk:healthreporting:system","OptionName":"SystemType","Value":"enhanced"}
		{"Namespace":"aws:elasticbeanstalk:application:environment","OptionName":"PASSWORD","Value":"(redacted)"}
		{"Namespace":"aws:autoscaling:asg","OptionName":"Cooldown"}
	EOT
	)"
}

# https://docs.aws.amazon.com/emr/latest/APIReference/API_DescribeCluster.html
@test "an EMR cluster has its primary node's address, and is asked for the one kind of nodes that it has" {
	json ListClusters <<-'EOT'
		{"Clusters": [{"Id": "j-1", "Name": "daily", "ClusterArn": "arn:aws:elasticmapreduce:eu-west-1:111122223333:cluster/j-1"}]}
	EOT
	json DescribeCluster <<-'EOT'
		{"Cluster": {"Id": "j-1", "Name": "daily", "ClusterArn": "arn:aws:elasticmapreduce:eu-west-1:111122223333:cluster/j-1",
		 "InstanceCollectionType": "INSTANCE_FLEET", "Tags": [{"Key": "team", "Value": "data"}],
		 "KerberosAttributes": {"Realm": "EC2.INTERNAL", "KdcAdminPassword": "hunter2"}}}
	EOT
	json ListInstances@MASTER <<<'{"Instances": [{"Id": "ci-1", "PublicIpAddress": "203.0.113.7"}]}'
	record emr/cluster
	[[ $output != *hunter2* ]]
	same "$(jq -c '[.[0], .[1], .[2].PrimaryGroupInstances, .[2].PrimaryFleetInstances[].PublicIpAddress]' got)" \
	    '["arn:aws:elasticmapreduce:eu-west-1:111122223333:cluster/j-1",{"team":"data"},null,"203.0.113.7"]'
	same "$(jq -c 'select(.Operation == "ListClusters").Parameters.ClusterStates' aws/log)" \
	    '["STARTING","BOOTSTRAPPING","RUNNING","WAITING","TERMINATING"]'
}

# https://docs.aws.amazon.com/emr/latest/APIReference/API_DescribeSecurityConfiguration.html
@test "an EMR security configuration has its text, as EMR gives it" {
	json ListSecurityConfigurations <<<'{"SecurityConfigurations": [{"Name": "at-rest", "CreationDateTime": 1472590800}]}'
	json DescribeSecurityConfiguration <<-'EOT'
		{"Name": "at-rest", "CreationDateTime": 1472590800,
		 "SecurityConfiguration": "{\"EncryptionConfiguration\":{\"EnableAtRestEncryption\":true}}"}
	EOT
	record emr/security-configuration
	same "$(<got)" "$(tr -d '\n' <<-'EOT'
		["arn:aws:elasticmapreduce:eu-west-1:111122223333:security-configuration/at-rest",{},{"Name":"at-rest",
		"CreationDateTime":"2016-08-30T21:00:00+00:00",
		"SecurityConfiguration":"{\"EncryptionConfiguration\":{\"EnableAtRestEncryption\":true}}"}]
	EOT
	)"
}

# https://docs.aws.amazon.com/transfer/latest/APIReference/API_DescribeConnector.html
@test "a connector of Transfer Family tells whether it logs" {
	json ListConnectors <<-'EOT'
		{"Connectors": [{"Arn": "arn:aws:transfer:eu-west-1:111122223333:connector/c-1234", "ConnectorId": "c-1234", "Url": "sftp://example.org"}]}
	EOT
	json DescribeConnector <<-'EOT'
		{"Connector": {"Arn": "arn:aws:transfer:eu-west-1:111122223333:connector/c-1234", "ConnectorId": "c-1234",
		 "Url": "sftp://example.org", "LoggingRole": "arn:aws:iam::111122223333:role/log", "Tags": [{"Key": "team", "Value": "b2b"}]}}
	EOT
	record transfer/connector
	same "$(<got)" "$(tr -d '\n' <<-'EOT'
		["arn:aws:transfer:eu-west-1:111122223333:connector/c-1234",{"team":"b2b"},
		{"Arn":"arn:aws:transfer:eu-west-1:111122223333:connector/c-1234","ConnectorId":"c-1234","Url":"sftp://example.org",
		"LoggingRole":"arn:aws:iam::111122223333:role/log","Tags":[{"Key":"team","Value":"b2b"}]}]
	EOT
	)"
}

# https://docs.aws.amazon.com/datasync/latest/userguide/API_DescribeTask.html
@test "a DataSync task tells where it logs, and has its tags" {
	json ListTasks <<-'EOT'
		{"Tasks": [{"Name": "nightly", "Status": "AVAILABLE", "TaskArn": "arn:aws:datasync:eu-west-1:111122223333:task/task-08de6e6697796f026"}]}
	EOT
	json DescribeTask <<-'EOT'
		{"CloudWatchLogGroupArn": "arn:aws:logs:eu-west-1:111122223333:log-group", "CreationTime": 1532660733.39, "Name": "nightly",
		 "Options": {"PreserveDeletedFiles": "PRESERVE", "BytesPerSecond": 1000}, "Status": "AVAILABLE",
		 "TaskArn": "arn:aws:datasync:eu-west-1:111122223333:task/task-08de6e6697796f026"}
	EOT
	json ListTagsForResource <<<'{"Tags": [{"Key": "team", "Value": "ops"}], "NextToken": "more"}'
	json ListTagsForResource <<<'{"Tags": [{"Key": "stage", "Value": "prod"}]}'
	record datasync/task
	same "$(jq -c '[.[1], .[2].CloudWatchLogGroupArn, .[2].Options.BytesPerSecond]' got)" \
	    '[{"team":"ops","stage":"prod"},"arn:aws:logs:eu-west-1:111122223333:log-group",1000]'
}

# https://docs.aws.amazon.com/connect/latest/APIReference/API_DescribeInstanceAttribute.html
@test "an instance of Amazon Connect tells whether it logs its flows" {
	local arn=arn:aws:connect:eu-west-1:111122223333:instance/i-1
	answer 'GET _instance?maxResults=10' <<<"{\"InstanceSummaryList\": [{\"Id\": \"i-1\", \"Arn\": \"$arn\"}]}"
	answer 'GET _instance_i-1' <<<"{\"Instance\": {\"Id\": \"i-1\", \"Arn\": \"$arn\", \"InstanceStatus\": \"ACTIVE\", \"Tags\": {\"team\": \"desk\"}}}"
	answer 'GET _instance_i-1_attribute_CONTACTFLOW_LOGS' <<<'{"Attribute": {"AttributeType": "CONTACTFLOW_LOGS", "Value": "true"}}'
	record connect/instance
	same "$(<got)" "[\"$arn\",{\"team\":\"desk\"},{\"Id\":\"i-1\",\"Arn\":\"$arn\",\"InstanceStatus\":\"ACTIVE\",\"Tags\":{\"team\":\"desk\"},\"ContactflowLogs\":\"true\"}]"
}

# https://docs.aws.amazon.com/compute-optimizer/latest/APIReference/API_GetIdleRecommendations.html
@test "INV-18: what Compute Optimizer finds idle is listed, page by page, and without opting in there is nothing to list" {
	json GetIdleRecommendations <<-'EOT'
		{"idleRecommendations": [{"resourceArn": "arn:aws:ec2:eu-west-1:111122223333:instance/i-0a", "resourceId": "i-0a",
		  "resourceType": "EC2Instance", "finding": "Idle", "lookBackPeriodInDays": 14, "lastRefreshTimestamp": 1764115200.5,
		  "tags": [{"key": "Environment", "value": "dev"}]}], "nextToken": "more"}
	EOT
	json GetIdleRecommendations@more <<-'EOT'
		{"idleRecommendations": [{"resourceArn": "arn:aws:ec2:eu-west-1:111122223333:volume/vol-0b", "resourceId": "vol-0b",
		  "resourceType": "EBSVolume", "finding": "Unattached"}]}
	EOT
	respond_start
	run -0 --separate-stderr qrie-collect -t compute-optimizer/idle-recommendation
	same "$(jq -c 'select(.ARN) | [.ARN, .Tags, .Configuration.finding]' <<<"$output")" "$(cat <<-'EOT'
		["arn:aws:compute-optimizer:eu-west-1:111122223333:idle-recommendation/EBSVolume/vol-0b",{},"Unattached"]
		["arn:aws:compute-optimizer:eu-west-1:111122223333:idle-recommendation/EC2Instance/i-0a",{"Environment":"dev"},"Idle"]
	EOT
	)"
	rm aws/answers/GetIdleRecommendations*
	json -s 400 GetIdleRecommendations <<<'{"__type": "OptInRequiredException", "message": "not opted in"}'
	run -0 --separate-stderr qrie-collect -t compute-optimizer/idle-recommendation
	same "$stderr" ''
	same "$(jq -r '"\(.Kind) \(.Status) \(.Resources)"' <<<"$output")" 'coverage complete 0'
}
