module {
  "Title": "AWS account has no GuardDuty in a region",
  "ResourceType": "AWS::::Monitoring",
  "Severity": 75,
  "Category": "monitoring",
  "Reads": [".Configuration.Detectors[].Status"],
  "Remediation": "Enable it for the account, not in a stack, and in every region: aws guardduty create-detector --enable --region REGION. In an organization let a delegated administrator enable it for all accounts.",
  "Source": [
    "https://docs.aws.amazon.com/guardduty/latest/ug/guardduty_settingup.html",
    "https://docs.aws.amazon.com/securityhub/latest/userguide/guardduty-controls.html"
  ]
};
include "check";

def violation:
  [.Configuration.Detectors | given("Detectors") | items("Detectors")[] | .Status | text("Status")]
  | select(any(.[]; . == "ENABLED") | not)
  | {
      Message: (if . == [] then "no detector" else "the detector is suspended" end),
      Evidence: {Detectors: length, Enabled: 0}
    };
