# Which values of the tag Environment are production and which are tests differs: without regard to case, the
# parameters say.
module {
  "Title": "Database's deletion protection is not what its environment needs",
  "ResourceType": ["AWS::RDS::DBInstance", "AWS::RDS::DBCluster"],
  "Severity": 50,
  "Category": "data_protection",
  "OnRequest": true,
  "Reads": [
    ".ResourceType",
    ".Tags.Environment",
    {"Path": ".Configuration.DBClusterIdentifier", "As": "shape"},
    ".Configuration.DeletionProtection"
  ],
  "Parameters": {"Production": ["prod", "production"], "Test": ["ci", "dev", "development", "test", "testing"]},
  "Remediation": "Make it a variable with the default true that a test environment sets to false. By hand: aws rds modify-db-instance --db-instance-identifier NAME --deletion-protection in production, and --no-deletion-protection before a test environment is destroyed; for clusters aws rds modify-db-cluster --db-cluster-identifier NAME with the same.",
  "Source": [
    "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_DeleteInstance.html",
    "https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_DBCluster.html"
  ]
};
include "check";

def violation($now; $parameters):
  select(.ResourceType == "AWS::RDS::DBCluster" or .Configuration.DBClusterIdentifier == null)
  | (.Tags | object("Tags") | .Environment | text("the tag Environment")) as $environment
  | select($environment != null)
  | ($environment | ascii_downcase) as $name
  | .Configuration.DeletionProtection | flag("DeletionProtection")
  | if $parameters.Production | items("Production") | has_item($name) then
      select(. != true) | {Message: "deletion protection is off in production", DeletionProtection: .}
    elif $parameters.Test | items("Test") | has_item($name) then
      select(. == true) | {Message: "deletion protection is on where all must be deletable", DeletionProtection: .}
    else empty end
  | {Message, Evidence: {Environment: $environment, DeletionProtection}};
