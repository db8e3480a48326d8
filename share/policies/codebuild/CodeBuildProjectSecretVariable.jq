module {
  "Title": "CodeBuild project has what is by its name a secret in plain text",
  "ResourceType": "AWS::CodeBuild::Project",
  "Severity": 70,
  "Category": "data_protection",
  "Reads": [
    ".Configuration.environment.environmentVariables[].name",
    ".Configuration.environment.environmentVariables[].type"
  ],
  "Parameters": {"Allowed": []},
  "Remediation": "Put the value into Secrets Manager or a SecureString of Parameter Store, and name it in the variable: aws codebuild update-project --name NAME --environment file://environment.json with the type SECRETS_MANAGER or PARAMETER_STORE. Then make a new secret.",
  "Source": ["https://docs.aws.amazon.com/codebuild/latest/userguide/build-spec-ref.html"]
};
include "check";
include "secretname";

def violation($now; $parameters):
  [.Configuration.environment | object("environment")
    | .environmentVariables | items("environmentVariables")[]
    | select(.name | text("name") | given("name")
        | names_secret($parameters.Allowed) and (IN("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY") | not))
    | select(.type | text("type") | . == null or . == "PLAINTEXT")
    | .name] as $names
  | select($names != [])
  | {Message: "\($names | join(", ")) in plain text", Evidence: {Variables: $names}};
