module {
  "Title": "SageMaker notebook runs on a platform that is supported no more",
  "ResourceType": "AWS::SageMaker::NotebookInstance",
  "Severity": 50,
  "Category": "maintenance",
  "Reads": [".Configuration.PlatformIdentifier"],
  "Parameters": {"Supported": ["notebook-al2-v3", "notebook-al2023-v1"]},
  "Remediation": "A stopped notebook takes it: aws sagemaker stop-notebook-instance --notebook-instance-name NAME, then aws sagemaker update-notebook-instance --notebook-instance-name NAME --platform-identifier notebook-al2023-v1",
  "Source": [
    "https://docs.aws.amazon.com/sagemaker/latest/dg/nbi-al2.html",
    "https://docs.aws.amazon.com/securityhub/latest/userguide/sagemaker-controls.html"
  ]
};
include "check";

def violation($now; $parameters):
  .Configuration.PlatformIdentifier | text("PlatformIdentifier") | select(IN($parameters.Supported[]) | not)
  | {Message: "it runs on \(. // "a platform that is not named")", Evidence: {PlatformIdentifier: .}};
