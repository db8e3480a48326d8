load helper
load respond

# Types of databases, storage and messaging that no emulator holds, or not in full: records of prepared answers, which are
# those of the examples in each service's API reference.

teardown() {
	respond_stop
}

# collected TYPE: the records of a type, of the collectors as they ship.
collected() {
	export QRIE_SHARE=$QRIE_TOP/share
	run -0 --separate-stderr qrie-collect -t "$1"
	same "$stderr" ''
	printf '%s\n' "$output" >records
}

# record ARN: its Configuration.
record() {
	jq -c --arg arn "$1" 'select(.ARN == $arn).Configuration' records
}

vaults() {
	answer 'GET _backup-vaults_?maxResults=1000' <<-'EOT'
		{"BackupVaultList": [
		  {"BackupVaultName": "app", "BackupVaultArn": "arn:aws:backup:eu-west-1:111122223333:backup-vault:app",
		   "CreationDate": 1516925490.087, "EncryptionKeyArn": "arn:aws:kms:eu-west-1:111122223333:key/1a2b", "Locked": true,
		   "MinRetentionDays": 7, "NumberOfRecoveryPoints": 2, "LockDate": 1516929090},
		  {"BackupVaultName": "Default", "BackupVaultArn": "arn:aws:backup:eu-west-1:111122223333:backup-vault:Default",
		   "Locked": false, "NumberOfRecoveryPoints": 0}]}
	EOT
}

# https://docs.aws.amazon.com/aws-backup/latest/devguide/API_GetBackupVaultAccessPolicy.html
@test "INV-02: a backup vault has its policy and tags; one without a policy says null" {
	vaults
	answer 'GET _backup-vaults_app_access-policy' <<-'EOT'
		{"BackupVaultName": "app", "BackupVaultArn": "arn:aws:backup:eu-west-1:111122223333:backup-vault:app",
		 "Policy": "{\"Version\":\"2012-10-17\",\"Statement\":[]}"}
	EOT
	answer -s 404 -h 'x-amzn-ErrorType: ResourceNotFoundException' 'GET _backup-vaults_Default_access-policy' \
	    <<<'{"Code": "ERROR_2107", "Message": "Access policy does not exist"}'
	answer 'GET _tags_arn%3Aaws%3Abackup%3Aeu-west-1%3A111122223333%3Abackup-vault%3Aapp_' <<<'{"Tags": {"team": "storage"}}'
	answer 'GET _tags_arn%3Aaws%3Abackup%3Aeu-west-1%3A111122223333%3Abackup-vault%3ADefault_' <<<'{"Tags": {}}'
	respond_start
	collected AWS::Backup::BackupVault
	same "$(record arn:aws:backup:eu-west-1:111122223333:backup-vault:app | jq -c '[.Locked, .LockDate, .Policy, .Tags]')" \
	    '[true,"2018-01-26T01:11:30+00:00","{\"Version\":\"2012-10-17\",\"Statement\":[]}",{"team":"storage"}]'
	same "$(record arn:aws:backup:eu-west-1:111122223333:backup-vault:Default | jq -c '[.Policy, .Tags]')" '[null,{}]'
}

