module {
  "Title": "SSM parameter that is a secret by its name is kept in plain text",
  "ResourceType": "AWS::SSM::Parameter",
  "Severity": 70,
  "Category": "encryption",
  "Reads": [".Configuration.Name", ".Configuration.Type"],
  "Parameters": {
    "Words": [
      "password", "passwd", "secret", "token", "apikey", "api_key", "api-key", "private_key", "private-key",
      "privatekey", "access_key", "access-key", "accesskey", "credential"
    ]
  },
  "Remediation": "aws ssm put-parameter --name NAME --type SecureString --value VALUE --overwrite, with --key-id for a key of yours; then make a new secret, for the old value stays in the history",
  "Source": ["https://docs.aws.amazon.com/systems-manager/latest/userguide/sysman-paramstore-securestring.html"]
};
include "check";

# The last part of the name says that it holds a secret, and not where one is or how long.
def secret($words):
  split("/") | last | ascii_downcase
  | . as $name
  | any($words[]; . as $word | $name | contains($word))
    and (test("([-_.](arn|name|id|url|uri|path|file|length|endpoint|policy|rotation|expiry|ttl))$") | not);

def violation($now; $parameters):
  .Configuration
  | select(.Name | text("Name") | given("Name") | secret($parameters.Words))
  | select(.Type | text("Type") != "SecureString")
  | {Message: "it is a \(.Type // "parameter of no type")", Evidence: {Name, Type}};
