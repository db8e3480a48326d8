# A cluster that was made with no way to authenticate lets everyone in who reaches it, and need not say so.
module {
  "Title": "MSK cluster asks clients for no name",
  "ResourceType": "AWS::MSK::Cluster",
  "Severity": 50,
  "Category": "access_control",
  "Reads": [
    ".Configuration.ClusterType",
    ".Configuration.Provisioned.ClientAuthentication.Sasl.Scram.Enabled",
    ".Configuration.Provisioned.ClientAuthentication.Sasl.Iam.Enabled",
    ".Configuration.Provisioned.ClientAuthentication.Tls.Enabled",
    ".Configuration.Provisioned.ClientAuthentication.Unauthenticated.Enabled"
  ],
  "Remediation": "Run aws kafka update-security --cluster-arn ARN --current-version VERSION --client-authentication '{\"Sasl\": {\"Iam\": {\"Enabled\": true}}, \"Unauthenticated\": {\"Enabled\": false}}'. First let all clients authenticate.",
  "Source": [
    "https://docs.aws.amazon.com/msk/latest/developerguide/msk-authentication.html",
    "https://docs.aws.amazon.com/securityhub/latest/userguide/msk-controls.html"
  ]
};
include "check";

def violation:
  .Configuration
  | select(.ClusterType | text("ClusterType") | . != "SERVERLESS")
  | .Provisioned | object("Provisioned")
  | .ClientAuthentication | object("ClientAuthentication")
  | (.Unauthenticated | object("Unauthenticated") | .Enabled | flag("Unauthenticated")) as $open
  | [.Sasl.Scram, .Sasl.Iam, .Tls | object("a way to authenticate") | .Enabled | flag("Enabled")] as $ways
  | select($open == true or ($open == null and all($ways[]; . != true)))
  | {Message: "clients need not authenticate", Evidence: {Unauthenticated: $open, ScramIamTls: $ways}};
