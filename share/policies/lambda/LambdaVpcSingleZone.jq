module {
  "Title": "Lambda function in a VPC has subnets in one availability zone",
  "ResourceType": "AWS::Lambda::Function",
  "Severity": 50,
  "Category": "availability",
  "Reads": [
    {"Path": ".Configuration.VpcConfig.SubnetIds", "As": "carried"},
    {"Path": ".Configuration.Subnets[].SubnetId", "As": "carried"},
    ".Configuration.Subnets[].AvailabilityZone"
  ],
  "Parameters": {"MinZones": 2},
  "Remediation": "Give it a subnet in another zone: aws lambda update-function-configuration --function-name NAME --vpc-config SubnetIds=SUBNET,SUBNET,SecurityGroupIds=GROUP.",
  "Source": [
    "https://docs.aws.amazon.com/lambda/latest/api/API_VpcConfigResponse.html",
    "https://docs.aws.amazon.com/lambda/latest/dg/configuration-vpc.html",
    "https://docs.aws.amazon.com/securityhub/latest/userguide/lambda-controls.html#lambda-5"
  ]
};
include "check";

def violation($now; $parameters):
  ($parameters.MinZones | number("MinZones") | given("MinZones")) as $least
  | .Configuration
  | (.VpcConfig.SubnetIds | items("SubnetIds")) as $ids
  | select($ids != [])
  | (.Subnets | items("Subnets")) as $subnets
  | [$subnets[] | .AvailabilityZone | text("AvailabilityZone") | given("AvailabilityZone")] | unique
  | select(length < $least)
  | ($ids - [$subnets[].SubnetId]) as $unknown
  | if $unknown != [] then error("not described: \($unknown | join(", "))")
    else {Message: "availability zones: \(length)", Evidence: {AvailabilityZones: ., SubnetIds: $ids}} end;
