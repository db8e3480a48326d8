module {
  "Title": "ECR repository is encrypted with no key of yours",
  "ResourceType": "AWS::ECR::Repository",
  "Severity": 25,
  "Category": "encryption",
  "OnRequest": true,
  "Reads": [".Configuration.encryptionConfiguration.encryptionType"],
  "Remediation": "A repository keeps the encryption that it was made with: make another (aws ecr create-repository --repository-name NAME --encryption-configuration encryptionType=KMS,kmsKey=KEY), push its images there, and delete this one.",
  "Source": [
    "https://docs.aws.amazon.com/AmazonECR/latest/APIReference/API_EncryptionConfiguration.html",
    "https://docs.aws.amazon.com/AmazonECR/latest/userguide/encryption-at-rest.html"
  ]
};
include "check";

def violation:
  .Configuration.encryptionConfiguration.encryptionType
  | text("encryptionType")
  | select(. != "KMS" and . != "KMS_DSSE")
  | {Message: "encryption is \(. // "not told")", Evidence: {encryptionType: .}};
