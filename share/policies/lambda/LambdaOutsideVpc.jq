module {
  "Title": "Lambda function runs outside a VPC",
  "ResourceType": "AWS::Lambda::Function",
  "Severity": 25,
  "Category": "network_security",
  "OnRequest": true,
  "Reads": [{"Path": ".Configuration.VpcConfig.SubnetIds", "As": "shape"}],
  "Remediation": "Give it private subnets and a security group: aws lambda update-function-configuration --function-name NAME --vpc-config SubnetIds=SUBNET,SUBNET,SecurityGroupIds=GROUP. It then reaches AWS and the internet through endpoints or NAT alone.",
  "Source": [
    "https://docs.aws.amazon.com/lambda/latest/api/API_VpcConfigResponse.html",
    "https://docs.aws.amazon.com/lambda/latest/dg/configuration-vpc.html",
    "https://docs.aws.amazon.com/securityhub/latest/userguide/lambda-controls.html#lambda-3"
  ]
};
include "check";

def violation:
  .Configuration.VpcConfig.SubnetIds
  | items("SubnetIds")
  | select(. == [])
  | {Message: "the function is in no VPC", Evidence: {SubnetIds: .}};
