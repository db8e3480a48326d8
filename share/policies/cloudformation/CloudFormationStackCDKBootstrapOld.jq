module {
  "Title": "CDK's bootstrap stack is of a version that another account could take over",
  "ResourceType": "AWS::CloudFormation::Stack",
  "Severity": 70,
  "Category": "access_control",
  "Reads": [
    {"Path": ".Configuration.StackName", "OneOf": "StackNames"},
    ".Configuration.Outputs[].OutputKey",
    ".Configuration.Outputs[].OutputValue"
  ],
  "Parameters": {"StackNames": ["CDKToolkit"], "MinVersion": 21},
  "Remediation": "Bootstrap again with a new version of the CDK, cdk bootstrap; aws cloudformation describe-stacks --stack-name CDKToolkit shows the version in its outputs.",
  "Source": ["https://docs.aws.amazon.com/cdk/v2/guide/bootstrapping-env.html"]
};
include "check";

def violation($now; $parameters):
  .Configuration
  | select(.StackName | text("StackName") | given("StackName") | IN($parameters.StackNames[]))
  | ([.Outputs | items("Outputs")[] | select(.OutputKey == "BootstrapVersion") | .OutputValue | text("OutputValue")]
    | first | given("BootstrapVersion")) as $version
  | select(($version | tonumber) < $parameters.MinVersion)
  | {Message: "the bootstrap version is \($version)", Evidence: {BootstrapVersion: $version}};
