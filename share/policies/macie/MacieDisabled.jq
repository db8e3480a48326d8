module {
  "Title": "AWS account has no Macie in a region",
  "ResourceType": "AWS::::Monitoring",
  "Severity": 25,
  "Category": "data_protection",
  "Reads": [".Configuration.Macie.status"],
  "OnRequest": true,
  "Remediation": "Enable it where there are buckets with data that must be known: aws macie2 enable-macie --status ENABLED --region REGION; then let it look for sensitive data by itself: aws macie2 update-automated-discovery-configuration --status ENABLED.",
  "Source": ["https://docs.aws.amazon.com/macie/latest/user/getting-started.html"]
};
include "check";

def violation:
  .Configuration
  | if has("Macie") then .Macie else error("Macie is missing") end
  | object("Macie")
  | .status
  | text("status")
  | select(. != "ENABLED")
  | {Message: "Macie is \(. // "not enabled")", Evidence: {status: .}};
