# DMS uses TLS where the setting is missing.
module {
  "Title": "DMS endpoint for Redis speaks without TLS",
  "ResourceType": "AWS::DMS::Endpoint",
  "Severity": 50,
  "Category": "encryption",
  "Reads": [".Configuration.EngineName", ".Configuration.RedisSettings.SslSecurityProtocol"],
  "Remediation": "Run aws dms modify-endpoint --endpoint-arn ARN --redis-settings ServerName=HOST,Port=6379,SslSecurityProtocol=ssl-encryption.",
  "Source": [
    "https://docs.aws.amazon.com/dms/latest/APIReference/API_RedisSettings.html",
    "https://docs.aws.amazon.com/securityhub/latest/userguide/dms-controls.html"
  ]
};
include "check";

def violation:
  .Configuration
  | select(.EngineName | text("EngineName") | given("EngineName") | . == "redis")
  | .RedisSettings | object("RedisSettings")
  | .SslSecurityProtocol | text("SslSecurityProtocol") | select(. != null and . != "ssl-encryption")
  | {Message: "the protocol is \(.)", Evidence: {SslSecurityProtocol: .}};
