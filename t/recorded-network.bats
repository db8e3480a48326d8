# Types of networks and machines that no emulator holds, or not whole: answers in the wire format of the API reference's
# examples.  https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_Operations.html
load helper
load respond

export QRIE_SHARE=$QRIE_TOP/share

teardown() {
	respond_stop
}

# ec2 OPERATION[@VALUE]: its answer; the body is standard input.
ec2() {
	local name=${1%@*}
	answer "$1" <<-EOT
		<?xml version="1.0" encoding="UTF-8"?>
		<${name}Response xmlns="http://ec2.amazonaws.com/doc/2016-11-15/">
		    <requestId>59dbff89-35bd-4eac-99ed-be587EXAMPLE</requestId>
		    $(cat)
		</${name}Response>
	EOT
}

# settings: all that a region is set to.
settings() {
	ec2 GetEbsEncryptionByDefault <<<'<ebsEncryptionByDefault>true</ebsEncryptionByDefault><sseType>sse-kms</sseType>'
	ec2 GetEbsDefaultKmsKeyId <<<'<kmsKeyId>arn:aws:kms:eu-west-1:111122223333:key/5df5d0ac-example</kmsKeyId>'
	ec2 GetSnapshotBlockPublicAccessState <<<'<state>block-all-sharing</state><managedBy>account</managedBy>'
	ec2 GetImageBlockPublicAccessState <<<'<imageBlockPublicAccessState>unblocked</imageBlockPublicAccessState>'
	ec2 GetInstanceMetadataDefaults <<-'EOT'
		<accountLevel><httpTokens>required</httpTokens><httpPutResponseHopLimit>2</httpPutResponseHopLimit></accountLevel>
	EOT
	ec2 GetSerialConsoleAccessStatus <<<'<serialConsoleAccessEnabled>false</serialConsoleAccessEnabled>'
	ec2 DescribeVpcBlockPublicAccessOptions <<-'EOT'
		<vpcBlockPublicAccessOptions><awsAccountId>111122223333</awsAccountId><awsRegion>eu-west-1</awsRegion>
		<state>default-state</state><internetGatewayBlockMode>off</internetGatewayBlockMode>
		<lastUpdateTimestamp>2026-05-08T14:30:00.000Z</lastUpdateTimestamp></vpcBlockPublicAccessOptions>
	EOT
}

@test "what EC2 does unless told otherwise is one record a region: encryption, public access, metadata, console" {
	settings
	respond_start
	run -0 --separate-stderr qrie-collect -t ec2/settings -r eu-west-1,us-east-1
	same "$stderr" ''
	same "$(jq -r 'select(.ARN) | "\(.ARN) \(.Region) \(.Tags)"' <<<"$output")" \
	    'arn:aws:ec2:eu-west-1:111122223333:settings eu-west-1 {}
arn:aws:ec2:us-east-1:111122223333:settings us-east-1 {}'
	same "$(jq -c 'select(.Region == "eu-west-1" and .ARN).Configuration' <<<"$output")" "$(tr -d '\n' <<-'EOT'
		{"EbsEncryptionByDefault":true,"EbsDefaultKmsKeyId":"arn:aws:kms:eu-west-1:111122223333:key/5df5d0ac-example",
		"SnapshotBlockPublicAccess":{"State":"block-all-sharing","ManagedBy":"account"},
		"ImageBlockPublicAccess":{"ImageBlockPublicAccessState":"unblocked"},
		"InstanceMetadataDefaults":{"HttpTokens":"required","HttpPutResponseHopLimit":2},
		"SerialConsoleAccessEnabled":false,
		"VpcBlockPublicAccessOptions":{"AwsAccountId":"111122223333","AwsRegion":"eu-west-1","State":"default-state",
		"InternetGatewayBlockMode":"off","LastUpdateTimestamp":"2026-05-08T14:30:00+00:00"}}
	EOT
	)"
}

@test "PRF-06: a setting that may not be read is Unreadable, and the others of the region are told" {
	settings
	answer -s 403 GetEbsEncryptionByDefault <<-'EOT'
		<Response><Errors><Error><Code>UnauthorizedOperation</Code><Message>no</Message></Error></Errors></Response>
	EOT
	mv aws/answers/GetEbsEncryptionByDefault.2 aws/answers/GetEbsEncryptionByDefault.1
	respond_start
	run -2 --separate-stderr qrie-collect -t ec2/settings
	same "$(jq -c 'select(.ARN) | [(.Configuration | keys | length), .Unreadable[].Path]' <<<"$output")" \
	    '[6,".Configuration.EbsEncryptionByDefault"]'
}

