module {
  "Title": "Athena workgroup lets clients override its settings",
  "ResourceType": "AWS::Athena::WorkGroup",
  "Severity": 50,
  "Category": "access_control",
  "Reads": [".Configuration.State", ".Configuration.Configuration.EnforceWorkGroupConfiguration"],
  "Remediation": "Run aws athena update-work-group --work-group NAME --configuration-updates EnforceWorkGroupConfiguration=true.",
  "Source": [
    "https://docs.aws.amazon.com/athena/latest/ug/workgroups-settings-override.html",
    "https://docs.aws.amazon.com/athena/latest/APIReference/API_WorkGroupConfiguration.html"
  ]
};
include "check";

def violation:
  .Configuration
  | select(.State | text("State") | . != "DISABLED")
  | .Configuration | object("Configuration")
  | .EnforceWorkGroupConfiguration | flag("EnforceWorkGroupConfiguration") | select(. != true)
  | {Message: "clients may set location and encryption themselves", Evidence: {EnforceWorkGroupConfiguration: .}};
