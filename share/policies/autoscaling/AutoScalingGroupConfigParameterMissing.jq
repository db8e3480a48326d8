# Of a plan: an application that has its settings in Parameter Store needs no new image to change one.
module {
  "Title": "Auto Scaling group's application has no settings in Parameter Store",
  "ResourceType": "AWS::AutoScaling::AutoScalingGroup",
  "Severity": 0,
  "Category": "maintenance",
  "Reads": [".Related.Parameters"],
  "Parameters": {"Name": "/app/*/config"},
  "Remediation": "Keep what is no secret, such as region, environment and version, in a parameter: aws ssm put-parameter --name /app/SUFFIX/config --type String --value file://config.json.",
  "Source": ["https://docs.aws.amazon.com/systems-manager/latest/userguide/systems-manager-parameter-store.html"],
  "OnRequest": true
};
include "check";
include "document";

def violation($now; $parameters):
  ($parameters.Name | text("Name") | given("Name")) as $pattern
  | .Related | object("Related")
  | select(. != null)
  | .Parameters | items("Parameters")
  | select(any(.[]; covered_by($pattern)) | not)
  | {Message: "no parameter \($pattern) is in the plan", Evidence: {Parameters: .}};
