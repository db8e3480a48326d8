module {
  "Title": "Redshift Serverless namespace does not send its logs to CloudWatch",
  "ResourceType": "AWS::RedshiftServerless::Namespace",
  "Severity": 50,
  "Category": "logging",
  "Reads": [".Configuration.logExports"],
  "Parameters": {"Required": ["connectionlog", "userlog"]},
  "Remediation": "Run aws redshift-serverless update-namespace --namespace-name NAME --log-exports connectionlog userlog useractivitylog.",
  "Source": [
    "https://docs.aws.amazon.com/redshift-serverless/latest/APIReference/API_Namespace.html",
    "https://docs.aws.amazon.com/securityhub/latest/userguide/redshiftserverless-controls.html"
  ]
};
include "check";

def violation($now; $parameters):
  (.Configuration.logExports | items("logExports") | map(text("an exported log"))) as $exported
  | ($parameters.Required | items("Required")) - $exported
  | select(length > 0)
  | {Message: "not sent to CloudWatch: \(join(", "))", Evidence: {logExports: $exported, Missing: .}};
