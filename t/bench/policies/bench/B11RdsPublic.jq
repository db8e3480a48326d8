module {"Title": "B11RdsPublic", "ResourceType": "AWS::RDS::DBInstance", "Severity": 90, "Remediation": "None: this is a bench.",
  "Reads": [".Configuration.PubliclyAccessible"]};
def violation: .Configuration.PubliclyAccessible | select(. != false) | {Message: "public", Evidence: {PubliclyAccessible: .}};
