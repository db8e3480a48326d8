module {
  "Title": "Region has a default VPC",
  "ResourceType": "AWS::EC2::VPC",
  "Severity": 25,
  "Category": "network_security",
  "OnRequest": true,
  "Reads": [".Configuration.IsDefault"],
  "Remediation": "Move what is in it to a VPC that was made for it, then delete its subnets, its internet gateway and the VPC: aws ec2 delete-vpc --vpc-id VPC. It can be made anew by aws ec2 create-default-vpc.",
  "Source": ["https://docs.aws.amazon.com/vpc/latest/userguide/default-vpc.html"]
};
include "check";

def violation:
  .Configuration.IsDefault
  | flag("IsDefault") | given("IsDefault")
  | select(.)
  | {Message: "what names no network is launched here, in public subnets", Evidence: {IsDefault: .}};
