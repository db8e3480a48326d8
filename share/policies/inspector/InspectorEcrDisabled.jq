module {
  "Title": "Inspector does not scan container images",
  "ResourceType": "AWS::InspectorV2::AccountStatus",
  "Severity": 75,
  "Category": "monitoring",
  "Reads": [".Configuration.accounts[].resourceState.ecr.status"],
  "Remediation": "Turn the scan on, best for all accounts of the organization: aws inspector2 enable --resource-types ECR --region REGION. AWS charges for what is scanned.",
  "Source": [
    "https://docs.aws.amazon.com/inspector/latest/user/getting_started_tutorial.html",
    "https://docs.aws.amazon.com/securityhub/latest/userguide/inspector-controls.html"
  ]
};
include "check";

def violation:
  [.Configuration.accounts | given("accounts") | items("accounts")[]
    | .resourceState.ecr.status | text("status")]
  | select(any(.[]; . == "ENABLED") | not)
  | {Message: "scanning of container images is \(.[0] // "off")", Evidence: {status: .[0]}};
