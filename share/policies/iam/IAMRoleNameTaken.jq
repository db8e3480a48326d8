# Of a plan: what it makes under a name that is there already fails while it is applied.
module {
  "Title": "IAM role cannot be made: its name is taken",
  "ResourceType": "AWS::IAM::Role",
  "Severity": 70,
  "Category": "availability",
  "Reads": [{"Path": ".ARN", "As": "carried"}, ".Actions", ".Live.Exists"],
  "Remediation": "Give the role a name that has the environment and the region in it, or import the one that is there: terraform import ADDRESS NAME; aws iam get-role --role-name NAME shows it.",
  "Source": ["https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateRole.html"],
  "OnRequest": true
};
include "check";

def violation:
  .ARN as $arn
  | select(.Actions == ["create"])
  | .Live.Exists | flag("Exists") | given("Exists")
  | select(.)
  | {Message: "there is already \($arn)", Evidence: {ARN: $arn, Exists: .}};
