module {
  "Title": "CloudFormation stack is in a failed state",
  "ResourceType": "AWS::CloudFormation::Stack",
  "Severity": 70,
  "Category": "availability",
  "Reads": [".Configuration.StackStatus", {"Path": ".Configuration.StackStatusReason", "As": "carried"}],
  "Remediation": "See what failed, aws cloudformation describe-stack-events --stack-name NAME, and mend it. Go on with aws cloudformation continue-update-rollback --stack-name NAME after UPDATE_ROLLBACK_FAILED; a stack in ROLLBACK_COMPLETE can only be deleted, aws cloudformation delete-stack --stack-name NAME.",
  "Source": [
    "https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/view-stack-events.html",
    "https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_Stack.html"
  ]
};
include "check";

# A stack that went back to what it was works; one whose making went back holds nothing.
def violation:
  .Configuration
  | (.StackStatus | text("StackStatus") | given("StackStatus")) as $status
  | if $status | test("^[A-Z_]+$") | not then error("StackStatus is \($status)") else . end
  | select(($status | endswith("_FAILED")) or $status == "ROLLBACK_COMPLETE")
  | {Message: "it is in \($status)", Evidence: {StackStatus: $status, StackStatusReason}};
