module {
  "ResourceType": "AWS::NetworkFirewall::Firewall",
  "Service": "network-firewall",
  "AccountService": "networkfirewall",
  "Scope": "regional",
  "List": {
    "Operation": "ListFirewalls", "Parameters": {"MaxResults": 100}, "Token": "NextToken",
    "Items": "Firewalls[]", "Permission": "network-firewall:ListFirewalls"
  },
  "Detail": [
    {
      "Operation": "DescribeFirewall", "Parameters": {"FirewallArn": ".FirewallArn"},
      "From": "Firewall", "Into": ".", "Permission": "network-firewall:DescribeFirewall"
    },
    {
      "Operation": "DescribeLoggingConfiguration", "Parameters": {"FirewallArn": ".FirewallArn"},
      "From": "LoggingConfiguration", "Into": "LoggingConfiguration",
      "Permission": "network-firewall:DescribeLoggingConfiguration"
    }
  ],
  "Gone": ["ResourceNotFoundException"]
};

def arn($at): .FirewallArn;
