module {
  "Title": "Lambda function URL lets anyone call it",
  "ResourceType": "AWS::Lambda::Function",
  "Severity": 75,
  "Category": "access_control",
  "Reads": [
    ".Configuration.FunctionUrlConfig.AuthType",
    {"Path": ".Configuration.FunctionUrlConfig.FunctionUrl", "As": "carried"}
  ],
  "Remediation": "Ask callers to sign: aws lambda update-function-url-config --function-name NAME --auth-type AWS_IAM, and take the permission for everyone away: aws lambda remove-permission --function-name NAME --statement-id FunctionURLAllowPublicAccess.",
  "Source": [
    "https://docs.aws.amazon.com/lambda/latest/api/API_GetFunctionUrlConfig.html",
    "https://docs.aws.amazon.com/lambda/latest/dg/urls-auth.html"
  ]
};
include "check";

def violation:
  .Configuration.FunctionUrlConfig
  | object("FunctionUrlConfig")
  | select(. != null)
  | select(.AuthType | text("AuthType") | . != "AWS_IAM")
  | {Message: "AuthType is \(.AuthType // "not told")", Evidence: {FunctionUrl, AuthType}};