# https://docs.aws.amazon.com/aws-backup/latest/devguide/API_ListRecoveryPointsByBackupVault.html
@test "INV-02: recovery points are listed vault by vault, and one that is a snapshot too does not take the snapshot's ARN" {
	vaults
	answer 'GET _backup-vaults_app_recovery-points_?maxResults=1000' <<-'EOT'
		{"RecoveryPoints": [
		  {"RecoveryPointArn": "arn:aws:backup:eu-west-1:111122223333:recovery-point:1EB3B5E7", "BackupVaultName": "app",
		   "BackupVaultArn": "arn:aws:backup:eu-west-1:111122223333:backup-vault:app", "ResourceType": "EFS", "Status": "COMPLETED",
		   "IsEncrypted": true, "CreationDate": 1516925490.087,
		   "Lifecycle": {"MoveToColdStorageAfterDays": 30, "DeleteAfterDays": 120}}], "NextToken": "n+1"}
	EOT
	answer 'GET _backup-vaults_app_recovery-points_?maxResults=1000&nextToken=n%2B1' <<-'EOT'
		{"RecoveryPoints": [
		  {"RecoveryPointArn": "arn:aws:ec2:eu-west-1::snapshot/snap-1", "BackupVaultName": "app",
		   "BackupVaultArn": "arn:aws:backup:eu-west-1:111122223333:backup-vault:app", "ResourceType": "EBS", "IsEncrypted": false}]}
	EOT
	answer 'GET _backup-vaults_Default_recovery-points_?maxResults=1000' <<<'{"RecoveryPoints": []}'
	answer 'GET _tags_arn%3Aaws%3Abackup%3Aeu-west-1%3A111122223333%3Arecovery-point%3A1EB3B5E7_' <<<'{"Tags": {"plan": "daily"}}'
	answer 'GET _tags_arn%3Aaws%3Aec2%3Aeu-west-1%3A%3Asnapshot%2Fsnap-1_' <<<'{"Tags": {}}'
	respond_start
	collected AWS::Backup::RecoveryPoint
	same "$(jq -c '[.ARN // .Status, .Configuration.IsEncrypted, .Tags]' records)" \
	    '["arn:aws:backup:eu-west-1:111122223333:backup-vault:app/arn:aws:ec2:eu-west-1::snapshot/snap-1",false,{}]
["arn:aws:backup:eu-west-1:111122223333:recovery-point:1EB3B5E7",true,{"plan":"daily"}]
["complete",null,null]'
	same "$(record arn:aws:backup:eu-west-1:111122223333:recovery-point:1EB3B5E7 | jq -c .Lifecycle)" \
	    '{"MoveToColdStorageAfterDays":30,"DeleteAfterDays":120}'
}

# https://docs.aws.amazon.com/MSKC/latest/mskc/API_ListConnectors.html
@test "INV-02, SEC-08: a connector is recorded without its configuration, where passwords are" {
	answer 'GET _v1_connectors?maxResults=100' <<-'EOT'
		{"connectors": [{"connectorArn": "arn:aws:kafkaconnect:eu-west-1:111122223333:connector/orders/1a2b-3", "connectorName": "orders",
		  "connectorState": "RUNNING", "creationTime": "2021-09-14T10:21:48.345Z",
		  "kafkaClusterEncryptionInTransit": {"encryptionType": "TLS"},
		  "logDelivery": {"workerLogDelivery": {"cloudWatchLogs": {"enabled": true, "logGroup": "orders"}}}}]}
	EOT
	answer 'GET _v1_tags_arn%3Aaws%3Akafkaconnect%3Aeu-west-1%3A111122223333%3Aconnector%2Forders%2F1a2b-3' <<<'{"tags": {"team": "messages"}}'
	respond_start
	collected AWS::KafkaConnect::Connector
	same "$(record arn:aws:kafkaconnect:eu-west-1:111122223333:connector/orders/1a2b-3 |
	    jq -c '[.kafkaClusterEncryptionInTransit.encryptionType, .logDelivery.workerLogDelivery.cloudWatchLogs.enabled, .Tags, keys_unsorted[-1]]')" \
	    '["TLS",true,{"team":"messages"},"Tags"]'
	same "$(jq -r 'select(.Parameters).Operation' aws/log | grep -c 'GET _v1_connectors_')" 0
}

