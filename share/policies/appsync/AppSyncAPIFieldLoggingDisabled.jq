module {
  "Title": "AppSync API does not log how its fields are resolved",
  "ResourceType": "AWS::AppSync::GraphQLApi",
  "Severity": 50,
  "Category": "logging",
  "Reads": [".Configuration.logConfig.fieldLogLevel"],
  "Remediation": "aws appsync update-graphql-api --api-id ID --name NAME --authentication-type TYPE --log-config fieldLogLevel=ERROR,cloudWatchLogsRoleArn=ROLE",
  "Source": [
    "https://docs.aws.amazon.com/appsync/latest/devguide/monitoring.html",
    "https://docs.aws.amazon.com/securityhub/latest/userguide/appsync-controls.html"
  ]
};
include "check";

def violation:
  .Configuration.logConfig.fieldLogLevel | text("logConfig.fieldLogLevel")
  | select(IN("ERROR", "ALL", "INFO", "DEBUG") | not)
  | {Message: "field-level logging is \(. // "not configured")", Evidence: {fieldLogLevel: .}};
