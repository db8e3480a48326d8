module {
  "Title": "Elastic IP address is not in use",
  "ResourceType": "AWS::EC2::EIP",
  "Severity": 25,
  "Category": "cost",
  "Reads": [
    {"Path": ".Configuration.AssociationId", "As": "shape"},
    {"Path": ".Configuration.PublicIp", "As": "carried"}
  ],
  "Remediation": "Give it back, unless somebody outside counts on it: aws ec2 release-address --allocation-id ID. An address that is bound to nothing is paid for all the same.",
  "Source": [
    "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_Address.html",
    "https://docs.aws.amazon.com/vpc/latest/userguide/vpc-eips.html"
  ]
};
include "check";

def violation:
  .Configuration
  | select(.AssociationId | text("AssociationId") // "" | . == "")
  | {Message: "the address belongs to nothing", Evidence: {PublicIp, AssociationId}};
