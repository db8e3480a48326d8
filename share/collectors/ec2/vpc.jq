# The account's own networks (another's that it shares are that account's), each with its subnets, routes and internet
# gateways, which together say which subnet is public, and with the flow logs, endpoints and NAT gateways that it has.
module {
  "ResourceType": "AWS::EC2::VPC",
  "Service": "ec2",
  "Scope": "regional",
  "List": {
    "Operation": "DescribeVpcs",
    "Parameters": {"MaxResults": 1000, "Filters": [{"Name": "owner-id", "Values": ["$Account"]}]},
    "Token": "NextToken", "Items": "Vpcs[]", "Permission": "ec2:DescribeVpcs"
  },
  "One": {
    "By": ["VpcId"],
    "Call": {
      "Operation": "DescribeVpcs", "Parameters": {"Filters": [{"Name": "vpc-id", "Values": ["$One.VpcId"]}]},
      "Token": "NextToken", "Items": "Vpcs[]", "Permission": "ec2:DescribeVpcs"
    },
    "Once": {
      "Subnets": {"Filters": [{"Name": "vpc-id", "Values": ["$One.VpcId"]}]},
      "RouteTables": {"Filters": [{"Name": "vpc-id", "Values": ["$One.VpcId"]}]},
      "InternetGateways": {"Filters": [{"Name": "attachment.vpc-id", "Values": ["$One.VpcId"]}]},
      "FlowLogs": {"Filter": [{"Name": "resource-id", "Values": ["$One.VpcId"]}]},
      "VpcEndpoints": {"Filters": [{"Name": "vpc-id", "Values": ["$One.VpcId"]}]},
      "NatGateways": {
        "Filter": [{"Name": "vpc-id", "Values": ["$One.VpcId"]}, {"Name": "state", "Values": ["pending", "available"]}]
      }
    }
  },
  "Once": [
    {
      "Operation": "DescribeSubnets", "Parameters": {"MaxResults": 1000}, "Token": "NextToken",
      "From": "Subnets", "Key": "VpcId", "Match": "VpcId", "Into": "Subnets", "Permission": "ec2:DescribeSubnets"
    },
    {
      "Operation": "DescribeRouteTables", "Parameters": {"MaxResults": 100}, "Token": "NextToken",
      "From": "RouteTables", "Key": "VpcId", "Match": "VpcId", "Into": "RouteTables",
      "Permission": "ec2:DescribeRouteTables"
    },
    {
      "Operation": "DescribeInternetGateways", "Parameters": {"MaxResults": 1000}, "Token": "NextToken",
      "From": "InternetGateways", "Key": "Attachments[].VpcId", "Match": "VpcId", "Into": "InternetGateways",
      "Permission": "ec2:DescribeInternetGateways"
    },
    {
      "Operation": "DescribeFlowLogs", "Parameters": {"MaxResults": 1000}, "Token": "NextToken",
      "From": "FlowLogs", "Key": "ResourceId", "Match": "VpcId", "Into": "FlowLogs", "Permission": "ec2:DescribeFlowLogs"
    },
    {
      "Operation": "DescribeVpcEndpoints", "Parameters": {"MaxResults": 1000}, "Token": "NextToken",
      "From": "VpcEndpoints", "Key": "VpcId", "Match": "VpcId", "Into": "VpcEndpoints",
      "Permission": "ec2:DescribeVpcEndpoints"
    },
    {
      "Operation": "DescribeNatGateways",
      "Parameters": {"MaxResults": 1000, "Filter": [{"Name": "state", "Values": ["pending", "available"]}]},
      "Token": "NextToken", "From": "NatGateways", "Key": "VpcId", "Match": "VpcId", "Into": "NatGateways",
      "Permission": "ec2:DescribeNatGateways"
    }
  ],
  "Detail": [
    {
      "Operation": "DescribeVpcAttribute", "Parameters": {"VpcId": ".VpcId", "Attribute": "enableDnsSupport"},
      "From": "EnableDnsSupport.Value", "Into": "EnableDnsSupport", "Permission": "ec2:DescribeVpcAttribute"
    },
    {
      "Operation": "DescribeVpcAttribute", "Parameters": {"VpcId": ".VpcId", "Attribute": "enableDnsHostnames"},
      "From": "EnableDnsHostnames.Value", "Into": "EnableDnsHostnames", "Permission": "ec2:DescribeVpcAttribute"
    }
  ],
  "Gone": ["InvalidVpcID.NotFound"]
};

def arn($at): "arn:\($at.Partition):ec2:\($at.Region):\($at.Account):vpc/\(.VpcId)";
