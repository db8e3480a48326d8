module {
  "Title": "IAM user is in no group",
  "ResourceType": "AWS::IAM::User",
  "Severity": 20,
  "Category": "access_control",
  "Reads": [{"Path": ".Configuration.Groups", "As": "shape"}],
  "OnRequest": true,
  "Remediation": "Put the user into the groups that give the permissions of its work: aws iam add-user-to-group --group-name GROUP --user-name NAME.",
  "Source": ["https://docs.aws.amazon.com/IAM/latest/UserGuide/id_groups.html"]
};
include "check";

def violation:
  .Configuration.Groups
  | items("Groups")
  | select(. == [])
  | {Message: "the user is in no group", Evidence: {Groups: []}};
