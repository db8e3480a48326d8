module {
  "Title": "DMS endpoint for MongoDB uses no password",
  "ResourceType": "AWS::DMS::Endpoint",
  "Severity": 50,
  "Category": "access_control",
  "Reads": [".Configuration.EngineName", ".Configuration.MongoDbSettings.AuthType"],
  "Remediation": "Run aws dms modify-endpoint --endpoint-arn ARN --mongo-db-settings AuthType=password,AuthMechanism=scram-sha-1,AuthSource=admin, with --username and --password, or SecretsManagerSecretId in the settings.",
  "Source": [
    "https://docs.aws.amazon.com/dms/latest/userguide/CHAP_Source.MongoDB.html",
    "https://docs.aws.amazon.com/securityhub/latest/userguide/dms-controls.html"
  ]
};
include "check";

def violation:
  .Configuration
  | select(.EngineName | text("EngineName") | given("EngineName") | . == "mongodb")
  | .MongoDbSettings | object("MongoDbSettings")
  | .AuthType | text("AuthType") | select(. != "password")
  | {Message: "the type of authentication is \(. // "none")", Evidence: {AuthType: .}};
