module {
  "ResourceType": "AWS::NetworkFirewall::FirewallPolicy",
  "Service": "network-firewall",
  "AccountService": "networkfirewall",
  "Scope": "regional",
  "List": {
    "Operation": "ListFirewallPolicies", "Parameters": {"MaxResults": 100}, "Token": "NextToken",
    "Items": "FirewallPolicies[]", "Permission": "network-firewall:ListFirewallPolicies"
  },
  "Detail": [
    {
      "Operation": "DescribeFirewallPolicy", "Parameters": {"FirewallPolicyArn": ".Arn"},
      "Into": ".", "Permission": "network-firewall:DescribeFirewallPolicy"
    }
  ],
  "Gone": ["ResourceNotFoundException"],
  "Tags": ".FirewallPolicyResponse.Tags"
};

def arn($at): .Arn;