# https://docs.aws.amazon.com/redshift-serverless/latest/APIReference/API_ListWorkgroups.html
@test "INV-02: workgroups and namespaces of Redshift Serverless have what rules read of them" {
	answer ListWorkgroups <<-'EOT'
		{"workgroups": [{"workgroupName": "bi", "workgroupArn": "arn:aws:redshift-serverless:eu-west-1:111122223333:workgroup/1a2b",
		  "namespaceName": "bi", "enhancedVpcRouting": true, "publiclyAccessible": false, "creationDate": "2022-06-29T10:41:29.155Z",
		  "configParameters": [{"parameterKey": "require_ssl", "parameterValue": "true"}]}]}
	EOT
	answer ListNamespaces <<-'EOT'
		{"namespaces": [{"namespaceName": "bi", "namespaceArn": "arn:aws:redshift-serverless:eu-west-1:111122223333:namespace/3c4d",
		  "adminUsername": "admin", "dbName": "dev", "kmsKeyId": "AWS_OWNED_KMS_KEY", "logExports": ["userlog"]}]}
	EOT
	answer ListTagsForResource <<<'{"tags": [{"key": "team", "value": "data"}]}'
	respond_start
	collected AWS::RedshiftServerless::Workgroup
	same "$(record arn:aws:redshift-serverless:eu-west-1:111122223333:workgroup/1a2b |
	    jq -c '[.enhancedVpcRouting, .publiclyAccessible, .configParameters[0].parameterValue]')" '[true,false,"true"]'
	same "$(jq -c '[.AccountService, .Tags] | select(.[0])' records)" '["111122223333_redshiftserverless",{"team":"data"}]'
	collected AWS::RedshiftServerless::Namespace
	same "$(record arn:aws:redshift-serverless:eu-west-1:111122223333:namespace/3c4d | jq -c '[.adminUsername, .kmsKeyId, .logExports]')" \
	    '["admin","AWS_OWNED_KMS_KEY",["userlog"]]'
}

# https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_ListResourceComplianceSummaries.html
@test "INV-02: what Systems Manager manages has its compliance of each kind" {
	answer DescribeInstanceInformation <<-'EOT'
		{"InstanceInformationList": [
		  {"InstanceId": "i-1", "PingStatus": "Online", "LastPingDateTime": 1550501835.178, "AgentVersion": "2.3.871.0", "PlatformType": "Linux"},
		  {"InstanceId": "mi-2", "PingStatus": "ConnectionLost", "ResourceType": "ManagedInstance"}]}
	EOT
	answer ListResourceComplianceSummaries <<-'EOT'
		{"ResourceComplianceSummaryItems": [
		  {"ComplianceType": "Association", "ResourceType": "ManagedInstance", "ResourceId": "i-1", "Status": "COMPLIANT"},
		  {"ComplianceType": "Patch", "ResourceType": "ManagedInstance", "ResourceId": "i-1", "Status": "NON_COMPLIANT",
		   "NonCompliantSummary": {"NonCompliantCount": 7}}]}
	EOT
	respond_start
	collected AWS::SSM::ManagedInstanceInventory
	same "$(record arn:aws:ssm:eu-west-1:111122223333:managed-instance-inventory/i-1 |
	    jq -c '[.LastPingDateTime, (.Compliance[] | .ComplianceType, .Status)]')" \
	    '["2019-02-18T14:57:15.178000+00:00","Association","COMPLIANT","Patch","NON_COMPLIANT"]'
	same "$(record arn:aws:ssm:eu-west-1:111122223333:managed-instance-inventory/mi-2 | jq -c .Compliance)" '[]'
}

