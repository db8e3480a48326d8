module {
  "Title": "Network interface is attached to nothing",
  "ResourceType": "AWS::EC2::NetworkInterface",
  "Severity": 25,
  "Category": "cost",
  "Reads": [".Configuration.Status", ".Configuration.RequesterManaged"],
  "Remediation": "Delete it, unless something waits to take it over: aws ec2 delete-network-interface --network-interface-id ENI. It keeps a private address and its security groups in use.",
  "Source": ["https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_NetworkInterface.html"]
};
include "check";

def violation:
  .Configuration
  | select((.RequesterManaged | flag("RequesterManaged")) != true)
  | .Status | text("Status")
  | select(. == "available")
  | {Message: "the interface is attached to nothing", Evidence: {Status: .}};
