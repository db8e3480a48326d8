module {"Title": "B12RdsEncryption", "ResourceType": "AWS::RDS::DBInstance", "Severity": 80, "Remediation": "None: this is a bench.",
  "Reads": [".Configuration.StorageEncrypted"]};
def violation: .Configuration.StorageEncrypted | select(. != true) | {Message: "not encrypted", Evidence: {StorageEncrypted: .}};
