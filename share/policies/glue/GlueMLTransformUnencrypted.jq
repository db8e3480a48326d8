module {
  "Title": "Glue machine-learning transform does not encrypt its data",
  "ResourceType": "AWS::Glue::MLTransform",
  "Severity": 50,
  "Category": "encryption",
  "Reads": [".Configuration.TransformEncryption.MlUserDataEncryption.MlUserDataEncryptionMode"],
  "Remediation": "It is set when a transform is made: aws glue create-ml-transform with --transform-encryption '{\"MlUserDataEncryption\": {\"MlUserDataEncryptionMode\": \"SSE-KMS\", \"KmsKeyId\": \"KEY\"}}'; then delete this one (aws glue delete-ml-transform --transform-id ID).",
  "Source": [
    "https://docs.aws.amazon.com/glue/latest/dg/machine-learning.html",
    "https://docs.aws.amazon.com/securityhub/latest/userguide/glue-controls.html"
  ]
};
include "check";

def violation:
  .Configuration.TransformEncryption | object("TransformEncryption")
  | .MlUserDataEncryption | object("MlUserDataEncryption")
  | .MlUserDataEncryptionMode | text("MlUserDataEncryptionMode") | select(. != "SSE-KMS")
  | {Message: "its data is not encrypted by a key in KMS", Evidence: {MlUserDataEncryptionMode: .}};
