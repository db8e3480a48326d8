module {
  "Title": "SSM parameter is kept in plain text",
  "ResourceType": "AWS::SSM::Parameter",
  "Severity": 10,
  "Category": "encryption",
  "OnRequest": true,
  "Reads": [".Configuration.Type"],
  "Remediation": "If its value is for few eyes, aws ssm put-parameter --name NAME --type SecureString --value VALUE --overwrite",
  "Source": ["https://docs.aws.amazon.com/systems-manager/latest/userguide/sysman-paramstore-securestring.html"]
};
include "check";

def violation:
  .Configuration.Type | text("Type") | select(. != "SecureString")
  | {Message: "it is a \(. // "parameter of no type")", Evidence: {Type: .}};
