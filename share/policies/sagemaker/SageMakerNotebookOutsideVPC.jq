module {
  "Title": "SageMaker notebook is in no VPC of yours",
  "ResourceType": "AWS::SageMaker::NotebookInstance",
  "Severity": 70,
  "Category": "network_security",
  "Reads": [{"Path": ".Configuration.SubnetId", "As": "shape"}],
  "Remediation": "It cannot be changed: make the notebook anew with aws sagemaker create-notebook-instance --notebook-instance-name NAME --instance-type TYPE --role-arn ROLE --subnet-id SUBNET --security-group-ids GROUP",
  "Source": [
    "https://docs.aws.amazon.com/sagemaker/latest/dg/appendix-notebook-and-internet-access.html",
    "https://docs.aws.amazon.com/securityhub/latest/userguide/sagemaker-controls.html"
  ]
};
include "check";

def violation:
  .Configuration.SubnetId | text("SubnetId") | select(. == null or . == "")
  | {Message: "it is in SageMaker's own network", Evidence: {SubnetId: .}};
