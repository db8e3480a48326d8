module {
  "Title": "SageMaker notebook reaches the internet past its VPC",
  "ResourceType": "AWS::SageMaker::NotebookInstance",
  "Severity": 70,
  "Category": "network_security",
  "Reads": [".Configuration.DirectInternetAccess"],
  "Remediation": "It cannot be changed: make the notebook anew with aws sagemaker create-notebook-instance --notebook-instance-name NAME --instance-type TYPE --role-arn ROLE --subnet-id SUBNET --security-group-ids GROUP --direct-internet-access Disabled",
  "Source": [
    "https://docs.aws.amazon.com/sagemaker/latest/dg/appendix-additional-considerations.html",
    "https://docs.aws.amazon.com/securityhub/latest/userguide/sagemaker-controls.html"
  ]
};
include "check";

def violation:
  .Configuration.DirectInternetAccess | text("DirectInternetAccess") | select(. != "Disabled")
  | {Message: "direct internet access is \(. // "not said to be off")", Evidence: {DirectInternetAccess: .}};
