module {
  "Title": "Lambda function URL answers web pages of every origin",
  "ResourceType": "AWS::Lambda::Function",
  "Severity": 50,
  "Category": "access_control",
  "Reads": [".Configuration.FunctionUrlConfig.Cors.AllowOrigins"],
  "Remediation": "Name the origins that may call it: aws lambda update-function-url-config --function-name NAME --cors AllowOrigins=https://www.example.com.",
  "Source": [
    "https://docs.aws.amazon.com/lambda/latest/api/API_Cors.html",
    "https://docs.aws.amazon.com/lambda/latest/dg/urls-configuration.html"
  ]
};
include "check";

def violation:
  .Configuration.FunctionUrlConfig.Cors.AllowOrigins
  | items("AllowOrigins")
  | select(any(.[]; text("AllowOrigins") | . == "*" or . == "http://*" or . == "https://*"))
  | {Message: "origins: \(join(", "))", Evidence: {AllowOrigins: .}};
