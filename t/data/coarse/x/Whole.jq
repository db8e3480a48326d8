# Without Reads: the whole record.
module {"Title": "t", "ResourceType": "AWS::X::Cut", "Severity": 1, "Remediation": "r"};
def violation: {Message: "m", Evidence: .};
