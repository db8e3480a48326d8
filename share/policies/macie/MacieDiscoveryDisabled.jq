module {
  "Title": "Macie does not look for sensitive data by itself",
  "ResourceType": "AWS::Macie::Session",
  "Severity": 25,
  "Category": "data_protection",
  "Reads": [".Configuration.status", ".Configuration.AutomatedDiscovery.status"],
  "OnRequest": true,
  "Remediation": "Let Macie sample the buckets day by day: aws macie2 update-automated-discovery-configuration --status ENABLED.",
  "Source": ["https://docs.aws.amazon.com/macie/latest/user/discovery-asdd.html"]
};
include "check";

def violation:
  .Configuration
  | select(.status | text("status") == "ENABLED")
  | .AutomatedDiscovery
  | object("AutomatedDiscovery")
  | .status
  | text("status")
  | select(. != "ENABLED")
  | {Message: "automated discovery is \(. // "not configured")", Evidence: {status: .}};
