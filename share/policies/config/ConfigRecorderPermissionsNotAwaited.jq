# Of a plan.  A recorder refers to its role, and so waits for it, but not for what the role is allowed to do: made in
# between, it fails or records nothing.
module {
  "Title": "Config recorder does not wait for the permissions of its role",
  "ResourceType": "AWS::Config::ConfigurationRecorder",
  "Severity": 50,
  "Category": "availability",
  "Reads": [".Module", ".Related.RoleAttachments", ".Written.DependsOn"],
  "Remediation": "Write depends_on = [aws_iam_role_policy_attachment.NAME] into the recorder, with each policy of its role that the plan makes. Whether it records now: aws configservice describe-configuration-recorder-status.",
  "Source": ["https://developer.hashicorp.com/terraform/language/meta-arguments/depends_on"],
  "OnRequest": true
};
include "check";

def violation:
  (.Module | text("Module")) as $within
  | (.Written | object("Written") | .DependsOn | items("DependsOn")) as $awaited
  | [ .Related | object("Related") | .RoleAttachments | items("RoleAttachments")[]
      | (if $within == null then . else ltrimstr("\($within).") end) as $name
      | select(any($awaited[]; . as $one | $name == $one or ($name | startswith("\($one)[") or startswith("\($one).")))
          | not) ]
  | distinct
  | select(. != [])
  | {Message: "depends_on lacks \(join(", "))", Evidence: {DependsOn: $awaited, Missing: .}};
