module {
  "Title": "SageMaker notebook gives its users root",
  "ResourceType": "AWS::SageMaker::NotebookInstance",
  "Severity": 70,
  "Category": "access_control",
  "Reads": [".Configuration.RootAccess"],
  "Remediation": "A stopped notebook takes it: aws sagemaker stop-notebook-instance --notebook-instance-name NAME, then aws sagemaker update-notebook-instance --notebook-instance-name NAME --root-access Disabled",
  "Source": [
    "https://docs.aws.amazon.com/sagemaker/latest/dg/nbi-root-access.html",
    "https://docs.aws.amazon.com/securityhub/latest/userguide/sagemaker-controls.html"
  ]
};
include "check";

def violation:
  .Configuration.RootAccess | text("RootAccess") | select(. != "Disabled")
  | {Message: "root access is \(. // "not said to be off")", Evidence: {RootAccess: .}};
