module {
  "Title": "EKS cluster encrypts secrets with no key of yours",
  "ResourceType": "AWS::EKS::Cluster",
  "Severity": 50,
  "Category": "encryption",
  "Reads": [".Configuration.encryptionConfig[].resources"],
  "Remediation": "Name a KMS key, which cannot be undone: aws eks associate-encryption-config --cluster-name CLUSTER --encryption-config resources=secrets,provider={keyArn=ARN}.",
  "Source": [
    "https://docs.aws.amazon.com/eks/latest/APIReference/API_EncryptionConfig.html",
    "https://docs.aws.amazon.com/eks/latest/userguide/enable-kms.html",
    "https://docs.aws.amazon.com/securityhub/latest/userguide/eks-controls.html#eks-3"
  ]
};
include "check";

def violation:
  .Configuration.encryptionConfig
  | items("encryptionConfig")
  | select(any(.[]; .resources | items("resources") | any(.[]; . == "secrets")) | not)
  | {Message: "secrets are not encrypted with a KMS key", Evidence: {encryptionConfig: map({resources})}};
