module {
  "Title": "OpenSearch domain does not log slow searches",
  "ResourceType": "AWS::OpenSearchService::Domain",
  "Severity": 10,
  "Category": "logging",
  "OnRequest": true,
  "Reads": [
    ".Configuration.LogPublishingOptions.SEARCH_SLOW_LOGS.Enabled",
    {"Path": ".Configuration.LogPublishingOptions.SEARCH_SLOW_LOGS.CloudWatchLogsLogGroupArn", "As": "carried", "Possible": ["not known"]}
  ],
  "Remediation": "Run aws opensearch update-domain-config --domain-name NAME --log-publishing-options 'SEARCH_SLOW_LOGS={CloudWatchLogsLogGroupArn=ARN,Enabled=true}', after letting es.amazonaws.com write to the group: aws logs put-resource-policy --policy-name opensearch --policy-document file://policy.json. The thresholds are settings of each index.",
  "Source": [
    "https://docs.aws.amazon.com/opensearch-service/latest/developerguide/createdomain-configure-slow-logs.html",
    "https://docs.aws.amazon.com/securityhub/latest/userguide/opensearch-controls.html",
    "https://docs.aws.amazon.com/securityhub/latest/userguide/es-controls.html"
  ]
};
include "check";

def violation:
  .Configuration.LogPublishingOptions | object("LogPublishingOptions")
  | .SEARCH_SLOW_LOGS | object("SEARCH_SLOW_LOGS")
  | (.CloudWatchLogsLogGroupArn | text("CloudWatchLogsLogGroupArn")) as $group
  | .Enabled | flag("Enabled") | select(. != true or $group == null)
  | {Message: "slow searches are not logged", Evidence: {Enabled: ., CloudWatchLogsLogGroupArn: $group}};
