module {
  "Title": "Subnet gives every instance a public address",
  "ResourceType": "AWS::EC2::Subnet",
  "Severity": 50,
  "Category": "network_security",
  "Reads": [".Configuration.MapPublicIpOnLaunch"],
  "Remediation": "Turn it off: aws ec2 modify-subnet-attribute --subnet-id SUBNET --no-map-public-ip-on-launch. What is already running keeps its address; what needs one is launched with --associate-public-ip-address, or stands behind a load balancer.",
  "Source": [
    "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_Subnet.html",
    "https://docs.aws.amazon.com/vpc/latest/userguide/subnet-public-ip.html",
    "https://docs.aws.amazon.com/securityhub/latest/userguide/ec2-controls.html#ec2-15"
  ]
};
include "check";

def violation:
  .Configuration.MapPublicIpOnLaunch
  | flag("MapPublicIpOnLaunch")
  | select(. == true)
  | {Message: "instances get a public address", Evidence: {MapPublicIpOnLaunch: .}};
