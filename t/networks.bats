# What the documents ask of machines, networks and load balancers, judged by the real tool.
load helper

# Each finding of a policy as "NAME MESSAGE".
findings() {
	violations "$@" | cut -d ' ' -f 2-
}

@test "POL-14: an instance of an image that is not in the list of approved ones is found, and its image is the evidence" {
	{
		given AWS::EC2::Instance good '{"ImageId":"ami-1"}'
		given AWS::EC2::Instance bad '{"ImageId":"ami-2"}'
	} >in
	echo '{"EC2InstanceImageNotApproved": {"ApprovedAmis": ["ami-1"]}}' >parameters
	same "$(findings EC2InstanceImageNotApproved --parameters parameters)" 'bad ami-2 is not among the approved images'
	same "$(jq -c 'select(.Kind == "finding").Evidence' all)" '{"ImageId":"ami-2"}'
}

@test "POL-15: ingress from 0.0.0.0/0 is found with its ports, and from 10.0.0.0/8 it is not" {
	rule() { printf '{"IpPermissions":[{"IpProtocol":"tcp","FromPort":20,"ToPort":22,"IpRanges":[{"CidrIp":"%s"}]}]}' "$1"; }
	{
		given AWS::EC2::SecurityGroup open "$(rule 0.0.0.0/0)"
		given AWS::EC2::SecurityGroup own "$(rule 10.0.0.0/8)"
	} >in
	same "$(findings EC2SecurityGroupOpen)" 'open open: tcp 20-22 from 0.0.0.0/0'
}

@test "POL-30: a network with subnets in two zones is found, one with three and the expected kinds is not" {
	network() {
		printf '{"Subnets":['
		printf '{"SubnetId":"p%s","AvailabilityZone":"%s"},{"SubnetId":"q%s","AvailabilityZone":"%s"}' "$1" "$1" "$1" "$1"
		shift
		for zone; do
			printf ',{"SubnetId":"p%s","AvailabilityZone":"%s"},{"SubnetId":"q%s","AvailabilityZone":"%s"}' "$zone" "$zone" "$zone" "$zone"
		done
		printf '],"RouteTables":[{"Associations":[{"SubnetId":"pa"},{"SubnetId":"pb"},{"SubnetId":"pc"}],"Routes":['
		printf '{"DestinationCidrBlock":"0.0.0.0/0","GatewayId":"igw-1"}]},{"Associations":[{"Main":true}],"Routes":['
		printf '{"DestinationCidrBlock":"0.0.0.0/0","NatGatewayId":"nat-1"}]}]}'
	}
	{
		given AWS::EC2::VPC two "$(network a b)"
		given AWS::EC2::VPC three "$(network a b c)"
	} >in
	same "$(findings VPCZonesTooFew)" 'two zones with subnets, any: 2, public: 2, private: 2'
}

@test "POL-32: a region without the alarm that is expected is found, one with all of them is not" {
	{
		given AWS::::Monitoring lacking '{"Alarms":[{"AlarmName":"cpu","ActionsEnabled":true}]}'
		given AWS::::Monitoring complete '{"Alarms":[{"AlarmName":"cpu","ActionsEnabled":true},{"AlarmName":"disk","ActionsEnabled":true}]}'
	} >in
	echo '{"MonitoringAlarmMissing": {"Names": ["cpu", "disk"]}}' >parameters
	same "$(findings MonitoringAlarmMissing --parameters parameters)" 'lacking no alarm: disk'
}

@test "POL-34: a database's group that does not let the application's in on its port is found, one that does is not" {
	for port in 3306 5432; do
		given AWS::EC2::SecurityGroup "$port" '{"GroupId":"sg-'$port'","GroupName":"db","IpPermissions":[{"IpProtocol":"tcp",
			"FromPort":'$port',"ToPort":'$port',"UserIdGroupPairs":[{"GroupId":"sg-app"}]}]}' | tr -d '\n\t'
		echo
	done >in
	echo '{"EC2SecurityGroupConnectionMissing": {"Connections": [{"To": "db", "From": "sg-app", "Port": 3306}]}}' >parameters
	same "$(findings EC2SecurityGroupConnectionMissing --parameters parameters)" '5432 not let in: sg-app on tcp 3306'
	given AWS::EC2::SecurityGroup made '{"GroupId":"sg-made","GroupName":"db","IpPermissions":[]}' >in
	same "$(findings EC2SecurityGroupConnectionMissing --parameters parameters)" 'made not let in: sg-app on tcp 3306'
	same "$(findings EC2SecurityGroupConnectionMissing)" ''
}

@test "LNT-19: a network whose flow logs go to one of S3 and CloudWatch alone is found" {
	log() { printf '{"FlowLogStatus":"ACTIVE","TrafficType":"ALL","LogDestinationType":"%s"}' "$1"; }
	{
		given AWS::EC2::VPC one "{\"FlowLogs\":[$(log s3)]}"
		given AWS::EC2::VPC both "{\"FlowLogs\":[$(log s3),$(log cloud-watch-logs)]}"
	} >in
	same "$(findings VPCFlowLogsNotToBoth)" 'one no active flow log to cloud-watch-logs'
}

@test "LNT-25: a load balancer without deletion protection in production is found, and one with it in a test" {
	protected() { printf '{"Type":"application","Attributes":[{"Key":"deletion_protection.enabled","Value":"%s"}]}' "$1"; }
	for environment in production test; do
		for value in true false; do
			given AWS::ElasticLoadBalancingV2::LoadBalancer "$environment-$value" "$(protected $value)" "{\"Environment\":\"$environment\"}"
		done
	done >in
	same "$(findings ELBDeletionProtectionWrongForEnvironment)" 'production-false deletion protection is off in production
test-true deletion protection is on where all must be deletable'
}

@test "LNT-32: a function that is handed a secret as a variable is found by the name, and no value is in the finding" {
	{
		given AWS::Lambda::Function value '{"Environment":{"Variables":{"DB_PASSWORD":"correct horse"}}}'
		given AWS::Lambda::Function reference '{"Environment":{"Variables":{"DB_SECRET_ARN":"arn:aws:secretsmanager:eu-west-1:111122223333:secret:db"}}}'
	} >in
	same "$(findings LambdaEnvironmentSecret)" 'value secrets by value: DB_PASSWORD'
	run -1 grep -q 'correct horse' all
}

@test "LNT-34: a network without endpoints for S3 and secrets is found, with the cost of NAT as the reason" {
	given AWS::EC2::VPC bare '{"VpcEndpoints":[]}' >in
	same "$(findings VPCEndpointsMissing)" \
	    'bare no endpoint for s3, secretsmanager: calls from private subnets go through NAT, which bills each GB'
}

@test "CST-04, CST-06: two NAT gateways outside production are found, and a single one in production" {
	for environment in dev production; do
		given AWS::EC2::VPC "$environment-1" '{"NatGateways":[{"NatGatewayId":"nat-1"}]}' "{\"Environment\":\"$environment\"}"
		given AWS::EC2::VPC "$environment-2" '{"NatGateways":[{"NatGatewayId":"nat-1"},{"NatGatewayId":"nat-2"}]}' \
		    "{\"Environment\":\"$environment\"}"
	done >in
	same "$(findings VPCNatGatewaysWrongForEnvironment)" 'dev-2 NAT gateways outside production: 2
production-1 NAT gateways in production: 1, a single point of failure'
}
