module {
  "Title": "Redshift cluster keeps no audit log",
  "ResourceType": "AWS::Redshift::Cluster",
  "Severity": 50,
  "Category": "logging",
  "Reads": [".Configuration.Logging.LoggingEnabled"],
  "Remediation": "Run aws redshift enable-logging --cluster-identifier NAME --log-destination-type cloudwatch --log-exports connectionlog userlog useractivitylog, or with --bucket-name BUCKET for a bucket.",
  "Source": [
    "https://docs.aws.amazon.com/redshift/latest/mgmt/db-auditing.html",
    "https://docs.aws.amazon.com/securityhub/latest/userguide/redshift-controls.html"
  ]
};
include "check";

def violation:
  .Configuration.Logging.LoggingEnabled
   | flag("LoggingEnabled") | select(. != true)
  | {Message: "audit logging is off", Evidence: {LoggingEnabled: .}};
