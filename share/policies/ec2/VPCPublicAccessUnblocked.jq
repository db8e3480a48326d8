module {
  "Title": "Region does not block traffic of internet gateways",
  "ResourceType": "AWS::EC2::RegionSettings",
  "Severity": 50,
  "Category": "network_security",
  "OnRequest": true,
  "Reads": [".Configuration.VpcBlockPublicAccessOptions.InternetGatewayBlockMode"],
  "Parameters": {"Modes": ["block-bidirectional", "block-ingress"]},
  "Remediation": "Where no VPC needs the internet, block it for all: aws ec2 modify-vpc-block-public-access-options --internet-gateway-block-mode block-bidirectional, or block-ingress to let answers in. VPCs that need it get an exclusion: aws ec2 create-vpc-block-public-access-exclusion --vpc-id VPC --internet-gateway-exclusion-mode allow-bidirectional.",
  "Source": [
    "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_VpcBlockPublicAccessOptions.html",
    "https://docs.aws.amazon.com/vpc/latest/userguide/security-vpc-bpa.html",
    "https://docs.aws.amazon.com/securityhub/latest/userguide/ec2-controls.html#ec2-172"
  ]
};
include "check";

def violation($now; $parameters):
  ($parameters.Modes | items("Modes")) as $modes
  | .Configuration.VpcBlockPublicAccessOptions.InternetGatewayBlockMode
  | text("InternetGatewayBlockMode")
  | select(. as $mode | any($modes[]; . == $mode) | not)
  | {Message: "traffic of internet gateways is blocked: \(. // "off")", Evidence: {InternetGatewayBlockMode: .}};
