module {
  "Title": "Step Functions state machine logs no executions",
  "ResourceType": "AWS::StepFunctions::StateMachine",
  "Severity": 50,
  "Category": "logging",
  "Reads": [".Configuration.loggingConfiguration.level"],
  "Remediation": "aws stepfunctions update-state-machine --state-machine-arn ARN --logging-configuration file://logging.json with level ERROR and a log group among destinations",
  "Source": [
    "https://docs.aws.amazon.com/step-functions/latest/dg/cw-logs.html",
    "https://docs.aws.amazon.com/securityhub/latest/userguide/stepfunctions-controls.html"
  ]
};
include "check";

def violation:
  .Configuration.loggingConfiguration.level | text("loggingConfiguration.level")
  | select(IN("ERROR", "FATAL", "ALL") | not)
  | {Message: "the level is \(. // "not configured")", Evidence: {level: .}};
