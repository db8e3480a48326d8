module {
  "Title": "S3 bucket has no lifecycle rule",
  "ResourceType": "AWS::S3::Bucket",
  "Severity": 25,
  "Category": "cost",
  "Reads": [".Configuration.Lifecycle.Rules[].Status"],
  "Remediation": "Say when objects move to cheaper storage and when they end: aws s3api put-bucket-lifecycle-configuration --bucket NAME --lifecycle-configuration file://lifecycle.json. A rule that ends incomplete uploads and old noncurrent versions does no harm to any bucket.",
  "Source": [
    "https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-lifecycle-mgmt.html",
    "https://docs.aws.amazon.com/securityhub/latest/userguide/s3-controls.html"
  ]
};
include "check";

def rules:
  [.Lifecycle | object("Lifecycle") | .Rules | items("Rules")[]
    | select(.Status | text("Status") | . == "Enabled")];

def violation:
  .Configuration
  | select(rules == [])
  | {
      Message: "no lifecycle rule is enabled",
      Evidence: {Rules: (.Lifecycle.Rules | items("Rules") | length), Enabled: 0}
    };
