# Of a plan: what it makes under a name that is there already fails while it is applied.
module {
  "Title": "KMS alias cannot be made: its name is taken",
  "ResourceType": "AWS::KMS::Alias",
  "Severity": 70,
  "Category": "availability",
  "Reads": [{"Path": ".ARN", "As": "carried"}, ".Actions", ".Live.Exists"],
  "Remediation": "Give the alias a name that has the environment and the region in it, or import the one that is there: aws kms list-aliases shows it.",
  "Source": ["https://docs.aws.amazon.com/kms/latest/APIReference/API_CreateAlias.html"],
  "OnRequest": true
};
include "check";

def violation:
  .ARN as $arn
  | select(.Actions == ["create"])
  | .Live.Exists | flag("Exists") | given("Exists")
  | select(.)
  | {Message: "there is already \($arn)", Evidence: {ARN: $arn, Exists: .}};
