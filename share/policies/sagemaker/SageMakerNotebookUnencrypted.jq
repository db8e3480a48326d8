module {
  "Title": "SageMaker notebook's volume is encrypted with no KMS key of yours",
  "ResourceType": "AWS::SageMaker::NotebookInstance",
  "Severity": 40,
  "Category": "encryption",
  "Reads": [{"Path": ".Configuration.KmsKeyId", "As": "shape"}],
  "Remediation": "It cannot be changed: make the notebook anew with aws sagemaker create-notebook-instance --notebook-instance-name NAME --instance-type TYPE --role-arn ROLE --kms-key-id KEY",
  "Source": ["https://docs.aws.amazon.com/sagemaker/latest/dg/encryption-at-rest-nbi.html"]
};
include "check";

def violation:
  .Configuration.KmsKeyId | text("KmsKeyId") | select(. == null or . == "")
  | {Message: "no KMS key is named for its volume", Evidence: {KmsKeyId: .}};
