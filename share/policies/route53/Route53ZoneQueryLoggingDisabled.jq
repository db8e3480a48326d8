module {
  "Title": "Public hosted zone of Route 53 logs no DNS queries",
  "ResourceType": "AWS::Route53::HostedZone",
  "Severity": 50,
  "Category": "logging",
  "Reads": [".Configuration.Config.PrivateZone", {"Path": ".Configuration.QueryLoggingConfigs", "As": "shape"}],
  "Remediation": "aws route53 create-query-logging-config --hosted-zone-id ID --cloud-watch-logs-log-group-arn ARN; the log group is in us-east-1, and a resource policy lets route53.amazonaws.com write to it",
  "Source": [
    "https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/query-logs.html",
    "https://docs.aws.amazon.com/securityhub/latest/userguide/route53-controls.html"
  ]
};
include "check";

def violation:
  .Configuration
  | select(.Config | object("Config") | .PrivateZone | flag("Config.PrivateZone") != true)
  | select(.QueryLoggingConfigs | items("QueryLoggingConfigs") == [])
  | {Message: "DNS queries are not logged", Evidence: {QueryLoggingConfigs: []}};
