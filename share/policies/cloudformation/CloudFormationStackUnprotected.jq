module {
  "Title": "CloudFormation stack outside of test environments can be deleted by one call",
  "ResourceType": "AWS::CloudFormation::Stack",
  "Severity": 50,
  "Category": "data_protection",
  "Reads": [
    ".Configuration.EnableTerminationProtection",
    {"Path": ".Configuration.RootId", "As": "shape"},
    ".Tags.Environment"
  ],
  "Parameters": {"Test": ["ci", "dev", "development", "test", "testing"]},
  "Remediation": "aws cloudformation update-termination-protection --stack-name NAME --enable-termination-protection",
  "Source": ["https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/using-cfn-protect-stacks.html"]
};
include "check";

# What the tag says, in lower case; null without one.
def environment($key): .Tags | object("Tags") | .[$key] | text("the tag \($key)")
| if . == null then . else ascii_downcase end;

def violation($now; $parameters):
  environment("Environment") as $environment
  | select($environment | IN($parameters.Test[]) | not)
  | .Configuration
  | select(.RootId | text("RootId") == null)
  | .EnableTerminationProtection | flag("EnableTerminationProtection") | select(. != true)
  | {
      Message: "termination protection is off in \($environment // "no environment that a tag names")",
      Evidence: {EnableTerminationProtection: ., Environment: $environment}
    };
