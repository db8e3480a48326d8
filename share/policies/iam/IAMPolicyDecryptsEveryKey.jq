# Conditions on a key's aliases or tags choose keys as ARNs do.
module {
  "Title": "IAM policy allows decrypting with every KMS key",
  "ResourceType": "AWS::IAM::ManagedPolicy",
  "Severity": 50,
  "Category": "access_control",
  "Reads": [".Configuration.PolicyVersion.Document"],
  "Remediation": "Name the keys by their ARNs in Resource, in place of * or of arn:aws:kms:*:*:key/*, or bind the statement to an alias by the condition kms:ResourceAliases. Store the new document as the default version: aws iam create-policy-version --policy-arn ARN --policy-document file://policy.json --set-as-default.",
  "Source": [
    "https://docs.aws.amazon.com/securityhub/latest/userguide/kms-controls.html",
    "https://docs.aws.amazon.com/kms/latest/developerguide/iam-policies-best-practices.html"
  ]
};
include "iampolicy";

def violation: in_managed(decrypting_every_key; "Statements"; "allows decrypting with every KMS key");