@test "a client VPN endpoint tells whether it logs connections" {
	ec2 DescribeClientVpnEndpoints <<-'EOT'
		<clientVpnEndpoint><item>
		    <associatedTargetNetwork/>
		    <authenticationOptions><item>
		        <mutualAuthentication>
		            <clientRootCertificateChain>arn:aws:acm:eu-west-1:111122223333:certificate/a1b2c3d4</clientRootCertificateChain>
		        </mutualAuthentication>
		        <type>certificate-authentication</type>
		    </item></authenticationOptions>
		    <clientCidrBlock>10.0.0.0/16</clientCidrBlock>
		    <clientVpnEndpointId>cvpn-endpoint-00c5d11fc4EXAMPLE</clientVpnEndpointId>
		    <connectionLogOptions><Enabled>false</Enabled></connectionLogOptions>
		    <creationTime>2026-07-04T18:36:42</creationTime>
		    <status><code>pending-associate</code></status>
		    <tagSet><item><key>Name</key><value>staff</value></item></tagSet>
		    <transportProtocol>udp</transportProtocol>
		</item></clientVpnEndpoint>
	EOT
	respond_start
	run -0 --separate-stderr qrie-collect -t AWS::EC2::ClientVpnEndpoint
	same "$(jq -c 'select(.ARN) | [.ARN, .Tags, .Configuration]' <<<"$output")" "$(tr -d '\n' <<-'EOT'
		["arn:aws:ec2:eu-west-1:111122223333:client-vpn-endpoint/cvpn-endpoint-00c5d11fc4EXAMPLE",{"Name":"staff"},
		{"ClientVpnEndpointId":"cvpn-endpoint-00c5d11fc4EXAMPLE","Status":{"Code":"pending-associate"},
		"CreationTime":"2026-07-04T18:36:42","ClientCidrBlock":"10.0.0.0/16","TransportProtocol":"udp",
		"AssociatedTargetNetworks":[],"AuthenticationOptions":[{"Type":"certificate-authentication","MutualAuthentication":
		{"ClientRootCertificateChain":"arn:aws:acm:eu-west-1:111122223333:certificate/a1b2c3d4"}}],
		"ConnectionLogOptions":{"Enabled":false},"Tags":[{"Key":"Name","Value":"staff"}]}]
	EOT
	)"
}

# options [TOKEN] VERSION...: a page of what can be ordered.
options() {
	printf '<OrderableDBInstanceOptions>'
	printf '<OrderableDBInstanceOption><Engine>aurora-mysql</Engine><EngineVersion>%s</EngineVersion></OrderableDBInstanceOption>' "${@:2}"
	printf '</OrderableDBInstanceOptions>'
	[ -z "$1" ] || printf '<Marker>%s</Marker>' "$1"
}

@test "INV-25: a region's record tells its zones, and of which engines Aurora Serverless v2 is offered" {
	ec2 DescribeRegions <<-'EOT'
		<regionInfo><item><regionName>eu-west-1</regionName><regionEndpoint>ec2.eu-west-1.amazonaws.com</regionEndpoint>
		<optInStatus>opt-in-not-required</optInStatus></item></regionInfo>
	EOT
	ec2 DescribeAvailabilityZones <<-'EOT'
		<availabilityZoneInfo>
		   <item><zoneName>eu-west-1a</zoneName><zoneState>available</zoneState><zoneId>euw1-az1</zoneId></item>
		   <item><zoneName>eu-west-1b</zoneName><zoneState>available</zoneState><zoneId>euw1-az2</zoneId></item>
		</availabilityZoneInfo>
	EOT
	options more 8.0.mysql_aurora.3.05.2 8.0.mysql_aurora.3.04.1 | reply DescribeOrderableDBInstanceOptions@aurora-mysql
	options '' 8.0.mysql_aurora.3.05.2 8.0.mysql_aurora.3.08.0 | reply DescribeOrderableDBInstanceOptions@aurora-mysql
	options '' | sed 's/<OrderableDBInstanceOption>.*<.OrderableDBInstanceOption>//' |
	    reply DescribeOrderableDBInstanceOptions@aurora-postgresql
	respond_start
	run -0 --separate-stderr qrie-collect -t AWS::::Region
	same "$(jq -c 'select(.ARN).Configuration |
	    [.Regions[0].OptInStatus, (.AvailabilityZones | map(.ZoneName)), .AuroraMySQLServerlessV2, .AuroraPostgreSQLServerlessV2]' <<<"$output")" "$(tr -d '\n' <<-'EOT'
		["opt-in-not-required",["eu-west-1a","eu-west-1b"],
		["8.0.mysql_aurora.3.04.1","8.0.mysql_aurora.3.05.2","8.0.mysql_aurora.3.08.0"],[]]
	EOT
	)"
}

