# CustomerGatewayConfiguration and the tunnels' options hold pre-shared keys.  A deleted connection is shown by EC2 for a
# while more; it is not there any longer.
module {
  "ResourceType": "AWS::EC2::VPNConnection",
  "Service": "ec2",
  "Scope": "regional",
  "List": {
    "Operation": "DescribeVpnConnections",
    "Parameters": {"Filters": [{"Name": "state", "Values": ["pending", "available", "deleting"]}]},
    "Items": "VpnConnections[]", "Permission": "ec2:DescribeVpnConnections"
  },
  "Redact": [".CustomerGatewayConfiguration", ".Options.TunnelOptions[].PreSharedKey"]
};

def arn($at): "arn:\($at.Partition):ec2:\($at.Region):\($at.Account):vpn-connection/\(.VpnConnectionId)";
