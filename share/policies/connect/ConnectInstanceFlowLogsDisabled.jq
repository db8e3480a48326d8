module {
  "Title": "Connect instance logs no contact flows",
  "ResourceType": "AWS::Connect::Instance",
  "Severity": 50,
  "Category": "logging",
  "Reads": [".Configuration.ContactflowLogs"],
  "Remediation": "Turn the logs on, aws connect update-instance-attribute --instance-id ID --attribute-type CONTACTFLOW_LOGS --value true, and put a logging block into the flows",
  "Source": [
    "https://docs.aws.amazon.com/connect/latest/adminguide/contact-flow-logs.html",
    "https://docs.aws.amazon.com/securityhub/latest/userguide/connect-controls.html"
  ]
};
include "check";

def violation:
  .Configuration.ContactflowLogs | text("ContactflowLogs")
  | if . == null or IN("true", "false") then . else error("ContactflowLogs is \(.)") end
  | select(. != "true")
  | {Message: "contact flow logs are off", Evidence: {ContactflowLogs: .}};
