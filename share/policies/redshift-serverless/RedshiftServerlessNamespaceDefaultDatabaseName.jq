module {
  "Title": "Redshift Serverless namespace's database has the default name",
  "ResourceType": "AWS::RedshiftServerless::Namespace",
  "Severity": 25,
  "Category": "access_control",
  "OnRequest": true,
  "Reads": [".Configuration.dbName"],
  "Remediation": "The first database cannot be renamed. Make another one, move the data there and the clients with it, or make a new namespace with another --db-name (aws redshift-serverless create-namespace).",
  "Source": [
    "https://docs.aws.amazon.com/redshift-serverless/latest/APIReference/API_Namespace.html",
    "https://docs.aws.amazon.com/securityhub/latest/userguide/redshiftserverless-controls.html"
  ]
};
include "check";

def violation:
  .Configuration.dbName | text("dbName") | given("dbName") | select(. == "dev")
  | {Message: "the database is \(.)", Evidence: {dbName: .}};