# https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_DescribeDBParameters.html
@test "LNT: of a parameter group's pages those parameters are kept that were set, and whether TLS is required, and who uses it" {
	reply DescribeDBParameterGroups <<-'EOT'
		<DBParameterGroups><DBParameterGroup><DBParameterGroupName>shop</DBParameterGroupName>
		<DBParameterGroupFamily>mysql8.0</DBParameterGroupFamily>
		<DBParameterGroupArn>arn:aws:rds:eu-west-1:111122223333:pg:shop</DBParameterGroupArn></DBParameterGroup></DBParameterGroups>
	EOT
	reply DescribeDBParameters <<-'EOT'
		<Parameters><Parameter><ParameterName>allow-suspicious-udfs</ParameterName><Source>engine-default</Source>
		<DataType>boolean</DataType><AllowedValues>0,1</AllowedValues></Parameter>
		<Parameter><ParameterName>require_secure_transport</ParameterName><ParameterValue>0</ParameterValue>
		<Source>engine-default</Source><IsModifiable>true</IsModifiable></Parameter></Parameters><Marker>m</Marker>
	EOT
	reply DescribeDBParameters@m <<-'EOT'
		<Parameters><Parameter><ParameterName>slow_query_log</ParameterName><ParameterValue>1</ParameterValue><Source>user</Source></Parameter>
		<Parameter><ParameterName>wait_timeout</ParameterName><Source>system</Source></Parameter></Parameters>
	EOT
	reply DescribeDBInstances <<-'EOT'
		<DBInstances><DBInstance><DBInstanceIdentifier>one</DBInstanceIdentifier><Engine>mysql</Engine><DBParameterGroups>
		<DBParameterGroup><DBParameterGroupName>shop</DBParameterGroupName></DBParameterGroup></DBParameterGroups></DBInstance>
		<DBInstance><DBInstanceIdentifier>two</DBInstanceIdentifier><Engine>mysql</Engine><DBParameterGroups>
		<DBParameterGroup><DBParameterGroupName>other</DBParameterGroupName></DBParameterGroup></DBParameterGroups></DBInstance></DBInstances>
	EOT
	reply ListTagsForResource <<<'<TagList/>'
	respond_start
	collected AWS::RDS::DBParameterGroup
	same "$(record arn:aws:rds:eu-west-1:111122223333:pg:shop |
	    jq -c '[[.Parameters[] | .ParameterName, .ParameterValue], [.DBInstances[].DBInstanceIdentifier]]')" \
	    '[["require_secure_transport","0","slow_query_log","1"],["one"]]'
	same "$(asked DescribeDBParameters)" 2
}

# https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_DescribeDBClusterSnapshotAttributes.html
@test "INV-02: a manual cluster snapshot says whom it is shared with; an automated one, which cannot be shared, is not asked" {
	reply DescribeDBClusterSnapshots <<-'EOT'
		<DBClusterSnapshots><DBClusterSnapshot><DBClusterSnapshotIdentifier>manual-1</DBClusterSnapshotIdentifier>
		<SnapshotType>manual</SnapshotType><Engine>aurora-mysql</Engine><DbClusterResourceId>cluster-1</DbClusterResourceId>
		<DBClusterSnapshotArn>arn:aws:rds:eu-west-1:111122223333:cluster-snapshot:manual-1</DBClusterSnapshotArn></DBClusterSnapshot>
		<DBClusterSnapshot><DBClusterSnapshotIdentifier>rds:auto-1</DBClusterSnapshotIdentifier><SnapshotType>automated</SnapshotType>
		<DbClusterResourceId>cluster-gone</DbClusterResourceId>
		<DBClusterSnapshotArn>arn:aws:rds:eu-west-1:111122223333:cluster-snapshot:rds:auto-1</DBClusterSnapshotArn></DBClusterSnapshot>
		</DBClusterSnapshots>
	EOT
	reply DescribeDBClusters <<-'EOT'
		<DBClusters><DBCluster><DBClusterIdentifier>shop</DBClusterIdentifier><DbClusterResourceId>cluster-1</DbClusterResourceId>
		<Engine>aurora-mysql</Engine></DBCluster></DBClusters>
	EOT
	reply DescribeDBClusterSnapshotAttributes@manual-1 <<-'EOT'
		<DBClusterSnapshotAttributesResult><DBClusterSnapshotIdentifier>manual-1</DBClusterSnapshotIdentifier>
		<DBClusterSnapshotAttributes><DBClusterSnapshotAttribute><AttributeName>restore</AttributeName>
		<AttributeValues><AttributeValue>all</AttributeValue></AttributeValues></DBClusterSnapshotAttribute>
		</DBClusterSnapshotAttributes></DBClusterSnapshotAttributesResult>
	EOT
	respond_start
	collected AWS::RDS::DBClusterSnapshot
	same "$(jq -c '.Configuration // empty | [.SnapshotType, .DBClusterSnapshotAttributes]' records)" \
	    '["manual",[{"AttributeName":"restore","AttributeValues":["all"]}]]
["automated",null]'
	same "$(jq -c '.Configuration // empty | [.DBClusters[].DBClusterIdentifier]' records | xargs)" '[shop] []'
}

