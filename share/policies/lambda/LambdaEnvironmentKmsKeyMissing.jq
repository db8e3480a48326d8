module {
  "Title": "Lambda function encrypts its variables with no key of yours",
  "ResourceType": "AWS::Lambda::Function",
  "Severity": 25,
  "Category": "encryption",
  "OnRequest": true,
  "Reads": [
    {"Path": ".Configuration.KMSKeyArn", "As": "shape"},
    {"Path": ".Configuration.Environment.Variables", "As": "shape"}
  ],
  "Remediation": "Name a key: aws lambda update-function-configuration --function-name NAME --kms-key-arn ARN. Who may read the function's configuration, but not use the key, no longer sees its variables.",
  "Source": [
    "https://docs.aws.amazon.com/lambda/latest/api/API_FunctionConfiguration.html",
    "https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars-encryption.html"
  ]
};
include "check";

def violation:
  .Configuration
  | select(.Environment.Variables | object("Variables") | . != null and . != {})
  | .KMSKeyArn | text("KMSKeyArn")
  | select(. == null or . == "")
  | {Message: "variables are encrypted with AWS's key", Evidence: {KMSKeyArn: .}};
