module {"Title": "B01Versioning", "ResourceType": "AWS::S3::Bucket", "Severity": 60, "Remediation": "None: this is a bench.",
  "Reads": [".Configuration.Versioning.Status"]};
def violation: .Configuration.Versioning.Status | select(. != "Enabled") | {Message: "versioning is \(.)", Evidence: {Status: .}};
