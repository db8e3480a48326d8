module {
  "Title": "Redshift Serverless namespace's administrator has the default name",
  "ResourceType": "AWS::RedshiftServerless::Namespace",
  "Severity": 50,
  "Category": "access_control",
  "Reads": [".Configuration.adminUsername"],
  "Remediation": "Run aws redshift-serverless update-namespace --namespace-name NAME --admin-username OTHER --admin-user-password PASSWORD, or better --manage-admin-password in place of the password.",
  "Source": [
    "https://docs.aws.amazon.com/redshift-serverless/latest/APIReference/API_Namespace.html",
    "https://docs.aws.amazon.com/securityhub/latest/userguide/redshiftserverless-controls.html"
  ]
};
include "check";

def violation:
  .Configuration.adminUsername | text("adminUsername") | given("adminUsername") | select(. == "admin")
  | {Message: "the administrator is \(.)", Evidence: {adminUsername: .}};
