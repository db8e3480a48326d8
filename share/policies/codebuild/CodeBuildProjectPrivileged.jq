module {
  "Title": "CodeBuild project's builds run as root of their host's containers",
  "ResourceType": "AWS::CodeBuild::Project",
  "Severity": 70,
  "Category": "access_control",
  "Reads": [".Configuration.environment.privilegedMode"],
  "Remediation": "Unless it builds container images, aws codebuild update-project --name NAME --environment file://environment.json with privilegedMode false",
  "Source": [
    "https://docs.aws.amazon.com/codebuild/latest/userguide/change-project.html",
    "https://docs.aws.amazon.com/securityhub/latest/userguide/codebuild-controls.html"
  ]
};
include "check";

def violation:
  .Configuration.environment.privilegedMode | flag("environment.privilegedMode") | select(. == true)
  | {Message: "builds run in privileged mode", Evidence: {privilegedMode: .}};
