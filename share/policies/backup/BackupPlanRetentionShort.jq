module {
  "Title": "Backup plan keeps backups for too few days",
  "ResourceType": "AWS::Backup::BackupPlan",
  "Severity": 25,
  "Category": "data_protection",
  "OnRequest": true,
  "Reads": [
    ".Configuration.BackupPlan.Rules[].RuleName",
    ".Configuration.BackupPlan.Rules[].Lifecycle.DeleteAfterDays"
  ],
  "Parameters": {"MinDays": 35},
  "Remediation": "Set DeleteAfterDays of the rule's Lifecycle higher: aws backup get-backup-plan --backup-plan-id ID, then aws backup update-backup-plan --backup-plan-id ID --backup-plan file://plan.json.",
  "Source": [
    "https://docs.aws.amazon.com/aws-backup/latest/devguide/creating-a-backup-plan.html",
    "https://docs.aws.amazon.com/aws-backup/latest/devguide/API_Lifecycle.html"
  ]
};
include "check";

def violation($now; $parameters):
  ($parameters.MinDays | number("MinDays") | given("MinDays")) as $min
  | [ .Configuration.BackupPlan | object("BackupPlan") | given("BackupPlan") | .Rules | items("Rules")[]
      | (.Lifecycle | object("Lifecycle") | .DeleteAfterDays | number("DeleteAfterDays")) as $days
      | select($days != null and $days >= 0 and $days < $min)
      | {RuleName, DeleteAfterDays: $days} ]
  | select(length > 0)
  | {Message: "deleted too soon by \(map(.RuleName) | join(", "))", Evidence: {Rules: ., MinDays: $min}};
