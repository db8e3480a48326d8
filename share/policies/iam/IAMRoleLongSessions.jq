module {
  "Title": "IAM role allows long sessions",
  "ResourceType": "AWS::IAM::Role",
  "Severity": 25,
  "Category": "access_control",
  "Reads": [".Configuration.MaxSessionDuration"],
  "Parameters": {"MaxSeconds": 3600},
  "OnRequest": true,
  "Remediation": "Limit how long a session may last: aws iam update-role --role-name NAME --max-session-duration 3600. Where work takes longer, put the number of seconds into the parameter MaxSeconds.",
  "Source": [
    "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_update-role-settings.html",
    "https://docs.aws.amazon.com/IAM/latest/APIReference/API_Role.html"
  ]
};
include "check";

def violation($now; $parameters):
  ($parameters.MaxSeconds | if type == "number" then . else error("the parameter MaxSeconds is no number") end) as $max
  | .Configuration.MaxSessionDuration
  | number("MaxSessionDuration")
  | select(. == null or . > $max)
  | {
      Message: (if . == null then "no limit is set" else "sessions may last \(.) seconds" end),
      Evidence: {MaxSessionDuration: ., MaxSeconds: $max}
    };
