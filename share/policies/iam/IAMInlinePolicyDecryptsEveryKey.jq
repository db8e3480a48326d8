# Conditions on a key's aliases or tags choose keys as ARNs do.
module {
  "Title": "IAM user, group or role has an inline policy that allows decrypting with every KMS key",
  "ResourceType": ["AWS::IAM::User", "AWS::IAM::Group", "AWS::IAM::Role"],
  "Severity": 50,
  "Category": "access_control",
  "Reads": [
    ".Configuration.Policies[].PolicyDocument",
    {"Path": ".Configuration.Policies[].PolicyName", "As": "carried"}
  ],
  "Remediation": "Name the keys by their ARNs in Resource, in place of * or of arn:aws:kms:*:*:key/*, or bind the statement to an alias by the condition kms:ResourceAliases. Replace the inline policy: aws iam put-user-policy, put-group-policy or put-role-policy with --policy-name and --policy-document file://policy.json.",
  "Source": [
    "https://docs.aws.amazon.com/securityhub/latest/userguide/kms-controls.html",
    "https://docs.aws.amazon.com/kms/latest/developerguide/iam-policies-best-practices.html"
  ]
};
include "iampolicy";

def violation: in_inline(decrypting_every_key; "Statements"; "allows decrypting with every KMS key");
