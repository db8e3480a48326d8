module {
  "Title": "EC2 instance has no detailed monitoring",
  "ResourceType": "AWS::EC2::Instance",
  "Severity": 25,
  "Category": "monitoring",
  "OnRequest": true,
  "Reads": [".Configuration.Monitoring.State"],
  "Remediation": "Turn detailed monitoring on, which CloudWatch bills for: aws ec2 monitor-instances --instance-ids ID. Metrics then come each minute rather than each five.",
  "Source": [
    "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_Monitoring.html",
    "https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/manage-detailed-monitoring.html"
  ]
};
include "check";

def violation:
  .Configuration.Monitoring.State
  | text("Monitoring.State")
  | select(. != "enabled" and . != "pending")
  | {Message: "detailed monitoring is \(. // "not configured")", Evidence: {State: .}};
