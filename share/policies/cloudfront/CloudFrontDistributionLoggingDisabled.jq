# Standard logging of the second version is a delivery of CloudWatch Logs and not in the distribution's description.
module {
  "Title": "CloudFront distribution writes no access log",
  "ResourceType": "AWS::CloudFront::Distribution",
  "Severity": 50,
  "Category": "logging",
  "Reads": [
    ".Configuration.Logging.Enabled",
    {"Path": ".Configuration.DefaultCacheBehavior.RealtimeLogConfigArn", "As": "shape"}
  ],
  "Remediation": "Turn standard logging on: set Logging.Enabled and a bucket with aws cloudfront update-distribution --id ID --distribution-config file://config.json --if-match ETAG; aws cloudfront get-distribution-config --id ID prints both to begin with. Or deliver the log by aws logs put-delivery-source --name NAME --resource-arn ARN --log-type ACCESS_LOGS, which this policy cannot see, and waive it.",
  "Source": [
    "https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/AccessLogs.html",
    "https://docs.aws.amazon.com/securityhub/latest/userguide/cloudfront-controls.html"
  ]
};
include "check";

def violation:
  .Configuration
  | (.Logging | object("Logging") | .Enabled | flag("Logging.Enabled")) as $standard
  | (.DefaultCacheBehavior | object("DefaultCacheBehavior") | .RealtimeLogConfigArn
    | text("RealtimeLogConfigArn")) as $realtime
  | select($standard != true and ($realtime == null or $realtime == ""))
  | {
      Message: "neither standard nor real-time logging is on",
      Evidence: {LoggingEnabled: $standard, RealtimeLogConfigArn: $realtime}
    };
