module {
  "Title": "CodeBuild project writes artifacts without encryption",
  "ResourceType": "AWS::CodeBuild::Project",
  "Severity": 70,
  "Category": "encryption",
  "Reads": [
    ".Configuration.artifacts.type",
    ".Configuration.artifacts.encryptionDisabled",
    ".Configuration.secondaryArtifacts[].type",
    ".Configuration.secondaryArtifacts[].encryptionDisabled"
  ],
  "Remediation": "aws codebuild update-project --name NAME --artifacts file://artifacts.json with encryptionDisabled false, and --secondary-artifacts likewise",
  "Source": ["https://docs.aws.amazon.com/codebuild/latest/userguide/change-project.html"]
};
include "check";

def violation:
  .Configuration
  | [(.artifacts | object("artifacts")), (.secondaryArtifacts | items("secondaryArtifacts")[])
      | select(.type | text("type") != "NO_ARTIFACTS")
      | select(.encryptionDisabled | flag("encryptionDisabled") == true)] as $plain
  | select($plain != [])
  | {Message: "\($plain | length) of its artifacts are not encrypted", Evidence: {Artifacts: ($plain | map({type, encryptionDisabled}))}};
