"""Networks: of each type a bare resource and one with all that can be set on it."""
import boto3

REGION = "us-east-1"


def tags(name):
    return [{"Key": "Name", "Value": name}, {"Key": "grüße", "Value": "a & <b>"}]


def tagged(kind, name):
    return [{"ResourceType": kind, "Tags": tags(name)}]


def network(ec2):
    """A network with a public and a private subnet in two zones, routes, gateways, rules and a flow log."""
    bare = ec2.create_vpc(CidrBlock="10.1.0.0/16")["Vpc"]["VpcId"]
    vpc = ec2.create_vpc(CidrBlock="10.0.0.0/16", TagSpecifications=tagged("vpc", "full"))["Vpc"]["VpcId"]
    ec2.modify_vpc_attribute(VpcId=vpc, EnableDnsHostnames={"Value": True})
    ec2.modify_vpc_attribute(VpcId=bare, EnableDnsSupport={"Value": False})
    public, private = (ec2.create_subnet(
        VpcId=vpc, CidrBlock=f"10.0.{n}.0/24", AvailabilityZone=f"{REGION}{zone}",
        TagSpecifications=tagged("subnet", f"subnet {n}"))["Subnet"]["SubnetId"] for n, zone in enumerate("ab"))
    ec2.modify_subnet_attribute(SubnetId=public, MapPublicIpOnLaunch={"Value": True})
    gateway = ec2.create_internet_gateway()["InternetGateway"]["InternetGatewayId"]
    ec2.attach_internet_gateway(VpcId=vpc, InternetGatewayId=gateway)
    ec2.create_internet_gateway(TagSpecifications=tagged("internet-gateway", "attached to nothing"))
    table = ec2.create_route_table(VpcId=vpc, TagSpecifications=tagged("route-table", "public"))["RouteTable"]["RouteTableId"]
    ec2.create_route(RouteTableId=table, DestinationCidrBlock="0.0.0.0/0", GatewayId=gateway)
    ec2.associate_route_table(RouteTableId=table, SubnetId=public)
    return bare, vpc, public, private, table


def acl(ec2, vpc):
    made = ec2.create_network_acl(VpcId=vpc, TagSpecifications=tagged("network-acl", "rules"))["NetworkAcl"]["NetworkAclId"]
    ec2.create_network_acl_entry(NetworkAclId=made, RuleNumber=100, Protocol="6", RuleAction="allow", Egress=False,
                                 CidrBlock="0.0.0.0/0", PortRange={"From": 22, "To": 22})


def flow_logs(ec2, vpc, subnet):
    """Two on one network: one destination each."""
    logs = boto3.client("logs", region_name=REGION)
    logs.create_log_group(logGroupName="/qrie/flow")
    ec2.create_flow_logs(
        ResourceIds=[vpc], ResourceType="VPC", TrafficType="ALL", LogGroupName="/qrie/flow",
        DeliverLogsPermissionArn="arn:aws:iam::111122223333:role/flow", TagSpecifications=tagged("vpc-flow-log", "groups"))
    boto3.client("s3", region_name=REGION).create_bucket(Bucket="qrie-flow")
    ec2.create_flow_logs(ResourceIds=[vpc], ResourceType="VPC", TrafficType="REJECT", LogDestinationType="s3",
                         LogDestination="arn:aws:s3:::qrie-flow")
    ec2.create_flow_logs(ResourceIds=[subnet], ResourceType="Subnet", TrafficType="ACCEPT", LogDestinationType="s3",
                         LogDestination="arn:aws:s3:::qrie-flow")


def addresses(ec2, public, private):
    """Addresses that are used and unused, interfaces, a NAT gateway and one that was deleted."""
    ec2.allocate_address(Domain="vpc")
    used = ec2.allocate_address(Domain="vpc", TagSpecifications=tagged("elastic-ip", "gateway"))["AllocationId"]
    ec2.create_nat_gateway(SubnetId=public, AllocationId=used, TagSpecifications=tagged("natgateway", "public"))
    gone = ec2.create_nat_gateway(SubnetId=private, ConnectivityType="private")["NatGateway"]["NatGatewayId"]
    ec2.delete_nat_gateway(NatGatewayId=gone)
    ec2.create_network_interface(SubnetId=private, Description="attached to nothing",
                                 TagSpecifications=tagged("network-interface", "free"))


def endpoints(ec2, vpc, private, table):
    ec2.create_vpc_endpoint(VpcId=vpc, ServiceName=f"com.amazonaws.{REGION}.s3", VpcEndpointType="Gateway",
                            RouteTableIds=[table], TagSpecifications=tagged("vpc-endpoint", "s3"))
    ec2.create_vpc_endpoint(VpcId=vpc, ServiceName=f"com.amazonaws.{REGION}.secretsmanager", VpcEndpointType="Interface",
                            SubnetIds=[private], PrivateDnsEnabled=True)


def between(ec2, bare, vpc, emulator):
    """What joins networks.  ministack has no transit gateways and connections."""
    peering = ec2.create_vpc_peering_connection(VpcId=vpc, PeerVpcId=bare)["VpcPeeringConnection"]["VpcPeeringConnectionId"]
    ec2.accept_vpc_peering_connection(VpcPeeringConnectionId=peering)
    if emulator == "ministack":
        return
    transit = ec2.create_transit_gateway(Description="all", Options={"AutoAcceptSharedAttachments": "enable"},
                                         TagSpecifications=tagged("transit-gateway", "all"))["TransitGateway"]["TransitGatewayId"]
    customer = ec2.create_customer_gateway(Type="ipsec.1", PublicIp="192.0.2.1", BgpAsn=65000)["CustomerGateway"]["CustomerGatewayId"]
    ec2.create_vpn_connection(Type="ipsec.1", CustomerGatewayId=customer, TransitGatewayId=transit,
                              Options={"TunnelOptions": [{"PreSharedKey": "s3cret_s3cret"}, {}]})


def make(emulator):
    ec2 = boto3.client("ec2", region_name=REGION)
    bare, vpc, public, private, table = network(ec2)
    acl(ec2, vpc)
    flow_logs(ec2, vpc, private)
    addresses(ec2, public, private)
    endpoints(ec2, vpc, private, table)
    between(ec2, bare, vpc, emulator)