@test "SEC-08: no pre-shared key of a VPN connection is in a record" {
	ec2 DescribeVpnConnections <<-'EOT'
		<vpnConnectionSet><item>
		    <vpnConnectionId>vpn-1122334455aabbccd</vpnConnectionId><state>available</state>
		    <customerGatewayConfiguration>&lt;vpn_connection&gt;&lt;pre_shared_key&gt;hunter2&lt;/pre_shared_key&gt;</customerGatewayConfiguration>
		    <options><tunnelOptionSet><item><outsideIpAddress>203.0.113.3</outsideIpAddress><preSharedKey>hunter2</preSharedKey></item>
		    </tunnelOptionSet></options>
		</item></vpnConnectionSet>
	EOT
	respond_start
	run -0 --separate-stderr qrie-collect -t ec2/vpn-connection
	[[ $output == *vpn-1122334455aabbccd* && $output == *203.0.113.3* && $output != *hunter2* ]]
}

@test "INV-23: of services that are described together, one that is MISSING has no record, and the others have" {
	answer ListClusters <<<'{"clusterArns": ["arn:aws:ecs:eu-west-1:111122223333:cluster/web"]}'
	answer ListServices <<-'EOT'
		{"serviceArns": ["arn:aws:ecs:eu-west-1:111122223333:service/web/old", "arn:aws:ecs:eu-west-1:111122223333:service/web/new"]}
	EOT
	answer DescribeServices <<-'EOT'
		{"services": [{"serviceArn": "arn:aws:ecs:eu-west-1:111122223333:service/web/new", "serviceName": "new", "tags":
		  [{"key": "Name", "value": "new"}]}],
		 "failures": [{"arn": "arn:aws:ecs:eu-west-1:111122223333:service/web/old", "reason": "MISSING"}]}
	EOT
	respond_start
	run -0 --separate-stderr qrie-collect -t ecs/service
	same "$stderr" ''
	same "$(jq -c 'select(.ARN) | [.ARN, .Tags, .Configuration.serviceName]' <<<"$output")" \
	    '["arn:aws:ecs:eu-west-1:111122223333:service/web/new",{"Name":"new"},"new"]'
	same "$(jq -r 'select(.Kind == "coverage") | "\(.Status) \(.Resources)"' <<<"$output")" 'complete 1'
}

# subnet NAME ZONE CIDR: an item of DescribeSubnets.
subnet() {
	printf '<item><subnetId>%s</subnetId><vpcId>vpc-1</vpcId><availabilityZone>eu-west-1%s</availabilityZone><cidrBlock>%s</cidrBlock></item>' "$@"
}

# table NAME GATEWAY ASSOCIATION: a route table whose way out is a gateway.
table() {
	printf '<item><routeTableId>%s</routeTableId><vpcId>vpc-1</vpcId><routeSet><item>
	<destinationCidrBlock>0.0.0.0/0</destinationCidrBlock>%s</item></routeSet><associationSet><item>%s</item></associationSet></item>' "$@"
}

