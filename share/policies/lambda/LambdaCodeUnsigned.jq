module {
  "Title": "Lambda function takes code that nobody signed",
  "ResourceType": "AWS::Lambda::Function",
  "Severity": 25,
  "Category": "data_protection",
  "OnRequest": true,
  "Reads": [".Configuration.PackageType", {"Path": ".Configuration.CodeSigningConfigArn", "As": "shape"}],
  "Remediation": "Sign deployments with AWS Signer, and ask for it: aws lambda put-function-code-signing-config --function-name NAME --code-signing-config-arn ARN.",
  "Source": [
    "https://docs.aws.amazon.com/lambda/latest/api/API_GetFunctionCodeSigningConfig.html",
    "https://docs.aws.amazon.com/lambda/latest/dg/configuration-codesigning.html"
  ]
};
include "check";

def violation:
  .Configuration
  | select(.PackageType | text("PackageType") | . != "Image")
  | .CodeSigningConfigArn | text("CodeSigningConfigArn")
  | select(. == null or . == "")
  | {Message: "no code signing configuration", Evidence: {CodeSigningConfigArn: .}};
