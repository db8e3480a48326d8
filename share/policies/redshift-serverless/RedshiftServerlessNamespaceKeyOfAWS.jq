module {
  "Title": "Redshift Serverless namespace is encrypted with a key that AWS owns",
  "ResourceType": "AWS::RedshiftServerless::Namespace",
  "Severity": 25,
  "Category": "encryption",
  "OnRequest": true,
  "Reads": [{"Path": ".Configuration.kmsKeyId", "OneOf": ["AWS_OWNED_KMS_KEY"]}],
  "Remediation": "Run aws redshift-serverless update-namespace --namespace-name NAME --kms-key-id KEY, where who may decrypt must be told by a key's policy and seen in CloudTrail.",
  "Source": [
    "https://docs.aws.amazon.com/redshift/latest/mgmt/serverless-workgroups-and-namespaces-rotate-kms-key.html",
    "https://docs.aws.amazon.com/redshift-serverless/latest/APIReference/API_Namespace.html"
  ]
};
include "check";

def violation:
  .Configuration.kmsKeyId | text("kmsKeyId") | select(. == null or . == "" or . == "AWS_OWNED_KMS_KEY")
  | {Message: "no key of the account's", Evidence: {kmsKeyId: .}};