@test "INV-25: a network's record holds its CIDR, the zones of its subnets, and by their routes which of these are public" {
	ec2 DescribeVpcs <<<'<vpcSet><item><vpcId>vpc-1</vpcId><cidrBlock>10.0.0.0/16</cidrBlock></item></vpcSet>'
	{
		printf '<subnetSet>'
		subnet subnet-1 a 10.0.0.0/24
		subnet subnet-2 b 10.0.1.0/24
		subnet subnet-3 c 10.0.2.0/24
		printf '</subnetSet>'
	} | ec2 DescribeSubnets
	{
		printf '<routeTableSet>'
		table rtb-main '<natGatewayId>nat-1</natGatewayId>' '<main>true</main>'
		table rtb-out '<gatewayId>igw-1</gatewayId>' '<main>false</main><subnetId>subnet-2</subnetId>'
		printf '</routeTableSet>'
	} | ec2 DescribeRouteTables
	ec2 DescribeInternetGateways <<-'EOT'
		<internetGatewaySet><item><internetGatewayId>igw-1</internetGatewayId>
		<attachmentSet><item><vpcId>vpc-1</vpcId></item></attachmentSet></item></internetGatewaySet>
	EOT
	ec2 DescribeFlowLogs <<-'EOT'
		<flowLogSet><item><flowLogId>fl-1</flowLogId><resourceId>vpc-1</resourceId></item>
		<item><flowLogId>fl-2</flowLogId><resourceId>vpc-1</resourceId></item></flowLogSet>
	EOT
	ec2 DescribeVpcEndpoints <<<'<vpcEndpointSet/>'
	ec2 DescribeNatGateways <<<'<natGatewaySet><item><natGatewayId>nat-1</natGatewayId><vpcId>vpc-1</vpcId></item></natGatewaySet>'
	ec2 DescribeVpcAttribute@enableDnsSupport <<<'<vpcId>vpc-1</vpcId><enableDnsSupport><value>true</value></enableDnsSupport>'
	ec2 DescribeVpcAttribute@enableDnsHostnames <<<'<vpcId>vpc-1</vpcId><enableDnsHostnames><value>false</value></enableDnsHostnames>'
	respond_start
	run -0 --separate-stderr qrie-collect -t AWS::EC2::VPC
	same "$stderr" ''
	same "$(jq -c 'select(.ARN).Configuration | [.CidrBlock, ([.Subnets[].AvailabilityZone] | unique | length), [.FlowLogs[].FlowLogId],
	    [.NatGateways[].NatGatewayId], .EnableDnsSupport, .EnableDnsHostnames]' <<<"$output")" \
	    '["10.0.0.0/16",3,["fl-1","fl-2"],["nat-1"],true,false]'
	# A subnet is public if its own table, else the main one, leads to an internet gateway.
	same "$(jq -c 'select(.ARN).Configuration | .RouteTables as $t | .Subnets | map(.SubnetId as $s
	    | [$t[] | select(any(.Associations[]; .SubnetId == $s))][0] // [$t[] | select(any(.Associations[]; .Main))][0]
	    | if any(.Routes[]; (.GatewayId // "") | startswith("igw-")) then "public" else "private" end)' <<<"$output")" \
	    '["private","public","private"]'
	run -0 --separate-stderr qrie-collect -t AWS::EC2::Subnet
	same "$(jq -c 'select(.ARN).Configuration | (.RouteTables + .MainRouteTables)[0].RouteTableId' <<<"$output" | xargs)" \
	    'rtb-main rtb-out rtb-main'
}

@test "CST-04: a snapshot's record says whether its volume is still there, and which images are made of it" {
	ec2 DescribeSnapshots <<-'EOT'
		<snapshotSet><item><snapshotId>snap-1</snapshotId><volumeId>vol-1</volumeId></item>
		<item><snapshotId>snap-2</snapshotId><volumeId>vol-gone</volumeId></item></snapshotSet>
	EOT
	ec2 DescribeSnapshotAttribute <<<'<createVolumePermission/>'
	ec2 DescribeVolumes <<<'<volumeSet><item><volumeId>vol-1</volumeId><size>8</size></item></volumeSet>'
	ec2 DescribeImages <<-'EOT'
		<imagesSet><item><imageId>ami-1</imageId><blockDeviceMapping><item><deviceName>/dev/sdb</deviceName></item>
		<item><deviceName>/dev/xvda</deviceName><ebs><snapshotId>snap-2</snapshotId></ebs></item></blockDeviceMapping></item></imagesSet>
	EOT
	respond_start
	run -0 --separate-stderr qrie-collect -t AWS::EC2::Snapshot
	same "$stderr" ''
	same "$(jq -c 'select(.ARN).Configuration | [.SnapshotId, .Volumes, .Images]' <<<"$output" | sort)" \
	    '["snap-1",[{"VolumeId":"vol-1"}],[]]
["snap-2",[],[{"SnapshotId":"snap-2","ImageId":"ami-1"}]]'
}

@test "a peering connection's record holds the routes through it, of whichever table, and no others" {
	ec2 DescribeVpcPeeringConnections <<-'EOT'
		<vpcPeeringConnectionSet><item><vpcPeeringConnectionId>pcx-1</vpcPeeringConnectionId></item></vpcPeeringConnectionSet>
	EOT
	{
		printf '<routeTableSet>'
		table rtb-1 '<vpcPeeringConnectionId>pcx-1</vpcPeeringConnectionId>' '<main>true</main>'
		table rtb-2 '<vpcPeeringConnectionId>pcx-2</vpcPeeringConnectionId>' '<main>false</main>'
		table rtb-3 '<gatewayId>igw-1</gatewayId>' '<main>false</main>'
		printf '</routeTableSet>'
	} | ec2 DescribeRouteTables
	respond_start
	run -0 --separate-stderr qrie-collect -t AWS::EC2::VPCPeeringConnection
	same "$stderr" ''
	same "$(jq -c 'select(.ARN).Configuration.Routes[] | [.RouteTableId, .VpcId, .DestinationCidrBlock]' <<<"$output")" \
	    '["rtb-1","vpc-1","0.0.0.0/0"]'
}