# https://docs.aws.amazon.com/firehose/latest/APIReference/API_SplunkDestinationDescription.html
@test "SEC-08: a delivery stream shows neither Splunk's token nor what an HTTP endpoint is given as attributes" {
	answer ListDeliveryStreams <<<'{"DeliveryStreamNames": ["logs"], "HasMoreDeliveryStreams": false}'
	answer DescribeDeliveryStream <<-'EOT'
		{"DeliveryStreamDescription": {"DeliveryStreamName": "logs", "HasMoreDestinations": false, "Destinations": [
		  {"DestinationId": "1", "SplunkDestinationDescription": {"HECEndpoint": "https://splunk.example.com", "HECToken": "t0k3n-1"}},
		  {"DestinationId": "2", "HttpEndpointDestinationDescription": {"RequestConfiguration": {
		    "CommonAttributes": [{"AttributeName": "key", "AttributeValue": "t0k3n-2"}]}}}]}}
	EOT
	answer ListTagsForDeliveryStream <<<'{"Tags": [{"Key": "a", "Value": "1"}], "HasMoreTags": true}'
	answer ListTagsForDeliveryStream@a <<<'{"Tags": [{"Key": "b", "Value": "2"}], "HasMoreTags": false}'
	respond_start
	collected AWS::KinesisFirehose::DeliveryStream
	same "$(grep -c t0k3n records)" 0
	same "$(jq -c '.Configuration // empty | [.Destinations[0].SplunkDestinationDescription.HECToken, (.Destinations | length)]' records)" \
	    '["(redacted)",2]'
	same "$(jq -c '.Tags // empty' records)" '{"a":"1","b":"2"}'
}

# https://docs.aws.amazon.com/sns/latest/api/API_ListSubscriptions.html
@test "two subscriptions that wait to be confirmed are two records" {
	reply ListSubscriptions <<-'EOT'
		<Subscriptions><member><SubscriptionArn>PendingConfirmation</SubscriptionArn><Protocol>email</Protocol><Endpoint>a@example.com</Endpoint>
		<TopicArn>arn:aws:sns:eu-west-1:111122223333:alarms</TopicArn></member>
		<member><SubscriptionArn>PendingConfirmation</SubscriptionArn><Protocol>email</Protocol><Endpoint>b@example.com</Endpoint>
		<TopicArn>arn:aws:sns:eu-west-1:111122223333:alarms</TopicArn></member></Subscriptions>
	EOT
	respond_start
	collected AWS::SNS::Subscription
	same "$(jq -r '.ARN // empty' records)" 'arn:aws:sns:eu-west-1:111122223333:alarms:PendingConfirmation/email/a@example.com
arn:aws:sns:eu-west-1:111122223333:alarms:PendingConfirmation/email/b@example.com'
}

