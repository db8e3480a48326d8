module {
  "Title": "OpenSearch domain does not send its errors to CloudWatch",
  "ResourceType": "AWS::OpenSearchService::Domain",
  "Severity": 50,
  "Category": "logging",
  "Reads": [
    ".Configuration.LogPublishingOptions.ES_APPLICATION_LOGS.Enabled",
    {"Path": ".Configuration.LogPublishingOptions.ES_APPLICATION_LOGS.CloudWatchLogsLogGroupArn", "As": "carried", "Possible": ["not known"]}
  ],
  "Remediation": "Run aws opensearch update-domain-config --domain-name NAME --log-publishing-options 'ES_APPLICATION_LOGS={CloudWatchLogsLogGroupArn=ARN,Enabled=true}', after letting es.amazonaws.com write to the group: aws logs put-resource-policy --policy-name opensearch --policy-document file://policy.json.",
  "Source": [
    "https://docs.aws.amazon.com/opensearch-service/latest/developerguide/createdomain-configure-slow-logs.html",
    "https://docs.aws.amazon.com/securityhub/latest/userguide/opensearch-controls.html",
    "https://docs.aws.amazon.com/securityhub/latest/userguide/es-controls.html"
  ]
};
include "check";

def violation:
  .Configuration.LogPublishingOptions | object("LogPublishingOptions")
  | .ES_APPLICATION_LOGS | object("ES_APPLICATION_LOGS")
  | (.CloudWatchLogsLogGroupArn | text("CloudWatchLogsLogGroupArn")) as $group
  | .Enabled | flag("Enabled") | select(. != true or $group == null)
  | {Message: "errors are not logged", Evidence: {Enabled: ., CloudWatchLogsLogGroupArn: $group}};
