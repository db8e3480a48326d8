module {
  "Title": "Step Functions state machine has an AWS access key in its definition",
  "ResourceType": "AWS::StepFunctions::StateMachine",
  "Severity": 90,
  "Category": "data_protection",
  "Reads": [{"Path": ".Configuration.definition", "OneOf": ["AKIA"]}],
  "Remediation": "Let the machine's role do what the key does, take it out with aws stepfunctions update-state-machine --state-machine-arn ARN --definition file://definition.json, and delete it: aws iam delete-access-key --access-key-id KEY",
  "Source": [
    "https://docs.aws.amazon.com/step-functions/latest/dg/security.html",
    "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html"
  ]
};
include "check";

def violation:
  .Configuration.definition | text("definition")
  | [. // "" | scan("(?<![A-Z0-9])AKIA[A-Z2-7]{16}(?![A-Z0-9])")] as $keys
  | select($keys != [])
  | {Message: "\($keys | length) access keys stand in its definition", Evidence: {AccessKeys: ($keys | length)}};
