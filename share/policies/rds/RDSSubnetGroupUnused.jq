module {
  "Title": "Subnet group of databases is used by none",
  "ResourceType": "AWS::RDS::DBSubnetGroup",
  "Severity": 5,
  "Category": "maintenance",
  "OnRequest": true,
  "Reads": [
    {"Path": ".Configuration.DBInstances", "As": "shape"},
    {"Path": ".Configuration.DBClusters", "As": "shape"}
  ],
  "Remediation": "What nothing uses nobody looks after. See that no template names it, then run aws rds delete-db-subnet-group --db-subnet-group-name NAME.",
  "Source": [
    "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_VPC.WorkingWithRDSInstanceinaVPC.html",
    "https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_DBSubnetGroup.html"
  ]
};
include "check";

def violation:
  .Configuration
  | (.DBInstances | given("DBInstances") | items("DBInstances")) as $instances
  | .DBClusters | given("DBClusters") | items("DBClusters") | select(. == [] and $instances == [])
  | {Message: "no database is in it", Evidence: {DBInstances: $instances, DBClusters: .}};
