module {
  "Title": "CloudFormation stack of a test environment cannot be destroyed by CI",
  "ResourceType": "AWS::CloudFormation::Stack",
  "Severity": 25,
  "Category": "maintenance",
  "OnRequest": true,
  "Reads": [".Configuration.EnableTerminationProtection", ".Tags.Environment"],
  "Parameters": {"Test": ["ci", "dev", "development", "test", "testing"]},
  "Remediation": "aws cloudformation update-termination-protection --stack-name NAME --no-enable-termination-protection",
  "Source": ["https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/using-cfn-protect-stacks.html"]
};
include "check";

# What the tag says, in lower case; null without one.
def environment($key): .Tags | object("Tags") | .[$key] | text("the tag \($key)")
| if . == null then . else ascii_downcase end;

def violation($now; $parameters):
  environment("Environment") as $environment
  | select($environment | IN($parameters.Test[]))
  | .Configuration.EnableTerminationProtection | flag("EnableTerminationProtection") | select(. == true)
  | {
      Message: "termination protection is on in \($environment)",
      Evidence: {EnableTerminationProtection: ., Environment: $environment}
    };
