module {
  "Title": "EC2 instance has a public address",
  "ResourceType": "AWS::EC2::Instance",
  "Severity": 75,
  "Category": "network_security",
  "Reads": [
    {"Path": ".Configuration.PublicIpAddress", "As": "carried"},
    {"Path": ".Configuration.NetworkInterfaces[].Association.PublicIp", "As": "carried"}
  ],
  "Remediation": "Start the instance anew in a private subnet, or without a public address (aws ec2 run-instances --no-associate-public-ip-address), and let clients reach it through a load balancer, people through Session Manager. An Elastic IP address is taken away by aws ec2 disassociate-address --association-id ID.",
  "Source": [
    "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_Instance.html",
    "https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/using-instance-addressing.html",
    "https://docs.aws.amazon.com/securityhub/latest/userguide/ec2-controls.html#ec2-9"
  ]
};
include "check";

def violation:
  .Configuration
  | [ .PublicIpAddress, (.NetworkInterfaces | items("NetworkInterfaces")[] | .Association.PublicIp)
      | text("PublicIp") | select(. != null and . != "") ]
  | distinct
  | select(. != [])
  | {Message: "reached from the internet at \(join(", "))", Evidence: {PublicIpAddresses: .}};
