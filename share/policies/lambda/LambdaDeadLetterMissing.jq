module {
  "Title": "Lambda function loses events that it fails on",
  "ResourceType": "AWS::Lambda::Function",
  "Severity": 25,
  "Category": "availability",
  "OnRequest": true,
  "Reads": [{"Path": ".Configuration.DeadLetterConfig.TargetArn", "As": "shape"}],
  "Remediation": "Name a queue or a topic for events of asynchronous calls that fail: aws lambda update-function-configuration --function-name NAME --dead-letter-config TargetArn=ARN. A function that is only called synchronously needs none.",
  "Source": [
    "https://docs.aws.amazon.com/lambda/latest/api/API_DeadLetterConfig.html",
    "https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-retain-records.html"
  ]
};
include "check";

def violation:
  .Configuration.DeadLetterConfig.TargetArn
  | text("TargetArn")
  | select(. == null or . == "")
  | {Message: "no dead letter queue", Evidence: {TargetArn: .}};
