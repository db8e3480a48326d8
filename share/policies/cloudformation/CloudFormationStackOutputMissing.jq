module {
  "Title": "CloudFormation stack lacks outputs that others need",
  "ResourceType": "AWS::CloudFormation::Stack",
  "Severity": 25,
  "Category": "maintenance",
  "OnRequest": true,
  "Reads": [".Configuration.Outputs[].OutputKey", ".Configuration.StackStatus"],
  "Parameters": {"Required": []},
  "Remediation": "Declare them under Outputs in the template, and aws cloudformation update-stack --stack-name NAME --template-body file://template.yaml",
  "Source": ["https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/outputs-section-structure.html"]
};
include "check";

def violation($now; $parameters):
  .Configuration
  | select(.StackStatus | text("StackStatus") | . == null or endswith("_COMPLETE"))
  | [.Outputs | items("Outputs")[] | .OutputKey | text("OutputKey") | given("OutputKey")] as $keys
  | ($parameters.Required - $keys) as $missing
  | select($keys == [] or $missing != [])
  | {
      Message: (if $keys == [] then "it has no outputs" else "it lacks \($missing | join(", "))" end),
      Evidence: {OutputKeys: $keys, Missing: $missing}
    };
