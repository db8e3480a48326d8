module {
  "Title": "Database of a test environment pays for a standby",
  "ResourceType": "AWS::RDS::DBInstance",
  "Severity": 10,
  "Category": "cost",
  "OnRequest": true,
  "Reads": [".Tags.Environment", ".Configuration.MultiAZ"],
  "Parameters": {"Test": ["ci", "dev", "development", "test", "testing"]},
  "Remediation": "A standby costs as much as the instance itself. Run aws rds modify-db-instance --db-instance-identifier NAME --no-multi-az --apply-immediately where an outage hurts nobody.",
  "Source": [
    "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Concepts.MultiAZSingleStandby.html",
    "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Concepts.MultiAZ.html"
  ]
};
include "check";

def violation($now; $parameters):
  (.Tags | object("Tags") | .Environment | text("the tag Environment")) as $environment
  | select($environment != null)
  | select($parameters.Test | items("Test") | has_item($environment | ascii_downcase))
  | .Configuration.MultiAZ | flag("MultiAZ") | select(. == true)
  | {Message: "a standby in a test environment", Evidence: {Environment: $environment, MultiAZ: .}};
