module {"Title": "B04Logging", "ResourceType": "AWS::S3::Bucket", "Severity": 40, "Remediation": "None: this is a bench.",
  "Reads": [{"Path": ".Configuration.Logging.TargetBucket", "As": "carried"}]};
def violation: .Configuration.Logging.TargetBucket | select(. == null) | {Message: "no access log", Evidence: {TargetBucket: .}};
