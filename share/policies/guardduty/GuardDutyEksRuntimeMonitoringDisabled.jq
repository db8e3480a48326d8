# A detector that is suspended is GuardDutyDisabled's.
module {
  "Title": "GuardDuty does not watch what runs in EKS",
  "ResourceType": "AWS::GuardDuty::Detector",
  "Severity": 50,
  "Category": "monitoring",
  "Reads": [
    ".Configuration.Status",
    ".Configuration.Features[].Name",
    ".Configuration.Features[].Status",
    ".Configuration.Features[].AdditionalConfiguration[].Name",
    ".Configuration.Features[].AdditionalConfiguration[].Status"
  ],
  "Remediation": "Turn it on, best for all accounts of the organization: aws guardduty update-detector --detector-id ID --features '[{\"Name\": \"RUNTIME_MONITORING\", \"Status\": \"ENABLED\", \"AdditionalConfiguration\": [{\"Name\": \"EKS_ADDON_MANAGEMENT\", \"Status\": \"ENABLED\"}]}]'. AWS charges for what is analysed.",
  "Source": [
    "https://docs.aws.amazon.com/guardduty/latest/ug/guardduty-features-activation-model.html",
    "https://docs.aws.amazon.com/securityhub/latest/userguide/guardduty-controls.html"
  ]
};
include "check";

def enabled($name):
  [.Features | items("Features")[] | select(.Name == $name and (.Status | text("Status") == "ENABLED"))];

def with_agent($name; $agent):
  any(enabled($name)[] | .AdditionalConfiguration | items("AdditionalConfiguration")[];
    .Name == $agent and (.Status | text("Status") == "ENABLED"));

def violation:
  .Configuration
  | select(.Status | text("Status") | given("Status") == "ENABLED")
  | select(with_agent("RUNTIME_MONITORING"; "EKS_ADDON_MANAGEMENT")
      or with_agent("EKS_RUNTIME_MONITORING"; "EKS_ADDON_MANAGEMENT") | not)
  | {
      Message: "not enabled: RUNTIME_MONITORING with EKS_ADDON_MANAGEMENT",
      Evidence: {Features: [.Features | items("Features")[] | {Name, Status}]}
    };
