module {"Title": "B07Imds", "ResourceType": "AWS::EC2::Instance", "Severity": 70, "Remediation": "None: this is a bench.",
  "Reads": [".Configuration.MetadataOptions.HttpTokens"]};
def violation: .Configuration.MetadataOptions.HttpTokens | select(. != "required") | {Message: "tokens are \(.)", Evidence: {HttpTokens: .}};
