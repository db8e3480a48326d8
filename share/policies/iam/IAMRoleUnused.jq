# IAM remembers use for 400 days.  A role that was never used is idle since it was made.
module {
  "Title": "IAM role was not used",
  "ResourceType": "AWS::IAM::Role",
  "Severity": 25,
  "Category": "maintenance",
  "Reads": [
    {"Path": ".Configuration.RoleLastUsed.LastUsedDate", "Cut": "MaxDays"},
    {"Path": ".Configuration.CreateDate", "Cut": "MaxDays"}
  ],
  "Parameters": {"MaxDays": 90},
  "Remediation": "Find out whom the role is for, and delete it if nobody needs it: take its policies and instance profiles away (aws iam detach-role-policy, aws iam delete-role-policy, aws iam remove-role-from-instance-profile), then aws iam delete-role --role-name NAME.",
  "Source": [
    "https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_last-accessed.html",
    "https://docs.aws.amazon.com/IAM/latest/APIReference/API_RoleLastUsed.html"
  ]
};
include "check";
include "time";

def violation($now; $parameters):
  ($parameters.MaxDays | if type == "number" then . else error("the parameter MaxDays is no number") end) as $max
  | .Configuration
  | (.RoleLastUsed | object("RoleLastUsed") | .LastUsedDate) as $used
  | (if $used != null then $used else .CreateDate | given("CreateDate") end | seconds) as $last
  | (($now | seconds) - $last) as $idle
  | select($idle > $max * 86400)
  | {
      Message: "not used in \($idle / 86400 | floor) days",
      Evidence: {LastUsedDate: $used, CreateDate, UnusedDays: ($idle / 86400 | floor), MaxDays: $max}
    };
