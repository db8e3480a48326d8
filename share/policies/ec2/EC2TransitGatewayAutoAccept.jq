module {
  "Title": "Transit gateway accepts attachments by itself",
  "ResourceType": "AWS::EC2::TransitGateway",
  "Severity": 75,
  "Category": "network_security",
  "Reads": [".Configuration.Options.AutoAcceptSharedAttachments"],
  "Remediation": "Let each request be accepted by someone: aws ec2 modify-transit-gateway --transit-gateway-id TGW --options AutoAcceptSharedAttachments=disable.",
  "Source": [
    "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_TransitGatewayOptions.html",
    "https://docs.aws.amazon.com/vpc/latest/tgw/how-transit-gateways-work.html",
    "https://docs.aws.amazon.com/securityhub/latest/userguide/ec2-controls.html#ec2-23"
  ]
};
include "check";

def violation:
  .Configuration.Options.AutoAcceptSharedAttachments
  | text("AutoAcceptSharedAttachments")
  | select(. != "disable" and . != null)
  | {Message: "attachments are accepted by themselves", Evidence: {AutoAcceptSharedAttachments: .}};
