module {
  "Title": "MSK cluster lets clients connect without TLS",
  "ResourceType": "AWS::MSK::Cluster",
  "Severity": 75,
  "Category": "encryption",
  "Reads": [
    ".Configuration.ClusterType",
    ".Configuration.Provisioned.EncryptionInfo.EncryptionInTransit.ClientBroker"
  ],
  "Remediation": "Run aws kafka update-security --cluster-arn ARN --current-version VERSION --encryption-info '{\"EncryptionInTransit\": {\"ClientBroker\": \"TLS\"}}'. First move the clients to the TLS port, 9094.",
  "Source": [
    "https://docs.aws.amazon.com/msk/latest/developerguide/msk-encryption.html",
    "https://docs.aws.amazon.com/msk/latest/developerguide/msk-update-security.html"
  ]
};
include "check";

def violation:
  .Configuration
  | select(.ClusterType | text("ClusterType") | . != "SERVERLESS")
  | .Provisioned | object("Provisioned")
  | .EncryptionInfo | object("EncryptionInfo") | .EncryptionInTransit | object("EncryptionInTransit")
  | .ClientBroker | text("ClientBroker") | select(. != "TLS")
  | {Message: "clients may use \(. // "what is not told")", Evidence: {ClientBroker: .}};
