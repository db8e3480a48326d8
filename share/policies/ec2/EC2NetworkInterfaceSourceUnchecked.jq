module {
  "Title": "Network interface forwards packets that are not its own",
  "ResourceType": "AWS::EC2::NetworkInterface",
  "Severity": 50,
  "Category": "network_security",
  "Reads": [".Configuration.SourceDestCheck", ".Configuration.RequesterManaged"],
  "Remediation": "Turn the check on, unless the instance is a router, a NAT instance or an appliance: aws ec2 modify-network-interface-attribute --network-interface-id ENI --source-dest-check.",
  "Source": [
    "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_NetworkInterface.html",
    "https://docs.aws.amazon.com/securityhub/latest/userguide/ec2-controls.html#ec2-180"
  ]
};
include "check";

def violation:
  .Configuration
  | select((.RequesterManaged | flag("RequesterManaged")) != true)
  | .SourceDestCheck | flag("SourceDestCheck")
  | select(. == false)
  | {Message: "the source and destination check is off", Evidence: {SourceDestCheck: .}};
