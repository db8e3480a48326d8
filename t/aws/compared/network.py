"""What the AWS CLI says of networks."""
from cli import aws


def described(command, member, part, name, keep=lambda item: True):
    """A type of which one listing says all: its ARN is PART/NAME."""
    def resources(account, regions):
        for region in regions:
            for item in aws(f"ec2 {command}", region=region)[member]:
                if keep(item):
                    yield f"arn:aws:ec2:{region}:{account}:{part}/{item[name]}", region, item
    return resources


def of(listed, vpc):
    return [one for one in listed if one.get("VpcId") == vpc]


def vpcs(account, regions):
    for region in regions:
        def listed(what, member):
            return aws(f"ec2 describe-{what}", region=region)[member]

        subnets, tables = listed("subnets", "Subnets"), listed("route-tables", "RouteTables")
        gateways, logs = listed("internet-gateways", "InternetGateways"), listed("flow-logs", "FlowLogs")
        endpoints = listed("vpc-endpoints", "VpcEndpoints")
        nats = [n for n in listed("nat-gateways", "NatGateways") if n["State"] in ("pending", "available")]
        for item in listed("vpcs", "Vpcs"):
            vpc = item["VpcId"]

            def attribute(name, member):
                return aws("ec2 describe-vpc-attribute --vpc-id {v} --attribute {a}", v=vpc, a=name, region=region)[member]["Value"]

            yield f"arn:aws:ec2:{region}:{account}:vpc/{vpc}", region, item | {
                "Subnets": of(subnets, vpc),
                "RouteTables": of(tables, vpc),
                "InternetGateways": [g for g in gateways if vpc in [a["VpcId"] for a in g.get("Attachments", [])]],
                "FlowLogs": [log for log in logs if log["ResourceId"] == vpc],
                "VpcEndpoints": of(endpoints, vpc),
                "NatGateways": of(nats, vpc),
                "EnableDnsSupport": attribute("enableDnsSupport", "EnableDnsSupport"),
                "EnableDnsHostnames": attribute("enableDnsHostnames", "EnableDnsHostnames"),
            }


def peerings(account, regions):
    for arn, region, item in described("describe-vpc-peering-connections", "VpcPeeringConnections", "vpc-peering-connection",
                                       "VpcPeeringConnectionId")(account, regions):
        yield arn, region, item | {"Routes": [
            {"RouteTableId": table["RouteTableId"], "VpcId": table["VpcId"],
             "VpcPeeringConnectionId": route["VpcPeeringConnectionId"],
             "DestinationCidrBlock": route.get("DestinationCidrBlock"),
             "DestinationIpv6CidrBlock": route.get("DestinationIpv6CidrBlock")}
            for table in aws("ec2 describe-route-tables", region=region)["RouteTables"] for route in table.get("Routes", [])
            if route.get("VpcPeeringConnectionId") == item["VpcPeeringConnectionId"]]}


def subnets(account, regions):
    for region in regions:
        tables = aws("ec2 describe-route-tables", region=region)["RouteTables"]
        for item in aws("ec2 describe-subnets", region=region)["Subnets"]:
            yield f"arn:aws:ec2:{region}:{account}:subnet/{item['SubnetId']}", region, item | {
                "RouteTables": [t for t in tables if item["SubnetId"] in [a.get("SubnetId") for a in t["Associations"]]],
                "MainRouteTables": [t for t in of(tables, item["VpcId"]) if any(a["Main"] for a in t["Associations"])],
            }


def vpn_connections(account, regions):
    for region in regions:
        for item in aws("ec2 describe-vpn-connections", region=region)["VpnConnections"]:
            item["CustomerGatewayConfiguration"] = "(redacted)"
            for tunnel in item.get("Options", {}).get("TunnelOptions", []):
                if "PreSharedKey" in tunnel:
                    tunnel["PreSharedKey"] = "(redacted)"
            yield f"arn:aws:ec2:{region}:{account}:vpn-connection/{item['VpnConnectionId']}", region, item


def regions_facts(account, regions):
    for region in regions:
        def versions(engine):
            options = aws("rds describe-orderable-db-instance-options --engine {e} --db-instance-class db.serverless",
                          e=engine, region=region)["OrderableDBInstanceOptions"]
            return sorted({option["EngineVersion"] for option in options})

        yield f"arn:aws:ec2:{region}:{account}:region/{region}", region, {
            "Regions": aws("ec2 describe-regions --region-names {r}", r=region, region=region)["Regions"],
            "AvailabilityZones": aws("ec2 describe-availability-zones", region=region)["AvailabilityZones"],
            "AuroraMySQLServerlessV2": versions("aurora-mysql"),
            "AuroraPostgreSQLServerlessV2": versions("aurora-postgresql"),
        }


TYPES = {
    "AWS::::Region": regions_facts,
    "AWS::EC2::EIP": described("describe-addresses", "Addresses", "elastic-ip", "AllocationId"),
    "AWS::EC2::FlowLog": described("describe-flow-logs", "FlowLogs", "vpc-flow-log", "FlowLogId"),
    "AWS::EC2::InternetGateway": described(
        "describe-internet-gateways", "InternetGateways", "internet-gateway", "InternetGatewayId"),
    "AWS::EC2::NatGateway": described("describe-nat-gateways", "NatGateways", "natgateway", "NatGatewayId",
                                      lambda item: item["State"] != "deleted"),
    "AWS::EC2::NetworkAcl": described("describe-network-acls", "NetworkAcls", "network-acl", "NetworkAclId"),
    "AWS::EC2::NetworkInterface": described(
        "describe-network-interfaces", "NetworkInterfaces", "network-interface", "NetworkInterfaceId"),
    "AWS::EC2::RouteTable": described("describe-route-tables", "RouteTables", "route-table", "RouteTableId"),
    "AWS::EC2::Subnet": subnets,
    "AWS::EC2::TransitGateway": described(
        "describe-transit-gateways", "TransitGateways", "transit-gateway", "TransitGatewayId"),
    "AWS::EC2::VPC": vpcs,
    "AWS::EC2::VPCEndpoint": described("describe-vpc-endpoints", "VpcEndpoints", "vpc-endpoint", "VpcEndpointId"),
    "AWS::EC2::VPCPeeringConnection": peerings,
    "AWS::EC2::VPNConnection": vpn_connections,
}

UNKNOWN = "Unknown EC2 action"
LACKS = {
    "moto": {
        "AWS::EC2::ClientVpnEndpoint": "no operation of it",
    },
    "ministack": {
        "AWS::EC2::ClientVpnEndpoint": UNKNOWN,
        "AWS::EC2::TransitGateway": UNKNOWN,
        "AWS::EC2::VPNConnection": "none can be made",
    },
}
