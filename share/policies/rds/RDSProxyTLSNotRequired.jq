module {
  "Title": "RDS proxy accepts connections without TLS",
  "ResourceType": "AWS::RDS::DBProxy",
  "Severity": 50,
  "Category": "encryption",
  "Reads": [".Configuration.RequireTLS"],
  "Remediation": "Run aws rds modify-db-proxy --db-proxy-name NAME --require-tls. Clients that connect without TLS are refused from then on.",
  "Source": [
    "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/rds-proxy.howitworks.html",
    "https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_DBProxy.html"
  ]
};
include "check";

def violation:
  .Configuration.RequireTLS
   | flag("RequireTLS") | select(. != true)
  | {Message: "TLS is not required", Evidence: {RequireTLS: .}};
