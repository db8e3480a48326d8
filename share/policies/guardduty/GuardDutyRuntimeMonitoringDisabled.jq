# A detector that is suspended is GuardDutyDisabled's.
module {
  "Title": "GuardDuty does not watch what runs",
  "ResourceType": "AWS::GuardDuty::Detector",
  "Severity": 75,
  "Category": "monitoring",
  "Reads": [".Configuration.Status", ".Configuration.Features[].Name", ".Configuration.Features[].Status"],
  "Remediation": "Turn it on, best for all accounts of the organization: aws guardduty update-detector --detector-id ID --features '[{\"Name\": \"RUNTIME_MONITORING\", \"Status\": \"ENABLED\"}]'. AWS charges for what is analysed.",
  "Source": [
    "https://docs.aws.amazon.com/guardduty/latest/ug/guardduty-features-activation-model.html",
    "https://docs.aws.amazon.com/securityhub/latest/userguide/guardduty-controls.html"
  ]
};
include "check";

def enabled($name):
  [.Features | items("Features")[] | select(.Name == $name and (.Status | text("Status") == "ENABLED"))];

def violation:
  .Configuration
  | select(.Status | text("Status") | given("Status") == "ENABLED")
  | select(enabled("RUNTIME_MONITORING") != [] | not)
  | {
      Message: "not enabled: RUNTIME_MONITORING",
      Evidence: {Features: [.Features | items("Features")[] | {Name, Status}]}
    };
