module {
  "Title": "CodeBuild project does not check the certificate of its source",
  "ResourceType": "AWS::CodeBuild::Project",
  "Severity": 70,
  "Category": "encryption",
  "Reads": [".Configuration.source.insecureSsl"],
  "Remediation": "Give the source a certificate that can be checked, then aws codebuild update-project --name NAME --source file://source.json with insecureSsl false",
  "Source": ["https://docs.aws.amazon.com/codebuild/latest/APIReference/API_ProjectSource.html"]
};
include "check";

def violation:
  .Configuration.source.insecureSsl | flag("source.insecureSsl") | select(. == true)
  | {Message: "the source's certificate is not checked", Evidence: {insecureSsl: .}};
