module {"Title": "B14Admin", "ResourceType": "AWS::IAM::Role", "Severity": 80, "Remediation": "None: this is a bench.",
  "Reads": [{"Path": ".Configuration.AttachedPolicies[].PolicyName", "OneOf": ["AdministratorAccess"]}]};
def violation: [.Configuration.AttachedPolicies[].PolicyName | select(. == "AdministratorAccess")] | select(. != [])
  | {Message: "administrator", Evidence: {Policies: .}};
