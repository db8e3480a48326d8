module {
  "Title": "AMI is public",
  "ResourceType": "AWS::EC2::Image",
  "Severity": 90,
  "Category": "access_control",
  "Reads": [".Configuration.Public"],
  "Remediation": "Take the permission away: aws ec2 modify-image-attribute --image-id AMI --launch-permission \"Remove=[{Group=all}]\". Whoever has launched or copied it keeps what it held. Then let none be shared so: aws ec2 enable-image-block-public-access --image-block-public-access-state block-new-sharing.",
  "Source": [
    "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_Image.html",
    "https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/sharingamis-intro.html"
  ]
};
include "check";

def violation:
  .Configuration.Public
  | given("Public") | flag("Public")
  | select(. == true)
  | {Message: "anyone can launch it", Evidence: {Public: .}};
