module {"Title": "B05Owner", "ResourceType": "AWS::S3::Bucket", "Severity": 10, "Remediation": "None: this is a bench.",
  "Reads": [{"Path": ".Tags.Owner", "As": "carried"}]};
def violation: .Tags.Owner | select(. == null) | {Message: "no owner", Evidence: {Owner: .}};
