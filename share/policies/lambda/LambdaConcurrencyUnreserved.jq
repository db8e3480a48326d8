module {
  "Title": "Lambda function has no concurrency of its own",
  "ResourceType": "AWS::Lambda::Function",
  "Severity": 25,
  "Category": "availability",
  "OnRequest": true,
  "Reads": [".Configuration.ReservedConcurrentExecutions"],
  "Remediation": "Reserve what it needs, which also bounds what it can cost: aws lambda put-function-concurrency --function-name NAME --reserved-concurrent-executions NUMBER.",
  "Source": [
    "https://docs.aws.amazon.com/lambda/latest/api/API_GetFunctionConcurrency.html",
    "https://docs.aws.amazon.com/lambda/latest/dg/configuration-concurrency.html"
  ]
};
include "check";

def violation:
  .Configuration.ReservedConcurrentExecutions
  | number("ReservedConcurrentExecutions")
  | select(. == null)
  | {Message: "no reserved concurrency", Evidence: {ReservedConcurrentExecutions: .}};
