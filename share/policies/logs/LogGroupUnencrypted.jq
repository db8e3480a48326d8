# CloudWatch Logs encrypts all groups; with a key of one's own reading them can be denied, and seen.
module {
  "Title": "CloudWatch log group is not encrypted with a KMS key of yours",
  "ResourceType": "AWS::Logs::LogGroup",
  "Severity": 40,
  "Category": "encryption",
  "OnRequest": true,
  "Reads": [{"Path": ".Configuration.kmsKeyId", "As": "shape"}],
  "Remediation": "aws logs associate-kms-key --log-group-name NAME --kms-key-id ARN; the key's policy must let logs.REGION.amazonaws.com use it",
  "Source": ["https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/encrypt-log-data-kms.html"]
};
include "check";

def violation:
  .Configuration.kmsKeyId | text("kmsKeyId") | select(. == null or . == "")
  | {Message: "no KMS key: the service's own encrypts it", Evidence: {kmsKeyId: .}};
