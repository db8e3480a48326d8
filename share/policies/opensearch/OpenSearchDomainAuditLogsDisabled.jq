module {
  "Title": "OpenSearch domain keeps no audit log",
  "ResourceType": "AWS::OpenSearchService::Domain",
  "Severity": 50,
  "Category": "logging",
  "Reads": [
    ".Configuration.LogPublishingOptions.AUDIT_LOGS.Enabled",
    {"Path": ".Configuration.LogPublishingOptions.AUDIT_LOGS.CloudWatchLogsLogGroupArn", "As": "carried", "Possible": ["not known"]}
  ],
  "Remediation": "Run aws opensearch update-domain-config --domain-name NAME --log-publishing-options 'AUDIT_LOGS={CloudWatchLogsLogGroupArn=ARN,Enabled=true}', after letting es.amazonaws.com write to the group: aws logs put-resource-policy --policy-name opensearch --policy-document file://policy.json. Auditing must be turned on in OpenSearch Dashboards, too, and needs fine-grained access control.",
  "Source": [
    "https://docs.aws.amazon.com/opensearch-service/latest/developerguide/audit-logs.html",
    "https://docs.aws.amazon.com/securityhub/latest/userguide/opensearch-controls.html",
    "https://docs.aws.amazon.com/securityhub/latest/userguide/es-controls.html"
  ]
};
include "check";

def violation:
  .Configuration.LogPublishingOptions | object("LogPublishingOptions")
  | .AUDIT_LOGS | object("AUDIT_LOGS")
  | (.CloudWatchLogsLogGroupArn | text("CloudWatchLogsLogGroupArn")) as $group
  | .Enabled | flag("Enabled") | select(. != true or $group == null)
  | {Message: "nothing is audited", Evidence: {Enabled: ., CloudWatchLogsLogGroupArn: $group}};
