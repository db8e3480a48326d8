# A subscription without categories is told of all of them.
module {
  "Title": "RDS event subscription leaves out what matters",
  "ResourceType": "AWS::RDS::EventSubscription",
  "Severity": 25,
  "Category": "monitoring",
  "Reads": [".Configuration.SourceType", ".Configuration.Enabled", ".Configuration.EventCategoriesList"],
  "Parameters": {
    "Critical": {
      "db-instance": ["configuration change", "failure", "maintenance"],
      "db-cluster": ["failure", "maintenance"],
      "db-parameter-group": ["configuration change"],
      "db-security-group": ["configuration change", "failure"]
    }
  },
  "Remediation": "Run aws rds modify-event-subscription --subscription-name NAME --enabled --event-categories maintenance failure, with all that is missing; without --event-categories a new subscription is told of all.",
  "Source": [
    "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_Events.html",
    "https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_EventSubscription.html",
    "https://docs.aws.amazon.com/securityhub/latest/userguide/rds-controls.html"
  ]
};
include "check";

def violation($now; $parameters):
  .Configuration
  | (.SourceType | text("SourceType")) as $type
  | ($parameters.Critical | object("Critical") | .[$type // "null"] | items("Critical")) as $critical
  | select($critical != [])
  | (.Enabled | flag("Enabled")) as $enabled
  | (.EventCategoriesList | items("EventCategoriesList")) as $categories
  | (if $categories == [] then [] else $critical - $categories end) as $missing
  | select($enabled != true or $missing != [])
  | {
      Message: (if $enabled != true then "the subscription is off" else "not told of: \($missing | join(", "))" end),
      Evidence: {SourceType: $type, Enabled: $enabled, EventCategoriesList: $categories, Missing: $missing}
    };
