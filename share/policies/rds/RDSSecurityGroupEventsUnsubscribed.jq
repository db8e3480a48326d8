# A region without instances needs none.
module {
  "Title": "Nobody is told when a security group of databases changes",
  "ResourceType": "AWS::RDS::RegionSettings",
  "Severity": 25,
  "Category": "monitoring",
  "Reads": [
    ".Configuration.NumberOfDBInstances",
    ".Configuration.EventSubscriptions[].SourceType",
    ".Configuration.EventSubscriptions[].Enabled",
    ".Configuration.EventSubscriptions[].EventCategoriesList"
  ],
  "Remediation": "Run aws rds create-event-subscription --subscription-name NAME --sns-topic-arn TOPIC --source-type db-security-group --event-categories 'configuration change' failure --enabled, in each region with databases.",
  "Source": [
    "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_Events.html",
    "https://docs.aws.amazon.com/securityhub/latest/userguide/rds-controls.html"
  ]
};
include "check";

# A subscription without a source is told of all, and so is one without categories.
def covers:
  (.SourceType | text("SourceType") | . == null or . == "db-security-group")
  and (.Enabled | flag("Enabled")) == true
  and (.EventCategoriesList | items("EventCategoriesList") | . == [] or ["configuration change", "failure"] - . == []);

def violation:
  .Configuration
  | select(.NumberOfDBInstances | number("NumberOfDBInstances") | given("NumberOfDBInstances") | . > 0)
  | .EventSubscriptions | given("EventSubscriptions") | items("EventSubscriptions")
  | select(any(.[]; covers) | not)
  | {
      Message: "no subscription is told of security groups",
      Evidence: {EventSubscriptions: map({SourceType, Enabled, EventCategoriesList})}
    };
