module {
  "Title": "Managed instance lacks patches that its baseline asks for",
  "ResourceType": "AWS::SSM::ManagedInstanceInventory",
  "Severity": 70,
  "Category": "maintenance",
  "Reads": [
    ".Configuration.Compliance[].ComplianceType",
    ".Configuration.Compliance[].Status",
    ".Configuration.Compliance[].OverallSeverity"
  ],
  "Remediation": "aws ssm describe-instance-patches --instance-id ID shows which; install them with aws ssm send-command --document-name AWS-RunPatchBaseline --parameters Operation=Install --instance-ids ID",
  "Source": [
    "https://docs.aws.amazon.com/systems-manager/latest/userguide/patch-manager-compliance-states.html",
    "https://docs.aws.amazon.com/securityhub/latest/userguide/ssm-controls.html"
  ]
};
include "check";

def violation:
  [.Configuration.Compliance | items("Compliance")[]
    | select(.ComplianceType | text("ComplianceType") | given("ComplianceType") == "Patch")
    | select(.Status | text("Status") | given("Status") != "COMPLIANT")
    | {ComplianceType, Status, OverallSeverity}] as $bad
  | select($bad != [])
  | {Message: "patches are missing", Evidence: {Compliance: $bad}};
