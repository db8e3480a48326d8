module {"Title": "B02Encryption", "ResourceType": "AWS::S3::Bucket", "Severity": 90, "Remediation": "None: this is a bench.",
  "Reads": [".Configuration.Encryption.Rules[].SSEAlgorithm"]};
def violation: [.Configuration.Encryption.Rules[]?.SSEAlgorithm | values] | select(. == []) | {Message: "no encryption", Evidence: {Rules: .}};