# https://docs.aws.amazon.com/autoscaling/application/APIReference/API_DescribeScalableTargets.html
# https://docs.aws.amazon.com/aws-backup/latest/devguide/API_ListProtectedResources.html
@test "INV-02: a table has what scales it and its indexes, and what Backup saved of it; another has neither" {
	answer ListTables <<<'{"TableNames": ["carts", "orders"]}'
	answer DescribeTable@carts <<<'{"Table": {"TableName": "carts", "TableArn": "arn:aws:dynamodb:eu-west-1:111122223333:table/carts"}}'
	answer DescribeTable@orders <<<'{"Table": {"TableName": "orders", "TableArn": "arn:aws:dynamodb:eu-west-1:111122223333:table/orders"}}'
	answer DescribeContinuousBackups <<<'{"ContinuousBackupsDescription": {"ContinuousBackupsStatus": "ENABLED"}}'
	answer DescribeTimeToLive <<<'{"TimeToLiveDescription": {"TimeToLiveStatus": "DISABLED"}}'
	answer -s 400 GetResourcePolicy <<<'{"__type": "com.amazonaws.dynamodb.v20120810#PolicyNotFoundException", "message": "none"}'
	answer ListTagsOfResource <<<'{"Tags": []}'
	answer DescribeScalableTargets <<-'EOT'
		{"ScalableTargets": [
		  {"ServiceNamespace": "dynamodb", "ResourceId": "table/orders", "ScalableDimension": "dynamodb:table:ReadCapacityUnits"},
		  {"ServiceNamespace": "dynamodb", "ResourceId": "table/orders/index/day", "ScalableDimension": "dynamodb:index:ReadCapacityUnits"},
		  {"ServiceNamespace": "dynamodb", "ResourceId": "table/other", "ScalableDimension": "dynamodb:table:ReadCapacityUnits"}]}
	EOT
	answer 'GET _resources_?maxResults=1000' <<-'EOT'
		{"Results": [{"ResourceArn": "arn:aws:dynamodb:eu-west-1:111122223333:table/orders", "ResourceType": "DynamoDB",
		  "LastBackupTime": 1516925490.087}]}
	EOT
	respond_start
	collected AWS::DynamoDB::Table
	same "$(record arn:aws:dynamodb:eu-west-1:111122223333:table/orders |
	    jq -c '[.ScalableTargets[].ScalableDimension, .ProtectedResources[].LastBackupTime]')" \
	    '["dynamodb:table:ReadCapacityUnits","dynamodb:index:ReadCapacityUnits","2018-01-26T00:11:30.087000+00:00"]'
	same "$(record arn:aws:dynamodb:eu-west-1:111122223333:table/carts | jq -c '[.ScalableTargets, .ProtectedResources]')" '[[],[]]'
}

# https://docs.aws.amazon.com/kms/latest/APIReference/API_GetKeyLastUsage.html
@test "INV-17: a key says when it was used last, and since when that is known" {
	answer ListKeys <<-'EOT'
		{"Keys": [{"KeyId": "1a", "KeyArn": "arn:aws:kms:eu-west-1:111122223333:key/1a"},
		  {"KeyId": "2b", "KeyArn": "arn:aws:kms:eu-west-1:111122223333:key/2b"}]}
	EOT
	answer ListAliases <<-'EOT'
		{"Aliases": [{"AliasName": "alias/a", "AliasArn": "arn:aws:kms:eu-west-1:111122223333:alias/a", "TargetKeyId": "1a"},
		  {"AliasName": "alias/b", "AliasArn": "arn:aws:kms:eu-west-1:111122223333:alias/b", "TargetKeyId": "1a"},
		  {"AliasName": "alias/aws/s3", "AliasArn": "arn:aws:kms:eu-west-1:111122223333:alias/aws/s3"}]}
	EOT
	answer DescribeKey <<<'{"KeyMetadata": {"Enabled": true}}'
	answer GetKeyRotationStatus <<<'{"KeyRotationEnabled": true}'
	answer GetKeyPolicy <<<'{"Policy": "{}"}'
	answer ListResourceTags <<<'{"Tags": []}'
	answer GetKeyLastUsage@1a <<-'EOT'
		{"KeyLastUsage": {"Operation": "Decrypt", "Timestamp": 1770000000.5, "CloudTrailEventId": "e"}, "TrackingStartDate": 1760000000}
	EOT
	answer GetKeyLastUsage@2b <<<'{"TrackingStartDate": 1760000000}'
	respond_start
	collected AWS::KMS::Key
	same "$(record arn:aws:kms:eu-west-1:111122223333:key/1a | jq -c '[.LastUsage.KeyLastUsage.Timestamp, .Aliases[].AliasName]')" \
	    '["2026-02-02T02:40:00.500000+00:00","alias/a","alias/b"]'
	same "$(record arn:aws:kms:eu-west-1:111122223333:key/2b | jq -c '[.LastUsage, .Aliases]')" \
	    '[{"TrackingStartDate":"2025-10-09T08:53:20+00:00"},[]]'
}

