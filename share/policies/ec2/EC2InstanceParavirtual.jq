module {
  "Title": "EC2 instance is paravirtual",
  "ResourceType": "AWS::EC2::Instance",
  "Severity": 50,
  "Category": "maintenance",
  "Reads": [".Configuration.VirtualizationType"],
  "Remediation": "Move the instance to a current type with an HVM image: make an image of it that is HVM, and launch that (aws ec2 run-instances --image-id AMI --instance-type TYPE). Paravirtual instances get neither new hardware nor its protection.",
  "Source": [
    "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_Instance.html",
    "https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/ComponentsAMIs.html",
    "https://docs.aws.amazon.com/securityhub/latest/userguide/ec2-controls.html#ec2-24"
  ]
};
include "check";

def violation:
  .Configuration.VirtualizationType
  | text("VirtualizationType")
  | select(. == "paravirtual")
  | {Message: "virtualization is paravirtual", Evidence: {VirtualizationType: .}};
