module {
  "Title": "SNS topic is not encrypted with KMS",
  "ResourceType": "AWS::SNS::Topic",
  "Severity": 50,
  "Category": "encryption",
  "Reads": [{"Path": ".Configuration.Attributes.KmsMasterKeyId", "As": "shape"}],
  "Remediation": "aws sns set-topic-attributes --topic-arn ARN --attribute-name KmsMasterKeyId --attribute-value KEY. Services that publish to it, such as CloudWatch alarms and EventBridge, need a key of yours whose policy lets them; alias/aws/sns does not.",
  "Source": [
    "https://docs.aws.amazon.com/sns/latest/dg/sns-server-side-encryption.html",
    "https://docs.aws.amazon.com/securityhub/latest/userguide/sns-controls.html"
  ]
};
include "check";

def violation:
  .Configuration.Attributes.KmsMasterKeyId | text("Attributes.KmsMasterKeyId") | select(. == null or . == "")
  | {Message: "messages are not encrypted at rest", Evidence: {KmsMasterKeyId: .}};