# https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_DescribeDBSubnetGroups.html
@test "INV-18: a subnet group of databases has the instances and clusters that are in it, and another has none" {
	group() {
		printf '<DBSubnetGroup><DBSubnetGroupName>%s</DBSubnetGroupName>' "$1"
		printf '<DBSubnetGroupArn>arn:aws:rds:eu-west-1:111122223333:subgrp:%s</DBSubnetGroupArn></DBSubnetGroup>' "$1"
	}
	reply DescribeDBSubnetGroups <<<"<DBSubnetGroups>$(group used)$(group free)</DBSubnetGroups>"
	reply DescribeDBInstances <<-'EOT'
		<DBInstances><DBInstance><DBInstanceIdentifier>orders</DBInstanceIdentifier>
		<DBSubnetGroup><DBSubnetGroupName>used</DBSubnetGroupName></DBSubnetGroup></DBInstance></DBInstances>
	EOT
	reply DescribeDBClusters <<-'EOT'
		<DBClusters><DBCluster><DBClusterIdentifier>shop</DBClusterIdentifier><DBSubnetGroup>used</DBSubnetGroup></DBCluster></DBClusters>
	EOT
	reply ListTagsForResource <<<'<TagList/>'
	respond_start
	collected AWS::RDS::DBSubnetGroup
	same "$(jq -c '.Configuration // empty
	    | [.DBSubnetGroupName, .DBInstances[].DBInstanceIdentifier, .DBClusters[].DBClusterIdentifier]' records)" \
	    '["free"]
["used","orders","shop"]'
}

# https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_DescribeEventSubscriptions.html
@test "a region with databases of whose parameter groups nobody is told is found, and of whose security groups somebody is not" {
	reply DescribeEventSubscriptions <<-'EOT'
		<EventSubscriptionsList><EventSubscription><CustSubscriptionId>one</CustSubscriptionId><Enabled>true</Enabled>
		<SourceType>db-security-group</SourceType></EventSubscription></EventSubscriptionsList>
	EOT
	reply DescribeDBInstances <<<'<DBInstances><DBInstance/><DBInstance/></DBInstances><Marker>m</Marker>'
	reply DescribeDBInstances@m <<<'<DBInstances><DBInstance/></DBInstances>'
	respond_start
	collected AWS::RDS::RegionSettings
	same "$(record arn:aws:rds:eu-west-1:111122223333:settings | jq .NumberOfDBInstances)" 3
	qrie-eval -p RDSParameterGroupEventsUnsubscribed,RDSSecurityGroupEventsUnsubscribed records >found
	same "$(jq -r 'select(.Kind == "finding") | "\(.State) \(.Policy)"' found)" 'ACTIVE RDSParameterGroupEventsUnsubscribed'
}

