# Redshift Serverless always answers publiclyAccessible.  A record without it does not show which it is.
module {
  "Title": "Redshift Serverless workgroup is publicly accessible",
  "ResourceType": "AWS::RedshiftServerless::Workgroup",
  "Severity": 75,
  "Category": "access_control",
  "Reads": [".Configuration.publiclyAccessible"],
  "Remediation": "Run aws redshift-serverless update-workgroup --workgroup-name NAME --no-publicly-accessible takes its public address away. Clients outside the VPC lose their connection.",
  "Source": [
    "https://docs.aws.amazon.com/redshift-serverless/latest/APIReference/API_Workgroup.html",
    "https://docs.aws.amazon.com/securityhub/latest/userguide/redshiftserverless-controls.html"
  ]
};
include "check";

def violation:
  .Configuration.publiclyAccessible | flag("publiclyAccessible") | given("publiclyAccessible") | select(.)
  | {Message: "the workgroup has a public address", Evidence: {publiclyAccessible: .}};
