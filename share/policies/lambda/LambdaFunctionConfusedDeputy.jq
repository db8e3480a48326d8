# A bucket's ARN has no account in it: when the bucket is deleted, its name can be anyone's.
module {
  "Title": "Lambda function can be called through S3 from any account",
  "ResourceType": "AWS::Lambda::Function",
  "Severity": 75,
  "Category": "access_control",
  "Reads": [".Configuration.Policy"],
  "Remediation": "Say whose bucket it is: aws lambda remove-permission --function-name NAME --statement-id ID; aws lambda add-permission --function-name NAME --statement-id ID --action lambda:InvokeFunction --principal s3.amazonaws.com --source-arn BUCKET --source-account ACCOUNT.",
  "Source": [
    "https://docs.aws.amazon.com/lambda/latest/dg/permissions-function-services.html",
    "https://docs.aws.amazon.com/securityhub/latest/userguide/lambda-controls.html"
  ]
};
include "document";

def violation:
  [ .Configuration.Policy | statements | allowing
    | select(any(principals; .Kind == "Service" and .Id == "s3.amazonaws.com"))
    | select(any(conditions; (.Key == "aws:sourceaccount" or .Key == "aws:principalorgid" or .Key == "aws:sourceorgid")
        and ties("^string(equals|like)$") and (.IfExists | not)) | not) ]
  | select(. != [])
  | {Message: "S3 may call it for any account", Evidence: {Statements: .}};
