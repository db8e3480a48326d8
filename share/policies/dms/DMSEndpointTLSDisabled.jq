# The engines for which DMS has such a mode.  It speaks to S3, DynamoDB, Kinesis, OpenSearch, Neptune and Redshift by
# TLS always, and Kafka and Redis have settings of their own.
module {
  "Title": "DMS endpoint speaks to its database without TLS",
  "ResourceType": "AWS::DMS::Endpoint",
  "Severity": 50,
  "Category": "encryption",
  "Reads": [".Configuration.EngineName", ".Configuration.SslMode"],
  "Parameters": {
    "Engines": [
      "aurora", "aurora-postgresql", "azuredb", "db2", "db2-zos", "docdb", "mariadb", "mongodb", "mysql", "oracle",
      "postgres", "sqlserver", "sybase"
    ]
  },
  "Remediation": "Run aws dms modify-endpoint --endpoint-arn ARN --ssl-mode verify-full --certificate-arn CERTIFICATE, or require where the engine knows no more; import the CA first (aws dms import-certificate --certificate-identifier NAME --certificate-pem file://ca.pem).",
  "Source": [
    "https://docs.aws.amazon.com/dms/latest/userguide/CHAP_Security.SSL.html",
    "https://docs.aws.amazon.com/securityhub/latest/userguide/dms-controls.html"
  ]
};
include "check";

def violation($now; $parameters):
  .Configuration
  | (.EngineName | text("EngineName") | given("EngineName")) as $engine
  | select($parameters.Engines | items("Engines") | has_item($engine))
  | .SslMode | text("SslMode") | select(. == null or . == "none")
  | {Message: "the mode of TLS is \(. // "none")", Evidence: {EngineName: $engine, SslMode: .}};
