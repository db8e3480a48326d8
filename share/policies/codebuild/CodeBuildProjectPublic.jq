module {
  "Title": "CodeBuild project shows its builds to everybody",
  "ResourceType": "AWS::CodeBuild::Project",
  "Severity": 70,
  "Category": "access_control",
  "Reads": [".Configuration.projectVisibility"],
  "Remediation": "aws codebuild update-project-visibility --project-arn ARN --project-visibility PRIVATE",
  "Source": ["https://docs.aws.amazon.com/codebuild/latest/userguide/public-builds.html"]
};
include "check";

def violation:
  .Configuration.projectVisibility | text("projectVisibility")
  | if . == null or IN("PRIVATE", "PUBLIC_READ") then select(. == "PUBLIC_READ")
    else error("projectVisibility is \(.)") end
  | {Message: "logs and artifacts of its builds are public", Evidence: {projectVisibility: .}};
