module {
  "Title": "Redshift Serverless workgroup lets clients connect without TLS",
  "ResourceType": "AWS::RedshiftServerless::Workgroup",
  "Severity": 50,
  "Category": "encryption",
  "Reads": [".Configuration.configParameters"],
  "Remediation": "Run aws redshift-serverless update-workgroup --workgroup-name NAME --config-parameters parameterKey=require_ssl,parameterValue=true. First see that all clients use TLS.",
  "Source": [
    "https://docs.aws.amazon.com/redshift-serverless/latest/APIReference/API_ConfigParameter.html",
    "https://docs.aws.amazon.com/securityhub/latest/userguide/redshiftserverless-controls.html"
  ]
};
include "check";

def violation:
  [ .Configuration.configParameters | items("configParameters")[] | object("a parameter")
    | select(.parameterKey == "require_ssl") | .parameterValue | text("require_ssl") ]
  | select(length == 0 or any(.[]; . != "true"))
  | {Message: "require_ssl is not true", Evidence: {require_ssl: .[0]}};
