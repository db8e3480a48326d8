# Records carry the names of variables alone, and so does the evidence. What a name says is all that counts.
module {
  "Title": "Lambda function is handed a secret as a variable",
  "ResourceType": "AWS::Lambda::Function",
  "Severity": 75,
  "Category": "data_protection",
  "Reads": [".Configuration.Environment.Variables"],
  "Parameters": {"Allowed": []},
  "Remediation": "Keep the secret in Secrets Manager or Parameter Store, give the function its ARN (aws lambda update-function-configuration --function-name NAME --environment \"Variables={SECRET_ARN=ARN}\"), and let it read the value. Change the secret: whoever may read the configuration has seen it.",
  "Source": [
    "https://docs.aws.amazon.com/lambda/latest/api/API_EnvironmentResponse.html",
    "https://docs.aws.amazon.com/lambda/latest/dg/with-secrets-manager.html"
  ]
};
include "check";
include "secretname";

def violation($now; $parameters):
  ($parameters.Allowed | items("Allowed")) as $allowed
  | [.Configuration.Environment.Variables | object("Variables") // {} | keys[] | select(names_secret($allowed))]
  | select(. != [])
  | {Message: "secrets by value: \(join(", "))", Evidence: {Variables: .}};
