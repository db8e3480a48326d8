# What the database itself is, its own record says.  Those of EC2 and the others are other policies'.
module {
  "Title": "Database is used by nobody",
  "ResourceType": "AWS::ComputeOptimizer::IdleRecommendation",
  "Severity": 20,
  "Category": "cost",
  "Reads": [
    ".Configuration.resourceType",
    ".Configuration.finding",
    {"Path": ".Configuration.resourceArn", "As": "carried"},
    ".Configuration.findingDescription"
  ],
  "Parameters": {
    "Types": ["RDSDBInstance", "DocumentDBCluster", "DynamoDBTable", "ElastiCacheCluster", "MemoryDBCluster"]
  },
  "Remediation": "Ask its owner. Stop it where it is needed now and then (aws rds stop-db-instance --db-instance-identifier NAME; RDS starts it again after seven days), or delete it with a last snapshot: aws rds delete-db-instance --db-instance-identifier NAME --final-db-snapshot-identifier SNAPSHOT, aws docdb delete-db-cluster --db-cluster-identifier NAME --final-db-snapshot-identifier SNAPSHOT, aws elasticache delete-replication-group --replication-group-id NAME --final-snapshot-identifier SNAPSHOT, aws dynamodb delete-table --table-name NAME.",
  "Source": [
    "https://docs.aws.amazon.com/compute-optimizer/latest/ug/view-idle-recommendations.html",
    "https://docs.aws.amazon.com/compute-optimizer/latest/APIReference/API_IdleRecommendation.html"
  ]
};
include "check";

def violation($now; $parameters):
  .Configuration
  | (.resourceType | text("resourceType") | given("resourceType")) as $type
  | select($parameters.Types | items("Types") | index($type) != null)
  | select(.finding | text("finding") | given("finding") | IN("Idle", "Unattached", "Unused"))
  | {
      Message: "Compute Optimizer saw no use of \(.resourceArn)",
      Evidence: {resourceType: $type, resourceArn, finding, findingDescription}
    };