# https://docs.aws.amazon.com/redshift/latest/APIReference/API_DescribeClusters.html
@test "a Redshift cluster has what its security groups let in, and its subnet group has the cluster" {
	local clusters='<Clusters><Cluster><ClusterIdentifier>sales</ClusterIdentifier><Endpoint><Port>5439</Port></Endpoint>
		<ClusterSubnetGroupName>private</ClusterSubnetGroupName><VpcSecurityGroups><VpcSecurityGroup>
		<VpcSecurityGroupId>sg-1</VpcSecurityGroupId></VpcSecurityGroup></VpcSecurityGroups></Cluster></Clusters>'
	reply DescribeClusters <<<"$clusters"
	reply DescribeLoggingStatus <<<'<LoggingEnabled>false</LoggingEnabled>'
	answer DescribeSecurityGroups <<-'EOT'
		<DescribeSecurityGroupsResponse xmlns="http://ec2.amazonaws.com/doc/2016-11-15/"><requestId>r</requestId><securityGroupInfo>
		<item><groupId>sg-1</groupId><groupName>db</groupName><ipPermissions><item><ipProtocol>tcp</ipProtocol><fromPort>5439</fromPort>
		<toPort>5439</toPort><ipRanges><item><cidrIp>0.0.0.0/0</cidrIp></item></ipRanges></item></ipPermissions></item>
		<item><groupId>sg-2</groupId><groupName>other</groupName></item></securityGroupInfo></DescribeSecurityGroupsResponse>
	EOT
	reply DescribeClusterSubnetGroups <<-'EOT'
		<ClusterSubnetGroups><ClusterSubnetGroup><ClusterSubnetGroupName>private</ClusterSubnetGroupName></ClusterSubnetGroup>
		</ClusterSubnetGroups>
	EOT
	respond_start
	collected AWS::Redshift::Cluster
	same "$(jq -c '.Configuration // empty | .SecurityGroups[] | [.GroupId, .IpPermissions[].IpRanges[].CidrIp]' records)" \
	    '["sg-1","0.0.0.0/0"]'
	qrie-eval -p RedshiftClusterPortOpen records >found
	same "$(jq -r 'select(.Kind == "finding") | "\(.State) \(.Message)"' found)" 'ACTIVE port 5439 is open to all by sg-1'
	collected AWS::Redshift::ClusterSubnetGroup
	same "$(jq -c '.Configuration // empty | [.Clusters[].ClusterIdentifier]' records)" '["sales"]'
}

# https://docs.aws.amazon.com/efs/latest/ug/API_DescribeMountTargets.html
@test "an EFS file system tells of each mount target whether its subnet gives out public addresses" {
	answer 'GET _2015-02-01_file-systems?MaxItems=100' <<-'EOT'
		{"FileSystems": [{"FileSystemId": "fs-1", "FileSystemArn": "arn:aws:elasticfilesystem:eu-west-1:111122223333:file-system/fs-1"}]}
	EOT
	answer 'GET _resources_?maxResults=1000' <<<'{"Results": []}'
	answer -s 404 -h 'x-amzn-ErrorType: PolicyNotFound' 'GET _2015-02-01_file-systems_fs-1_policy' <<<'{"ErrorCode": "PolicyNotFound"}'
	answer -s 404 -h 'x-amzn-ErrorType: PolicyNotFound' 'GET _2015-02-01_file-systems_fs-1_backup-policy' <<<'{"ErrorCode": "PolicyNotFound"}'
	answer 'GET _2015-02-01_file-systems_fs-1_lifecycle-configuration' <<<'{"LifecyclePolicies": []}'
	answer 'GET _2015-02-01_mount-targets?FileSystemId=fs-1' <<-'EOT'
		{"MountTargets": [{"MountTargetId": "fsmt-1", "FileSystemId": "fs-1", "SubnetId": "subnet-1"}]}
	EOT
	answer DescribeSubnets <<-'EOT'
		<DescribeSubnetsResponse xmlns="http://ec2.amazonaws.com/doc/2016-11-15/"><requestId>r</requestId><subnetSet><item>
		<subnetId>subnet-1</subnetId><mapPublicIpOnLaunch>true</mapPublicIpOnLaunch></item></subnetSet></DescribeSubnetsResponse>
	EOT
	respond_start
	collected AWS::EFS::FileSystem
	same "$(jq -c '.Configuration // empty | [.MountTargets[].Subnets[] | .SubnetId, .MapPublicIpOnLaunch]' records)" '["subnet-1",true]'
}
