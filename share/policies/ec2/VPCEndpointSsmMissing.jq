module {
  "Title": "VPC has no endpoint for AWS Systems Manager",
  "ResourceType": "AWS::EC2::VPC",
  "Severity": 50,
  "Category": "network_security",
  "OnRequest": true,
  "Reads": [
    {"Path": ".Configuration.VpcEndpoints[].ServiceName", "OneOf": [".ssm"]},
    ".Configuration.VpcEndpoints[].VpcEndpointType",
    ".Configuration.VpcEndpoints[].State"
  ],
  "Remediation": "Make one, with private DNS, in each subnet that needs it: aws ec2 create-vpc-endpoint --vpc-id VPC --vpc-endpoint-type Interface --service-name com.amazonaws.REGION.ssm --subnet-ids SUBNET --security-group-ids GROUP --private-dns-enabled.",
  "Source": [
    "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_VpcEndpoint.html",
    "https://docs.aws.amazon.com/vpc/latest/privatelink/create-interface-endpoint.html",
    "https://docs.aws.amazon.com/securityhub/latest/userguide/ec2-controls.html#ec2-57"
  ]
};
include "check";
include "network";

def violation: without_endpoint("Interface"; "ssm");
