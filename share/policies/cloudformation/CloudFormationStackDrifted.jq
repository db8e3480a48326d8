module {
  "Title": "CloudFormation stack is not as its template says",
  "ResourceType": "AWS::CloudFormation::Stack",
  "Severity": 50,
  "Category": "maintenance",
  "Reads": [
    ".Configuration.DriftInformation.StackDriftStatus",
    {"Path": ".Configuration.DriftInformation.LastCheckTimestamp", "As": "carried"}
  ],
  "Remediation": "See what differs, aws cloudformation describe-stack-resource-drifts --stack-name NAME, and put it into the template or undo it; then look again with aws cloudformation detect-stack-drift --stack-name NAME.",
  "Source": ["https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/using-cfn-stack-drift.html"]
};
include "check";

def violation:
  .Configuration.DriftInformation | object("DriftInformation")
  | select(.StackDriftStatus | text("StackDriftStatus")
      | if . == null or IN("DRIFTED", "IN_SYNC", "UNKNOWN", "NOT_CHECKED") then . == "DRIFTED"
        else error("StackDriftStatus is \(.)") end)
  | {Message: "resources differ from the template", Evidence: {StackDriftStatus, LastCheckTimestamp}};
