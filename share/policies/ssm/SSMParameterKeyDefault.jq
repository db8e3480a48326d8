module {
  "Title": "SSM parameter is encrypted with no KMS key of yours",
  "ResourceType": "AWS::SSM::Parameter",
  "Severity": 25,
  "Category": "encryption",
  "OnRequest": true,
  "Reads": [".Configuration.Type", {"Path": ".Configuration.KeyId", "OneOf": ["alias/aws/ssm"]}],
  "Remediation": "aws ssm put-parameter --name NAME --type SecureString --key-id KEY --value VALUE --overwrite",
  "Source": [
    "https://docs.aws.amazon.com/systems-manager/latest/userguide/secure-string-parameter-kms-encryption.html"
  ]
};
include "check";

def violation:
  .Configuration
  | select(.Type | text("Type") == "SecureString")
  | .KeyId | text("KeyId") | select(. == null or endswith("alias/aws/ssm"))
  | {Message: "all who may read parameters may decrypt it", Evidence: {KeyId: .}};
