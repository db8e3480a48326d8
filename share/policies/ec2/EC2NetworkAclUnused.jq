module {
  "Title": "Network ACL is used by no subnet",
  "ResourceType": "AWS::EC2::NetworkAcl",
  "Severity": 25,
  "Category": "maintenance",
  "Reads": [{"Path": ".Configuration.Associations", "As": "shape"}, ".Configuration.IsDefault"],
  "Remediation": "Delete it: aws ec2 delete-network-acl --network-acl-id ACL. A VPC's default network ACL cannot be deleted, and is not meant here.",
  "Source": [
    "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_NetworkAcl.html",
    "https://docs.aws.amazon.com/securityhub/latest/userguide/ec2-controls.html#ec2-16"
  ]
};
include "check";

def violation:
  .Configuration
  | select((.IsDefault | flag("IsDefault")) != true)
  | (.Associations | items("Associations")) as $associations
  | select($associations == [])
  | {Message: "no subnet uses it", Evidence: {Associations: $associations, IsDefault}};
