module {
  "Title": "Step Functions state machine is not traced by X-Ray",
  "ResourceType": "AWS::StepFunctions::StateMachine",
  "Severity": 25,
  "Category": "monitoring",
  "OnRequest": true,
  "Reads": [".Configuration.tracingConfiguration.enabled"],
  "Remediation": "aws stepfunctions update-state-machine --state-machine-arn ARN --tracing-configuration enabled=true",
  "Source": ["https://docs.aws.amazon.com/step-functions/latest/dg/concepts-xray-tracing.html"]
};
include "check";

def violation:
  .Configuration.tracingConfiguration.enabled | flag("tracingConfiguration.enabled") | select(. != true)
  | {Message: "executions are not traced", Evidence: {enabled: .}};
