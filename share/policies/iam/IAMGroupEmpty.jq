module {
  "Title": "IAM group has no users",
  "ResourceType": "AWS::IAM::Group",
  "Severity": 10,
  "Category": "maintenance",
  "Reads": [{"Path": ".Configuration.Users", "As": "shape"}],
  "OnRequest": true,
  "Remediation": "Delete the group if it is not needed: detach its policies (aws iam detach-group-policy, aws iam delete-group-policy), then aws iam delete-group --group-name NAME.",
  "Source": ["https://docs.aws.amazon.com/IAM/latest/UserGuide/id_groups_manage_delete.html"]
};
include "check";

def violation:
  .Configuration.Users
  | items("Users")
  | select(. == [])
  | {Message: "nobody is in the group", Evidence: {Users: []}};
