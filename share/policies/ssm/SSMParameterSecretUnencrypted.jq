# The last part of the name tells what the parameter holds.
module {
  "Title": "SSM parameter that is a secret by its name is kept in plain text",
  "ResourceType": "AWS::SSM::Parameter",
  "Severity": 70,
  "Category": "encryption",
  "Reads": [".Configuration.Name", ".Configuration.Type"],
  "Parameters": {"Allowed": []},
  "Remediation": "aws ssm put-parameter --name NAME --type SecureString --value VALUE --overwrite, with --key-id for a key of yours; then make a new secret, for the old value stays in the history",
  "Source": ["https://docs.aws.amazon.com/systems-manager/latest/userguide/sysman-paramstore-securestring.html"]
};
include "check";
include "secretname";

def violation($now; $parameters):
  .Configuration
  | select(.Name | text("Name") | given("Name") | split("/") | last | names_secret($parameters.Allowed))
  | select(.Type | text("Type") != "SecureString")
  | {Message: "it is a \(.Type // "parameter of no type")", Evidence: {Name, Type}};
