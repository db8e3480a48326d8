module {
  "Title": "Cluster parameter group is used by none",
  "ResourceType": "AWS::RDS::DBClusterParameterGroup",
  "Severity": 5,
  "Category": "maintenance",
  "OnRequest": true,
  "Reads": [{"Path": ".ARN", "OneOf": [":cluster-pg:default."]}, {"Path": ".Configuration.DBClusters", "As": "shape"}],
  "Remediation": "What nothing uses nobody looks after, and the next one takes it by its name. See that no template names it, then run aws rds delete-db-cluster-parameter-group --db-cluster-parameter-group-name NAME.",
  "Source": [
    "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_WorkingWithParamGroups.html",
    "https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_DBParameterGroup.html"
  ]
};
include "check";

def violation:
  select(.ARN | text("ARN") | given("ARN") | contains(":cluster-pg:default.") | not)
  | .Configuration.DBClusters | given("DBClusters") | items("DBClusters") | select(. == [])
  | {Message: "nothing uses it", Evidence: {DBClusters: .}};
