module {
  "Title": "SageMaker endpoint's volumes would be encrypted with no KMS key of yours",
  "ResourceType": "AWS::SageMaker::EndpointConfig",
  "Severity": 25,
  "Category": "encryption",
  "OnRequest": true,
  "Reads": [{"Path": ".Configuration.KmsKeyId", "As": "shape"}],
  "Remediation": "aws sagemaker create-endpoint-config --endpoint-config-name NAME --production-variants file://variants.json --kms-key-id KEY; instances with local storage take none",
  "Source": ["https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_CreateEndpointConfig.html"]
};
include "check";

def violation:
  .Configuration.KmsKeyId | text("KmsKeyId") | select(. == null or . == "")
  | {Message: "no KMS key is named for its volumes", Evidence: {KmsKeyId: .}};
