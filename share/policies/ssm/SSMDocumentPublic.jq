module {
  "Title": "SSM document is shared with everybody",
  "ResourceType": "AWS::SSM::Document",
  "Severity": 90,
  "Category": "access_control",
  "Reads": [{"Path": ".Configuration.AccountIds", "OneOf": ["all", "All"]}],
  "Remediation": "aws ssm modify-document-permission --name NAME --permission-type Share --account-ids-to-remove All",
  "Source": [
    "https://docs.aws.amazon.com/systems-manager/latest/userguide/documents-ssm-sharing.html",
    "https://docs.aws.amazon.com/securityhub/latest/userguide/ssm-controls.html"
  ]
};
include "check";

def violation:
  .Configuration.AccountIds | items("AccountIds")
  | if all(.[]; type == "string") then . else error("AccountIds is no list of texts") end
  | select(any(.[]; . == "all" or . == "All"))
  | {Message: "every AWS account can read and run it", Evidence: {AccountIds: .}};
