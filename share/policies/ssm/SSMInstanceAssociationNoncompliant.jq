module {
  "Title": "Managed instance is not in the state that an association asks for",
  "ResourceType": "AWS::SSM::ManagedInstanceInventory",
  "Severity": 25,
  "Category": "maintenance",
  "Reads": [
    ".Configuration.Compliance[].ComplianceType",
    ".Configuration.Compliance[].Status",
    ".Configuration.Compliance[].OverallSeverity"
  ],
  "Remediation": "aws ssm list-compliance-items --resource-ids ID --resource-types ManagedInstance shows which; mend it and run it with aws ssm start-associations-once --association-ids ASSOCIATION",
  "Source": [
    "https://docs.aws.amazon.com/systems-manager/latest/userguide/compliance-about.html",
    "https://docs.aws.amazon.com/securityhub/latest/userguide/ssm-controls.html"
  ]
};
include "check";

def violation:
  [.Configuration.Compliance | items("Compliance")[]
    | select(.ComplianceType | text("ComplianceType") | given("ComplianceType") == "Association")
    | select(.Status | text("Status") | given("Status") != "COMPLIANT")
    | {ComplianceType, Status, OverallSeverity}] as $bad
  | select($bad != [])
  | {Message: "an association was not applied", Evidence: {Compliance: $bad}};
