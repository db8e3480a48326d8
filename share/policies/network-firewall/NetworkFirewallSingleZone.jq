module {
  "Title": "Network firewall is in one availability zone",
  "ResourceType": "AWS::NetworkFirewall::Firewall",
  "Severity": 50,
  "Category": "availability",
  "Reads": [
    {"Path": ".Configuration.SubnetMappings[].SubnetId", "As": "carried"},
    ".Configuration.AvailabilityZoneMappings[].AvailabilityZone"
  ],
  "Remediation": "Give it a subnet in each zone that has traffic: aws network-firewall associate-subnets --firewall-arn ARN --subnet-mappings SubnetId=SUBNET.",
  "Source": [
    "https://docs.aws.amazon.com/network-firewall/latest/APIReference/API_SubnetMapping.html",
    "https://docs.aws.amazon.com/securityhub/latest/userguide/networkfirewall-controls.html#networkfirewall-1"
  ]
};
include "check";

# A firewall has one subnet in a zone at most.
def violation:
  .Configuration
  | [(.SubnetMappings | items("SubnetMappings")[] | .SubnetId),
      (.AvailabilityZoneMappings | items("AvailabilityZoneMappings")[] | .AvailabilityZone)]
  | select(length < 2)
  | {Message: "availability zones: \(length)", Evidence: {Endpoints: .}};
