# A trail that is for data events alone has no management events to lack.  Missing selectors are AWS's own: all of
# them.
module {
  "Title": "CloudTrail trail leaves out a part of the management events",
  "ResourceType": "AWS::CloudTrail::Trail",
  "Severity": 50,
  "Category": "logging",
  "Reads": [".Configuration.EventSelectors", ".Configuration.AdvancedEventSelectors"],
  "Remediation": "Log reading and writing, of all services: aws cloudtrail put-event-selectors --trail-name NAME --event-selectors '[{\"ReadWriteType\": \"All\", \"IncludeManagementEvents\": true}]'.",
  "Source": [
    "https://docs.aws.amazon.com/awscloudtrail/latest/userguide/logging-management-events-with-cloudtrail.html",
    "https://docs.aws.amazon.com/securityhub/latest/userguide/cloudtrail-controls.html"
  ]
};
include "check";

def selectors: .EventSelectors | items("EventSelectors");
def fields: [.AdvancedEventSelectors | items("AdvancedEventSelectors")[] | .FieldSelectors | items("FieldSelectors")];
def of($field): map(select(.Field == $field));
def equals($field; $value): any(of($field)[]; .Equals == [$value]);

# [] for none, else for each selector of management events whether it takes them all.
def management:
  [selectors[] | select(.IncludeManagementEvents | flag("IncludeManagementEvents") == true)
    | (.ReadWriteType | text("ReadWriteType") | . == "All")
      and (.ExcludeManagementEventSources | items("ExcludeManagementEventSources") == [])]
  + [fields[] | select(equals("eventCategory"; "Management")) | length == 1];

def violation:
  .Configuration
  | management as $management
  | select($management != [] and (any($management[]; .) | not))
  | {Message: "no selector takes all management events", Evidence: {EventSelectors, AdvancedEventSelectors}};
