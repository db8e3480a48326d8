module {
  "Title": "Transfer Family server logs nothing",
  "ResourceType": "AWS::Transfer::Server",
  "Severity": 50,
  "Category": "logging",
  "Reads": [
    {"Path": ".Configuration.LoggingRole", "As": "shape"},
    {"Path": ".Configuration.StructuredLogDestinations", "As": "shape"}
  ],
  "Remediation": "aws transfer update-server --server-id ID --structured-log-destinations LOG-GROUP-ARN, and a role for it with --logging-role where a workflow is to log too",
  "Source": ["https://docs.aws.amazon.com/transfer/latest/userguide/structured-logging.html"]
};
include "check";

def violation:
  .Configuration
  | (.LoggingRole | text("LoggingRole")) as $role
  | (.StructuredLogDestinations | items("StructuredLogDestinations")) as $to
  | select(($role == null or $role == "") and $to == [])
  | {
      Message: "neither a role nor a destination for logs",
      Evidence: {LoggingRole: $role, StructuredLogDestinations: []}
    };
