module {
  "Title": "CodeBuild project has AWS keys in its environment in plain text",
  "ResourceType": "AWS::CodeBuild::Project",
  "Severity": 90,
  "Category": "data_protection",
  "Reads": [
    ".Configuration.environment.environmentVariables[].name",
    ".Configuration.environment.environmentVariables[].type"
  ],
  "Remediation": "Let the project's role do what the keys do, and delete them. What must be a secret belongs into Secrets Manager: aws codebuild update-project --name NAME --environment file://environment.json with variables of the type SECRETS_MANAGER.",
  "Source": [
    "https://docs.aws.amazon.com/codebuild/latest/userguide/change-project.html",
    "https://docs.aws.amazon.com/securityhub/latest/userguide/codebuild-controls.html"
  ]
};
include "check";

def violation:
  [.Configuration.environment | object("environment")
    | .environmentVariables | items("environmentVariables")[]
    | select(.name | text("name") | IN("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"))
    | select(.type | text("type") | . == null or . == "PLAINTEXT")
    | .name] as $names
  | select($names != [])
  | {Message: "\($names | join(", ")) in plain text", Evidence: {Variables: $names}};
