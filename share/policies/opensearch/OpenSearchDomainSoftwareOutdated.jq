module {
  "Title": "OpenSearch domain waits for a software update",
  "ResourceType": "AWS::OpenSearchService::Domain",
  "Severity": 25,
  "Category": "maintenance",
  "Reads": [
    ".Configuration.ServiceSoftwareOptions.UpdateAvailable",
    ".Configuration.ServiceSoftwareOptions.CurrentVersion",
    ".Configuration.ServiceSoftwareOptions.NewVersion"
  ],
  "Remediation": "Run aws opensearch start-service-software-update --domain-name NAME, or let updates come in the off-peak window: aws opensearch update-domain-config --domain-name NAME --software-update-options AutoSoftwareUpdateEnabled=true.",
  "Source": [
    "https://docs.aws.amazon.com/opensearch-service/latest/developerguide/service-software.html",
    "https://docs.aws.amazon.com/securityhub/latest/userguide/opensearch-controls.html"
  ]
};
include "check";

def violation:
  .Configuration.ServiceSoftwareOptions | object("ServiceSoftwareOptions")
  | select(.UpdateAvailable | flag("UpdateAvailable"))
  | {Message: "an update is there", Evidence: {CurrentVersion, NewVersion}};
