# Each change of an object leaves a version behind that is paid for.  A rule that moves them to cheaper storage counts
# too.
module {
  "Title": "S3 bucket keeps old versions of objects for ever",
  "ResourceType": "AWS::S3::Bucket",
  "Severity": 50,
  "Category": "cost",
  "Reads": [
    ".Configuration.Versioning.Status",
    ".Configuration.Lifecycle.Rules[].Status",
    {"Path": ".Configuration.Lifecycle.Rules[].NoncurrentVersionExpiration", "As": "shape"},
    {"Path": ".Configuration.Lifecycle.Rules[].NoncurrentVersionTransitions", "As": "shape"}
  ],
  "Remediation": "Add a lifecycle rule with NoncurrentVersionExpiration, for instance {\"Rules\": [{\"ID\": \"old-versions\", \"Status\": \"Enabled\", \"Filter\": {}, \"NoncurrentVersionExpiration\": {\"NoncurrentDays\": 90}}]}: aws s3api put-bucket-lifecycle-configuration --bucket NAME --lifecycle-configuration file://lifecycle.json. It replaces the rules that are there: put these in the file too.",
  "Source": [
    "https://docs.aws.amazon.com/AmazonS3/latest/userguide/lifecycle-configuration-examples.html",
    "https://docs.aws.amazon.com/securityhub/latest/userguide/s3-controls.html"
  ]
};
include "check";

def rules:
  [.Lifecycle | object("Lifecycle") | .Rules | items("Rules")[]
    | select(.Status | text("Status") | . == "Enabled")];

def violation:
  .Configuration
  | select(.Versioning | object("Versioning") | .Status | text("Versioning.Status") | . == "Enabled")
  | select(any(rules[]; (.NoncurrentVersionExpiration | object("NoncurrentVersionExpiration") | . != null and . != {})
      or (.NoncurrentVersionTransitions | items("NoncurrentVersionTransitions") | . != [])) | not)
  | {Message: "versioning is on, and no lifecycle rule ends or moves noncurrent versions",
      Evidence: {Status: "Enabled", Rules: (rules | length)}};
