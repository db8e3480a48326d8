# A node of EKS gets more interfaces for its pods' addresses, which its network plugin describes as aws-K8S- and the
# instance's id. https://docs.aws.amazon.com/eks/latest/best-practices/vpc-cni.html
module {
  "Title": "EC2 instance has several network interfaces",
  "ResourceType": "AWS::EC2::Instance",
  "Severity": 25,
  "Category": "network_security",
  "Reads": [
    {"Path": ".Configuration.NetworkInterfaces[].NetworkInterfaceId", "As": "carried"},
    {"Path": ".Configuration.NetworkInterfaces[].Description", "OneOf": ["aws-K8S-"]}
  ],
  "Remediation": "Detach the interfaces that are not needed (aws ec2 detach-network-interface --attachment-id ID): an instance in two networks is a way around what lies between them. Appliances that need several belong in a waiver.",
  "Source": [
    "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_InstanceNetworkInterface.html",
    "https://docs.aws.amazon.com/securityhub/latest/userguide/ec2-controls.html#ec2-17"
  ]
};
include "check";

def violation:
  [ .Configuration.NetworkInterfaces | items("NetworkInterfaces")[] | object("a network interface")
    | select(.Description | text("Description") // "" | startswith("aws-K8S-") | not)
    | .NetworkInterfaceId | text("NetworkInterfaceId") ]
  | select(length > 1)
  | {Message: "\(length) network interfaces", Evidence: {NetworkInterfaceIds: .}};
